"""The real cases that the package carries, from file to paper, in one folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nagarezu import report, tables
from nagarezu.case import Case
from nagarezu.checks import findings_of
from nagarezu.checks import render as render_check
from nagarezu.console import Format
from nagarezu.errors import WriteFailed
from nagarezu.files import write_whole
from nagarezu.languages import Lang
from nagarezu.progress import Step
from nagarezu.resources import data
from nagarezu.tables import glance

VOLUME = "volume"  # the name of the file with all cases


def real_cases() -> list[Case]:
    """Read the packaged cases. They are checked like any others: InvalidInput if one is wrong."""
    return [Case.from_json(content, name) for name, content in data("cases")]


def run(folder: Path, *, lang: Lang = "ja", progress: Step | None = None) -> str:
    """Write cases, check, tables and papers under `folder`; return a summary of what is there.

    `progress` is called for each paper. MissingExtra if a format lacks its library.
    """
    cases = real_cases()
    for name in ("cases", "tables", "paper"):
        _make(folder / name)
    for name, content in data("cases"):
        write_whole(folder / "cases" / name, content)
    warnings = [fault for case in cases for fault in case.warnings]
    findings = findings_of(cases, lang)
    write_whole(folder / "check.json", render_check(warnings, Format.json, lang, findings))
    rows = _tables(cases, folder / "tables", lang)
    _papers(cases, folder / "paper", lang, progress)
    return _summary(folder, cases, rows, lang)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteFailed(str(folder), error.strerror or type(error).__name__) from error


def _papers(cases: Sequence[Case], folder: Path, lang: Lang, progress: Step | None) -> None:
    """Write the paper of each case and the volume of all, in every format."""
    wanted = [*((case.id, [case], f"資料1-{n}") for n, case in enumerate(cases, start=1))]
    wanted.append((VOLUME, list(cases), "資料1"))
    for done, (name, chosen, box) in enumerate(wanted):
        if progress is not None:
            progress(done, len(wanted), name)
        for suffix in report.SUFFIXES:
            content = report.content(chosen, suffix, lang=lang, box=box)
            write_whole(folder / f"{name}{suffix}", content)


def _tables(cases: Sequence[Case], folder: Path, lang: Lang) -> int:
    """Write every table of all cases together, for Excel and for machines; return the rows."""
    rows = 0
    for name in tables.table_names():
        table = tables.concat([case.table(name, lang=lang) for case in cases])
        rows += len(table)
        write_whole(folder / f"{name}.csv", table.to_csv(excel=True).encode("utf-8"))
        write_whole(folder / f"{name}.json", table.json_text().encode("utf-8"))
    return rows


def _summary(folder: Path, cases: Sequence[Case], rows: int, lang: Lang) -> str:
    count, suffixes = len(tables.table_names()), " ".join(report.SUFFIXES)
    words = {
        "ja": (
            "案件",
            "検査結果",
            f"表{count}種、計{rows:,}行（.csv .json）",
            "審議資料",
        ),
        "en": (
            "cases",
            "check",
            f"{count} tables, {rows:,} rows (.csv .json)",
            "papers",
        ),
    }[lang]
    lines = [
        f"{folder}/",
        f"  cases/      {words[0]} {len(cases)}",
        f"  check.json  {words[1]}",
        f"  tables/     {words[2]}",
        f"  paper/      {words[3]} ({suffixes})",
    ]
    for case in cases:
        lines += ["", case.id]
        facts = glance.of_case(case, lang=lang).facts
        lines += [f"  {fact.label}: {fact.text}" for fact in facts]
    return "\n".join(lines) + "\n"
