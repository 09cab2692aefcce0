"""What a file says of itself: legend, code tables, symbols, source and history.

Such tables are known by their columns, in the usual Japanese and English words, so that they are
found in anybody's workbook and not only in ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nagarezu.readable.columns import folded
from nagarezu.readable.layout import Frame

# Names that the columns of documentation go by, folded: the key is what we call it.
_ROLES: dict[str, frozenset[str]] = {
    "column": frozenset({
        "column", "field", "variable", "列", "列名", "物理名", "項目", "項目名", "変数", "変数名",
    }),
    "table": frozenset({"table", "sheet", "表", "シート", "シート名", "表名"}),
    "definition": frozenset({
        "definition", "definition_ja", "definition_en", "description", "定義", "説明", "内容",
    }),
    "label": frozenset({"label", "label_ja", "label_en", "論理名", "名称", "ラベル", "表示名"}),
    "unit": frozenset({"unit", "units", "単位"}),
    "type": frozenset({"type", "kind", "型", "データ型", "属性", "種別"}),
    "code_list": frozenset({"code_list", "codelist", "コード表", "コード一覧"}),
    "empty": frozenset({"empty", "empty_ja", "empty_en", "空欄", "空白", "欠損値"}),
    "code": frozenset({"code", "コード", "値", "符号", "選択肢番号"}),
    "meaning": frozenset({
        "meaning", "meaning_ja", "meaning_en", "意味", "内容", "名称", "説明", "label", "label_ja",
        "label_en",
    }),
    "symbol": frozenset({"symbol", "記号", "特殊記号"}),
    "key": frozenset({"key", "property", "項目", "事項"}),
    "value": frozenset({"value", "value_ja", "value_en", "値", "内容", "説明"}),
    "date": frozenset({"date", "version", "日付", "更新日", "年月日", "版"}),
    "change": frozenset({
        "change", "change_ja", "change_en", "変更", "変更内容", "更新内容", "内容",
    }),
}  # fmt: skip

_NOTHING = frozenset({"", "none", "なし", "該当なし", "-", "n/a"})
_STATED: dict[str, str] = {
    "source": r"出典|source|作成|publisher|提供",
    "history": r"更新|履歴|history|updated|version|版",
    "encoding": r"文字コード|encoding|charset|文字集合",
    "bom": r"bom|byte.?order|バイト.?オーダ",
}


@dataclass(slots=True)
class Documentation:
    """Everything stated, by column name where it concerns a column."""

    frames: set[int] = field(default_factory=set)
    legend: bool = False
    columns: set[tuple[str, str]] = field(default_factory=set)
    defined: set[tuple[str, str]] = field(default_factory=set)
    units: set[tuple[str, str]] = field(default_factory=set)
    types: dict[tuple[str, str], str] = field(default_factory=dict)
    empty: set[tuple[str, str]] = field(default_factory=set)
    lists: dict[tuple[str, str], str] = field(default_factory=dict)
    codes: dict[str, set[str]] = field(default_factory=dict)
    symbols: set[str] = field(default_factory=set)
    stated: set[str] = field(default_factory=set)
    changes: str = ""

    def about(self, table: str, column: str, among: set[tuple[str, str]]) -> bool:
        """Tell whether something is said of a column, of this table or of all."""
        return (table, column) in among or ("", column) in among

    def type_of(self, table: str, column: str) -> str:
        return self.types.get((table, column)) or self.types.get(("", column), "")

    def list_of(self, table: str, column: str) -> str:
        return self.lists.get((table, column)) or self.lists.get(("", column), "")

    def documents(self, frame: Frame) -> bool:
        """Tell whether a table is documentation itself."""
        return id(frame) in self.frames


def documentation(frames: list[Frame]) -> Documentation:
    """Collect what the tables of a file say of the file."""
    found = Documentation()
    for frame in frames:
        roles = _roles(frame)
        if {"column", "definition"} <= roles.keys() or {"column", "unit"} <= roles.keys():
            _take_legend(found, frame, roles)
        elif {"symbol", "meaning"} <= roles.keys():
            found.symbols |= set(_values(frame, roles["symbol"]).values())
        elif {"date", "change"} <= roles.keys() and len(frame.columns) <= 6:
            found.stated.add("history")
            found.changes += " ".join(_values(frame, roles["change"]).values())
        elif {"code", "meaning"} <= roles.keys() and roles["code"] != roles["meaning"]:
            _take_codes(found, frame, roles)
        elif {"key", "value"} <= roles.keys() and len(frame.columns) <= 4:
            for key in _values(frame, roles["key"]).values():
                found.stated |= {n for n, p in _STATED.items() if re.search(p, key, re.IGNORECASE)}
        else:
            continue
        found.frames.add(id(frame))
    return found


def _roles(frame: Frame) -> dict[str, int]:
    """The position of the first column for each role. A name may play several."""
    roles: dict[str, int] = {}
    for position, column in enumerate(frame.columns):
        for role, names in _ROLES.items():
            if folded(column.name) in names:
                roles.setdefault(role, position)
    return roles


def _values(frame: Frame, position: int) -> dict[int, str]:
    """Texts of a column by row."""
    return {cell.row: str(cell.value).strip() for cell in frame.columns[position].cells}


def _take_legend(found: Documentation, frame: Frame, roles: dict[str, int]) -> None:
    found.legend = True
    named = _values(frame, roles["column"])
    tables = _values(frame, roles["table"]) if "table" in roles else {}
    label = _values(frame, roles["label"]) if "label" in roles else {}
    texts = {role: _values(frame, roles[role]) for role in roles}
    for row, name in named.items():
        # A legend lists physical names, labels, or both: either stands for the column.
        for key in {(tables.get(row, ""), name), (tables.get(row, ""), label.get(row, name))}:
            found.columns.add(key)
            for role, among in (
                ("definition", found.defined),
                ("unit", found.units),
                ("empty", found.empty),
            ):
                text = texts.get(role, {}).get(row, "")
                if text and (role == "unit" or folded(text) not in _NOTHING):
                    among.add(key)
            if texts.get("type", {}).get(row):
                found.types[key] = texts["type"][row]
            if folded(texts.get("code_list", {}).get(row, "")) not in _NOTHING:
                found.lists[key] = texts["code_list"][row]


def _take_codes(found: Documentation, frame: Frame, roles: dict[str, int]) -> None:
    codes = _values(frame, roles["code"])
    lists = _values(frame, roles["code_list"]) if "code_list" in roles else {}
    for row, code in codes.items():
        found.codes.setdefault(lists.get(row, ""), set()).add(code)
