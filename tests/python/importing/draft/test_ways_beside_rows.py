"""Who gives, in the first of two deeds; ways that a numbered measure tells; rows of media."""

from __future__ import annotations

import drafts
import pytest

_PAPER = """霧野市情報公開・個人情報保護審議会　答申

粗大ごみの収集受付に係る業務委託及び外部提供について（答申）

第1　審議会の結論
業務委託及び外部提供を行うことは、適当である。

第2　実施機関の説明
1　委託及び提供の相手方
(1) 株式会社なぎさ受付（以下「受付会社」という。）に、受付の業務を委託する。
(2) 社会福祉法人汐見会（以下「汐見会」という。）に、名簿を提供する。

2　受付会社に処理させる項目
(1) 受付番号
(2) 氏名
(3) 住所

3　汐見会に提供する項目
(1) 氏名
(2) 住所
(3) 電話番号

4　事業の流れ
(1) {}
(2) {}
"""


@pytest.mark.parametrize(
    ("only", "against"),
    [
        (
            "受付会社が収集の実績表を作って市に送り、市は収集の実績表を受け取るのみである。",
            "市が収集の実績表を受付会社に送付し、受付会社は車両を手配する。",
        ),
        (
            "受付会社が受付の日報を作成して市に報告するのみで、市から受付の日報を送ることはない。",
            "市は、受付の日報を受付会社へ送付する。",
        ),
        (
            "汐見会が訪問の結果をまとめて市に提出し、市は訪問の結果を受け取るだけである。",
            "市は、訪問の結果を汐見会に送付する。",
        ),
        (
            "納品の予定については、受付会社が翌月分の予定表を作って市に送り、市は受け取るのみである。",
            "市が毎月、翌月分の納品予定表を受付会社へ送付する。",
        ),
    ],
)
def test_who_does_one_thing_does_the_next(only: str, against: str) -> None:
    assert drafts.raised(_PAPER.format(only, against)) == {"direction_differs"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "汐見会が訪問の結果をまとめて市に提出する。",
            "市は、訪問の結果を汐見会から受け取る。",
        ),
        (
            "受付会社が収集の実績表を作って市に送り、市は収集の実績表を受け取るのみである。",
            "市が収集の実績表の様式を受付会社に送付する。",
        ),
        ("市が名簿を抽出し、汐見会に渡す。", "汐見会は、名簿を受け取り、訪問する。"),
        (
            "受付会社が受付の日報を作成して市に報告する。",
            "市は、受付の日報を確かめて受付会社に返す。",
        ),
    ],
)
def test_what_comes_and_what_goes_may_both_be_told(one: str, other: str) -> None:
    assert drafts.raised(_PAPER.format(one, other)) == set()


_LISTS = """
5　汐見会が市に報告する項目
(1) 氏名
(2) 訪問の結果
"""


def test_what_one_list_has_comes_and_does_not_go() -> None:
    paper = _PAPER.format("汐見会は、訪問を行う。", "{}") + _LISTS
    assert drafts.raised(paper.format("訪問の結果は、市が汐見会に通知する。")) == {
        "direction_differs"
    }
    assert drafts.raised(paper.format("訪問の結果は、汐見会が市に通知する。")) == set()
    assert drafts.raised(paper.format("市は、氏名を汐見会に通知する。")) == set()  # in both lists


_SHEET = """個人情報保護審議会　付議事項

件名 粗大ごみの受付業務の委託について

保有課	環境課
登録業務の名称	粗大ごみの収集に関する業務
委託先	株式会社なぎさ受付
再委託先	有限会社みさき倉庫（書類の保管）
委託に伴い事業者に処理させる情報項目（だれの、どのような項目か）	1 個人の範囲
	収集を申し込んだ者
	2 情報項目
	①受付番号 ②氏名 ③住所
処理させる情報項目の記録媒体	電磁的媒体（DVD-R）{}
委託理由	専門の事業者によることが確実であるため。
委託の内容	1 受付の名簿の整理（{}）
	2 申込みの集計
委託の開始時期及び期限	令和8年4月1日から令和9年3月31日まで
委託にあたり市が行う情報保護対策	【運用上の対策】
	1 契約書に特記事項を付す。
	2 再委託先の保管の状況を年1回確かめる。
受託事業者に行わせる情報保護対策	【運用上の対策】
	1 受付の記録を施錠できる書庫に収めさせる。
"""


def test_paper_is_handed_to_the_contractor_beside_a_row_of_disks() -> None:
    told = "市の職員が紙の名簿を手渡す。"
    assert "channel_not_in_media" in drafts.raised(_SHEET.format("", told))
    both = "市の職員が紙の名簿とDVD-Rを手渡す。"
    assert drafts.raised(_SHEET.format("及び紙（名簿）", both)) == set()
    assert drafts.raised(_SHEET.format("", "名簿は、DVD-Rに記録して手渡す。")) == set()
