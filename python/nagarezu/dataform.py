"""The data form on the command line: `--data`, and what `check-table` prints."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nagarezu import console
from nagarezu.console import Format
from nagarezu.errors import UnknownSuffix, UsageError
from nagarezu.languages import Lang

if TYPE_CHECKING:
    from nagarezu.readable.dataset import Dataset
    from nagarezu.readable.outcome import Outcome

_FORMS = (".xlsx", "FOLDER")


def form_for(asked: Format | None, output: Path | None) -> Format:
    """Return xlsx or csv: as asked, else by the output, where a name without suffix is a folder."""
    if asked is None and output is not None:
        suffix = output.suffix.lower()
        if suffix not in ("", ".xlsx"):
            raise UnknownSuffix(suffix, _FORMS)
        asked = Format.xlsx if suffix else Format.csv
    if asked not in (Format.xlsx, Format.csv):
        raise UsageError("--data is written as xlsx or csv: add --format xlsx, or -o FILE.xlsx")
    if asked is Format.csv and (output is None or output.suffix.lower() in (".csv", ".xlsx")):
        raise UsageError("--data as csv is several files: add -o FOLDER")
    return asked


def emit_data(
    data: Dataset, wanted: Format, output: Path | None, *, quiet: bool, lang: Lang
) -> None:
    """Write a data set as a workbook, or as the CSV files of a folder."""
    if wanted is Format.csv and output is not None:
        from nagarezu.readable.folder import write_folder

        write_folder(data, output)
        if not quiet:
            console.wrote(output, lang)
        return
    from nagarezu.readable.workbook import data_workbook

    console.emit(data_workbook(data), output, wanted, quiet=quiet, lang=lang)


def render_outcome(outcome: Outcome, wanted: Format, lang: Lang) -> bytes:
    """Return the outcome of a check in one format."""
    from nagarezu.readable.render import outcome_json, outcome_table, outcome_text

    if wanted is Format.json:
        return outcome_json(outcome, lang).encode("utf-8")
    if wanted is Format.text:
        return outcome_text(outcome, lang).encode("utf-8")
    return console.render(outcome_table(outcome, lang), wanted)
