"""Numbers of measures and clauses that are cited, beyond the last one that there is.

市が行う対策【運用上の対策】の8による: the column of that side and layer ends at 6. 業8: so does
the one that a legend calls 業. 第12項: the clauses end at 9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from nagarezu.importing.draft import said, sheet_marks
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.whole.parts import Parts
from nagarezu.importing.fields.safeguards import layer_of
from nagarezu.importing.form.prose.topics import is_party_own
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold

Beyond = tuple[int, int, str, str]  # the row, the place in the text, what is cited, the text

_FEWEST = 2  # measures of a column, clauses of a list, cells that cite by a sign
_NUMBER = r"(?:番号|措置|対策|項番|No\.?)?[ ]?\(?\d{1,2}(?![\d.年月日])\)?"
_AND = r"[ ]?(?:から|~|、|,|・|及び|並びに|又は|と)[ ]?"
_BY = r"[のにをで]|のとおり|と(?:同|併)|[)）。]|[、,](?=第|別|資料|様式|個?票|特記)|$"
_LAYER = re.compile(r"(?:運用|システム|技術|物理|組織|人)(?:面|的|上)の?(?:安全管理)?(?:対策|措置)")
_COLUMN = re.compile(
    r"(?P<front>[^。\n「」]{0,30}?)[【〔(（]?"
    rf"(?P<layer>{_LAYER.pattern})"
    rf"[】〕)）」]?の?[ ]?(?P<numbers>{_NUMBER}(?:{_AND}{_NUMBER})*)(?:まで)?(?={_BY})",
    re.MULTILINE,
)
_WHOSE = r"(?:の|側の|が(?:行う|講[じず]る|とる)|に(?:求める|行わせる|講じさせる|とらせる|課す))"
_SIDED = re.compile(  # 委託先に求める措置4, of a column without layers
    rf"(?P<front>(?:本市|[市区町村]|組合|委託先|受託者|受託事業者|事業者|受任者){_WHOSE}"
    rf"(?:安全管理|保護|情報保護)?の?)(?P<what>措置|対策)(?:の|第)?[ ]?"
    rf"(?P<numbers>{_NUMBER}(?:{_AND}{_NUMBER})*)(?:項|号)?(?=による|に(?:より|よって|基づ|定め|従)|の(?:とおり|内容)|を踏まえ)"
)
_OWN = re.compile(r"(?:本|当)?(?:市|区|町|村|県|甲|実施機関|委託者)(?:の|側|が)")
_PARTNER = re.compile(r"(?:委託先|受託者?|事業者|受任者|委任先|相手方|乙)(?:の|側|が|に)")


def missing(builder: Builder, parts: Parts) -> Iterator[Beyond]:
    if builder.list_of("safeguards"):
        yield from _of_columns(builder, parts)
        yield from _of_signs(builder, parts)
    yield from _of_clauses(builder, parts)


def _of_columns(builder: Builder, parts: Parts) -> Iterator[Beyond]:
    """Numbers beyond the last measure of the side and layer that are named."""
    for matter, at, text in _texts(builder, parts):
        plain = fold(text)
        for match in _SIDED.finditer(plain) if "措置" in plain or "対策" in plain else ():
            last = _last(builder, matter, _side(match["front"]), "unspecified")
            for number in compiled(r"\d+").findall(match["numbers"]):
                if last and int(number) > last and _counted(builder, matter, match["front"]):
                    yield at, match.start(), f"{match['front']}{match['what']}{number}", plain
        for match in _COLUMN.finditer(plain) if _LAYER.search(plain) else ():
            sheet = sheet_marks.named(builder, match["front"])
            last = _last(builder, sheet or matter, _side(match["front"]), layer_of(match["layer"]))
            for number in compiled(r"\d+").findall(match["numbers"]):
                if last and int(number) > last:
                    yield at, match.start("layer"), f"{match['layer']}{number}", plain


def _texts(builder: Builder, parts: Parts) -> Iterator[tuple[str, int, str]]:
    """Each cell with its matter; the lines of work and measures that printed lines make up."""
    for at, (matter, row) in enumerate(said.placed(builder, parts.rows)):
        for cell in row.filled:
            yield matter, at, cell.text
    matters = builder.list_of("matters")
    made = [(str(one["id"]), each) for one in matters for each in one.get("work", [])]
    made += [(str(each.get("matter", "")), each) for each in builder.list_of("safeguards")]
    for matter, each in made:
        if len(str(each.get("source", "")).split()) > 1:
            yield matter, _row(each, parts), str(each["label"])


def _side(front: str) -> str:
    """Whose column is meant; empty where it is not said."""
    sides = [(m.start(), "own") for m in _OWN.finditer(front)]
    sides += [(m.start(), "partner") for m in _PARTNER.finditer(front)]
    return max(sides)[1] if sides else ""


def _last(builder: Builder, matter: str, side: str, layer: str) -> int:
    """The last number of the column; of several, where none is named, the longest of them."""
    here = builder.of_matter("safeguards", matter) if matter else []
    for measures in (here, builder.list_of("safeguards")):
        numbers = {
            _number(each)
            for each in measures
            if side in ("", each["party"]) and layer in ("unspecified", each["layer"])
        } - {0}
        if len(numbers) >= _FEWEST:
            return max(numbers)
    return 0


def _counted(builder: Builder, matter: str, front: str) -> bool:
    """Whether the measures of that side are counted through, so that none was left unread."""
    side = _side(front)
    here = builder.of_matter("safeguards", matter) if matter else builder.list_of("safeguards")
    numbers = [_number(each) for each in here if each["party"] == side]
    return len(numbers) >= _FEWEST and numbers == list(range(1, len(numbers) + 1))


def _number(each: Entity) -> int:
    printed = fold(str(each.get("position", ""))).strip("()")
    return int(printed) if printed.isdecimal() else 0


_LEGEND = re.compile(
    r"(?:^|[「『(\s、。;・])(?P<sign>[一-龥ァ-ヶA-Z]{1,4})[」』]?[ ]?(?:は、?|とは、?|=|:|…)[ ]?"
    r"(?P<what>[^「」、。;=:]{2,40}?(?:措置|対策))"
)


def _of_signs(builder: Builder, parts: Parts) -> Iterator[Beyond]:
    """By the sign of a column, as the last legend that has it explains it."""
    texts = (text for text in map(fold, parts.texts) if "措置" in text or "対策" in text)
    legends = chain.from_iterable(map(_LEGEND.finditer, texts))
    for sign, what in {match["sign"]: match["what"] for match in legends}.items():
        last = _last(builder, "", "own" if is_party_own(what) else "partner", layer_of(what))
        cited = re.compile(
            rf"(?:^|[ \n、,・とび]){re.escape(sign)}[ -]?(?P<n>\d{{1,2}})(?![\d年月日人件])"
        )
        found = [
            (at, match) for at, text in enumerate(parts.texts) for match in cited.finditer(text)
        ]
        for at, match in found if last and len(found) >= _FEWEST else ():
            if int(match["n"]) > last:
                yield at, match.start(), f"{sign}{match['n']}", parts.texts[at]


def _of_clauses(builder: Builder, parts: Parts) -> Iterator[Beyond]:
    """第12項 in clauses that are counted as 1, 2, 3 and end before."""
    clauses = builder.list_of("clauses")
    numbers = {int(each["number"]) for each in clauses if str(each.get("number", "")).isdecimal()}
    counted = len(numbers) >= _FEWEST and numbers == set(range(1, max(numbers) + 1))
    if not counted or any(compiled(r"[ ]*第[1一]条").match(text) for text in parts.texts):
        return
    for clause in clauses:
        plain = fold(str(clause["label"]))
        for match in compiled(r"(?<![条法例則令])第(\d{1,2})項").finditer(plain):
            if int(match[1]) > max(numbers):
                yield _row(clause, parts), match.start(), match.group(), plain


def _row(each: Entity, parts: Parts) -> int:
    """The row in which an entity begins."""
    places = str(each.get("source", "")).split()
    return next((at for at, row in enumerate(parts.rows) if str(row.place) in places), 0)
