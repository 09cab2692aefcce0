"""Items that stand in a line of text: which part of a line lists them, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.fields import stretches
from nagarezu.importing.form.prose.topics import named_list
from nagarezu.importing.list_marks import CITED
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, outside_brackets, tidy

_TOLD = re.compile(
    r"^(?:[^。]{0,40}?(?:項目|情報|事項)(?:は|として)、?)?(?:次の)?(?P<items>[^。]+?)"
    r"(?:(?:の[\d一二三四五六七八九十]+項目)?(?:である|とする|です|とします)"
    r"|を(?:提供|利用|記録|送信|登録|処理|移転|閲覧|収集|共有|委託)[^。、]{0,10}"
    r"|を、[^。、]{2,48}?(?:提供|記録|送信|送付|登録|報告|受信|受領|取得)[^。、]{0,8})?。?$"
)
_HELD = re.compile(  # 台帳に記録された氏名、住所: the first item is 氏名
    r"^[^、。()（）]{2,24}(?:に(?:記録|登録|記載)(?:された|されている|して(?:いる|ある))|から抽出した|が保有する)(?=[^、]{1,14}[、及])"
)
_POINTS = re.compile(  # 6(3)に掲げる項目: the list stands elsewhere
    rf"(?:前記|上記)?(?:第[ ]?\d{{1,2}}[ ]?の?)?(?:{CITED})"
    r"(?:に(?:掲げる|示す|定める|記載(?:の|する)|列挙する)|の)(?:個人|保有)?(?:情報)?の?"
    r"(?:項目|情報|事項|データ)(?:と同じ|と同様|に同じ|の?とおり)?(?:である|とする|です)?。?$"
)
_ALL_OF = re.compile(  # 台帳に記録するものの全て
    r"^[^、，]{2,40}(?:もの|項目|情報|データ)の?(?:全て|すべて|全部|全項目|一切)(?:の(?:項目|情報))?。?$"
)
_TWO = re.compile(r"[^はがをにで、。]{2,10}(?:及び|並びに)[^はがをにで、。]{2,10}")  # 氏名及び住所
_VERBAL = re.compile(
    r"(?:する|した|ある|ない|れる|せる|ため|とおり|こと|参照|いる|行う|よる|です|ます)$"
)


def items_of(line: Passage) -> Passage | None:
    """The part of a line that lists items; None for a sentence that lists none."""
    note = compiled(r"[(（][^()（）]*。[)）]").search(line.text)  # （本人の同意がある場合に限る。）
    if note:
        bare = line.text[: note.start()] + line.text[note.end() :]
        line = Passage(bare, line.starts, line.spots)
    match = _TOLD.match(line.text.strip())
    if (
        not match
        or stretches.cites(line.text)
        or _POINTS.match(fold(line.text.strip()))
        or _ALL_OF.search(line.text.strip())
    ):
        return None
    parts = outside_brackets(match["items"], "、，,")
    if any(len(part) > 40 or _VERBAL.search(tidy(part)) for part in parts):
        return None
    by_way = line.text.strip()[match.end("items") :].startswith(
        "を、"
    )  # 甲及び乙を、回線により送る。
    several = len(parts) > 1 or (by_way and "及び" in match["items"])
    several = several or bool(_TWO.fullmatch(match["items"].strip()))
    if line.text.rstrip().endswith("。") and not several:
        return None
    offset = len(line.text) - len(line.text.lstrip())
    held = _HELD.match(match["items"])
    offset_of = held.end() if held else 0
    return line.part(match.start("items") + offset + offset_of, match.end("items") + offset)


def whole_lines(text: Passage) -> Iterator[Passage]:
    """Lines, those of a list that is broken at a comma or at the end of a full line joined."""
    held: Passage | None = None
    for line in text.lines():
        if held is not None and _goes_on(held.text) and not named_list(line)[0]:
            held = joined([held, line], "")
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _goes_on(text: str) -> bool:
    """A list that is broken at a comma, within brackets, or at the end of a full line."""
    full = len(text) >= 38 and ("、" in text or "，" in text)
    return text.rstrip()[-1] in "、，" or unclosed(text) or full


def unclosed(text: str) -> bool:
    plain = fold(text)
    return plain.count("(") > plain.count(")")


def one_below(line: Passage) -> tuple[Passage, Passage]:
    """保護者に関するもの　電話番号: a group of one item, beside groups of several."""
    found = compiled(r"\s*(?P<head>[^\s、。]{2,24})[ 　]+(?P<item>[^\s、。]{2,24})\s*").fullmatch(
        line.text
    )
    if found is None:
        return Passage(), Passage()
    return line.part(*found.span("head")), line.part(*found.span("item"))
