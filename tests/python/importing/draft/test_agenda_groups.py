"""Groups of persons as an overview names and counts them."""

from __future__ import annotations

import pytest
from drafts import draft

PAPER = """\
件名　講座の受付の電算処理について

事業の概要
事業名　講座の受付
目的　手作業を減らすため。
{groups}
事業内容　講座の申込みを受け付ける。

件名1　講座の受付の電算処理について
保有課　生涯学習課
登録業務の名称　講座の受付
記録される情報項目　1 個人の範囲　{persons}
　2 記録項目　①氏名 ②住所
　3 記録するコンピュータ　講座受付システム
"""


def _groups(groups: str, persons: str) -> dict[str, int | None]:
    found = draft(PAPER.format(groups=groups, persons=persons)).content["subjects"]
    return {
        each["label"]: next((of["value"] for of in each.get("counts", [])), None) for each in found
    }


@pytest.mark.parametrize(
    "groups",
    [
        "対象者及び人数\n　・会員　312人（令和6年度）\n　・講座の講師　24人（令和6年度）",
        "対象者　会員（312人）及び講座の講師（24人）",
        "対象者　会員　年間312人\n　講座の講師　年間24人",
    ],
)
def test_each_group_has_its_number(groups: str) -> None:
    assert _groups(groups, "会員及び講座の講師") == {"会員": 312, "講座の講師": 24}


def test_pupils_of_all_schools_are_one_group() -> None:
    whole = "市立の学校に在籍する児童及び生徒"
    groups = f"対象者　(1) {whole}　7,830人（令和7年5月1日現在）\n　(2) 児童及び生徒の保護者"
    found = _groups(groups, f"{whole}、児童及び生徒の保護者並びに学校に勤務する教職員")
    assert list(found) == [whole, "児童及び生徒の保護者", "学校に勤務する教職員"]
