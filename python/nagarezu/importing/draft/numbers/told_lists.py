"""A number, and what the same place names or counts: 甲、乙及び丙の4課, 2つです。(1)…(2)…(3)….

Also a note right below a table (以上3件), and days of a period (8月3日から9月4日まで（30日間）).
Where two readings are possible (・ within a name, a word of time in front), each of them is good.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from nagarezu.importing.fields import stretches
from nagarezu.importing.fields.dates import PrintedDate, dates
from nagarezu.importing.fields.figures import Figure
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

Found = tuple[Figure, int, str, str]  # the number, what it ought to be, where, and as what

_KANJI = "一二三四五六七八九十"
_WORDED = f"[{_KANJI}](?=[つ者社課係町件事業種かヶヵカ箇団法機点項])"  # 三つ, 三者, 三項目
_N = rf"(?P<n>[1-9]\d?(?!\d)|{_WORDED})"
_COUNTER = (
    r"(?:か所|カ所|ヶ所|ヵ所|箇所|項目|事務|業務|事業|工程|種類|区分|システム|ファイル|団体|法人|機関"
    r"|市町村?|町村|自治体|課|係|部署|台帳|帳票|書類|通知|名簿|媒体|措置|対策|手段|方法|学校|施設"
    r"|[件者社つ点行])"
)
_AFTER = "[にをでがはのと、。)]|から|まで|とも|全て|すべて|$"
_BEHIND = rf"(?={_AFTER})(?!の?(?:うち|いずれか|どちらか|中から))"
_SIDE = re.compile(
    rf"(?P<names>[^。\n]{{3,160}}?(?:及び|並びに|と|、)[^。\n、]{{2,30}}?)の{_N}{_COUNTER}{_BEHIND}"
)
_MAY_SIDE = re.compile(rf"の[1-9{_KANJI}]\d?{_COUNTER}")
_AND = re.compile(r"、|,|及び|並びに")
_LAST = re.compile(r"(?:及び|並びに)(?![^及並]*(?:及び|並びに|、))")
_FEWEST, _MOST = 2, 40  # names side by side; rows of a table
_ASIDE = re.compile(r"[(「『][^()「」『』]*[)」』]")
_FRONT = re.compile(r"^.*(?:[はがをにでてもし]|から|まで|うち|ほか|として|により|次の)$")
# what may stand in front of names, or be one of them
_MAYBE = re.compile(
    r"[ぁ-ん]$|年度?$|\d[ ]?[月日]$|現在$|今回|当初|当面|以外|同様|各々"
    r"|(?:一部|次第|場合|[際上後中前間時])$"
    r"|^(?:市|区|町|村|本市|当市|本町|本区|本村|実施機関|甲|乙)$|[{}〔【\[\]】〕:→|]"
)
_OPEN = re.compile(r"等$|など$|ほか$|その他|又は|若しくは|或いは|以外|除く|うち|から.*まで|~")

_HERE = re.compile(
    rf"(?:(?:次|以下|下記)(?:の(?:とおり)?、?|に掲げる|に示す|のとおり、?)(?P<a>{_N}){_COUNTER}"
    rf"|は、?(?P<b>{_N.replace('?P<n>', '?:')}){_COUNTER}"
    r"(?:です|である|であり|となる|とする|あります|ある|あり))"
    r"[^。\n0-9(①-⑳]{0,16}[。:]?[ \n]*(?=\(1\)|①|1[.、 )]|ア[ .、]|\(ア\))"
)
_MAY_HERE = re.compile(rf"[1-9{_KANJI}]{_COUNTER}")
_STYLES = (
    r"\((\d{1,2})\)",
    "([①-⑳])",
    r"(?<![\d.])(\d{1,2})[.、 )]",
    r"(?<![ァ-ヶ])([ア-コ])[ .、]",
    r"\(([ア-コ])\)",
)

_ABOVE = re.compile(
    r"^[※(*・ ]*(?:注\d*[):、 ]*)?(?:[一-龥]{2,6}[はが]、?)?"
    r"(?:以上|上記|上の表|上表|前記|表)の?(?:合わせて|計|合計|全)?の?[ ]?"
    rf"{_N}{_COUNTER}(?:のみ)?(?:である|です|とする)?[。)]*$"
)

_UNIT = re.compile(
    r"[(、][ ]?(?P<n>\d{1,4})[ ]?(?P<unit>日間?|[かヶカ箇]月間?|年間?|週間)[ ]?(?=[)、。])"
)
_TO = re.compile(r"[ ]?(?:\([^()]{1,8}\))?[ ]?(?:から|より|~|-|→)[ ]?(?:\([^()]{1,8}\))?[ ]?")
_END = re.compile(r"[ ]?(?:\([^()]{1,8}\))?[ ]?(?:まで)?の?[ ]?$")


def told_lists(rows: Sequence[Row]) -> Iterator[Found]:
    """All numbers of all cells that are at odds with what stands beside them."""
    for number, row in enumerate(rows):
        for at, cell in enumerate(row.filled):
            text = fold(cell.text)
            if _MAY_SIDE.search(text):
                yield from _side_by_side(cell, text, number, at)
            if _MAY_HERE.search(text):
                yield from _marked(cell, text, number, at)
            if _UNIT.search(text):
                yield from _spans(cell, text, number, at)
        if len(row.filled) == 1 and (note := _ABOVE.match(fold(row.text).strip())):
            yield from _table_above(rows, number, note)


def _value(printed: str) -> int:
    return int(printed) if printed.isdecimal() else _KANJI.index(printed) + 1


def _figure(
    cell: Passage, span: tuple[int, int], value: int, lead: str, row: int, at: int
) -> Figure:
    printed = cell.text[slice(*span)].strip()
    return Figure(value, "count", "exact", printed, cell.part(*span), *span, row, at, lead)


def _side_by_side(cell: Passage, text: str, row: int, at: int) -> Iterator[Found]:
    """甲、乙及び丙の4課, but for any number that another cut of the names would give."""
    plain = _ASIDE.sub(lambda each: "　" * len(each.group()), text)
    for match in _SIDE.finditer(plain):
        value = _value(match["n"])
        good = _numbers(match["names"])
        if value > 1 and good and value not in good and abs(value - max(good)) <= 2:
            names = tidy(match["names"].replace("　", ""))[-40:]
            figure = _figure(cell, (match.start("n"), match.end()), value, names, row, at)
            yield figure, max(good), cell.source, f"{max(good)}の列記"


def _numbers(printed: str) -> set[int]:
    """How many names stand side by side at the end of a text, in any sensible way of counting."""
    parts = [part.strip("　 ・") for part in _AND.split(printed)]
    joined = _LAST.search(printed) or "と" in parts[-1] or len(parts) > _FEWEST
    nested = "及び" in printed and "並びに" in printed
    if not joined or nested or _OPEN.search(printed) or not all(parts):
        return set()
    run: list[str] = []
    good: set[int] = set()
    for part in reversed(parts):
        if _FRONT.match(part):
            break
        if len(run) >= _FEWEST and _MAYBE.search(part):
            good.add(len(run))
        run.append(part)
    inner = sum(part.count("・") + part.count("と") for part in run)
    good |= {len(run), len(run) + inner} - {1}
    return good if min(good, default=0) > 1 else set()


def _marked(cell: Passage, text: str, row: int, at: int) -> Iterator[Found]:
    """次の3業務…(1)…(2)…: the marks that count up behind a number, in the same cell."""
    for match in _HERE.finditer(text):
        printed = match["a"] or match["b"]
        value, number = _value(printed), _run(text[match.end() :])
        if number > 1 and number != value:
            start = match.start("a" if match["a"] else "b")
            lead = tidy(text[max(match.start() - 20, 0) : start])
            figure = _figure(cell, (start, match.end()), value, lead, row, at)
            yield figure, number, cell.source, f"({number})まで"


def _run(text: str) -> int:
    """How far the style of mark with which a text begins counts up."""
    style = next((each for each in _STYLES if compiled(each).match(text)), "")
    count = 0
    for mark in compiled(style).findall(text) if style else ():
        if stretches.number(mark) == count + 1:
            count += 1
        elif stretches.number(mark) != 1 and stretches.number(mark) > count:
            return 0  # a gap: what is counted cannot be told
    return count


def _table_above(rows: Sequence[Row], number: int, note: re.Match[str]) -> Iterator[Found]:
    """※変更は上記3か所である, right below a table of four rows."""
    value, cell = _value(note["n"]), rows[number].filled[0]
    good = _marks_above(rows, number) or _rows_above(rows, number)
    if good and value not in good:
        start = fold(cell.text).find(note.group().strip())
        span = (max(start, 0), len(cell.text))
        figure = _figure(cell, span, value, tidy(note.group()), number, 0)
        yield figure, max(good), str(rows[number - 1].place), f"{max(good)}行"


def _rows_above(rows: Sequence[Row], number: int) -> set[int]:
    """The rows of the table right above: all, those with a head, and how many heads they have."""
    table: list[Row] = []
    for row in reversed(rows[max(number - _MOST, 0) : number]):
        made = row if len(row.filled) > 1 else row.pieces
        if made is None or row.grid != rows[number - 1].grid:
            break
        table.insert(0, made)
    body = table[1:]  # below the heads of its columns
    if len(body) < _FEWEST or not _HEADS.search(key(table[0].cells[0].text)):
        return set()
    first = [tidy(row.cells[0].text) for row in body]
    second = [tidy(row.cells[1].text) for row in body]
    return {
        len(body),
        len([each for each in first if each]),
        len({*first} - {""}),
        len({*second} - {""}),
    }


_HEADS = re.compile(
    r"番号|^no|^№|項目?$|名称?$|日$|区分|[先者課種]$|事務$|業務$|媒体$|^委託|^提供|箇所"
)


def _marks_above(rows: Sequence[Row], number: int) -> set[int]:
    """The last of the marks that count up from 1 in the lines right above."""
    texts = [fold(row.text).strip() for row in rows[max(number - _MOST, 0) : number]]
    style = next((each for each in _STYLES if texts and compiled(each).match(texts[-1])), "")
    first = count = 0
    for text in reversed(texts if style else ()):
        mark = compiled(style).match(text)
        now = stretches.number(mark[1]) if mark else 0
        if not now or (count and now != count - 1):
            return set()
        first, count = first or now, now
        if now == 1:
            return {first}
    return set()


def _spans(cell: Passage, text: str, row: int, at: int) -> Iterator[Found]:
    """8月3日から9月4日まで（30日間）: neither with nor without its first day."""
    found = None
    for match in _UNIT.finditer(text):
        found = dates(cell.text) if found is None else found
        front = [each for each in found if each.end <= match.start()]
        if len(front) < 2 or not _TO.fullmatch(text, front[-2].end, front[-1].start):
            continue
        if not _END.fullmatch(text[front[-1].end : match.start()]):
            continue
        good = _lengths(front[-2], front[-1], match["unit"][0])
        value = int(match["n"])
        if good and value not in good:
            lead = tidy(text[front[-2].start : match.start()])
            figure = _figure(cell, (match.start("n"), match.end()), value, lead, row, at)
            yield figure, max(good), cell.source, f"{max(good)}{match['unit']}"


def _lengths(first: PrintedDate, last: PrintedDate, unit: str) -> set[int]:
    """How many days, weeks, months or years are from one day to another."""
    if first.precision != "day" or last.precision != "day":
        return set()
    start = date(first.year, first.month, first.day)
    end = date(last.year, last.month, last.day)
    if end <= start:
        return set()
    days = (end - start).days
    if unit == "日":
        return {days, days + 1, days - 1}
    if unit == "週":
        return {days // 7, (days + 1) // 7, -(-days // 7)}
    after = end + timedelta(days=1)
    months = [(each.year - start.year) * 12 + each.month - start.month for each in (end, after)]
    months += [months[-1] + 1]
    return (
        set(months)
        if unit != "年"
        else {-(-month // 12) for month in months} | {m // 12 for m in months}
    )
