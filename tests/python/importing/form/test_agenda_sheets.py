"""Agenda sheets as different offices print them: labels, broken labels, tables within a value."""

from __future__ import annotations

import pytest

from nagarezu.importing.draft import item_parts
from nagarezu.importing.form import labels
from nagarezu.importing.form.agenda import form as agenda
from nagarezu.importing.form.agenda.sheet import Sheet
from nagarezu.importing.form.agenda.values import going_on
from nagarezu.importing.form.rows import rows
from nagarezu.importing.passage import Passage
from nagarezu.importing.sources import read_bytes


def sheet(text: str, name: str = "a.txt") -> Sheet:
    stream = list(rows([read_bytes(text.encode(), name, "d")]))
    return next(each for each in agenda.sheets(stream) if each.kind == "matter")


def fields(text: str, name: str = "a.txt") -> dict[str, str]:
    return {each.label.field: each.value.text for each in sheet(text, name).entries}


@pytest.mark.parametrize(
    ("printed", "field"),
    [
        ("委託に際して村が講ずる個人情報保護措置", "entrust_own"),
        ("受託者に講じさせる安全管理措置", "entrust_partner_own"),
        ("受任者に行わせる情報保護対策", "delegate_partner_own"),
        ("オンライン結合により提供する情報項目", "link_items"),
        ("業務委託の期間", "entrust_time"),
        ("結合の相手方の名称", "link_partner"),
        ("氏名", None),
        ("委託する業務の一覧表", None),
    ],
)
def test_a_label_that_is_built_like_others_is_known(printed: str, field: str | None) -> None:
    found = labels.find("agenda", printed)
    assert (found.field if found else None) == field


BROKEN = """件名 花壇台帳の委託について
保有課
公園課
委託に伴い事業者に処
理させる情報項目（だれの、
どのような項目か）
１ 個人の範囲
花壇の里親
２ 情報項目
(1) 氏名
(2) 住所
- 3 -
(3) 電話番号
委託先
有限会社つぼみ園芸
"""
BESIDE = """件名    花壇台帳の委託について
 保有課（担当課）     公園課
 委託に伴い事業者に   １　個人の範囲
 処理させる情報項目   　花壇の里親
 （だれの、どのよう   ２　情報項目
 な項目か）           　(1) 氏名
                      　(2) 住所
                      　(3) 電話番号
 処理させる情報項目   紙
 の記録媒体
 委託先               有限会社つぼみ園芸
"""


@pytest.mark.parametrize("text", [BROKEN, BESIDE])
def test_labels_broken_over_lines_are_whole_and_their_values_too(text: str) -> None:
    found = fields(text)
    assert found["department"] == "公園課"
    assert found["entrust_partner"] == "有限会社つぼみ園芸"
    subjects, items = item_parts.parts(Passage(found["entrust_items"]))
    assert (subjects.role, subjects.body.text) == ("subjects", "花壇の里親")
    assert [line.strip() for line in items.body.text.split("\n")] == [
        "(1) 氏名",
        "(2) 住所",
        "(3) 電話番号",
    ]


def test_a_longer_label_wins_over_the_one_that_it_begins_with() -> None:
    assert fields(BESIDE)["media"] == "紙"


TABLE = """件名,花壇台帳の委託について,,,
委託先,有限会社つぼみ園芸,,,
委託に伴い処理させる情報項目,番号,情報項目,内訳,備考
,1,氏名,,
,2,連絡先,電話番号、住所,任意
,3,区画,,公園内に限る。
"""
MARGIN = """,件名,花壇台帳の委託について
1,保有課,公園課
2,委託先,有限会社つぼみ園芸
,,株式会社はなみず
"""


def test_numbers_left_of_the_labels_are_a_margin() -> None:
    found = fields(MARGIN, "a.csv")
    assert found["department"] == "公園課"
    assert found["entrust_partner"] == "有限会社つぼみ園芸\n株式会社はなみず"


def test_a_table_within_a_value_is_read_by_the_heads_of_its_columns() -> None:
    value = fields(TABLE, "a.csv")["entrust_items"]
    assert value == "1 氏名\n2 連絡先（電話番号、住所）（任意）\n3 区画"


