"""Rows of a table that are each of one party: 相手方 | 区分 | 項目 | 再委託."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.form.prose.cells import cell_at, filled_down, one_line
from nagarezu.importing.form.prose.topics import relation_of
from nagarezu.importing.form.prose.tree import label_node
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import bracketed, key, tidy

_ROLES = {
    "reentrust": "再委託先",
    "entrust": "委託先",
    "provide": "提供先",
    "link": "結合先",
    "transfer": "移転先",
}
ALL = re.compile(r"^(?:全(?:て(?:の)?)?(?:項目|情報)|同上|上記に?同じ|－|-)?$")  # of the list above
_NONE = re.compile(r"^(?:無し?|なし|しない|行わない|[-－ー―])")


def lists_of(
    head: Row, body: Sequence[Row], columns: Sequence[str], by: int, at: int
) -> list[Node]:
    """A list in each row, of the partner or system that the row names."""
    lists, names = [], []
    again = next((n for n, cell in enumerate(head.cells) if key(cell.text) == "再委託"), -1)
    for number, (row, who) in enumerate(zip(body, filled_down(body, by), strict=True), 1):
        if not cell_at(row, at) or not who:
            continue
        if not ALL.match(tidy(cell_at(row, at).text)):
            lists.append(label_node(one_line(who), cell_at(row, at), number))
        role = role_of(row, columns) or one_line(cell_at(head, by))
        names.append(Node("label", "", number, joined([role, who])))
        if further := _again(cell_at(row, again), who):
            names.append(Node("label", "", number, joined([Passage("再委託先"), further])))
    made = [Node("table:items", "", 1, Passage(), lists)] if lists else []
    if columns[by] == "partner":
        made.append(Node("table:partner", "", 2, one_line(cell_at(head, by)), names))
    return made


_ARROW = re.compile(r"(?P<giver>[^→⇒、。]{1,20})[→⇒](?P<taker>[^→⇒、。]{1,20})")
_SENT = re.compile(  # 移転（子ども未来課へ）
    r"(?P<act>[^()、。]{2,6})\((?P<who>[^()、。]{1,20}?)(?:へ|に|あて|宛て?)\)"
)
_TO = re.compile(
    r"(?P<who>[^()、。]{1,20}?)(?:へ|あて|宛て?)(?:の?(?P<act>[一-龥]{2}))?(?:\([^()]*\))?"
)
_KEPT = re.compile(
    r"[^()、。]{2,24}(?:に|で|へ|から)(?:記録|登録|保存|保管|管理|保有|蓄積|入力|提供|送信|移転|取得|受信)"
)


def is_toward(cell: Passage) -> bool:
    """市→受託者: from whom to whom something goes."""
    return bool(_ARROW.fullmatch(key(cell.text)))


def list_head(sort: Passage, toward: Passage) -> Passage:
    """What heads the list of rows of one sort: 甲課に移転する項目 for 移転（甲課へ）.

    Where the sort says nothing of the kind, by the direction beside it.
    """
    plain = key(sort.text)
    if (sent := _SENT.fullmatch(plain)) and relation_of(sent["act"]):
        return _headed(f"{sent['who']}に{sent['act']}する項目", sort)
    if to := _TO.fullmatch(plain):
        act = to["act"] if to["act"] and relation_of(to["act"]) else ""
        return _headed(f"{to['who']}に{act}する項目" if act else f"{to['who']}に渡す項目", sort)
    if _KEPT.fullmatch(plain):
        return _headed(f"{plain}する項目", sort)
    arrow = _ARROW.fullmatch(key(toward.text)) or _ARROW.fullmatch(plain)
    if arrow:
        told = f"{arrow['giver']}から{arrow['taker']}に渡す項目"
        return _headed(told, toward or sort)
    return sort


def _headed(words: str, cell: Passage) -> Passage:
    return Passage(words, (0,), cell.spots[:1])


def role_of(row: Row, columns: Sequence[str]) -> Passage:
    """業務委託 in a column of sorts, or 再委託先 alone in a cell, says what its row is."""
    for index, kind in enumerate(columns):
        cell = cell_at(row, index)
        alone = kind != "partner" and cell.text.strip() in _ROLES.values()
        role = _ROLES.get(relation_of(cell.text), "") if kind == "group" or alone else ""
        if role:
            return Passage(role, (0,), cell.spots[:1])
    return Passage()


def _again(cell: Passage, who: Passage) -> Passage:
    """有（甲社）: a sentence that says who entrusts whom again."""
    text = tidy(cell.text)
    named = next(iter(bracketed(text)), "") if text else ""
    if not named or _NONE.match(text):
        return Passage()
    first = compiled("[、，,]").split(named)[0]
    told = f"{tidy(who.text)}から{first}に再委託する。"
    return Passage(told, (0,), cell.spots[:1])
