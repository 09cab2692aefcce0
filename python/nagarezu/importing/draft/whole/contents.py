"""Lists of attached papers and of chapters, held against the papers and chapters that are there.

What does not agree is written: a line that nothing answers to, a paper that is called something
else on itself, and one that the list passes over.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.whole.parts import Head, Parts
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key, without_brackets

_SORTS = (  # what a paper is: two words of one row may call the same paper
    "チェックリスト|チェックシート|確認表|確認票|点検表|措置|対策",
    "特記事項|特約条項|遵守事項|仕様書|契約書|協定書|覚書",
    "項目|一覧|目録|名簿|台帳|明細",
    "図|フロー|流れ|構成",
    "概要|概略|要旨|計画|説明",
    "変更箇所|新旧対照|比較",
    "届出|登録簿|登録票|申請",
    "条例|要綱|規則|規程|要領|手順|マニュアル",
)
_CONTRACT = re.compile(r"契約書|協定書|覚書")
_TERMS = re.compile(r"特記事項|特約|遵守事項|仕様書")


def write(builder: Builder, parts: Parts) -> None:
    for entries in parts.lists:
        _compare(builder, parts, entries)


def _compare(builder: Builder, parts: Parts, entries: Sequence[Head]) -> None:
    """Nothing if most of what is listed is not in the document, or most is called otherwise."""
    there = parts.papers()
    met = [(entry, there[entry.label]) for entry in entries if entry.label in there]
    other = [pair for pair in met if not _alike(pair[0].title, pair[1].title)]
    if len(met) < 2 or 2 * len(met) < len(entries) or len(other) >= len(met) - len(other):
        return
    kinds = {entry.kind for entry, _ in met}
    for entry in entries:
        head = there.get(entry.label)
        if head is None and entry.kind in kinds:
            paper = _paper(builder, parts, entry)
            _say(paper, "listed", entry.title or entry.label, parts, entry)
        elif head is not None and (entry, head) in other:
            paper = _paper(builder, parts, entry)
            paper["resolved"] = True
            _say(paper, "listed", entry.title, parts, entry)
            _say(paper, "title", head.title, parts, head)
    times = Counter(head.label for head in parts.heads)
    for head in there.values():
        if head.kind in kinds and times[head.label] == 1 and _passed_over(head, entries):
            paper = _paper(builder, parts, head)
            paper.update({"resolved": True, "unlisted": True})
            _say(paper, "title", head.title or head.label, parts, head)


def _paper(builder: Builder, parts: Parts, head: Head) -> Entity:
    """The reference of this label, a new one if nothing points to it yet."""
    for known in builder.list_of("references"):
        if key(known["label"]) == key(head.label):
            return known
    passage = parts.rows[head.at].whole
    proof = evidence("label", passage, head.label, "contents", 0.9)
    made: Entity = {"label": head.label, "source": passage.source, "provenance": [proof]}
    builder.add("references", made)
    return made


def _say(paper: Entity, member: str, words: str, parts: Parts, head: Head) -> None:
    paper[member] = words
    proof = evidence(member, parts.rows[head.at].whole, words, "contents", 0.9)
    paper.setdefault("provenance", []).append(proof)


def _passed_over(head: Head, entries: Sequence[Head]) -> bool:
    """Whether a list has no line for it, nor for the paper that it belongs to or that has it."""
    return head.at > entries[-1].at and not any(
        entry.label == head.label
        or head.label.startswith(f"{entry.label}-")
        or entry.label.startswith(f"{head.label}-")
        for entry in entries
    )


def _alike(listed: str, printed: str) -> bool:
    """Whether two titles may be of one paper; a title that is not there is like any other."""
    one, two = key(without_brackets(listed)), key(without_brackets(printed))
    if not one or not two or one in two or two in one:
        return True
    if _CONTRACT.search(one + two) and _TERMS.search(one + two):
        return bool(_CONTRACT.search(one)) == bool(_CONTRACT.search(two))
    sorts = [
        {n for n, words in enumerate(_SORTS) if compiled(words).search(each)} for each in (one, two)
    ]
    if all(sorts):
        return bool(sorts[0] & sorts[1])
    return bool(_pairs(one) & _pairs(two))


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
