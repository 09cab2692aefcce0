"""Tables of assessments without ruled heads: grids, groups beside items, one cell to a line."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

HEAD = "特定個人情報保護評価書（全項目評価書）\n評価実施機関名 みどり市長\n"
ANNEX = HEAD + "Ⅱ 特定個人情報ファイルの概要\n（別添2） 特定個人情報ファイル記録項目\n"
GROUPED = "| 分類 | 記録項目 |\n|---|---|\n"


def case(text: str) -> dict[str, Any]:
    return drafts.draft(text).content


def items(content: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (entry["position"], entry["label"])
        for each in content.get("lists", [])
        for entry in each["entries"]
    ]


def flows(content: dict[str, Any]) -> list[tuple[str, str, str, int]]:
    holders = {each["id"]: each for each in content.get("holders", [])}
    return [
        (flow["relation"], holder["label"], flow.get("purpose", ""), holder.get("tier", 0))
        for flow in content.get("flows", [])
        for holder in (holders[id_] for id_ in flow["to"])
    ]


def test_a_grid_without_heads_is_read_along_its_numbers() -> None:
    rows = "1\t園児名\t3\t1歳児健診\t5\t送迎（任意）\n2\t園名\t4\t食物の制限\t\t\n"
    assert items(case(ANNEX + rows)) == [
        ("1", "園児名"),
        ("2", "園名"),
        ("3", "1歳児健診"),
        ("4", "食物の制限"),
        ("5", "送迎"),
    ]


def test_heads_on_lines_of_their_own_are_no_items() -> None:
    printed = "番号\n記録項目\n1\n園児名\n2\n園名\n3\n食物の制限\n"
    assert items(case(ANNEX + printed)) == [("1", "園児名"), ("2", "園名"), ("3", "食物の制限")]


@pytest.mark.parametrize(
    "rows",
    [
        "| 1．園児 | (1)氏名 (2)園名 |\n| 2．保護者 | (1)氏名 |",
        "| 1 園児 | ①氏名　②園名 |\n| 2 保護者 | ①氏名 |",
        "| 1．園児 | (1)氏名 |\n| | (2)園名 |\n| 2．保護者 | (1)氏名 |",
    ],
)
def test_numbered_groups_beside_their_items(rows: str) -> None:
    wanted = [("1", "園児"), ("1.1", "氏名"), ("1.2", "園名"), ("2", "保護者"), ("2.1", "氏名")]
    assert items(case(ANNEX + GROUPED + rows)) == wanted


def test_groups_without_numbers_are_no_entries() -> None:
    rows = "| 園児 | ①氏名 ②園名 |\n| 保護者 | ③電話番号 |"
    wanted = [("1", "氏名"), ("2", "園名"), ("3", "電話番号")]
    assert items(case(ANNEX + GROUPED + rows)) == wanted


STACKED = "（別紙1）移転先一覧\nNo.\n移転先\n移転先における用途\n"


def test_a_table_may_print_one_cell_to_a_line() -> None:
    printed = STACKED + "1\n保育課\n利用者負担の算定\n2\n住宅課\n使用料の減免\n7\nⅢ リスク対策\n"
    assert flows(case(HEAD + printed)) == [
        ("transfer", "保育課", "利用者負担の算定", 0),
        ("transfer", "住宅課", "使用料の減免", 0),
    ]


def test_the_last_cell_of_a_stacked_row_may_be_broken() -> None:
    use = "子ども・子育て支援法による教育・保育給付認定及び利用者負担額の"
    printed = STACKED + f"1\n保育課\n{use}\n算定\n2\n住宅課\n使用料の減免\n"
    assert [purpose for _, _, purpose, _ in flows(case(HEAD + printed))] == [
        use + "算定",
        "使用料の減免",
    ]


@pytest.mark.parametrize(
    "text", ["1\n2\n3\n", "No.\n移転先\n", "No.\n移転先\n移転先における用途\n1\n2\n3\n"]
)
def test_heads_and_numbers_alone_are_no_table(text: str) -> None:
    assert flows(case(HEAD + "（別紙1）移転先一覧\n" + text)) == []


def test_a_partner_whose_bracket_points_elsewhere_names_nobody() -> None:
    content = case(
        HEAD + "Ⅱ 特定個人情報ファイルの概要\n提供先1\n法令で定める機関（別紙1のとおり）\n"
    )
    assert flows(content) == []


def test_a_terminal_behind_a_centre_is_one_step_further_out() -> None:
    told = (
        "証明書を証明書交付センターへ送信する。"
        "証明書交付センターは、データをキオスク端末に送信する。"
    )
    content = case(
        HEAD + "Ⅰ 基本情報\nシステム1\n①システムの名称 交付システム\n②システムの機能 " + told
    )
    assert [each for each in flows(content) if each[0] == "provide"] == [
        ("provide", "証明書交付センター", "", 1),
        ("provide", "キオスク端末", "", 2),
    ]
