"""Numbered prose: what lists, sentences and papers state beside their heads."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

from nagarezu.importing.draft.draft import Draft

LETTER = (
    "諮問第5号\n令和6年5月1日\n松風市個人情報保護審査会　様\n松風市長\n"
    "粗大ごみ受付業務の委託について（諮問）\n"
    "次のとおり諮問します。\n1　対象者\n申込みをする市民　1,200人（令和6年4月1日現在）\n"
    "2　委託先\n株式会社しおさい\n"
)


def draft(text: str) -> Draft:
    return drafts.draft(LETTER + text)


def content(text: str) -> dict[str, Any]:
    return draft(text).content


def codes(text: str) -> set[str]:
    return drafts.codes(draft(text))


def labels(case: dict[str, Any], list_: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Who holds a list, and what stands in it."""
    names = {each["id"]: each["label"] for each in case["holders"]}
    held = [names[id_] for id_ in list_.get("holders", [])]
    return held, [entry["label"] for entry in list_["entries"]]


def flows(case: dict[str, Any]) -> set[tuple[str, str, str]]:
    names = {each["id"]: each["label"] for each in case["holders"]}
    return {
        (names[each.get("from", "own")], each["relation"], names[to])
        for each in case["flows"]
        for to in each["to"]
    }


@pytest.mark.parametrize(
    ("cited", "attached", "label", "resolved"),
    [
        ("契約に別紙の特記事項を付す。", "別紙\n特記事項", "別紙", True),
        ("契約に別紙「個人情報特記事項」を付す。", "別紙\n個人情報特記事項", "別紙", True),
        ("契約に別添の特記事項を付す。", "別添\n特記事項", "別添", True),
        ("別紙様式の申込書により申し込む。", "別紙様式\n申込書", "別紙様式", True),
        (
            "措置は別紙チェックリストのとおり。",
            "別紙チェックリスト\n印の表",
            "別紙チェックリスト",
            True,
        ),
        ("別紙の処理フロー図により処理する。", "", "別紙", False),
    ],
)
def test_a_paper_is_cited_by_what_it_is_called(
    cited: str, attached: str, label: str, resolved: bool
) -> None:
    case = content(f"3　安全対策\n(1)　市の対策\nア　{cited}\nイ　名簿を保管する。\n\n{attached}\n")
    found = {each["label"]: each.get("resolved", False) for each in case["references"]}
    assert found == {label: resolved}


ITEMS = "ア　受付番号\nイ　氏名\nウ　電話番号\n"


@pytest.mark.parametrize(
    ("part", "holder"),
    [
        (
            f"3　個人情報を記録する電子計算機\n粗大ごみ受付システム\n次の項目を記録する。\n{ITEMS}",
            0,
        ),
        (f"3　取り扱う項目\n(1)　粗大ごみ受付システム\n{ITEMS}(2)　巡回用タブレット\n{ITEMS}", 1),
    ],
)
def test_a_list_stands_below_a_system_or_a_device(part: str, holder: int) -> None:
    case = content(part)
    held = [labels(case, each) for each in case["lists"]]
    wanted = ["粗大ごみ受付システム", "巡回用タブレット"][: holder + 1]
    assert [(holders, names) for holders, names in held] == [
        ([name], ["受付番号", "氏名", "電話番号"]) for name in wanted
    ]


def test_a_remark_below_the_last_item_takes_nothing_from_it() -> None:
    case = content(
        "3　委託先に渡す項目\nア　氏名\nイ　配慮を要する事項（任意）\n"
        "上の項目は、本人が窓口で書いたものである。\n"
    )
    entries = case["lists"][0]["entries"]
    assert [(each["label"], each.get("optional", False)) for each in entries] == [
        ("氏名", False),
        ("配慮を要する事項", True),
    ]


LINK = (
    "3　結合の相手方\n社会福祉法人松風会（以下「松風会」という。）\n4　結合の方法\n{told}\n"
    "5　結合する項目\n(1)　市から松風会に送信する項目\nア　受付番号\nイ　氏名\n"
    "(2)　{head}\nア　受付番号\nイ　訪問日\n"
)


@pytest.mark.parametrize(
    "head",
    [
        "松風会から市に送信する項目",
        "松風会が市に送信する項目",
        "市が松風会から受信する項目",
        "訪問を終えたときは、松風会から市に次の項目を送信し、市は台帳を更新する。",
    ],
)
def test_what_a_partner_sends_goes_the_other_way(head: str) -> None:
    text = LINK.format(told="専用回線による。", head=head)
    assert ("社会福祉法人松風会", "link", "松風市") in flows(content(text))
    assert "direction_differs" not in codes(text)
    assert "direction_differs" in codes(
        LINK.format(told="市のシステムから松風会のシステムへの一方向とする。", head=head)
    )


