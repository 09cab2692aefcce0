"""Numbered prose: who serves a system, what system is introduced, and whom one exchanges with."""

from __future__ import annotations

import pytest
from drafts import draft, raised

ANSWER = (
    "松風個審答申第8号\n令和6年5月1日\n松風市長　様\n松風市個人情報保護審査会\n会長\n"
    "公園の利用受付に係る{kind}について（答申）\n"
    "令和6年4月1日付けで諮問のあった件について、次のとおり答申する。\n"
    "1　審査会の結論\n適当である。\n2　実施機関の説明\n(1)　経過\n{history}\n"
    "(2)　システムの概要\n{told}\n"
    "(3)　対象者\n公園の利用者　1,200人（令和6年4月1日現在）\n"
    "(4)　記録する項目\nア　氏名\nイ　住所\nウ　電話番号\n"
    "(5)　安全対策\nア　市の対策\n(ア)　端末を課に置く。\n(イ)　{own}\n"
    "{partner}(6)　開始の時期\n令和6年10月1日\n"
)
PARTNER = "イ　{}の対策\n(ア)　通信を暗号化する。\n(イ)　入室を記録する。\n"


def flows(text: str) -> set[tuple[str, str]]:
    content = draft(text).content
    names = {each["id"]: each["label"] for each in content["holders"]}
    return {(each["relation"], names[to]) for each in content.get("flows", []) for to in each["to"]}


def paper(
    told: str,
    who: str = "",
    history: str = "往復はがきで受けてきた。",
    kind: str = "電子計算機処理",
    own: str = "職員を限る。",
) -> str:
    partner = PARTNER.format(who) if who else ""
    return ANSWER.format(told=told, partner=partner, history=history, kind=kind, own=own)


@pytest.mark.parametrize(
    "told",
    [
        "公園受付システムは、株式会社いそべが運用する。",
        "公園受付システムは、株式会社いそべのデータセンターに置く。",
        "公園受付システムは、株式会社いそべのデータセンターに設置したサーバで動かす。",
        "公園受付システムは、株式会社いそべが提供するクラウドサービスである。",
        "公園受付システムは、株式会社いそべからサービスの提供を受けて利用する。",
        "公園受付システムは、株式会社いそべのクラウドサービスを利用する。",
        "公園受付システムは、株式会社いそべがクラウド上に構築し、運用するものである。",
        "株式会社いそべの提供する公園受付システムを利用する。",
        "公園受付システムのサーバは、株式会社いそべが管理するデータセンターに設置する。",
        "公園受付システムの運営は、株式会社いそべが行う。",
        "公園受付システムは、株式会社いそべ（以下「事業者」という。）がＡＳＰ方式で提供する。",
    ],
)
def test_who_serves_a_system_is_entrusted_where_the_paper_has_measures_of_that_firm(
    told: str,
) -> None:
    for who in ("事業者" if "事業者" in told else "株式会社いそべ", "受託者"):
        text = paper(told, who)
        assert flows(text) == {("entrust", "株式会社いそべ"), ("process", "公園受付システム")}
        assert not raised(text)


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("公園受付システムは、株式会社いそべの製品である。", "受託者"),
        ("公園受付システムは、株式会社いそべが開発したものを市で動かす。", "受託者"),
        ("公園受付システムは、市のサーバで動かす。", ""),
        ("株式会社いそべが運営する体育館の受付は、対象としない。", "受託者"),
        ("公園受付システムは、株式会社いそべが運用する。", ""),
    ],
)
def test_a_product_or_a_firm_that_is_held_to_nothing_is_no_partner(told: str, who: str) -> None:
    text = paper(told, who)
    assert not [each for each in flows(text) if each[0] == "entrust"]
    assert not {code for code in raised(text) if code != "named_once"}


@pytest.mark.parametrize(
    "history",
    [
        "受付の手間を省くため、公園受付システムを導入したい。",
        "そこで、公園受付システム（以下「本システム」という。）を用いることとした。",
        "公園受付システム（以下「受付システム」という。）を新たに整備する予定である。",
        "申込みを自動的に受け付ける公園受付システムを構築し、利用することとする。",
        "公園受付システムを運用することとしたものである。",
    ],
)
def test_the_one_system_that_a_paper_introduces_records_its_items(history: str) -> None:
    assert ("process", "公園受付システム") in flows(paper("回線で結ぶ。", "", history))


@pytest.mark.parametrize(
    "history",
    [
        "他市では、公園受付システムを導入することとした例がある。",
        "公園受付システムを用いる案も検討したが、見送った。",
        "クラウドサービスを利用することとした。",
        "料金システムを導入し、予約システムを利用することとした。受付システムを構築したい。",
        "委託先は、公園受付システムを利用する。",
    ],
)
def test_a_system_that_is_not_introduced_for_certain_records_nothing(history: str) -> None:
    assert not flows(paper("回線で結ぶ。", "", history))


INTRODUCED = "市がはまかぜ交通株式会社（以下「はまかぜ交通」という。）に払う額は、推計による。"


@pytest.mark.parametrize(
    "told",
    [
        "失効した番号の一覧は、市からはまかぜ交通へ毎週送信する。",
        "はまかぜ交通に、失効した番号の一覧を提供する。",
        "はまかぜ交通は、利用の実績を月に1回、専用回線で市に送る。",
        "市は、はまかぜ交通に対し、利用者の氏名を通知する。",
    ],
)
def test_the_one_body_with_which_information_goes_to_and_fro_is_the_one_of_the_title(
    told: str,
) -> None:
    text = paper(told, "", INTRODUCED, "個人情報の提供")
    assert ("provide", "はまかぜ交通株式会社") in flows(text)
    text = paper("回線で結ぶ。", "", INTRODUCED, "個人情報の提供", told)
    assert ("provide", "はまかぜ交通株式会社") in flows(text)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("はまかぜ交通に、個人情報を提供することはない。", "個人情報の提供"),
        ("はまかぜ交通の車両に掲示する。", "個人情報の提供"),
        ("失効した番号の一覧は、市からはまかぜ交通へ毎週送信する。", "電子計算機処理"),
    ],
)
def test_whom_nothing_goes_to_is_no_recipient(told: str, kind: str) -> None:
    assert not [each for each in flows(paper(told, "", INTRODUCED, kind)) if each[0] == "provide"]
