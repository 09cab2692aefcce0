"""`nagarezu review` as a user runs it: list, export, apply, take over, and its exit codes."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from review_drafts import DOCUMENT, DRAFTS, load, value

DRAFT = DRAFTS / "library.json"
COUNT = "subjects[s1].counts[1].value"


def review(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "nagarezu", "review", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return Path(shutil.copy(DRAFT, tmp_path / "draft.json"))


def fill(path: Path, key: str, **cells: object) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book["値"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        if sheet.cell(row, heads["識別子"]).value == key:
            for head, text in cells.items():
                sheet.cell(row, heads[head]).value = text
    book.save(path)


def test_the_list_comes_in_every_format(draft: Path, tmp_path: Path) -> None:
    done = review(draft, "--list", "--document", DOCUMENT, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    table = json.loads(done.stdout)
    assert table["table"] == "values"
    row = next(row for row in table["rows"] if row["key"] == COUNT)
    assert row["row"] == 8
    assert (row["value"], row["printed"], row["place"]) == ("12345", "1 2, 3 4 5", "d1:4")
    assert (row["confidence"], row["context"][:2]) == (0.8, "人数")
    records = list(csv.DictReader(io.StringIO(review(draft, "--format", "csv").stdout)))
    assert len(records) == 35
    assert records[7]["key"] == COUNT
    assert review(draft, "--list", "--lang", "en").stdout.startswith("Values as read")
    target = tmp_path / "list.xlsx"
    assert review(draft, "--list", "-o", target).returncode == 0
    assert openpyxl.load_workbook(target).active is not None
    assert load(draft) == load(DRAFT)


def test_without_a_terminal_it_lists(draft: Path) -> None:
    done = review(draft)
    assert done.returncode == 0
    assert done.stdout.startswith("読み取った値")
    assert "--export" in done.stderr
    assert review(draft, "--quiet").stderr == ""


def test_the_questions_of_the_import_are_said(draft: Path) -> None:
    from nagarezu.importing.draft.draft import Draft
    from nagarezu.importing.fields.reading import Question

    Draft(load(draft), "agenda", (), [Question("count_of_whom", "d1:5", "八千")]).save(draft)
    assert "問い d1:5: どの対象者の数ですか: 八千" in review(draft, "--list").stderr
    assert review(draft, "--list", "--quiet").stderr == ""
    draft.with_name("draft.notes.json").write_text("{", encoding="utf-8")
    done = review(draft, "--list")
    assert (done.returncode, done.stdout) == (3, "")
    assert "damaged_notes" in done.stderr


def test_a_workbook_goes_out_and_comes_back(draft: Path, tmp_path: Path) -> None:
    book, result = tmp_path / "a.xlsx", tmp_path / "b.json"
    assert review(draft, "--export", book, "--document", DOCUMENT).returncode == 0
    fill(book, COUNT, 判定="訂正", 訂正後の値="12346")
    done = review(draft, "--apply", book, "-o", result)
    assert done.returncode == 0
    assert "1件の判定" in done.stderr
    assert value(load(result), COUNT).value == 12346
    assert load(draft) == load(DRAFT)
    assert review(draft, "--apply", book).returncode == 0
    assert load(draft) == load(result)


def test_a_workbook_with_nothing_in_it_writes_nothing(draft: Path, tmp_path: Path) -> None:
    book = tmp_path / "a.xlsx"
    review(draft, "--export", book)
    before = draft.read_bytes()
    done = review(draft, "--apply", book)
    assert (done.returncode, draft.read_bytes()) == (0, before)
    assert "何も書いていません" in done.stderr
    result = tmp_path / "b.json"
    assert review(draft, "--apply", book, "-o", result, "--quiet").stderr == ""
    assert load(result) == load(draft)


def test_faults_name_their_cells_and_nothing_is_taken(draft: Path, tmp_path: Path) -> None:
    book = tmp_path / "a.xlsx"
    review(draft, "--export", book)
    fill(book, COUNT, 判定="訂正", 訂正後の値="多数")
    fill(book, "items[i3].label", 判定="確認")
    before = draft.read_bytes()
    done = review(draft, "--apply", book)
    assert done.returncode == 3
    assert done.stderr == (
        f"{book}: 値!I9: bad_whole 整数ではありません：多数。"
        f"0以上の数字だけで書いてください（例 10117） [{COUNT}]\n"
    )
    assert draft.read_bytes() == before
    fill(book, "items[i3].label", 判定="たぶん")
    assert "値!H21: unknown_decision no such decision" in review(
        draft, "--apply", book, "--lang", "en"
    ).stderr  # fmt: skip


def test_rows_taken_out_and_hidden_are_said(draft: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    review(draft, "--export", path)
    fill(path, COUNT, 判定="確認")
    book = openpyxl.load_workbook(path)
    book["値"].row_dimensions[9].hidden = True
    book["値"].delete_rows(36)
    book.save(path)
    done = review(draft, "--apply", path)
    assert "行のない値：1件" in done.stderr
    assert "値!Q9" in done.stderr


def test_earlier_decisions_are_taken_over(draft: Path, tmp_path: Path) -> None:
    book, old = tmp_path / "a.xlsx", tmp_path / "old.json"
    review(draft, "--export", book)
    fill(book, COUNT, 判定="訂正", 訂正後の値="12346")
    fill(book, "matters[m1].department", 判定="確認")
    review(draft, "--apply", book, "-o", old)
    new = Path(shutil.copy(DRAFTS / "library-again.json", tmp_path / "new.json"))
    done = review(new, "--from", old, "--lang", "en")
    assert done.returncode == 0
    assert "carried over: 1\n" in done.stderr
    assert "printed differently now; unreviewed again: 1" in done.stderr
    assert value(load(new), COUNT).value == 12346


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("none.json",), 3, "file_unreadable"),
        (("DRAFT", "--apply", "none.xlsx"), 3, "file_unreadable"),
        (("DRAFT", "--export", "a.csv"), 2, ".xlsx"),
        (("DRAFT", "--list", "--export", "a.xlsx"), 2, "exclude"),
        (("DRAFT", "--list", "--document", "none.txt"), 3, "file_unreadable"),
        (("DRAFT", "--list", "--format", "pdf"), 2, "pdf"),
        (("DRAFT", "--from", "none.json"), 3, "file_unreadable"),
        (("DRAFT", "--apply", "DRAFT"), 3, "unknown_format"),
    ],
)
def test_wrong_use_has_its_exit_code(
    draft: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    named = (str(draft) if word == "DRAFT" else word for word in arguments)
    done = review(*named, "--lang", "en")
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert load(draft) == load(DRAFT)
