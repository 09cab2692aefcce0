"""Assessments whose lines are set in below a number, each with a head, known to the form or not."""

from __future__ import annotations

from typing import Any

import drafts

SHEET = """特定個人情報保護評価書（重点項目評価書）　様式3（平成30年5月）
評価書名：墓地使用料に関する事務
Ⅰ　基本情報
1　事務の名称：墓地使用料に関する事務
Ⅱ　墓地使用者ファイルの概要
1　対象となる本人：墓地の使用者
2　記録項目：別添1のとおり
4　指定管理者：一般財団法人まつかぜ霊園公社
　　指定の期間：令和5年4月1日から令和10年3月31日まで
5　委託する業務：墓地台帳システムの保守
　　委託先：株式会社やまなみ情報
　　委託期間：令和6年4月1日から令和9年3月31日まで
6　提供先：他の地方公共団体の長
　　項目：個人番号、使用料の額
　　とりまとめ役：住民課
7　移転先：税務課
　　項目：宛名番号、使用料の額
（別添1）墓地使用者ファイル　記録項目
1．個人番号
2．宛名番号
3．氏名
4．使用料の額
Ⅲ　リスク対策
1　監督
（市が行うこと）
ア 契約に秘密の保持を定める。
（委託先に行わせること）
ア 秘密の保持を守らせる。
"""


def content() -> dict[str, Any]:
    return drafts.draft(SHEET).content


def test_a_line_set_in_ends_the_name_above_it() -> None:
    made = content()
    names = {each["id"]: each["label"] for each in made["holders"]}
    gets = {names[to]: flow["relation"] for flow in made["flows"] for to in flow["to"]}
    assert gets["他の地方公共団体の長"] == "provide"
    assert gets["税務課"] == "transfer"
    assert not {"個人番号", "使用料の額", "宛名番号"} & set(names.values())


def test_what_a_side_does_is_its_measures() -> None:
    measures = content()["safeguards"]
    assert [(each["party"], each["position"]) for each in measures] == [
        ("own", "ア"),
        ("partner", "ア"),
    ]


def test_the_term_of_a_designation_is_one_by_itself() -> None:
    made = drafts.draft(SHEET)
    (matter,) = made.content["matters"]
    ends = {each["end"]: each["kind"] for each in matter["periods"]}
    assert ends == {"2028-03-31": "contract", "2027-03-31": "contract"}
    assert "period_outside_contract" not in drafts.codes(made)
