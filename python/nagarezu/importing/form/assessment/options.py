"""What stands above a row and is of it: options that were printed first, the sort of measures."""

from __future__ import annotations

from nagarezu.importing.form.assessment import heads
from nagarezu.importing.form.assessment.sheet import LAYERS, Line
from nagarezu.importing.form.labels import Label
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined


def above(before: Line | None, label: Label, row: Row) -> Passage:
    """Lines of options that were printed above their label, which stands in their middle."""
    if row.grid or before is None or label.field != "system_links" or before.label is None:
        return Passage()
    if before.label.field == "system_links":
        return Passage()
    lines = before.value.lines()
    count = 0
    while count < len(lines) and heads.is_option(lines[len(lines) - 1 - count].text):
        count += 1
    if count == 0:
        return Passage()
    before.value = joined(lines[: len(lines) - count])
    return joined(lines[len(lines) - count :])


def layer(before: Line | None) -> str:
    """［物理的対策］ right above a table: the sort of its measures."""
    if before is None or before.value or before.label is None:
        return ""
    printed = before.printed.text.strip(" 　<>＜＞【】[]［］〔〕()（）")
    return printed if before.label.field in LAYERS else ""
