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


@pytest.mark.parametrize(
    ("lines", "town"),
    [
        ("若葉市長　都市整備部都市計画課　令和7年6月1日現在", "若葉市"),
        ("令和8年9月　若葉市市民部市民課", "若葉市"),
        ("若葉町　保険医療課", "若葉町"),
    ],
)
def test_an_office_on_the_first_lines_says_whose_a_paper_is(lines: str, town: str) -> None:
    rows = (
        "ファイルの名称：緑地台帳ファイル\n"
        "利用目的：生産緑地地区の指定及び生産緑地地区の管理のため\n"
        "記録項目：①氏名　②住所\n"
        "委託先：株式会社みどり\n"
        "備考：従事者の名簿をあらかじめ市に届け出る。作業をあらかじめ市に報告する。\n"
    )
    found = drafts.draft(f"個人情報ファイル簿\n{lines}\n{rows}").content
    assert found["municipality"]["name"] == town


@pytest.mark.parametrize("words", ["毎月市に報告する", "総務部市に報告する", "各街区の境界"])
def test_words_in_front_of_a_town_or_block_name_none(words: str) -> None:
    text = f"個人情報ファイル簿\nファイルの名称：台帳\n記録項目：氏名、住所\n備考：{words}。\n"
    assert "municipality" not in drafts.draft(text).content
