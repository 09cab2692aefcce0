"""The table of a digest that says by which measures each point of the check is met."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from nagarezu.importing.draft import crosswalk
from nagarezu.importing.draft.assessment import by_name, measure_tables
from nagarezu.importing.draft.assessment.measures import Chapters, chapter_of
from nagarezu.importing.draft.assessment.whose import layer_of, party_of
from nagarezu.importing.draft.builder import Builder, evidence
from nagarezu.importing.fields import stretches
from nagarezu.importing.fields.stretches import NUMBERS
from nagarezu.importing.form.assessment.form import Assessment
from nagarezu.importing.form.assessment.tables import Table, sides_of
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import CIRCLED, fold, tidy

_CITED = re.compile(
    r"(?:(?P<chapter>\d{1,2})(?:章|節)?[ ]?の[ ]?)?"
    rf"(?P<head>[^\d{CIRCLED}。\n]{{2,60}}?)[ ]?(?P<marks>{NUMBERS})"
    r"(?:まで)?(?![\d年月日条項号件人回名時か箇]|[ ]?(?:章|節)?[ ]?の[^。\d]{0,10}(?:措置|対策))"
)
_PART = re.compile(r"(Ⅰ|Ⅱ|Ⅲ|Ⅳ|Ⅴ|Ⅵ|I{1,3}|IV|VI?)[ .のー-]{0,2}(?=\d)")
_AND = re.compile(r"^(?:[、,・ ]|及び|並びに)+|[、,・ ]+$")
_LABEL = 60  # characters of a sentence that cites
_RISK = re.compile(r"^[ ]*リスク(?P<risk>\d{1,2})(?:[ ]|:|$)")
_COUNTED = re.compile(
    rf"^[ ]*(?:措置)?(?P<mark>\(\d{{1,2}}\)|[{CIRCLED}]|\d{{1,2}}(?=[. ]))", re.MULTILINE
)
_OF_RISK = re.compile(
    r"(?P<head>(?:(?P<section>\d{1,2})[.の][ ]?)?リスク(?P<risk>\d{1,2})(?:に対する|への|の)[ ]?"
    rf"(?:措置|対策)(?:の内容)?)の?[ ]?(?P<marks>{NUMBERS})(?![\d.])"
)


def write(builder: Builder, sheet: Assessment, chapters: Chapters) -> None:
    """本市の技術的対策2、3及び5: a criterion with the measures it cites, found or not."""
    named = by_name.printed(sheet)
    for table in sheet.tables:
        if table.kind == "crosswalk":
            _table(builder, table, chapters, named)
        elif (sides := sides_of(table.columns)) and measure_tables.cites(table, sides):
            _sided(builder, table, sides)
    _of_risks(builder, sheet)


def _sided(builder: Builder, table: Table, sides: Mapping[str, bool]) -> None:
    """リスク | 市の措置 | 受託者の措置: each cell cites the measures of its side by their marks."""
    for at, head in enumerate(table.columns):
        if head not in sides:
            continue
        party = "own" if sides[head] else "partner"
        found = [each for each in builder.list_of("safeguards") if each["party"] == party]
        known: crosswalk.Measures = {
            (head, str(each["position"])): str(each["id"]) for each in found
        }
        if len(known) < len(found):
            continue  # several measures bear one number: it says not which is meant
        for row in table.rows:
            cited = row.cells[at] if at < len(row.cells) else Passage()
            marks = _listed_marks(fold(cited.text))
            references = [
                crosswalk.reference(builder, mark, (head, mark), cited, known) for mark in marks
            ]
            if references:
                entity = {"label": f"{tidy(row.cells[0].text)} {head}", "references": references}
                builder.add("criteria", {**entity, "source": row.whole.source})


_KANA = re.compile(r"[ア-ン]")


def _listed_marks(text: str) -> list[str]:
    return [number for number, _ in stretches.cited(text)] + _KANA.findall(text)


def _of_risks(builder: Builder, sheet: Assessment) -> None:
    """リスク2の措置(5), where the measures against this risk of the section end before."""
    counted: dict[tuple[str, str, str], set[int]] = {}
    cites: list[tuple[str, str, Passage, re.Match[str]]] = []
    here, risk = ("", ""), ""
    for line in sheet.lines:
        now = chapter_of(line.part, line.section)
        named = _RISK.match(fold(line.row.text))
        risk = named["risk"] if named else risk if now == here else ""
        here = now
        text = fold(line.value.text)
        marks = [
            number
            for each in _COUNTED.finditer(text)
            for number, _ in stretches.cited(each["mark"])
        ]
        counted.setdefault((*here, risk), set()).update(map(int, marks))
        cites.extend((*here, line.value, match) for match in _OF_RISK.finditer(text))
    for part, section, value, match in cites:
        known = counted.get((part, match["section"] or section, match["risk"]), set())
        if len(known) > 1 and known == set(range(1, len(known) + 1)):
            for number, printed in stretches.cited(match["marks"]):
                if int(number) not in known:
                    _unknown(builder, value, match, printed)


def _unknown(builder: Builder, value: Passage, match: re.Match[str], printed: str) -> None:
    """A criterion for a sentence that cites a measure which is not there."""
    label = f"{match['head']}{printed}"
    proof = evidence("measure", value, "", "number_not_there", 0.5, printed=label)
    reference = {"label": label, "source": value.source, "provenance": [proof]}
    sentence = tidy(compiled(r"[。\n]").split(fold(value.text)[match.start() :])[0])[:_LABEL]
    builder.add("criteria", {"label": sentence, "references": [reference], "source": value.source})


def _table(builder: Builder, table: Table, chapters: Chapters, named: by_name.Names) -> None:
    criterion, answer = table.column("criterion"), table.column("answer")
    above = ""
    for row in table.rows:
        if max(criterion, answer) >= len(row.cells):
            continue
        label = tidy(row.cells[criterion].text)
        if label.startswith("同") and above:
            label = above + label.removeprefix("同上").removeprefix("同").strip()
        elif label:
            above = compiled(r"[(（][^()（）]*[)）]$").sub("", label)
        cited = row.cells[answer]
        references = by_name.references(builder, cited, named) or [
            crosswalk.reference(builder, printed, (head, number), cited, measures)
            for head, number, printed, measures in _citations(builder, cited, chapters)
        ]
        if references:
            entity = {"label": label or above, "references": references}
            builder.add("criteria", {**entity, "source": row.whole.source})


def _citations(
    builder: Builder, cited: Passage, chapters: Chapters
) -> Iterator[tuple[str, str, str, crosswalk.Measures]]:
    """Whose measures of what sort, the number, the number as printed, and all of that sort.

    ３の措置１ cites by the number of the section; 措置２ behind it is one of the same section.
    """
    party, layer, chapter = "", "", ""
    for match in _CITED.finditer(_PART.sub("", fold(cited.text))):
        chapter = match["chapter"] or chapter
        head = _AND.sub("", match["head"])
        named = party_of(builder, head), layer_of(compiled(r"[(（].*$|の?\s*$").sub("", head))
        if not any(named) and not compiled("措置|対策").search(head):
            continue
        party, layer = named[0] or party or "own", named[1] or "unspecified"
        known: crosswalk.Measures = {
            (head, str(each["position"])): str(each["id"])
            for each in builder.list_of("safeguards")
            if (each["party"], each["layer"]) == (party, layer)
            and (not chapter or _in_chapter(chapters, str(each["id"]), chapter))
        }
        if known:
            for number, printed in stretches.cited(match["marks"]):
                yield head, number, printed, known


def _in_chapter(chapters: Chapters, id_: str, number: str) -> bool:
    """Of sections of one number in several parts, the one among the risks is meant."""
    part, found = chapters.get(id_, ("", ""))
    return found == number and (part == "Ⅲ" or all(each[0] != "Ⅲ" for each in chapters.values()))
