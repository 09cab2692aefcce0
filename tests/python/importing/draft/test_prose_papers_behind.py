"""Papers behind a letter, who is counted and named in passing, and what stands beside lists."""

from __future__ import annotations

import json
from typing import Any

import drafts
import pytest

LETTER = """令和5年4月1日
青葉市長　様
青葉市個人情報保護審議会
粗大ごみ収集の受付業務の委託について（答申）

第1 結論
委託することは、適当と認める。
第2 説明の概要
1 対象者
収集を申し込む市民　2,310人（令和5年3月31日現在）
2 項目
ア 氏名
イ 住所
ウ 電話番号
3 委託先
株式会社みなみ受付センター
4 安全対策
(1) 市は、端末を施錠した室に置く。
(2) 市は、記録を毎月調べる。
5 添付書類
{listed}

{headed}
1 市民は、電話で申し込む。
2 株式会社みなみ受付センターは、受付の記録を作成する。
3 環境課は、収集の日を決める。
"""


def content(text: str, name: str = "a.txt") -> Any:
    return json.loads(drafts.draft(text, name).case.to_json())


@pytest.mark.parametrize(
    ("listed", "headed", "label"),
    [
        ("別紙1 受付の流れ", "（別紙1）受付の流れ", "別紙1"),
        ("別紙 受付の流れ", "【別紙】受付の流れ", "別紙"),
        ("別紙1 受付の流れ", "≪別紙1≫ 受付の流れ", "別紙1"),
        ("資料A 受付の流れ", "資料A 受付の流れ", "資料A"),
        ("別紙ア 受付の流れ", "別紙ア　受付の流れ", "別紙ア"),
        ("別図 受付の流れ", "別図　受付の流れ", "別図"),
        ("別図1", "別図1", "別図1"),
        ("参考図", "参考図", "参考図"),
        ("受付の流れ図", "受付の流れ図", "受付の流れ図"),
        ("図1 受付の流れ", "図1 受付の流れ", "図1"),
        ("(1) 業務手順書", "業務手順書", "業務手順書"),
        ("添付1 受付の流れ", "添付1 受付の流れ", "添付1受付の流れ"),
    ],
)
def test_steps_of_a_paper_behind_the_letter_are_no_references(
    listed: str, headed: str, label: str
) -> None:
    case = content(LETTER.format(listed=listed, headed=headed))
    assert [(each["label"], each.get("resolved")) for each in case["references"]] == [(label, True)]


def test_what_is_only_listed_is_not_there() -> None:
    case = content(LETTER.format(listed="受付の流れ図", headed="第3 手順"))
    assert [each.get("resolved") for each in case["references"]] == [None]


TOLD = """青葉市長　様
青葉市個人情報保護審議会
墓地の受付の委託について（答申）

1 結論
適当である。
2 経過
{told}
3 項目
(1) 氏名
(2) 住所
4 委託先
株式会社みなみ受付センター
{more}
"""


@pytest.mark.parametrize(
    ("told", "labels"),
    [
        (
            "案内は、市営墓地の使用者1,946人（令和3年4月1日現在）に送る。",
            {("市営墓地の使用者", "2021-04-01")},
        ),
        (
            "案内は、市営墓地の使用者94人及び納骨堂の登録者38人（令和3年5月1日現在）に送る。",
            {("市営墓地の使用者", ""), ("納骨堂の登録者", "2021-05-01")},
        ),
        (
            "給付を受けている者は240人（令和6年12月1日現在）であり、今年度の申請者は310人である。",
            {("給付を受けている者", "2024-12-01"), ("今年度の申請者", "")},
        ),
        (
            "案内は、市民農園の利用者及び市営駐車場の契約者1,200人に郵送する。",
            {("市民農園の利用者及び市営駐車場の契約者", "")},
        ),
        (
            "前年度の健診の申込者120人（令和5年4月1日現在）に通知した。",
            {("前年度の健診の申込者", "2023-04-01")},
        ),
    ],
)
def test_a_group_keeps_what_it_is_of_and_its_own_day(
    told: str, labels: set[tuple[str, str]]
) -> None:
    case = content(TOLD.format(told=told, more=""))
    found = {(s["label"], s["counts"][0].get("as_of", "")) for s in case["subjects"]}
    assert found == labels


def test_the_same_group_of_the_same_day_is_held_against_its_number() -> None:
    told = "試行の対象は、東地区の給水契約者1,284人（令和7年3月31日現在）である。"
    again = (
        "5 必要性\n対象となる東地区の給水契約者{}人（令和7年3月31日現在）のうち多くが困っている。"
    )
    assert "count_differs" in drafts.raised(TOLD.format(told=told, more=again.format("1,248")))
    assert not drafts.raised(TOLD.format(told=told, more=again.format("1,284")))
    other = "5 必要性\n新たな東地区の給水契約者30人（令和7年3月31日現在）から始める。"
    assert not drafts.raised(TOLD.format(told=told, more=other))


def test_what_a_drawn_line_does_is_nobody() -> None:
    more = "5 流れ\n(1) 職員 → 提供先：名簿の手渡し\n　　提供先：青葉市社会福祉協議会、北消防組合"
    case = content(TOLD.format(told="名簿を作る。", more=more))
    assert {each["label"] for each in case["holders"] if each["id"] != "own"} == {
        "株式会社みなみ受付センター",
        "青葉市社会福祉協議会",
        "北消防組合",
    }


