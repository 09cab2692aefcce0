"""The workbook that comes back: decisions, or every fault with its cell and the next step."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from review_books import Book
from review_drafts import HOSTILE, hostile_draft, library, value

from nagarezu.opening.refusal import NotReadable
from nagarezu.reviewing import Decision, decide, values
from nagarezu.reviewing.readback import read_workbook
from nagarezu.reviewing.workbook import draft_workbook

COUNT = "subjects[s1].counts[1].value"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(library(), tmp_path)


def cell(book: Book, key: str, name: str) -> str:
    return f"値!{get_column_letter(book.columns[name])}{book.row(key)}"


def test_nothing_filled_in_decides_nothing(book: Book) -> None:
    filled = book.read()
    assert (filled.decisions, filled.missing, filled.hidden) == ((), (), ())
    assert decide(book.case, filled.decisions) == book.case


def test_what_is_filled_in_becomes_decisions(book: Book) -> None:
    book.put("matters[m1].department", decision="確認")
    book.put(COUNT, decision="訂正", corrected=12346, comment="窓口で確かめた")
    book.put("flows[f1].channel", decision="却下")
    book.put("subjects[s2].label", decision="要素ごと却下")
    book.put("references[1].label", comment="あとで見る")
    at = {key: cell(book, key, "decision") for key in book_keys(book)}
    assert list(book.read().decisions) == [
        Decision("matters[m1].department", "confirm", at=at["matters[m1].department"]),
        Decision("subjects[s2].label", "remove", at=at["subjects[s2].label"]),
        Decision(COUNT, "correct", 12346, "窓口で確かめた", cell(book, COUNT, "corrected")),
        Decision("flows[f1].channel", "reject", at=at["flows[f1].channel"]),
        Decision("references[1].label", "remark", None, "あとで見る", at["references[1].label"]),
    ]
    after = decide(book.case, book.read().decisions)
    assert value(after, COUNT).value == 12346
    assert [subject["id"] for subject in after["subjects"]] == ["s1"]
    assert value(after, "references[1].label").reason == "確認者：あとで見る"


def book_keys(book: Book) -> list[str]:
    return [each.key for each in values(book.case)]


def test_every_option_of_every_list_is_read(book: Book) -> None:
    for rule in book.sheet.data_validations.dataValidation:
        if rule.formula1.startswith('"'):
            continue
        area = rule.formula1.split("!")[1].replace("$", "")
        cells = book.book["選択肢"][area]
        options = [c[0].value for c in (cells if isinstance(cells, tuple) else ((cells,),))]
        row = next(iter(rule.sqref.ranges)).min_row
        key = str(book.sheet.cell(row, book.columns["key"]).value)
        if key == "matters[m1].kinds" or key.endswith("layer"):
            continue
        for option in options:
            after = decide(library(), [Decision(key, "correct", option)])
            assert value(after, key).state in ("corrected", "confirmed"), option


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_words_of_either_language_are_understood(tmp_path: Path, lang: Any) -> None:
    book = Book(library(), tmp_path, lang)
    words = ["confirm", "確認", "Confirm", " 却下 ", "reject", "reject entity"]
    keys = ["items[i3].label", "items[i3].classes", "items[address].label", "flows[f1].media",
            "flows[f1].channel", "subjects[s2].label"]  # fmt: skip
    for key, word in zip(keys, words, strict=True):
        book.put(key, decision=word)
    actions = {decision.key: decision.action for decision in book.read().decisions}
    expected = ["confirm", "confirm", "confirm", "reject", "reject", "remove"]
    assert [actions[key] for key in keys] == expected


def test_dates_and_numbers_that_a_program_turned_into_its_own(book: Book) -> None:
    key = "matters[m1].periods[1].end"
    book.put(key, decision="訂正", corrected=datetime.date(2025, 2, 28))
    book.put(COUNT, decision="訂正", corrected=12346.0)
    after = decide(book.case, book.read().decisions)
    assert value(after, key).value == "2025-02-28"
    assert value(after, COUNT).value == 12346


@pytest.mark.parametrize(
    ("filled", "code", "column"),
    [
        ({"decision": "たぶん"}, "unknown_decision", "decision"),
        ({"decision": "訂正"}, "value_missing", "corrected"),
        ({"decision": "訂正", "corrected": "  "}, "value_missing", "corrected"),
        ({"corrected": 5}, "value_without_decision", "decision"),
        ({"decision": "確認", "corrected": 5}, "value_not_expected", "corrected"),
        ({"decision": "却下", "corrected": 5}, "value_not_expected", "corrected"),
        ({"decision": "訂正", "corrected": "=1+1"}, "formula", "corrected"),
        ({"decision": '=IF(TRUE,"確認","")'}, "formula", "decision"),
        ({"value": "99999"}, "changed_cell", "value"),
        ({"printed": "9 9"}, "changed_cell", "printed"),
        ({"place": "d1:5"}, "changed_cell", "place"),
        ({"place": None}, "changed_cell", "place"),
        ({"value": "=12345"}, "changed_cell", "value"),
        ({"key": "subjects[s1].counts[3].value"}, "unknown_row", "key"),
        ({"key": None}, "unknown_row", "key"),
        ({"key": "items[i3].label"}, "changed_cell", "value"),
    ],
)
def test_a_fault_names_its_cell(book: Book, filled: dict[str, Any], code: str, column: str) -> None:
    place = cell(book, COUNT, column)
    book.put(COUNT, **filled)
    assert (code, place) in book.refused()


def test_a_value_of_the_wrong_kind_names_its_cell(book: Book) -> None:
    book.put(COUNT, decision="訂正", corrected="多数")
    place = cell(book, COUNT, "corrected")
    filled = book.read()
    with pytest.raises(ValueError, match="bad_whole") as caught:
        decide(book.case, filled.decisions, file="draft.xlsx")
    line = caught.value.message("ja")  # type: ignore[attr-defined]
    assert line.startswith(f"draft.xlsx: {place}: bad_whole 整数ではありません：多数")


def test_a_row_twice_and_a_row_too_many(book: Book) -> None:
    copied = [each.value for each in book.sheet[book.row(COUNT)]]
    book.sheet.append(copied)
    book.sheet.append([None] * (len(copied) - 1) + ["flows[f9].channel"])
    book.sheet.append(["合計", "35"])  # a note below the table names no value and decides nothing
    last = book.sheet.max_row
    assert book.refused() == [
        ("duplicate_row", f"値!Q{last - 2}"),
        ("unknown_row", f"値!Q{last - 1}"),
    ]


def test_rows_that_were_taken_out_decide_nothing_and_are_counted(book: Book) -> None:
    book.put("items[i3].label", decision="確認")
    book.sheet.delete_rows(book.row(COUNT))
    filled = book.read()
    assert filled.missing == (COUNT,)
    assert [decision.key for decision in filled.decisions] == ["items[i3].label"]


def test_columns_sorted_apart_are_noticed(book: Book) -> None:
    column = book.columns["value"]
    rows = range(2, book.sheet.max_row + 1)
    shuffled = sorted(str(book.sheet.cell(row, column).value) for row in rows)
    for row, text in zip(rows, shuffled, strict=True):
        book.sheet.cell(row, column).value = text
    found = book.refused()
    assert len(found) > 10
    assert {code for code, _ in found} == {"changed_cell"}


def test_whole_rows_may_be_sorted_and_columns_moved_or_added(book: Book) -> None:
    book.put(COUNT, decision="確認")
    rows = [[each.value for each in row] for row in book.sheet.iter_rows()]
    head, body = rows[0], rows[1:][::-1]
    book.sheet.delete_rows(1, len(rows))
    for row in [head, *body]:
        book.sheet.append([*row[::-1], "私のメモ"])
    assert [decision.key for decision in book.read().decisions] == [COUNT]


def test_spaces_that_a_program_took_out_do_not_matter(tmp_path: Path) -> None:
    book = Book(hostile_draft(("  two  spaces ",)), tmp_path)
    book.put("items[h0].label", value="two spaces", printed=" two spaces", decision="確認")
    assert [decision.action for decision in book.read().decisions] == ["confirm"]


def test_hidden_rows_count_and_are_named(book: Book) -> None:
    book.put(COUNT, decision="確認")
    for key in (COUNT, "items[i3].label"):
        book.sheet.row_dimensions[book.row(key)].hidden = True
    filled = book.read()
    assert len(filled.decisions) == 1
    assert filled.hidden == (cell(book, COUNT, "key"),)


@pytest.mark.parametrize("name", ["decision", "corrected", "comment", "key", "value", "printed"])
def test_a_missing_column_is_named(book: Book, name: str) -> None:
    book.sheet.delete_cols(book.columns[name])
    assert book.refused() == [("missing_column", "値!A1")]


def test_a_column_twice_is_named(book: Book) -> None:
    book.sheet.cell(1, 20).value = "判定"
    assert book.refused() == [("duplicate_column", "値!T1")]


def test_another_sheet_is_not_the_values(book: Book) -> None:
    book.sheet.title = "別の表"
    assert book.refused() == [("missing_sheet", "")]
    book.sheet.title = "値"
    book.sheet.delete_rows(1)
    assert {code for code, _ in book.refused()} == {"missing_column"}


def test_a_draft_that_changed_since_is_noticed(book: Book) -> None:
    book.put(COUNT, decision="確認")
    now = decide(book.case, [Decision(COUNT, "correct", 5)])
    assert book.refused(now) == [("changed_cell", cell(book, COUNT, "value"))]


def test_what_was_decided_since_may_be_decided_anew(book: Book) -> None:
    book.put(COUNT, decision="却下")
    now = decide(book.case, [Decision(COUNT, "confirm")])
    assert [decision.action for decision in book.read(now).decisions] == ["reject"]


def test_all_faults_come_together(book: Book) -> None:
    book.put(COUNT, decision="たぶん")
    book.put("items[i3].label", decision="訂正")
    book.put("flows[f1].media", value="x")
    assert len(book.refused()) == 3


def test_hostile_text_comes_back_as_it_went(tmp_path: Path) -> None:
    case, path = hostile_draft(), tmp_path / "a.xlsx"
    path.write_bytes(draft_workbook(case))
    assert read_workbook(path, case).missing == ()
    # openpyxl writes _x0041_ unescaped, which then means A: that is another text.
    case = hostile_draft(tuple(text for text in HOSTILE if "_x" not in text))
    book = Book(case, tmp_path)
    keys = [f"items[{item['id']}].label" for item in case["items"][3:]]
    for key in keys:
        book.put(key, decision="確認", comment="見た")
    assert sorted(decision.key for decision in book.read().decisions) == sorted(keys)


def test_a_comment_that_became_a_formula_is_refused(book: Book) -> None:
    book.put(COUNT, decision="確認", comment="=cmd|' /C calc'!A0")
    assert book.refused() == [("formula", cell(book, COUNT, "comment"))]


def test_a_value_may_be_hostile_text(tmp_path: Path) -> None:
    case = library()
    book = Book(case, tmp_path)
    book.put("items[i3].label", decision="訂正", corrected="<script>alert(1)</script>")
    after = decide(case, book.read().decisions)
    assert value(after, "items[i3].label").value == "<script>alert(1)</script>"


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    for name, content, code in (
        ("a.csv", b"a,b\n1,2\n", "unknown_format"),
        ("a.xlsx", b"PK\x03\x04broken", "damaged"),
        ("b.xlsx", b"", "empty"),
        ("c.xlsx", b"%PDF-1.7", "unknown_format"),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(NotReadable) as caught:
            read_workbook(path, library())
        assert caught.value.reason == code
    with pytest.raises(NotReadable):
        read_workbook(tmp_path / "none.xlsx", library())
    empty = openpyxl.Workbook()
    empty.save(tmp_path / "d.xlsx")
    with pytest.raises(ValueError, match="missing_sheet"):
        read_workbook(tmp_path / "d.xlsx", library())
