"""A cell that says yes or no and then more: □無 ■有（委託先：甲社　委託の内容：印刷）."""

from __future__ import annotations

import re
from collections.abc import Callable

from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy

_LABEL = re.compile(
    r"(?:^|(?<=[\s　、。（(・／/※]))"
    r"(?P<label>[^\s　：:（）()、。・／/※]{2,16}(?:・[^\s　：:（）()、。・／/※]{2,10})?)"
    r"(?:[ 　]*(?P<colon>[：:])[ 　]*|(?P<open>[（(])(?=[^）)]{2})"
    r"|(?P<gap>[ 　]+)(?=[^\s　（(：:]))"
)
_HEAD = re.compile(
    r"(?:^|(?<=[\s　、。]))"
    r"[（(【〔\[<＜](?P<head>[^（）()【】〔〕\[\]<>＜＞]{2,12})[)）】〕\]>＞][：:]?"
)
_HEAD_ANYWHERE = re.compile(r"[（(【〔](?P<head>[^（）()【】〔〕]{2,12})[)）】〕][：:]?")
_SIGN = (
    r"(?:[■☑☒✓✔◉◼▣□☐◻▢レ口ロ○◯〇●◎]"
    r"|[\[［【(（][ 　]*[○◯〇●レ✓✔xX×☑■]?[ 　]*[\]］】)）])"
)
_WORD = (
    r"(?:有り?|無し?|あり|なし|該当なし|該当|非該当|する|しない|している|していない|いる|いない"
    r"|可|不可|認める|認めない|一部有り?|はい|いいえ)"
)
_ANSWER = re.compile(
    rf"[\s　・･/／、,]*(?P<before>{_SIGN})?[ 　]*(?P<word>{_WORD})(?P<after>{_SIGN})?"
    rf"(?=[\s　（(：:・･/／、,。]|$|{_SIGN})"
)
_UNTICKED = re.compile(rf"[\s　]+[□☐◻▢][ 　]?{_WORD}[ 　]*$")  # ■有 甲校　□無
_EMPTY = re.compile(r"[□☐◻▢口ロ]|[\[［【(（][ 　]*[\]］】)）]")

FieldOf = Callable[[str], str]


def content(passage: Passage) -> Passage:
    """What stands behind a yes; nothing behind a no. Text without either stays as it is."""
    position, parts, said = 0, [], []
    while match := _ANSWER.match(passage.text, position):
        sign = match["before"] or match["after"] or ""
        after = match["after"] if not match["before"] else ""
        position = match.end() if after or match["before"] is None else match.end("word")
        bracket = _bracket(passage.text, position)
        said.append((match["word"], sign, passage.part(*bracket) if bracket else Passage()))
        position = bracket[1] + 1 if bracket else position
    behind = _UNTICKED.search(passage.text, position) if said else None
    rest = passage.part(position, behind.start() if behind else None)
    if not said:
        return Passage() if says_no(tidy(passage.text)) else passage
    signed = any(sign for _, sign, _ in said)
    chosen = [each for each in said if not signed or (each[1] and not _EMPTY.fullmatch(each[1]))]
    if (signed or len(said) == 1) and all(says_no(word) for word, _, _ in chosen):
        return Passage()
    parts = [inside for word, _, inside in chosen if inside and not says_no(word)]
    parts += [each[2] for each in said if each not in chosen and each[2] and says_no(each[0])]
    lead = compiled(r"[\s　：:、。・]+").match(rest.text)
    return joined([*parts, rest.part(lead.end()) if lead else rest])


def _bracket(text: str, position: int) -> tuple[int, int] | None:
    """The inside of the bracket that opens here, which is no number: 有 (1) 甲署 (2) 乙局."""
    found = re.compile(r"[ 　]*[（(](?![0-9０-９ア-ンa-z]{1,2}[)）])").match(text, position)
    if not found:
        return None
    depth = 0
    for offset in range(found.end() - 1, len(text)):
        depth += (text[offset] in "（(") - (text[offset] in "）)")
        if depth == 0:
            return found.end(), offset
    return found.end(), len(text)


def says_no(text: str) -> bool:
    return bool(compiled(rules("registers")["no"]).match(fold(key(text))))


def says_yes(text: str) -> bool:
    return bool(compiled(rules("registers")["yes"]).match(fold(key(text))))


