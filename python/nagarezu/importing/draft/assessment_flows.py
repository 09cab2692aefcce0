"""Flows of an assessment: into its systems, to contractors and their contractors, to recipients."""

from __future__ import annotations

import re

from nagarezu.importing.draft import lists
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.lists import Listed
from nagarezu.importing.fields import names
from nagarezu.importing.fields.options import marked
from nagarezu.importing.form.assessment import Assessment, Line
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import bracketed, fold, tidy, without_brackets

_NONE = re.compile(r"再委託しない|なし|行わない|行っていない|該当なし")


class Flows:
    """Writes flows of one matter.

    The list of the file is what the file's own system holds, and what a contractor gets who is
    said to handle the whole file. Of all others the sheet names no items here: their flows are
    open.
    """

    def __init__(self, builder: Builder, matter: Entity, ids: list[str]) -> None:
        self.builder, self.matter, self.ids = builder, matter, ids
        self.written: list[str] = []
        self.main = builder.own

    def systems(self, sheet: Assessment, listed: Listed | None) -> None:
        """Each named system, and those it is connected with by a mark."""
        found: list[tuple[str, Line]] = []
        for line in sheet.of("system_name"):
            label = names.written(re.split(r"[\n。]", without_brackets(tidy(line.value.text)))[0])
            if label:
                found.append(
                    (
                        self.builder.holder(label, "system", line.value, operator=self.builder.own),
                        line,
                    )
                )
        if found:
            self.main = found[0][0]
        if listed is not None:
            holders = [id_ for id_, _ in found] or [self.builder.own]
            entity = lists.write(
                self.builder,
                listed,
                self.matter["id"],
                list(dict.fromkeys(holders)),
                set(),
                lost=False,
                emphasised=frozenset(),
            )
            self.written = [entity["id"]]
        for id_, line in found:
            self.flow("process", self.builder.own, id_, line.value, "system_row", whole=True)
        for line in sheet.of("system_links"):
            self._linked(line)

    def _linked(self, line: Line) -> None:
        for option in marked(line.value):
            name = tidy(option.text)
            operator = self.builder.own
            if name.startswith("その他"):
                inner = bracketed(name)
                name, operator = (
                    (inner[0] if inner else ""),
                    "",
                )  # whose it is, the sheet does not say
            if name:
                id_ = self.builder.holder(
                    names.written(name), "system", line.value, operator=operator
                )
                self.flow("process", self.main, id_, line.value, "marked_option")

    def partners(self, sheet: Assessment) -> None:
        """委託先名, and 再委託先名 below it."""
        last, whole = "", False
        heads: tuple[str, ...] = ()  # 委託事項1, 委託事項2
        for line in sheet.of(
            "entrust_content", "entrust_range", "entrust_partner", "reentrust_partner"
        ):
            if line.label is None:
                continue
            if line.heads != heads:
                heads, whole = line.heads, False
            if line.label.field in ("entrust_content", "entrust_range"):
                whole = line.label.field == "entrust_range" and "全体" in line.value.text
                continue
            if not line.value or _NONE.search(tidy(line.value.text)):
                continue
            second = line.label.field == "reentrust_partner"
            for name in names.partners(line.value, 2 if second else 1):
                id_ = self.builder.organisation(name)
                start = (last or self.builder.own) if second else self.builder.own
                relation = "reentrust" if second else "entrust"
                given = whole and not second
                self.flow(relation, start, id_, line.value, "partner_row", whole=given)
                last = last if second else id_

    def recipients(self, sheet: Assessment) -> None:
        """提供先 outside, 移転先 within."""
        for line in sheet.of("provide_to", "transfer_to"):
            if line.label is None or not line.value or _NONE.search(tidy(line.value.text)):
                continue
            if line.label.field == "provide_to":
                for name in names.partners(line.value):
                    self.flow(
                        "provide",
                        self.builder.own,
                        self.builder.organisation(name),
                        line.value,
                        "provide_row",
                    )
            else:
                for label in sections_of(line.value):
                    self.transfer(label, line.value)

    def transfer(self, label: str, passage: Passage, purpose: str = "") -> None:
        """To a section of the own side."""
        known = names.known(label)
        id_ = self.builder.holder(
            label, "section", passage, id_=known[0] if known else "", operator=self.builder.own
        )
        self.flow("transfer", self.builder.own, id_, passage, "transfer_row", purpose)

    def flow(
        self,
        relation: str,
        start: str,
        to: str,
        passage: Passage,
        rule: str,
        purpose: str = "",
        *,
        whole: bool = False,
    ) -> None:
        """Add a flow, with the list of the file if it carries the whole of it."""
        if start == to:
            return
        number = len(self.builder.list_of("flows")) + 1
        flow: Entity = {
            "id": self.builder.fresh(f"f{number}"),
            "matter": self.matter["id"],
            "from": start,
            "to": [to],
            "relation": relation,
        }
        flow.update({"lists": self.written} if whole and self.written else {"open": True})
        flow.update({"subjects": self.ids} if self.ids else {"open_subjects": True})
        if purpose:
            flow["purpose"] = purpose
        flow["source"] = passage.source
        flow["provenance"] = [evidence("to", passage, to, rule)]
        self.builder.add("flows", flow)


def sections_of(passage: Passage) -> list[str]:
    """健康づくり課 保健センター: names of sections stand side by side or on lines."""
    parts = re.split(r"[\s、，,・／/]+", fold(passage.text).strip())
    return [names.written(part) for part in parts if len(part) >= 2 and not part.isdigit()]
