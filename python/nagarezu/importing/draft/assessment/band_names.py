"""Rows of an assessment for a number or a band that name by themselves of whom it is one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from nagarezu.importing.fields.counts import counts
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.fields.subjects import counted, names_persons, without_count
from nagarezu.importing.form.assessment.heads import another_group
from nagarezu.importing.form.assessment.sheet import Line
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, tidy

CHOSEN = re.compile(r"\s*[\[［〔【](?P<chosen>[^\]］〕】]*\d[^\]］〕】]*)[\]］〕】]")
WHEN = re.compile(
    r"(?:(?:令和|平成)[ ]?[元\d]|\d{4}年)[元\d年月日度. ]{0,12}(?:現在|時点|末)?[での、]*$"
)
OPTIONS = re.compile(r"[<＜]選択肢[>＞]")
ANYBODY = ("対象者", "該当者", "本人", "対象世帯", "世帯", "人")
STAFF = re.compile(r"職員|従事者|取扱者|使用者|担当者")
SHORTEST = 6  # characters of the name of a group that only a sentence names

_WHOLE = 4  # characters of one that stands alone in its cell


def in_front(value: Passage) -> str:
    """受給者及びその扶養義務者 [1,000人以上1万人未満]: the group that is named before its band."""
    chosen = CHOSEN.search(value.text)
    before = value.text[: chosen.start()].strip() if chosen else ""
    name = tidy(compiled(r"[ 　]*(?:[:：]|の(?:人)?数)?$").sub("", before))
    listed = "\n" in before or OPTIONS.search(before) or counts(before)
    known = len(name) >= SHORTEST and names_persons(name) and name not in ANYBODY
    return name if known and not listed and not STAFF.search(name) else ""


def whole_name(value: Passage) -> bool:
    """給付を申請した妊婦 約1,200人: a row of numbers that says by itself of whom it is one."""
    name = WHEN.sub("", tidy(without_count(value.text))).strip(" 　、:：")
    one = "\n" not in value.text.strip() and len(counts(value.text)) == 1
    return one and len(name) >= _WHOLE and names_persons(name) and name not in ANYBODY


def each_named(value: Passage, *, fewest: int = 2) -> bool:
    """受給者 87人（4月1日現在）、受給世帯 61世帯: numbers, each behind the name of its group."""
    told = list(counted(value))
    names = [bare(who) for who, _, _ in told]
    listed = OPTIONS.search(value.text) or "。" in value.text
    return (
        len(told) >= fewest
        and not listed
        and all(count.bound == "exact" for _, count, _ in told)
        and all(len(name) >= SHORTEST and names_persons(name) for name in names)
        and not any(name in ANYBODY or STAFF.search(name) for name in names)
    )


def entries(value: Passage) -> list[tuple[str, Passage]]:
    """(1) 受給者　120人 (2) 本人の範囲　受給者及びその家族　1万人未満: each with its name.

    Empty if one of the numbered entries does not say by itself of whom it is and how many.
    """
    _, nodes = outline(value)
    found = [(_entry(node.passage), node.passage) for node in nodes]
    single = len(found) > 1 and not any(node.children for node in nodes)
    return found if single and all(name for name, _ in found) else []


def _entry(entry: Passage) -> str:
    """The name of the group in an entry, behind a label if there is one."""
    if not counts(entry.text) or "。" in entry.text.rstrip("。"):
        return ""
    parts = [part for each in _GAP.split(without_count(entry.text)) if (part := tidy(each))]
    name = WHEN.sub("", parts[-1]).strip(" 　、:：") if parts else ""
    labelled = len(parts) == 1 or (len(parts) == len(("label", "name")) and _LABEL.search(parts[0]))
    known = names_persons(name) and name not in ANYBODY and not STAFF.search(name)
    return name if labelled and known and len(name) >= _WHOLE else ""


# ファイルに記録される本人, 評価書案における本人の数: what is said of a group, and no group
_LABEL = re.compile(r"(?:本人|対象者?|の(?:数|人数|範囲)|規模|人数|範囲)$")


def unlabelled(lines: Sequence[Line]) -> Iterator[Passage]:
    """③納税義務者 | 納税義務者 1,200人: a row of numbers that the form does not know."""
    for line in lines:
        if line.label is None and line.part in ("Ⅰ", "Ⅱ") and not line.block:
            value = line.value or _behind_head(line.row.whole)
            told = value.part(0, value.text.find("。") + 1 or None)  # …1,107人。上記の内数である。
            value = told.part(0, -1) if told.text[-1:] == "。" else value
            yield from [value] if value and each_named(value, fewest=1) else []


def _behind_head(line: Passage) -> Passage:
    """⑤賦課の対象 納税義務者 1,200人 on one printed line: what stands behind the head."""
    head = _HEADED.match(line.text)
    return line.part(head.end()) if head else Passage()


_HEADED = re.compile(
    r"[ 　]*(?:[①-⑳]|[(（]?[0-9０-９]{1,2}[)）.．、])[ 　]*"
    r"[^\s　、。:：()（）0-9０-９]{2,16}(?:[ 　]+|[ 　]*[:：][ 　]*)(?=\S)"
)


def apart(value: Passage) -> list[Passage]:
    """受給者　　受給者の保護者: what gaps part on one line."""
    gaps = [each.span() for each in _GAP.finditer(value.text.rstrip())]
    starts, ends = [0, *(end for _, end in gaps)], [*(at for at, _ in gaps), len(value.text)]
    return [value.part(*each) for each in zip(starts, ends, strict=True)]


def names_in(value: Passage) -> list[Passage]:
    """The groups of a cell: those with numbers in front, or what stands apart and is a whole name.

    A line that tells of the group above it is none.
    """
    _, nodes = outline(value)
    if len(nodes) > 1:
        return [node.passage for node in nodes]
    lines = value.lines()
    if len(lines) == 1 and not counts(value.text):
        lines = apart(value)
        if len(lines) == 1 and len(parts := _listed(value)) > 1:
            return parts
    several = len(lines) > 1 and not any(_OF_THE_SAME.match(each.text) for each in lines)
    bare = [without_count(each.text) for each in lines]
    return lines if several and all(another_group(a, b) for a, b in pairwise(bare)) else [value]


def _listed(value: Passage) -> list[Passage]:
    """受給者、対象児童、扶養義務者: what commas part, where each is the whole name of a group."""
    ends = [each.start() for each in compiled(r"、(?![^(（]*[)）])").finditer(value.text)]
    starts = [0, *(end + 1 for end in ends)]
    parts = [value.part(*each) for each in zip(starts, [*ends, len(value.text)], strict=True)]
    if compiled("及び|並びに").search(parts[-1].text):
        return [value]  # 申請者、受給者及びその配偶者: one group, which one number counts
    whole = all(names_persons(part.text) for part in parts)
    return parts if whole and all(_ITSELF.match(part.text) for part in parts[1:]) else [value]


# 児童、生徒 behind what is said of both is one name, so is その配偶者
_ITSELF = re.compile(r"(?!同(?:者|人|本|世|法)|当該)[^\sぁ-ん](?:\S{3}|\S[^\s]?者$)")
# 内訳 男性 50人 below 受給者 120人: of the group above, and no other group
_OF_THE_SAME = re.compile(r"[ 　・※]*[(（【\[]?(?:うち|内訳|内数|再掲|備考|参考|補足|注|なお)")
_GAP = re.compile(r"　+|[ ]{2,}|\t")
SUBJECT = re.compile(r"(?:の(?:数|人数))?(?:は|が)、?$")
_REMARK = re.compile(
    r"^(?:なお|また)、"
    r"|^[(（【\[※・]*(?:備考|参考(?!人)|補足|注(?=[\d)）】\]:：、 　])\d?)[)）】\]]?"
    r"[:：、 　]*(?:(?:この)?うち)?"
)
_NUMBER_OF = re.compile(r"の?(?:人数|数)$")


def bare(who: str) -> str:
    """減額を受けている世帯は, 契約者数: the name of a group without what leads to its number."""
    name = SUBJECT.sub("", WHEN.sub("", _REMARK.sub("", tidy(who))).strip("、 "))
    group = _NUMBER_OF.sub("", name)
    return group if group not in ANYBODY and names_persons(group) else name


# 70歳以上の者 うち交付を受けた者 96,450人, （備考）減免世帯 1,321世帯: others, on the next line or
# in a bracket; a reading machine may have lost the break in front of them
_OTHERS = re.compile(
    r"(?:\n|(?<=[者人帯民徒童員方])|(?<=[。)）])|[ 　]{2,})[ 　・※*]*"
    r"(?P<rest>[(（【\[]?(?:(?:この|その|上記の)?(?:うち|内訳|内数)|備考|注(?=[\d)）】\] 　:：])"
    r"|参考|補足|なお|再掲)"
    r"(?:第\d号|[^\d\n]){2,60}?(?:約|およそ)?\d"
    r"|(?<=\n)(?:[・※]|[^\sぁ-ん\d(（])[^\d\n。]{1,40}?(?:は、?|[ 　:：]+|約)+"
    r"\d[\d,，万千]*(?:人|名|世帯)"
    r"(?:[ 　]*[(（][^()（）]*[)）])?$)",
    re.MULTILINE,
)


def beside_others(value: Passage) -> tuple[Passage, Passage]:
    """The name in a cell, and behind it the numbers of others whom it names there."""
    if not compiled(r"\d[ ]?(?:人|名|世帯)").search(fold(value.text)) or len(outline(value)[1]) > 1:
        return value, Passage()
    for found in _OTHERS.finditer(value.text):
        name, rest = value.part(0, found.start()), value.part(found.start("rest"))
        told = (bare(who) for who, _, _ in counted(rest))
        if names_persons(name.text.strip("。 　")) and all(map(names_persons, told)):
            return name, rest
    return value, Passage()


_BY_NUMBER = re.compile(r"\s*\[[ ]*(?P<number>\d)[ ]*[).]?[ ]*\]")  # [ 2 ] ＜選択肢＞ 1) … 2) …


def chosen_band(text: str) -> str:
    """The band that is chosen, without the others to choose from."""
    numbered = _BY_NUMBER.match(fold(text))
    if numbered:
        listed = compiled(
            rf"(?<!\d){numbered['number']}[ ]?[).][ ]*(?P<band>[^()\n]+?)(?=[ ]*\d[ ]?[).]|\n|$)"
        ).search(
            fold(text[numbered.end() :]),
        )
        if listed:
            return listed["band"]
    found = CHOSEN.search(text)
    return found["chosen"] if found else OPTIONS.split(text)[0].split("取扱者数")[0]


def date_beside(value: Passage) -> str:
    """対象人数 | 1,000人以上1万人未満 | 令和6年10月1日: a day in a cell of its own."""
    beside = CHOSEN.search(value.lines()[0].text) if value else None
    rest = [value.lines()[0].part(beside.end())] if beside else []
    alone = (fold(each.text).strip(" ()") for each in (*rest, *value.lines()[1:]))
    days = [dates(text) for text in alone if _DAY.fullmatch(text)]
    return days[0][0].iso if len(days) == 1 and days[0] else ""


_DAY = re.compile(r"(?:令和|平成|20\d\d年|R)[ \d元年月日./]{1,16}(?:現在|時点)?")
