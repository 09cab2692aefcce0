"""Rows and small tables about partners, made rows of a label and the names beside it.

委託先 | 再委託先 | 業務 above one row a contract, 委託先 | 名称 | 甲社 with the next tier below it,
委託先 | 甲社 | 総括: what is no name is said of the name in front of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from nagarezu.importing.fields.reentrusted import FIRM
from nagarezu.importing.form import labels
from nagarezu.importing.form.agenda.inner import bracketed
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import key, without_brackets

_NAME = re.compile(
    r"(?:(?:事業者|法人|会社|業者|団体|商号|企業)(?:の)?)?(?:名称?|商号|商号又は名称|名称又は商号)"
)
_SAID = re.compile(  # what a table tells of a partner beside its name
    r"(?:担当|委託|再委託|取扱|受託|実施)?(?:する)?(?:業務|事務|作業|役割|内容)(?:の)?(?:内容|範囲|概要)?"
    r"|役割|担当|分担|所在地?|住所|本社所在地|代表者(?:名|氏名)?|電話(?:番号)?|備考|摘要|区分|種別"
    r"|番号|no|項番|認証(?:等|の?取得(?:状況)?)?|資格|選定(?:の)?(?:方法|理由)"
)
_GROUP = re.compile(
    r"事業者(?:等|の体制)?|(?:契約の?)?相手方|体制|実施体制|(?:委託|受託)(?:先|者)等"
)
_NOBODY = re.compile(r"[-－ー―—–／/]|なし|無し?|該当なし|行わない|しない")
_NOTE = 40  # characters of what is said of a partner in a cell of its own
_FEWEST = 2
_ROWS = 12  # of one such group


def apart(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows; those about partners as a label with the names of its tier, one row a tier."""
    at = 0
    while at < len(rows):
        found, used = _columned(rows, at)
        if not used:
            found, used = _beside(rows, at)
        yield from found or rows[at : at + 1]
        at += used or 1


@dataclass
class _Tiers:
    """The names of each tier, by the field of its label, below the label as it is printed."""

    labels: dict[str, Passage] = field(default_factory=dict)
    names: dict[str, list[Passage]] = field(default_factory=dict)

    def add(self, label: Passage, name: Passage) -> None:
        field = _tier(label)
        self.labels.setdefault(field, label)
        held = self.names.setdefault(field, [])
        if key(name.text) not in [key(each.text) for each in held]:
            held.append(name)

    def note(self, label: Passage, note: Passage) -> None:
        held = self.names[_tier(label)]
        held[-1] = joined([held[-1], bracketed(note, "（", "）")], "")

    def rows(self, like: Row) -> list[Row]:
        return [
            replace(like, cells=(self.labels[each], joined(self.names[each])))
            for each in sorted(self.names, key=lambda each: each.startswith("reentrust"))
        ]


def _tier(cell: Passage) -> str:
    """The field of a cell that is the label of partners; empty for any other."""
    if not cell or len(cell.text) > _NOTE or _NAME.fullmatch(key(cell.text)):
        return ""
    label = labels.find("agenda", cell.text)
    known = label is not None and label.rule != "label_look_alike"
    return label.field if known and label is not None and label.field.endswith("_partner") else ""


def _names(cell: Passage) -> bool:
    """A cell of one firm's name, with what a bracket says of it."""
    plain = key(without_brackets(cell.text))
    found = FIRM.search(plain)
    return found is not None and len(plain) <= _NOTE and not {"。", "、"} & set(plain)


def _said(cell: Passage) -> bool:
    plain = key(without_brackets(cell.text))
    return bool(_SAID.fullmatch(plain) or _NAME.fullmatch(plain))


def _columned(rows: Sequence[Row], at: int) -> tuple[list[Row], int]:
    """委託先 | 再委託先 | 業務 and the rows below it; the table may stand beside a label."""
    head = rows[at]
    aside = 0
    if not head.grid or len(head.filled) < _FEWEST:
        return [], 0
    if _tier(head.cells[0]) or _GROUP.fullmatch(key(head.cells[0].text)):
        aside = int(len(head.filled) > _FEWEST and len(head.cells) > _FEWEST)
        aside = aside if any(map(_tier, head.cells[1:])) else 0
    for skip in dict.fromkeys((0, aside)):
        found, used = _below(rows, at, skip)
        if used:
            return found, used
    return [], 0


def _below(rows: Sequence[Row], at: int, skip: int) -> tuple[list[Row], int]:
    head = rows[at]
    heads = [cell for cell in head.cells[skip:] if cell]
    columns = [n for n in range(skip, len(head.cells)) if _tier(head.cells[n])]
    if not columns or len(heads) < _FEWEST or not all(_tier(c) or _said(c) for c in heads):
        return [], 0
    tiers, used = _Tiers(), 1
    for row in rows[at + 1 : at + _ROWS]:
        if row.grid != head.grid or len(row.cells) != len(head.cells):
            break
        if any(map(_tier, row.cells)) or (skip and row.cells[0]):
            break
        cells = [(head.cells[n], row.cells[n]) for n in columns if row.cells[n]]
        named = [(label, cell) for label, cell in cells if _names(cell)]
        others = [cell for label, cell in cells if not _names(cell)]
        if not named or not all(_NOBODY.fullmatch(key(cell.text)) for cell in others):
            break
        for label, cell in named:
            tiers.add(label, cell)
        used += 1
    return (tiers.rows(head), used) if used > 1 else ([], 0)


def _beside(rows: Sequence[Row], at: int) -> tuple[list[Row], int]:
    """委託先 | 甲社 | 総括, 委託先 | 名称 | 甲社 above 再委託先 | 乙社: names among other cells."""
    first = rows[at]
    group = bool(first.cells[0]) and bool(_GROUP.fullmatch(key(first.cells[0].text)))
    if not first.grid or not (group or _tier(first.cells[0])) or len(first.filled) <= _FEWEST:
        return [], 0
    tiers, used, label = _Tiers(), 0, Passage()
    for row in rows[at : at + _ROWS]:
        begins = bool(row.cells[0]) and bool(used)
        again = group and key(row.cells[0].text) == key(first.cells[0].text)
        if row.grid != first.grid or (begins and not again):
            break
        cells = row.filled[1:] if group and row.cells[0] else row.filled
        read = _row(tiers, cells, label)
        if read is None:
            break
        label, used = read, used + 1
    return (tiers.rows(first), used) if tiers.names else ([], 0)


def _row(tiers: _Tiers, cells: Sequence[Passage], label: Passage) -> Passage | None:
    """Take in a row; the label that holds behind it, None for a row of other things."""
    told: list[tuple[Passage, Passage, bool]] = []
    behind = name = False  # a label whose value comes next; a name in this row
    for cell in cells:
        if _tier(cell):
            label, behind, name = cell, False, False
        elif _said(cell):
            behind = not _NAME.fullmatch(key(cell.text))
        elif behind:
            behind = False  # 所在地 | 若葉市港町
        elif label and _names(cell):
            told.append((label, cell, True))
            name = True
        elif name and len(cell.text) <= _NOTE and "。" not in cell.text:
            told.append((label, cell, False))
        else:
            return None
    for whose, cell, is_name in told:
        (tiers.add if is_name else tiers.note)(whose, cell)
    return label or None
