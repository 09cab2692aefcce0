"""Item lists: numbered or in a sentence, nested, optional, open, added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from nagarezu.importing.fields import inner_marks
from nagarezu.importing.fields.item_entry import (
    GIVEN,
    Entry,
    ItemList,
    bare,
    entry,
    inner,
    role,
    several,
)
from nagarezu.importing.numbering import Node, outline
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import outside_brackets, tidy, without_brackets

__all__ = ["Entry", "ItemList", "chosen", "entry", "of_node", "read", "role"]

_ADDS = re.compile(
    r"「(?P<item>[^「」]{1,40})」(?P<more>(?:(?:及び|、|と|並びに)「[^「」]{1,40}」)*)(?:の項目|の情報項目)?を(?:新たに)?追加"
)
# 連絡先：電話番号、住所 and 【連絡先】電話番号、住所, but not 電話番号：任意 or 【任意】電話番号
_HEADED = re.compile(
    rf"^(?:(?P<head>[^、，：:（）()「」]{{1,24}})[：:](?!{GIVEN}$)"
    rf"|【(?!{GIVEN}】)(?P<title>[^【】]{{1,24}})】[ 　]*)(?P<rest>.+)$"
)
_ALL_QUOTED = re.compile(r"(?:「[^「」]{1,40}」[、，・ 　]?){2,}")
_QUOTED = re.compile(r"「([^「」]{1,40})」")
_POINTS_AWAY = re.compile(
    r"(?:のとおり|に記載|を参照|参照|と同じ|に同じ|と同様|と同一|^同上)(?:である)?[。)]?$"
    r"|^(?:別[表紙添記]|資料|様式|一覧表?)[^、ぁ-ん]{0,8}に(?:掲げ|示|定め|記載し?)(?:する|す|る|た)?の?"
    r"(?:全ての)?(?:情報|個人情報)?(?:の?項目|事項|もの|とおり)[。]?$"
    r"|^(?:別[表紙添記]|資料|様式)[^、ぁ-ん]{0,8}(?:の(?:情報)?項目)?のうち[^。]{1,40}[。]?$"
    r"|^(?:別[表紙添記]|資料|様式)[^、ぁ-ん]{0,8}の(?:全て|すべて|各|全)の?(?:情報)?項目[。]?$"
    # 資料3の「業務委託」の列に○のあるもの: a column of marks there says which
    r"|^(?:別[表紙添記]|資料|様式|一覧表?)[^、。ぁ-ん]{0,8}[のでに]、?[^。]{0,30}(?:[列欄印○◯〇●レ✓]|チェック)"
    r"[^。]{0,20}(?:もの|項目|事項|情報)(?:である|とする)?[。]?$"
)
_AND = re.compile(
    r"(?:及び|並びに|又は|若しくは|および|ならびに|または)"
    r"(?=[^、，,（(]{1,40}(?:[(（][^()（）]*[)）])?$)"
)
_FRAME = re.compile(r"(?:従来|既存|現行|次|以下)の(?:情報)?項目|の情報項目|の各?項目")

_LEAD_IN = re.compile(
    r"(?:次|以下|下記|上記|左記)[^、]{0,20}(?:もの|項目|とおり)(?:とする|である)?[。:：]?$"
)


_SIGN = r"(?:[①-⑳]|[(（]?[0-9０-９ア-ン]{1,2}[)）]?)"
# 上記電算処理の2の①から⑬までの項目のうち、⑩及び⑪を除いたもの
_BY_MARKS = re.compile(
    rf"[^。、①-⑳]{{0,24}}?{_SIGN}から{_SIGN}まで(?:の(?:各|情報)?項目)?"
    r"(?:のうち、?[^。]{1,40}(?:もの|項目)|(?:と同じ|に同じ|のとおり))(?:とする)?。?"
)


_TWO = 2  # parts of a value that points away: 1 個人の範囲 …, 2 項目 別紙のとおり


def read(passage: Passage) -> ItemList:
    """The items of a passage. Text that only points to another paper gives an open list."""
    result = ItemList()
    if _BY_MARKS.fullmatch(tidy(passage.text)):
        result.is_open, result.open_word = True, "のとおり"
        return result
    if _DOTTED.fullmatch(passage.text):
        passage = replace(passage, text=passage.text.replace("・", "、"))
    before, nodes = outline(passage)
    if not nodes and (marked := _kana_row(passage.text)):
        made = (entry(passage, result, part) for part in marked)
        result.entries = [each for each in made if each is not None]
    elif len(nodes) > _TWO or (nodes and not _points_away_only(passage.text)):
        if _HEAD_ALONE.search(before.text):
            nodes = _without_heads(nodes)
        for node in nodes:
            result.entries.extend(of_node(node, result, len(nodes)))
        if before and _is_items(before.text):
            result.entries[:0] = _of_text(before, result)
    else:
        result.entries = _of_text(passage, result)
    return result


# 氏名　・　住所　・　性別: dots with blanks around them part items, and are no marks
_DOTTED = re.compile(r"[^\s、。・:：①-⑳][^\n、。・:：①-⑳]*(?:[ 　]・[ 　][^\n、。・:：①-⑳]+)+")


def _kana_row(text: str) -> list[str]:
    """ア氏名　イ住所: marks without a blank behind them."""
    row = compiled(r"[ 　]*[アイ][一-龥]").match(text)
    return inner_marks.parted(text.replace("\n", " ")) if row else []


_HEAD_ALONE = re.compile(r"(?:^|\n)[ 　]*[(（〈＜][^()（）〈〉＜＞。\n]{1,20}[)）〉＞][ 　]*$")

_NOTE = re.compile("任意|必須|希望|該当|追加|新規|新設|変更|削除|再掲|に限る|場合")  # of one item


def _without_heads(nodes: Sequence[Node]) -> list[Node]:
    """④ 健康状態 / （保護者） / ⑤ 氏名: as one in brackets heads the first, a line heads others."""
    found = []
    for at, node in enumerate(nodes):
        head = _HEAD_ALONE.search(node.passage.text) if at + 1 < len(nodes) else None
        if head and head.start() and not node.children and not _NOTE.search(head.group()):
            node = replace(node, passage=node.passage.part(0, head.start()))
        found.append(node)
    return found


def chosen(passages: Iterable[Passage]) -> ItemList:
    """The items of options that bear a mark. A form prints the main ones, so there may be more."""
    result = ItemList(is_open=True, open_word="主な")
    for passage in passages:
        result.entries.extend(_of_text(passage, result))
    return result


def _is_items(text: str) -> bool:
    return "、" in text and not compiled(r"[。]|のとおり|以下").search(text)


def _points_away_only(text: str) -> bool:
    return bool(_POINTS_AWAY.search(tidy(text))) and "、" not in text and len(text) < 60


def of_node(node: Node, result: ItemList, siblings: int = 1) -> list[Entry]:
    """The entries of a numbered line. Among others a number counts one item, commas or not."""
    passage = _without_remark(node.passage)
    text = tidy(passage.text)
    if not text:
        return []
    if not node.children and not _wrapped(text):
        group = _headed_lines(passage, result)
        if group is not None:
            group.number = max(node.value, 0)
            return [group]
        if _HEADED.match(text) or _is_row(text, node, siblings):
            return _of_text(passage, result)
    made = bare(passage, result)
    if made is None:
        return []
    made.number, made.head = max(node.value, 0), node.group
    for child in node.children:
        made.children.extend(of_node(child, result, len(node.children)))
    if not made.children:
        made.children = inner(made, passage, result)
    return [made]


_REMARK = re.compile(
    r"\n[ \u3000]*(?:この(?:うち|中)|これら|なお|ただし|また、|上記|以上|うち、?|※)"
    r"[^\n][\s\S]*。[ \u3000]*$"
    r"|\n[ \u3000]*[(（][^()（）]{4,}。[)）][ \u3000]*$"
    r"|[\n \u3000]+[(（][^()（）]{2,30}?[はも]、?[^()（）]{2,60}"
    r"(?:のとおり|参照|による|[るた]もの|に限る)。?[)）][ \u3000]*$"
    r"|\n[^\n。]{1,30}(?:は|には|が)、[\s\S]*(?:である|とする|する|ない|いる)。[ \u3000]*$"
    r"|\n[^\n、。]{2,30}(?:は|も|を)[^\n]{2,}(?:する|ない)。[ \u3000]*$"
    r"|\n[^\n。]{2,40}は、?[^\n。]{2,30}(?:のとおり|を?参照|による)(?:とする|である)?。?[ \u3000]*$"
)


def _without_remark(passage: Passage) -> Passage:
    """An item without the sentence on the lines below it: ⑦額 / このうち…は①に限る。"""
    remark = _REMARK.search(passage.text)
    return passage.part(0, remark.start()) if remark else passage


def _is_row(text: str, node: Node, siblings: int) -> bool:
    """Several items behind one mark: a bullet, the only number, or plain items in a row.

    ⑦欠席、早退等の連絡の内容 is one item, for it is counted as one.
    """
    parts = [part.strip() for part in outside_brackets(text, "、，") if part.strip()]
    if len(parts) < 2:
        return False
    known = sum(tidy(part) in rules("items")["plain"] for part in parts)
    return node.kind == "bullet" or siblings < 2 or (len(parts) >= 3 and known >= 2)


_HEAD_LINE = re.compile(r"^(?P<head>[^、，()（）\s]{2,24})[ 　]*\n(?P<rest>.+)$", re.DOTALL)


def _headed_lines(passage: Passage, result: ItemList) -> Entry | None:
    """世帯に関する項目, and on the next lines what belongs to it: a group."""
    match = _HEAD_LINE.match(passage.text)
    if not match or len([part for part in outside_brackets(match["rest"], "、，") if part]) < 2:
        return None
    group = Entry(tidy(match["head"]), passage, match["head"], "headed_group")
    group.children = _split(tidy(match["rest"]), passage, result)
    return group if len(group.children) > 1 else None


def _wrapped(text: str) -> bool:
    """Everything is one name with brackets: 4情報（氏名、住所）."""
    return len(outside_brackets(text, "、，")) < 2 and not _HEADED.match(text)


_LINES = 4  # without commas: one below another
_TAKES = re.compile("。|追加|のとおり|参照|[：:]")


def _of_text(passage: Passage, result: ItemList) -> list[Entry]:
    """氏名、住所などの従来の情報項目に「旧氏」を追加する。 · 氏名・住所 · lines"""
    entries: list[Entry] = []
    lines = passage.lines()
    if columns := _in_columns(lines) or _in_row(lines):
        found = (entry(place, result, place.text) for place in columns)
        return [each for each in found if each is not None]
    by_line = len(lines) >= _LINES and not any(several(tidy(line.text)) for line in lines)
    for line in lines:
        text = tidy(line.text)
        if not text or text.startswith("※") or _LEAD_IN.search(text):
            continue
        if by_line and _AND.search(text) and not _TAKES.search(text):
            made = entry(line, result, text)  # 住所又は居所
            entries.extend([made] if made is not None else [])
            continue
        added = _ADDS.search(text)
        head = text[: added.start()] if added else text
        head = outside_brackets(head, "。")[0]
        if _POINTS_AWAY.search(head) and not several(head):
            result.is_open = True
            result.open_word = result.open_word or "のとおり"
        elif head:
            headed = _HEADED.match(head)
            if headed:
                title = headed["head"] or headed["title"]
                group = Entry(tidy(title), line, title, "headed_group")
                rest = "、".join(inner_marks.parted(headed["rest"])) or headed["rest"]
                group.children = _split(rest, line, result)
                entries.extend([group] if group.children else [])
            else:
                entries.extend(_split(head, line, result))
        if added:
            for name in _QUOTED.findall(added.group()):
                entries.append(Entry(name, line, name, "added_by_sentence", added=True))
    return entries


_COLUMNS = re.compile(r"[^ 　]+(?:[ 　][^ 　]+)*")  # what a gap of two blanks or more parts
_THREE = 3  # columns; of two, the second may say something of the first


def _in_columns(lines: Sequence[Passage]) -> list[Passage]:
    """番号　　　学年　　　正誤 on lines of their own: short names that gaps part."""
    rows = [[line.part(*each.span()) for each in _COLUMNS.finditer(line.text)] for line in lines]
    if len(rows) < 2 or max(map(len, rows)) < _THREE or min(map(len, rows)) < 2:
        return []
    cells = [cell for row in rows for cell in row]
    short = all(2 <= len(cell.text) <= 16 and not _STOP.search(cell.text) for cell in cells)
    return cells if short else []


def _in_row(lines: Sequence[Passage]) -> list[Passage]:
    """氏名　住所　電話番号: names on one line that blanks part, most of them known items."""
    cells = [line.part(*each.span()) for line in lines for each in _WORDS.finditer(line.text)]
    known = sum(tidy(cell.text) in rules("items")["plain"] for cell in cells)
    short = all(2 <= len(cell.text) <= 16 and not _STOP.search(cell.text) for cell in cells)
    enough = len(lines) == 1 and len(cells) >= _THREE and known * 2 >= len(cells)
    return cells if short and enough else []


_WORDS = re.compile(r"[^ 　]+")
_STOP = re.compile("[、。，：:()（）]")


def _split(text: str, line: Passage, result: ItemList) -> list[Entry]:
    if _ALL_QUOTED.fullmatch(text):
        text = "、".join(_QUOTED.findall(text))
    text = compiled(r"[(（][^()（）]*(?:のとおり|参照)[)）]").sub("", text).strip(" 。")
    opened = compiled(r"(?:など|等)の?(?:" + _FRAME.pattern + r")?[にを]?$").search(text)
    if opened:
        text = text[: opened.start()]
        result.is_open, result.open_word = True, "など" if "など" in opened.group() else "等"
    else:
        text = compiled(r"(?:" + _FRAME.pattern + r")[にを]?$").sub("", text)
    entries: list[Entry] = []
    parts = _by_commas(text)
    for number, part in enumerate(parts, 1):
        last = number == len(parts)  # 氏名及び住所、電話番号: only the last two are joined by 及び
        pieces = _AND.split(part) if without_brackets(part) else [part]
        ends = len(parts) >= _THREE and _ends_list(part)
        for piece in pieces if last and (_joined_by_and(part) or ends) else [part]:
            made = bare(line, result, piece)
            if made is not None:
                made.children = inner(made, line, result)
                entries.append(made)
    return entries


def _by_commas(text: str) -> list[str]:
    """By commas; by ・ only where each part is a known item by itself (trap 9)."""
    parts = outside_brackets(text, "、，,;；／/")
    dotted = outside_brackets(text, "・")
    known = rules("items")["plain"]
    if len(parts) == 1 and len(dotted) > 1 and all(tidy(part) in known for part in dotted):
        return dotted
    return parts


# 出席の状況及び理由: of the same thing
_OF_IT = re.compile(
    r"理由|内容|有無|結果|期[間限日]|方法|程度|種[類別]|区分|時[期間]|回数|状況|年月日|金?額|名称|所在地?|場所|範囲|目的|経過|番号"
    r"|部位|数量?|日[時付]?|その.*"
)


def _ends_list(part: str) -> bool:
    """氏名、住所、子の生年月日及び予約日時: 及び in front of the last of a row of names."""
    pieces = _AND.split(without_brackets(part))
    if len(pieces) != 2 or "の" in pieces[1] or _OF_IT.fullmatch(pieces[1].strip()):
        return False
    return all(2 < len(piece.strip()) <= 12 for piece in pieces)


def _joined_by_and(part: str) -> bool:
    """氏名及び住所 are two, as are 図面の有無及び支援の要否; 入院及び通院の記録 is one.

    What follows must be short and plain, or both are whole phrases of their own.
    """
    pieces = _AND.split(without_brackets(part))
    if len(pieces) == 2 and all(
        compiled(r".の.").search(p) and len(p.strip()) <= 16 for p in pieces
    ):
        return True
    if len(pieces) != 2 or not all(0 < len(piece.strip()) <= 12 for piece in pieces):
        return False
    return "の" not in part or pieces[1].strip() in rules("items")["plain"]
