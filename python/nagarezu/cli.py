"""The command line: data on stdout, messages on stderr, exit codes as promised.

0 ok · 1 findings of severity error · 2 usage · 3 invalid input · 4 internal.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from nagarezu import comparing, confirming, console, dataform
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
Data = Annotated[
    bool,
    typer.Option(
        "--data",
        help="Machine-readable long form: .xlsx, or CSV files in a folder.／機械可読の縦持ち形式。",
    ),
]


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


@app.command(help="The real cases → check → tables → papers.／実例の案件を表と審議資料にする。")
@guarded
def demo(
    out: Annotated[Path, typer.Option("--out", help="Folder.／出力フォルダ。")] = Path("out/demo"),
    lang: Lang = Language.ja,
    quiet: Quiet = False,
) -> None:
    from nagarezu.demo import run
    from nagarezu.progress import progress

    with progress(quiet=quiet) as step:
        summary = run(out, lang=lang.value, progress=step)
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
    from nagarezu.checks import exit_code, findings_of, render, summary

    wanted = console.format_for(format_, output)
    readings = check_many(cases)
    faults = [fault for _, found in readings for fault in found]
    findings = findings_of([case for case, _ in readings if case is not None], lang.value)
    content = render(faults, wanted, lang.value, findings)
    console.emit(content, output, wanted, quiet=quiet, lang=lang.value)
    if not quiet:
        console.to_stderr(summary(len(cases), faults, lang.value, findings))
    code = exit_code(faults, findings)
    if code:
        raise typer.Exit(code)


@app.command("import", help="Draft case of a document.／文書から案件の案を作る。")
@guarded
def import_(
    documents: Annotated[
        list[Path],
        typer.Argument(
            metavar="DOCUMENT...",
            help="Files of one case, or a folder of cases.／一つの案件の文書、又は文書のフォルダ。",
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Case file; folder for a folder.／案件の出力先。"),
    ] = None,
    lang: Lang = Language.ja,
    quiet: Quiet = False,
) -> None:
    from nagarezu import drafting

    code = drafting.run(documents, output, lang=lang.value, quiet=quiet)
    if code:
        raise typer.Exit(code)


@app.command(help="One table of the catalogue.／表を一つ出力する。")
@guarded
def table(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the table.／表の名前。")],
    cases: Cases,
    data: Data = False,
    format_: Form = None,
    lang: Lang = Language.ja,
    output: Out = None,
    quiet: Quiet = False,
) -> None:
    from nagarezu import tables
    from nagarezu.case import load_many

    tables.known(name)  # a wrong name costs no reading
    form_for = dataform.form_for if data else console.format_for
    wanted = form_for(format_, output)
    loaded = load_many(cases)
    if data or wanted is Format.xlsx:
        from nagarezu.readable.origins import of_cases

        listed = of_cases(loaded, [name], long=data)
        dataform.emit_data(listed, wanted, output, quiet=quiet, lang=lang.value)
        return
    joined = tables.concat([case.table(name, lang=lang.value) for case in loaded])
    content = console.render(joined, wanted)
    console.emit(content, output, wanted, quiet=quiet, lang=lang.value)


@app.command(help="The paper of the cases: .docx .pdf .html .xlsx .md by suffix.／審議資料を作る。")
@guarded
def report(
    cases: Cases,
    output: Annotated[Path, typer.Option("-o", "--output", help="File to write.／出力先。")],
    box: Annotated[
        str,
        typer.Option("--box", metavar="TEXT", help="Text of the box, such as 資料1-1.／資料番号。"),
    ] = "",
    data: Data = False,
    lang: Lang = Language.ja,
    quiet: Quiet = False,
) -> None:
    from nagarezu.case import load_many
    from nagarezu.progress import progress
    from nagarezu.report import suffix_of, write

    if data:
        from nagarezu.readable.origins import of_cases

        wanted = dataform.form_for(None, output)
        listed = of_cases(load_many(cases))
        dataform.emit_data(listed, wanted, output, quiet=quiet, lang=lang.value)
        return
    suffix_of(output)  # a wrong suffix costs no reading
    loaded = load_many(cases)
    with progress(quiet=quiet) as step:
        write(loaded, output, lang=lang.value, box=box, progress=step)
    if not quiet:
        console.wrote(output, lang.value)


@app.command(help="What changed, and what it does to the metrics.／二つの案件の違いと影響。")
@guarded
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="Case before.／変更前の案件。")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Case after.／変更後の案件。")],
    format_: Form = None,
    lang: Lang = Language.ja,
    output: Out = None,
    quiet: Quiet = False,
) -> None:
    from nagarezu.case import load_many
    from nagarezu.difference import Diff

    wanted = console.format_for(format_, output)
    before, after = load_many([old, new])
    content = comparing.render(Diff(before, after, lang=lang.value), wanted)
    console.emit(content, output, wanted, quiet=quiet, lang=lang.value)


@app.command(
    cls=comparing.InOrder,
    help="What edits would do to the metrics, in the order given.／仮定による指標の変化。",
)
@guarded
def whatif(
    ctx: typer.Context,
    case: Annotated[str, typer.Argument(metavar="CASE", help="Case file.／案件ファイル。")],
    without_item: Annotated[
        list[str] | None,
        typer.Option(
            comparing.WITHOUT_ITEM,
            metavar="ID[@FLOW]",
            help="Leave an item out, everywhere or on a flow.／情報項目を除く。",
        ),
    ] = None,
    without_flow: Annotated[
        list[str] | None,
        typer.Option(comparing.WITHOUT_FLOW, metavar="ID", help="Leave a flow out.／経路を除く。"),
    ] = None,
    without_recipient: Annotated[
        list[str] | None,
        typer.Option(
            comparing.WITHOUT_RECIPIENT,
            metavar="ID",
            help="Leave a recipient out.／受領者を除く。",
        ),
    ] = None,
    with_safeguard: Annotated[
        list[str] | None,
        typer.Option(
            comparing.WITH_SAFEGUARD,
            metavar="CODE@FLOW",
            help="State a safeguard for a flow.／経路の対策を加える。",
        ),
    ] = None,
    format_: Form = None,
    lang: Lang = Language.ja,
    output: Out = None,
    quiet: Quiet = False,
) -> None:
    from nagarezu.case import load

    chain = comparing.edits(ctx)  # wrong use costs no reading
    wanted = console.format_for(format_, output)
    edited = comparing.edited(load(case), chain)
    content = console.render(edited.deltas(lang=lang.value), wanted)
    console.emit(content, output, wanted, quiet=quiet, lang=lang.value)


@app.command(help="Confirm, correct or reject what an import read.／読み取った値の確認。")
@guarded
def review(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="Draft.／案の案件ファイル。")],
    documents: Annotated[
        list[str] | None,
        typer.Option(
            "--document",
            metavar="[SOURCE=]FILE",
            help="Document, to stand beside its values; repeatable.／元の資料。",
        ),
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="Print the values.／一覧を出す。")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Ask about decided values as well.／確認済みも見る。")
    ] = False,
    exported: Annotated[
        Path | None,
        typer.Option("--export", metavar="FILE.xlsx", help="Workbook to fill in.／記入表を作る。"),
    ] = None,
    filled: Annotated[
        Path | None,
        typer.Option("--apply", metavar="FILE.xlsx", help="Read it back.／記入表を読み込む。"),
    ] = None,
    earlier: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="CASE", help="Take over earlier decisions.／以前の判定を引き継ぐ。"
        ),
    ] = None,
    format_: Form = None,
    lang: Lang = Language.ja,
    output: Out = None,
    quiet: Quiet = False,
) -> None:
    draft = confirming.Draft(case, documents or (), output, lang.value, quiet)
    confirming.run(
        draft,
        list_=list_,
        everything=everything,
        exported=exported,
        filled=filled,
        earlier=earlier,
        format_=format_,
        output=output,
    )


@app.command(
    "check-table",
    help="Rules of machine readability on any workbook or CSV.／表の機械可読性を検査する。",
)
@guarded
def check_table(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=".xlsx .ods .csv .json .xml")],
    against: Annotated[
        Path | None,
        typer.Option("--against", help="An earlier edition, for rule L3-07.／以前の版。"),
    ] = None,
    format_: Form = None,
    lang: Lang = Language.ja,
    output: Out = None,
    quiet: Quiet = False,
) -> None:
    from nagarezu.readable import check as check_file
    from nagarezu.readable.render import summary

    wanted = console.format_for(format_, output)
    outcome = check_file(file, against=against)
    content = dataform.render_outcome(outcome, wanted, lang.value)
    console.emit(content, output, wanted, quiet=quiet, lang=lang.value)
    if not quiet:
        console.to_stderr(summary(outcome, lang.value))
    if outcome.broken:
        raise typer.Exit(1)


@app.command(help="The JSON Schema of the case format.／案件形式のJSON Schema。")
@guarded
def schema(output: Out = None, lang: Lang = Language.ja, quiet: Quiet = False) -> None:
    from nagarezu import _native

    content = _native.schema().encode("utf-8")
    console.emit(content, output, Format.json, quiet=quiet, lang=lang.value)


def main() -> None:
    """Entry point of the console script."""
    app(prog_name="nagarezu")
