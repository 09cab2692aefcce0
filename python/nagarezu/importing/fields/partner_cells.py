"""The cell of a partner as its names alone: without 所在地, とする, and what says who they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.fields import names
from nagarezu.importing.fields.names import Name
from nagarezu.importing.fields.reentrusted import FIRM
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key, without_brackets

_LEAD = r"^[ 　・]*(?:[(（]?(?:\d{1,2}|[①-⑳]|[ア-ン])[)）.．、]?[ 　]*)?"
_CALLED = re.compile(
    rf"{_LEAD}(?:名称|商号(?:又は名称)?|(?:事業者|法人|会社|業者|団体)(?:の)?名称?)[ 　:：]+(?=\S)"
)
_PARTICULAR = re.compile(
    rf"{_LEAD}(?:本社)?(?:所在地?|住所|代表者(?:名|氏名)?|電話(?:番号)?|連絡先|資本金|従業員数?|設立"
    r"|選定の?(?:方法|理由|経緯)|(?:担当|委託|受託|再委託)?(?:する)?(?:業務|事務|役割)(?:の?内容)?"
    r"|契約の?(?:方法|形態))(?:[ 　:：]+(?=\S)|$)"
)
_FORMS = r"株式会社|有限会社|合[同資名]会社|(?:一般|公益)(?:社団|財団)法人|社会福祉法人"
_ONE = re.compile(r"共同(?:企業体|体)|コンソーシアム|グループ|JV|ＪＶ")
_NEXT = re.compile(  # 株式会社甲・株式会社乙, 株式会社甲 → 有限会社乙
    rf"[ 　]*(?:→|⇒)[ 　]*|・(?=(?:{_FORMS}).{{2}})|(?<=会社)・(?=.{{2,14}}(?:会社|法人))"
)
_IS = re.compile(r"(?:と(?:する|し(?:て(?:いる)?)?)|である|を予定(?:している|する)?)。?$")


def plain(value: Passage) -> Passage:
    """The lines of a cell that name somebody, each with the names alone."""
    if not FIRM.search(value.text):
        return value
    found = [part for line in value.lines() for part in _parts(line)]
    return joined(found) if found else value


def _parts(line: Passage) -> Iterator[Passage]:
    called = _CALLED.match(line.text)
    if called:
        line = line.part(called.end())
    elif _PARTICULAR.match(line.text) and not FIRM.search(line.text):
        return
    said = _IS.search(line.text)
    if said and _is_firm(line.text[: said.start()]):
        line = line.part(0, said.start())
    ends = [] if _ONE.search(line.text) else [each.span() for each in _NEXT.finditer(line.text)]
    starts = [0, *(end for _, end in ends)]
    for start, end in zip(starts, [*(at for at, _ in ends), len(line.text)], strict=True):
        yield line.part(start, end)


def _is_firm(text: str) -> bool:
    return FIRM.fullmatch(key(without_brackets(text))) is not None


_TO_WHOM = re.compile("先|者|相手")
_NO = re.compile(r"^[(（]?(?:無|なし|(?:再?委託)?しない|(?:行|認め)(?:わ)?ない|禁止|原則)")
_ONLY_IF = re.compile("場合|とき|未定|しない|ません|禁止|できない|限り")
_SAYS = re.compile(r"^[(（]?(?:有り?|あり|(?:再委託)?する|行う|予定|○)(?![一-龥])|。|再委託")


def handed_on(label: str, value: Passage) -> list[Name] | None:
    """Those whom a row on 再委託 names: 有（有限会社乙：配達）, 配達を有限会社乙に再委託する。

    None where the row only lists names, as the row of a partner does.
    """
    whom = bool(_TO_WHOM.search(key(without_brackets(label))))
    if whom and not says(value):
        return None
    found: list[Name] = []
    if _NO.match(key(value.text)):
        return found
    for line in value.lines():
        for sentence in compiled(r"[^。\n]+").finditer(line.text):
            part = line.part(*sentence.span())
            if _ONLY_IF.search(part.text):
                continue
            made = (names.name(each.group(), part) for each in FIRM.finditer(part.text))
            found.extend(each for each in made if each is not None)
    for each in found:
        each.tier = 2
    return found


def says(value: Passage) -> bool:
    """Whether a row on 再委託 says that or when it is done, where others list names alone."""
    outside = key(without_brackets(value.text))  # 有限会社乙（配達。承諾を得て行う。）
    return bool(_SAYS.search(outside or key(value.text)) or _NO.match(key(value.text)))


def names_nobody(value: Passage) -> bool:
    """Whether such a row says it of nobody: 承諾を得た場合に限り認める。"""
    return says(value) and not handed_on("", value)


_SECOND_IN_BRACKET = re.compile(r"[(（](?P<second>[^()（）]+)[)）][ 　]*$")


def by_label(label: str, value: Passage) -> Passage:
    """委託先（再委託先） | 株式会社甲（有限会社乙）: the bracket is of the next tier."""
    bracket = compiled("[(（]再委託(?:先|事業者)[)）]").search(label)
    lines = value.lines()
    if not bracket:
        return value
    found: list[Passage] = []
    for line in lines:
        second = _SECOND_IN_BRACKET.search(line.text)
        if second and _is_firm(second["second"]) and "再委託" not in second["second"]:
            found.append(line.part(0, second.start()))
            named = line.part(*second.span("second"))
            found.append(joined([named, Passage("（再委託先）", (0,), named.spots[:1])], ""))
        else:
            found.append(line)
    return joined(found)
