"""Marks that running text cites and that the part of the document which it names does not have.

A part counts its lines by marks of one style: (1), 第2, 第3条, ア, 措置4, R-5. Where these begin at
one and go on without a gap, a cited mark of that style that stands nowhere in the part names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.whole import beyond
from nagarezu.importing.draft.whole.parts import PAPER, Head, Parts, label_of
from nagarezu.importing.fields import stretches
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import KANA, fold, key, tidy, without_brackets

_STYLES = {
    "article": r"第(?P<n>\d{1,2})条",
    "paragraph": r"第(?P<n>\d{1,2})項(?!目)",
    "chapter": r"第(?P<n>\d{1,2})(?![\d条項号回次種期])",
    "part": r"\(その(?P<n>\d{1,2})\)",
    "round": r"\((?P<n>\d{1,2})\)",
    "kana_round": rf"\((?P<n>[{KANA}])\)",
    "kana": rf"(?P<n>[{KANA}])(?=[ .、])",
    "circled": r"(?P<n>[①-⑳])",
    "number": r"(?P<n>\d{1,2})(?=[ .、]|[^\d年月日人件名世時歳条項号回部社%円万千.,:/~\-()\s])",
}
_STARTS = {  # a mark counts where a line, a cell, a sentence or what follows a group begins
    style: re.compile(rf"(?:^|(?<=[\n】〕。|\t]))[ ]*(?:【[^】]*】[ ]*)?{words}", re.MULTILINE)
    for style, words in _STYLES.items()
}
_ONE = (  # a mark as it is cited
    rf"(?:第\d{{1,2}}(?:条|項(?!目))?|\((?:その)?\d{{1,2}}\)|\([{KANA}]\)|[{KANA}](?![ァ-ヶー一-龥])|[①-⑳]|\d{{1,2}}(?![\d年月日人件名]))"
)
_AND = r"[ ]?(?:から|~|、|,|・|及び|並びに|又は|と)[ ]?"
_MARKS = rf"{_ONE}(?:{_AND}{_ONE})*(?:まで)?"
_CITED = re.compile(
    rf"(?P<paper>{PAPER})[ ]?(?:の|「[^」]{{1,20}}」の?|中)?"
    rf"(?P<within>\(その\d{{1,2}}\))?(?:の?[^\d。、,()第①-⑳]{{1,14}}(?=[(①-⑳第]))?(?P<marks>{_MARKS})?"
)
_MAY_CITE = re.compile("別|様式|資料|付表")  # a part of the label of any paper
_OF_TERMS = re.compile(
    r"(?P<paper>特記事項|特約条項|遵守事項|仕様書|チェックリスト|確認表)(?:を[付添]し、?|の|中の?)?"
    rf"(?:その)?(?P<marks>(?:第?\d{{1,2}}[条項]?)(?:{_AND}第?\d{{1,2}}[条項]?)*)"
    r"(?=に(?:定|規定|掲|基|より|よる|よっ|示|従)|の規定|のとおり|を遵守)"
)
_NAMED = r"(?:番号|措置|対策|項番|No\.?)?[ ]?(?:\(\d{1,2}\)|\d{1,2}(?![\d.年月日])|[①-⑳])"
_OF_CHAPTER = re.compile(
    rf"(?P<paper>[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])[ ]?(?:の|-)?[ ]?(?P<marks>{_NAMED}(?:{_AND}{_NAMED})*)(?:まで)?"
    r"(?=の(?:[^。、]{0,4}措置|対策|記載|項|実施|各)|に(?:記載|示|掲|よ)|のとおり|を(?:参照|対象|点検)|参照)"
)
_OF_SECTION = re.compile(
    rf"(?P<paper>\(\d{{1,2}}\))(?P<marks>[{KANA}](?:(?:から|~|、|及び|並びに)[{KANA}])*)(?=まで|に|の|を|は|で)"
)
_HERE = re.compile(
    r"(?:本|この|上|同|左)(?:欄|表|項)の?(?P<marks>\(?\d{1,2}\)?(?:(?:から|~|、|及び|並びに)\(?\d{1,2}\)?)*)"
    r"(?=まで|に|の|と|を|は)"
)
_POINTS = re.compile("[本の上同左][欄表項]")  # a part of all that _HERE finds
_PREFIXED = re.compile(
    r"(?:^|[\n|\t】])[ ]*(?P<prefix>[一-龥ァ-ヶ]{2,6}|[A-Z]{1,3}-)(?P<n>\d{1,2})"
    r"(?:[ ](?P<more>\d)(?=[ ]\S))?(?=[ :.、|\t\n]|$)",
    re.MULTILINE,
)
_COUNTER = r"(?![\d年月日人件名世時歳条項号回部社%円万千割枚台階点番]|か[所月]|[ヵヶ箇])"
_FEWEST = 3  # lines that a prefix counts
_LABEL = 60  # characters of the sentence that cites


@dataclass(frozen=True, slots=True)
class Dangling:
    """A citation on row `at` of a mark, printed as `label`, that is not there."""

    at: int
    start: int
    label: str
    text: str = ""  # if it is not that of the row alone


def write(builder: Builder, parts: Parts) -> None:
    """A criterion for each row that cites what is not there."""
    known = {  # what another reader has found of the same row, by the last of its marks
        (place, _last(str(each["label"])))
        for criterion in builder.list_of("criteria")
        for each in criterion["references"]
        for place in str(each.get("source", "")).split()
    }
    found: dict[int, list[Dangling]] = {}
    by_number = (Dangling(*each) for each in beyond.missing(builder, parts))
    for each in (*_of_parts(parts), *_of_prefixes(parts), *by_number):
        if (str(parts.rows[each.at].place), _last(each.label)) not in known:
            found.setdefault(each.at, []).append(each)
    for at, missing in sorted(found.items()):
        whole = parts.rows[at].whole
        labels = dict.fromkeys(each.label for each in missing)
        references = [reference(label, whole.source) for label in labels]
        text = missing[0].text or parts.texts[at]
        first = text.rfind("。", 0, missing[0].start) + 1
        label = tidy(text[first:])[:_LABEL]
        builder.add("criteria", {"label": label, "references": references, "source": whole.source})


def _last(label: str) -> str:
    found: list[str] = compiled(rf"\d+|[{KANA}①-⑳]").findall(fold(label))
    return found[-1] if found else ""


def reference(label: str, source: str) -> Entity:
    proof = {
        "field": "measure",
        "source": source,
        "printed": label,
        "rule": "mark_not_there",
        "confidence": 0.5,
        "review": "unreviewed",
    }
    return {"label": label, "source": source, "provenance": [proof]}


def _of_parts(parts: Parts) -> Iterator[Dangling]:
    papers = parts.papers()
    for at in range(len(parts.rows)):
        for scope, match, printed in _cited(parts, papers, at):
            of = match.groupdict().get("paper", "")
            yield from _missing(parts, scope, Dangling(at, match.start(), of), printed)


def _cited(
    parts: Parts, papers: dict[str, Head], at: int
) -> Iterator[tuple[range, re.Match[str], str]]:
    """What the row cites: the rows that are meant, where, and the marks as printed."""
    text = parts.texts[at]
    for match in _CITED.finditer(text) if _MAY_CITE.search(text) else ():
        head = papers.get(label_of(match["paper"]))
        printed = match["within"] or match["marks"]
        if head is not None and at != head.at and printed:
            yield parts.within(head), match, printed
    for match in _OF_TERMS.finditer(text):
        named = [head for head in parts.heads if match["paper"] in head.title]
        ranges = [parts.within(head) for head in named] or _headed(parts, match["paper"])
        if len(ranges) == 1 and at not in ranges[0]:
            yield ranges[0], match, match["marks"]
    for match in _OF_CHAPTER.finditer(text):
        if match["paper"] in papers:
            yield parts.within(papers[match["paper"]]), match, match["marks"]
    for match in _OF_SECTION.finditer(text):
        section = _section(parts, match["paper"])
        if section is not None:
            yield section, match, match["marks"]
    row = parts.rows[at]
    for match in _HERE.finditer(fold(row.whole.text)) if _POINTS.search(fold(row.text)) else ():
        yield _run(parts, at), match, match["marks"]


def _headed(parts: Parts, paper: str) -> list[range]:
    """The rows below a line that is called so and has no label: 個人情報取扱特記事項（抄）."""
    found = []
    for at, text in enumerate(parts.texts):
        if paper in text and _TITLE.search(key(without_brackets(text))):
            later = (head.at for head in parts.heads if head.at > at and head.is_paper)
            found.append(range(at, next(later, len(parts.rows))))
    return found


_TITLE = re.compile(
    r"^[^。、はがを]{0,24}(?:特記事項|特約条項|遵守事項|仕様書|チェックリスト|確認表)$"
)


def _missing(parts: Parts, scope: range, cites: Dangling, printed: str) -> Iterator[Dangling]:
    """The marks among those cited that the rows of the scope do not have."""
    text = "\n".join(_one_by_one(_line(parts.rows[n])) for n in scope)
    for mark in compiled(_ONE).findall(printed):
        style, sign = _style(mark)
        counted = _counted(text, style)
        if style in ("number", "article", "paragraph") and not counted:  # 第5条, 第5項: its 第5
            others = (_counted(text, each) for each in ("chapter", "article", "round"))
            counted = next(filter(None, others), set())
        if counted and sign not in counted:
            yield Dangling(cites.at, cites.start, f"{cites.label}{mark}")


def _line(row: Row) -> str:
    """A row as a line: a number in a cell of its own counts the row."""
    text = fold(row.whole.text)
    return compiled(r"^(\d{1,2})\n").sub(r"\1 ", text) if len(row.filled) > 1 else text


_ALONG = re.compile(
    r"(?<=[^\s、])(?:[ 　]+|、|/)(?=(?P<n>\d[ ]?\d|\d)(?:[ .]+[^\d\s]|[^\d\s人件.,]))"
)
_FIRST = re.compile(r"[ ]*(?P<n>\d{1,2})[ .]?[^\d\s]")


def _one_by_one(text: str) -> str:
    """1 氏名 2 住所 3 年齢 on one line: each on its own, as long as their numbers go on."""
    first = _FIRST.match(text)
    last, made, start = int(first["n"]) if first else 0, "", 0
    for gap in _ALONG.finditer(text) if last else ():
        if int(gap["n"].replace(" ", "")) == last + 1:  # a reading machine parts 1 0, too
            last += 1
            made, start = f"{made}{text[start : gap.start()]}\n{last} ", gap.end("n")
    return made + text[start:]


def _style(mark: str) -> tuple[str, str]:
    for style, words in _STYLES.items():
        match = compiled(compiled(r"\(\?[=!].*$").sub("", words)).fullmatch(mark)
        if match:
            return style, match["n"]
    return "number", mark


def _counted(text: str, style: str) -> set[str]:
    """The marks of one style at the beginnings of lines, if they go on from one without a gap."""
    found = {match["n"] for match in _STARTS[style].finditer(text)}
    order = sorted(stretches.number(mark) for mark in found)
    return found if len(order) > 1 and order == list(range(1, len(order) + 1)) else set()


def _section(parts: Parts, mark: str) -> range | None:
    """The rows below the one line (8) that has marks below it."""
    starts = [at for at, text in enumerate(parts.texts) if text.startswith(mark)]
    if len(starts) != 1:
        return None
    following = f"({stretches.number(mark) + 1})"
    ends = (
        at for at in range(starts[0] + 1, len(parts.texts)) if parts.texts[at].startswith(following)
    )
    return range(starts[0] + 1, next(ends, len(parts.texts)))


def _run(parts: Parts, at: int) -> range:
    """The rows around one that are counted with it: 1, 2, 3 …; a cell that counts on its own."""
    number = _leading(parts, at)
    first = last = at
    while number and first and number > 1 and _leading(parts, first - 1) == number - 1:
        first, number = first - 1, number - 1
    number = _leading(parts, at)
    while number and last + 1 < len(parts.rows) and _leading(parts, last + 1) == number + 1:
        last, number = last + 1, number + 1
    return range(first, last + 1)


def _leading(parts: Parts, at: int) -> int:
    match = compiled(r"[ ]*\(?(\d{1,2})[).、 ]").match(fold(parts.rows[at].whole.text))
    return int(match[1]) if match else 0


def _of_prefixes(parts: Parts) -> Iterator[Dangling]:
    """措置20, R-15: a name that counts lines from one on, with a number that it does not reach."""
    counted: dict[str, set[int]] = {}
    for row in parts.rows:
        for cell in row.filled:
            for match in _PREFIXED.finditer(fold(cell.text)):
                numbers = counted.setdefault(match["prefix"], set())
                parted = int(f"{match['n']}{match['more'] or ''}")  # 措置1 0 behind 措置9
                numbers.add(parted if parted - 1 in numbers else int(match["n"]))
    for prefix, numbers in counted.items():
        if (
            len(numbers) < _FEWEST
            or max(numbers) != len(numbers)
            or compiled(PAPER).match(f"{prefix}1")
        ):
            continue
        number = rf"\d{{1,2}}{_COUNTER}"
        again = re.escape(prefix)
        cited = re.compile(
            rf"(?<![一-龥ァ-ヶA-Za-z]){again}[ ]?(?P<marks>{number}(?:{_AND}(?:{again})?{number})*)"
        )
        for at, text in enumerate(parts.texts):
            for match in cited.finditer(text):
                for sign in compiled(r"\d+").findall(match["marks"].replace(prefix, " ")):
                    if int(sign) not in numbers and int(sign):
                        yield Dangling(at, match.start(), f"{prefix}{sign}")