def test_what_a_partner_gets_goes_to_it() -> None:
    text = LINK.format(told="専用回線による。", head="松風会が受信する項目")
    assert ("社会福祉法人松風会", "link", "松風市") not in flows(content(text))


def test_the_system_of_a_partner_records_nothing_of_the_own_side() -> None:
    case = content(
        LINK.format(
            told="市の台帳管理システムから松風会の訪問支援システムへ専用回線で送信する。",
            head="松風会が市に送信する項目",
        )
    )
    assert "訪問支援システム" not in {name for here, _, to in flows(case) for name in (here, to)}


def test_two_systems_are_the_sources() -> None:
    case = content(
        "3　受渡しの方法\n市民課が、住民記録システム及び税務システムから抽出したデータを手渡す。\n"
        f"4　委託先に処理させる項目\n{ITEMS}"
    )
    assert {to for _, relation, to in flows(case) if relation == "process"} == {
        "住民記録システム",
        "税務システム",
    }


@pytest.mark.parametrize(
    ("told", "again"),
    [
        ("通知の印刷は、みなと印刷株式会社がその工場で行い、発送は委託先が行う。", True),
        ("入力は、委託先から依頼を受けたみなと印刷株式会社が処理する。", True),
        ("通知の配達は、日本郵便株式会社が行う。", False),
        ("通知の印刷は、これまでみなと印刷株式会社が行っていない。", False),
    ],
)
def test_a_firm_that_does_a_piece_of_the_work(told: str, again: bool) -> None:
    case = content(f"3　委託の内容\n(1)　体制\n{told}\n4　委託先に渡す項目\n{ITEMS}")
    assert any(relation == "reentrust" for _, relation, _ in flows(case)) == again


@pytest.mark.parametrize(
    ("media", "way", "asked"),
    [
        ("紙", "名簿は、USBメモリに格納して委託先に手渡す。", True),
        ("紙", "委託先は、結果を電子メールに添付して市に送信する。", True),
        ("光ディスク", "名簿は、光ディスクに収めて委託先に手渡す。", False),
        ("電磁的記録", "結果は、専用回線により送信する。", False),
        ("紙", "電子メールによる送信は行わない。名簿は窓口で手渡す。", False),
    ],
)
def test_the_way_that_is_told_against_the_media(media: str, way: str, asked: bool) -> None:
    text = (
        f"3　媒体及び受渡しの方法\n(1)　記録媒体　{media}\n(2)　受渡し　{way}\n4　渡す項目\n{ITEMS}"
    )
    assert ("channel_not_in_media" in codes(text)) == asked


@pytest.mark.parametrize(
    ("plan", "asked"),
    [
        ("(2)　業務の工程\nア　電話の受付　令和6年7月1日から令和7年4月30日まで", True),
        ("(2)　業務の工程\nア　電話の受付　令和6年7月1日から令和7年2月28日まで", False),
        ("(2)　作業の日程\nア　準備　令和6年4月", False),  # when a step begins, nothing more
    ],
)
def test_the_plan_of_the_work_against_the_contract(plan: str, asked: bool) -> None:
    text = f"3　委託\n(1)　期間　令和6年6月1日から令和7年3月31日まで\n{plan}\n4　渡す項目\n{ITEMS}"
    assert ("period_outside_contract" in codes(text)) == asked


def test_a_short_form_says_what_a_firm_is() -> None:
    text = (
        "答申第3号\n令和6年5月1日\n松風市長　様\n松風市個人情報保護審議会\n"
        "予約の受付に係る電子計算機処理について（答申）\n"
        "1　結論\n適当である。\n2　説明要旨\n(1)　システムの概要\n"
        "予約サイトは、株式会社しおさい（以下「受託者」という。）がインターネット上に開設する。\n"
        "(2)　処理する項目\nア　予約サイト\n(ア)　受付番号\n(イ)　氏名\n"
    )
    case = drafts.draft(text).content
    assert {to for _, relation, to in flows(case) if relation == "entrust"} == {"株式会社しおさい"}


def test_the_date_behind_a_number_in_a_bracket() -> None:
    text = LETTER.replace(
        "1,200人（令和6年4月1日現在）", "（1,200人。2024年（令和6年）4月1日現在）"
    )
    case = drafts.draft(f"{text}3　渡す項目\n{ITEMS}").content
    assert [(c["value"], c.get("as_of")) for c in case["subjects"][0]["counts"]] == [
        (1200, "2024-04-01")
    ]