def test_a_row_of_the_table_goes_on_below_a_head_in_a_column_of_its_own() -> None:
    text = (
        "件名,花壇台帳の電算処理について,,\n"
        "記録される情報項目,1 個人の範囲,,花壇の里親\n"
        ",2 記録項目,【里親】,(1) 氏名\n"
        ",3 記録するコンピュータ,,花壇システム\n"
    )
    parts = item_parts.parts(Passage(fields(text, "a.csv")["process_items"]))
    assert [(each.role, each.body.text) for each in parts] == [
        ("subjects", "花壇の里親"),
        ("items", "【里親】\n(1) 氏名"),
        ("computer", "花壇システム"),
    ]


def test_numbered_parts_of_a_value_are_no_fields_of_the_sheet() -> None:
    text = (
        "事業の概要\n事業名 花壇\n事業内容\n１ 目的\n緑を増やす。\n２ 対象者\n里親 12人\n"
        "件名 花壇台帳の委託について\n委託先 有限会社つぼみ園芸\n委託の内容 植替え\n"
    )
    stream = list(rows([read_bytes(text.encode(), "a.txt", "d")]))
    overview = next(each for each in agenda.sheets(stream) if each.kind == "overview")
    assert [each.label.field for each in overview.entries] == ["business", "overview"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("氏名、住所", [("items", "氏名、住所")]),
        (
            "1 個人の範囲 里親 2 情報項目 ①氏名 ②住所",
            [("subjects", "里親"), ("items", "①氏名 ②住所")],
        ),
        ("個人の範囲：里親\n項目：氏名", [("subjects", "里親"), ("items", "氏名")]),
        ("【対象者】\n里親\n【情報項目】\n氏名", [("subjects", "里親"), ("items", "氏名")]),
        (
            "ア 対象者（だれの）\n里親\nイ 情報項目\n(1)氏名\n(2)対象者 番号",
            [("subjects", "里親"), ("items", "(1)氏名\n(2)対象者 番号")],
        ),
        ("", [("items", "")]),
    ],
)
def test_parts_are_found_by_their_heads(value: str, expected: list[tuple[str, str]]) -> None:
    assert [(p.role, p.body.text) for p in item_parts.parts(Passage(value))] == expected


PAGES = """付議事項

1

件名 苗木の配布の委託について

委託先\t有限会社こずえ
受託事業者に行わせる情報保護対策\t<p>1 苗木を配る者の名簿を施錠できる棚に保管させ</p>

{second}

\t<p>るとともに、持ち出しの記録を求める。</p>
"""


@pytest.mark.parametrize(("second", "is_page"), [("2", True), ("7", False)])
def test_a_number_between_blank_lines_is_a_page_where_it_counts_up(
    second: str, is_page: bool
) -> None:
    found = sheet(PAGES.format(second=second))
    assert any(row.text == second for row in found.rows) != is_page
    assert found.entries[-1].value.text.endswith("保管させるとともに、持ち出しの記録を求める。")


def test_a_single_number_is_a_page_where_it_parts_a_cell_in_two() -> None:
    found = sheet(PAGES.replace("\n1\n", "", 1).format(second="4"))
    assert not any(row.text == "4" for row in found.rows)
    assert found.entries[-1].value.text.endswith("保管させるとともに、持ち出しの記録を求める。")


PARTED = """<table><tr><td>件名</td><td>苗木の配布に係る結合について</td></tr></table>
<table><tr><td>結合の相手方</td><td>山手町</td></tr>
<tr><td>{first}</td><td>【運用上の対策】</td></tr></table>
<table><tr><td>{second}</td><td>1 名簿を返させる。</td></tr></table>
"""


@pytest.mark.parametrize(
    ("first", "second", "field"),
    [
        ("結合先に行わせ", "る情報保護対策", "link_partner_own"),
        ("結合の相手方に行わせる情報", "保護対策", "link_partner_own"),
        ("結合先に行わせ", "る点検", None),
        ("情報保護対策", "結合の形態", "link_own"),
    ],
)
def test_a_label_that_breaks_over_a_page_is_one(first: str, second: str, field: str | None) -> None:
    found = fields(PARTED.format(first=first, second=second), "a.html")
    whole = [
        name for name, value in found.items() if value == "【運用上の対策】\n1 名簿を返させる。"
    ]
    assert whole == ([field] if field and field != "link_own" else [])
    assert field is None or field in found


