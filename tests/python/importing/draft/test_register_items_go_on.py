"""Lists of items that go on in a second line, or hold an item that looks like a label."""

from __future__ import annotations

import drafts
import pytest

TEXT = """霧沢町　個人情報ファイル簿

{card}
"""


def items(card: str) -> list[str]:
    found = drafts.draft(TEXT.format(card=card), "r.txt").content
    assert len(found["matters"]) == 1
    return [each["label"] for each in found["lists"][0]["entries"]]


@pytest.mark.parametrize("line", ["4 標高　5 入山の日", "4 入山の日", "(4) 標高　(5) 入山の日"])
def test_a_short_line_between_rows_goes_on_with_the_numbers(line: str) -> None:
    first = "(1) 氏名　(2) 住所　(3) 血液型" if line[0] == "(" else "1 氏名　2 住所　3 血液型"
    found = items(
        f"ファイルの名称\t登山届ファイル\n利用目的\t遭難した者を捜索するため\n記録項目\t{first}\n{line}\n"
        "要配慮個人情報\t無\n経常的提供先\t無"
    )
    assert found[:3] == ["氏名", "住所", "血液型"]
    assert found[-1] == "入山の日"


@pytest.mark.parametrize(
    "listed",
    [
        "ア 氏名　イ 住所　ウ 登録年月日　エ 備考",
        "① 氏名　② 住所　③ 登録年月日　④ 備考",
        "1 氏名　2 住所　3 登録年月日　4 備考",
    ],
)
def test_an_item_behind_its_mark_is_no_label(listed: str) -> None:
    found = items(
        f"(1) ファイルの名称：登山届ファイル\n(2) 利用目的：遭難した者を捜索するため\n"
        f"(3) 記録項目：{listed}\n(4) 記録範囲：登山の届出をした者（310人）\n(5) 備考：なし"
    )
    assert found == ["氏名", "住所", "登録年月日", "備考"]
