"""What a data file says of itself: legend, names, codes, symbols, characters, source, history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version

from nagarezu.languages import Text
from nagarezu.opening.view import written
from nagarezu.readable.codelists import TRUTH, codes_of
from nagarezu.readable.dataset import NONE, PER_ROW, PURE, RATIO, DataColumn, Dataset, DataTable
from nagarezu.readable.rules import packaged
from nagarezu.tables.notes import note_text
from nagarezu.tables.table import Row
from nagarezu.tables.words import UNITS, WORDS

_ANY = "any"  # a definition that holds for a column in every table
_NUMERIC = ("whole", "real", "date", "truth")
_BLANK = Text(
    "不詳、上限なし又は記載なし。0は0と書く",
    "unknown, unbounded or not stated; zero is written as 0",
)
_NO_BLANK = Text("空欄なし", "no cell is empty")
_MEANING = Text(
    "資料の記載から到達し得る最大の範囲と、対策の記載の有無を示す。実際の通信量や実施の有無ではない",
    "The largest reach that the stated facts allow, and safeguards as stated; neither actual "
    "traffic nor practice",
)
_MORE_UNITS = {
    RATIO: Text("比率（1が100％）", "ratio (1 is 100 %)"),
    PER_ROW: Text("同じ行のunit列による", "as column unit of the same row says"),
    PURE: Text("単位のない数", "a number without unit"),
}
LAYOUT = "layout-1"  # counts up when a column of the data form is renamed or removed
_HISTORY = ((LAYOUT, Text("最初の様式", "first layout")),)


def documents(data: Dataset, *, encoding: Text, bom: Text) -> Iterator[DataTable]:
    """Yield the tables of documentation. Each keeps the rules itself."""
    history = [(number, text.ja, text.en) for number, text in _HISTORY]
    notes = list(dict.fromkeys(_notes(data)))
    codes = list(_codes(data))
    names = _table("names", Text("IDの名称", "Names of ids"), _names(data))
    others = [
        _table("codes", Text("コード表", "Codes"), codes),
        _table("symbols", Text("記号", "Symbols"), _symbols()),
        _table("characters", Text("置き換えた文字", "Characters replaced"), _replaced(data)),
        _table("notes", Text("注", "Notes"), notes),
        _table("source", Text("出典", "Source"), _source(data, encoding, bom)),
        _table("history", Text("更新履歴", "History"), history),
    ]
    yield names
    yield _table("legend", Text("凡例", "Legend"), _legend([*data.tables, names, *others]))
    yield from others


_COLUMNS: dict[str, tuple[str, ...]] = {
    "names": ("case", "kind", "id", "label"),
    "legend": (
        *("table", "column", "label_ja", "label_en", "type", "unit", "code_list"),
        *("definition_ja", "definition_en", "empty_ja", "empty_en"),
    ),
    "codes": ("code_list", "code", "label_ja", "label_en"),
    "symbols": ("symbol", "meaning_ja", "meaning_en"),
    "characters": ("character", "replacement", "times"),
    "notes": ("case", "table", "note", "text_ja", "text_en"),
    "source": ("key", "case", "value_ja", "value_en"),
    "history": ("version", "change_ja", "change_en"),
}


def _table(name: str, title: Text, rows: Iterable[Row]) -> DataTable:
    columns = tuple(_column(column) for column in _COLUMNS[name])
    return DataTable(name, title, columns, tuple(rows))


def _column(name: str) -> DataColumn:
    if name == "times":
        return DataColumn(name, Text("回数", "Times"), "whole", PURE)
    return DataColumn(name, Text(name, name), "text")


def _names(data: Dataset) -> Iterator[Row]:
    for (case, kind, id_), label in sorted(data.names.items()):
        yield case, kind, id_, label


def _legend(tables: Iterable[DataTable]) -> Iterator[Row]:
    known = {(r["table"], r["column"]): r for r in packaged("columns")}
    for table in tables:
        for column in table.columns:
            found = known.get((table.name, column.name)) or known.get((_ANY, column.name))
            definition = _composed(table, column)
            if found:
                definition = Text(found["definition_ja"], found["definition_en"])
            empty = _BLANK if column.type in _NUMERIC or column.unit else _NO_BLANK
            yield (
                *(table.name, column.name, column.label.ja, column.label.en, column.type),
                *(column.unit or NONE, column.code_list or NONE),
                *(definition.ja, definition.en, empty.ja, empty.en),
            )


def _composed(table: DataTable, column: DataColumn) -> Text:
    """A definition made of what the catalogue knows, for columns that need no more."""
    ja, en = (
        f"表「{table.title.ja}」の{column.label.ja}",
        f"{column.label.en} in “{table.title.en}”",
    )
    if column.code_list:
        return Text(
            f"{ja}。値はコード表{column.code_list}による",
            f"{en}; values as in code list {column.code_list}",
        )
    if column.name.endswith("_lower"):
        return Text(f"{ja}。資料の記載から確実に言える数", f"{en}: certain from what is stated")
    if column.name.endswith("_upper"):
        return Text(
            f"{ja}。資料の記載から否定できない最大の数", f"{en}: the most that is not excluded"
        )
    return Text(ja, en)


def _codes(data: Dataset) -> Iterator[Row]:
    """Every code of the lists in use, and values in use that a list does not have."""
    lists = {c.code_list for t in data.tables for c in t.columns if c.code_list}
    used: dict[str, dict[str, None]] = {name: {} for name in sorted(lists)}
    for table in data.tables:
        for i, column in enumerate(table.columns):
            if column.code_list:
                used[column.code_list] |= {written(row[i]): None for row in table.rows}
    for name, values in used.items():
        words = codes_of(name)
        for code in [*words, *(v for v in values if v not in words and v)]:
            text = words.get(code, _SPECIAL.get(code, Text(code, code)))
            yield name, code, data.tidy.text(text.ja), data.tidy.text(text.en)
    for unit, text in {**UNITS, **_MORE_UNITS}.items():
        if "unit" not in used or unit not in WORDS["unit"]:
            yield "unit", unit, text.ja, text.en


_SPECIAL = {NONE: Text("該当なし又は記載なし", "not applicable, or not stated")}


def _symbols() -> Iterator[Row]:
    yield NONE, _SPECIAL[NONE].ja, _SPECIAL[NONE].en
    yield "true", TRUTH["true"].ja, TRUTH["true"].en
    yield "false", TRUTH["false"].ja, TRUTH["false"].en
    yield (
        "FY2019",
        "2019年4月から2020年3月までの年度（数字は例）",
        "fiscal year April 2019 to March 2020, for example",
    )


def _replaced(data: Dataset) -> Iterator[Row]:
    for (character, plain), times in sorted(data.tidy.replaced.items()):
        yield character, plain, times


def _notes(data: Dataset) -> Iterator[Row]:
    for table in data.sources:
        for note in table.notes:
            ja, en = (note_text(note.code, note.values, lang) for lang in ("ja", "en"))
            tidy = data.tidy.text
            yield note.case, table.name, note.code, tidy(ja), tidy(en)


def _source(data: Dataset, encoding: Text, bom: Text) -> Iterator[Row]:
    yield "title", NONE, "個人情報の流れ図のデータ", "Data on flows of personal data"
    yield "description", NONE, _MEANING.ja, _MEANING.en
    yield "made_by", NONE, f"nagarezu {_version()}", f"nagarezu {_version()}"
    yield "layout_version", NONE, LAYOUT, LAYOUT
    yield "encoding", NONE, encoding.ja, encoding.en
    yield "byte_order_mark", NONE, bom.ja, bom.en
    yield "update_frequency", NONE, "案件の資料を改めたとき", "whenever the file of a case changes"
    for case, origin in data.origins.items():
        title = data.tidy.text(origin.title)
        yield "case_title", case, title, title
        for id_, document in origin.sources:
            name = data.tidy.text(f"{id_}: {document}")
            yield "source", case, name, name


def _version() -> str:
    try:
        return version("nagarezu")
    except PackageNotFoundError:  # pragma: no cover - run from a folder that is not installed
        return NONE
