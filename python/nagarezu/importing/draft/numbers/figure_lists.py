"""Numbers of what the document lists itself: 全18項目, 次の4事務, (3)件 of contracts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.fields.figures import Figure
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key

_ALL = re.compile(r"(?:次の|以下の|下記の|掲げる|全|計|合わせて|対象の)$")
_WHOLE = re.compile(r"(?:全|次の|以下の|下記の|次に掲げる|以下に示す)$")
_YES = re.compile(
    r"^(?:有(?!無)|あり|含む|該当する|委託(?:する|している|あり)"
    r"|提供(?:する|している|あり)|[■☑][ ]?有)"
)
_BELOW = re.compile(r"\W*(?=[以合計全])(?:以上)?、?(?:合?計|全部で)?の?\d+項目\W*(?:である)?\W*")
_CITED = re.compile(
    r"^(別[添紙表]\d*|資料\d+)(?:のとおり|を?参照|に(?:記載|示す|掲げる)(?:とおり)?)"
    r"の?[ (]*(?:全|計)?[ ]*$"
)
_SHOWN = re.compile(r"[ ]?\((?:別[添紙表]\d*|資料\d+)(?:のとおり|参照|に(?:示す|掲げる))")
_NEXT = 2  # rows between 全18項目 and its list
Found = tuple[Figure, int, str, str]


def listed(builder: Builder, rows: Sequence[Row], found: Sequence[Figure]) -> Iterator[Found]:
    """A figure, the number of what is listed, where, and as what."""
    for figure in found:
        if figure.unit == "item" and figure.bound == "at_most":
            yield from _banded(builder, rows, figure)
        about = figure.unit == "item" and figure.bound == "unknown"  # 約26項目, of a list
        if not (about or figure.bound == "exact") or _told_of_another(figure, rows[figure.row]):
            continue
        if figure.unit == "item":
            yield from _items(builder, rows, figure)
        elif figure.unit in ("task", "file", "firm", "record"):
            yield from _cases(builder, rows, figure)


def _told_of_another(figure: Figure, row: Row) -> bool:
    """A row of a list of changes, or a number of a day or of papers."""
    text = fold(row.text)
    day = r"[ ]*(?:令和|平成|20)[\d元]+年(?:\([^()]*\))?\d+月\d+日[ \t]"
    return bool(compiled(day).match(text)) or "変更前" in text


def _items(builder: Builder, rows: Sequence[Row], figure: Figure) -> Iterator[Found]:
    """全18項目 beside, or right above, the list of these items."""
    text = fold(figure.passage.text)
    before = text[: figure.start].rstrip("( ")
    whole = bool(_WHOLE.search(figure.lead)) or (
        text[figure.start - 1 : figure.start] == "(" and text[figure.end : figure.end + 1] == ")"
    )
    whole = whole or bool(_SHOWN.match(text[figure.end :]))
    cited, below = _CITED.search(before), _BELOW.fullmatch(text.strip())
    if not (whole or cited or below) or compiled(r"うち|ほか").search(before[-6:]):
        return
    places = [
        str(rows[at].place) for at in range(figure.row, min(figure.row + 1 + _NEXT, len(rows)))
    ]
    if paper := compiled(r"[^。]{0,6}[。、]?[ ]?(別[添紙表]\d*|資料\d+)").match(text[figure.end :]):
        places = _paper(rows, paper[1])
    elif cited:  # 別添1のとおり（15項目）
        places = _paper(rows, cited[1])
    near = [each for each in builder.list_of("lists") if _stands_at(each, places)]
    if below:  # 以上14項目, right below the list
        above = {str(row.place) for row in rows[max(figure.row - _NEXT, 0) : figure.row]}
        near = [each for each in builder.list_of("lists") if above & set(_last(each))]
    number = _leaves(near[0]) if len(near) == 1 and not near[0].get("open") else 0
    if number > 1 and (number != figure.value) == (figure.bound == "exact"):
        place = (str(near[0].get("source", "")).split() or [figure.passage.source])[0]
        yield figure, number, place, f"{number}項目の列記"


_RECORDED = re.compile(r"記録される項目|記録項目の?数")
_CHOICES = re.compile(r"[<＜(]?選択肢|\[[ ○〇]?\]")


def _banded(builder: Builder, rows: Sequence[Row], figure: Figure) -> Iterator[Found]:
    """④記録される項目 [10項目未満], and the one list of the only file, which has 16.

    A list may be shorter than the answer says: an entry of it may stand for several items.
    """
    text = fold(figure.passage.text)
    offered = _CHOICES.search(text)
    if (offered and offered.start() < figure.start) or not _of_one_list(builder, rows):
        return
    above = rows[max(figure.row - 1, 0)]
    before = f"{above.text if len(above.filled) == 1 else ''} {rows[figure.row].text}"
    lists = builder.list_of("lists")
    if not _RECORDED.search(fold(before)) or text[: offered and offered.start()].count("未満") > 1:
        return
    own = max(lists, key=lambda each: len(each.get("entries", [])), default=None)
    if own is None or any(each.get("open") or each.get("missing_reference") for each in lists):
        return
    entries = own.get("entries", [])
    flat = all("." not in str(each.get("position", "")) for each in entries)
    number = len(entries)
    if flat and number > figure.value:
        place = (str(own.get("source", "")).split() or [figure.passage.source])[0]
        yield figure, number, place, f"{number}項目の列記"


def _of_one_list(builder: Builder, rows: Sequence[Row]) -> bool:
    """Whether the form asks once how many items there are, and of one file."""
    asked = [row for row in rows if compiled(r"\d+項目未満").search(fold(row.text))]
    return len(asked) == 1 and len(builder.list_of("matters")) == 1 and not builder.later_files


def _paper(rows: Sequence[Row], name: str) -> list[str]:
    """The rows right below the head of a paper."""
    heads = [
        at for at, row in enumerate(rows) if key(row.text).lstrip("#■≪【(").startswith(key(name))
    ]
    return [str(row.place) for row in rows[heads[-1] : heads[-1] + 6]] if heads else []


def _stands_at(entity: Entity, places: Sequence[str]) -> bool:
    source = str(entity.get("source", "")).split()
    first = [str(each.get("source", "")).split()[:1] for each in entity.get("entries", [])[:1]]
    return bool({*source[:1], *(one for each in first for one in each)} & set(places))


def _last(entity: Entity) -> list[str]:
    """Where the last entry of a list stands."""
    return [
        place
        for each in entity.get("entries", [])[-1:]
        for place in str(each.get("source", "")).split()
    ]


def _leaves(entity: Entity) -> int:
    """The items of a list, those of its groups each."""
    return sum(1 for each in entity.get("entries", []) if each.get("item"))


def _cases(builder: Builder, rows: Sequence[Row], figure: Figure) -> Iterator[Found]:
    """Files, tasks, contracts and recipients: as many as there are, counted in any sensible way."""
    words = "".join(figure.words) + figure.lead
    front, behind = _sides(figure)
    sentence = front + behind
    numbers: set[int] = set()
    what = ""
    if behind.startswith("のうち"):
        front = words = ""
    if compiled("再(?:委託|受託)").search(sentence) or _further(figure):
        return
    given = _GIVEN.search(front[-16:]) if figure.unit == "record" else None
    if figure.unit == "record" and not _of_one_file(rows, given["act"] if given else "委託"):
        return
    sensitive = compiled(r"(?<!条例)要配慮個人情報を(?:含む|取り扱う|記録する|有する)").search(
        front
    )
    if sensitive and figure.unit in ("file", "task"):
        numbers, what = {_yes(rows, r"要配慮個人情報")}, "要配慮個人情報を含むもの"
    elif compiled(r"(?:業務|委託)を?(?:外部に)?委託|委託先|受託者|委託する").search(
        words + front[-16:]
    ) or (compiled(r"[、にを]?(?:の業務)?(?:分けて|を?委託)").match(behind)):
        numbers, what = _entrusted(builder, rows, figure.unit), "委託するもの"
    elif figure.unit != "record" and compiled(r"提供先|提供する").search(words + front[-16:]):
        both = _BOTH.search(_before(figure))
        numbers, what = _provided(builder, {"transfer"} if both else set()), "提供先"
    elif figure.unit in ("file", "task") and _ALL.search(figure.lead):
        numbers, what = {len(builder.list_of("matters"))}, "掲載されたもの"
        numbers = numbers if min(numbers) > 1 else set()
    elif given:
        numbers, what = _blocks(rows, given["act"]), f"{given['act']}先の欄"
    if figure.unit == "task" and what == "委託するもの":
        numbers |= _steps(builder)
    numbers.discard(0)
    if numbers and figure.value not in numbers:
        number = max(numbers)
        yield figure, number, _place(builder, figure), f"{what} {number}"


_BOTH = re.compile(r"提供先(?:及び|並びに|又は|や|・|、)移転先")
# 提供を行っている（2件）, beside blocks that are headed 提供先1 and 提供先2
_GIVEN = re.compile(r"(?P<act>提供|移転)(?:先|を?(?:行っている|行う|している|する))[\[(]?$")


def _blocks(rows: Sequence[Row], act: str) -> set[int]:
    """How many blocks of this kind are printed; none if one holds a list of several."""
    found: set[int] = set()
    for at, row in enumerate(rows):
        head = compiled(rf"\W{{0,4}}(?:\d{{1,2}}[.] ?)?{act}先\s*([0-9]{{1,2}})(?![0-9])").match(
            fold(row.text)
        )
        if head and int(head[1]) == 1 and found - {1}:
            return set()  # those of another file are numbered anew
        if head and not compiled("別[紙添表]|一覧|ほか|[0-9]から").search(
            row.text + rows[min(at + 1, len(rows) - 1)].text
        ):
            found.add(int(head[1]))
        elif head:
            return set()
    return {len(found)} if found == set(range(1, len(found) + 1)) else set()


def _of_one_file(rows: Sequence[Row], act: str) -> bool:
    """Whether an assessment says once whether it entrusts: else each file has its own number."""
    heads = [row for row in rows if compiled(r"\W{0,4}委託の有無").match(row.text.strip())]
    number = rf"{act}(?:を?(?:行っている|行う|している|する))[^。\n\d]{{0,8}}\d{{1,2}}[)\] ]*件"
    said = [row for row in rows if compiled(number).search(fold(row.text))]
    return len(heads) == 1 or (not heads and len(said) == 1)


def _further(figure: Figure) -> bool:
    """再委託先は、甲、乙及び丙の3者: what the sentence spoke of last are those further on."""
    said = compiled(r"再?(?:委託|受託)").findall(_before(figure))
    return bool(said) and said[-1].startswith("再")


def _before(figure: Figure) -> str:
    """What its sentence says in front of a number."""
    return compiled(r"[。\n]").split(fold(figure.passage.text)[: figure.start])[-1]


def _sides(figure: Figure) -> tuple[str, str]:
    text = fold(figure.passage.text)
    front = compiled(r"[。\n、]").split(text[: figure.start])[-1]
    return key(front), key(compiled(r"[。\n]").split(text[figure.end :])[0][:20])


def _place(builder: Builder, figure: Figure) -> str:
    places = [str(each.get("source", "")).split() for each in builder.list_of("flows")]
    found = [place[0] for place in places if place and place[0] != figure.passage.source]
    return found[0] if found else figure.passage.source


def _yes(rows: Sequence[Row], label: str) -> int:
    """In how many rows of this label the answer is yes."""
    number = 0
    for row in rows:
        cells = [fold(cell.text).strip() for cell in row.filled]
        if len(cells) == 1:
            cells = compiled(r"[ ]{2,}").split(cells[0], maxsplit=1)
        if len(cells) > 1 and compiled(rf"(?:{label})(?:の有無)?").fullmatch(key(cells[0])):
            number += bool(_YES.match(cells[1]))
    return number


# 委託事項1: one whose firm is left open is entrusted as well
_FORM = re.compile(r"\W{0,4}委託事項\s*[0-9]{1,2}(?![0-9])")


def _entrusted(builder: Builder, rows: Sequence[Row], unit: str) -> set[int]:
    flows = [
        each for each in builder.list_of("flows") if each.get("relation") in ("entrust", "delegate")
    ]
    firms = {to for each in flows for to in each.get("to", [])}
    forms = {key(found[0]) for row in rows if (found := _FORM.match(fold(row.text)))}
    asked = 0 if unit == "record" and forms else _yes(rows, r"(?:業務|事務)?の?委託")
    return {len(firms), len(forms), asked} - {0}


def _steps(builder: Builder) -> set[int]:
    """How many lines of work the sheet of a contract has: 次の3業務を甲社に委託する."""
    found = (one.get("work", []) for one in builder.list_of("matters") if one.get("partners"))
    return {sum(1 for each in work if not each.get("sheet")) for work in found}


def _provided(builder: Builder, beside: set[str]) -> set[int]:
    """Those who are provided with something, and those of other relations named beside them."""
    relations = {"provide", *beside}
    flows = [each for each in builder.list_of("flows") if each.get("relation") in relations]
    pairs = {(each.get("matter"), to) for each in flows for to in each.get("to", [])}
    matters = {each.get("matter") for each in flows}
    return {len(pairs), len({to for _, to in pairs}), len(matters)} - {0}
