"""Who hands work on, who may not, and which way information goes, in one's own words."""

from __future__ import annotations

from pathlib import Path

import pytest

import nagarezu as ng
from nagarezu.importing.draft.claims import handed_on
from nagarezu.importing.fields import closed


@pytest.mark.parametrize(
    ("sentence", "name", "giver"),
    [
        (
            "仕分けは、甲田社が株式会社こだち梱包に請け負わせる。",
            "株式会社こだち梱包",
            "甲田社",
        ),
        ("仕分けは株式会社こだち梱包が請け負い、月末に終える。", "株式会社こだち梱包", ""),
        ("下請先：有限会社みずき運送", "有限会社みずき運送", ""),
        (
            "折りは、甲田社から有限会社みずき製本に回される。",
            "有限会社みずき製本",
            "甲田社",
        ),
        ("仕分けは株式会社こだち梱包に請け負わせない。", "", ""),
        ("仕分け（令和元年度から同社が株式会社こだち梱包に再委託）", "株式会社こだち梱包", "同社"),
        ("仕分け（株式会社こだち梱包へ再委託済み）", "株式会社こだち梱包", ""),
        ("仕分け（株式会社こだち梱包が再受託）", "株式会社こだち梱包", ""),
        ("株式会社こだち梱包への再委託の承諾", "", ""),
        ("株式会社こだち梱包に再委託予定なし", "", ""),
    ],
)
def test_to_whom_work_is_handed_on(sentence: str, name: str, giver: str) -> None:
    found = next(iter(handed_on.told(sentence)), handed_on.Handing(""))
    assert (found.name, found.giver) == (name, giver)


@pytest.mark.parametrize(
    ("sentence", "bans"),
    [
        ("受注者が作業を他の者に委ねることは、規模の大小によらず認めない。", True),
        ("作業の一部でも第三者に請け負わせることを契約で禁じている。", True),
        ("受注者は自社の人員で作業し、他社の手を借りることはない。", True),
        ("承諾がなければ、作業を第三者に委託してはならない。", False),
    ],
)
def test_what_forbids_handing_on(sentence: str, bans: bool) -> None:
    assert any(each.says == "myself" for each in closed.read(sentence)) is bans


_REGISTER = """個人情報ファイル簿

個人情報ファイルの名称　　　　貸出自転車利用者ファイル
行政機関等の名称　　　　　　　青柳市長
利用目的　　　　　　　　　　　自転車の貸出しを管理するため
記録項目　　　　　　　　　　　1利用者番号、2氏名、3住所、4電話番号、5貸出日
記録範囲　　　　　　　　　　　貸出しを申し込んだ者
記録情報の収集方法　　　　　　{source}
記録情報の経常的提供先　　　　青柳観光協会
委託　　　　　　　　　　　　　ひばり整備株式会社（自転車の整備）
備考　　　　　　　　　　　　　{remark}
"""


def _codes(tmp_path: Path, remark: str, source: str = "本人の申込み") -> set[str]:
    path = tmp_path / "register.txt"
    path.write_text(_REGISTER.format(remark=remark, source=source), encoding="utf-8")
    case = ng.import_document(path, sources=("d",)).case
    return {row["code"] for row in case.table("findings").to_json()["rows"]}


@pytest.mark.parametrize(
    ("remark", "raised"),
    [
        ("青柳観光協会からは利用の情報を受け取るだけで、市から送ることはない。", True),
        ("市から青柳観光協会へ渡す情報はない。", True),
        ("青柳観光協会から受け取る情報はない。", False),
        ("電話番号は青柳観光協会へ渡さない。", False),
        ("青柳観光協会へ紙で渡すことはない。", False),
    ],
)
def test_what_is_denied_of_a_direction(tmp_path: Path, remark: str, raised: bool) -> None:
    assert ("direction_differs" in _codes(tmp_path, remark)) is raised
