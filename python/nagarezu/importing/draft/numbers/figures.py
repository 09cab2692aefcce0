"""Numbers that a document tells twice, or tells with their parts, and that do not agree.

Both statements become claims `count` of one label: the label says what is one group, and the rule
that compares them stands with the other rules. Numbers that agree are not written.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from nagarezu.importing.draft.builder import Builder, evidence
from nagarezu.importing.draft.numbers.figure_groups import beside_groups
from nagarezu.importing.draft.numbers.figure_lists import listed
from nagarezu.importing.draft.numbers.figure_tables import across, below
from nagarezu.importing.draft.numbers.figure_years import heads_of, of_year
from nagarezu.importing.draft.numbers.handlers import handlers, users
from nagarezu.importing.draft.numbers.told_lists import told_lists
from nagarezu.importing.fields.figure_sums import rest, sums
from nagarezu.importing.fields.figures import Figure, alike, figures, shared, swapped
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, tidy

_NAMED = 6  # characters of a name that hardly two groups have
_MANY = 4000  # figures; a document with more is a table of numbers
_PAPERS = re.compile(
    r"通|票|書|発送|送付|封|件数|枚|葉書|はがき|データ|申請|届|申込|印刷|問合せ|入力|処理"
)


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Compare all figures of a document."""
    found = read(rows)
    if len(found) > _MANY:
        return
    raised: set[tuple[Figure, Figure]] = set()
    for total in _totals(found, rows):
        _sum(builder, total)
    for whole, part, left in _rests(found):
        if whole.value - part.value != left.value:
            printed = f"{whole.printed}－{part.printed}"
            value = whole.value - part.value
            _pair(builder, left, _Sum(whole, value, printed))
    held = _held(builder)
    for a, b in _pairs(found):
        if (a, b) not in raised and not _both_held(held, a, b):
            raised.add((a, b))
            _pair(builder, a, b)
    told = {id(each) for pair in raised for each in pair}
    for figure, stated in beside_groups(builder, found):
        if id(figure) not in told:
            again = _Sum(figure, stated.value, stated.printed, stated.source)
            again.bound = stated.bound
            _pair(builder, figure, again)
    beside = (*told_lists(rows), *handlers(builder, rows, found), *users(rows, found))
    for figure, number, place, what in (*listed(builder, rows, found), *beside):
        _pair(builder, figure, _Sum(figure, number, what, place))


def _held(builder: Builder) -> list[set[tuple[str, str]]]:
    """Place and print of the numbers of each group: these are compared where they stand."""
    groups = builder.content.get("subjects", [])
    return [
        {(each["source"], tidy(each.get("printed", ""))) for each in group.get("counts", [])}
        for group in groups
    ]


def _both_held(held: list[set[tuple[str, str]]], a: Figure, b: Figure) -> bool:
    """Whether one group bears a number with 約 and the same without: nothing is told again."""
    both = {(each.passage.source, tidy(each.printed)) for each in (a, b)}
    return a.value == b.value and a.unit == b.unit and any(both <= group for group in held)


class _Sum:
    """A number that follows from others: of whom it is, its value and how it comes about."""

    def __init__(self, like: Figure, value: int, printed: str, source: str = "") -> None:
        self.value, self.printed, self.unit, self.bound = value, printed, like.unit, "exact"
        self.passage = like.passage
        self.source = source or like.passage.source


def read(rows: Sequence[Row]) -> list[Figure]:
    """The figures of all cells in their order."""
    found: list[Figure] = []
    heads: Sequence[Passage] = ()
    for number, row in enumerate(rows):
        line = row if len(row.cells) > 1 else row.pieces or row
        heads = heads_of(line, heads)
        if heads and (dated := list(of_year(line, heads, number, row))):
            found.extend(dated)
            continue
        cells = row.cells
        label = cells[0].text if len(cells) > 1 else ""
        for at, cell in enumerate(cells):
            if len(cells) == 1:
                head = compiled(r"[^\s　。、]{2,24}?(?=[ 　]{2,}|　)").match(cell.text.strip())
                label = head.group() if head else ""
            found.extend(figures(cell, number, at, label if at or len(cells) == 1 else ""))
    return found


def _cells(found: list[Figure]) -> Iterator[list[Figure]]:
    by_cell: dict[tuple[int, int], list[Figure]] = defaultdict(list)
    for each in found:
        by_cell[each.row, each.cell].append(each)
    yield from by_cell.values()


