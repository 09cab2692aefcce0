"""Agendas whose own system stands in no list, and sheets with several partners."""

from __future__ import annotations

from pathlib import Path

import drafts
import pytest

import nagarezu as ng

_PAPER = """みず市個人情報保護運営会議 付議事項

件名	水位の遠隔監視に係る料金システムの外部結合等について

要綱の根拠
◇第3条第2項第2号（外部結合）、同項第3号（業務委託）
（担当部課：上下水道局料金課）

事業の概要

事業名	水位遠隔監視事業
担当課	料金課
目的	見回りに要する時間を減らすため。
対象者	監視の対象となる使用者
事業内容	1 概要
	計器の値を遠隔監視センターが集め、料金システムに取り込む。

件名 料金システムと遠隔監視センターとの結合について

保有課（担当課）	料金課
登録業務の名称	料金の徴収
結合される情報項目（だれの、どのような項目か）	1 個人の範囲
	監視の対象となる使用者
	2 情報項目
	①使用者番号
	②計器番号
	③水位
結合の相手方	遠隔監視センター
結合する理由	誤りをなくすため。
結合の形態	{form}
結合の開始時期と期間	令和7年4月1日から（翌年度以降も続ける。）
情報保護対策	【運用上の対策】
	1 手順書を定める。

件名 値の点検及び通知の印字の委託について

保有課（担当課）	料金課
登録業務の名称	料金の徴収
委託先	【値の点検】
	株式会社しおみ点検
	【通知の印字】
	潮路印字株式会社
委託に伴い事業者に処理させる情報項目（だれの、どのような項目か）	1 個人の範囲
	監視の対象となる使用者
	2 情報項目
	①使用者番号
	②水位
処理させる情報項目の記録媒体	{media}
委託理由	短い日数で終えるには、専門の設備が要るため。
委託の内容	ア 値の点検
	イ 通知の印字
	{ways}
委託の開始時期及び期限	令和7年4月1日から令和8年3月31日まで
委託にあたり市が行う情報保護対策	【運用上の対策】
	1 立入検査を年1回行う。
受託事業者に行わせる情報保護対策	【運用上の対策】
	1 年1回の立入検査を受けさせる。

資料2 個人情報の流れ
1 遠隔監視センター → 料金システム 計器の値を送信
{more}
"""
_BACK = "2 料金システム → 遠隔監視センター 使用者番号を毎日送信"
_LINE = "電磁的媒体（専用回線による送信データ）"
_DISK = "電磁的媒体（専用回線による送信データ及びDVD-R）"
_BOTH = "いずれの事業者との受渡しも、専用回線による送信で行う。"


def codes(
    tmp_path: Path, form: str, more: str = _BACK, media: str = _LINE, ways: str = _BOTH
) -> set[str]:
    path = tmp_path / "paper.txt"
    path.write_text(_PAPER.format(form=form, more=more, media=media, ways=ways), "utf-8")
    return drafts.codes(ng.import_document(path, sources=("d",)))


@pytest.mark.parametrize(
    "form",
    [
        "専用回線による結合（料金システムは受信のみを行う。）",
        "専用回線により結合し、料金システムは受信専用とする。",
        "専用回線（料金システムへの一方向）",
        "専用回線による結合（受信のみ）",
        "専用回線を用い、遠隔監視センターからの受信に限る。",
        "専用回線による片方向の結合（遠隔監視センター→料金システム）",
        "専用回線による結合とし、料金システムに送信の機能は持たせない。",
        "専用回線による結合。料金システムから遠隔監視センターへ送る情報はない。",
    ],
)
def test_a_link_of_one_way(tmp_path: Path, form: str) -> None:
    assert codes(tmp_path, form) == {"direction_differs"}
    sent = "料金システムから遠隔監視センターへの送信は、毎朝5時に行う。"
    assert codes(tmp_path, form, sent) == {"direction_differs"}
    assert codes(tmp_path, form, "2 料金システム → 料金課 一覧を出力") == set()


@pytest.mark.parametrize(
    "form",
    [
        "専用回線による結合",
        "専用回線による結合（料金システムは送信及び受信を行う。）",
        "専用回線による結合（計器は送信のみを行う。）",
        "専用回線による結合（計器からの受信は、専用の回線で行う。）",
    ],
)
def test_a_link_of_both_ways(tmp_path: Path, form: str) -> None:
    assert codes(tmp_path, form) == set()


def test_what_a_partner_gathers_is_not_sent_by_the_own_side(tmp_path: Path) -> None:
    form = "専用回線による結合（遠隔監視センターは送信のみを行う。）"
    assert codes(tmp_path, form, "") == set()


@pytest.mark.parametrize(
    "ways",
    [
        _BOTH,
        "両者との受渡しは、専用回線により行う。",
        "受渡しは、専用回線による送信で行う。",
        "各委託先へは、専用回線のみで送信する。",
        "データの送付及び返却は、いずれも専用回線による。",
        "それぞれの事業者とのデータのやり取りは専用回線に限る。",
    ],
)
def test_the_ways_to_each_of_several(tmp_path: Path, ways: str) -> None:
    form = "専用回線による結合"
    assert codes(tmp_path, form, "", _DISK, ways) == {"medium_without_channel"}
    assert codes(tmp_path, form, "", _LINE, ways) == set()


@pytest.mark.parametrize(
    "ways",
    [
        "いずれの事業者との受渡しも、専用回線による送信又はDVD-Rの手渡しで行う。",
        "株式会社しおみ点検との受渡しは、専用回線による送信で行う。",
        "いずれの事業者との打合せも、電話により行う。",
        _BOTH + "印字用のデータはDVD-Rで持参する。",
    ],
)
def test_a_disk_that_one_of_several_may_get(tmp_path: Path, ways: str) -> None:
    assert codes(tmp_path, "専用回線による結合", "", _DISK, ways) == set()


