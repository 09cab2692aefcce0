"""Lines of a list of contents of a register, and what they say otherwise than the card."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder, Entity, evidence, short
from nagarezu.importing.draft.register import names
from nagarezu.importing.fields import work
from nagarezu.importing.fields.names import Name
from nagarezu.importing.form.register import answers
from nagarezu.importing.form.register.contents import Entry
from nagarezu.importing.form.register.file import File
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import key, outside_brackets, tidy, without_brackets

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
            said = _answered(entry.listed, entry.card) or _named(entry.listed, entry.card)
            announced["label"] += said
        if entry.card is not None:
            _steps(card, entry.listed, entry.card)
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
    for name in _PARTNERS:
        for cell in listed.parts(name)[:1]:
            said = answers.YES if partners(listed, name) else answers.of_cell(cell.text)
            stated = answers.of_parts(card.parts(name))
            if said and stated and said != stated:
                return f"（{tidy(cell.label.text)}：{tidy(cell.text.text)}）"
    for part in listed.parts("is_change"):
        stands = answers.changes(card.parts("registered"))
        if stands and tidy(part.text.text) not in stands:
            return f"（{tidy(part.label.text)}：{tidy(part.text.text)}）"
    return ""


_MORE = re.compile(r"等|など|ほか|他|外[0-9]|とおり|参照|[0-9]+(?:社|者|団体|機関|か所)")


def _named(listed: File, card: File) -> str:
    """（提供先：甲市） where line and card each name partners, but not the same.

    One more on one side is somebody whom the other passes over: that is told of him alone.
    """
    for name in _PARTNERS:
        told_alone = name != "reentrust" and odd_one(listed, card, name) is not None
        if not told_alone and _differ(listed, card, name):
            part = listed.parts(name)[0]
            return f"（{tidy(part.label.text)}：{tidy(part.text.text)}）"
    return ""


_PARTNERS = ("recipients", "entrust", "reentrust", "link")


def _differ(listed: File, card: File, name: str) -> bool:
    told, stands = partners(listed, name), partners(card, name)
    alike = not _others(told, stands) and (not _others(stands, told) or _mainly(listed, name))
    return bool(told and stands and not alike)


def _mainly(listed: File, name: str) -> bool:
    """主な提供先 may leave out the rest."""
    return any("主な" in part.label.text for part in listed.parts(name))


def odd_one(listed: File, card: File, name: str) -> tuple[Name, File] | None:
    """The one whom only the line or only the card names beside the others, and where."""
    told, stands = partners(listed, name), partners(card, name)
    more, left = _others(told, stands), _others(stands, told)
    if left and _mainly(listed, name):
        return None
    if len(more) + len(left) != 1 or len(told) + len(stands) < _FEWEST or not (told and stands):
        return None
    return (more[0], listed) if more else (left[0], card)


def partners(file: File, name: str) -> list[Name]:
    """The names in a field; none if it says that there are more, or names nobody."""
    text = file.get(name)
    plain = without_brackets(text.text) if text else ""
    if not text or len(plain) > _LONGEST or "。" in plain or _MORE.search(plain):
        return []
    if _AND_MORE.search(text.text):
        return []
    return [each for each in names.partners(text) if not names.empty(each)]


_AND_MORE = re.compile(r"[(（](?:ほか|他|外|等)")
_LONGEST = 200  # characters of a cell that names partners


def _others(names_: Sequence[Name], others: Sequence[Name]) -> list[Name]:
    """Those that are not among the others, by their names or by parts of them."""
    known = [key(each.label) for each in others]
    printed = [(each, key(each.label)) for each in names_]
    return [each for each, one in printed if not any(one in two or two in one for two in known)]


def _steps(matter: Entity, listed: File, card: File) -> None:
    """What is done, as the line and the card list it, if they do not list it alike."""
    for told, stands in _pairs(listed, card):
        if min(len(told), len(stands)) >= _FEWEST and _labels(told) != _labels(stands):
            _compare(matter, told, stands)
            return


def _pairs(listed: File, card: File) -> Iterator[tuple[list[work.Step], list[work.Step]]]:
    """What both tell of the work: in general, and below one label (委託する業務の内容)."""
    yield _listed(listed.get("summary")), _listed(card.get("summary"))
    for told in listed.parts("detail"):
        for stands in card.parts("detail"):
            if key(told.label.text) == key(stands.label.text):
                yield _listed(told.text), _listed(stands.text)


def _compare(matter: Entity, told: Sequence[work.Step], stands: Sequence[work.Step]) -> None:
    for sheet, steps in (("overview", told), ("matter", stands)):
        for step in steps:
            proof = evidence("label", step.passage, step.label, "listed")
            matter.setdefault("work", []).append(
                {
                    "label": step.label,
                    "sheet": sheet,
                    "source": step.passage.source,
                    "provenance": [proof],
                }
            )


_LEAD = re.compile(r"^[ 　]*(?:[(（]?[0-9０-９]{1,2}[)）.．、]?|[①-⑳・])[ 　]*")


def _listed(cell: Passage) -> list[work.Step]:
    """What a cell lists: lines with numbers, or parts of one line behind commas."""
    steps = work.read(cell)
    if len(steps) >= _FEWEST or "。" in cell.text:
        return steps
    parts = outside_brackets(cell.text, "、，,") if cell else []
    return [work.Step(tidy(_LEAD.sub("", part)), cell) for part in parts if part.strip()]


_FEWEST = 3  # steps of a list, or names of two


def _labels(steps: Sequence[work.Step]) -> list[str]:
    return [key(step.label) for step in steps]


def _another(one: str, two: str) -> bool:
    """Whether two sections name other units: 障がい福祉課, 地域福祉課; not 福祉部地域福祉課."""
    units = [set(_UNIT.findall(key(each))) for each in (one, two)]
    if not all(units) or key(one) in key(two) or key(two) in key(one):
        return False
    return not any(a.endswith(b) or b.endswith(a) for a in units[0] for b in units[1])