def _totals(found: list[Figure], rows: Sequence[Row]) -> Iterator[Figure]:
    """Totals with their parts: within a cell, in the rows above, in the row below."""
    for cell in _cells(found):
        yield from sums(cell)
    yield from below(found, rows)
    yield from across(found, rows)


def _rests(found: list[Figure]) -> Iterator[tuple[Figure, Figure, Figure]]:
    for cell in _cells(found):
        yield from rest(cell)


def _sum(builder: Builder, total: Figure) -> None:
    value = sum(each.value for each in total.parts)
    if value != total.value or total.unit != total.parts[0].unit:
        printed = "＋".join(tidy(each.printed) for each in total.parts)
        _pair(builder, total, _Sum(total.parts[0], value, printed))


def _pairs(found: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Two figures of one group that do not agree in number, bound or unit."""
    same: dict[int, list[Figure]] = defaultdict(list)
    mixed: dict[str, list[Figure]] = defaultdict(list)
    for each in found:
        same[each.value].append(each)
        mixed["".join(sorted(str(each.value)))].append(each)
    for group in same.values():
        for a, b in combinations(group[:60], 2):
            if not _dated_apart(a, b) and (_other_bound(a, b) or _other_unit(a, b)):
                yield a, b
                break
    for group in mixed.values():
        for a, b in combinations(group[:60], 2):
            if swapped(a.value, b.value) and _meant_same(a, b):
                yield a, b
                break
    by_word: dict[str, list[Figure]] = defaultdict(list)
    for each in found:
        for word in each.words:
            by_word[word].append(each)
    for group in by_word.values():
        for a, b in combinations(group[:60], 2):
            if _one_group(a, b):
                yield a, b
                break


def _dated_apart(a: Figure, b: Figure) -> bool:
    return bool(a.as_of and b.as_of and a.as_of != b.as_of)


def _other_bound(a: Figure, b: Figure) -> bool:
    """One number, once with 約 or 以上 and once without, of what is one group."""
    if (a.bound == "exact") == (b.bound == "exact") or not (a.unit == b.unit or a.distinct):
        return False
    if a.value < 5 or "等" in a.lead[-1:] + b.lead[-1:]:
        return False
    common = {*shared(a, b), *shared(b, a)}
    return (
        a.distinct
        or _same_lead(a, b)
        or len(common) >= 1 + (a.value < 1000 and not _odd(a))
        or any(_ends(a, w) or _ends(b, w) for w in common)
    )


def _ends(figure: Figure, word: str) -> bool:
    """Whether a word stands right in front of a number: it is what is counted."""
    return bool(
        compiled(rf"{re.escape(word)}(?:総|人|件|世帯)?数?(?:は|が|を|の)?、?$").search(figure.lead)
    )


def _odd(figure: Figure) -> bool:
    """A number of three digits that is not rounded."""
    return figure.value >= 100 and figure.value % 10 != 0


def _same_lead(a: Figure, b: Figure) -> bool:
    """Whether one name stands in front of both: 同意している者 853人, 同意している者は835人."""
    one, other = (compiled(r"[はがの、 ]+$").sub("", tidy(fold(each.lead))) for each in (a, b))
    few, more = sorted((one, other), key=len)
    return len(few) >= _NAMED - (a.value == b.value) and more.endswith(few)


def _other_unit(a: Figure, b: Figure) -> bool:
    """One number of persons and of households; of records only where they are persons."""
    units = {a.unit, b.unit}
    if len(units) < 2 or not units <= {"person", "household", "record"}:
        return False
    told = (a.value >= 1000 or _odd(a)) and bool(shared(a, b))
    if not (a.distinct or (told and units == {"person", "household"})):
        return False
    if units == {"person", "record"}:
        record = a if a.unit == "record" else b
        return not _PAPERS.search(record.lead + record.printed + "".join(record.words))
    return True


def _meant_same(a: Figure, b: Figure) -> bool:
    """Whether two numbers with digits swapped are one: of one unit and one kind of persons."""
    if a.whole is not None and a.whole is b.whole:
        return False
    if _dated_apart(a, b) or (a.unit != b.unit and {a.unit, b.unit} != {"person", "record"}):
        return False
    if max(a.value, b.value) < 1000:  # three digits are more often those of two groups
        return a.unit == b.unit and _odd(a) and _odd(b) and _alike_led(a, b)
    if not (a.words and b.words) or bool(shared(a, b)) or a.total or b.total:
        return True
    return a.row != b.row and not _other_year(a, b)


def _alike_led(a: Figure, b: Figure) -> bool:
    """Whether words of both are the same, those in front of the one among them."""
    apart = a.row != b.row and not a.parts and not b.parts and not _other_year(a, b)
    counted = a.counted or b.counted
    return apart and (
        _same_lead(a, b) or len({*shared(a, b), *shared(b, a)}) >= min(2, len(counted)) > 0
    )


def _other_year(a: Figure, b: Figure) -> bool:
    """Whether the sentences of two numbers name years that differ."""
    years = [
        set(compiled(r"(?:令和|平成)?[\d元]+年(?=度?)").findall(each.sentence)) for each in (a, b)
    ]
    return bool(years[0] and years[1] and not years[0] & years[1])


_SECTION = re.compile(r"(?:課|室|係|センター|支所|事務所)$")


_GROUPS = ("person", "household", "place", "item", "town", "seat")


def _all_in(few: frozenset[str], more: frozenset[str]) -> bool:
    return bool(few) and all(any(alike(word, other) for other in more) for word in few)


def _one_group(a: Figure, b: Figure) -> bool:
    """Two numbers that bear one name: its words are the same, or those of the other with more."""
    if (
        a.unit != b.unit
        or a.value == b.value
        or min(a.value, b.value) < (2 if a.unit in ("item", "place", "town") else 5)
    ):
        return False
    if a.bound != "exact" or b.bound != "exact" or _dated_apart(a, b):
        return False
    if a.labelled or b.labelled or a.row == b.row or a.unit not in _GROUPS:
        return False
    if a.front == b.front and a.front:
        return False  # 取扱者数 18人 in each block
    if max(a.value, b.value) > 2 * min(a.value, b.value) or _of_others(a, b):
        return False
    if _same_lead(a, b):
        return True
    few, more = sorted((a.words, b.words), key=len)
    if (len(a.counted) >= 2 and _all_in(a.counted, b.words)) or (
        len(b.counted) >= 2 and _all_in(b.counted, a.words)
    ):
        return True
    if not _all_in(few, more):
        return False
    if a.unit == "place" and min(a.value, b.value) < 5 and len(few) < 2:
        return False
    named = a.lead and b.lead and tidy(fold(a.lead)) == tidy(fold(b.lead)) and len(a.lead) >= 4
    return bool(len(few) >= 2 or named or any(_SECTION.search(word) for word in few))


_MARK = re.compile(r"^[(（]?[0-9ア-ン①-⑳]{1,2}[)）.．、 　]+|^[・※○●]")
_THEIRS = re.compile(
    r"の(?!うち|総?数|人数|件数|合計|計$|数$|者$|方$|もの$|場合|児童|生徒|(?:正規)?職員|担当者|要員)[^のはがを、。]{2,12}"
)


def _of_others(a: Figure, b: Figure) -> bool:
    """登録している児童 and 登録している児童の保護者: those of the one belong to the other."""
    ends = compiled(r"[はがの、 ]+$")
    one, other = (ends.sub("", tidy(_MARK.sub("", fold(each.lead).strip()))) for each in (a, b))
    few, more = sorted((one, other), key=len)
    behind = more.rpartition(few)[2] if few and few in more else ""
    return bool(_THEIRS.fullmatch(behind))


def _pair(builder: Builder, a: Figure, b: Figure | _Sum) -> None:
    """Two claims of one label: what the one place says, and what the other."""
    who = tidy(a.lead) or "、".join(sorted(a.words)) or a.unit
    number = builder.count_up("figure")
    for each in (a, b):
        printed = tidy(each.printed)
        source = each.source if isinstance(each, _Sum) else each.passage.source
        builder.add(
            "claims",
            {
                "id": builder.fresh(f"figure-{builder.count_up('figures')}"),
                "kind": "count",
                "label": f"{who[-60:]}（再掲{number}）",
                "value": each.value,
                "unit": each.unit,
                "bound": each.bound,
                "printed": printed,
                "source": source,
                "provenance": [
                    evidence(
                        "value", each.passage, str(each.value), "told_again", 0.75, printed=printed
                    )
                ],
            },
        )
