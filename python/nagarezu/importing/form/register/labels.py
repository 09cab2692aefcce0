"""Labels of registers: those of the list, and others by the words that they must hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from nagarezu.importing.form import labels
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import bracketed, key, without_brackets

_LONGEST = 60
_BOXES = "□☐■☑☒☓✓✔レ◉●"
_ANY_BOX = frozenset(_BOXES)
_NUMBERED = re.compile(
    r"^[(（]?[0-9０-９]{1,2}[)）.．、 　]*(?=[^0-9０-９])|^[①-⑳⑴-⒇][ 　]*"
    r"|^第[ 　]?[0-9０-９一二三四五六七八九十]{1,3}(?:[ 　]?[票表号章部節][ 　]*|[ 　]+)"
    r"|^[(（]?[一二三四五六七八九十]{1,3}[)）.．、 　]+|^[ア-ン][.．、 　]+"
)
_DECORATED = re.compile(r"^[■●○◯◆◇▼▽□★☆◎▶・※【［\[〈《＜<〔]+[ 　]*|[ 　]*[】］\]〉》＞>〕：:]+$")
# 委託先（1）及び（2）に渡す項目: which of several, within a label
_WHICH = re.compile(
    r"(?<=[先者社方])(?:(?:及び|並びに|と|、|・)?[ 　]*"
    r"(?:[（(〔](?:その)?[0-9０-９一二三ア-ンA-ZＡ-Ｚ甲乙丙]{1,2}[)）〕]|[0-9０-９A-ZＡ-Ｚ]{1,2}|[①-⑳]))+"
    r"(?=(?:に(?!関)|へ|が|の|から|と|で)[^ 　]|$)"
)
_EACH = re.compile(
    r"(?<=項目)[ 　]?(?:[0-9０-９]{1,2}|[(（][0-9０-９]{1,2}[)）]|[①-⑳])$"
)  # 記録項目1
_VALUED = re.compile(r"[^ 　(（][(（][^()（）]*[)）][ 　]+[^ 　(（]")  # 委託先（1）　甲社
_TICK = re.compile(r"[\[［【(（〔][ 　]*[○◯〇●レ✓]?[ 　]*[\]］】)）〕]")  # ［○］, to be ticked
_LEAST_DECORATED = 4  # characters of a label behind a sign that could be a box

# Fields that say who gets something, with the field of the items that this holder gets.
FLOWS = {
    "recipients": "recipients_items",
    "transfer": "transfer_items",
    "shared": "recipients_items",
    "entrust": "entrust_items",
    "reentrust": "entrust_items",
    "system": "",
    "processing": "",
    "link": "",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A field, and whether its label is one of the list."""

    field: str
    exact: bool


@lru_cache(maxsize=1 << 14)
def find(printed: str) -> Found | None:
    """The field of a cell that holds a label; None for a value."""
    plain = printed.strip()
    if not plain or len(plain) > 100:
        return None
    if _VALUED.search(plain) or _TICK.match(plain):
        return None
    plain = _WHICH.sub("", plain) or plain
    plain = _EACH.sub("", plain)
    undecorated = _whole_bracket(plain) or _DECORATED.sub("", plain)
    least = 2 if plain[0] in "【［[〈《＜<〔" else _LEAST_DECORATED
    if undecorated != plain and len(undecorated) >= least:
        plain = undecorated
    if not _ANY_BOX.isdisjoint(without_brackets(plain)):
        return None
    exact = labels.find("register", plain)
    if exact is None and _NUMBERED.match(plain):
        exact = labels.find("register", _NUMBERED.sub("", plain))
    if exact is not None and exact.rule != "label_look_alike":
        return Found(exact.field, True)
    bare = _NUMBERED.sub("", key(without_brackets(plain)))
    if not 2 <= len(bare) <= _LONGEST or "。" in bare or compiled(r"[0-9]{3,}").search(bare):
        return None
    if exact is not None:
        return Found(exact.field, True)
    for words, field in _words():
        if words.search(bare):
            return Found(field, False)
    return None


def bare(printed: str) -> str:
    """The field of a word that is a label only where one is due: 5 提供."""
    plain = _NUMBERED.sub("", key(without_brackets(printed)))
    return str(rules("registers")["bare"].get(plain, ""))


