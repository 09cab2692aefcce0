"""Numbered prose: groups and items on one line, roles on one line, sides told by sentences."""

from __future__ import annotations

import json
from typing import Any

import drafts
import importing_score
import pytest

PAPER = """みなと市

学習支援の委託に係る個人情報の取扱いについて

１　目的
　支援を希望する児童に学習の機会を用意し、運営を委託する。

２　対象者
{subjects}
３　取り扱う個人情報の項目
{items}
４　委託先
{partners}
５　保護対策
{measures}
６　委託期間
{term}
"""
USUAL = {
    "subjects": "　支援を申し込んだ児童　120人（令和7年4月1日現在）\n",
    "items": "　氏名、住所、生年月日、学校名\n",
    "partners": "　特定非営利活動法人まなびの森（再委託先　株式会社北データ）\n",
    "measures": "　(1) 市が講ずる対策\n　　ア　名簿を施錠する。\n"
    "　(2) 委託先に講じさせる対策\n　　ア　名簿を返却させる。\n",
    "term": "　令和7年6月1日から令和8年3月31日まで\n",
}


def facts(kind: str, **changed: str) -> list[Any]:
    content = json.loads(drafts.draft(PAPER.format(**{**USUAL, **changed})).case.to_json())
    return sorted(importing_score.found(content)[kind], key=str)


def labels(**changed: str) -> set[tuple[str, int | None, str | None]]:
    return {(label, count, when) for label, count, _, when, _ in facts("subject", **changed)}


@pytest.mark.parametrize(
    "line",
    [
        "　対象となるのは、支援を申し込んだ児童120人とその保護者150人"
        "（いずれも令和7年4月1日現在）である。\n",
        "　支援を申し込んだ児童（令和7年4月1日現在120人）及びその保護者（同150人）とする。\n",
        "　支援を申し込んだ児童（120人）とその保護者（150人）の情報です（令和7年4月1日現在）。\n",
        "　【児童】支援を申し込んだ児童　120人（令和7年4月1日現在）\n"
        "　【保護者】その保護者　150人（令和7年4月1日現在）\n",
    ],
)
def test_two_groups_of_one_line_have_their_own_numbers_and_one_day(line: str) -> None:
    assert labels(subjects=line) == {
        ("支援を申し込んだ児童", 120, "2025-04-01"),
        ("その保護者", 150, "2025-04-01"),
    }


def test_those_whom_a_bracket_counts_out_of_a_group_are_a_group() -> None:
    line = "　支援を申し込んだ児童120人（うち給付を受ける世帯の児童30人）（令和7年4月1日現在）\n"
    assert {name for name, _, _ in labels(subjects=line)} == {
        "支援を申し込んだ児童",
        "給付を受ける世帯の児童",
    }


def items(text: str) -> list[tuple[str, str, bool]]:
    return [(at, label, optional) for _, at, label, optional in facts("item", items=text)]


def test_heads_in_brackets_group_the_items_of_their_line() -> None:
    assert items("　【基本情報】氏名、住所\n　【学校に関する情報】学校名\n") == [
        ("1", "基本情報", False),
        ("1.1", "氏名", False),
        ("1.2", "住所", False),
        ("2", "学校に関する情報", False),
        ("2.1", "学校名", False),
    ]


def test_whether_everybody_gives_an_item_is_no_item_below_it() -> None:
    assert items("　氏名：必須\n　住所：必須\n　電話番号：任意\n") == [
        ("1", "氏名", False),
        ("2", "住所", False),
        ("3", "電話番号", True),
    ]


def test_known_items_that_blanks_part_are_several() -> None:
    found = [label for _, label, _ in items("　氏名　住所　生年月日　学校名\n")]
    assert found == ["氏名", "住所", "生年月日", "学校名"]


def test_a_group_of_one_item_beside_groups_of_several() -> None:
    text = "　(1) 児童に関するもの　氏名、住所、学校名\n　(2) 保護者に関するもの　電話番号\n"
    assert ("2.1", "電話番号", False) in items(text)


BOTH = [
    (1, "株式会社北データ", "reentrust", 2),
    (1, "特定非営利活動法人まなびの森", "entrust", 1),
]


@pytest.mark.parametrize(
    "lines",
    [
        "　委託先：特定非営利活動法人まなびの森、再委託先：株式会社北データ\n",
        "　委託先　特定非営利活動法人まなびの森　　再委託先　株式会社北データ\n",
        "　元請　特定非営利活動法人まなびの森\n　下請　株式会社北データ\n",
        "　(1) 運営　特定非営利活動法人まなびの森\n"
        "　(2) 名簿の入力　株式会社北データ（(1)からの再委託）\n",
        "　特定非営利活動法人まなびの森とする。再委託は、名簿の入力に限り、"
        "株式会社北データに行わせます。\n",
    ],
)
def test_contractor_and_further_one_are_told_apart(lines: str) -> None:
    assert facts("recipient", partners=lines) == BOTH


