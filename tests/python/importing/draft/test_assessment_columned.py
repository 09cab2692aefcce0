"""Columns of contractors whose heads only count, or are missing."""

from __future__ import annotations

from drafts import draft

TABLE = """特定個人情報保護評価書（重点項目評価書）
評価実施機関名 あさひ市長
Ⅱ 特定個人情報ファイルの概要
|  | (1) | (2) |
| 委託の内容 | 督促状の印刷 | 端末の保守 |
| 委託先 | 株式会社ひのでプリント | 有限会社みどり電機 |
| 契約期間 | 令和7年4月1日から令和8年3月31日まで | 令和7年4月1日から令和9年3月31日まで |
"""


def test_columns_that_only_count_are_contractors() -> None:
    labels = {each["label"] for each in draft(TABLE).content["holders"]}
    assert {"株式会社ひのでプリント", "有限会社みどり電機"} <= labels
