"""Who gets what, told together: 甲協会：氏名、住所 by lines, or 甲協会（氏名及び住所を送る。）."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft import alike
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.claims import told_items
from nagarezu.importing.draft.register import by_number
from nagarezu.importing.fields import claims as statements
from nagarezu.importing.fields import names
from nagarezu.importing.fields.names import Name
from nagarezu.importing.form.register import labels
from nagarezu.importing.form.register.file import closes
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy

# 2 甲連合会　1と同じ項目, 同上: what the first of the cell, or the one above, gets
_SAME = (
    r"(?:[(（]?[0-9０-９]{1,2}[)）]?と|上記?[にと]|これと)?同(?:じ|上|様|一)(?:の?項目|で(?:ある|す))?"
    r"[ 　]*(?:[（(。]|$)"
)
_AS = re.compile(rf"(?=[(（]?(?P<which>[0-9０-９]*)){_SAME}")
_MARK = r"(?:[(（]?(?:[0-9０-９]{1,2}|[ア-ン])[)）.．、 　][ 　]*|[①-⑳][ 　]*)"
_LINE = re.compile(
    rf"[ 　・]*{_MARK}?"
    r"(?P<who>(?!及び|並びに|から|まで)[^：:、。（）()\n→]{2,40}?)"
    rf"(?:[ 　]*[：:→][ 　]*|(?:に|へ)は、?|[ 　]+(?={by_number.MARKS}[ 　]*$)"
    rf"|[ 　]+(?=[^ 　、。：:]{{2,20}}、|{_SAME})"
    r"|[ 　]*[（(](?=(?:[^（）()]|[（(][^（）()]*[)）])*[)）][ 　、；。]*$))(?P<items>[^\n]+)"
)
_CUT = re.compile(r"[；;／/](?=[^；;：:]{2,40}[：:])|(?<=[)）])[ 　]*[、，,](?=[^（）()]+[（(])")
_LEAD = re.compile(
    r"^[ 　]*(?:(?P<label>[^：:、。（）()\s　]{2,16}?)(?:[：:]|[ 　]+|は、)[ 　]*)?"
    r"(?:[^、，。]{2,30}(?:ため|目的で|に基づき|に応じて?|際に?|場合に?|に備えて?|に限り|に当たり|用に|として)[、，])?"
    r"(?:[^、，。をはが]{2,14}(?:が|から)、?)?"
    r"(?:[^、，。をはが（(]{2,24}に(?:必要な|要する|用いる))?"
    r"(?:(?:毎[日週月年]度?|年[0-9０-９一二]+回|随時|都度|[^、，。をはが]{1,8}(?:ごと|末|初め)に?)[、，]?)?"
)
_TAIL = re.compile(
    r"(?:を、?(?:毎[日週月年]度?|年[0-9０-９一二]+回|随時|都度)"
    r"|を、?(?:[^、，。を]{0,14})(?:提供|送付|送信|送|通知|報告|交付|渡|引き?渡|知らせ|伝え)[^、，。]{0,8}"
    r"|で(?:ある|す)|とする|のみ|に限る|に限ります)?[。．）)\s]*$"
)
_BODY = re.compile(
    r"(?:機関|事業[所者]|施設|消防本部|事務所|保健所|研究所|病院|診療所|大学|学校|銀行|金庫|新聞社|連盟"
    r"|基金|団体|組織|センター|本部|支部|公社|[課室署局庁園隊団館院校社]|[^会]{2}会|[都道府県市区町村])$"
)
_FEWEST = 2  # items that make a list
# 氏名、住所（毎月、専用回線による。）: when and by what, behind the items
_HOW = re.compile(
    r"[ 　]*[（(](?=[^（）()]*(?:。|毎[日週月年]|都度|随時|[年月][0-9０-９一二]+回"
    r"|回線|郵送|手渡|メール|媒体|紙|(?:に|により|による)[)）]))[^（）()]*[)）][ 　。]*$"
)


def lines(builder: Builder, text: Passage, written: Sequence[str]) -> list[tuple[Name, Passage]]:
    """Names with what each of them gets; nothing unless every line is of this kind."""
    found: list[tuple[Name, Passage]] = []
    by_name = compiled(rules("names")["proper"])
    for line in cut(text):
        match = _LINE.fullmatch(line.text)
        name = names.name(match["who"], line) if match else None
        told = line.part(*match.span("items")) if match else Passage()
        share = _same(told, found) or items(builder, told, written)
        numbered = _MARKED.match(line.text) and not labels.exact(match["who"] if match else "")
        if (
            name is None
            or not share
            or not (numbered or _BODY.search(name.label) or by_name.search(key(name.label)))
        ):
            return []
        found.append((name, share))
    return found


def _same(told: Passage, found: Sequence[tuple[Name, Passage]]) -> Passage:
    """The items of one above, where a line says that they are these."""
    same = _AS.match(told.text)
    which = int(fold(same["which"])) if same and same["which"] else len(found)
    return found[which - 1][1] if same and 0 < which <= len(found) else Passage()


_TO = re.compile(
    r"(?:^|[。\n])[ 　]*(?P<who>[^、。（）()をはが\n]{2,40}?)(?:に対して|に対し|に|へ)(?:は)?、"
    r"(?:(?P<items>[^。]{2,300}?)を、?)?[^。を]{0,80}?"
    r"(?:提供|送付|送信|通知|報告|交付|引き?渡|渡|知らせ|伝え|送|回付)[^。、]{0,8}(?=。)"
)


def sentences(
    builder: Builder, text: Passage, written: Sequence[str]
) -> list[tuple[Name, Passage]]:
    """Names with what each gets: 甲校に、氏名及び学年を、毎日紙で提供する。"""
    found: list[tuple[Name, Passage]] = []
    for match in _TO.finditer(text.text):
        share = text.part(*match.span("items")) if match["items"] else Passage()
        share = items(builder, share, written) if share else Passage()
        for name in names.partners(text.part(*match.span("who"))):
            found.append((name, share))
    return found


def cut(text: Passage) -> Sequence[Passage]:
    """What a cell says of each holder, on lines of their own or parted by ；."""
    parts: list[Passage] = []
    for line in _whole_lines(text):
        ends = [0, *(at for m in _CUT.finditer(line.text) for at in m.span()), len(line.text)]
        parts += [line.part(a, b) for a, b in zip(ends[::2], ends[1::2], strict=True)]
    return [part for part in parts if part.text.strip()]


_MARKED = re.compile(rf"[ 　]*{_MARK}")
_WHO = re.compile(rf"[ 　]*{_MARK}[^：:、。（）() 　]{{2,40}}[ 　]*")


def _whole_lines(text: Passage) -> list[Passage]:
    """The lines of a cell; what ends with 、 goes on in the next, as does 1 甲署 above items."""
    found: list[Passage] = []
    for line in text.lines():
        if found and found[-1].text.rstrip().endswith(("、", "，")):
            found[-1] = joined([found[-1], line], "")
        elif found and _WHO.fullmatch(found[-1].text) and not _MARKED.match(line.text):
            found[-1] = joined([found[-1], line], "　")
        else:
            found.append(line)
    return found


def items(builder: Builder, text: Passage, written: Sequence[str]) -> Passage:
    """The items of a bracket or line, without the words around them; empty if they are none.

    Two of them, and half of all, must be items of the file, whose lists are `written`.
    """
    if closes(text.text) and text.text.rstrip()[-1:] in (")", "）"):
        text = text.part(0, len(text.text.rstrip()) - 1)  # of the bracket that was opened before
    how = _HOW.search(text.text)
    text = text.part(0, how.start()) if how else text
    told = _TOLD.search(text.text)
    text = text.part(*told.span("items")) if told else text
    lead, tail = _LEAD.match(text.text), _TAIL.search(text.text)
    start, end = lead.end() if lead else 0, tail.start() if tail else len(text.text)
    if lead and lead["label"] and not _of_items(lead["label"]):
        start = 0
    inside = text.part(start, max(start, end))
    if by_number.items(builder, text, written):
        return text
    if by_number.items(builder, inside, written):  # 見守りのため、①及び②を渡す。
        return inside
    pieces = [tidy(each) for each in statements.parts(inside.text)]
    lists = [each for each in builder.list_of("lists") if each["id"] in written]
    entries = [entry for each in lists for entry in each["entries"] if entry.get("item")]
    named = [
        piece
        for piece in pieces
        if builder.find_item(piece)
        or (told_items.is_name(piece) and told_items.listed(builder, entries, piece))
    ]
    known = [piece for piece in pieces if piece in named or alike.held(piece, entries)]
    if not named:
        return Passage()  # 甲社（検針及び収納）: work, though 検針値 is an item
    return inside if len(known) >= _FEWEST and 2 * len(known) >= len(pieces) else Passage()


# 保険への加入のため。項目は、氏名及び年齢: what it is for stands in front, or behind
_TOLD = re.compile(
    r"(?:^|[。、])[^。、（）()は：:]{0,14}(?:項目|情報|内容)(?:は、?|[：:])[ 　]*"
    r"(?P<items>[^。]{2,})"
)


def _of_items(label: str) -> bool:
    return labels.exact(label).endswith("_items") or bool(_CONTENT.fullmatch(key(label)))


_CONTENT = re.compile(r"(?:提供|送付|送信|報告|通知)?の?(?:内容|項目|情報|内訳|データ)")