def test_two_more_who_are_not_named_are_a_place_not_read() -> None:
    lines = "　特定非営利活動法人まなびの森ほか2者\n"
    draft = drafts.draft(PAPER.format(**{**USUAL, "partners": lines}))
    assert facts("recipient", partners=lines) == BOTH[1:]
    assert "partner_not_read" in {each.code for each in draft.unread}


def test_a_particle_within_the_name_of_a_body_makes_no_other_one() -> None:
    lines = (
        "　運営は、特定非営利活動法人まなびの森に委託する。"
        "同法人は、名簿の入力を株式会社北データに再委託する。\n"
    )
    paper = PAPER.format(**{**USUAL, "partners": lines})
    assert facts("recipient", partners=lines) == BOTH
    assert "named_once" not in drafts.raised(paper)


def parties(text: str) -> list[tuple[str, str]]:
    return [(party, at) for _, party, _, at in facts("safeguard", measures=text)]


def test_who_does_it_says_whose_measure_it_is_where_no_head_does() -> None:
    text = (
        "　(1) 市は、名簿を施錠する。\n　(2) 委託先は、名簿を施錠する。\n"
        "　(3) 市は、委託先に報告を求める。\n"
    )
    assert parties(text) == [("own", "1"), ("own", "3"), ("partner", "2")]


def test_a_table_with_a_column_of_each_side_holds_measures_and_no_items() -> None:
    text = (
        "項目\t市\t委託先\n名簿の管理\t名簿を施錠する。\t名簿を返却する。\n"
        "研修\t研修を行う。\t研修を受ける。\n"
    )
    assert parties(text) == [("own", "1"), ("own", "2"), ("partner", "1"), ("partner", "2")]
    assert len(facts("item", measures=text)) == 4


def test_a_sentence_in_the_head_of_a_side_leaves_it_a_head() -> None:
    paper = PAPER.format(**{**USUAL, "measures": "　別紙のとおり\n"}) + (
        "\n別紙　保護対策\n１　市の対策\n【運用上の対策】\n(1) 権限を見直す。\n"
        "【システム上の対策】\n(2) 記録を残す。\n"
        "２　受託者（再委託先を含む。）に行わせる対策\n【運用上の対策】\n(1) 研修を受けさせる。\n"
        "【システム上の対策】\n(2) 暗号化させる。\n"
    )
    found = importing_score.found(json.loads(drafts.draft(paper).case.to_json()))["safeguard"]
    assert sorted(found) == [
        (1, "own", "operational", "1"),
        (1, "own", "system", "2"),
        (1, "partner", "operational", "1"),
        (1, "partner", "system", "2"),
    ]


def test_what_the_own_side_does_at_a_transfer_is_its_own() -> None:
    text = USUAL["measures"] + "　(3) 移転に当たり本市が講じる対策\n　　イ　同意を確かめる。\n"
    assert ("own", "イ") in parties(text)


def test_a_step_before_the_contract_is_no_term() -> None:
    table = "時期\t内容\n令和7年5月\t契約の締結\n令和7年6月1日から令和8年3月31日まで\t運営の委託\n"
    assert facts("period", term=table) == [(1, "2025-06-01", "2026-03-31")]
    assert "period_outside_contract" not in drafts.raised(PAPER.format(**{**USUAL, "term": table}))


def test_all_items_in_a_column_are_no_item() -> None:
    table = (
        "相手方\t区分\t提供する項目\n特定非営利活動法人まなびの森\t委託\t全項目\n"
        "株式会社北データ\t再委託\t氏名、学校名\n"
    )
    assert facts("recipient", partners=table) == BOTH
    assert "全項目" not in {label for _, _, label, _ in facts("item", partners=table)}


@pytest.mark.parametrize(
    "lines",
    [
        "　(1) 支援を申し込んだ児童（120人）\n　(2) その保護者（150人）\n"
        "　　※人数は、令和7年4月1日現在\n",
        "　(1) 支援を申し込んだ児童　120人（令和7年4月1日時点）\n　(2) その保護者　150人（同）\n",
    ],
)
def test_the_day_of_one_line_or_below_the_list_is_that_of_all(lines: str) -> None:
    assert labels(subjects=lines) == {
        ("支援を申し込んだ児童", 120, "2025-04-01"),
        ("その保護者", 150, "2025-04-01"),
    }


def test_the_unit_of_a_head_is_that_of_bare_numbers_below_it() -> None:
    paper = PAPER.replace("２　対象者", "２　対象者（単位：人、令和7年4月1日現在）")
    lines = "　ア　支援を申し込んだ児童　1,120\n　イ　その保護者　150\n"
    content = json.loads(drafts.draft(paper.format(**{**USUAL, "subjects": lines})).case.to_json())
    assert importing_score.found(content)["subject"] == {
        ("支援を申し込んだ児童", 1120, "person", "2025-04-01", "exact"),
        ("その保護者", 150, "person", "2025-04-01", "exact"),
    }


