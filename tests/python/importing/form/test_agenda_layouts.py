"""Plain lines that keep the layout of tables: columns, wrapped lines, centred cells, checklists."""

from __future__ import annotations

import pytest

from nagarezu.importing.fields import checklist
from nagarezu.importing.form.agenda import form as agenda
from nagarezu.importing.form.agenda.sheet import Sheet
from nagarezu.importing.form.rows import rows
from nagarezu.importing.form.ruler import ruler
from nagarezu.importing.form.wrapping import Broken, edge, unbroken
from nagarezu.importing.passage import Passage
from nagarezu.importing.sources import read_bytes


def sheets(text: str) -> list[Sheet]:
    return agenda.sheets(list(rows([read_bytes(text.encode(), "a.txt", "d")])))


def fields(text: str) -> dict[str, str]:
    found = next(each for each in sheets(text) if each.kind == "matter")
    return {each.label.field: each.value.text for each in found.entries}


def lines_of(column: int, values: list[tuple[str, str]], by_character: bool) -> str:
    """Labels and values side by side, as a program prints them that counts in one of two ways."""

    def wide(text: str) -> int:
        return len(text) if by_character else sum(1 if ord(c) < 128 else 2 for c in text)

    return "\n".join(label + " " * (column - wide(label)) + value for label, value in values)


VALUES = [
    ("保有課（担当課）", "緑化課"),
    ("委託に伴い事業者に処", "1 個人の範囲"),
    ("理させる情報項目（だ", "樹木を寄贈した者"),
    ("れの、どのような項目", "2 情報項目"),
    ("か）", "① 氏名 ② 住所"),
    ("", "③ 樹木の種類"),
    ("委託先", "合同会社こもれび造園"),
]


@pytest.mark.parametrize("by_character", [True, False])
def test_columns_are_counted_in_characters_or_in_half_widths(by_character: bool) -> None:
    text = "件名 樹木台帳の作成の委託について\n" + lines_of(26, VALUES, by_character)
    assert ruler(list(rows([read_bytes(text.encode(), "a.txt", "d")]))).by_character == by_character
    found = fields(text)
    assert found["department"] == "緑化課"
    assert found["entrust_items"].split("\n")[-2:] == ["① 氏名 ② 住所", "③ 樹木の種類"]
    assert found["entrust_partner"] == "合同会社こもれび造園"


def test_a_label_that_fills_its_column_ends_where_the_lines_below_begin() -> None:
    text = (
        "件名 樹木台帳の作成の委託について\n保有課（担当課）        緑化課\n"
        "委託に伴い事業者に処理させる情 1 個人の範囲\n"
        "報項目（だれの、どのような項目 樹木を寄贈した者\n"
        "か）              2 情報項目\n                ① 氏名\n委託先             有限会社やまもも"
    )
    found = fields(text)
    assert found["entrust_items"] == "1 個人の範囲\n樹木を寄贈した者\n2 情報項目\n① 氏名"
    assert found["entrust_partner"] == "有限会社やまもも"


FULL = "あ" * 20


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ([FULL, "い。", FULL, "う。"], [f"{FULL}い。", f"{FULL}う。"]),
        ([FULL, "2 い", FULL, "う"], [FULL, f"2 い{FULL}"[:3], f"{FULL}う"]),
        (["甲社（印刷及び", "封入）", "乙社"], ["甲社（印刷及び封入）", "乙社"]),
        (["短い行", "次の行"], ["短い行", "次の行"]),
    ],
)
def test_a_line_that_was_broken_at_the_edge_is_whole_again(
    lines: list[str], whole: list[str]
) -> None:
    broken = [Broken(Passage(line, (0,), ()), 0) for line in lines]
    assert unbroken(broken, edge(broken)).text.split("\n") == whole


CENTRED = """件名 樹木台帳の作成の委託について
保有課（担当課）     緑化課
             株式会社もくせい
委託先
             ※プライバシーマーク取得
             1 個人の範囲
委託に伴い事業者に処   樹木を寄贈した者
理させる情報項目（だ   2 情報項目
れの、どのような項目   ① 氏名
か）           ② 住所
             ③ 樹木の種類
委託理由         専門の知識を要するため。
             ア 現地の調査
委託の内容
             イ 台帳の作成
"""


