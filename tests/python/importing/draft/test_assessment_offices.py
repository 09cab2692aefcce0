"""Assessments as further offices fill them in: rows of their own, further columns, told ways."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft

from nagarezu.importing.draft.assemble import assemble
from nagarezu.importing.sources import read_bytes

HEAD = "特定個人情報保護評価書（重点項目評価書）\n評価実施機関名 あさひ市長\n"
SYSTEM = HEAD + "Ⅰ 基本情報\nシステム1\n①システムの名称 給食費システム\n"
FILE = SYSTEM + "Ⅱ 特定個人情報ファイルの概要\n③対象となる本人の範囲 給食費の納入者\n"
RECORDS = "（別添1）特定個人情報ファイル記録項目\n1 宛名番号 2 氏名 3 住所 4 口座番号 5 未納額\n"
PRINTER = "委託事項1 督促状の印刷\n③委託先名 株式会社ひのでプリント\n"
RISKS = "Ⅲ リスク対策\n"


def case(text: str) -> dict[str, Any]:
    return draft(text).content


def raised(text: str) -> set[str]:
    return {row["code"] for row in draft(text).case.table("findings").to_json()["rows"]}


def recipients(text: str) -> list[tuple[str, str]]:
    content = case(text)
    names = {each["id"]: each["label"] for each in content["holders"]}
    return [(flow["relation"], names[flow["to"][0]]) for flow in content["flows"]]


def numbered(text: str) -> list[tuple[str, str]]:
    return [(each["party"], each["position"]) for each in case(text)["safeguards"]]


@pytest.mark.parametrize(
    ("sent", "listed"),
    [
        ("氏名、住所、未納額", True),
        ("氏名，住所（建物名を含む。），未納額", True),
        ("資格情報、給付情報、収納情報", False),  # classes of information
        ("別添1の1、2、5に掲げる項目", False),
        ("氏名、住所、電話番号及びこれらの変更情報", False),
        ("氏名、住所", True),  # the file records both
        ("氏名、世帯区分", False),
    ],
)
def test_names_of_items_between_commas_are_a_list(sent: str, listed: bool) -> None:
    content = case(FILE + PRINTER + f"④委託する情報 {sent}\n" + RECORDS)
    assert (len(content["lists"]) == 2) == listed


def test_a_row_of_label_and_value_is_no_head_of_a_table() -> None:
    rows = "| 5．特定個人情報の提供・移転 | |\n|---|---|\n| 移転先 | 税務課（徴収に関する事務） |\n"
    more = "| リスクへの対策は十分か | [十分である] |\n| 措置の内容 | ・記録を残す。 |\n"
    assert [each for each in recipients(FILE + rows + more) if each[0] == "transfer"] == [
        ("transfer", "税務課")
    ]


def test_two_labels_in_one_cell_take_the_value_of_the_first() -> None:
    rows = "④再委託の有無 [再委託する]\n| ⑤再委託先名・再委託事項 | 有限会社こだま（梱包） |\n"
    assert ("reentrust", "有限会社こだま") in recipients(FILE + PRINTER + rows)


@pytest.mark.parametrize(
    ("functions", "relation"),
    [
        ("税務システムからの照会受付機能", ""),  # who asks is the other
        ("会計システムを経由して若葉県給食会連合会へ送信する。", "若葉県給食会連合会"),
    ],
)
def test_who_asks_and_by_what_way_is_no_recipient(functions: str, relation: str) -> None:
    text = SYSTEM + f"②システムの機能 {functions}\nシステム2\n①システムの名称 税務システム\n"
    told = [name for kind, name in recipients(text) if kind in ("inquire", "provide")]
    assert told == ([relation] if relation else [])


def test_a_place_of_a_list_of_changes_names_a_system() -> None:
    head = "変更日,項目,変更前の記載,変更後の記載,提出時期,提出時期に係る説明\n"
    row = (
        "令和6年4月1日,Ⅰ 2．システム3（図書貸出システム）②システムの機能,－,１ 予約機能,事前,追加\n"
    )
    content = assemble(
        [read_bytes((HEAD.split("\n")[0] + "\n" + head + row).encode(), "a.csv", "d")]
    ).content
    assert "図書貸出システム" in [each["label"] for each in content["holders"]]


def test_the_group_of_a_number_stands_in_front_of_its_bracket() -> None:
    told = "②事務の概要 条例に基づき、給食費の納入者（令和6年4月1日現在 1,204人）に通知する。\n"
    rows = "Ⅱ しきい値判断項目\n１．対象人数 [1万人以上10万人未満]\n計数の対象 給食費の納入者\n"
    text = SYSTEM.replace("システム1", told + "システム1") + rows
    assert [each["label"] for each in case(text)["subjects"]] == ["給食費の納入者"]
    assert "count_differs" in raised(text)


@pytest.mark.parametrize(("end", "outside"), [("7", True), ("6", False)])
def test_what_is_handed_on_must_end_with_the_contract(end: str, outside: bool) -> None:
    terms = "④委託の期間 令和5年4月1日から令和6年3月31日まで\n"
    handed = f"⑤再委託の期間 令和5年7月1日から令和{end}年3月31日まで\n"
    assert ("period_outside_contract" in raised(FILE + PRINTER + terms + handed)) == outside


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        ("若葉県給食会連合会に渡すフラッシュメモリは、暗号化する。", True),
        ("若葉県給食会連合会へは、DVD-Rを職員が持参する。", True),
        ("若葉県給食会連合会へのフラッシュメモリによる提供は行わない。", False),
        ("フラッシュメモリは、施錠して保管する。", False),
    ],
)
def test_a_measure_tells_the_way_to_whom_it_names(measure: str, told: bool) -> None:
    rows = "提供先1 若葉県給食会連合会\n④提供方法 [○]専用線 [ ]フラッシュメモリ [ ]紙\n"
    risk = RISKS + f"リスクに対する措置の内容 ・{measure}\n"
    assert ("channel_not_in_media" in raised(FILE + rows + risk)) == told


def test_a_partner_who_is_not_chosen_yet_is_told() -> None:
    text = FILE + "委託事項1 督促状の印刷\n③委託先名 未定\n"
    assert case(text)["matters"][0]["partners"][0]["undecided"] is True
    assert "partner_not_named" in raised(text)


MEASURES = (
    "| リスク | 措置番号 | 措置の内容 | 対策は十分か |\n|---|---|---|---|\n"
    "| ３．特定個人情報の使用 | | | |\n"
    "| 不正な使用のリスク | １ | 端末の利用者を限る。 | ［十分である］ |\n"
    "| | ２ | 操作を記録する。 | |\n"
    "| ４．特定個人情報ファイルの取扱いの委託 | | | |\n"
    "| ＜あさひ市における措置＞ | | | |\n"
    "| 委託先のリスク | １ | 報告を求める。 | ［十分である］ |\n"
    "| ＜委託先における措置＞ | | | |\n"
    "| 委託先のリスク | １ | 持込みを禁じる。 | ［十分である］ |\n"
)


def test_rows_between_the_measures_say_whose_they_are() -> None:
    assert numbered(SYSTEM + RISKS + MEASURES) == [
        ("own", "1"),
        ("own", "2"),
        ("own", "1"),
        ("partner", "1"),
    ]


def test_the_section_and_a_bracketed_number_may_stand_beside_the_measure() -> None:
    head = "| 項目 | 番号 | 講ずる措置 |\n|---|---|---|\n"
    head += "| ３．特定個人情報の使用 | (1) | 利用者を限る。 |\n"
    rows = head + "| | (2) | 記録を残す。 |\n| ４．取扱いの委託 | (1) | 報告を求める。 |\n"
    assert numbered(SYSTEM + RISKS + rows) == [("own", "1"), ("own", "2"), ("own", "1")]


def test_a_way_without_boxes_is_compared_like_a_ticked_one() -> None:
    rows = "提供先1 若葉県給食会連合会\n④提供方法 専用線\n"
    risk = RISKS + "リスクに対する措置の内容 ・若葉県給食会連合会への提供は、DVD-Rにより行う。\n"
    assert "channel_not_in_media" in raised(FILE + rows + risk)


@pytest.mark.parametrize(
    ("cited", "resolved"),
    [
        ("３の措置１、措置２", [True, True]),
        ("Ⅲ３の措置３", [False]),
        ("４の市の措置１、委託先の措置１", [True, True]),
        ("４の委託先の措置２", [False]),
    ],
)
def test_a_check_cites_measures_by_the_number_of_their_section(
    cited: str, resolved: list[bool]
) -> None:
    check = (
        "\n点検の記録\n| 番号 | 点検の観点 | 対応する措置（章及び措置番号） | 結果 |\n"
        "|---|---|---|---|\n"
        f"| 1 | 権限が管理されているか。 | {cited} | 適当 |\n"
    )
    criteria = case(SYSTEM + RISKS + MEASURES + check)["criteria"]
    found = [bool(each.get("measure")) for each in criteria[0]["references"]]
    assert found == resolved
