"""Lines of a list of contents of a register, and what they say otherwise than the card."""

from __future__ import annotations

import re

from nagarezu.importing.draft.builder import Builder, Entity, evidence, short
from nagarezu.importing.form.register import answers
from nagarezu.importing.form.register.contents import Entry
from nagarezu.importing.form.register.file import File
from nagarezu.importing.rules.characters import key, tidy

_UNIT = re.compile(r"[^部局都道府県市区町村]{1,12}?[課室所館]")


def write(builder: Builder, entry: Entry, card: Entity | None) -> None:
    """A line of a list of contents, with the matter whose card it stands for."""
    announced: Entity = {"topic": "matter", "label": short(tidy(entry.name.text))}
    if card is not None:
        announced["matter"] = card["id"]
        if entry.alike:  # 国保被保険者 for 国保被保険者ファイル is the same name
            announced["label"] = card["title"]
        section = tidy(entry.listed.get("section").text)
        if _another(section, str(card.get("department", ""))):
            announced["label"] += f"（{section}）"
        elif entry.card is not None:
            announced["label"] += _answered(entry.listed, entry.card)
    announced["source"] = entry.name.source
    announced["provenance"] = [
        evidence("label", entry.name, announced["label"], "listed", printed=entry.name.text)
    ]
    builder.add("announcements", announced)


def _answered(listed: File, card: File) -> str:
    """（委託：無） where the line says so and the card names whom something is entrusted to."""
    for name in answers.ASKED:
        for part in listed.parts(f"is_{name}"):
            said, stated = answers.of_cell(part.text), answers.of_parts(card.parts(name))
            if said and stated and said != stated:
                return f"（{tidy(part.label.text)}：{said}）"
    for part in listed.parts("is_change"):
        stands = answers.changes(card.parts("registered"))
        if stands and tidy(part.text.text) not in stands:
            return f"（{tidy(part.label.text)}：{tidy(part.text.text)}）"
    return ""


def _another(one: str, two: str) -> bool:
    """Whether two sections name other units: 障がい福祉課, 地域福祉課; not 福祉部地域福祉課."""
    units = [set(_UNIT.findall(key(each))) for each in (one, two)]
    if not all(units) or key(one) in key(two) or key(two) in key(one):
        return False
    return not any(a.endswith(b) or b.endswith(a) for a in units[0] for b in units[1])