def test_the_purpose_behind_a_name_is_none_of_it() -> None:
    lines = (
        "　(1) 特定非営利活動法人まなびの森　学習を支えるため\n"
        "　(2) 株式会社北データ　名簿を整えるため\n"
    )
    assert [each[1] for each in facts("recipient", partners=lines)] == [
        "株式会社北データ",
        "特定非営利活動法人まなびの森",
    ]


def test_the_way_behind_a_numbered_name_makes_nobody_else() -> None:
    ways = USUAL["term"] + (
        "７　受渡しの方法\n　１　特定非営利活動法人まなびの森　紙の手渡し\n"
        "　２　株式会社北データ　専用回線\n"
    )
    assert facts("recipient", term=ways) == BOTH


def test_a_sentence_that_begins_with_also_leads_to_the_other_side() -> None:
    text = (
        "　市は、次の措置を講じる。\n　(1) 名簿を施錠して保管する。\n　(2) 記録を残す。\n"
        "　また、委託先には次の措置を求める。\n　(1) 名簿を返却させる。\n　(2) 報告させる。\n"
    )
    assert parties(text) == [("own", "1"), ("own", "2"), ("partner", "1"), ("partner", "2")]


def test_a_day_in_brackets_in_front_of_from_is_the_start() -> None:
    term = "　契約の締結の日（令和7年6月1日予定）から令和8年3月31日まで\n"
    assert facts("period", term=term) == [(1, "2025-06-01", "2026-03-31")]


def test_the_number_of_each_part_of_a_group_is_its_own() -> None:
    line = (
        "　町立園の0歳児組及び1歳児組に在籍する児童を対象とする。令和8年1月1日現在の在籍数は、"
        "0歳児組の児童が39人、1歳児組の児童が75人である。\n"
    )
    assert {("0歳児組の児童", 39, "2026-01-01"), ("1歳児組の児童", 75, "2026-01-01")} <= labels(
        subjects=line
    )
    assert "count_differs" not in drafts.raised(PAPER.format(**{**USUAL, "subjects": line}))


def test_the_same_day_in_front_of_a_number() -> None:
    line = (
        "　支援の要る児童は、令和8年3月31日現在で3,475人である。\n"
        "　このうち提供に同意した児童は、同日現在で1,982人である。\n"
    )
    assert labels(subjects=line) == {
        ("支援の要る児童", 3475, "2026-03-31"),
        ("提供に同意した児童", 1982, "2026-03-31"),
    }


def test_a_number_said_again_without_its_day_is_no_other_number() -> None:
    said = "７　必要性\n　支援を申し込んだ児童は120人に上る。\n"
    assert labels(term=USUAL["term"] + said) == {("支援を申し込んだ児童", 120, "2025-04-01")}


def test_a_number_that_reaches_so_many_stands_in_front_of_the_name() -> None:
    said = "７　必要性\n　令和7年4月1日現在で210人に上る支援を申し込んだ児童に対し、案内する。\n"
    assert ("支援を申し込んだ児童", 210, "2025-04-01") in labels(term=USUAL["term"] + said)


def test_an_expected_number_in_a_table_has_the_day_of_its_column() -> None:
    table = "区分\t数\t基準日\n申込児童\t約350人（見込み）\t令和8年4月1日現在\n"
    assert facts("subject", subjects=table) == [
        ("申込児童", None, "person", "2026-04-01", "unknown")
    ]


def test_roles_on_numbered_lines_below_a_head_of_partners_and_terms() -> None:
    paper = PAPER.replace("４　委託先\n", "４　委託先及び委託期間\n")
    lines = (
        "ア　委託先　特定非営利活動法人まなびの森\nイ　再委託先　株式会社北データ（名簿の入力）\n"
        "ウ　委託期間　令和7年6月1日から令和8年3月31日まで\n"
    )
    content = json.loads(drafts.draft(paper.format(**{**USUAL, "partners": lines})).case.to_json())
    assert sorted(importing_score.found(content)["recipient"]) == BOTH


def test_a_box_of_a_form_is_nobody() -> None:
    form = "\n別紙　同意書（様式）\n説明を受けた事項\t確認\n提供の相手方\t□\n提供の目的\t□\n"
    assert facts("recipient", term=USUAL["term"] + form) == BOTH


def test_an_expected_number_that_is_printed_as_exact_is_no_count_of_that_day() -> None:
    table = "区分\t数\t基準日\n申込児童\t350人（見込み）\t令和8年4月1日現在\n"
    assert [when for _, _, _, when, _ in facts("subject", subjects=table)] == [None]