SHELTER = """青葉市長
避難所受付システムの導入に係る電子計算機処理及び外部提供について（諮問）

1 対象者
市内の住民　5,071人
2 システム
避難所受付システムは、株式会社みなみ情報が運用するサーバからなる。
{told}
3 記録する項目
ア 氏名
イ 年齢
ウ 性別
エ 居住する地区
4 委託先　株式会社みなみ情報
5 提供先
市は、次の者に名簿を渡す。
ア 青葉市社会福祉協議会
イ 北消防組合
6 流れ
(1) 職員 → 提供先：名簿の手渡し
　　提供先：青葉市社会福祉協議会、北消防組合{more}
"""


@pytest.mark.parametrize(
    ("told", "more", "codes"),
    [
        ("", "", set()),
        ("本システムに記録する情報は、氏名、年齢、性別及び居住する地区だけである。", "", set()),
        (
            "本システムに記録する情報は、住民の氏名、年齢及び居住する地区だけである。",
            "",
            {"claim_against_list"},
        ),
        ("", "、青葉市民生委員協議会", {"named_once"}),
    ],
)
def test_a_list_that_is_told_again_with_less_or_more(told: str, more: str, codes: set[str]) -> None:
    assert drafts.raised(SHELTER.format(told=told, more=more)) == codes


LINK = """青葉市長　様
青葉市個人情報保護審議会
貸与金の返還に係る外部結合について（答申）

1 対象者
申請者 310人（令和5年4月1日現在）
2 外部結合
(1) 結合の相手方
公益財団法人さくら育英会
(2) 結合する情報の項目
ア 氏名
イ 生年月日
ウ 残額
(3) 送受信の向き
{way}
3 業務の流れ
(1) 申請者が、申請書を総務課に出す。
(2) {told}
"""
ONLY = "この結合において、市は公益財団法人さくら育英会から情報を受信するのみである。"


@pytest.mark.parametrize(
    "way",
    [
        "市は、アからイまでを公益財団法人さくら育英会に送信し、同会からウを受信する。",
        "市から氏名を送信し、相手方から残額を受信する。",
        "市は、ア及びイを公益財団法人さくら育英会に送信する。",
        "市が番号を送り、公益財団法人さくら育英会が残額を返す。",
        "双方向とする。",
    ],
)
def test_ways_of_a_link_against_one_way_only(way: str) -> None:
    assert "direction_differs" in drafts.raised(LINK.format(way=way, told=ONLY))


@pytest.mark.parametrize(
    ("way", "told"),
    [
        ("市は、公益財団法人さくら育英会からウを受信する。", ONLY),
        (
            "市は、アからイまでを公益財団法人さくら育英会に送信し、ウを受信する。",
            "総務課が確かめる。",
        ),
        (
            "市は、ア及びイを公益財団法人さくら育英会に送信する。",
            "電話番号及び住所は、公益財団法人さくら育英会に送信しない。",
        ),
        (
            "市は、公益財団法人さくら育英会からウを受信する。",
            "市は、申請者を識別できる情報を公益財団法人さくら育英会から受信しない。",
        ),
    ],
)
def test_ways_of_a_link_that_agree(way: str, told: str) -> None:
    assert "direction_differs" not in drafts.raised(LINK.format(way=way, told=told))


def test_a_wrapped_line_goes_with_its_number() -> None:
    text = TOLD.format(
        told="墓地を管理する。",
        more="5 市が行う対策\n1\t台帳を施錠した書庫に納める。\n"
        "2\t委託先に対し、個人情報の取扱いに関する研修の記録を提出\nさせる。\n"
        "3\t事業所を訪れ、管理を点検する。",
    )
    assert [each["position"] for each in content(text)["safeguards"]] == ["1", "2", "3"]


BOXED = """答申書
矢部広域連合長　殿
矢部広域連合個人情報保護審査会
次のとおり答申する。

＜件　名＞
調査票の入力の業務の委託について

＜結　論＞
認める。

＜説明の概要＞
(1) 取り扱う情報
ａ　番号
ｂ　特記事項
ｃ　医師の氏名
(2) 委託先
株式会社ちくご情報
(3) 広域連合の保護措置
一　調査票を二人で運ぶ。
二　台帳で確かめる。
三　作業を検査する。
(4) 委託先の保護措置
一　名簿を出す。
二　再委託は行わない。

＜審査会の判断＞
委託の必要性は高い。
保護措置は、次のとおり十分である。
・運搬　(3)一、(3)二
・作業　(4)一
・監督　(3)三、(4){last}
"""


def test_chapters_in_brackets_and_marks_in_kanji() -> None:
    case = content(BOXED.format(last="二"))
    assert case["holders"][0]["label"] == "矢部広域連合"
    assert case["matters"][0]["title"] == "調査票の入力の業務の委託について"
    assert [each["label"] for each in case["lists"][0]["entries"]][1] == "特記事項"
    assert [each["position"] for each in case["safeguards"]] == ["一", "二", "三", "一", "二"]
    assert not drafts.raised(BOXED.format(last="二"))
    assert "crosswalk_unresolved" in drafts.raised(BOXED.format(last="六"))


@pytest.mark.parametrize(
    ("taker", "codes"),
    [
        ("株式会社みなみ受付センター", set()),
        ("株式会社みなみ受付センター、株式会社つばき印刷", {"named_once"}),
        ("市民", set()),
    ],
)
def test_who_alone_a_drawn_line_names(taker: str, codes: set[str]) -> None:
    more = f"5 流れ\n① 市民 → 環境課 ： 申込書\n② 環境課 → {taker} ： 名簿"
    assert drafts.raised(TOLD.format(told="墓地を管理する。", more=more)) == codes
