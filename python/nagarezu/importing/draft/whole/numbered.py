"""Numbers of measures and clauses that a sentence cites and that nothing has.

市が行う対策【運用上の対策】の8による: the column of that side and layer ends at 6. 第12項: the
clauses end at 9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft import said
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.fields.safeguards import layer_of
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, tidy

_JOINED = r"[ ]?(?:、|,|・|及び|並びに|又は|と|から|~)[ ]?"
_BY = r"に(?:より|よって|よる|定|掲|示|記載|対応|準|基づ)|のとおり|を?参照|と(?:同|併)|[)）。]|$"
_MEASURES = re.compile(
    r"(?P<front>[^。\n「」]{0,30}?)[【〔(（]?(?P<layer>(?:運用|システム|技術|物理|組織|人)(?:面|的|上)"
    r"の?(?:安全管理)?(?:対策|措置))[】〕)）]?の?[ ]?"
    rf"(?P<numbers>\d{{1,2}}(?:{_JOINED}\d{{1,2}})*)(?={_BY})",
    re.MULTILINE,
)
_OWN = re.compile(r"(?:本|当)?(?:市|区|町|村|県|甲|実施機関|委託者)(?:の|側|が)")
_PARTNER = re.compile(r"(?:委託先|受託者?|事業者|受任者|委任先|相手方|乙)(?:の|側|が|に)")
_ITEM = re.compile(r"(?<![条法例則令])第(?P<number>\d{1,2})項")
_ARTICLE = re.compile(r"^[ ]*第[1一]条")
_LABEL = 60  # characters of the sentence that cites
_FEWEST = 2  # measures of a column, clauses of a list

Missing = tuple[Passage, str, str]  # where, the sentence, what is cited as printed


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """A criterion for each sentence that cites what is not there."""
    known = {str(each["label"]) for each in builder.list_of("criteria")}
    for passage, sentence, printed in (*_of_columns(builder, rows), *_of_clauses(builder, rows)):
        label = tidy(sentence)[:_LABEL]
        if label not in known:
            known.add(label)
            reference = {"label": printed, "source": passage.source}
            references = [{**reference, "provenance": [_proof(passage, printed)]}]
            builder.add(
                "criteria", {"label": label, "references": references, "source": passage.source}
            )


def _proof(passage: Passage, printed: str) -> Entity:
    return {
        "field": "measure",
        "source": passage.source,
        "printed": printed,
        "rule": "number_not_there",
        "confidence": 0.5,
        "review": "unreviewed",
    }


def _of_columns(builder: Builder, rows: Sequence[Row]) -> Iterator[Missing]:
    """Numbers beyond the last measure of the side and layer that are named."""
    if not builder.list_of("safeguards"):
        return
    for matter, passage, text in _texts(builder, rows):
        plain = fold(text)
        for match in _MEASURES.finditer(plain):
            last = _last(builder, matter, _side(match["front"]), layer_of(match["layer"]))
            for number in compiled(r"\d+").findall(match["numbers"]):
                if last and int(number) > last:
                    yield passage, _sentence(plain, match), f"{match['layer']}{number}"


def _texts(builder: Builder, rows: Sequence[Row]) -> Iterator[tuple[str, Passage, str]]:
    """Each cell with its matter; the lines of work and measures that printed lines make up."""
    for matter, row in said.placed(builder, rows):
        for cell in row.filled:
            yield matter, cell, cell.text
    matters = builder.list_of("matters")
    made = [(str(one["id"]), each) for one in matters for each in one.get("work", [])]
    made += [(str(each.get("matter", "")), each) for each in builder.list_of("safeguards")]
    for matter, each in made:
        if len(str(each.get("source", "")).split()) > 1:
            yield matter, _place(each, rows), str(each["label"])


def _side(front: str) -> str:
    """Whose column is meant; empty where it is not said."""
    sides = [(m.start(), "own") for m in _OWN.finditer(front)]
    sides += [(m.start(), "partner") for m in _PARTNER.finditer(front)]
    return max(sides)[1] if sides else ""


def _last(builder: Builder, matter: str, side: str, layer: str) -> int:
    """The last number of the column; of several, where none is named, the longest of them."""
    here = builder.of_matter("safeguards", matter) if matter else []
    for measures in (here, builder.list_of("safeguards")):
        numbers = [
            int(each["position"])
            for each in measures
            if each["layer"] == layer
            and side in ("", each["party"])
            and str(each.get("position", "")).isdecimal()
        ]
        if len(set(numbers)) >= _FEWEST:
            return max(numbers)
    return 0


def _of_clauses(builder: Builder, rows: Sequence[Row]) -> Iterator[Missing]:
    """第12項 in clauses that are counted as 1, 2, 3 and end before."""
    clauses = builder.list_of("clauses")
    numbers = {int(each["number"]) for each in clauses if str(each.get("number", "")).isdecimal()}
    counted = len(numbers) >= _FEWEST and numbers == set(range(1, max(numbers) + 1))
    if not counted or any(_ARTICLE.match(fold(row.text)) for row in rows):
        return
    for clause in clauses:
        plain = fold(str(clause["label"]))
        for match in _ITEM.finditer(plain):
            if int(match["number"]) > max(numbers):
                yield _place(clause, rows), plain, match.group()


def _place(entity: Entity, rows: Sequence[Row]) -> Passage:
    places = str(entity.get("source", "")).split()
    found = next((row.whole for row in rows if str(row.place) in places), None)
    return found or rows[0].whole


def _sentence(text: str, match: re.Match[str]) -> str:
    start = max(text.rfind("。", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
    return compiled(r"[。\n]").split(text[start:])[0]
