"""Exit codes and messages of commands that fail, each in every way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from nagarezu import console
from nagarezu.console import Format
from nagarezu.errors import (
    Fault,
    InvalidInput,
    MissingExtra,
    TooLarge,
    UnknownSuffix,
    UsageError,
    WriteFailed,
)

FAULT = Fault("syntax", "error", "a.json", 1, 2, "", "}", "")


def failing(error: BaseException) -> typer.Typer:
    app = typer.Typer(pretty_exceptions_enable=False)

    @app.command()
    @console.guarded
    def command(lang: str = "en") -> None:
        raise error

    return app


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (InvalidInput([FAULT]), 3, "a.json:1:2: syntax this is not JSON: }\n"),
        (UsageError("no"), 2, "nagarezu: no\n"),
        (MissingExtra("Jinja2", "report"), 2, "nagarezu[report]"),
        (WriteFailed("a", "full"), 4, "nagarezu: cannot write a: full\n"),
        (TooLarge("flows", 9, 9), 4, "flows: 9 × 9"),
        (KeyboardInterrupt(), 130, ""),
        (MemoryError(), 4, "nagarezu: internal error: MemoryError at test_console.py:"),
        (KeyError("氏名 山田"), 4, "nagarezu: internal error: KeyError at test_console.py:"),
    ],
)
def test_each_failure_has_its_code_and_one_line(error: BaseException, code: int, said: str) -> None:
    done = CliRunner().invoke(failing(error))
    assert done.exit_code == code
    assert said in done.stderr
    assert done.stderr.count("\n") == (1 if said else 0)
    assert done.stdout == ""
    assert "山田" not in done.stderr


def test_messages_follow_the_language() -> None:
    done = CliRunner().invoke(failing(InvalidInput([FAULT])), ["--lang", "ja"])
    assert "JSONとして読めません" in done.stderr


@pytest.mark.parametrize(
    ("asked", "path", "expected"),
    [
        (None, None, Format.text),
        (None, "a.CSV", Format.csv),
        (None, "a.txt", Format.text),
        (Format.json, "a.csv", Format.json),
    ],
)
def test_formats(asked: Format | None, path: str | None, expected: Format) -> None:
    assert console.format_for(asked, Path(path) if path else None) is expected


def test_a_suffix_without_format_is_wrong_use() -> None:
    with pytest.raises(UnknownSuffix, match=r"\.json"):
        console.format_for(None, Path("a.pdf"))


def test_a_terminal_obeys_nothing_in_a_message(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    console.to_stderr("a\x1b[31mb\u202e")
    assert capfdbinary.readouterr().err == "a␛[31mb[U+202E]\n".encode()


def test_guarded_keeps_what_typer_reads() -> None:
    def command(name: str, quiet: bool = False) -> None: ...

    wrapped: Callable[..., None] = console.guarded(command)
    assert wrapped.__annotations__ == command.__annotations__
