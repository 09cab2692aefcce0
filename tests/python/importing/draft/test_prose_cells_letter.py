"""Letters in cells of a workbook: numbers in one column, what they stand for in the next."""

from __future__ import annotations

import io
from typing import Any

from openpyxl import Workbook

from nagarezu.importing.draft.assemble import assemble
from nagarezu.importing.sources import read_bytes

ROWS = [
    ["給食の配達の委託について（諮問）"],
    ["第1", "諮問の概要"],
    ["1　目的", "高齢者の食事を支える。"],
    ["2　対象者", "給食を申し込んだ者　30人（令和6年4月1日現在）"],
    ["3　記録する項目"],
    ["(1)", "氏名"],
    ["(2)", "住所"],
    ["(3)", "食事の制限（任意）"],
    ["第2", "業務の委託"],
    ["1　委託先"],
    ["(1)", "株式会社きつね配送"],
    [None, "給食の配達"],
    ["(2)", "合同会社たぬき調理"],
    [None, "給食の調理"],
    ["2　委託の期間", "令和6年5月1日から令和7年3月31日まで"],
    ["第3", "保護のための対策"],
    ["1　市が行う対策"],
    ["(1)", "名簿を扱う者を限る。"],
    ["(2)", "名簿の受渡しを記録する。"],
    ["2　委託先に行わせる対策"],
    ["(1)", "名簿を写させない。"],
]
# chapters in the first column, their parts in the second, the words in the third
STAIRS = [
    ["", *row] if row[0] is None or not str(row[0]).startswith("第") else [*row] for row in ROWS[1:]
]


def content(rows: list[list[Any]]) -> dict[str, Any]:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    made = io.BytesIO()
    book.save(made)
    return assemble([read_bytes(made.getvalue(), "a.xlsx", "d")]).content


def facts(case: dict[str, Any]) -> dict[str, Any]:
    names = {each["id"]: each["label"] for each in case["holders"]}
    return {
        "subjects": [each["label"] for each in case["subjects"]],
        "items": [entry["label"] for each in case["lists"] for entry in each["entries"]],
        "partners": [names[flow["to"][0]] for flow in case["flows"]],
        "measures": [(each["party"], each["position"]) for each in case["safeguards"]],
        "periods": [each.get("end") for each in case["matters"][0]["periods"]],
    }


WANTED = {
    "subjects": ["給食を申し込んだ者"],
    "items": ["氏名", "住所", "食事の制限"],
    "partners": ["株式会社きつね配送", "合同会社たぬき調理"],
    "measures": [("own", "1"), ("own", "2"), ("partner", "1")],
    "periods": ["2025-03-31"],
}


def test_number_in_one_cell_and_words_in_the_next() -> None:
    assert facts(content(ROWS)) == WANTED


def test_chapters_stand_left_of_their_parts() -> None:
    assert facts(content([ROWS[0], *STAIRS])) == WANTED


def test_a_table_within_the_letter_stays_one() -> None:
    table = [
        ["番号", "項目", "備考"],
        ["1", "氏名", ""],
        ["2", "住所", ""],
        ["3", "食事の制限", "任意"],
    ]
    rows = [*ROWS[:5], *table, *ROWS[8:]]
    assert facts(content(rows)) == WANTED


def test_a_list_of_things_by_number_is_no_letter() -> None:
    rows = [
        ["番号", "対策"],
        ["1", "名簿を限る。"],
        ["2", "名簿を替える。"],
        ["3", "名簿を写さない。"],
    ]
    case = content([["給食の配達の委託について（諮問）"], *rows])
    assert not case.get("lists") and not case.get("flows")
