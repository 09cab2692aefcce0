"""Ways of sending that running text tells, and those that a form ticks."""

from __future__ import annotations

import pytest

from nagarezu.importing.blocks import Place
from nagarezu.importing.fields import carriers
from nagarezu.importing.passage import Passage


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("受け付けた申込みの一覧は、村がDVD-Rに収めて引き渡す。", ["media"]),
        ("抽出した台帳をＬＧＷＡＮ回線により委託先に送信し、集計させる。", ["lgwan"]),
        ("名簿はUSBメモリ（暗号化したもの）で受け取る。", ["media"]),
        ("結果は電子メールにより提出先へ送付させる。", ["internet"]),
        ("村が紙で作成して貸与した名簿による。", ["paper"]),
        ("従来は名簿をUSBメモリで受け渡していた。", []),
        ("USBメモリは使用しない。", []),
        ("結果は、電子メールにより申込者に送信する。", []),
        ("名簿は、電子メールにより受託事業者に送信する。", ["internet"]),
        ("外部記録媒体の接続を制限する。", []),
        ("LGWANを経由して送信する場合は、暗号化する。", []),
    ],
)
def test_a_way_is_told_only_where_something_goes_by_it(text: str, kinds: list[str]) -> None:
    assert [each.kind for each in carriers.handed(text)] == kinds


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("授受は全てLGWANにより行う。", True),
        ("送信は専用回線のみとする。", True),
        ("LGWANにより送信する。", False),
    ],
)
def test_whether_a_text_says_that_there_is_no_other_way(text: str, whole: bool) -> None:
    assert carriers.wholly(text) is whole


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("電磁的媒体（専用回線により送信する宛名データ及び回答データ）", ["server"]),
        ("電子データ（LGWANで送受信する名簿）", ["server"]),
        ("電磁的媒体（受託者との専用回線で受け取る印刷データ）", ["server"]),
        ("電磁的媒体（DVD-R及び専用回線）", ["optical_disk", "electromagnetic"]),
        ("電磁的媒体（窓口サーバ）", ["server"]),
        ("電磁的媒体（窓口システム）", ["electromagnetic"]),
        ("電磁的媒体（窓口サーバ、USBメモリ）", ["server", "usb_memory"]),
    ],
)
def test_a_line_in_brackets_is_no_medium_that_is_carried(text: str, kinds: list[str]) -> None:
    row = Passage.of(text, Place("d", 1, "1"))
    assert [each.kind for each in carriers.media(row)] == kinds


def test_ticked_ways_are_what_may_be_on_them() -> None:
    names = [
        "専用線",
        "電子記録媒体（フラッシュメモリを除く。）",
        "フラッシュメモリ",
        "紙",
        "紙（名簿のデータは専用線で送る。）",
        "その他",
        "その他（専用線）",
    ]
    assert [each.kind for each in carriers.ticked(names)] == [
        "server",
        "optical_disk",
        "usb_memory",
        "paper",
        "paper",
        "unspecified",
        "server",
    ]


def test_a_line_among_the_media_carries_nothing() -> None:
    passage = Passage("電子データ　VPN回線による送受信", (0,), ())
    assert [each.kind for each in carriers.media(passage)] == ["server"]