def _of_one(tmp_path: Path, media: str, ways: str) -> set[str]:
    paper = _PAPER.replace("	【通知の印字】\n	潮路印字株式会社\n", "")
    path = tmp_path / "one.txt"
    path.write_text(paper.format(form="専用回線", more="", media=media, ways=ways), "utf-8")
    return drafts.codes(ng.import_document(path, sources=("d",)))


@pytest.mark.parametrize(
    ("media", "ways"),
    [
        ("紙", "一覧は職員が持参し、変更分はLGWANのファイル授受により送信する。"),
        ("紙（一覧）", "変更のあった者の情報は、閉域網を用いて事業者へ伝送する。"),
        ("DVD-R", "一覧は手渡し、変更分は総合行政ネットワークを通じて受託者に送信する。"),
        ("紙", "一覧（紙）のほか、変更分のデータをLGWAN経由で送る。"),
    ],
)
def test_a_line_beside_a_row_of_paper(tmp_path: Path, media: str, ways: str) -> None:
    assert "channel_not_in_media" in _of_one(tmp_path, media, ways)


@pytest.mark.parametrize(
    ("media", "ways"),
    [
        ("紙、電磁的媒体", "一覧は持参し、変更分はLGWANのファイル授受により送信する。"),
        ("紙", "一覧は職員が持参し、LGWANでは送信しない。"),
        ("紙", "一覧は持参する。打合せの日程はLGWANのメールで連絡する。"),
        ("紙", "一覧は持参する。実績はLGWANを通じて事業者から報告を受ける。"),
        ("紙", "一覧は持参する。料金システムの保守は、専用回線により行う。"),
        ("紙、LGWANによる送信データ", "一覧は持参し、変更分はLGWANにより送信する。"),
    ],
)
def test_a_line_that_a_row_of_paper_need_not_name(tmp_path: Path, media: str, ways: str) -> None:
    assert _of_one(tmp_path, media, ways) == set()


_TWO_WAYS = _PAPER.replace(
    "	2 情報項目\n	①使用者番号\n	②計器番号\n	③水位\n",
    "	2 情報項目\n	【市から遠隔監視センターへ送信する情報項目】\n	①使用者番号\n"
    "	②計器の設置場所\n	【市が遠隔監視センターから受信する情報項目】\n"
    "	①使用者番号\n	②水位\n	③検知日時\n",
)


def _both_ways(tmp_path: Path, told: str) -> set[str]:
    path = tmp_path / "both.txt"
    text = _TWO_WAYS.format(form="専用回線", more="", media=_LINE, ways=_BOTH)
    path.write_text(text.replace("誤りをなくすため。", f"誤りをなくすため。{told}"), "utf-8")
    return drafts.codes(ng.import_document(path, sources=("d",)))


@pytest.mark.parametrize(
    "told",
    [
        "市から遠隔監視センターへ水位、検知日時等の情報を送信する。",
        "検知日時は、市が遠隔監視センターに送信する。",
        "遠隔監視センターから計器の設置場所を受信する。",
        "市は、水位及び検知日時を遠隔監視センターへ提供する。",
    ],
)
def test_items_of_one_way_that_a_sentence_turns(tmp_path: Path, told: str) -> None:
    assert "direction_differs" in _both_ways(tmp_path, told)


@pytest.mark.parametrize(
    "told",
    [
        "",
        "市は、遠隔監視センターから水位を受信する。",
        "市から遠隔監視センターへ使用者番号を送信する。",
        "遠隔監視センターから使用者番号を受信する。",
        "市から遠隔監視センターへ水位を送信することはない。",
        "市から使用者へ水位を知らせる。",
        "市から遠隔監視センターへ計器の設置場所及び水位計の型を送信する。",
    ],
)
def test_items_told_as_the_lists_have_them(tmp_path: Path, told: str) -> None:
    assert _both_ways(tmp_path, told) == set()


_BASIS = "◇第3条第2項第2号（外部結合）、同項第3号（業務委託）"


def _of_basis(tmp_path: Path, basis: str) -> set[str]:
    path = tmp_path / "basis.txt"
    text = _PAPER.format(form="専用回線", more="", media=_LINE, ways=_BOTH)
    path.write_text(text.replace(_BASIS, basis), "utf-8")
    return drafts.codes(ng.import_document(path, sources=("d",)))


@pytest.mark.parametrize(
    "basis",
    [
        _BASIS + "、第4条（目的外利用）",
        _BASIS + "、同項第5号（委任）",
        _BASIS + " ◇第5条（目的外利用及び外部提供）",
        "◇第3条第2項第2号（外部結合）\n◇第3条第2項第3号（業務委託）\n◇第4条第1項（目的外利用）",
        "◇第3条第2項第2号（外部結合）◇第3条第2項第3号（業務委託、再委託）",
    ],
)
def test_a_kind_that_only_the_basis_names(tmp_path: Path, basis: str) -> None:
    assert _of_basis(tmp_path, basis) == {"title_without_content"}


@pytest.mark.parametrize(
    "basis",
    [
        "◇第3条第2項第2号（外部結合、業務委託）",
        "◇第3条第2項第2号（電子計算機の結合）、同項第3号（委託）",
        "◇第3条第2項（オンライン結合）及び第3項（業務の委託）",
        _BASIS + "（令和5年施行）",
        _BASIS + "、第9号（その他）",
    ],
)
def test_a_basis_of_the_kinds_that_are_there(tmp_path: Path, basis: str) -> None:
    assert _of_basis(tmp_path, basis) == set()