def split(passage: Passage, field: str, field_of: FieldOf) -> list[tuple[str, Passage]]:
    """The cell cut at the labels within it; a label that nobody knows begins a detail."""
    cuts: list[tuple[int, int, str]] = []
    for mark in _LABEL.finditer(passage.text):
        name = field_of(mark["label"]) or (mark["colon"] and _of_work(mark["label"]))
        if name == "reentrust" != field and _of_one(passage.text, mark.start("label")):
            continue
        remark = field == "remarks" and _NAMING.search(key(mark["label"])) and _starts(mark)
        if name and (mark["colon"] or remark or _of_same(name, field, mark["label"])):
            cuts.append((mark.start("label"), mark.end(), name))
        elif _a_label(mark["label"]) if mark["colon"] else _row_label(mark):
            cuts.append((mark.start("label"), mark.end(), "detail"))
    heads = _HEAD_ANYWHERE if _HEAD.match(passage.text) else _HEAD
    for mark in heads.finditer(passage.text):
        name = by_head(mark["head"])
        if name and not any(start <= mark.start() < end for start, end, _ in cuts):
            cuts.append((mark.start(), mark.end(), name))
    cuts.sort()
    first = cuts[0][0] if cuts else len(passage.text)
    found = [(field, passage.part(0, first))]
    for index, (_, end, name) in enumerate(cuts):
        until = cuts[index + 1][0] if index + 1 < len(cuts) else len(passage.text)
        found.append((name, passage.part(end, until)))
    return [(name, _closed(part)) for name, part in found if part]


def _of_work(label: str) -> str:
    """運用・保守委託先: the work in front of whom it is handed to."""
    return "entrust" if compiled(r".(?<!再)委託(?:先|事業者|業者)$").search(label) else ""


_NAMED = re.compile(r"(?P<name>[^\s、，,。：:（）()]{3,40})[ 　]*[（(]$")


def _of_one(text: str, at: int) -> bool:
    """甲社（再委託先：乙社）、丙社: the bracket is closed and of the one name in front of it."""
    before = _NAMED.search(text[:at])
    named = before is not None and not says_yes(before["name"]) and not says_no(before["name"])
    inside = compiled(r"[^（）()]*[)）]").match(text, at)
    if inside is None or not named:
        return False
    return not compiled(r"[\s　][^：:]+[：:]").search(inside[0])


def _closed(part: Passage) -> Passage:
    """Without the bracket that was opened in front of the label, or in front of the next one."""
    part = part.part(0, len(part.text.rstrip(" 　／/、")))
    folded = fold(part.text)
    if folded.endswith("("):
        return part.part(0, len(part.text) - 1)
    if folded.endswith(")") and folded.count(")") > folded.count("("):
        return part.part(0, len(part.text) - 1)
    return part


def _of_same(name: str, field: str, label: str) -> bool:
    """Without a colon, a label goes into the matter of its cell: 有 提供先（甲）."""
    return bool(_NAMING.search(key(label))) and (
        name == field or (field, name) in _INTO or field == "shared"
    )


_INTO = {("processing", "system"), ("entrust", "reentrust"), ("link", "system")}
_NAMING = re.compile(r"(?:先|課|名|名称|者|業者|相手方|システム|機器)$")
_DETAIL = re.compile(r"(?:目的|内容|理由|根拠|方法|期間|時期|項目|媒体|業務|条件|備考|頻度|形態)$")


def _a_label(text: str) -> bool:
    return bool(_DETAIL.search(key(text)))


# 期間　令和6年4月1日から: a row of a small table that blanks part; 印刷業務　甲社 is none
_ROW_LABEL = re.compile(
    r"(?:(?:委託|契約|提供|業務|利用|結合|実施)(?:する|の)?)?"
    r"(?:期間|内容|目的|方法|項目|条件|理由|根拠|時期|頻度|形態|媒体|備考)"
)


def _row_label(mark: re.Match[str]) -> bool:
    return _starts(mark) and bool(_ROW_LABEL.fullmatch(key(mark["label"])))


def _starts(mark: re.Match[str]) -> bool:
    """Whether a label begins its line, and a blank parts it from its value."""
    starts = mark.start("label") == 0 or mark.string[mark.start("label") - 1] == "\n"
    return bool(mark["gap"] and starts)


def by_head(text: str) -> str:
    """By what somebody gets something, as a head such as 委託 or 庁内 says."""
    plain = key(text)
    for name, words in rules("registers")["inner_heads"].items():
        if plain in (key(word) for word in words):
            return str(name)
    return ""
