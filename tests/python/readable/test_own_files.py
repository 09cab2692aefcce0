"""Our own data files keep the rules: all real cases, and labels that try everything."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from books import broken, statuses

from nagarezu.case import Case, load_many
from nagarezu.readable import RULES, check
from nagarezu.readable.dataset import Dataset, Origin, dataset
from nagarezu.readable.folder import data_csv, write_folder
from nagarezu.readable.origins import of_cases
from nagarezu.readable.tidy import Tidy
from nagarezu.readable.workbook import data_workbook
from nagarezu.tables import from_core, table_names

ROOT = Path(__file__).parents[3]
LISTED_IN_CONTRACT = ("several_values",)  # what the columns of the contract hold by their nature


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return load_many(sorted((ROOT / "data" / "cases").glob("*.json")))


@pytest.fixture(scope="module")
def workbook(cases: list[Case]) -> bytes:
    return data_workbook(of_cases(cases))


def test_the_workbook_of_all_cases_keeps_every_rule(workbook: bytes, tmp_path: Path) -> None:
    path, before = tmp_path / "all.xlsx", tmp_path / "before.xlsx"
    path.write_bytes(workbook)
    before.write_bytes(workbook)
    outcome = check(path, against=before)
    assert broken(outcome) == {}
    assert set(statuses(outcome).values()) == {"ok", "partly_ok", "not_applicable"}
    assert len(outcome.rules) == len(RULES) == 30


def test_every_csv_of_all_cases_keeps_every_rule(cases: list[Case], tmp_path: Path) -> None:
    write_folder(of_cases(cases), tmp_path)
    paths = sorted(tmp_path.iterdir())
    assert {path.suffix for path in paths} == {".csv"}
    assert {path.stem for path in paths} >= {*table_names(), "legend", "codes", "source"}
    for path in paths:
        outcome = check(path)
        assert broken(outcome) == {}, path.name
        assert {"L1-14", "L1-15"} <= {r for r, s in statuses(outcome).items() if "ok" in s}


@pytest.mark.parametrize("name", table_names())
def test_a_table_in_the_columns_of_the_contract_breaks_no_rule_for_certain(
    name: str, cases: list[Case], tmp_path: Path
) -> None:
    path = tmp_path / f"{name}.xlsx"
    path.write_bytes(data_workbook(of_cases(cases, [name], long=False)))
    outcome = check(path)
    assert not outcome.broken
    assert {code for codes in broken(outcome).values() for code in codes} <= {*LISTED_IN_CONTRACT}
    sheet = openpyxl.load_workbook(path)[name]
    columns = [cell.value for cell in sheet[1]]
    listed = of_cases(cases, [name], long=False).sources[0]
    assert [c for c in columns if c not in ("area_code", "municipality")] == [
        c.name for c in listed.columns if c.name != "municipality"
    ]
    assert sheet.max_row == len(listed.rows) + 1


def test_the_workbook_is_plain(workbook: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    names = [table for sheet in book for table in sheet.tables]
    assert len(names) == len(set(names))
    for sheet in book:
        header = [cell.value for cell in sheet[1]]
        assert all(isinstance(name, str) and name.isascii() for name in header), sheet.title
        assert len(set(header)) == len(header)
        assert not sheet.merged_cells.ranges
        assert len(sheet.tables) <= 1
        looks = {(c.font.b, c.fill.patternType) for row in sheet.iter_rows() for c in row}
        assert looks <= {(False, None)}
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8")
            assert "<f>" not in text
            assert "<hyperlink" not in text


def test_blank_is_not_zero_and_both_are_kept(cases: list[Case]) -> None:
    data = of_cases(cases, ["recipients"])
    table = data.tables[0]
    at = [column.name for column in table.columns].index("items_upper")
    values = [row[at] for row in table.rows]
    assert None in values
    assert all(value is None or isinstance(value, int) for value in values)
    content = data_csv(data)["recipients.csv"].decode("utf-8-sig")
    written = [record["items_upper"] for record in csv.DictReader(io.StringIO(content))]
    assert written == ["" if value is None else str(value) for value in values]


def test_a_list_gives_each_value_a_record_of_its_own(cases: list[Case]) -> None:
    files = data_csv(of_cases(cases, ["flows"]))
    text = files["flows_to.csv"].decode("utf-8-sig")
    records = list(csv.DictReader(io.StringIO(text)))
    flows = [row for case in cases for row in case.table("flows")]
    expected = [(row["case"], to) for row in flows for to in str(row["to"] or "").split()]
    assert [(record["case"], record["to"]) for record in records] == expected
    stated = list(csv.DictReader(io.StringIO(files["flows_categories.csv"].decode("utf-8-sig"))))
    assert len(stated) == 7 * len(flows)
    assert {record["stated"] for record in stated} == {"true", "false"}


def test_a_wide_table_becomes_long(cases: list[Case]) -> None:
    (table,) = of_cases(cases, ["item_recipient"]).tables
    assert [column.name for column in table.columns] == [
        *("case", "area_code", "municipality", "item", "label", "holder", "reach"),
    ]
    cells = sum(
        value is not None
        for case in cases
        for row in case.table("item_recipient")
        for name, value in row.items()
        if name not in ("case", "item", "label")
    )
    assert len(table.rows) == cells


def test_the_same_data_give_the_same_bytes(cases: list[Case], workbook: bytes) -> None:
    assert data_workbook(of_cases(cases)) == workbook
    assert data_csv(of_cases(cases)) == data_csv(of_cases(cases))


def test_sheets_stay_when_a_case_has_nothing_for_them(cases: list[Case]) -> None:
    every = {table.name for table in of_cases(cases).tables}
    for case in cases:
        assert {table.name for table in of_cases([case]).tables} == every


def hostile() -> Dataset:
    from frames import frame, names

    kinds = {"holder": "text", "label": "text", "items_lower": "whole", "items_upper": "whole"}
    rows = [("c1", f"h{i}", label, -i, None) for i, label in enumerate(HOSTILE)]
    table = from_core("recipients", "c1", frame(kinds, rows), names=names)
    return dataset([table], {"c1": Origin("13104", "新宿区", "見本", (("000", HOSTILE[0]),))})


HOSTILE = (
    *(
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "＝１＋１",
        "<script>alert(1)</script>",
    ),
    *("abc\u202ecba", "zero\u200bwidth", "bell\x07null\x00", "two\nlines", "氏　　名", "①㈱Ⅳ㎏ｶﾅ"),
    *('comma, "quote"', "令和元年度第3回", "\ue000外字", "😀", "髙橋﨑", "x" * 40_000, "none", "…"),
)


def test_hostile_labels_keep_the_rules(tmp_path: Path) -> None:
    path = tmp_path / "hostile.xlsx"
    path.write_bytes(data_workbook(hostile()))
    questions = {"L1-08": {"rare_character"}}  # 髙 may belong to a name, and here it does
    assert broken(check(path)) == questions
    write_folder(hostile(), tmp_path / "csv")
    assert broken(check(tmp_path / "csv" / "recipients.csv")) == questions
    text = (tmp_path / "csv" / "recipients.csv").read_text("utf-8-sig")
    labels = [record["label"] for record in csv.DictReader(io.StringIO(text))]
    assert len(labels) == len(HOSTILE)
    assert not any(label.startswith(tuple("=+-@＝＋－＠\t")) for label in labels)


def test_hostile_labels_are_text_in_the_workbook() -> None:
    book = openpyxl.load_workbook(io.BytesIO(data_workbook(hostile())))
    labels = [row[5].value for row in book["recipients"].iter_rows(min_row=2)]
    assert labels[:3] == ["=cmd|' /C calc'!A0", "+1", "-1"]
    assert {row[5].data_type for row in book["recipients"].iter_rows(min_row=2)} == {"s"}


def test_tidying_says_what_it_replaced() -> None:
    tidy = Tidy()
    assert tidy.text("①　システム\nの名称 ") == "(1) システム の名称"
    assert tidy.text("Ⅲ㈱㎏") == "III(株)kg"
    assert tidy.text("氏　名") == "氏名"
    assert tidy.text("New York") == "New York"
    assert tidy.text("平成26年度第6回") == "平成26（2014）年度第6回"
    assert tidy.text("令和元年") == "令和元（2019）年"
    assert tidy.text("平成26年総務省令第85号") == "平成26年総務省令第85号"
    assert tidy.text("髙") == "髙"
    assert tidy.text("a\u200bb") == "a[U+200B]b"
    assert dict(tidy.replaced) == {
        ("U+2460", "(1)"): 1,
        ("U+2162", "III"): 1,
        ("U+3231", "(株)"): 1,
        ("U+338F", "kg"): 1,
        ("U+200B", "[U+200B]"): 1,
    }
