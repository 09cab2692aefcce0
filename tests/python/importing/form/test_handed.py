"""Tables of what goes to whom, and the lists of papers that are none themselves."""

from __future__ import annotations

import pytest

from nagarezu.importing.blocks import Place
from nagarezu.importing.form import handed, labels
from nagarezu.importing.form.agenda.papers import among_papers, heads_paper
from nagarezu.importing.form.rows import Row, leading_spaces, width
from nagarezu.importing.passage import Passage


def lines(text: str) -> list[Row]:
    made = []
    for number, line in enumerate(text.strip("\n").split("\n"), 1):
        place = Place("d", number, str(number))
        lead = leading_spaces(line)
        cells = (Passage.of(line, place),)
        made.append(Row(cells, place, indent=width(line, lead), lead=lead))
    return made


def ruled(*rows: tuple[str, ...]) -> list[Row]:
    made = []
    for number, row in enumerate(rows, 1):
        place = Place("d", number, str(number))
        made.append(Row(tuple(Passage.of(cell, place) for cell in row), place, grid=1))
    return made


def test_ruled_rows_are_read_by_the_heads_of_their_columns() -> None:
    rows = ruled(
        ("№", "出し手", "受け手", "渡す情報", "手段"),
        ("1", "町（給食システム）", "くすのき食品", "児童番号、学級", "LGWAN"),
    )
    [[row]] = handed.tables(rows)
    assert {name: cell.text for name, cell in row.cells.items()} == {
        "number": "1",
        "giver": "町（給食システム）",
        "taker": "くすのき食品",
        "items": "児童番号、学級",
        "way": "LGWAN",
    }
    assert handed.is_own("町（給食システム）")


def test_printed_columns_go_on_below_their_heads() -> None:
    [table] = handed.tables(
        lines("""
番号   提供先              提供する項目            方法
K-1    はなみずき協会      氏名、生年月日、        紙の手渡し
                           住所
K-2    あおば消防署        氏名、住所              紙の手渡し
（注）ほかにはない。
""")
    )
    assert [row.get("taker").text for row in table] == ["はなみずき協会", "あおば消防署"]
    assert table[0].get("items").text == "氏名、生年月日、住所"


@pytest.mark.parametrize(
    "head",
    [
        ("番号", "事務の名称", "利用目的", "記録項目", "収集方法", "提供先"),  # of files
        ("区分", "市の措置", "受託者の措置"),
        ("番号", "項目", "方法"),
    ],
)
def test_other_tables_are_none(head: tuple[str, ...]) -> None:
    assert not list(handed.tables(ruled(head, tuple("甲" for _ in head))))


def test_a_list_of_papers_heads_none_of_them() -> None:
    rows = lines("資料3-1 情報の流れ図\n資料3-2 対策チェックリスト\n\n説明は以上")
    assert among_papers(rows, 1)
    assert not among_papers(lines("資料3-2\n健診の委託に係るチェックリスト"), 1)


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("資料2 流れの図", True),
        ("資料一覧", True),
        ("（資料等の返還及び消去）", False),  # a clause on papers
        ("資料等の貸与", False),
    ],
)
def test_a_clause_on_papers_is_no_paper(line: str, heads: bool) -> None:
    assert heads_paper(line) is heads


@pytest.mark.parametrize(
    ("printed", "field"),
    [
        ("町が講ずる対策", "any_own"),
        ("受託者に求める措置", "any_partner_own"),
        ("開発の委託に係る対策", "process_own"),
        ("業務登録名", "register_name"),
        ("新規導入の内容", "process_content"),
    ],
)
def test_labels_that_leave_the_kind_open(printed: str, field: str) -> None:
    found = labels.find("agenda", printed)
    assert found is not None and found.field == field


@pytest.mark.parametrize(
    ("printed", "field"),
    [
        ("受託者に取り扱わせる個人情報の項目", "entrust_items"),
        ("委託により処理する項目", "entrust_items"),
        ("再受託者", "reentrust"),
    ],
)
def test_labels_of_what_a_card_says_is_handed_over(printed: str, field: str) -> None:
    found = labels.find("register", printed)
    assert found is not None and found.field == field
