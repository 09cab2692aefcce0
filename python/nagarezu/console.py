"""What every command does alike: formats, streams, exit codes."""

from __future__ import annotations

import functools
import os
import sys
import traceback
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec

import typer

from nagarezu.errors import InvalidInput, MissingExtra, NagarezuError, UnknownSuffix, UsageError
from nagarezu.inert import visible

if TYPE_CHECKING:
    from nagarezu.languages import Lang
    from nagarezu.tables import Table

P = ParamSpec("P")


class Format(StrEnum):
    """The formats of `--format`."""

    json = "json"
    csv = "csv"
    md = "md"
    xlsx = "xlsx"
    text = "text"


_SUFFIXES = {
    ".json": Format.json,
    ".csv": Format.csv,
    ".md": Format.md,
    ".xlsx": Format.xlsx,
    ".txt": Format.text,
}


def format_for(asked: Format | None, output: Path | None) -> Format:
    """Return the format asked for, else that of the file's suffix, else text."""
    if asked is not None:
        return asked
    if output is None:
        return Format.text
    suffix = output.suffix.lower()
    if suffix not in _SUFFIXES:
        raise UnknownSuffix(suffix or output.name, tuple(_SUFFIXES))
    return _SUFFIXES[suffix]


def render(table: Table, wanted: Format) -> bytes:
    """Return the bytes of a table in one format."""
    if wanted is Format.xlsx:
        from nagarezu.report.datasheet import datasheet

        return datasheet(table)
    writers: dict[Format, Callable[[], str]] = {
        Format.json: table.json_text,
        Format.csv: table.to_csv,
        Format.md: table.to_markdown,
        Format.text: table.to_text,
    }
    return writers[wanted]().encode("utf-8")


def emit(content: bytes, output: Path | None, wanted: Format, *, quiet: bool, lang: Lang) -> None:
    """Write data to the file, or to stdout, which takes no workbook if it is a terminal."""
    if output is None:
        if wanted is Format.xlsx and sys.stdout.isatty():
            raise UsageError("a workbook needs a file: add -o FILE.xlsx")
        to_stdout(content)
        return
    from nagarezu.files import write_whole

    write_whole(output, content)
    if not quiet:
        wrote(output, lang)


def wrote(path: Path, lang: Lang) -> None:
    """Say on stderr which file was written."""
    to_stderr(f"{path} を書き出しました" if lang == "ja" else f"wrote {path}")


def to_stdout(content: bytes) -> None:
    """Write bytes as they are: output is UTF-8 whatever the terminal says."""
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def to_stderr(message: str) -> None:
    """Write a message line by line, with nothing in it that a terminal would obey."""
    for line in message.splitlines() or [""]:
        sys.stderr.buffer.write(visible(line).encode("utf-8", "replace") + b"\n")
    sys.stderr.buffer.flush()


def guarded(command: Callable[P, None]) -> Callable[P, None]:
    """Turn every way in which a command can fail into its exit code and a line on stderr."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        lang = str(kwargs.get("lang", "ja"))
        try:
            command(*args, **kwargs)
        except (typer.Exit, typer.Abort, SystemExit):
            raise
        except KeyboardInterrupt:
            raise typer.Exit(130) from None
        except BrokenPipeError:
            _close_stdout()
            raise typer.Exit(0) from None
        except InvalidInput as error:
            to_stderr(error.message(lang))
            raise typer.Exit(3) from None
        except (UsageError, MissingExtra) as error:
            to_stderr(f"nagarezu: {error.message(lang)}")
            raise typer.Exit(2) from None
        except NagarezuError as error:
            to_stderr(f"nagarezu: {error.message(lang)}")
            raise typer.Exit(4) from None
        except Exception as error:  # whatever it is, the user gets one line and the code for it
            to_stderr(f"nagarezu: internal error: {_where(error)}")
            raise typer.Exit(4) from None

    return run


def _where(error: Exception) -> str:
    """Return type and place of an error; its text may quote data, so it stays out."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} at {place}"


def _close_stdout() -> None:
    """Keep the interpreter from flushing to a reader that has gone."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())
    os.close(sink)
