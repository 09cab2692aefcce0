"""A column of mere marks, and a sentence that says of which rows it is so.

| 事務の名称 | 委託 | 結合 | with ■ and □ below, and 結合を行っているのは、甲と乙の2事務です.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from nagarezu.importing.draft.builder import Builder, evidence
from nagarezu.importing.draft.whole.enumerated import is_called
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_YES = re.compile(r"^[■☑✓レ○〇◯●◎有]$|^あり$|^該当$")
_NO = re.compile(r"^[□☐×－ー―—\-−–・無]?$|^なし$|^非該当$")
_NAME = re.compile(r"名称|事務|業務|ファイル|件名|台帳|登録簿")
_FEWEST = 3  # rows of a table
_THOSE = re.compile(
    r"(?:^|[。*・(]|このうち、?|うち、?)[ ]*(?P<what>[^。、]{2,40}?)"
    r"(?:もの|事務|業務|ファイル|台帳|の)は、?"
    r"(?P<names>[^。は]{2,120}?)(?:の?(?:[1-9]|[一二三四五六七八九])(?:事務|件|ファイル|業務|台帳|つ))?"
    r"(?:だけ|のみ)?(?:です|である|であり|であって|に限[るり]|とな[るっり])"
)
_MAY_SAY = re.compile("です|であ|に限|とな[るっり]")
_NOT = re.compile(r"ない|なし|せず|ません|以外|新たに|から|予定|又は|再|場合|個人番号")
_OPEN = re.compile(r"等|など|ほか|その他|以外|いずれ|すべて|全て|全部")

# by its head: where it stands, the names of the rows and whether they have the mark
Columns = Mapping[str, tuple[str, Sequence[tuple[str, bool]]]]


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """The sentence as what is listed, the rows with a mark as what is there."""
    columns = dict(_columns(rows))
    if not columns:
        return
    for row in rows:
        for cell in row.filled:
            text = fold(cell.text)
            for match in _THOSE.finditer(text) if _MAY_SAY.search(text) else ():
                place, other = _otherwise(match, columns)
                if other:
                    _write(builder, cell.part(*match.span()), other, place)


def _columns(rows: Sequence[Row]) -> Iterator[tuple[str, tuple[str, Sequence[tuple[str, bool]]]]]:
    """Each column of marks of a table whose rows have a name."""
    for grid, group in groupby(rows, lambda row: row.grid):
        table = list(group)
        head, body = table[0].cells, table[1:]
        if not grid or len(body) < _FEWEST or any(len(row.cells) != len(head) for row in body):
            continue
        named = next((n for n, cell in enumerate(head) if _NAME.search(key(cell.text))), -1)
        for at, cell in enumerate(head) if named >= 0 else ():
            marks = [fold(row.cells[at].text).strip() for row in body]
            plain = all(_YES.match(mark) or _NO.match(mark) for mark in marks)
            if plain and len(key(cell.text)) > 1 and any(map(_YES.match, marks)):
                pairs = zip(body, marks, strict=True)
                ticks = [(row.cells[named].text, bool(_YES.match(mark))) for row, mark in pairs]
                yield key(cell.text), (str(table[0].place), ticks)


def _otherwise(match: re.Match[str], columns: Columns) -> tuple[str, str]:
    """The rows that have the mark, if the sentence names others or another number of them."""
    what = key(match["what"])
    about = [head for head in columns if _about(head, what)]
    if len(about) != 1 or _NOT.search(match["what"]) or _OPEN.search(match["names"]):
        return "", ""
    place, rows = columns[about[0]]
    marked = [name for name, yes in rows if yes]
    names = [tidy(each) for each in compiled("、|,|及び|並びに|と|・").split(match["names"])]
    called = [[name for name, _ in rows if is_called(each, name)] for each in names]
    if all(len(each) == 1 for each in called):
        told = {each[0] for each in called}
        return place, "、".join(map(tidy, marked)) if told != {*marked} else ""
    return "", ""


def _about(head: str, what: str) -> bool:
    """委託, as 委託の有無 or 業務委託 head it, in 外部に委託している."""
    word = compiled(r"の?有無$|^外部|^業務|^個人情報の|の状況$").sub("", without_brackets(head))
    return len(word) > 1 and word in what


def _write(builder: Builder, passage: Passage, other: str, place: str) -> None:
    printed = tidy(passage.text)[:60]
    proof = evidence("label", passage, printed, "ticked_rows", 0.7)
    there = {**evidence("title", passage, other, "ticked_rows", 0.7), "source": place}
    made = {"label": printed, "resolved": True, "listed": printed, "title": other}
    builder.add("references", {**made, "source": passage.source, "provenance": [proof, there]})
