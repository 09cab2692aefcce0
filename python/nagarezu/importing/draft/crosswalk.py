"""The crosswalk of an answer: which criterion cites which measures."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.fields.reading import Alternative
from nagarezu.importing.form.prose.form import Prose
from nagarezu.importing.list_marks import CITATION, CITED
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import CIRCLED, fold, look_alikes, tidy

_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨ"
_ONE = re.compile(
    rf"(?P<to>から|~)?[ ]?(?P<one>{CITATION}|\([ ]?[^()]{{1,2}}[ ]?\)"
    r"|[^\s\d()、,・からまで及び並にと又は~の])"
)
_MARK = re.compile(r"\d+|[^\d\s()第の]")
_LINE = re.compile(
    rf"^{CITED}(?=[、,\s]*(?:(?P<sure>$|。|に(?:より|よって|よる|示|掲|記載|定)|のとおり)|[にでがは]|の(?:措置|対策)))"
)
_IN_HEAD = re.compile(rf"(?:\((?P<cited>{CITED})\)|(?<=[^\d\s])[ ]+(?P<behind>{CITED}))[。]?$")
_NO_MEASURE = re.compile(  # behind a mark: 第3の3に掲げる項目
    r"に?(?:掲げ|示|記載)[^、。]{0,6}(?:項目|情報|理由|経緯|目的|内容|業務|資料|概要|必要性)"
)
_NEVER_A_MARK = "力卜夕工口"  # kanji that nobody counts by: a misread カ, ト, タ, エ, ロ
_DOUBTS = (0.7, 0.2, 0.1)
_NEAREST = (0.3, 0.2, 0.1)

Marks = tuple[str, ...]
Measures = dict[Marks, str]


def marks(path: Iterable[Node]) -> Marks:
    """The marks that lead to a measure, without brackets: ("2", "5", "ア", "ア")."""
    printed = (fold(node.mark).strip("()").removeprefix("第").strip(" 章節") for node in path)
    return tuple(mark for mark in printed if mark)


def write(builder: Builder, paper: Prose, measures: Measures) -> None:
    """Criteria of the reasons. A citation that resolves to nothing keeps ranked candidates."""
    seen: set[int] = set()
    for part in paper.about("reasons", reasons=True) + paper.about("safeguards", reasons=True):
        for below in part.node.walk():
            path = (*part.path[:-1], *below)
            node = path[-1]
            if id(node) in seen:
                continue
            cited, words, title = _cited(node, measures)
            if not words:
                continue
            seen.add(id(node))
            references = [
                reference(builder, label, wanted, cited, measures)
                for label, one in _citations(words, measures)
                for wanted in _below(one, measures, whole=not node.children)
            ]
            label = f"{_marks_of(path)} {title}".strip()
            source = " ".join(dict.fromkeys([*node.passage.source.split()]))
            builder.add("criteria", {"label": label, "references": references, "source": source})


def _cited(node: Node, measures: Measures) -> tuple[Passage, str, str]:
    """Where a criterion cites, the citations in half width, and the words of the criterion."""
    lines = node.passage.lines()
    if not lines:
        return Passage(), "", ""
    title = tidy(lines[0].text)
    printed = lines[0].text.rstrip()  # tidying takes blanks away that part two columns
    for head in (title, printed):
        if inline := _IN_HEAD.search(fold(head)):
            return lines[0], inline["cited"] or inline["behind"], tidy(head[: inline.start()])
    for index, line in enumerate(lines[1:], 1):
        while line.text.rstrip()[-1] in "、，," and index + 1 < len(lines):
            index += 1
            line = joined([line, lines[index]], "")
        match = _LINE.match(fold(tidy(line.text)))
        if match and _NO_MEASURE.match(fold(tidy(line.text)), match.end()):
            continue
        if match and (match["sure"] is not None or _known(match.group(), measures)):
            return line, match.group(), title
    return Passage(), "", ""


def _citations(words: str, measures: Measures) -> list[tuple[str, Marks]]:
    """Each measure that is cited, as printed and by its marks: (1)イ、ウ及びオからキまで."""
    found: list[tuple[str, Marks]] = []
    for match in _ONE.finditer(words):
        label = match["one"].replace(" ", "")
        own = tuple(_MARK.findall(label))
        before = found[-1][1] if found else ()
        wanted = own
        if len(own) < len(before) and own[0].isdigit() == before[-len(own)].isdigit():
            longer = before[: -len(own)] + own
            if len(_ending(measures, own)) != 1 or _ending(measures, longer):
                wanted = longer
        if match["to"] and before:
            found.extend(_between(before, wanted))
        found.append((label, wanted))
    return found


def _below(wanted: Marks, measures: Measures, *, whole: bool) -> list[Marks]:
    """第3の5, 2(6) is a head of measures: all of them are cited, none if parts of the node cite."""
    size = len(wanted)
    found = [path for path in measures if 1 < size < len(path) and path[:size] == wanted]
    found = found or _below_end(wanted, measures)
    if not found:
        return [wanted]
    return found if whole else []


def _below_end(wanted: Marks, measures: Measures) -> list[Marks]:
    """(3) for 第2の7(3), where no measure has that mark and one head of measures ends with it."""
    if _ending(measures, wanted):
        return []
    heads = {path[:size] for path in measures for size in range(len(wanted), len(path))}
    ends = [head for head in heads if head[-len(wanted) :] == wanted]
    return [path for path in measures if len(ends) == 1 and path[: len(ends[0])] == ends[0]]


def _between(first: Marks, last: Marks) -> list[tuple[str, Marks]]:
    """イからオまで: ウ and エ are cited as well."""
    start, end = _order(first[-1]), _order(last[-1])
    marks = [_alike(last[-1], number) for number in range(start + 1, min(end, start + 30))]
    return [(mark, (*last[:-1], mark)) for mark in marks]


def _alike(mark: str, number: int) -> str:
    """The mark of this number in the way of another mark."""
    if mark in CIRCLED:
        return CIRCLED[number - 1]
    return str(number) if mark.isdigit() else _KANA[number - 1]


def _known(words: str, measures: Measures) -> bool:
    """(3)アでは… may speak of anything; it cites measures if one of its marks is a measure's."""
    return any(
        len(_ending(measures, tuple(_MARK.findall(match["one"])))) == 1
        for match in _ONE.finditer(words)
    )


