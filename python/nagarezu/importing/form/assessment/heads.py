"""Heads of an assessment: parts, sections, repeated blocks, and what is no text at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from nagarezu.importing.fields.subjects import names_persons
from nagarezu.importing.form.assessment import chapters
from nagarezu.importing.passage import Passage, continued, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy

_PART = re.compile(
    r"^(?:[(（【]?(?P<attached>別添|別紙|添付(?=[ ]?\d))[ ]?"
    r"(?P<number>[イロハニホ](?=[ )）】])|\d{0,2}(?:[ ]?-[ ]?\d{1,2})?)"
    r"[)）】]?(?![^ ]{0,3}のとおり)"
    r"|[(（【\[［〔]?第?[ ]?(?P<roman>Ⅰ|Ⅱ|Ⅲ|Ⅳ|Ⅴ|Ⅵ|I{1,3}|IV|VI?)(?:[)）】\]］〕](?=.))?"
    r"(?=[ 　\t.．]|[一-龥ァ-ヶ]|その他の"
    r"|[ ]?[-－‐−–ー][ ]?\d{1,2}[ :.]*[^\d\s。、][^。、]{1,40}(?:ファイル|台帳|名簿|リスク対策)"
    r"[)]?$))"
)
_PART_BEHIND = re.compile(
    r"^(?:\d{1,2}[.． 　]*)?[^。]{2,40}[(（]"
    r"(?P<attached>別添|別紙|添付)[ ]?(?P<number>\d{1,2})[)）]$"
)
_TABLE = re.compile(  # 別表1　甲ファイル, and no 別表第一 or 別表111の項 of a law
    r"^[(【]?(?P<attached>別表)[ ]?(?P<number>\d{1,2}|(?=[ ]?記録項目$))[)】]?"
    r"(?!\d|[ ]?の|[ ]?項)[ :]*"
    r"[^。、を]{1,40}(?:ファイル|台帳|データベース|項目(?:の?一覧)?|一覧表?)$"
)
_PART_WITHIN = re.compile(  # Ⅰ 基本情報 (別添1) 事務の内容: an attachment of the part
    r"^(?:Ⅰ|Ⅱ|Ⅲ|Ⅳ|Ⅴ|Ⅵ|I{1,3}|IV|VI?)[^。()（）]{0,24}"
    r"[(（](?P<attached>別添)[ ]?(?P<number>\d{1,2})[)）][ ]?[^。()（）\d]{2,30}$"
)
_PART_OF_FORM = re.compile(  # 第1 基本情報の概要（評価書Ⅰ）: a chapter that names its part
    r"^[^。()\[\]]{2,40}[(\[](?:(?:[^。()\[\]Ⅰ-Ⅵ、]{0,8}評価書|様式)の?)"
    r"(?P<roman>Ⅰ|Ⅱ|Ⅲ|Ⅳ|Ⅴ|Ⅵ|I{1,3}|IV|VI?)(?:の?(?:部分|部|章|関係|から))?[)\]]$"
)
_ROMAN = {"I": "Ⅰ", "II": "Ⅱ", "III": "Ⅲ", "IV": "Ⅳ", "V": "Ⅴ", "VI": "Ⅵ"}
_FOOTER = re.compile(r"^(?:[^。\[\]]{0,60}[ ])?\d{1,3}[ ]?/[ ]?\d{1,3}(?:[ ][^。\[\]]{0,60})?$")
_PAGE = re.compile(r"^-?[ ]?(?:p\.?)?\d{1,3}(?:ページ|頁)?[ ]?-?$", re.IGNORECASE)
_RISK = re.compile(r"^リスク\d{0,2}[ ]?:")
_OPTION = re.compile(r"^[ 　]*[\[［][ 　]*[○〇◯●]?[ 　]*[\]］]")
_FULL = 16  # characters; a shorter line was not broken for want of room
_NAME = 4  # characters of the name of a group of persons
_PERSONS = ("groups", "person_range")
_TAKERS = ("provide_to", "transfer_to")
LONG = 30  # characters; a shorter cell behind the value of a change list is a page or a reason


@dataclass(frozen=True, slots=True)
class Part:
    """Ⅱ 特定個人情報ファイルの概要, （別添2） …"""

    name: str
    attached: bool


@lru_cache(maxsize=1 << 12)
def part(text: str, *, alone: bool) -> Part | None:
    """The part that begins with a text, which stands alone in its row or names an attachment."""
    within = _PART_WITHIN.match(text) if alone else None
    match = within or _PART.match(text)
    if match is None and alone:
        if chapter := chapters.part(text):
            return Part(chapter, attached=False)
        match = _TABLE.match(text) or _PART_BEHIND.match(text) or _PART_OF_FORM.match(text)
    if match is None or len(text) >= 90 or compiled(r"のとおり|参照|。$").search(text):
        return None
    found = match.groupdict()
    if found.get("attached"):
        return Part(found["attached"] + (found["number"] or ""), attached=True)
    return Part(roman(found["roman"]), attached=False) if alone else None


def roman(printed: str) -> str:
    return _ROMAN.get(printed, printed)


def is_outline(title: str) -> bool:
    """別紙 記録項目、委託及び移転: an attachment with more of the outline Ⅱ than the items."""
    return "項目" in title and bool(compiled("委託|提供|移転").search(title))


def part_of_path(path: str) -> str:
    """Ⅱ 2.基本情報 …: the part with which the path of a change begins; empty if with none."""
    match = _PART.match(path) or compiled(r"(?P<roman>[Ⅰ-Ⅵ])(?=[のー-]?[ ]?\d)").match(path)
    return roman(match["roman"] or "") if match else ""


def is_footer(text: str) -> bool:
    """… 2 / 31 …: a running line with the number of the page."""
    return bool(_FOOTER.match(text))


def is_page(text: str) -> bool:
    return len(text) < 16 and bool(_PAGE.match(key(text)))


def is_risk(plain: str) -> bool:
    return bool(_RISK.match(plain))


def is_option(text: str) -> bool:
    """[○]庁内連携システム: a line that begins with a box to tick."""
    return bool(_OPTION.match(text))


BEGINS = re.compile(
    r"^(?:[\[［・･•●○◆■※<＜【]|[①-⑳]|[(（]?[0-9０-９]{1,2}[)）.．、 　]|[ア-ン][ 　.．])"
)


_COLUMNS = re.compile(r"\S[ 　]{3,}\S")  # 区分     人数: a line of columns is not wrapped


def appended(value: Passage, more: Passage, wrapped: bool, field: str = "") -> Passage:
    """A value that goes on; a line that is only wrapped follows without a break.

    In a row of persons, a row below with the name of others is no more of the same name.
    """
    if not value or not more:
        return value or more
    if field in _PERSONS and not wrapped and another_group(value.text, more.text):
        return joined([value, more])
    if field in _TAKERS and "、" in more.text and "、" not in value.lines()[-1].text:
        return joined([value, more])  # 甲課, and below it 氏名、住所
    if BEGINS.match(more.text) or _apart(value.text, more.text):
        return joined([value, more])
    if not wrapped:
        return continued(value, more)[0]
    last = value.text.rstrip().rsplit("\n", 1)[-1]
    ended = last[-1:] in "。.）)」】』：:］]>＞" or len(last) < _FULL or _COLUMNS.search(last)
    return joined([value, more], "\n" if ended else "")


_MARK = r"^[ ]*(?:[(]?(?:\d{1,2}|[ア-ン])[). 、]|[①-⑳・])[ ]*"
_NOUN = re.compile(_MARK + r"[^。、をはにが]{2,24}[一-龥ァ-ヶー]$")  # (3) 入金の管理
_TELLS = re.compile(r"^(?!及び|並びに|又は|[ぁ-ん])[^。\n]{10,}。")
_ITEM = re.compile(_MARK + r"[^。]*[一-龥ァ-ヶー]$")
_COUNTS = re.compile(
    r"^[^。、\d]{3,40}[ :は約]+(?:約[ ]?)?\d[\d, 万千]*(?:人|名|世帯)(?:[ ]?[(][^()]*[)])?$"
)


_DATED = re.compile(  # 令和7年9月　　データの移行: a line of a schedule
    r"(?:(?:令和|平成|R)[ ]?[元\d ]{1,4}年[ ]?|20\d\d年)?"
    r"[\d ]{1,3}月(?:[\d ]{1,3}日|[上中下]旬|末|頃)?"
    r"[ :]+[一-龥ァ-ヶ][^。]{1,40}$"
)


_DOTS = re.compile(r"\S[ ]+・[ ]+\S")  # 氏名 ・ 住所: items of a line
_SYSTEM = re.compile(r"[^\s、。:()はがをに]{2,24}(?:システム|サーバー?|台帳|基盤)")


def _apart(text: str, more: str) -> bool:
    """(3) 給付の決定, and below it a sentence or a number of persons: the list ends in between."""
    last = fold(text.rstrip().rsplit("\n", 1)[-1])
    below = fold(more.strip())
    if _DATED.match(below) or _FIELD.match(below):
        return True
    if _DOTS.search(last) and _DOTS.search(below):
        return True
    if _SYSTEM.fullmatch(last) and _SYSTEM.fullmatch(below):
        return True
    told = _NOUN.match(last) and _TELLS.match(below)
    return bool(told or (_ITEM.match(last) and _COUNTS.match(below)))


_OF_ONE_LINE = (
    "entrust_partner",
    "reentrust_partner",
    "contract_term",
    "reentrust_flag",
    "person_range",
    "task_name",
    "department",
    "head",
)
_NAMES = ("entrust_partner", "reentrust_partner", "provide_to", "transfer_to", "system_name")
_ENCLOSED = re.compile(r"[ 　]*[【〔][^【】〔〕]{1,16}[】〕]")  # 【内容】 below 【委託先】
_HEADED = re.compile(r"^[ ]*(?:・[ ]*)?(?P<head>[^\s。、:()]{3,16})[ ]*:[ ]*\S")
# 再委託する事項：機器の点検, 許諾の方法　書面で…: a head that names a field, and its value
_FIELD = re.compile(
    r"^[ ]*(?:[・①-⑳][ ]*|[(]?\d{1,2}[).][ ]*)?[^\s。、:()\[\]]{1,14}"
    r"(?:方法|内容|事項|理由|期間|時期|有無|根拠|用途|頻度|件数|手段|場所|目的|期限|条件|媒体|項目|情報)"
    r"(?:[ ]*:[ ]*|[ ]+)\S"
)
# 6 提供：構成市町: a section with its value on one line
_SECTION = re.compile(
    r"^[ ]*\d{1,2}[. ][ ]*(?:再?委託|提供|移転|保管|消去|入手|使用)[^\s。、:]{0,8}[ ]*:"
)


_HOW = re.compile(
    r"[ ]*(?:[・①-⑳][ ]*)?(?:提供|移転|送付|受け?渡し?|引き?渡し?)?の?"
    r"(?:方法|渡し方|送り方|手段|時期|頻度|期間|根拠|用途|理由|目的|手順|件数)(?:・頻度)?"
    r"[ ]*[: ][ ]*\S"
)


def ends(field: str, text: str) -> bool:
    """引渡しの方法：紙 below 委託先名: a head of its own, and no more of a name or a term.

    申請者：申請をした者 below 本人の範囲 is more of it.
    """
    if field == "items_sent":  # 提供の時期：毎月 below the items
        return bool(_HOW.match(fold(text)))
    if field in _NAMES and _FIELD.match(fold(text)):
        return True
    short = field in (*_NAMES, *_OF_ONE_LINE, "reentrust_content")
    if short and (_ENCLOSED.match(text) or _SECTION.match(fold(text))):
        return True
    match = _HEADED.match(fold(text)) if field in _OF_ONE_LINE else None
    return match is not None and not (field in _PERSONS and names_persons(match["head"]))


def name_alone(field: str, value: Passage) -> Passage:
    """The names of a cell, without the lines below them that have heads of their own."""
    lines = value.lines() if field in _NAMES else []
    end = next((at for at, line in enumerate(lines) if at and ends(field, line.text)), 0)
    return joined(lines[:end]) if end else value


def another_group(text: str, more: str) -> bool:
    """Whether two lines are the names of two groups: 申請をした者 and 申請をした者の配偶者."""
    last = text.rstrip().rsplit("\n", 1)[-1]
    whole = len(key(more)) >= _NAME and not compiled(r"[ぁ-ん(（※]").match(tidy(more))
    return whole and names_persons(last) and names_persons(more)


# 2 システム2, 4．委託事項1: the number of the section, printed again in front of each block
_NUMBERED_BLOCK = re.compile(
    r"^\d{1,2}[.、]?[ ]*(?=(?:システム|委託事項|提供先|移転先)[ ]?[(]?[\d①-⑳])"
)


def block(text: str) -> str:
    """システム2, 委託事項1 …: the name of a block that is repeated."""
    plain = compiled(r"^(?:[■●◆▼◎□◇▶][ ]*)?(?:[【\[<〔][ ]?(?=[^\]】]{2,60}[】\]>〕]))?").sub(
        "", fold(text).strip()
    )
    plain = _NUMBERED_BLOCK.sub("", plain)
    plain = _numbered_alike(plain)
    match = compiled(r"^" + rules("assessment")["blocks"] + r"(?=$|[ :】\]>〕]|\((?!\d+件))").match(
        plain
    )
    return match.group().strip() if match and match["number"] and match["name"] != "リスク" else ""


def _numbered_alike(plain: str) -> str:
    match = _OTHERWISE.match(plain)
    number = match and (match["before"] or match["behind"] or match["other"])
    return f"{match['name']}{number}{plain[match.end() :]}" if match and number else plain


# 委託(1), 委託その1, 第1の委託: the number of a block as offices write it
_OTHERWISE = re.compile(
    r"^(?:第(?P<before>\d{1,2})の?[ ]?)?(?P<name>システム|委託(?:事項|業務|先)?|提供先?|移転先?)"
    r"(?:\((?:その)?(?P<behind>\d{1,2})\)|その(?P<other>\d{1,2}))?(?=$|[ :])"
)


_IN_SECTION = re.compile(
    r"^(?P<section>\d{1,2}[.、 ]?[ ]*[^。、:()\d]{2,40}?)[ ]*[ (:]"
    r"(?P<block>(?:システム|委託事項|提供先|移転先)[ ]?\d{1,2})[)]?$"
)


def in_section(text: str) -> tuple[str, str] | None:
    """2．使用するシステム（システム1）: the section is printed again with each of its blocks."""
    match = _IN_SECTION.match(fold(text).strip())
    found = match is not None and section(fold(tidy(match["section"])))
    return (match["section"], match["block"]) if match and found else None


def is_clause(text: str) -> bool:
    """第1（秘密の保持） or 第1条 at the beginning of a line."""
    return bool(compiled(r"第[ ]?\d{1,2}(?:条|[ ]?\()").match(fold(text).strip()))


def names_a_list(text: str) -> bool:
    """委託先一覧 on a line of its own: no value goes on behind it."""
    return bool(compiled(r"[^、。:\s]{2,14}一覧表?").fullmatch(key(text)))


def spans(text: str) -> bool:
    """再委託 beside several rows: it names what they are about and is no label itself."""
    return key(text) in rules("assessment")["spans"]


def tells_topic(cells: Sequence[Passage]) -> bool:
    """入手 | 本人（紙）、医療機関（紙）: what is said of a topic, and no more of what is above."""
    whole = key(cells[0].text) in _TOPICS and len(cells) == len(("topic", "what is said"))
    said = cells[-1].text.strip()
    return whole and not BEGINS.match(said) and ("。" in said or "、" in said)


_TOPICS = ("入手", "使用", "提供", "移転", "委託", "提供・移転")


def names(text: str) -> bool:
    """提供先1 | 名称 | …: a head that only says that the name stands behind it."""
    return bool(compiled(rules("assessment")["name_heads"]).match(key(text)))


_NUMBER = re.compile(r"^(?:\d{1,2}[ ]?[.、 ]?[ ]?|\(\d{1,2}\)[ ]?|第\d{1,2}[ ]?|同[ ])")


_HISTORY = re.compile(
    # behind the form
    r"[(<【\[■◆●]?(?:変更(?:を?した)?(?:箇所|個所|か所|点)(?:の?一覧|の?概要)?表?"
    r"|変更の?(?:履歴|概要|一覧)|改[定訂版]の?履歴|変更の経過)[)>】\]]?"
)


_COUNTED = re.compile(  # 委託（1件）, 移転　行わない。
    r"(?:(?:特定個人情報)?(?:ファイル)?の?取扱いの)?(?:委託|提供|移転|提供(?:・|及び)移転)"
    r"(?:[ ]?\((?:[^()]{0,6}\d{1,2}件[^()]{0,12})\)|[ ]*(?:行わない|実施しない|なし)。?)"
)


def first_words(text: str) -> str:
    """4 委託 of 4 委託　　有: what stands in front of a gap, but for that behind its number."""
    text = compiled(r"^([(（]?[0-9０-９]{1,2}[)）.．、]?)[ 　]{2,}").sub(r"\1 ", text.strip())
    return compiled(r"[ 　]{3,}|　{2}").split(text)[0]


def section(plain: str) -> bool:
    plain = compiled("[ ]{2,}").sub(" ", plain)
    match = _NUMBER.match(plain)
    if _HISTORY.fullmatch(plain) or _COUNTED.fullmatch(plain):
        return True
    if match is None or len(plain) > 90 or plain.endswith("。"):
        return False
    return bool(compiled(rules("assessment")["sections"]).match(plain[match.end() :]))


_REASON = re.compile(
    "(?:追記|修正|変更|追加|削除|更新|反映|見直し|導入|新設|統合|廃止|移行|改正|整理|訂正|ため|よる|伴う"
    r"|(?:変更|修正)?(?:なし|無し)(?:\(参考\))?)$"
)
_PAGE_IN_FRONT = re.compile(r"^(?:p\.?)?\d{1,3}(?:ページ|頁)?(?=\D)", re.IGNORECASE)


def is_reason(text: str) -> bool:
    """17 新規導入, 組織改正による変更: what the last columns of a change list hold."""
    plain = _PAGE_IN_FRONT.sub("", key(text))
    return len(plain) <= LONG and bool(_REASON.search(plain))


_CIRCLED = re.compile(r"[①-⑳]$")


def in_front_of_page(cells: Sequence[Passage], places: int) -> tuple[Passage, ...]:
    """1 氏名 | 14 | 追加 of a list whose last columns are page and reason: what stands before them.

    `places` is how many columns there are behind the page; a row without a page stays as it is.
    """
    filled = [at for at, cell in enumerate(cells) if cell]
    for at in filled[-places - 1 :] if places >= 0 else []:
        if at != filled[0] and is_page(cells[at].text):
            return tuple(cells[:at])
    return tuple(cells)


def without_pages(
    filled: Sequence[Passage], labelled: bool, *, reasons: bool = True
) -> list[Passage]:
    """The cells of a row of a change list without its page and, if it prints these, its reason."""
    pages = [at for at, cell in enumerate(filled) if is_page(cell.text)]
    if pages[:1] == [0] and (len(pages) > 1 or _CIRCLED.match(filled[0].text.strip())):
        del pages[0]  # ④ | 氏名 | 26 | 追記: the number of an item in front of it
    kept = [cell for at, cell in enumerate(filled) if at not in pages]
    if not reasons:
        return kept
    if not labelled and len(kept) == 1 and is_reason(kept[0].text):
        return []
    first = 2 if labelled else 1
    return [cell for i, cell in enumerate(kept) if i < first or len(cell.text) > LONG]
