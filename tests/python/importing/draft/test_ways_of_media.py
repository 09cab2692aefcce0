"""Rows of media against what is told of handing over: compounds, and heads without numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

import nagarezu as ng

_SHEET = """個人情報の取扱いについて（諮問）

みず市長

１　件名
会館予約業務の委託について
２　目的
会館の予約を受け付けるため。
３　対象となる個人の範囲
会館の利用者　1,200人（令和7年4月1日現在）
４　情報項目
(1) 氏名
(2) 住所
(3) 電話番号
５　委託
委託先
株式会社つぐみ印刷
情報項目の記録媒体
{media}
委託の内容
(1) 案内の印刷
受渡しの方法
{ways}
６　安全対策
(1) 市の対策
ア 作業の記録を残す。
"""
_LINE = "(1) 宛名の一覧は、LGWANにより市から委託先へ送信する。"
_DISK = "(1) 宛名の一覧は、DVD-Rに記録し、職員が委託先へ手渡す。"


def codes(tmp_path: Path, media: str, ways: str) -> set[str]:
    path = tmp_path / "paper.txt"
    path.write_text(_SHEET.format(media=media, ways=ways), "utf-8")
    rows = ng.import_document(path, sources=("d",)).case.table("findings").to_json()["rows"]
    loud = {row["code"] for row in rows if row["severity"] != "info"}
    return loud & {"medium_without_channel", "channel_not_in_media"}


@pytest.mark.parametrize(
    ("media", "ways"),
    [
        ("紙（申込書の写し）、光ディスク（DVD-R）", _LINE),
        ("紙（申込書の写し）及びUSBメモリ", _LINE),
        ("電磁的媒体（CD-R）", _LINE),
        ("DVD-R、磁気テープ", _DISK),
        ("紙（申込書の写し）、光ディスク（DVD-R）", _DISK),  # of the paper nothing is told
    ],
)
def test_a_medium_of_the_row_that_no_way_uses(tmp_path: Path, media: str, ways: str) -> None:
    assert codes(tmp_path, media, ways)


@pytest.mark.parametrize(
    ("media", "ways"),
    [
        ("DVD-R", _DISK),
        ("DVD-R", "(1) DVD-Rは、暗証番号を設定の上、市の職員が委託先に手渡す。"),
        ("紙", "(1) 申込書の写しは、紙で委託先へ手渡す。"),
        ("電磁的媒体（CD-R）", _DISK.replace("DVD-R", "CD-R")),
    ],
)
def test_a_medium_that_is_told_of(tmp_path: Path, media: str, ways: str) -> None:
    assert codes(tmp_path, media, ways) == set()