_BRACKETED = re.compile(r"[（(](?P<inside>[^()（）]{4,24})[)）]")


def _whole_bracket(printed: str) -> str:
    """記録範囲 of （記録範囲）, a label that stands below the one that it explains."""
    found = _BRACKETED.fullmatch(printed)
    return found["inside"] if found and labels.find("register", found["inside"]) else ""


_SIGN = re.compile(r"[◆◇▼▽▶★☆◎【［〔《≪〈＜]")


def sign(printed: str) -> str:
    """The sign in front of a head that is no box and no bullet: ◇."""
    found = _SIGN.match(printed.strip())
    return found.group() if found else ""


def numbered(printed: str) -> str:
    """In what manner a number stands in front of a label; empty if none does."""
    found = _NUMBERED.match(printed.strip())
    if not found:
        return ""
    return "()" if found.group()[0] in "(（" else "①" if found.group()[0] in "①②③④⑤⑥⑦⑧⑨⑩" else "1"


_ORDINAL = re.compile(
    r"^(?P<open>[(（]?)(?P<n>[0-9０-９](?:[ 　]?[0-9０-９])?)(?:[ 　]*[.．、)）]|[ 　])[ 　]*"
    r"(?=[^0-9０-９\s])"
)


def ordinal(printed: str) -> tuple[str, int]:
    """Manner and value of a number in front that a mark or blank parts from the words; or 0."""
    found = _ORDINAL.match(printed.strip())
    return (found["open"], int(compiled(r"\s").sub("", found["n"]))) if found else ("", 0)


def exact(printed: str) -> str:
    """The field of a label of the list; empty for anything else."""
    found = find(printed)
    return found.field if found is not None and found.exact else ""


@cache
def _words() -> list[tuple[re.Pattern[str], str]]:
    return [
        (re.compile(rule["words"]), rule["field"]) for rule in rules("registers")["label_words"]
    ]


@cache
def _groups() -> frozenset[str]:
    return frozenset(key(word) for word in rules("registers")["groups"])


def is_group(printed: str) -> bool:
    """基本的事項 and the like: a head above items that is no item."""
    return (
        key(_NUMBERED.sub("", without_brackets(printed.strip("【】[]〔〕<>＜＞ 　・:："))))
        in _groups()
    )


_ABOUT = re.compile(r"(?:に(?:関する|係る)|についての|の)?(?:情報|事項|項目|もの|分)?$")
_NOBODY = re.compile(
    r"^$|任意|必須|必要|別[紙表添]|[0-9]|[番符]号|主な|具体|記[載入]|注|※|個人|電算|システム|媒体|数$|等$"
)


def about(printed: str) -> str:
    """保護者 of 記録項目（保護者に関する事項）: what tells its items from those of other cells."""
    inside = bracketed(printed.strip())
    words = _ABOUT.sub("", key(inside[-1])) if inside else ""
    return "" if _NOBODY.search(words) or len(words) > 12 or is_group(words) else words


# 甲組合に処理させる項目, 乙市へ送付する項目: what one of several gets
_SHARE = re.compile(
    r"^[^。、]{0,40}(?:させる|渡す|送る|預ける|示す|(?:交付|提供|送付|送信|委託|開示|通知)する)"
    r"(?:記録|個人情報の)?項目$"
)
_DETAIL = re.compile(r"(?:目的|内容|理由|根拠|方法|期間|時期|条件|頻度|形態|年月日)(?:等)?$")


def inner(printed: str, outer: str) -> str:
    """The field of a label below 目的外利用 or 委託: 有無 is the answer itself, 内容 a detail."""
    if outer == "measures":
        found = find(printed)
        return outer if found is not None and found.field == outer else ""
    if _SHARE.search(printed) and FLOWS.get(outer):
        return FLOWS[outer]
    if outer not in FLOWS or len(printed) > 20:
        return ""
    plain = key(without_brackets(printed))
    if plain in rules("registers")["answers"]:
        return outer
    found = find(printed)
    if found is not None:
        moved = found.field == "transfer" and outer == "recipients" and "移転" in plain
        return found.field if found.exact or found.field == "measures" or moved else "detail"
    return "detail" if _DETAIL.search(plain) else ""


