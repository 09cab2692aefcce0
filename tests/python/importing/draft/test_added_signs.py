"""Signs beside items that a note explains as new."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

HEAD = "諮問・報告事項\n件名\t苗木配布システムの改修について（情報項目の追加）\n"
SHEET = "件名　苗木配布システムの改修について（情報項目の追加）\n保有課\t緑化課\n"


def entries(note: str, last: str) -> list[dict[str, Any]]:
    items = f"記録される情報項目\t1 氏名\n2 住所\n3 {last}\n"
    text = f"{HEAD}{SHEET}{note}\n{items}"
    content = drafts.draft(text, "sheet.txt").content
    return list(content["lists"][0]["entries"])


@pytest.mark.parametrize(
    ("note", "last"),
    [
        ("※＋の印は今回加える項目を表す。", "樹種　＋"),
        ("（注）★は新規の項目", "★樹種"),
        ("◎を付したものが今回追加する項目である。", "樹種◎"),
        ("※［新］は今回の追加を表す。", "樹種［新］"),
        ("", "樹種【新】"),
        ("注：●のある項目は新たに記録するもの", "樹種●"),
    ],
)
def test_a_sign_that_a_note_explains_marks_what_is_new(note: str, last: str) -> None:
    found = entries(note, last)
    assert [each["label"] for each in found] == ["氏名", "住所", "樹種"]
    assert [each.get("change") for each in found] == [None, None, "added"]


@pytest.mark.parametrize(
    ("note", "last"),
    [
        ("※＋の印は任意の項目を表す。", "樹種　＋"),
        ("※★は前回追加した項目", "樹種★"),
        ("※◎は追加の項目", "樹種●"),
    ],
)
def test_other_signs_mark_nothing_new(note: str, last: str) -> None:
    assert all(each.get("change") != "added" for each in entries(note, last))


def test_a_plus_that_belongs_to_the_name_stays() -> None:
    assert entries("", "血液型Rh＋")[2]["label"] == "血液型Rh＋"
