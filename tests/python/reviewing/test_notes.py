"""Questions of the import reach the person who reviews, wherever that person works."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from review_drafts import DRAFTS, HOSTILE, library
from rich.console import Console

from nagarezu.importing.draft.draft import Draft
from nagarezu.importing.fields.reading import Alternative, Question, Unread
from nagarezu.importing.form.family import Family
from nagarezu.reviewing import InvalidDecision
from nagarezu.reviewing.notes import Note, at_place, notes_beside
from nagarezu.reviewing.session import Session
from nagarezu.reviewing.terminal import Review
from nagarezu.reviewing.workbook import draft_workbook

FAMILY: Family = "agenda"


def saved(folder: Path, *texts: str) -> Path:
    """A draft as the import saves it, with a question and a place that was not read."""
    answers = (Alternative("区内の利用券登録者", 0.6),)
    questions = [Question("count_of_whom", "d1:5", text, answers) for text in texts]
    unread = [Unread("d1:16", "別紙1", "attachment_not_read", "")]
    return Draft(library(), FAMILY, unread, questions).save(folder / "draft.json")


def test_notes_are_read_as_the_import_writes_them(tmp_path: Path) -> None:
    path = saved(tmp_path, "おおむね八千")
    assert notes_beside(path, "ja") == (
        Note(
            "question",
            "d1:5",
            "d1:5: どの対象者の数ですか: おおむね八千 → 区内の利用券登録者",
        ),
        Note("unread", "d1:16", "d1:16: 図や資料は、題名と通知の行のほかは読みません: 別紙1"),
    )
    assert notes_beside(path, "en")[0].line.startswith("d1:5: Of which group")
    assert notes_beside(DRAFTS / "library.json", "ja") == ()


def test_a_note_belongs_to_the_values_of_its_place() -> None:
    notes = [Note("question", "a:1 a:2", "x"), Note("unread", "", "y")]
    assert at_place(notes, "a:2 b:1") == notes[:1]
    assert at_place(notes, "a:20") == at_place(notes, "") == []


def test_the_terminal_asks_beside_the_value(tmp_path: Path) -> None:
    session = Session(library(), notes=notes_beside(saved(tmp_path, "おおむね八千"), "ja"))
    shown = io.StringIO()
    review = Review(session, Console(file=shown, width=120), keys=_NoKeys())
    review._show()
    assert "どの対象者の数ですか" not in shown.getvalue()
    session.position = [value.place for value in session.values].index("d1:5")
    review._show()
    assert "どの対象者の数ですか: おおむね八千 → 区内の利用券登録者" in shown.getvalue()


class _NoKeys:
    def key(self) -> str:
        raise EOFError

    def line(self, prompt: str) -> str:
        raise EOFError


def test_the_workbook_has_a_sheet_of_questions(tmp_path: Path) -> None:
    notes = notes_beside(saved(tmp_path, *HOSTILE), "ja")
    content = draft_workbook(library(), notes=notes)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["値", "選択肢", "問い", "記入のしかた"]
    sheet = book["問い"]
    assert sheet.max_row == len(HOSTILE) + 1
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}
    assert sheet.protection.sheet
    assert content == draft_workbook(library(), notes=notes)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff",
        b'{"format": "x/1"}',
        b"[" * 100_000,
        json.dumps({"format": "nagarezu-draft-notes/1", "questions": [5], "unread": []}).encode(),
        json.dumps({"format": "nagarezu-draft-notes/1", "questions": 5, "unread": []}).encode(),
    ],
)
def test_damaged_notes_are_refused(tmp_path: Path, content: Any) -> None:
    path = Path(shutil.copy(DRAFTS / "library.json", tmp_path))
    (tmp_path / "library.notes.json").write_bytes(content)
    with pytest.raises(InvalidDecision, match=r"damaged_notes .*library\.notes\.json"):
        notes_beside(path, "ja")
