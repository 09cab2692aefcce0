"""A purpose and those whom a paper covers, in sections, rows and cells of every family."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

ANSWER = (
    "答申第1号\n令和4年5月1日\nみなみ市長　様\nみなみ市個人情報保護審議会\n"
    "配食事業について（答申）\n１　実施機関の説明\n"
)


def purposes(text: str) -> list[dict[str, Any]]:
    found = drafts.draft(text, "r.txt").content
    names = {each["id"]: each["label"] for each in found.get("subjects", [])}
    return [
        {"concerns": each["concerns"], "of": [names[id_] for id_ in each["part_of"]]}
        for each in found.get("purposes", [])
        if each.get("part_of")
    ]


@pytest.mark.parametrize(
    ("aim", "whom", "found"),
    [
        ("80歳以上の者に弁当を届けることを目的とする。", "70歳以上の市民　1,200人", "80歳以上の者"),
        (
            "ひとり暮らしの者に弁当を届けるためである。",
            "登録した市民　300人\n世帯の人数は問わない。",
            "ひとり暮らしの者",
        ),
        ("70歳以上の者に弁当を届けることを目的とする。", "70歳以上の市民　1,200人", ""),
    ],
)
def test_sections_of_running_text(aim: str, whom: str, found: str) -> None:
    text = f"{ANSWER}（１）事業の目的\n{aim}\n（２）対象者\n{whom}\n（３）項目\n氏名、住所\n"
    group = whom.partition("　")[0]
    assert purposes(text) == ([{"concerns": found, "of": [group]}] if found else [])


def test_each_file_of_a_register_has_its_own_purpose() -> None:
    card = "ファイルの名称\t{}\n利用目的\t{}\n記録項目\t氏名\n記録範囲\t{}\n"
    text = (
        "個人情報ファイル簿\n"
        + card.format("甲", "90歳以上の者の長寿を祝うため", "町に住所を有するすべての者")
        + card.format("乙", "体育館の予約のため", "利用を申し込んだ者")
    )
    assert purposes(text) == [{"concerns": "90歳以上の者", "of": ["町に住所を有するすべての者"]}]


@pytest.mark.parametrize(
    ("whom", "found"),
    [
        ("市民会館の利用登録をしている者", "小学生の保護者"),
        ("市の住民基本台帳に記録されている者", "小学生の保護者"),
        ("講座を申し込んだ保護者", ""),
    ],
)
def test_persons_in_the_cell_of_the_items(whom: str, found: str) -> None:
    text = (
        "審議会 諮問事項\n\n| 件名 | 講座の案内に係る業務委託について |\n| --- | --- |\n\n"
        "事業の概要\n\n| 事業名 | 講座の案内 |\n| --- | --- |\n"
        "| 目的 | 小学生の保護者に講座の案内を送るため |\n| 対象者 | 小学生の保護者 |\n\n"
        "件名 講座の案内に係る業務委託について\n\n| 保有課(担当課) | 学習課 |\n| --- | --- |\n"
        "| 登録業務の名称 | 講座 |\n| 委託先 | 株式会社甲 |\n"
        f"| 委託に伴い事業者に処理させる情報項目 | 1 個人の範囲 {whom} 2 情報項目 ①氏名 ②住所 |\n"
    )
    assert purposes(text) == ([{"concerns": found, "of": [whom]}] if found else [])