@cache
def _known() -> list[tuple[str, str]]:
    """Keys of all labels, the longest first."""
    found = {
        key(word): field for field, words in rules("labels")["register"].items() for word in words
    }
    return sorted(found.items(), key=lambda pair: -len(pair[0]))


_GAP = re.compile(r"[ 　]+")
_MARKED = re.compile(r"[ 　]*[：:…‥][ 　：:…‥]*|[】］〉》〕][ 　]*|[ 　]+")


_COLON = re.compile(
    r"(?P<label>[^：:。]{2,60}?)(?P<blank>[ 　]*)[：:](?=[ 　]*\S)(?P<after>[ 　]*)"
)


@lru_cache(maxsize=1 << 12)
def leading(line: Passage) -> tuple[str, Passage, Passage] | None:
    """Field, label and value of a line that begins with a label; the value may be empty.

    In front of a colon that stands apart, a label need not be one of the list.
    """
    bullet = _BULLET.match(line.text)
    line = line.part(bullet.end()) if bullet else line
    colon = _COLON.match(line.text)
    if colon:
        found = find(colon["label"])
        apart = bool(colon["blank"] or colon["after"]) and "、" not in colon["label"]
        if found is not None and (found.exact or apart):
            return found.field, line.part(0, colon.end("label")), line.part(colon.end())
    told = "。" in without_brackets(line.text)
    if not told and not _LIST.search(line.text) and exact(line.text):
        return exact(line.text), line, Passage()
    if (named := _NAME.match(line.text)) and named["name"]:
        return "name", line.part(*named.span("label")), line.part(*named.span("name"))
    if (system := _SYSTEM.match(line.text)) and not colon:
        return "system", line.part(*system.span("label")), line.part(system.start("name"))
    if _SPACED_OUT.fullmatch(line.text.strip()):
        return None  # a title: 個 人 情 報 取 扱 事 務 登 録 簿
    for gap in _MARKED.finditer(line.text[:90]):
        field = exact(line.text[: gap.start()])
        if field:
            whose = _WHOSE.match(line.text, gap.start()) if field == "measures" else None
            label, value = whose.span("label") if whose else gap.span()
            return field, line.part(0, value if whose else label), line.part(value)
    return None


_WHOSE = re.compile(
    r"(?P<label>[ 　]*[(（][^()（）、。]{1,16}[)）])(?=[ 　：:])"
)  # 安全管理 (受託者)
_BULLET = re.compile(r"[ 　]*[-－*][ 　]+(?=[一-龥])")  # - 利用目的：
_NAME = re.compile(  # 名称　水道使用者ファイル: what it is the name of, the name says
    r"[ 　]*(?P<label>(?:[(（]?[0-9０-９]{1,2}[)）.．、 　][ 　]*|[①-⑳・][ 　]*)?"
    r"(?:名[ 　]*称|件[ 　]*名|名[ 　]*前))(?:[ 　]*[：:][ 　]*|[ 　]+)"
    r"(?P<name>[^ 　、。]{2,40}"
    r"(?:ファイル|台帳|名簿|事務|業務|原簿|[登記受交管][録付理]簿|データベース)"
    r"(?:[(（][^()（）]*[)）])?)[ 　]*$"
)
_SYSTEM = re.compile(  # システム　水道料金システム（検針用の端末を含む。）
    r"[ 　]*(?P<label>(?:[(（]?[0-9０-９]{1,2}[)）.．、 　][ 　]*|[①-⑳・][ 　]*)?システム)[ 　]+"
    r"(?P<name>[^ 　、。｜|]{2,40}(?:システム|データベース|サーバー?)(?:[(（][^()（）]*[)）])?)"
    r"[ 　]*$"
)
_WORK = re.compile(r"(?:事務|業務)(?:[(（][^()（）]*[)）])?[ 　]*$")


_ITEMS = re.compile(r"項[ 　]?目 [(（]?(?:[1１][)）.．、 　]|①).+[2２②].+", re.DOTALL)


