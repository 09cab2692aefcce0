"""Flows of an assessment: into its systems, to contractors and their contractors, to recipients."""

from __future__ import annotations

import re

from nagarezu.importing.draft import lists
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.lists import Listed
from nagarezu.importing.fields import names
from nagarezu.importing.form.assessment import Assessment, Line
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import bracketed, fold, tidy, without_brackets

_OPTION = re.compile(
    r"[\[［【(]\s*(?P<mark>[○◯〇●レ✓ ]?)\s*[\]］】)]\s*(?P<name>[^\[\]［］【】]{2,60}?"
    r")(?=\s*[\[［【]\s*[○◯〇●レ✓ ]?\s*[\]］】]|$)"
)
_NONE = re.compile(r"再委託しない|なし|行わない|行っていない|該当なし")


class Flows:
    """Writes flows of one matter; every flow carries the list of the file, if there is one."""

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
            self.flow("process", self.builder.own, id_, line.value, "system_row")
        for line in sheet.of("system_links"):
            self._linked(line)

    def _linked(self, line: Line) -> None:
        text = tidy(line.value.text)
        for match in _OPTION.finditer(text):
            if not match["mark"].strip():
                continue
            name = match["name"].strip(" 　")
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
        last = ""
        for line in sheet.of("entrust_partner", "reentrust_partner", "reentrust_flag"):
            if line.label is None:
                continue
            if (
                line.label.field == "reentrust_flag"
                or not line.value
                or _NONE.search(tidy(line.value.text))
            ):
                continue
            second = line.label.field == "reentrust_partner"
            for name in names.partners(line.value, 2 if second else 1):
                id_ = self.builder.organisation(name)
                start = (last or self.builder.own) if second else self.builder.own
                self.flow(
                    "reentrust" if second else "entrust", start, id_, line.value, "partner_row"
                )
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
        self, relation: str, start: str, to: str, passage: Passage, rule: str, purpose: str = ""
    ) -> None:
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
        flow.update({"lists": self.written} if self.written else {"open": True})
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