def _marks_of(path: tuple[Node, ...]) -> str:
    """3(1), ア(ア), and 第3の1 where two numbers would run together."""
    return (
        compiled(r"(?<=\d) (?=\d)")
        .sub("の", " ".join(fold(node.mark) for node in path[-2:]))
        .replace(" ", "")
    )


def reference(
    builder: Builder, label: str, wanted: Marks, cited: Passage, measures: Measures
) -> Entity:
    """One citation as an entity: the measure it names, or what it may name."""
    entity: Entity = {"label": label}
    found = _ending(measures, wanted)
    alternatives: list[tuple[str, str]] = []
    rule, weights = "crosswalk", _DOUBTS
    if len(found) == 1:
        entity["measure"] = measures[found[0]]
    else:
        rule = "ocr_look_alike"
        alternatives = _look_alikes(measures, label, wanted)
        if len(alternatives) == 1 and wanted[-1] in _NEVER_A_MARK:
            read, entity["measure"] = alternatives.pop()
            builder.notes.ask(cited, "look_alike_number", (Alternative(read, _DOUBTS[0]),))
        elif not alternatives:
            rule, weights = ("ambiguous_mark" if found else "nearest_mark"), _NEAREST
            near = found or _nearest(measures, wanted)
            alternatives = [(_printed(path), measures[path]) for path in near[:3]]
        if alternatives:
            entity["candidates"] = [measure for _, measure in alternatives]
    entity["source"] = cited.source
    proof: Entity = {
        "field": "measure",
        "source": cited.source,
        "printed": label,
        "rule": rule,
        "confidence": _confidence(entity, rule),
        "review": "unreviewed",
    }
    if alternatives:
        proof["alternatives"] = [
            {"value": value, "confidence": weights[min(i, 2)]}
            for i, (value, _) in enumerate(alternatives)
        ]
    entity["provenance"] = [proof]
    if "measure" not in entity:
        builder.notes.ask(cited, "crosswalk_unresolved")
    return entity


def _confidence(entity: Entity, rule: str) -> float:
    if "measure" not in entity:
        return 0.5
    return 0.95 if rule == "crosswalk" else _DOUBTS[0]


def _ending(measures: Measures, wanted: Marks) -> list[Marks]:
    return [path for path in measures if path[-len(wanted) :] == wanted]


def _look_alikes(measures: Measures, label: str, wanted: Marks) -> list[tuple[str, str]]:
    """Measures under the same head whose mark may have been misread."""
    found = []
    for other in look_alikes().get(wanted[-1], ()):
        hits = _ending(measures, (*wanted[:-1], other))
        if len(hits) == 1:
            before, _, after = label.rpartition(wanted[-1])
            found.append((f"{before}{other}{after}", measures[hits[0]]))
    return found


def _nearest(measures: Measures, wanted: Marks) -> list[Marks]:
    """Measures under the same head, those first whose mark is nearest to the cited one."""
    head, size = wanted[:-1], len(wanted)
    under = [path for path in measures if head and path[-size:-1] == head]
    return sorted(under, key=lambda path: abs(_order(path[-1]) - _order(wanted[-1])))


def _order(mark: str) -> int:
    if mark in CIRCLED:
        return CIRCLED.index(mark) + 1
    return int(mark) if mark.isdigit() else _KANA.find(mark) + 1


def _printed(path: Marks) -> str:
    return "の".join(path)
