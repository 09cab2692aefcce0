"""Labels that only their place tells, and what stands behind the cards of a register."""

from __future__ import annotations

from typing import Any

import drafts


def content(text: str) -> dict[str, Any]:
    return drafts.draft(text, "r.txt").content


def card(name: str, partner: str, number: str) -> str:
    return f"""
  ファイルの名称        {name}
  利用目的              {name}の管理
  記録範囲              {name}に載る者
  その数                {number}人（令和5年4月1日現在）
  記録項目              1 氏名　2 住所　3 電話番号
  委託先                {partner}
  知らない欄            なし
  備考                  －
"""


TWO = "個人情報ファイル簿\n北浜町\n" + card("釣り桟橋利用者ファイル", "株式会社うき", "1,204")
TWO += card("貸しボート利用者ファイル", "有限会社かじ", "1,377")


def test_a_contract_is_of_the_file_whose_number_its_row_has() -> None:
    found = content(
        TWO + "\n3  契約の一覧\n"
        "  番号  委託先          業務        契約の期間\n"
        "  1     株式会社うき    桟橋の清掃  令和5年4月1日から令和6年3月31日まで\n"
        "  2     有限会社かじ    艇庫の番    令和5年6月1日から令和5年9月30日まで\n"
    )
    ends = [[each["end"] for each in one.get("periods", [])] for one in found["matters"]]
    assert ends == [["2024-03-31"], ["2023-09-30"]]


def test_a_number_beside_its_own_label_is_of_the_group_above() -> None:
    counts = {
        one["label"]: [c["value"] for c in one.get("counts", [])]
        for one in content(TWO)["subjects"]
    }
    assert counts == {
        "釣り桟橋利用者ファイルに載る者": [1204],
        "貸しボート利用者ファイルに載る者": [1377],
    }


def test_numbers_of_two_parts_nest_the_items_of_a_table() -> None:
    found = content(
        "個人情報取扱事務登録簿\n北浜町\n\n## 1　釣-01　釣り大会事務\n\n"
        "| 欄 | 記載 |\n|---|---|\n| 事務の目的 | 大会を開く。 |\n| 対象者 | 参加を申し込んだ者 |\n"
        "| 開始 | 平成20年4月1日 |\n| 根拠 | 北浜町釣り大会要綱 |\n\n【個人情報の項目】\n\n"
        "| 番号 | 項目 |\n|---|---|\n| 1 | 参加者に関する項目 |\n| 1.1 | 氏名 |\n| 1.2 | 住所 |\n"
        "| 2 | 釣果 |\n"
    )
    entries = [(one["position"], one["label"]) for one in found["lists"][0]["entries"]]
    assert entries == [
        ("1", "参加者に関する項目"),
        ("1.1", "氏名"),
        ("1.2", "住所"),
        ("2", "釣果"),
    ]
