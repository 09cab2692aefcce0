"""Which items of a file go to whom, where a row of an assessment lists them one by one."""

from __future__ import annotations

import re

from nagarezu.importing.draft import lists
from nagarezu.importing.draft.assessment.flows import Flows
from nagarezu.importing.draft.assessment.lists import of_cell
from nagarezu.importing.draft.lists import Listed
from nagarezu.importing.form.assessment.form import Assessment
from nagarezu.importing.passage import Passage

_FEWEST = 2  # numbered items; anything less is a class of information and no list
_NUMBERED = re.compile(r"^[ 　]*(?:[①-⑳⑴-⒇・]|[(（]?[0-9０-９]{1,2}[^0-9０-９年月日割％%])")


def write(flows: Flows, sheet: Assessment) -> None:
    """③移転する情報 1 宛名番号 2 課税年度: the flows of its block carry this list.

    地方税関係情報 alone names a class of information: the flow stays open.
    """
    for line in sheet.of("items_sent"):
        label = line.label.standard if line.label is not None else ""
        carry(flows, line.block, label, line.printed, line.value)


def carry(flows: Flows, block: str, label: str, printed: Passage, value: Passage) -> None:
    """Give the flows of a block the list that a cell prints, if it prints one."""
    read = of_cell(value)
    if len(read.entries) < _FEWEST or not _NUMBERED.match(value.text):
        return
    carriers = flows.of_block.get(block, [])
    holders = [id_ for flow in carriers for id_ in flow["to"]]
    entity = lists.write(
        flows.builder,
        Listed(label, read, value, label_printed=printed),
        flows.matter["id"],
        holders or [flows.builder.own],
        set(),
        lost=False,
        emphasised=frozenset(),
    )
    for flow in carriers:
        flow["lists"] = [*flow.get("lists", []), entity["id"]]
        flow.pop("open", None)
