"""Labels of the assessment form within cells and lines: where one begins and its value ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from nagarezu.importing.form import labels
from nagarezu.importing.form.labels import Label
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy

_MARK = r"(?:[①-⑳・･●■◆]|\(?(?:\d{1,2}|[ア-ンa-z])[ ]?[).、:]|(?:\d{1,2}|[ア-ン])(?= ))?[ ]*"
_NOTE = (  # 委託期間（委託事項1、2とも） is of several blocks
    r"(?:[ ]*(?:※\d?|\(※[^()]*\)|\(注\d?\)|【[^【】]{1,6}】"
    r"|\([^()\n]{0,20}(?:とも|共通|同じ|いずれも|全て)[^()\n]{0,6}\)))?"
)
_AFTER = r"(?P<count>[ ]?\d{1,2}|[①-⑳])?(?=[ \n:\[<【]|$)[ ]*[:]?[ ]*"
_PARTICLES = "にのをはがへでと"
_SHORT = 5  # characters; a shorter label within a line needs a circled number in front
_SECOND = re.compile(r"(?:^|[ \n、,])2[.、)]?[ ]?[^\d\s年月日.]")
_LISTS = ("items", "items_sent")  # no block bears such a label with a number
_LAST_CIRCLED = re.compile(r"^.*[①-⑳]", re.DOTALL)
_TWO = re.compile(r"[・／/]|及び|並びに")
# システム１の名称, 委託事項2 委託期間: the number of the block within the label, or in front of it
_BLOCKS = r"(?:システム|委託(?:事項|業務|先)|提供先|移転先)[ 　]?[0-9０-９]{1,2}"
_OF_BLOCK = re.compile(rf"^(?=(?P<kind>システム|委託先|提供先|移転先)){_BLOCKS}(?P<of>の|における)")
_BLOCK_IN_FRONT = re.compile(rf"^{_BLOCKS}[ 　\n]+")
_ENCLOSED = re.compile(
    r"[<＜【〔〈《(（\[［](?P<label>[^<>＜＞【】〔〕〈〉《》()（）\[\]［］]{2,24})[>＞】〕〉》)）\]］]"
)
_COUNTED = re.compile(r"[ 　]*[0-9０-９]{1,2}$")
# 3 市の技術的対策: whose a sort of measures is
_OWN_SORT = re.compile(
    r"^(?:[0-9０-９]{1,2}[ 　]?[.．、 　][ 　]*)?(?:本|当)?[市区町村]"
    r"(?:の|が(?:講[ずじ]る|行う|とる))"
    r"(?=(?:物理|技術|組織|人)的|運用|システム)"
)


@dataclass(slots=True)
class Piece:
    """A label as printed and its value; what stands in front of the first label has none."""

    label: Label | None
    printed: Passage
    value: Passage
    count: str = field(default="")


@cache
def _names() -> str:
    known = {name for names in rules("labels")["assessment"].values() for name in names}
    return "|".join(_loose(fold(name)) for name in sorted(known, key=len, reverse=True))


def _loose(name: str) -> str:
    """The characters of a label, spaces between them or not; particles drop out (traps 2, 3)."""
    inside = "[ ]?".join(
        re.escape(char) + ("?" if char in _PARTICLES and 0 < i < len(name) - 1 else "")
        for i, char in enumerate(name)
    )
    return f"(?:{inside})" if len(name) >= _SHORT else re.escape(name)


_OF_FILE = r"[(\[<【〈]ファイル[ ]?\d{1,2}[)\]>】〉][ ]*"  # （ファイル2）特定個人情報ファイル名 …


@cache
def _first() -> re.Pattern[str]:
    return re.compile(
        rf"^[ ]*(?:{_OF_FILE})?{_MARK}(?P<name>{_names()}){_NOTE}{_AFTER}", re.MULTILINE
    )


@cache
def _inline() -> re.Pattern[str]:
    return re.compile(rf"(?<=[ \n\]])(?P<mark>[①-⑳][ ]*)?(?P<name>{_names()}){_NOTE}{_AFTER}")


@cache
def _within_path() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[ \n①-⑳.)]|[ⅠⅡⅢⅣⅤⅥ]\d{{1,2}})(?P<name>{_names()})(?=[ \n(※\[\d]|$)")


_VALUED = re.compile(  # 委託期間（…とも） 令和7年4月1日から: a label with its value
    r"[^()（）\n]{2,20}[(（][^()（）\n]{2,30}[)）][ 　]+\S{6,}"
    r"|[^()（）\n]{2,20}[ 　]+[(（][0-9０-９][)）][ 　]*\S"  # 提供する情報 (1) 氏名 (2) 住所
)


@lru_cache(maxsize=1 << 14)
def whole(text: str) -> Label | None:
    """⑤委託先名, 再委託 ⑦再委託の有無 ※, 提供先1: a cell that is nothing but a label."""
    if text.endswith("。") or _VALUED.match(text):  # 移転先（甲課、乙課）の課長に用途を示す。
        return None
    inside = _ENCLOSED.fullmatch(text.strip())  # <物理的措置> above its measures
    bare = inside["label"] if inside else text.strip()
    plain = _LAST_CIRCLED.sub("", _OF_BLOCK.sub(r"\g<kind>\g<of>", bare))
    forms = (plain, compiled(r"[ 　]*※\d?$").sub("", plain), _BLOCK_IN_FRONT.sub("", plain))
    for each in (*forms, _OWN_SORT.sub("", plain)):
        for form in (each, _COUNTED.sub("", each)):
            found = labels.find("assessment", form)
            if found is not None:
                return found
    return _first_of_two(plain)


def of_row(text: str) -> Label | None:
    """The label of a row of which each cell speaks of one contractor: 再委託 says all of it."""
    found = labels.find("assessment", "再委託事項") if key(text) == "再委託" else None
    return found or whole(text)


_MARKED = re.compile(
    r"^[ 　]*(?:[・･●■◆①-⑳]|[(（]?[0-9０-９]{1,2}[)）.．])[ 　]*"
    r"(?P<head>[^：:。、\s]{2,16})[ 　]*[：:][ 　]*(?=\S|$)"
)
_SET_IN = re.compile(  # 　　項目：個人番号、入居年月日 below 提供先：甲組合
    r"^[ 　]*(?P<head>[^：:。、\s()（）]{2,12})[ 　]*[：:][ 　]*(?=\S)"
)
_OPENING, _CLOSING = re.compile(r"[(（]"), re.compile(r"[)）]")
_BEHIND_SYSTEM = re.compile(  # 2 システム(1)：甲システム
    r"^[ ]*(?:\d{1,2}[.、]?[ ]*)?[【\[<〔]?システム[ ]?(?:[(]?\d{1,2}[)]?|[①-⑳])[】\]>〕]?[ :]+"
    r"(?P<name>[^。、:\s]{2,40}(?:システム|サーバー?|台帳|基盤))[ ]*$"
)
_BEHIND = re.compile(r"^[【\[<〔](?P<kind>提供|移転)先?[ ]?\d{1,2}[】\]>〕][ ]*(?=\S)")


def marked(line: Passage) -> tuple[Passage, Passage] | None:
    """・受渡しの方法：DVD-R: a line of a block with a head, though none that the form knows."""
    match = _MARKED.match(line.text)
    if match and len(_OPENING.findall(match["head"])) != len(_CLOSING.findall(match["head"])):
        return None  # 5 提供・移転（提供：行っていない）: the head of a section
    return (line.part(*match.span("head")), line.part(match.end())) if match else None


def set_in(line: Passage, lead: int) -> tuple[Passage, Passage] | None:
    """項目：個人番号, further in than 提供先：甲組合 above it: its head needs no mark."""
    match = _SET_IN.match(line.text) if lead else None
    return (line.part(*match.span("head")), line.part(match.end())) if match else None


def behind_block(line: Passage) -> tuple[Label, Passage, Passage] | None:
    """【提供1】甲組合: who stands behind the head of a block."""
    system = _BEHIND_SYSTEM.match(fold(line.text))
    if system and whole(system["name"]) is None:
        name = line.part(*system.span("name"))
        known = labels.find("assessment", "システムの名称")
        return (known, line.part(0, system.start("name")), name) if known else None
    match = _BEHIND.match(fold(line.text))
    label = labels.find("assessment", f"{match['kind']}先") if match else None
    return (label, line.part(0, match.end()), line.part(match.end())) if match and label else None


_TOPICS = {"system": "システム", "entrust": "委託"}  # by how the fields of a form begin


def of_column(text: str, columns: Sequence[str]) -> Label | None:
    """The label on top of a column; a bare 名称 beside the functions is that of a system."""
    found, bare = of_row(text), _uncounted(key(_LAST_CIRCLED.sub("", text.strip())))
    if found is None and bare in ("項目", "情報") and any("入手" in each for each in columns):
        return labels.find("assessment", "記録項目")  # 入手元 | 入手の方法 | 項目
    beside = [label.field for each in columns if (label := whole(_uncounted(each))) is not None]
    topics = (_TOPICS.get(field.split("_")[0], "") for field in beside)
    return found or next((label for each in topics if each and (label := short(each, bare))), None)


def short(about: str, name: str) -> Label | None:
    """名称 of a system, 期間 of a contract: the label that the form prints in full."""
    for topic, names in rules("assessment")["short_labels"].items():
        if compiled(f"(?:{topic})$").search(about) and name in names:
            return labels.find("assessment", names[name])
    return None


def _uncounted(column: str) -> str:
    """2機能: the key of ②機能 on top of a column, without its number."""
    return compiled(r"^\d{1,2}[.、)]?(?=\D)").sub("", column)


def _first_of_two(plain: str) -> Label | None:
    """再委託先名・再委託事項: two labels of one cell; its value begins with that of the first."""
    both = [labels.find("assessment", part) for part in _TWO.split(plain)]
    known = [label for label in both if label is not None]
    beside = len(both) == 2 and _BESIDE.fullmatch(_TWO.split(plain)[1].strip())
    if both[0] is not None and beside:
        return both[0]  # 渡す項目・方法
    return known[0] if len(both) == 2 and len(known) == 2 else None


_BESIDE = re.compile("方法|手段|媒体|時期|頻度|件数|期間|人?数")


@cache
def _beginnings() -> frozenset[str]:
    known = {key(name) for names in rules("labels")["assessment"].values() for name in names}
    return frozenset(name[:end] for name in known for end in range(_SHORT, len(name)))


def begins_label(text: str) -> bool:
    """委託契約書中の特定個人情報: the first line of a label that a narrow column breaks."""
    plain = _LAST_CIRCLED.sub("", key(text))
    if len(plain) < _SHORT or whole(text) is not None:
        return False
    return plain in _beginnings()


def split(passage: Passage) -> list[Piece]:
    """Cut a text at the labels in it; a label may begin a line or stand behind a space."""
    folded = fold(passage.text)
    spans = [(match, match.start()) for match in _first().finditer(folded)]
    for match in _inline().finditer(folded):
        if match["mark"] or len(match["name"]) >= _SHORT:
            spans.append((match, match.start()))
    found: list[tuple[re.Match[str], int]] = []
    for match, start in sorted(spans, key=lambda each: (each[1], -each[0].end())):
        if not found or start >= found[-1][0].end():
            found.append((match, start))
    if not found:
        return [Piece(None, Passage(), passage)]
    pieces = []
    if before := passage.part(0, found[0][1]):
        pieces.append(Piece(None, Passage(), before))
    for index, (match, start) in enumerate(found):
        end = found[index + 1][1] if index + 1 < len(found) else len(folded)
        printed = passage.part(start, match.end("name"))
        value = passage.part(match.end(), end)
        count = (match["count"] or "").strip()
        label = labels.find("assessment", match["name"])
        listed = value and label is not None and label.field in _LISTS
        if count == "1" and (listed or _SECOND.search(fold(value.text))):
            value, count = passage.part(match.start("count"), end), ""  # 1 氏名: a list begins
        pieces.append(Piece(label, printed, value, count))
    return pieces


def last_of_path(path: str) -> Label | None:
    """Ⅱ 2.基本情報 ②対象となる本人の数: the label at which the path of a change ends."""
    found = None
    for match in _within_path().finditer(fold(path)):
        found = labels.find("assessment", match["name"]) or found
    return found


_OPENS = re.compile(r"^[\[［]$")
_CLOSES = re.compile(r"^[\]］]$")


def narrow(cells: Sequence[Passage]) -> tuple[Passage, ...]:
    """[ | ○ | ] | 宛名システム等 in cells of their own, as one cell from the first bracket on."""
    first = next((i for i, cell in enumerate(cells) if _OPENS.match(cell.text.strip())), None)
    if first is None or not any(_CLOSES.match(cell.text.strip()) for cell in cells[first:]):
        return tuple(cells)
    return (*cells[:first], joined(cells[first:], " "))


def is_same(text: str) -> bool:
    """「2.③対象となる本人の範囲」と同じ: what stands there holds here too."""
    return bool(compiled(rules("assessment")["same"]).search(fold(text)))


def is_away(text: str) -> bool:
    """別紙1のとおり: it stands elsewhere."""
    return bool(compiled(rules("assessment")["away"]).search(fold(tidy(text))))


def is_none(text: str) -> bool:
    """－, なし, 再委託しない."""
    return bool(compiled(rules("assessment")["none"]).search(key(text)))
