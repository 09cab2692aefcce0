"""Who is meant by what he runs, by his form or his place, and what is cited by its name."""

from __future__ import annotations

import drafts
import pytest

HEAD = """若草市個人情報保護審議会　付議事項
件名　予約の受付に係る{title}について{new}

事業の概要
事業名　施設の予約
目的　窓口の列を短くする。
対象者　予約をする者
事業内容
1 概要
{told}

"""
LINK = """件名　受付サイトとの外部結合について
保有課　施設課
登録業務の名称　施設の予約
結合の相手方　{partner}
結合される情報項目
1 個人の範囲
予約をする者
2 情報項目
①予約番号 ②氏名
結合の形態
{form}
結合の期間　令和6年4月1日から令和7年3月31日まで
"""
WORK = """件名　受付の委託について
保有課　施設課
登録業務の名称　施設の予約
委託先　{partner}
委託に伴い処理させる情報項目
1 個人の範囲
予約をする者
2 情報項目
①予約番号 ②氏名 ③電話番号
委託の期間　令和6年4月1日から令和7年3月31日まで
委託に当たり市が行う情報保護対策
1 契約書に{cited}を添える。
"""


def link(told: str, form: str, partner: str = "株式会社さくら予約（受付サイトの運営者）") -> str:
    head = HEAD.format(title="外部結合", new="", told=told)
    return head + LINK.format(partner=partner, form=form)


@pytest.mark.parametrize(
    ("told", "form", "partner"),
    [
        ("市は、予約番号を受付サイトに送信する。", "市は受付サイトから受信するのみである。", ""),
        (
            "受付サイトに予約番号を送る。",
            "ＬＧＷＡＮを用い、市は受付サイトから受信するのみである。",
            "",
        ),
        ("受付サイトに予約番号を送る。", "VPNにより、市は受付サイトから受信するだけである。", ""),
        (
            "予約番号を県立図書館に送る。",
            "市は県立図書館から受信するのみである。",
            "若葉県立図書館",
        ),
    ],
)
def test_what_is_sent_to_what_somebody_runs(told: str, form: str, partner: str) -> None:
    text = link(told, form, partner) if partner else link(told, form)
    assert "direction_differs" in drafts.raised(text)


@pytest.mark.parametrize(
    ("told", "form"),
    [
        ("市は、予約番号を受付サイトから受信する。", "市は受付サイトから受信するのみである。"),
        ("予約は受付サイトで受け付ける。", "LGWANを用い、市は受付サイトから受信するのみである。"),
    ],
)
def test_the_same_way_twice(told: str, form: str) -> None:
    assert drafts.raised(link(told, form)) == set()


def work(told: str, partner: str, cited: str = "別添特記事項", new: str = "") -> str:
    head = HEAD.format(title="業務委託", new=new, told=told)
    return (
        head
        + WORK.format(partner=partner, cited=cited)
        + "別添\n特記事項\n（秘密）\n1 乙は、漏らしてはならない。\n"
    )


@pytest.mark.parametrize("whom", ["法人", "社会福祉法人", "同法人", "受託者"])
def test_who_bears_his_form_in_front_of_his_name(whom: str) -> None:
    told = f"受付を社会福祉法人わかば会に委託する。{whom}には予約番号のみを渡す。"
    assert drafts.raised(work(told, "社会福祉法人わかば会")) == {"claim_against_list"}


@pytest.mark.parametrize(
    ("cited", "resolved"),
    [("別添特記事項", True), ("別添チェックリスト", False)],
)
def test_a_paper_is_cited_by_its_name(cited: str, resolved: bool) -> None:
    made = drafts.draft(work("受付を委託する。", "甲株式会社", cited)).content
    label = cited.replace("「", "").replace("」", "")
    states = {each["label"]: bool(each.get("resolved")) for each in made["references"]}
    assert states[label] == resolved


@pytest.mark.parametrize("this", ["このたび、", "今回、", "この度"])
def test_what_is_done_this_time_is_new(this: str) -> None:
    told = f"{this}受付の業務を、受託事業者が別の事業者に再委託する。"
    text = work(told, "甲株式会社", new="（再委託の追加）")
    assert "title_without_content" not in drafts.raised(text)


def test_names_of_staff_are_nothing_that_is_handed_over() -> None:
    text = work("受付を委託する。", "甲株式会社").replace(
        "委託の期間", "記録媒体　電磁的媒体（予約システム）\n委託の期間"
    )
    asked = "2 作業に就く者の氏名を書面で届けさせる。\n別添\n"
    assert drafts.raised(text.replace("別添\n", asked, 1)) == set()
