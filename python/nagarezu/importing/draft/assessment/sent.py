"""Which items of a file go to whom, where a row of an assessment lists them one by one."""

from __future__ import annotations

import re

from nagarezu.importing.draft import lists
from nagarezu.importing.draft.assessment.flows import Flows
from nagarezu.importing.draft.assessment.lists import of_cell
from nagarezu.importing.draft.lists import Listed
from nagarezu.importing.draft.register import by_number
from nagarezu.importing.fields.items import ItemList
from nagarezu.importing.form.assessment.form import Assessment
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, outside_brackets, tidy, without_brackets

_FEWEST = 2  # numbered items; anything less is a class of information and no list
_FEWEST_PLAIN = 3  # items that only commas part: 認定情報、給付情報 are two classes
_CLASS = re.compile(r"関係情報|に関する|に係る|これら|それら|別[添紙表]|項番|項目|。")
_STATED = re.compile(
    r"(?:情報|項目|データ)は、?(?P<items>[^。はを]{4,400}?)(?:の[0-9]{1,2}項目)?(?:である|であり|とする|とし|です)(?=[。、]|$)"
)
_NUMBERED = re.compile(
    r"^[ 　]*(?:[①-⑳⑴-⒇・]|[(（][ア-ン][)）]|[ア-ン](?=[.．、 　])"
    r"|[(（]?[0-9０-９]{1,2}[^0-9０-９年月日割％%])"
)


def write(flows: Flows, sheet: Assessment) -> None:
    """③移転する情報 1 宛名番号 2 課税年度: the flows of its block carry this list.

    地方税関係情報 alone names a class of information: the flow stays open.
    """
    for line in sheet.of("items_sent", "entrust_range"):
        label = compiled(r"^[①-⑳\s]+").sub("", tidy(line.printed.text))
        value = line.value
        if line.label is not None and line.label.field == "entrust_range":
            value = value.part(0, (value.text + "。").index("。"))  # 個人番号は引き渡さない。
        carry(flows, line.block, label, line.printed, value)


_WHOLE = re.compile(r"全(?:て|部|体)|(?:全|すべての|全ての)(?:記録)?項目")
_ONLY_WHOLE = 24  # characters of a cell that says nothing but 別添1の全項目


def carry(
    flows: Flows,
    block: str,
    label: str,
    printed: Passage,
    value: Passage,
    *,
    fewest: int = _FEWEST_PLAIN,
) -> None:
    """Give the flows of a block the list that a cell prints, if it prints one."""
    whole = _without_lead(_without_remark(value))
    value = _told(whole)
    if len(value.text) <= _ONLY_WHOLE and _WHOLE.search(value.text) and flows.written:
        for flow in flows.of_block.get(block, []):
            flow["lists"] = flow.get("lists") or list(flows.written)
            flow.pop("open", None)
        return
    lead = _OF_LIST.match(value.text)
    if len(flows.written) > 1 and by_number.numbers(value.part(lead.end() if lead else 0)):
        return  # 上の2、5及び6: the numbers of one of several lists, and no items
    told = _by_number(flows, value)
    read = told or of_cell(value)
    plain = value is not whole or _NUMBERED.match(value.text) or _is_plain(value.text, fewest)
    listed = told is not None or (len(read.entries) >= _FEWEST and plain)
    if not listed and not _recorded(flows, read):
        return
    _numbered_as_listed(flows, read)
    carriers = flows.of_block.get(block, [])
    holders = [id_ for flow in carriers for id_ in flow["to"]]
    entity = lists.write(
        flows.builder,
        Listed(label, read, value, label_printed=printed),
        flows.matter["id"],
        holders or [flows.builder.own],
        set(),
        lost=False,
        emphasised=frozenset(),
    )
    for flow in carriers:
        flow["lists"] = [*flow.get("lists", []), entity["id"]]
        flow.pop("open", None)


_OF_LIST = re.compile(  # 別添1の1、3及び5, 上記3の①から⑫まで: of which list
    r"^[ 　]*(?:(?:[(（]?別[添紙表][ ]?(?:[0-9０-９]{0,2}|[イロハニホ])[)）]?"
    r"|上記[0-9０-９]{0,2}|[上前](?=の)|[0-9０-９]{1,2}(?=の[0-9０-９ア-ン①-⑳])|記録(?:される)?項目)の?)+(?:うち、?)?"
)


