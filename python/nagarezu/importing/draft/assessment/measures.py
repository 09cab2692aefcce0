"""Measures of an assessment: each cell by side, layer and number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from nagarezu.importing.draft.assessment import measure_tables
from nagarezu.importing.draft.assessment.whose import layer_of, party_of
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.measures import add, empty_place
from nagarezu.importing.fields import safeguards
from nagarezu.importing.form.assessment import heads as heads
from nagarezu.importing.form.assessment import labels as assessment_labels
from nagarezu.importing.form.assessment.beside import side_of
from nagarezu.importing.form.assessment.sheet import LAYERS, MEASURES, Assessment, Line
from nagarezu.importing.form.assessment.tables import sides_of
from nagarezu.importing.heads import sections
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy

_CHOSEN = re.compile(r"^\s*[\[［](?P<chosen>[^\]］○]{0,60})[\]］]")
_OPTIONS = re.compile(r"[<＜]選択肢[>＞]")
_ABOUT_MEASURES = re.compile(r"措置|対策|に関する記載|リスク")
_DETAILED = re.compile("対策の内容|具体的な")
_BARE = re.compile(r"(?:リスクに対する|講(?:じ|ず)る)?(?:措置|対策)(?:の内容)?")
# ⑤物理的対策 措置の内容: the sort in front of the label, in one cell with it
_SORTED = re.compile(
    r"(?:[①-⑳]|\d{1,2}[.、)]?)?[ ]*"
    r"(?P<sort>(?:物理|技術|組織|人)的な?(?:安全管理)?(?:対策|措置))[ :(]"
)


_FIRST = re.compile(r"[ ]*(?:[(]?(?:1|ア)[). 、]|①)")


Chapters = dict[str, tuple[str, str]]  # measure → part and number of the section it stands in


def measures(builder: Builder, sheet: Assessment, matter: str) -> Chapters:
    """Measures under each label, and those of tables with a column of measures."""
    chapters: Chapters = {}
    # ⑤物理的対策 holds below, at 具体的な対策の内容 and ■本市の措置
    above, where, stated = "unspecified", "", False
    beside: dict[tuple[str, str, str], list[str]] = {}
    made_of: list[tuple[Line, list[str]]] = []
    headed_by = _sorts(sheet)
    for line in _stated(sheet):
        if line.label is None:
            continue
        name = line.label.field
        if name == "remarks" and not _ABOUT_MEASURES.search(line.value.text):
            continue
        if name == "audit" and not line.value:
            continue
        layer = name if name in LAYERS else headed_by.get(id(line), "unspecified")
        aside = line.side and side_of(line.printed.text) == line.side and line.section == where
        anew = stated and _FIRST.match(fold(line.value.text))  # a list of its own, of no sort
        beside_it = stated and line.row.grid and line.printed  # a row of its own, as those above
        if (aside and not anew and not beside_it) or _DETAILED.search(line.printed.text):
            layer = above
        where = line.section
        above = layer if name != "risk_measures" or layer == above else "unspecified"
        party = party_of(builder, line.side) or "own"
        value = without_choices(line.value)
        headed = (line.section, line.printed.text, line.block.split("@")[0])
        made = _cell(builder, matter, value, party, layer, _deduced(line), headed)
        stated = bool(made) if name in LAYERS else stated  # 運用上の対策 with measures of its own
        chapters.update(dict.fromkeys(made, chapter_of(line.part, line.section)))
        beside.setdefault((line.part, line.section, layer), []).extend(made)
        made_of.append((line, made))
    for line in sheet.of("reentrust_permit"):  # a rule, and so a measure, if it forbids
        if compiled(r"禁止|禁じ|認めない").search(line.value.text):
            _cell(builder, matter, without_choices(line.value), "own", "unspecified")
    for table in sheet.tables:
        if table.kind == "measures":
            for each in measure_tables.cells(builder, table):
                if each.empty:
                    empty_place(builder, matter, each.value)
                    continue
                value = without_choices(each.value)
                said = (each.section, each.whom)
                made = _cell(builder, matter, value, each.party, each.layer, "", said, each.number)
                chapters.update(dict.fromkeys(made, chapter_of(table.part, each.section)))
                if sides_of(table.columns):
                    beside.setdefault((f"@{table.grid}", "", each.layer), []).extend(made)
                elif (
                    each.number and len(made) == 1
                ):  # a row may be copied under a number of its own
                    entity = builder.list_of("safeguards")[-1]
                    entity["wording"] = safeguards.wording(each.value.text)
    _worded(builder, beside.values())
    _repeated(builder, sheet, made_of)
    return chapters


def _sorts(sheet: Assessment) -> dict[int, str]:
    """⑤物理的対策 above 措置の内容, or in front of it: of what sort the measures are."""
    found: dict[int, str] = {}
    before: Line | None = None
    for line in sheet.of("risk_measures", *LAYERS):
        if line.label is not None and line.label.field == "risk_measures":
            printed = fold(line.printed.text).strip()
            if match := _SORTED.match(printed):
                found[id(line)] = layer_of(match["sort"])
            elif _BARE.fullmatch(key(printed)) and _follows(sheet, before, line):
                found[id(line)] = before.label.field if before and before.label else ""
        empty = line.label and line.label.field in LAYERS and not without_choices(line.value)
        before = line if empty else None
    return found


def _follows(sheet: Assessment, before: Line | None, line: Line) -> bool:
    """Whether a line stands right below another, with no head of a risk in between."""
    return before is not None and any(
        one is before and other is line for one, other in pairwise(sheet.lines)
    )


def _repeated(builder: Builder, sheet: Assessment, made_of: list[tuple[Line, list[str]]]) -> None:
    """A row that stands twice, one below the other: its measures are compared with themselves."""
    at = {id(line): number for number, line in enumerate(sheet.lines)}
    twice = {
        id_
        for (one, here), (other, there) in pairwise(made_of)
        if here and len(here) == len(there) and _is_row(one) == _is_row(other)
        if id(one) in at and _is_next(sheet.lines[at[id(one)] + 1 : at[id(other)]], one.section)
        for id_ in (*here, *there)
    }
    for each in builder.list_of("safeguards"):
        words = safeguards.wording(str(each["label"]))
        if each["id"] in twice and len(words) >= _TELLING:
            each["wording"] = words


def _is_next(between: Iterable[Line], section: str) -> bool:
    """Whether nothing but the same head parts two rows; measures against two risks may be alike."""
    return all(
        heads.is_page(line.row.filled[0].text)
        or (line.label and line.label.field == "rating" and "リスク" not in line.value.text)
        or key((line.printed or line.row.whole).text) == key(section)
        for line in between
    )


def _is_row(line: Line) -> tuple[str, ...]:
    """What tells a row of measures from others: where it stands, its head and what it says."""
    place = (line.part, str(line.file), key(line.section), line.block, line.side)
    return (*place, key(line.printed.text), key(line.value.text))


def _worded(builder: Builder, beside: Iterable[list[str]]) -> None:
    """Where a section prints both the own and the partner's measures, these can be compared.

    What one side says twice, of two risks, is compared once.
    """
    made = {str(each["id"]): each for each in builder.list_of("safeguards")}
    seen: set[tuple[str, str, str]] = set()
    for ids in beside:
        group = [made[id_] for id_ in ids]
        if {"own", "partner"} <= {each["party"] for each in group}:
            for each in group:
                words = safeguards.wording(each["label"])
                if (each["party"], each["layer"], words) not in seen:
                    seen.add((each["party"], each["layer"], words))
                    each["wording"] = words


def chapter_of(part: str, section: str) -> tuple[str, str]:
    """Ⅲ and 3.特定個人情報の使用: the part and the number by which a check cites the section."""
    number = compiled(r"[(（]?(?P<number>\d{1,2})").match(fold(section))
    return part, number["number"] if number else ""


def _stated(sheet: Assessment) -> list[Line]:
    """The lines that hold measures; those of a list of changes only where nothing else does."""
    lines = sheet.of(*MEASURES, "audit", "remarks")
    changed = {id(line) for line in sheet.changed}
    body = [line for line in lines if id(line) not in changed]
    tables = any(table.kind == "measures" for table in sheet.tables)
    known = any(line.label and line.label.field != "remarks" and line.value for line in body)
    return body if known or tables else lines


def _deduced(line: Line) -> str:
    """備考 names no side in a head of its own: whom it speaks of says whose measure it is."""
    return line.value.text if line.label and line.label.field == "remarks" else ""


def without_choices(passage: Passage) -> Passage:
    """[十分に行っている] <選択肢> 1) … 3) …: what follows the choice (trap 16)."""
    text = passage.text
    spans = [match.span() for match in _OPTIONS.finditer(text)]
    spans += [match.span() for match in _answers().finditer(fold(text))]
    chosen = _CHOSEN.match(text)
    if chosen:
        spans.append(chosen.span())
    parts, start = [], 0
    for first, end in sorted(spans):
        if first >= start:
            parts.append(passage.part(start, first))
        start = max(start, end)
    parts.append(passage.part(start))
    return joined(parts)


@cache
def _answers() -> re.Pattern[str]:
    each = "|".join(r"\s*".join(answer) for answer in rules("assessment")["answers"])
    return re.compile(rf"\d\s*\)\s*(?:{each})\s*")


_LONGEST_CITATION = 40  # characters


def _cell(
    builder: Builder,
    matter: str,
    value: Passage,
    party: str,
    layer: str,
    about: str = "",
    above: tuple[str, ...] = (),
    number: str = "",
) -> list[str]:
    """The measures of one cell, by their ids; what has no number is counted below its head.

    `number` is printed beside the cell for its only measure.
    """
    made: list[str] = []
    for head, body in (each for part in _by_risk(value) for each in sections(part)):
        side = party_of(builder, head.text) or party_of(builder, "", about and body.text) or party
        if assessment_labels.is_none(body.text) or not body or _ONLY_TICKS.match(fold(body.text)):
            continue
        if len(body.text) <= _LONGEST_CITATION and assessment_labels.is_away(body.text):
            continue  # 研修はⅢ（2）に記載した。
        body, plain = _unwrapped(body)
        below = layer_of(head.text) if head and layer == "unspecified" else ""
        found = safeguards.read(body)
        for count, measure in enumerate(found, 1):
            if plain and not measure.called:
                measure.path = number if number and len(found) == 1 else str(count)
            measure.layer = below or layer
            made.append(add(builder, matter, side, measure, heads=(*above, tidy(head.text))))
        _copied(builder, made)
    return made


def _copied(builder: Builder, made: list[str]) -> None:
    """A measure that one cell prints twice is compared with itself."""
    cell = [each for each in builder.list_of("safeguards") if each["id"] in made]
    words = [safeguards.wording(str(each["label"])) for each in cell]
    for each, wording in zip(cell, words, strict=True):
        if words.count(wording) > 1 and len(wording) >= _TELLING:
            each["wording"] = wording


_TELLING = 8  # characters of a measure that nobody prints twice on purpose


_ONLY_TICKS = re.compile(r"^(?:\s*\[[ ]?[○〇◯]?[ ]?\]\s*[^\s\[\]。、]{2,12})+$")
_RISK = re.compile(
    r"^[ 　]*(?:リスク)?[(（]?\d{1,2}[)）.．:： 　][^。]{2,40}リスク(?:への対策|対策)?$"
)


def _by_risk(value: Passage) -> list[Passage]:
    """（１）目的外の入手が行われるリスク is the head of the measures below it, and none itself."""
    parts: list[list[Passage]] = [[]]
    for line in value.lines():
        if _RISK.match(line.text.strip()):
            parts.append([])
        else:
            parts[-1].append(line)
    return [joined(part) for part in parts if part] if len(parts) > 1 else [value]


def _unwrapped(body: Passage) -> tuple[Passage, bool]:
    """Lines of running text in whole sentences, and whether nothing in it bears a number."""
    _, nodes = outline(body)
    if any(node.kind != "bullet" for node in nodes):
        return body, False
    if nodes:
        return body, True
    whole: list[Passage] = []
    for line in body.lines():
        if whole and whole[-1].text[-1:] not in "。.）)」】：:" and not line.text.startswith("・"):
            whole[-1] = joined([whole[-1], line], "")
        else:
            whole.append(line)
    return joined(whole), True
