"""Opinions that answer a consultation, and what such papers tell side by side or counted on."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

OPINION = """若葉個審第3号
令和6年3月1日
若葉町長　様
若葉町個人情報保護審議会
{title}
　意見を求められた件について、{answers}
Ⅰ　審議会の意見
　妥当と考える。
Ⅱ　町の説明
１．対象者
　(1) 温水プールの会員　{members}
２．情報項目
　　{items}
３．委託
　(1) 受託者　　株式会社みなもスポーツ
　(2) 契約期間　令和6年6月1日から令和9年3月31日まで
４．提供
　(1) 提供先　　こども水泳団体
　(2) 項目　　　氏名、生年月日
５．安全確保の措置
　(1) 町の措置
　　ア　{kept}
　(2) 受託者及び水泳団体の措置
　　ア　受託者は、扱う者の名を届け出る。
　　イ　水泳団体は、名簿を写さない。
"""
FORM = {
    "title": "温水プールの会員名簿の委託について（意見）",
    "answers": "当審議会の意見は次のとおりです。",
    "members": "320人（令和7年度見込み）",
    "kept": "名簿を鍵の掛かる棚に置く。",
    "items": "次の項目を、温水プール会員システムに記録する。\n　　ア　氏名\n　　イ　生年月日",
}


def opinion(**changed: str) -> drafts.Draft:
    return drafts.draft(OPINION.format(**{**FORM, **changed}))


def systems(content: dict[str, Any]) -> list[str]:
    names = {each["id"]: each["label"] for each in content["holders"]}
    recorded = [each for each in content["flows"] if each["relation"] == "process"]
    return [names[to] for flow in recorded for to in flow["to"]]


@pytest.mark.parametrize(
    ("title", "answers"),
    [
        (FORM["title"], "次のように考える。"),
        ("温水プールの会員名簿の委託について", FORM["answers"]),
        ("温水プールの会員名簿の委託について", "次の記載による。"),
    ],
)
def test_an_opinion_is_read_as_prose(title: str, answers: str) -> None:
    made = opinion(title=title, answers=answers)
    assert made.family == "prose"
    assert [each["label"] for each in made.content["items"]] == ["氏名", "生年月日"]


def test_a_medical_opinion_among_the_items_makes_no_prose() -> None:
    made = drafts.draft(
        "個人情報ファイル簿\nファイルの名称\t要介護認定\n記録項目\t氏名\n主治医意見書\n"
    )
    assert made.family == "register"


def test_a_forecast_holds_for_the_year_that_it_names() -> None:
    (group,) = opinion().content["subjects"]
    assert group["counts"][0]["as_of"] == "FY2025"
    (group,) = opinion(members="320人（令和6年9月1日見込み）").content["subjects"]
    assert "as_of" not in group["counts"][0]


def test_a_head_may_call_a_partner_by_the_end_of_its_name() -> None:
    made = opinion()
    measures = [each for each in made.content["safeguards"] if each["party"] == "partner"]
    assert all(each.get("applies_to") for each in measures)
    assert "recipient_without_safeguard" not in drafts.codes(made)
    unnamed = drafts.draft(
        OPINION.format(**FORM)
        .replace("受託者及び水泳団体の", "受託者の")
        .replace("水泳団体は、", "")
    )
    assert "recipient_without_safeguard" in drafts.codes(unnamed)


def test_what_is_recorded_in_two_systems_is_in_both() -> None:
    both = FORM["items"].replace("温水プール会員システム", "入場記録装置及び会員システム")
    kept = "入場記録装置の鍵と会員システムの履歴を確かめる。"
    assert systems(opinion(items=both, kept=kept).content) == ["入場記録装置", "会員システム"]


def test_a_short_form_stands_for_a_name_that_begins_with_kana() -> None:
    short = FORM["items"].replace(
        "温水プール会員システム", "子ども会員システム（以下「会員システム」という。）"
    )
    assert systems(opinion(items=short).content) == ["子ども会員システム"]


def test_a_list_that_counts_on_over_its_heads_is_one() -> None:
    heads = (
        "次の項目を、会員システムに記録する。\n　ア　会員に関する項目\n　　①氏名\n　　②住所\n"
        "　イ　利用に関する項目\n　　{}利用の日\n　　{}支払の額"
    )
    (listed,) = opinion(items=heads.format(*"③④")).content["lists"][:1]
    printed = [(each["position"], each["label"]) for each in listed["entries"]]
    assert printed == [("1", "氏名"), ("2", "住所"), ("3", "利用の日"), ("4", "支払の額")]
    apart = opinion(items=heads.format(*"①②")).content["lists"][:2]
    printed = [(each["position"], each["label"]) for one in apart for each in one["entries"]]
    assert {("1", "会員に関する項目"), ("2", "利用に関する項目"), ("2.1", "利用の日")} <= set(
        printed
    )


LETTER = """諮問第5号
みなと市長
市民講座の受付の委託について（諮問）
1　対象者
　受講者　200人（令和6年4月1日現在）
2　委託（その１）
　委託先　株式会社うみかぜ
　期間　令和6年7月1日から令和9年3月31日まで
　再委託　印刷は、市の承諾を得て、有限会社なぎさ印刷に{gives}。
　再委託の期間　令和6年8月1日から令和{until}年3月31日まで
3　提供
　提供先　はまべ学習協会
　期間　令和6年7月1日から
4　{heading}
（秘密の保持）
第1項　{side}は、知り得たことを漏らしてはならない。
（検査）
第2項　{other}は、作業の場所を検査する。
5　安全対策
(1) 委託先の対策
　ア　株式会社うみかぜ及び有限会社なぎさ印刷は、扱う者の名を届け出る。
"""
SAID = {
    "gives": "行わせる",
    "until": "7",
    "heading": "特記事項（契約書に付すもの）",
    "side": "受託者",
    "other": "委託者",
}


def test_the_term_of_a_sub_contractor_covers_nothing_else() -> None:
    made = drafts.draft(LETTER.format(**SAID))
    assert "period_outside_contract" not in drafts.codes(made)
    late = drafts.draft(LETTER.format(**{**SAID, "until": "11"}))
    assert "period_outside_contract" in drafts.codes(late)


def test_two_firms_that_do_one_thing_are_two() -> None:
    content = drafts.draft(LETTER.format(**SAID)).content
    firms = [each["label"] for each in content["holders"] if "社" in each["label"]]
    assert firms == ["株式会社うみかぜ", "有限会社なぎさ印刷"]
    (further,) = [each for each in content["flows"] if each["relation"] == "reentrust"]
    assert further["to"] != further["from"]


@pytest.mark.parametrize(
    ("side", "other"), [("受託者", "委託者"), ("乙", "甲"), ("受注者", "発注者")]
)
def test_clauses_of_a_chapter_bind_whom_they_name(side: str, other: str) -> None:
    clauses = drafts.draft(LETTER.format(**{**SAID, "side": side, "other": other})).content[
        "clauses"
    ]
    assert [(each["number"], each["heading"]) for each in clauses] == [
        (1, "秘密の保持"),
        (2, "検査"),
    ]
    assert [each.get("obligor") for each in clauses] == [None, "own"]