def test_a_label_in_the_middle_of_its_value_has_the_lines_above_it_too() -> None:
    found = fields(CENTRED)
    assert found["entrust_partner"] == "株式会社もくせい\n※プライバシーマーク取得"
    assert found["entrust_items"].startswith("1 個人の範囲")
    assert found["entrust_items"].endswith("③ 樹木の種類")
    assert found["entrust_content"] == "ア 現地の調査\nイ 台帳の作成"


def test_the_remarks_of_a_table_in_plain_lines_are_no_part_of_the_names() -> None:
    text = (
        "件名 樹木台帳の作成の委託について\n保有課（担当課）     緑化課\n"
        "委託に伴い事業者に処   番号   情報項目       備考\n"
        "理させる情報項目        1 氏名\n"
        "                2 電話番号       任意\n                3 所属         団体の者のみ\n"
    )
    assert fields(text)["entrust_items"] == "1 氏名\n2 電話番号（任意）\n3 所属"


HEAD = (
    "件名 樹木の寄贈\n保有課（担当課）     緑化課\n             公園課\n"
    "1 業務委託にかかる個人情報保護対策チェックリスト\n"
)
ON_TOP = """委託にあたり区が行う   ○     台帳を棚に納め、鍵を
情報保護対策【運用上         掛ける。
の対策】
             ー     外に持ち出さない。
受託事業者に行わせる   ○     端末を固定させる。
情報保護対策【システ
ム上の対策】
"""
MIDDLE = """                       台帳を棚に納め、鍵を
委託にあたり区が行う     ○
情報保護対策【運用上           掛ける。
の対策】         ー     外に持ち出さない。
受託事業者に行わせる           端末を固
情報保護対策【システ     ○     定させ
ム上の対策】               る。
"""


@pytest.mark.parametrize("text", [ON_TOP, MIDDLE])
def test_marks_stand_at_the_first_line_of_a_measure_or_in_its_middle(text: str) -> None:
    sheet = next(each for each in sheets(HEAD + text) if each.kind == "checklist")
    found = checklist.read(sheet.title, sheet.rows, {}, {})
    assert [(each.party, each.layer, each.mark) for each in found] == [
        ("own", "operational", "yes"),
        ("own", "operational", "not_needed"),
        ("partner", "system", "yes"),
    ]
    assert [each.passage.text.replace("\n", "") for each in found] == [
        "台帳を棚に納め、鍵を掛ける。",
        "外に持ち出さない。",
        "端末を固定させる。",
    ]


def test_a_bare_number_below_a_blank_line_is_that_of_the_page() -> None:
    text = "件名 樹木の寄贈\n委託理由    手が足りない\n\n               3\n           ため。"
    assert "3" not in fields(text)["entrust_reason"]


def test_a_line_set_out_as_the_fields_around_it_is_one_though_nobody_knows_its_label() -> None:
    values = [*VALUES, ("費用の負担", "寄贈者が苗木の費用を、市が"), ("", "その他を負担する。")]
    text = "件名 樹木台帳の作成の委託について\n" + lines_of(
        26, [*values, ("委託理由", "手が足りないため。")], False
    )
    found = fields(text)
    assert found["entrust_partner"] == "合同会社こもれび造園"
    assert found["entrust_reason"] == "手が足りないため。"


def test_the_second_line_of_a_label_may_have_the_value_beside_it() -> None:
    text = (
        "件名\t樹木台帳の作成について\n保有課\t緑化課\n"
        "記録される情報項目\n（だれの、どのような項目か）\t1 個人の範囲\n寄贈した者"
    )
    assert fields(text)["process_items"] == "1 個人の範囲\n寄贈した者"


def test_heads_of_two_tables_of_a_checklist_are_no_labels_behind_a_margin() -> None:
    heads = "対策\t番号\t該当\t内容\n"
    row = "運用上\t{0}\t○\t{1}\n"
    text = (
        "件名\t樹木台帳の作成の委託について\n委託先\t合同会社こもれび造園\n"
        "別紙1　樹木台帳の作成の委託に係るチェックリスト\n"
        + "（市が行う対策）\t\t\t\n"
        + heads
        + row.format(1, "書庫に鍵を掛ける。")
        + "（受託者に行わせる対策）\t\t\t\n"
        + heads
        + row.format(1, "書庫に鍵を掛けさせる。")
    )
    listed = [each for each in sheets(text) if each.kind == "checklist"]
    assert len(listed) == 1
    found = checklist.read(listed[0].title, listed[0].rows, {}, {})
    assert [(each.party, each.mark) for each in found] == [("own", "yes"), ("partner", "yes")]
