"""The workbook that goes out: what it shows, offers and protects."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from review_books import Book
from review_drafts import DOCUMENT, REAL, hostile_draft, large_draft, library, load

from nagarezu.languages import LANGUAGES, Lang
from nagarezu.reviewing import values
from nagarezu.reviewing.columns import CHOICES, COLUMNS, FILLED, GUIDE, SHEET
from nagarezu.reviewing.documents import read_documents
from nagarezu.reviewing.workbook import draft_workbook


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_has_a_row_for_each_value_in_the_order_of_the_source(tmp_path: Path, lang: Lang) -> None:
    book = Book(library(), tmp_path, lang)
    found = values(library(), lang=lang)
    assert book.sheet.max_row == len(found) + 1 == 36
    for row, value in enumerate(found, start=2):
        for name, text in (("key", value.key), ("value", value.shown), ("place", value.place)):
            assert book.sheet.cell(row, book.columns[name]).value == text
        assert all(book.sheet.cell(row, book.columns[name]).value is None for name in FILLED)
    names = [SHEET, CHOICES, GUIDE]
    assert book.book.sheetnames == [name.in_(lang) for name in names]


def test_the_text_of_the_source_stands_beside_the_value() -> None:
    case = library()
    content = draft_workbook(case, documents=read_documents(case, [DOCUMENT]))
    sheet = openpyxl.load_workbook(io.BytesIO(content))["値"]
    column = [column.name for column in COLUMNS].index("context") + 1
    assert sheet.cell(2, column).value == "図書館利用券の更新業務の委託について"


def test_only_what_is_to_be_filled_in_is_unlocked(tmp_path: Path) -> None:
    book = Book(library(), tmp_path)
    assert book.sheet.protection.sheet
    assert not book.sheet.protection.autoFilter  # False: allowed
    unlocked = {
        name
        for name, column in book.columns.items()
        if not book.sheet.cell(2, column).protection.locked
    }
    assert unlocked == set(FILLED)
    assert book.book["選択肢"].protection.sheet
    assert book.sheet.freeze_panes == "D2"
    assert book.sheet.auto_filter.ref == "A1:Q36"


def test_decisions_and_closed_words_are_chosen_from_lists(tmp_path: Path) -> None:
    book = Book(library(), tmp_path)
    rules = {}
    for rule in book.sheet.data_validations.dataValidation:
        for area in rule.sqref.ranges:
            for row in range(area.min_row, area.max_row + 1):
                rules[area.min_col, row] = rule
    decision = rules[book.columns["decision"], 2]
    assert decision.formula1 == '"確認,訂正,却下,要素ごと却下"'
    corrected = book.columns["corrected"]

    def options(key: str) -> list[str]:
        name, area = rules[corrected, book.row(key)].formula1.split("!")
        assert name == "'選択肢'"
        cells = book.book["選択肢"][area.replace("$", "")]
        return [row[0].value for row in (cells if isinstance(cells, tuple) else ((cells,),))]

    assert options("subjects[s1].counts[1].unit") == ["person 人", "household 世帯", "record 件"]
    assert options("lists[l1].open") == ["はい", "いいえ"]
    assert options("flows[f1].subjects") == ["s1 区内の利用券登録者", "s2 登録者"]
    assert options("safeguards[g2].applies_to") == ["f1 中央図書館 → 株式会社みどり製本"]
    assert "internet インターネット" in options("flows[f1].channel")
    assert (corrected, book.row("matters[m1].department")) not in rules
    # One unit and no other; but several groups, so the list only proposes.
    assert rules[corrected, book.row("subjects[s1].counts[1].unit")].showErrorMessage
    assert not rules[corrected, book.row("flows[f1].subjects")].showErrorMessage


def test_choices_reach_every_row_of_a_large_draft() -> None:
    case = library()
    read = case["items"][2]
    case["items"] += [{**read, "id": f"x{number}"} for number in range(500)]
    found = values(case)
    sheet = openpyxl.load_workbook(io.BytesIO(draft_workbook(case)))["値"]
    rules = [
        r for r in sheet.data_validations.dataValidation if next(iter(r.sqref.ranges)).min_col == 9
    ]
    rows = {
        row for rule in rules for area in rule.sqref.ranges
        for row in range(area.min_row, area.max_row + 1) if "選択肢" in rule.formula1
    }  # fmt: skip
    assert rows >= {row for row, v in enumerate(found, 2) if v.field == "classes"}
    assert max(len(rule.sqref.ranges) for rule in rules) <= 200


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_instructions_name_every_decision(lang: Lang) -> None:
    from nagarezu.reviewing.decision import ACTIONS
    from nagarezu.reviewing.guide import guide

    text = "\n".join(guide(lang))
    assert all(action.in_(lang) in text for action in ACTIONS.values())
    book = openpyxl.load_workbook(io.BytesIO(draft_workbook(library(), lang=lang)))
    assert book[GUIDE.in_(lang)]["A1"].value == guide(lang)[0]


def test_hostile_text_is_text(tmp_path: Path) -> None:
    book = Book(hostile_draft(), tmp_path)
    kinds = {cell.data_type for row in book.sheet.iter_rows(min_row=2) for cell in row}
    assert kinds <= {"s", "n"}  # n: the empty cells
    with zipfile.ZipFile(book.path) as archive:
        text = b"".join(archive.read(n) for n in archive.namelist() if "worksheets" in n)
        names = archive.namelist()
    assert b"<f>" not in text
    assert b"<hyperlink" not in text
    assert not any("externalLink" in name for name in names)


def test_the_same_draft_gives_the_same_bytes() -> None:
    first = draft_workbook(library())
    time.sleep(1.1)  # a clock that got in would show
    assert draft_workbook(library()) == first


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_real_cases_make_workbooks_that_read_back(path: Path, tmp_path: Path) -> None:
    case = load(path)
    for lang in LANGUAGES:
        filled = Book(case, tmp_path, lang).read()
        assert filled.decisions == ()
        assert filled.missing == ()


def test_a_draft_without_values_makes_a_workbook(tmp_path: Path) -> None:
    empty = {"format": "nagarezu/1", "id": "c", "title": "t"}
    assert Book(empty, tmp_path).read().decisions == ()


def test_five_thousand_values_are_written_and_read(tmp_path: Path) -> None:
    from nagarezu.reviewing.readback import read_workbook

    case, path = large_draft(), tmp_path / "a.xlsx"
    path.write_bytes(draft_workbook(case))
    assert read_workbook(path, case).missing == ()
