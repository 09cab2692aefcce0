"""Names of organisations, sections and systems, as printed and as written for comparing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from nagarezu.importing.fields.certifications import certifications
from nagarezu.importing.fields.change_notes import CHANGE_NOTE, SAID_OF_IT
from nagarezu.importing.heads import sections
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules, vocabulary
from nagarezu.importing.rules.characters import (
    bracketed,
    fold,
    key,
    outside_brackets,
    tidy,
    without_brackets,
)


@dataclass(slots=True)
class Name:
    """One named holder. `vocabulary_id` is empty where the reviewed list does not have it."""

    label: str
    passage: Passage
    printed: str
    rule: str
    vocabulary_id: str = ""
    certifications: list[str] = field(default_factory=list)
    open_class: bool = False
    undecided: bool = False
    tentative: bool = False  # named, though brackets say that it is only planned
    system: str = ""  # the system or part under which it is named
    heading: str = ""  # the head under which it is named, whatever it says
    tier: int = 1
    short: str = ""  # 以下「機構」という。
    zone: str = ""
    section: bool = False
    added: bool = False  # 【追加】 stands beside it


@cache
def _organisations() -> dict[str, tuple[str, str, str]]:
    table: dict[str, tuple[str, str, str]] = {}
    for entry in vocabulary("organisations"):
        value = (str(entry["id"]), str(entry["label"]["ja"]), str(entry["kind"]))
        for label in (entry["label"]["ja"], *entry["aliases"]):
            table.setdefault(key(label), value)
    return table


_SHORT_FORM = re.compile(
    r"[(（]以下[、,]?(?:単に)?「(?P<short>[^「」]{1,24})」(?:という|と称する|とする)?。?[)）]"
)
_COMPANY = {
    "(株)": "株式会社",
    "㈱": "株式会社",
    "(有)": "有限会社",
    "(財)": "財団法人",
    "(社)": "社団法人",
}
_DROPPED = re.compile(r"^(?:他|外)\d+(?:社|団体)$")
# 公募により選定した甲社: how it came to be the one
_CHOSEN = re.compile(r"[^、。(（]{2,20}(?:選定|選考|決定|指定|特定|採用)(?:し|され)た(?:者である)?")
# 甲社及び乙社の2者: how many they are
_SO_MANY = re.compile(r"(?<=.{2})の[ ]?[2-9２-９二三四五][ ]?(?:者|社|法人|団体)(?:で(?:ある)?)?$")

# 甲社による名簿の印刷: what it does
_DOES = re.compile(r"(?<=.{4})による[^、。]{2,20}$")


def written(printed: str) -> str:
    """A name without spaces and short forms: 富士通 Japan（株） → 富士通Japan株式会社."""
    text = _SHORT_FORM.sub("", printed)
    folded = fold(text)
    for short, full in _COMPANY.items():
        position = folded.find(short)
        if position >= 0:
            text = text[:position] + full + text[position + len(short) :]
            folded = fold(text)
    return compiled(r"\s+").sub("", tidy(text))


def known(label: str) -> tuple[str, str, str] | None:
    """Id, standard label and kind, if the reviewed list has the name."""
    return _organisations().get(key(label))


def partners(passage: Passage, heading_tier: int = 1) -> list[Name]:
    """The organisations of a partner row, with the system or tier they stand under."""
    found: list[Name] = []
    for head, body in sections(passage):
        tier = heading_tier
        if head and compiled(rules("names")["second_tier"]).search(key(head.text)):
            tier = 2
        system = (
            tidy(head.text)
            if head and compiled(rules("names")["system"]).search(key(head.text))
            else ""
        )
        for name in _of_text(body):
            name.system = name.system or system
            name.tier = max(name.tier, tier)
            name.heading = tidy(head.text) if head else ""
            found.append(name)
    return found


def _of_text(passage: Passage) -> list[Name]:
    before, nodes = outline(passage)
    folded = fold(before.text)
    if not nodes or folded.count("(") > folded.count(")"):  # 甲会（(1)及び(2)を書面で送る。）
        return _lines(passage)
    found = _lines(before) if before else []
    for node in nodes:
        parts = [path[-1].passage for path in node.walk()]
        found.extend(_lines(joined(parts)))
    return found


_CHANGED = re.compile(
    r"^[ 　・]*[(（【〔]?(?P<when>旧|変更前|従前|現行|現在|新|変更後)"
    r"(?:の?(?:委託先|相手方|受託者))?"
    r"[)）】〕]?(?:[ 　:：]+|(?<=[)）】〕]))(?=\S)"
)


def _in_force(lines: list[Passage]) -> list[Passage]:
    """旧 甲社 / 新 乙社: of a partner before and after a change the one after it."""
    said = [_CHANGED.match(line.text) for line in lines]
    after = [bool(each and each["when"] in ("新", "変更後")) for each in said]
    if not any(after):
        return lines
    return [
        line.part(each.end() if each else 0)
        for line, each, new in zip(lines, said, after, strict=True)
        if new or each is None
    ]


def _lines(passage: Passage) -> list[Name]:
    found: list[Name] = []
    for line in _in_force(passage.lines()):
        text, *notes = compiled(r"※").split(line.text)
        for note in notes:
            held = certifications(note) if compiled(r"取得|認証|許諾|認定").search(note) else []
            for name in found or []:
                name.certifications.extend(each for each in held if each not in name.certifications)
        new = _names(text, line)
        held = [each for note in notes for each in certifications(note)]
        for name in new:
            name.certifications.extend(each for each in held if each not in name.certifications)
        found.extend(new)
    return found


_LABELLED = re.compile(r"^(?P<head>[^：:、()（）]{1,30})[：:](?P<rest>.+)$")
# 委託先：株式会社…, and (1)の再委託先：株式会社… behind its number
_OF_PARTNER = re.compile(
    r"^[ 　]*(?:の)?[^：:、。株]{0,12}?(?:再?委託先|再?受託(?:事業)?者|委任先|結合先|相手方|事業者)"
    r"(?:名|の?名称)?[：:][ 　]*"
    # 委託先　株式会社…: with a blank between them where nothing stands in front
    r"|^[ 　・]*(?:主な|主たる)?(?:再?(?:々)?委託先|再?受託(?:事業)?者|再?委託事業者|委任先"
    r"|結合(?:先|の相手方)|提供先)(?:名|の?名称)?[ 　]+(?=\S)"
)


# 一般財団法人 緑の管理: the form in front of a name that sounds like work
_FORM_IN_FRONT = re.compile(r".{2}会社等?|(?:.{2,7})?(?:財団|社団|活動|福祉|医療|学校)法人")
_TOLD_WORK = re.compile(r".+(?:の|及び|並びに).+|.*(?:業務|事務|作業)")


def without_task(text: str) -> str:
    """(1) 予約システムの運用 株式会社…: what a partner is to do may stand before or behind it."""
    is_task, is_proper = compiled(rules("names")["task"]), compiled(rules("names")["proper"])
    for gap in compiled(r"[ \u3000:：]+").finditer(text):
        front, rest = text[: gap.start()], text[gap.end() :]
        if is_task.search(key(front)) and is_proper.search(key(rest)):
            return text if is_proper.search(key(front)) else rest
        named = is_proper.search(key(front)) and not _FORM_IN_FRONT.fullmatch(key(front))
        work = is_task.search(key(rest)) and _TOLD_WORK.fullmatch(key(rest))
        if named and work and not is_proper.search(key(rest)):
            return front
    return text


_NOISE = re.compile(
    r"^(?:別[紙添表記]|付表|資料|なし|無|該当なし|等|未記入|[-ー]|(?:有り?|あり|する|しない)$|[0-9０-９][0-9０-９,，]*(?:人|名|件|世帯|円))"
)


_GAP = re.compile(r"[ \u3000]{3,}")


def _without_columns(text: str) -> str:
    """株式会社甲    令和6年4月1日    検針: of the columns of a line those that are names."""
    columns = [each for each in _GAP.split(text.strip()) if each]
    proper = compiled(rules("names")["proper"])
    if len(columns) < 2 or not proper.search(key(columns[0])):
        return text
    return "、".join(each for each in columns if proper.search(key(each)))


def _names(text: str, line: Passage) -> list[Name]:
    text = _without_columns(_OF_PARTNER.sub("", text))
    headed = _LABELLED.match(text)
    system = ""
    if headed and compiled(rules("names")["system"] + "|業務|事務$").search(key(headed["head"])):
        system, text = tidy(headed["head"]), headed["rest"]
    text = without_task(text)
    if compiled(r"[。]$").search(tidy(text)) and not compiled(r"株式会社|法人").search(text):
        return []
    found = []
    for part in outside_brackets(
        _SHORT_FORM.sub(lambda m: m.group().replace("、", ""), text), "、，,/／\n"
    ):
        pieces = (
            compiled(r"(?:及び|並びに|または|又は|と(?=株式会社))").split(part)
            if _splits(part)
            else [part]
        )
        for piece in pieces:
            made = name(piece, line)
            if made is not None:
                made.system = system
                found.append(made)
    return found


# 動物の愛護及び管理に関する法律に基づく…機関: the 及び is of the name of the law
_OF_LAW = re.compile(
    r"^[^、。]*(?:法律?|条例|規則|政令|省令)[^、。]{0,16}(?:に基づく|に規定する|による|に定める)"
)


def _splits(part: str) -> bool:
    """市立小学校及び中学校 have one name between them."""
    plain = _OF_LAW.sub("", without_brackets(part))
    whole = compiled(rules("names")["shared_front"]).search(key(plain))
    return not whole and bool(compiled(r"及び|並びに|または|又は").search(plain))


_FURTHER = re.compile(  # 再委託先, and 再委託先。配達の一部 with what it does
    r"(?:再(?:々)?委託(?:先|事業者|業者)?|再(?:々)?受託(?:者|事業者))(?:[。、](?!.*(?:会社|法人)).*)?"
)
_STATEMENT = re.compile(
    r"(?:(?:委託|委任|提供|受託|決定|使用|実施)(?:する|した|している)|とする|である|を行う|ない|ている)$"
)


_FORM_ALONE = re.compile(r"(?:株式|有限|合同|合資|合名)会社等?")  # a legal form, and no name


def name(printed: str, line: Passage) -> Name | None:
    """One name with its brackets; nothing if no name is left."""
    printed = _DOES.sub("", _SO_MANY.sub("", _without_frame(printed.strip(" 　・。"))))
    said = SAID_OF_IT.search(printed)
    if said and compiled(rules("names")["proper"]).search(
        key(without_brackets(printed[: said.start()]))
    ):
        printed = printed[: said.start()]
    chosen = _CHOSEN.match(printed)
    if chosen and compiled(rules("names")["proper"]).search(key(printed[chosen.end() :])):
        printed = printed[chosen.end() :]
    added = bool(CHANGE_NOTE.search(printed))
    printed = CHANGE_NOTE.sub("", printed).strip()
    short = _SHORT_FORM.search(printed)
    further = any(_FURTHER.fullmatch(key(note)) for note in bracketed(printed))
    bare = without_brackets(_company_words(_SHORT_FORM.sub("", printed)))
    label = written(bare).strip("・。")
    if not label or _NOISE.match(label) or _DROPPED.match(label) or len(label) > 80:
        return None
    if _FORM_ALONE.fullmatch(label):
        return None
    made = Name(label, line, printed, "as_printed", short=short["short"] if short else "")
    made.tier, made.added = 2 if further else 1, added
    made.certifications = certifications(
        printed[len(bare.rstrip()) :] if "(" in fold(printed) else ""
    )
    words = rules("names")
    made.undecided = bool(compiled(words["undecided"]).search(label))
    if not made.undecided and compiled(words["undecided_note"]).search("".join(bracketed(printed))):
        made.tentative = True
        made.undecided = not compiled(words["proper"]).search(label)
    no_name = _STATEMENT.search(label) or compiled(words["nobody"]).search(key(label))
    if no_name and not (made.undecided or known(label)):
        return None
    entry = known(label)
    if entry is None:
        entry = (
            next((known(note) for note in bracketed(printed) if known(note)), None)
            if not made.undecided
            else None
        )
        if entry is not None and entry[2] == "section":
            entry = None
    if entry is not None:
        made.vocabulary_id, made.label = entry[0], entry[1]
        made.rule = "organisation_names"
        made.section = entry[2] == "section"
        made.open_class = entry[2] == "class" and not made.label.endswith("事業者")
    else:
        if label != printed:
            made.rule = "join_spaced_name"
        made.open_class = bool(compiled(rules("names")["open_class"]).search(label))
        made.section = bool(compiled(rules("names")["own_section"]).search(label))
    return made


def _without_frame(printed: str) -> str:
    """（指名競争入札により決定する。）: all that the row says stands in brackets."""
    said = compiled(r"[(（]([^()（）]+?)[。 ]*[)）]").fullmatch(printed)
    return said[1] if said and compiled(rules("names")["undecided"]).search(said[1]) else printed


def _company_words(text: str) -> str:
    folded = fold(text)
    for short, full in _COMPANY.items():
        position = folded.find(short)
        if position >= 0:
            return text[:position] + full + text[position + len(short) :]
    return text


_SYSTEM_END = (
    r"(?:システム|ソフト(?:ウ[ェエ]ア)?|サーバー?|パソコン|端末|PC|ＰＣ|データベース|クラウド|基盤|サイト|ポ"
    r"ータル|アプリ|台帳|ネットワーク|機器)"
)


_LONGEST = 24  # characters of the name of a system that no word marks as one
_NO_SYSTEM = re.compile(
    r"^(?:なし|無|該当|別紙|別添|資料|[-－ー])|[。をはがに]|のとおり$|しない$|[課係室局部所館内]$|設置$|庁舎|同上"
)


# 入退室管理システム「みまもりゲート」, 名称：入退室管理システム
_PET_NAME = re.compile(
    r"((?:システム|サイト|アプリ|サービス|サーバー?|台帳|基盤))[「『][^「」『』]+[」』]$"
)
_CALLED = re.compile(r"^(?:システム)?(?:の?名称?|名前)[:：]")


def systems(passage: Passage, *, said: bool = False) -> list[Name]:
    """The systems of a row such as 記録するコンピュータ, with the place that brackets name.

    `said`: the row itself says that what it names is one, as of 映像記録装置.
    """
    before, nodes = outline(passage)
    parts = [path[-1].passage for node in nodes for path in node.walk()] if nodes else []
    found: list[Name] = []
    for part in [*([before] if before else []), *parts]:
        for line in part.lines():
            for piece in _pieces(line.text.split("※")[0]):
                label = _PET_NAME.sub(r"\1", written(without_brackets(piece)).strip("・。、,"))
                label = _CALLED.sub("", label)
                known = compiled(rules("names")["system"]).search(key(label))
                plain = said and len(label) <= _LONGEST and not _NO_SYSTEM.search(label)
                if not label or not (known or plain):
                    continue
                name = Name(
                    label,
                    line,
                    piece.strip(),
                    "as_printed" if label == piece.strip() else "strip_parenthesis",
                )
                name.zone = _zone(piece)
                found.append(name)
    return found


def _pieces(text: str) -> list[str]:
    """Split at commas, 及び, and at spaces that follow a whole system name."""
    found: list[str] = []
    for part in outside_brackets(text, "、，,／"):
        spaced = compiled(rf"((?:{_SYSTEM_END})(?:[(（][^()（）]*[)）])?)\s+(?=\S)").sub(
            "\\1\n", part
        )
        for piece in spaced.split("\n"):
            if _splits(piece):
                found.extend(compiled(r"及び|並びに|又は|または").split(piece))
            else:
                found.append(piece)
    return found


def _zone(printed: str) -> str:
    """What brackets say of the place: 情報システム課が管理する…サーバー内 → …サーバー."""
    for note in bracketed(printed):
        match = compiled(
            r"(?:[^、]{1,20}が管理する)?(?P<zone>.+?)(?:内設置|内|に設置|設置)"
        ).fullmatch(note)
        if match:
            return tidy(match["zone"])
    return ""
