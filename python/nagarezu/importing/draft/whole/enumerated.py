"""Names told side by side, with their number or in brackets, held against as many elsewhere.

…、…の3業務: against the lines of a counted name (委託1, 委託2, …), the cells of a row (業務名) and
the titles of the files or sheets. 通知の全部（甲、乙、丁）: against the row of that label. If all
of them but one answer to each other, both are written as lists of work, to be compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from nagarezu.importing.draft import work_lists
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.handover.places import texts
from nagarezu.importing.draft.whole.parts import Parts
from nagarezu.importing.form.handed import celled
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_COUNT = re.compile(
    r"の(?P<count>[3-9]|[三四五六七八九])"
    r"(?:件|項目|業務|事務|ファイル|事業|工程|種類|区分|者|社|つ)(?=[にをでがはの、。]|から|と(?:する|した|なる)|$)"
)
_TOLD = re.compile(rf"(?P<names>[^。\n()]{{6,160}}?){_COUNT.pattern}")
_BY_MARKS = re.compile(
    r"(?P<count>[3-9]|[三四五六七八九])(?:件|項目|業務|事務|ファイル|事業|工程|種類|区分|者|社|つ|点)"
    r"[^。\n(①-⑨、]{0,10}[。:、]?[ \n]*(?P<names>(?:\(1\)|①)[^。]{6,200})"
)
_MARK = re.compile(r"[、,; \n]*(?:\([1-9]\)|[①-⑨])[ ]*|[、,; \n]*(?:及び|並びに)$")
_KANJI = "三四五六七八九"
_FRONT = re.compile(r"^.*(?:は、?|が、|うち、?|として、?|次の)(?=.)")
_ROW = re.compile(
    r"^(?:委託)?(?:する)?(?:業務|事務|委託事項|件)(?:の?(?:名称?|内容|区分))?$|^(?:件名|名称)$"
)
_COUNTED = re.compile(
    r"^[ ]*(?P<prefix>[一-龥ァ-ヶ]{2,6})[ ]?(?P<n>\d{1,2})[ :.、]+(?P<name>[^ 。].*)$"
)
_COMMON = re.compile(r"業務|事務|ファイル|委託|[のをにはが等及びや・]|すること|する")

_FEWEST = 2  # names that stand in a list
_LONG = 6  # characters of a name that is not put in other words

Names = list[tuple[str, Passage]]


def _may_list(text: str) -> bool:
    """Whether a text has what parts three names."""
    return len(compiled("、|,|及び|並びに|・").findall(text)) >= _FEWEST


def write(builder: Builder, parts: Parts) -> None:
    matters = builder.list_of("matters")
    if not matters:
        return
    lists: list[Names] | None = None
    for _, _, cell, _ in texts([("", row) for row in parts.rows]):
        text = fold(cell.text)
        counted = _TOLD.finditer(text) if _may_list(text) and _COUNT.search(text) else ()
        marked = _BY_MARKS.finditer(text) if "(2)" in text or "②" in text else ()
        for match in chain(counted, marked):
            told = _names(match, cell) if match.re is _TOLD else _by_marks(match, cell)
            if not told:
                continue
            lists = list(_lists(parts)) if lists is None else lists
            pairs = next(filter(None, (_paired(told, each) for each in lists)), None)
            pairs = pairs or _paired(told, _titles(matters, parts), as_called=True)
            pairs = pairs or _among_items(builder, parts, told)
            if pairs:
                _add(matters[0], told, pairs)
    for told, pairs in islice(_in_brackets(parts), 1):
        _add(matters[0], told, pairs)
    _in_title(builder, parts, _titles(matters, parts))


_AGAIN = re.compile(
    r"(?P<what>[^。、()\n]{4,40}?)(?:の(?:全部|全て|すべて|全件))?\((?P<names>[^()。\n]{6,160})\)"
)
_OPEN = re.compile(r"等|など|ほか|うち|のみ|以外|又は|除く|。")
_LONGEST = 24  # characters of the name of a thing
_LABEL = 4  # characters of a label that is told apart from others


def _in_brackets(parts: Parts) -> Iterator[tuple[Names, Names]]:
    """作成する通知 | 甲、乙、丙 and below it 作成する通知の全部（甲、乙、丁）の印刷."""
    listed: dict[str, Names] = {}  # as the last row of that label has it
    for row in parts.rows:
        for cell in row.filled if listed else ():
            text = fold(cell.text)
            for match in _AGAIN.finditer(text) if "(" in text and _may_list(text) else ():
                what = key(match["what"])
                label = next((each for each in listed if what.endswith(each)), "")
                told = _parted(match["names"], cell.part(*match.span())) if label else []
                if pairs := _paired(told, listed[label]) if told else None:
                    yield told, pairs
        cells = celled(row).filled
        labelled = len(cells) == _PAIR and len(key(cells[0].text)) >= _LABEL
        if labelled and (names := _parted(fold(cells[1].text), cells[1])):
            listed[key(cells[0].text)] = names


_PAIR = 2  # cells: a label, and what it has


def _parted(text: str, passage: Passage) -> Names:
    """Three names or more that nothing but commas part."""
    if not _may_list(text) or _OPEN.search(text):
        return []
    names = [tidy(part) for part in compiled("、|,|及び|並びに").split(text.strip())]
    plain = len(names) > _FEWEST and all(1 < len(name) <= _LONGEST for name in names)
    return [(name, passage) for name in names] if plain else []


_TITLE_ROWS = 6  # in which the title of a document stands
_FILES = re.compile(
    r"(?:ファイル|事務|業務|台帳|登録簿|届出|登録票|対象)(?:簿|分|一覧)?\((?P<names>[^()]{4,120})\)$"
)


def _in_title(builder: Builder, parts: Parts, titles: Names) -> None:
    """委託を伴うファイル（見守り・学童・ごみ）: the one file that a title passes over."""
    for row in parts.rows[:_TITLE_ROWS] if len(titles) > _FEWEST else ():
        match = _FILES.search(fold(row.text).strip()) if len(row.filled) == 1 else None
        if match is None or _OPEN.search(match["names"]):
            continue
        names = [part for part in compiled("・|、|,|及び|並びに").split(match["names"]) if part]
        left = [title for title in titles if not any(is_called(name, title[0]) for name in names)]
        if len(left) == 1 and len(names) == len(titles) - 1:
            title, place = left[0]
            proof = evidence("title", place, title, "title_of_files", 0.7)
            made = {"label": title, "resolved": True, "unlisted": True, "title": title}
            builder.add("references", {**made, "source": row.whole.source, "provenance": [proof]})


def is_called(name: str, title: str) -> bool:
    """粗大ごみ of 粗大ごみ収集受付ファイル."""
    return key(name) in key(title) or (_likeness(name, title) > 0 and _is_part(name, title))


def _titles(matters: Sequence[Entity], parts: Parts) -> Names:
    """The files or sheets of a document, each by its title where that stands."""
    places = {place: row for row in reversed(parts.rows) for place in row.places}
    found: Names = []
    for each in matters:
        row = places.get(next(iter(str(each.get("source", "")).split()), ""))
        if row is not None and each.get("title"):
            found.append((str(each["title"]), row.whole))
    return found


def _names(match: re.Match[str], cell: Passage) -> Names:
    """The names, if there are as many as the text says; what stands in front of them is none."""
    count = match["count"]
    number = int(count) if count.isdigit() else _KANJI.index(count) + 3
    for separators in ("、|,|及び|並びに", "、|,|及び|並びに|・"):
        found = [part for part in compiled(separators).split(match["names"]) if part.strip()]
        names = [_FRONT.sub("", part).strip() for part in found[-number:]]
        if len(found) >= number and all(len(name) > 1 for name in names):
            return [(tidy(name), cell.part(*match.span())) for name in names]
    return []


def _by_marks(match: re.Match[str], cell: Passage) -> Names:
    """3つです。(1) 甲、(2) 乙、(3) 丙."""
    count = match["count"]
    number = int(count) if count.isdigit() else _KANJI.index(count) + 3
    names = [tidy(part).strip("、 ") for part in _MARK.split(match["names"]) if part.strip()]
    plain = len(names) == number and all(1 < len(name) <= 2 * _LONGEST for name in names)
    return [(name, cell.part(*match.span())) for name in names] if plain else []


def _lists(parts: Parts) -> Iterator[Names]:
    counted: dict[str, dict[int, tuple[str, Passage]]] = {}
    for row in parts.rows:
        cells = row.cells
        if len(cells) > 3 and _ROW.match(key(cells[0].text)):
            yield [(tidy(cell.text), cell) for cell in cells[1:] if cell]
        match = _COUNTED.match(fold(row.text)) if len(row.filled) == 1 else None
        if match:
            named = (tidy(match["name"]), row.whole)
            counted.setdefault(match["prefix"], {}).setdefault(int(match["n"]), named)
    for lines in counted.values():
        if sorted(lines) == list(range(1, len(lines) + 1)):
            yield [lines[n] for n in sorted(lines)]


def _among_items(builder: Builder, parts: Parts, told: Names) -> list[tuple[str, Passage]]:
    """加える項目は甲、乙、丙の3項目: 甲 and 乙 stand together in a list, beside one that is not 丙.

    The other is the one between them, or the last of the list behind them.
    """
    places = {place: row for row in reversed(parts.rows) for place in row.places}
    for each in builder.list_of("lists"):
        labels = [_plain(str(entry["label"])) for entry in each["entries"]]
        at = {name: labels.index(_plain(name)) for name, _ in told if _plain(name) in labels}
        odd = [name for name, _ in told if name not in at]
        if len(odd) != 1 or len(at) < _FEWEST:
            continue
        if any(_plain(odd[0]) in label or label in _plain(odd[0]) for label in labels):
            continue
        first, last = min(at.values()), max(at.values())
        free = [n for n in range(first, last + 1) if n not in at.values()]
        free = free or [n for n in (last + 1,) if n == len(labels) - 1]
        entry = each["entries"][free[0]] if len(free) == 1 else {}
        row = places.get(next(iter(str(entry.get("source", "")).split()), ""))
        if row is not None:
            other = (str(entry["label"]), row.whole)
            return [other if name == odd[0] else (name, passage) for name, passage in told]
    return []


def _plain(name: str) -> str:
    """注射の年月日 is 注射年月日."""
    return compiled(r"の(?!有無)").sub("", key(without_brackets(name)))


def _paired(
    told: Names, named: Names, *, as_called: bool = False
) -> list[tuple[str, Passage]] | None:
    """What is named, called as it is told where it answers; nothing if not all but one do.

    `as_called`: a name answers only if it is a part of the other.
    """
    if len(told) != len(named):
        return None
    free = dict(enumerate(named))
    answers: dict[int, int] = {}  # the nearest two first
    near = (
        (_likeness(name, other), n, m)
        for n, (name, _) in enumerate(told)
        for m, (other, _) in free.items()
    )
    for likeness, n, m in sorted(near, key=lambda each: -each[0]):
        if likeness and n not in answers and m not in answers.values():
            answers[n] = m
    found: list[tuple[str, Passage]] = []
    alone: list[str] = []
    for n, (name, _) in enumerate(told):
        called, passage = free.pop(answers[n]) if n in answers else ("", Passage())
        if called and (not as_called or _is_part(name, called)):
            found.append((name, passage))
            continue
        alone.append(name)
        found.append((called, passage))
    if len(alone) != 1:
        return None
    return [each if each[0] else next(iter(free.values())) for each in found]


def _is_part(name: str, called: str) -> bool:
    """避難支援 of 避難行動要支援者名簿: its characters in their order; a short name may vary."""
    rest = iter(key(called))
    return len(key(name)) < _LONG or all(character in rest for character in key(name))


def _likeness(one: str, other: str) -> int:
    """How many pairs of characters two names share, common words aside."""
    a, b = (_COMMON.sub(" ", without_brackets(fold(name))) for name in (one, other))
    pairs = {a[at : at + 2] for at in range(len(a) - 1)} & {
        b[at : at + 2] for at in range(len(b) - 1)
    }
    return len([pair for pair in pairs if " " not in pair])


def _add(matter: Entity, told: Names, named: Names) -> None:
    """Both as lists of work."""
    work_lists.add(matter, (("other", told), ("attachment", named)), rule="counted_names")
