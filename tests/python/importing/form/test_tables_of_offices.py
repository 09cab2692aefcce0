"""Readers of what one office draws so and another otherwise, each by itself on rows of its own."""

from __future__ import annotations

import pytest

from nagarezu.importing.blocks import Place
from nagarezu.importing.draft import sheet_marks
from nagarezu.importing.draft.assessment import links
from nagarezu.importing.draft.register import ticked_systems
from nagarezu.importing.form import counted_rows
from nagarezu.importing.form.agenda import layered
from nagarezu.importing.form.agenda.sheet import Sheet
from nagarezu.importing.form.assessment import change_records
from nagarezu.importing.form.prose import citing
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage


def rows(*lines: str, grid: int = 0) -> list[Row]:
    """Printed lines, or the rows of one table whose cells a bar parts."""
    made = []
    for number, line in enumerate(lines, 1):
        place = Place("d", number, str(number))
        made.append(Row(tuple(Passage.of(cell, place) for cell in line.split("|")), place, grid))
    return made


@pytest.mark.parametrize(
    ("cell", "systems"),
    [
        ("［○］配食システム　［　］税務システム", ["配食システム"]),
        ("☑配食システム　☐税務システム　☑見守り台帳", ["配食システム", "見守り台帳"]),
        ("☑サーバ　☐紙", []),
        ("配食システム", []),
    ],
)
def test_of_systems_as_options_only_what_is_ticked_is_met(cell: str, systems: list[str]) -> None:
    assert [each.label for each in ticked_systems.read(Passage(cell))] == systems


@pytest.mark.parametrize(
    ("row", "linked"),
    [
        (
            "[○]庁内連携システム　[　]税務システム　[○]その他（配食システム）",
            [("庁内連携システム", True, ""), ("配食システム", False, "")],
        ),
        (
            "配食システムは、宛名システム及び見守り台帳と接続する。",
            [("宛名システム", True, "配食システム"), ("見守り台帳", True, "配食システム")],
        ),
    ],
)
def test_links_are_printed_by_marks_or_told(row: str, linked: list[tuple[str, bool, str]]) -> None:
    found = [(each.label, each.own, each.start) for each in links.of_row(Passage(row))]
    assert found == linked


def test_a_matrix_cites_the_measures_of_each_side() -> None:
    table = rows("観点|市|甲社", "持ち出し|1(2)|2(1)", "記録|1(1)|－", grid=1)
    (node,) = citing.matrix(table)
    assert node.kind == "table:reasons"
    assert [child.passage.text for child in node.children] == ["持ち出し\n1(2)、2(1)", "記録\n1(1)"]
    assert citing.matrix(rows("観点|市", "持ち出し|施錠する", "記録|1(1)", grid=1)) == []
    assert citing.cites(table[1:], 1)
    assert not citing.cites(rows("持ち出し|施錠する", "記録|1(1)", grid=1), 1)


def test_a_table_of_numbers_is_read_as_lines() -> None:
    table = rows(
        "区分|数|単位|時点",
        "配食の利用者|312|人|令和7年4月1日",
        "うち　同居の家族|40|世帯|令和7年4月1日",
        grid=1,
    )
    assert [each.text for each in counted_rows.lines(table)] == [
        "配食の利用者　312人（令和7年4月1日現在）",
        "同居の家族　40世帯（令和7年4月1日現在）",
    ]
    assert counted_rows.lines(rows("区分|備考", "配食の利用者|新規", grid=1)) == []
    framed = rows("［転入した者］　　　1,204人（令和7年4月1日現在）", "通知　　　1,204件")
    assert [each.text for each in counted_rows.lines(framed)] == [
        "転入した者　1,204人（令和7年4月1日現在）"
    ]


@pytest.mark.parametrize("label", ["個人情報保護対策〔{}〕", "個人情報保護対策―{}―"])
def test_the_sort_in_a_label_heads_the_measures(label: str) -> None:
    printed = rows(
        f"{label.format('運用上の対策')}|研修を行う。",
        f"{label.format('システム上の対策')}|暗号化する。",
        "件名|配食の委託",
        grid=1,
    )
    assert [[cell.text for cell in row.cells] for row in layered.apart(printed)] == [
        ["個人情報保護対策", "【運用上の対策】\n研修を行う。"],
        ["", "【システム上の対策】\n暗号化する。"],
        ["件名", "配食の委託"],
    ]


@pytest.mark.parametrize(
    ("head", "mark"),
    [("個票2　配食の委託", "個票2"), ("第3票", "第3票"), ("案2　配食", "案2"), ("配食の委託", "")],
)
def test_the_number_that_heads_a_sheet(head: str, mark: str) -> None:
    assert sheet_marks.of(Sheet("matter", head=Passage(head))) == mark


def test_numbers_of_sheets_within_a_sentence() -> None:
    assert sheet_marks.marks("個票2及び第3票の項目のとおり") == ["個票2", "第3票"]
    assert sheet_marks.marks("資料2のとおり") == []


def test_changes_told_one_by_one_are_rows_of_the_form_again() -> None:
    told = [
        line
        for number, (place, after) in enumerate(
            [
                ("Ⅱ4 委託事項1", "株式会社甲"),
                ("Ⅱ5 提供先1", "乙組合"),
                ("Ⅲ2 リスク対策", "施錠する。"),
            ],
            1,
        )
        for line in (f"変更{number}", f"箇所：{place}", "変更前：なし", f"変更後：{after}")
    ]
    made, partial = change_records.restored(rows("変更箇所の説明", *told))
    texts = [row.text for row in made]
    assert partial
    assert texts[0] == "変更箇所の説明"
    assert all(any(after in text for text in texts) for after in ("株式会社甲", "乙組合", "施錠"))
    assert not any("なし" in text for text in texts)  # what stood there before is not the form
    few, partial = change_records.restored(rows(*told[:8]))
    assert (len(few), partial) == (8, False)