def _by_number(flows: Flows, value: Passage) -> ItemList | None:
    """The items that a cell tells by their numbers in the only list of the file."""
    lead = _OF_LIST.match(value.text)
    text = value.part(lead.end()) if lead else value
    if len(flows.written) != 1 or len(text.text) > _ONLY_NUMBERS:
        return None
    return by_number.items(flows.builder, text, flows.written)


_ONLY_NUMBERS = 60  # characters of a cell that says nothing but numbers
_SOURCE = (
    r"(?:ファイル|台帳|システム|名簿|データベース|サーバー?|書|別[添紙表][ 　]*[0-9０-９]{0,2})"
    r"(?:の(?:記録)?(?:項目|情報|データ|内容|記録))?"
)
_LEAD = re.compile(  # 甲ファイルから抜き出した、氏名、住所: where they are from, and no item
    rf"^[^、。()（）\n]{{0,30}}?{_SOURCE}(?:の?(?:うち|中))?(?:から|より|に|で|が)、?[^、。\n]{{0,8}}?"
    r"(?:取得|抽出|出力|取り出|引き出|抜き出|抜粋|切り出|作成|転記|選|記録|登録|記載|保有|収録|管理)"
    r"[ぁ-ん]{0,5}[ただる](?:(?:次の|以下の)?(?:もの|項目|情報|データ)[。、:：]?)?(?:のうち|である)?"
    r"[、:： 　]*(?=[^、。])"
    rf"|^[^、。()（）\n]{{0,30}}?{_SOURCE}の?(?:うち|中の?)[、:： 　]*(?=[^、。])"
)


# 次の項目を抽出して移転する。 above 1．氏名: a sentence, or ファイルの一部, and below it a list
_SENTENCE_ABOVE = re.compile(
    r"^(?:[^、]*(?:、[^、]*){0,3}[。:：]|[\[［ 　]*[^、。\n]{0,12}ファイルの一部[ 　\]］]*)[ 　]*\n"
    r"(?=[ 　]*[(（]?[1１①ア][^0-9０-９])"
)


def _without_lead(value: Passage) -> Passage:
    lead = _SENTENCE_ABOVE.match(value.text) or _LEAD.match(value.text)
    return value.part(lead.end()) if lead else value


_REMARK = re.compile(r"[ 　\n]*[(（][^()（）]*。[^()（）]*[)）][ 　。]*$")


def _without_remark(value: Passage) -> Passage:
    """氏名、住所（いずれも台帳から抽出する。）: the items without the sentence."""
    remark = _REMARK.search(value.text)
    return value.part(0, remark.start()) if remark and remark.start() else value


def _recorded(flows: Flows, read: ItemList) -> bool:
    """Whether each name is an item that the file records: then it is no class of information."""
    held = {key(label) for label in recorded(flows)}
    return bool(read.entries) and all(key(each.label) in held for each in read.leaves())


def _numbered_as_listed(flows: Flows, read: ItemList) -> None:
    """氏名、住所: names without numbers of their own have those of the list of the file."""
    if any(each.number or each.children for each in read.entries):
        return
    for each in flows.builder.list_of("lists"):
        own = each["entries"] if each["id"] in flows.written else ()
        held = {key(str(entry["label"])): str(entry.get("position", "")) for entry in own}
        found = [held.get(key(entry.label), "") for entry in read.entries]
        if all(number.isdecimal() for number in found):
            for entry, number in zip(read.entries, found, strict=True):
                entry.number = int(number)
            return


def recorded(flows: Flows) -> list[str]:
    """The labels of the items in the lists of the file."""
    found: list[str] = []
    for each in flows.builder.list_of("lists"):
        if each["id"] in flows.written:
            found += [entry["label"] for entry in each["entries"] if not entry.get("group")]
    return found


_AND = re.compile(r"及び|並びに")


def _told(value: Passage) -> Passage:
    """渡す項目は、住所、氏名及び税額である。: the items of the sentence, if names alone."""
    for match in _STATED.finditer(fold(value.text)):
        if _is_plain(_AND.sub("、", match["items"]), _FEWEST):
            return value.part(*match.span("items"))
    return value


def _is_plain(text: str, fewest: int = _FEWEST_PLAIN) -> bool:
    """氏名、住所、滞納額: names of items alone, not of classes of information."""
    parts = [part.strip() for part in outside_brackets(text, "、，,\n")]
    return (
        len(parts) >= fewest
        and not _CLASS.search(without_brackets(text))
        and not all(part.endswith("情報") for part in parts)
    )
