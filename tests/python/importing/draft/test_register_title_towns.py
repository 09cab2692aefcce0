"""Whose a register is, as its title says, and who is only asked."""

from __future__ import annotations

import drafts
import pytest

CARD = """
ファイルの名称　引込管ファイル
利用目的　引込管の工事の記録を残すため
記録項目　1 氏名、2 住所、3 工事の年月日
記録範囲　引込管の工事を申し込んだ者
経常的提供先　岩倉町建設水道課、岩倉町長
備考　岩倉町の水道の料金を算定するため、岩倉町に住所を有する者の分を提供する。
"""


@pytest.mark.parametrize(
    ("title", "town"),
    [
        ("東村瀬市上下水道局　個人情報ファイル簿", "東村瀬市"),
        ("東村瀬市個人情報ファイル簿（水道課）", "東村瀬市"),
        ("沢町市立病院　個人情報ファイル簿", "沢町市"),
        ("大市消防本部　個人情報取扱事務登録簿", "大市"),
    ],
)
def test_the_title_tells_whose_a_register_is(title: str, town: str) -> None:
    found = drafts.draft(f"{title}\n{CARD}", "r.txt").content
    assert found["municipality"]["name"] == town
    relations = [each["relation"] for each in found["flows"] if each["relation"] != "collect"]
    assert set(relations) == {"provide"}


@pytest.mark.parametrize(
    "source",
    [
        "本人との面談、金融機関及び勤務先への照会",
        "本人の申出、かかりつけ医への聞き取り",
        "本人の申出、勤務先からの回答",
    ],
)
def test_who_is_asked_is_no_item(source: str) -> None:
    card = CARD.replace("備考　岩倉町の水道", f"収集方法　{source}\n備考　岩倉町の水道")
    assert drafts.raised(f"東村瀬市　個人情報ファイル簿\n{card}") == set()
