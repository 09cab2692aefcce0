"""Heads in the first cells of a row: a section merged over rows, or a risk before its measures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.fields.counts import counts
from nagarezu.importing.fields.subjects import names_persons, without_count
from nagarezu.importing.form.assessment import heads as heads
from nagarezu.importing.form.assessment import labels as words
from nagarezu.importing.form.assessment.sheet import LAYERS, MEASURES, Line
from nagarezu.importing.form.labels import Label
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy

_SECTION = re.compile(
    r"^(?:\d{1,2}[ ]?[.、 ]?|[(]\d{1,2}[)])[ ]*(?P<topic>[^\d\s。、][^。、\n]{0,28})$"
)
_CIRCLED = re.compile(r"^(?:[①-⑳]|[(]?\d{1,2}[).]|[(]?[ア-ン][).])[ 　]*(?P<name>\S{1,6})$")
# 2 システム1①名称, システム1の名称: the number of the form, the block, and the short name
_OF_BLOCK = re.compile(
    r"^(?:\d{1,2}(?:-\d{1,2})?[.、]?[ ]*)?"
    r"(?P<block>(?P<topic>システム|委託(?:事項|業務|先)?|提供先?|移転先?)[ ]?\d{1,2})"
    r"(?:[ ]*[①-⑳][ ]*|[ ]+|の)(?P<name>[^\s①-⑳]{1,12})$"
)
_BARE = re.compile(r"^(?:[①-⑳][ 　]*)?(?P<name>\S{1,8})$")
_RISK = re.compile(r"^(?:リスク[ ]?\d{0,2}[ ]?[:.、]?[ ]*)?[^。\n]{4,60}リスク$")
_NOT_DONE = re.compile(r"^[(]?[^。()]{0,14}(?:しない|していない|なし)[)]?$")


def section(cells: Sequence[Passage]) -> str:
    """2 システム | ①名称 | …: what the rows are about; empty for other rows."""
    filled = [fold(cell.text).strip() for cell in cells if cell]
    if len(filled) < 3 or not (_CIRCLED.match(filled[1]) or _RISK.match(filled[1])):
        return ""
    return filled[0] if _SECTION.match(filled[0]) else ""


def short_label(text: str, section: str, block: str = "") -> Label | None:
    """①名称 below 2 システム or 移転先1, システム1の接続: the label in full."""
    plain = fold(text).strip()
    whole = _OF_BLOCK.match(plain)
    if whole is not None:
        return words.short(whole["topic"], whole["name"]) or words.whole(whole["name"])
    if block and (bare := _BARE.match(plain)):
        return words.short(compiled(r"[\d①-⑳@ ]").split(fold(block))[0], bare["name"])
    match, about = _CIRCLED.match(plain), _SECTION.match(section)
    return words.short(about["topic"], match["name"]) if match and about else None


def bare_label(text: str, section: str) -> Label | None:
    """名称 | … below 1 事務, 期間 | … below 4 委託: a short name beside its value, unmarked."""
    bare, about = _BARE.match(fold(text).strip()), _SECTION.match(section)
    return words.short(about["topic"], bare["name"]) if bare and about else None


_MARK = re.compile(r"^(?:[①-⑳]|[(]?(?:\d{1,2}|[ア-ン])[).、 ])[ ]*")
_SYSTEMS = re.compile(
    r"(?:(?:使用|利用|取扱い?|記録|保存|管理)(?:する|している)?)?(?:情報)?システム(?:名称?|等)?"
)
_COUNTED_SYSTEM = re.compile(r"(?<=システム)[ ]?(?:[①-⑳]|[(]?\d{1,2}[)]?)$")
_SYSTEM = re.compile(r"[^。をはがに]{2,60}(?:システム|サーバー?|台帳|基盤|CS)(?:[(][^()]*[)])?")


def of_systems(head: str, value: str) -> bool:
    """③システム | 甲システム、宛名システム: a row that names the systems."""
    plain, lines = _MARK.sub("", fold(head).strip()), fold(value).strip().split("\n")
    fields = all(_LINKED.match(line) for line in lines[1:]) and not _NAMED.match(lines[0])
    return bool(_SYSTEMS.fullmatch(plain) and fields and _SYSTEM.fullmatch(lines[0]))


_NAMED = re.compile(r"(?:[①-⑳]|・)?[ ]*名(?:称|前)")  # the fields of a block in one cell
_LINKED = re.compile(r"[ ]*(?:・[ ]*)?(?P<head>接続先?|連携先?|つながる相手)[ ]*:[ ]*(?=\S)")


def linked(
    value: Passage, *, below: bool = False
) -> tuple[Passage, list[tuple[Label, Passage, Passage]]]:
    """接続：[○]宛名システム等 below the name of a system in its cell: the name, and the links."""
    names: list[Passage] = []
    links: list[tuple[Label, Passage, Passage]] = []
    for line in value.lines():
        match = _LINKED.match(fold(line.text))
        label = words.short("システム", "接続") if match and (names or below) else None
        if match and label:
            links.append((label, line.part(*match.span("head")), line.part(match.end())))
        else:
            names.append(line)
    return (joined(names), links) if links else (value, links)


def of_persons(head: str, value: str) -> bool:
    """③対象 | 受給者 120人: a row that counts persons below a head that may be of anything."""
    named = names_persons(without_count(value.strip().split("\n")[0]))
    return _MARK.sub("", fold(head).strip()) == "対象" and named and bool(counts(value))


_ON = re.compile(
    r"[(\[]?(?:再委託)?(?:する|しない|なし|無し?|あり|有り?|行う|行わない)(?=[。、()\[\] ]|$)"
)


def by_value(head: str, value: str) -> Label | None:
    """The label of a head that may be of anything, by what stands beside it.

    システム1 | 甲システム; 対象 | 受給者 120人; 再委託 | しない, which elsewhere spans rows.
    """
    if of_systems(_COUNTED_SYSTEM.sub("", fold(head).strip()), value):
        return Label("system_name", "システムの名称", "label_pattern")
    if of_persons(head, value):
        return Label("groups", "対象者", "label_pattern")
    told = key(head) == "再委託" and _ON.match(fold(value).strip())
    return words.short("委託", "再委託") if told else None


def of_two(cells: Sequence[Passage]) -> Label | None:
    """The same of a row of two cells."""
    return by_value(cells[0].text, cells[1].text) if len(cells) == len(("head", "value")) else None


def of_pair(cells: Sequence[Passage], section: str, above: Sequence[Line]) -> Label | None:
    """The label of the first of two cells: by the second, or by the section above both.

    期間 is that of a contract where the last field above it is one of a contractor.
    """
    if len(cells) != len(("head", "value")):
        return None
    head = cells[0].text
    found = by_value(head, cells[1].text) or bare_label(head, section)
    if found is not None or key(head) != "期間":
        return found
    last = next((line.label for line in reversed(above) if line.label is not None), None)
    contract = last is not None and compiled("(?:re)?entrust_|items_sent").match(last.field)
    return words.short("委託", "期間") if contract else None


def ends_items(text: str) -> bool:
    """②委託先, 3 移転, 委託事項1 below the items of an attachment: the outline goes on."""
    named = compiled("[①-⑳]").match(text) and words.whole(text)
    section = heads.section(fold(tidy(text))) and "基本情報" not in text
    return bool(named or section or heads.block(text))


def topic(text: str) -> str:
    """システム of 2．システム: what a section is about."""
    match = _SECTION.match(fold(text).strip())
    return match["topic"] if match else ""


def above(line: Line | None, section: str) -> str:
    """1 対象となる本人, below which ・範囲：… and ・人数：… stand; else the section."""
    if line is None or line.label is None or line.label.field not in _OF_PERSONS:
        return fold(tidy(section))
    return "1 本人" if line.value else fold(tidy(line.printed.text))


_OF_PERSONS = ("persons", "person_range")


def block_of(text: str) -> str:
    """システム1 of 2 システム1①名称: the block that a label names in front of itself."""
    match = _OF_BLOCK.match(fold(text).strip())
    return match["block"] if match else ""


def risk(filled: Sequence[Passage]) -> tuple[Passage, Passage] | None:
    """2 入手 | 目的外の入手のリスク | ・… | 十分である: the risk, and the measures against it."""
    for at, cell in enumerate(filled[:-1]):
        if _RISK.match(fold(cell.text).strip()):
            value = filled[at + 1]
            named = words.whole(value.text)
            if named is not None and named.field == "risk_measures" and at + 2 < len(filled):
                value = filled[at + 2]  # 目的外の入手のリスク | 措置の内容 | ・…
            plain = key(value.text)
            if words.whole(value.text) is not None or words.split(value)[0].label is not None:
                return None
            stated = not _NOT_DONE.match(plain) and plain not in rules("assessment")["answers"]
            return cell, value if stated and not plain.startswith("[") else Passage()
        if at > 1:
            break
    return None


_SIDE = re.compile(r"[<【〔\[][^<>【】〔〕\[\]]{2,40}(?:措置|対策)[>】〕\]]")


def side_behind(label: Passage) -> Passage:
    """＜甲市における措置＞ in the last line of the cell of a label."""
    lines = label.lines()
    sided = len(lines) > 1 and _SIDE.fullmatch(fold(lines[-1].text.strip()))
    return lines[-1] if sided else Passage()


_COMMON = re.compile(r"[ ]*[(][^()]*(?:共通|同じ|同様)[^()]*[)]$")


def is_common(text: str) -> bool:
    """（委託事項1及び2に共通）: a head of more than the value in which it stands."""
    return bool(_COMMON.search(fold(text).strip()))


def side_of(text: str) -> str:
    """＜委託先における措置＞（1から3までに共通）: whose the measures below are."""
    plain = _COMMON.sub("", fold(text).strip()).strip("<>【】[]〔〕 ")
    enclosed = _ROUND.fullmatch(plain)  # （委託先に行わせる措置）
    plain = enclosed["inside"] if enclosed else plain
    return plain if compiled(rules("assessment")["sides"]).match(plain) else ""


_BODY = (
    r"(?:株式|有限|合同|合資)会社|(?:公益|一般)?(?:社団|財団)法人|福祉法人|組合|協会"
    r"|センター|連合会"
)
_COUNTED = r"(?<!再)委託(?:先|事項|業務)?[ ]?\d{1,2}"
_TOWARD = re.compile(
    rf"(?:{_COUNTED}(?:[ ]*\([^()]{{2,30}}\))?"
    rf"|(?:委託先)?[ ]*\(?[^()。、:をはが]{{0,24}}(?:{_BODY})[^()。、:をはが]{{0,24}}\)?)"
    r"(?:に(?:対する|係る|ついての?|関する)|への)?(?:措置|対策)?(?:の内容)?[ ]*:?"
)


def toward(text: str) -> str:
    """委託先1（甲社）に対する措置, (1) 甲社について: whom the own measures below are about."""
    plain = compiled(r"^(?:[(]?(?:\d{1,2}|[ア-ン])[).、 ]|[①-⑳]|[・■●◆○])[ ]*").sub(
        "", fold(text).strip()
    )
    plain = plain.strip("<>【】[]〔〕 ")
    return plain if _TOWARD.fullmatch(plain) else ""


_ROUND = re.compile(r"[(](?P<inside>[^()]{4,40})[)]")
_PARTY = re.compile(
    r"[(<【]?(?:(?:本|当)?[市区町村]|(?:委託|受託)(?:先|者|事業者)|事業者)(?:側)?[)>】]?"
)


def party_alone(text: str) -> str:
    """（委託先） | ・…する。: a party in front of its measures."""
    plain = fold(text).strip()
    return plain.strip("()<>【】") if _PARTY.fullmatch(plain) else ""


def unnumbered(text: str) -> str:
    """システム1 of 2．システム1."""
    return compiled(r"^[(]?\d{1,2}[.、)][ 　]*").sub("", fold(text).strip())


def names_block(label: Label, printed: Passage, block: str, named: str) -> bool:
    """提供先 or 名称 below 提供先1: whose block it is, and no block of its own."""
    kind = "提供" if label.field == "provide_to" else "移転"
    begun = compiled(rf"{kind}先?[ ]?\d").match(fold(block)) and block != named
    return bool(begun) and not compiled(r"\d").search(fold(printed.text))


_RISKS = re.compile("リスク|対策|措置")
_LISTED = re.compile(
    r"^(?:[・･●○■◆]|[①-⑳]|[ア-ン][ 　.．]|[(（]?[0-9０-９]{1,2}[)）.．、 　]"
    r"|(?:(?:安全管理|保護)?(?:措置|対策)|管理策)[ 　]?[0-9０-９]{1,2}[ 　:：.．、]+(?=\S))"
)
_LONGEST = 30  # characters of a head
_AGAINST = re.compile(
    r"(?:[ 　]+リスク[ ]?\d?[ 　]*:?|[ 　]*(?::|[(]))[ 　]*[^。]{4,60}(?:リスク|恐れ|おそれ)[)]?$"
)
_CHOSEN = re.compile(r"[ 　]*\[[^\[\]]{2,20}\][ ]*$")


def is_on_risks(title: str) -> bool:
    """Whether a part of this title holds measures."""
    return bool(_RISKS.search(title))


def heads_measures(title: str, head: Passage, value: Passage) -> bool:
    """記録 | ア …する。, below Ⅲ リスク対策: a head that the form does not know, and measures."""
    plain = fold(tidy(head.text))
    if not _RISKS.search(title) or len(plain) > _LONGEST or plain.endswith("。"):
        return False
    return bool(_LISTED.match(value.text.strip())) and "。" in value.text


def measures_of(
    title: str, filled: Sequence[Passage]
) -> tuple[Label, Passage, Passage, str | None, str] | None:
    """The label and the measures of a row of the part on risks; None if it has none.

    Then whose they are, None if that stays as it is, and the section that the row begins, if any.
    """
    section, numbered = "", unnumbered(filled[0].text) != filled[0].text
    if len(filled) > 2 and numbered and heads_measures(title, filled[1], filled[2]):
        section, filled = fold(tidy(filled[0].text)), filled[1:]
    told = heads_measures(title, filled[0], filled[1])
    side = side_of(filled[0].text) or (told and party_alone(filled[0].text)) or ""
    if not side and not told:
        return None
    label = words.whole(filled[0].text)
    known = label if label is not None and label.field in MEASURES else None
    made = known or Label("risk_measures", tidy(filled[0].text), "label")
    whose = side if side or numbered else None
    return made, filled[0], joined(filled[1:]), whose, section


def ends_side(above: Line | None, label: Label) -> bool:
    """物理的対策 below 委託先に行わせる措置 and its measures, which bear no such head: the own."""
    if above is None or above.label is None or label.field not in LAYERS:
        return False
    own_head = bool(above.side) and side_of(above.printed.text) == above.side
    return own_head and bool(above.value) and above.label.field not in LAYERS


_ADDED = re.compile(
    r"(?P<name>[^。、をはが]{2,40}?)(?:への?(?:提供|移転))?を(?:新たに)?(?:追加|追記|新設)(?:した|する)?。?"
)


def added(label: Label | None, value: Passage) -> Passage:
    """甲課への移転を追加: whom a list of changes adds."""
    taker = label is not None and label.field in ("provide_to", "transfer_to")
    found = _ADDED.fullmatch(value.text.strip()) if taker else None
    return value.part(*found.span("name")) if found and value.text == value.text.strip() else value


_RATING = re.compile(
    r"(?:[①-⑳]|\d{1,2}[.、 ])?[ ]*(?:(?:対策|リスク|措置)の)?(?:自己)?(?:評価|判定)"
)


def is_rating(text: str) -> bool:
    """評価 on a line of its own: whether the measures above are enough."""
    return bool(_RATING.fullmatch(fold(text).strip()))


def is_measure(title: str, line: Passage) -> bool:
    """・本人確認を行う。 right below a section of the part on risks."""
    text = line.text.strip()
    return bool(_RISKS.search(title) and _LISTED.match(text)) and text.endswith("。")


def is_section_of_risks(title: str, text: str) -> bool:
    """3 保管: a short numbered head; what stands below it is numbered otherwise."""
    head = _CHOSEN.sub("", text)  # 1 入手に関する対策   [十分である]
    head = _AGAINST.sub("", head)  # 2 委託：委託先で目的外に使われるリスク
    return bool(_RISKS.search(title) and _SHORT_HEAD.fullmatch(head))


# 3 保管, 2 目的外に使用されるリスク、権限のない者に使用されるリスク
_SHORT_HEAD = re.compile(
    r"\d{1,2}[ ]?[.、 ][ ]*(?:[^\s。、:\[(]{2,24}|[^。:\[(]{4,60}リスク(?:への?対策)?)"
)


_GAP = re.compile(r"[ 　]{2,}|　")


def columns(line: Passage) -> list[Passage]:
    """記録      ア …する。: the two columns of a printed line that keeps its layout."""
    gap = _GAP.search(line.text)
    if gap is None or not gap.start() or "\n" in line.text:
        return [line]
    return [line.part(0, gap.start()), line.part(gap.end())]
