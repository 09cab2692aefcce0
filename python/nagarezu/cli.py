"""The command line: data on stdout, messages on stderr, exit codes as promised.

0 ok · 1 findings of severity error · 2 usage · 3 invalid input · 4 internal.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from nagarezu import console
from nagarezu.console import Format, guarded

app = typer.Typer(
    name="nagarezu",
    help="Data flows in the documents of privacy councils.／審議会資料から個人情報の流れを読む。",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


class Language(StrEnum):
    """The languages of titles, labels and messages."""

    ja = "ja"
    en = "en"


Cases = Annotated[list[str], typer.Argument(metavar="CASE...", help="Case files.／案件ファイル。")]
Lang = Annotated[Language, typer.Option("--lang", help="Language of texts.／表示の言語。")]
Form = Annotated[
    Format | None,
    typer.Option("--format", help="Format; by suffix of -o, else text.／形式。"),
]
Out = Annotated[
    Path | None,
    typer.Option("-o", "--output", help="Write to this file instead of stdout.／出力先。"),
]
Quiet = Annotated[bool, typer.Option("--quiet", help="No messages on stderr.／通知を出さない。")]


@guarded
def _version(wanted: bool) -> None:
    if wanted:
        from nagarezu import __version__

        console.to_stdout(f"nagarezu {__version__}\n".encode())
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version.／版。"),
    ] = False,
) -> None:
    """Options before the command."""


@app.command(help="The real cases → check → tables → annexes.／実例の案件を表と附属資料にする。")
@guarded
def demo(
    out: Annotated[Path, typer.Option("--out", help="Folder.／出力フォルダ。")] = Path("out/demo"),
    lang: Lang = Language.ja,
    quiet: Quiet = False,
) -> None:
    from nagarezu.demo import run

    summary = run(out, lang=lang.value)
    if not quiet:
        console.to_stdout(summary.encode("utf-8"))


@app.command(help="Validity and findings.／案件ファイルの検査。")
@guarded
def check(
    cases: Cases,
    format_: Form = None,
    lang: Lang = Language.ja,
    output: Out = None,
    quiet: Quiet = False,
) -> None:
    from nagarezu.case import check_many
    from nagarezu.checks import render, summary

    faults = [fault for _, found in check_many(cases) for fault in found]
    wanted = console.format_for(format_, output)
    console.emit(render(faults, wanted, lang.value), output, wanted, quiet=quiet, lang=lang.value)
    if not quiet:
        console.to_stderr(summary(len(cases), faults, lang.value))
    if any(fault.severity == "error" for fault in faults):
        raise typer.Exit(3)


@app.command(help="One table of the catalogue.／表を一つ出力する。")
@guarded
def table(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the table.／表の名前。")],
    cases: Cases,
    format_: Form = None,
    lang: Lang = Language.ja,
    output: Out = None,
    quiet: Quiet = False,
) -> None:
    from nagarezu import tables
    from nagarezu.case import load_many

    tables.known(name)  # a wrong name costs no reading
    wanted = console.format_for(format_, output)
    loaded = load_many(cases)
    joined = tables.concat([case.table(name, lang=lang.value) for case in loaded])
    content = console.render(joined, wanted)
    console.emit(content, output, wanted, quiet=quiet, lang=lang.value)


@app.command(help="Annex of the cases: .xlsx .html .md by suffix.／附属資料を作る。")
@guarded
def report(
    cases: Cases,
    output: Annotated[Path, typer.Option("-o", "--output", help="File to write.／出力先。")],
    lang: Lang = Language.ja,
    quiet: Quiet = False,
) -> None:
    from nagarezu.case import load_many
    from nagarezu.report import suffix_of, write

    suffix_of(output)  # a wrong suffix costs no reading
    write(load_many(cases), output, lang=lang.value)
    if not quiet:
        console.wrote(output, lang.value)


@app.command(help="The JSON Schema of the case format.／案件形式のJSON Schema。")
@guarded
def schema(output: Out = None, lang: Lang = Language.ja, quiet: Quiet = False) -> None:
    from nagarezu import _native

    content = _native.schema().encode("utf-8")
    console.emit(content, output, Format.json, quiet=quiet, lang=lang.value)


def main() -> None:
    """Entry point of the console script."""
    app(prog_name="nagarezu")


if __name__ == "__main__":
    main()
