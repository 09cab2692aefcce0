"""Times, ways and titles that a text tells beside the rows for them, in papers without sheets."""

from __future__ import annotations

import pytest
from drafts import raised

ASSESSMENT = """特定個人情報保護評価書（全項目評価書）
評価実施機関名 あさひ市長
Ⅰ 基本情報
システム1
①システムの名称 給食費システム
Ⅱ 特定個人情報ファイルの概要
③対象となる本人の範囲 給食費の納入者
４．特定個人情報ファイルの取扱いの委託
委託事項1 申込書の入力
①委託内容 申込書の入力
②委託先名 株式会社みはる
③委託期間 令和7年4月1日から令和8年3月31日まで
{first}
委託事項2 システムの保守
①委託内容 システムの保守
②委託先名 有限会社こだま
③委託期間 令和7年4月1日から令和12年3月31日まで
{second}
"""
REGISTER = """個人情報ファイル簿
個人情報ファイルの名称\t甲ファイル
行政機関等の名称\tみなみ町長
利用目的\t利用者の管理
記録項目\t氏名、住所
記録範囲\t利用者
収集方法\t本人
委託先\t株式会社甲
委託の内容\t{content}
委託の期間\t令和6年4月1日から令和7年3月31日まで
"""
PAPER = """令和5年6月1日
夏野市個人情報保護審議会会長 様
夏野市長
図書の予約受付に係る外部結合及び業務委託について（諮問）
夏野市個人情報保護条例第9条の規定により、下記のとおり諮問します。
記
1 対象者
図書の予約をした者
2 委託先
株式会社みなも図書
3 委託先に取り扱わせる項目
(1) 氏名
(2) 電話番号
4 委託の期間
令和5年7月1日から令和6年3月31日まで
5 授受に用いる媒体
{media}
6 保護措置
(1) 契約書に守秘義務を定める。
(2) {measure}
"""


WORK = "④業務の予定 入力は、令和8年1月13日から同年5月29日までの間に行わせる。"


def test_work_is_held_against_the_contract_of_its_own_block() -> None:
    assert "period_outside_contract" in raised(ASSESSMENT.format(first=WORK, second=""))
    assert "period_outside_contract" not in raised(ASSESSMENT.format(first="", second=WORK))


@pytest.mark.parametrize(
    ("content", "outside"),
    [
        ("台帳の集計（令和6年4月1日から令和7年6月30日まで行わせる。）", True),
        ("台帳の集計は、令和6年6月に実施する。", False),
        ("令和3年6月に導入した台帳の集計", False),
    ],
)
def test_the_content_of_a_contract_says_when_it_is_done(content: str, outside: bool) -> None:
    assert ("period_outside_contract" in raised(REGISTER.format(content=content))) is outside


@pytest.mark.parametrize(
    ("told", "ticked", "differs"),
    [
        ("データはＬＧＷＡＮ回線により送信する。", "[ ]専用線 [○]電子記録媒体 [ ]紙", True),
        ("データはＬＧＷＡＮ回線により送信する。", "[○]専用線 [ ]電子記録媒体 [ ]紙", False),
        ("データはＤＶＤ－Ｒに収めて引き渡す。", "[ ]専用線 [○]電子記録媒体 [ ]紙", False),
        ("データはＤＶＤ－Ｒに収めて引き渡す。", "[○]専用線 [ ]電子記録媒体 [ ]紙", True),
        ("データはＤＶＤ－Ｒに収めて引き渡す。", "[○]その他（手交）", False),
    ],
)
def test_a_told_way_is_held_against_the_ticked_ones(told: str, ticked: str, differs: bool) -> None:
    block = f"④業務の方法等 {told}\n⑤委託先への提供方法 {ticked}"
    text = ASSESSMENT.format(first=block, second="")
    assert ("channel_not_in_media" in raised(text)) is differs


@pytest.mark.parametrize(
    ("media", "measure", "codes"),
    [
        (
            "(1) 電子データ　VPN回線による送受信\n(2) 紙　貸出票の写し",
            "名簿はUSBメモリで受け渡す。",
            True,
        ),
        ("(1) USBメモリ\n(2) 紙　貸出票の写し", "名簿はUSBメモリで受け渡す。", False),
        ("(1) 別に定める\n(2) 紙　貸出票の写し", "名簿はUSBメモリで受け渡す。", False),
    ],
)
def test_a_part_about_media_is_their_row_if_every_line_is_read(
    media: str, measure: str, codes: bool
) -> None:
    found = raised(PAPER.format(media=media, measure=measure))
    assert ("channel_not_in_media" in found) is codes


def test_a_kind_that_only_the_title_names_is_announced_alone() -> None:
    text = PAPER.format(media="(1) USBメモリ", measure="作業場所を定める。")
    assert "title_without_content" in raised(text)
    linked = text.replace("作業場所を定める。", "結合する回線を監視する。")
    assert "title_without_content" not in raised(linked)