def lists_items(label: str, value: str) -> bool:
    """Whether 項目 beside a numbered list is the label of what is recorded."""
    return bool(_ITEMS.fullmatch(f"{label} {value.strip()}"))


def names_file(label: str, value: str, *, of_work: bool = True) -> bool:
    """Whether 名称 beside a cell is the label of a file, which its value ends with.

    Below 委託先 it may be that of the work, unless it is no name of work.
    """
    named = _NAME.fullmatch(f"{label} {value.strip()}")
    return bool(named) and (of_work or not _WORK.search(value))


_LIST = re.compile(
    r"[ 　][(（][0-9０-９ア-ン][)）][ 　]*[^ 　]"
)  # 記録項目　（１）氏名　（２）住所
_SPACED_OUT = re.compile(r"(?:\S[ 　]){5,}\S")
_WIDE_GAP = re.compile(r"[ 　]{2,}|　")
_BOXED = re.compile(rf"[{_BOXES}○◯〇][ 　]?(?:有|無|あり|なし|する|しない|該当|本人|電算|含)")


def likely(line: Passage, *, due: bool) -> tuple[str, Passage, Passage] | None:
    """As `leading`, for a label that only its words tell: a wide gap parts it from the value.

    It is one if its number is `due`, if boxes to tick stand behind the gap, or if it says who takes
    the measures that stand there.
    """
    lead = _NUMBERED.match(line.text)
    gap = _WIDE_GAP.search(line.text, lead.end() if lead else 0)
    label = line.text[: gap.start()] if gap else ""
    if gap is None or not (due or _BOXED.match(line.text, gap.end()) or _ASKED.search(label)):
        return None
    found = None if compiled(r"[、。：:]").search(label) else find(label)
    return (found.field, line.part(0, gap.start()), line.part(gap.end())) if found else None


_ASKED = re.compile(  # 株式会社甲に行わせる保護措置, 指定管理者に取り扱わせる項目
    r"^(?:外部|業務|事務の|処理の)?委託等?の状況$"
    r"|^[^、。：:]{2,30}に(?:取り?扱わせる|処理させる|提供する|渡す|預ける)(?:個人情報の?)?(?:記録)?項目$"
    r"|^[^、。：:]{2,30}(?:に(?:行わせる|講じさせる|求める|課す|とらせる|義務付ける)|が(?:行う|講[じず]る|とる))"
    r"(?:個人情報|情報)?の?(?:保護|安全管理|安全確保)?の?(?:措置|対策)$"
)
_SHORTEST = 7  # characters of a label that a line breaks


def broken(lines: list[Passage]) -> tuple[str, list[Passage], list[Passage], int] | None:
    """A label broken over two to five lines, with the value beside it: field, label, value, lines.

    ファイルが利用に / 供される事務を 総務課 / つかさどる組織 — each line gives the next part of the
    label, and what stands behind a gap is of the value.
    """
    first = key(_NUMBERED.sub("", lines[0].text))
    for word, field in _known():
        if len(word) < _SHORTEST or not first or first[0] != word[0]:
            continue
        found = _along(word, lines)
        if found is not None and found[2] > 1:
            return field, found[0], found[1], found[2]
    return None


def _along(word: str, lines: list[Passage]) -> tuple[list[Passage], list[Passage], int] | None:
    rest, parts, values = word, [], []
    for used, line in enumerate(lines[:5], 1):
        step = _step(rest, line, first=used == 1)
        if step is None:
            return None
        taken, value, rest = step
        parts.append(taken)
        if value:
            values.append(value)
        if not rest:
            return parts, values, used
    return None


def _step(rest: str, line: Passage, *, first: bool) -> tuple[Passage, Passage, str] | None:
    """How much of the rest of a label a line begins with."""
    ends = [gap.start() for gap in _GAP.finditer(line.text)]
    lead = _NUMBERED.match(line.text) if first else None
    start = lead.end() if lead else 0
    for end in [len(line.text), *reversed([end for end in ends if end > start])]:
        plain = key(line.text[start:end])
        if len(plain) >= 2 and rest.startswith(plain):
            return line.part(0, end), line.part(end), rest[len(plain) :]
    return None