UMBRELLA = """<table><tr><td>件名</td><td colspan="2">苗木の配布の委託について</td></tr>
<tr><td>委託先</td><td></td><td>有限会社こずえ</td></tr>
<tr><td rowspan="3">{head}</td><td>{partner}</td><td>株式会社わかば便</td></tr>
<tr><td>{reason}</td><td>車両を有するため</td></tr>
<tr><td>再委託先に処理させる情報項目</td><td>① 住所</td></tr>
<tr><td>委託理由</td><td></td><td>苗木を扱うため</td></tr></table>
"""


@pytest.mark.parametrize(
    ("head", "partner", "reason"),
    [
        ("再委託", "再委託先", "再委託の理由"),
        ("再委託", "相手方", "理由"),
        ("再委託の概要", "再委託先", "再委託の理由"),
    ],
)
def test_labels_beside_a_merged_cell_are_labels(head: str, partner: str, reason: str) -> None:
    found = fields(UMBRELLA.format(head=head, partner=partner, reason=reason), "a.html")
    assert found["entrust_partner"] == "有限会社こずえ"
    assert found["reentrust_partner"] == "株式会社わかば便"
    assert found["reentrust_reason"] == "車両を有するため"
    assert found["reentrust_items"] == "① 住所"
    assert found["entrust_reason"] == "苗木を扱うため"


@pytest.mark.parametrize(
    ("before", "after", "apart"),
    [
        ("4 苗木を受け取る者", "町内に住む者で苗木の引換えを申し込んだもの 412人", True),
        ("(2) 引換え", "町は、苗木の引換えを株式会社わかば便に委託して毎年行う。", True),
        ("2 苗木の受取りに", "来る者の名簿を作り、窓口で照らし合わせる。", False),
        ("町は、苗木の引換えを株式会社わかば便に委託し", "て毎年行う。", False),
    ],
)
def test_a_numbered_head_and_the_cell_below_it_are_two_lines(
    before: str, after: str, apart: bool
) -> None:
    value, _ = going_on(Passage(before, (0,), ()), Passage(after, (0,), ()))
    assert ("\n" in value.text) is apart


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("①名 ②住所 ③樹種", "③樹種 ④本数", "①名②住所③樹種④本数"),
        ("①名 ②住所 ③樹種", "②住所 ③樹種", "①名②住所③樹種"),
        ("①名 ②住所 ③樹種", "③樹種の希望 ④本数", "①名②住所③樹種③樹種の希望④本数"),
        ("①名", "①名 ②住所", "①名①名②住所"),  # another list may begin so
    ],
)
def test_an_entry_that_the_next_page_prints_again_is_one(
    before: str, after: str, whole: str
) -> None:
    value, _ = going_on(Passage(before, (0,), ()), Passage(after, (0,), ()))
    assert "".join(value.text.split()) == whole


def test_lines_set_in_by_a_tab_below_their_labels_are_no_table() -> None:
    text = (
        "件名　花壇台帳の委託について\n委託先\n\t有限会社つぼみ園芸\n委託の内容\n\t(1) 苗の配布\n"
        "\t(2) 里親への連絡\n委託にあたり市が行う情報保護対策\n"
        "\t【運用上の対策】\n\t1 名簿を数える。\n"
        "受託事業者に行わせる情報保護対策\n\t別紙チェックリストのとおり\n"
    )
    found = fields(text)
    assert found["entrust_content"] == "(1) 苗の配布\n(2) 里親への連絡"
    assert found["entrust_own"] == "【運用上の対策】\n1 名簿を数える。"
    assert found["entrust_partner_own"] == "別紙チェックリストのとおり"


GROUPS = """事業の概要
事業名
花壇の里親
対象者
花壇の里親
事業内容
1 概要
花の苗を配る。
2 対象者数
花壇の里親{}
苗を受け取る団体{}
件名 花壇台帳の委託について
保有課
公園課
"""


@pytest.mark.parametrize(
    ("first", "second", "more"),
    [
        ("\t412人（令和7年4月1日現在）", "\t約30人（見込み）", True),
        ("    412人", "    36人", True),
        ("\t年1回", "\t年2回", False),
    ],
)
def test_a_group_and_its_number_in_cells_go_on_with_a_value_on_lines(
    first: str, second: str, more: bool
) -> None:
    stream = list(rows([read_bytes(GROUPS.format(first, second).encode(), "a.txt", "d")]))
    overview = next(each for each in agenda.sheets(stream) if each.kind == "overview")
    value = " ".join(overview.entries[-1].value.text.split())
    assert (f"花壇の里親 {first.strip()} 苗を受け取る団体 {second.strip()}" in value) is more
