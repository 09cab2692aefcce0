"""Registers that print in columns: pairs of numbers and items, groups of rows, papers beside."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

Cells = list[list[str]]
NAMED = [["個人情報ファイルの名称", "甲ファイル"], ["所管課", "乙課"], ["利用目的", "給付のため"]]
SCOPE = [["記録範囲", "申請者"]]


def ruled(rows: Cells) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>\n" + "".join(f"<tr>{row}</tr>\n" for row in cells) + "</table>\n"


def content(text: str) -> dict[str, Any]:
    return drafts.draft(text, "r.txt").content


def card(rows: Cells, behind: str = "") -> dict[str, Any]:
    return content(f"個人情報ファイル簿\n{ruled([*NAMED, *rows, *SCOPE])}{behind}")


def items(found: dict[str, Any]) -> str:
    entries = [entry for each in found["lists"] for entry in each["entries"]]
    return " ".join(f"{each['position']}{each['label']}" for each in entries)


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        (
            [
                ["記録項目", "1", "氏名", "3", "等級"],
                ["", "2", "住所", "4", "手当の種類（甲、乙）"],
            ],
            "1氏名 2住所 3等級 4手当の種類 4.1甲 4.2乙",
        ),
        (
            [
                ["記録項目", "番号", "項目名", "番号", "項目名", "番号", "項目名"],
                ["", "①", "氏名", "③", "等級", "⑤", "額"],
                ["", "②", "住所", "④", "口座", "⑥", "開始日"],
            ],
            "1氏名 2住所 3等級 4口座 5額 6開始日",
        ),
        ([["記録項目", "1 氏名　　3 等級<br>2 住所　　4 口座"]], "1氏名 2住所 3等級 4口座"),
        (
            [["記録項目", "申請者", "1", "氏名"], ["", "", "2", "住所"], ["", "世帯", "3", "続柄"]],
            "1氏名 2住所 3続柄",
        ),
        (
            [
                ["記録項目", "1 申請者に関する項目", "(1) 氏名<br>(2) 住所"],
                ["", "2 世帯に関する項目", "(1) 続柄<br>(2) 同居者の氏名"],
            ],
            "1申請者に関する項目 1.1氏名 1.2住所 2世帯に関する項目 2.1続柄 2.2同居者の氏名",
        ),
        (
            [["記録項目", "氏名<br>住所又は居所<br>電話番号<br>勤務先又は学校の名称"]],
            "1氏名 2住所又は居所 3電話番号 4勤務先又は学校の名称",
        ),
    ],
)
def test_items_in_columns_are_read_by_their_numbers(rows: Cells, read: str) -> None:
    assert items(card(rows)) == read


@pytest.mark.parametrize(
    "paper",
    [
        [["区分", "項目"], ["1 申請者", "(1) 氏名<br>(2) 住所"], ["2 世帯", "(1) 続柄"]],
        [
            ["区分", "番号", "項目"],
            ["1 申請者", "(1)", "氏名"],
            ["", "(2)", "住所"],
            ["2 世帯", "(1)", "続柄"],
        ],
    ],
)
def test_a_paper_nests_items_below_numbered_heads(paper: Cells) -> None:
    found = card([["記録項目", "別紙のとおり"]], f"別紙　甲ファイルの記録項目\n{ruled(paper)}")
    assert items(found) == "1申請者 1.1氏名 1.2住所 2世帯 2.1続柄"


def test_a_label_that_is_merged_beside_its_rows_only_sorts() -> None:
    rows = [
        ["個人情報", "対象者", "1 利用者 30人<br>2 家族"],
        ["", "記録項目", "1 氏名<br>2 住所"],
        ["委託", "委託先", "株式会社甲、有限会社乙"],
        ["", "株式会社甲に処理させる項目", "氏名"],
        ["", "有限会社乙に引き渡す項目", "記録項目の全て"],
        ["安全管理", "町が行う措置", "1 鍵を掛ける。<br>2 点検する。"],
        ["", "委託先に行わせる措置", "1 返却させる。"],
    ]
    found = content(f"個人情報取扱事務登録簿\n{ruled([*NAMED, *rows])}")
    assert [each["label"] for each in found["subjects"]] == ["利用者", "家族"]
    names = {each["id"]: each["label"] for each in found["holders"]}
    lists = {each["id"]: [entry["label"] for entry in each["entries"]] for each in found["lists"]}
    going = {names[f["to"][0]]: lists[f["lists"][0]] for f in found["flows"] if "from" in f}
    assert going == {"株式会社甲": ["氏名"], "有限会社乙": ["氏名", "住所"]}
    assert [each["party"] for each in found["safeguards"]] == ["own", "own", "partner"]


def test_a_head_over_all_columns_only_sorts_them() -> None:
    rows = [
        ["事務", "", "個人情報", "", "", "提供・委託", "", ""],
        ["事務の名称", "所管課", "個人の範囲", "対象者数", "記録項目", "委託先", "委託契約の期間",
         "委託に係る作業の期間"],
        ["甲事務", "乙課", "利用者", "30人", "①氏名　②住所", "株式会社丙",
         "令和6年4月1日から令和7年3月31日まで", "令和6年5月1日から令和7年4月30日まで"],
    ]  # fmt: skip
    found = content(f"個人情報取扱事務登録簿\n{ruled(rows)}")
    assert items(found) == "1氏名 2住所"
    assert found["subjects"][0]["counts"][0]["value"] == 30
    kinds = {each["kind"]: each["end"] for each in found["matters"][0]["periods"]}
    assert kinds == {"contract": "2025-03-31", "operation": "2025-04-30"}


def task(number: int, name: str, partner: str) -> str:
    rows = [
        ["登録番号", f"福-{number:03d}"],
        ["事務の名称", name],
        ["事務の目的", "給付のため"],
        ["個人の範囲", "申請者"],
        ["記録項目", "1 氏名<br>2 住所"],
        ["委託先", partner],
        ["結合の開始", "令和5年10月1日"],
    ]
    return ruled(rows)


TASKS = "個人情報取扱事務登録簿\n" + task(1, "甲給付事務", "株式会社みどり")
TASKS += task(2, "乙貸付事務", "有限会社あお")
READ = [
    ("m1", "own", "鍵を掛ける。"),
    ("m1", "own", "点検する。"),
    ("m1", "partner", "複写しない。"),
    ("m2", "own", "記録を作る。"),
]


@pytest.mark.parametrize(
    "text",
    [
        "安全管理措置一覧\n"
        + ruled(
            [
                ["登録番号", "相手方", "本町の措置", "相手方の措置"],
                ["福-001", "株式会社みどり", "1 鍵を掛ける。<br>2 点検する。", "1 複写しない。"],
                ["福-002", "有限会社あお", "1 記録を作る。", ""],
            ]
        ),
        "安全管理措置\n"
        + ruled(
            [
                ["事務名", "区分", "措置の内容"],
                ["甲給付事務", "町", "・鍵を掛ける。<br>・点検する。"],
                ["", "委託先", "・複写しない。"],
                ["乙貸付事務", "町", "・記録を作る。"],
            ]
        ),
        "別紙1　甲給付事務に係る安全管理措置\n第1 町が行う措置\n"
        "1 錠前の鍵を掛ける。\n2 台帳を点検する。\n"
        "第2 委託先に行わせる措置\n1 名簿を複写しない。\n"
        "別紙2　乙貸付事務に係る安全管理措置\n第1 町が行う措置\n1 毎月記録を作る。\n",
        "別表　安全管理措置\n福-001　甲給付事務\n町が行う措置\n"
        "1 錠前の鍵を掛ける。\n2 台帳を点検する。\n"
        "委託先に行わせる措置\n1 名簿を複写しない。\n"
        "福-002　乙貸付事務\n町が行う措置\n1 毎月記録を作る。\n",
    ],
)
def test_measures_beside_the_cards_are_of_the_file_that_is_named(text: str) -> None:
    found = content(TASKS + text)["safeguards"]
    told = [(each["matter"], each["party"], each["label"]) for each in found if "position" in each]
    assert [each[:2] for each in told] == [each[:2] for each in READ]
    assert all(a[2].endswith(b[2][-4:]) for a, b in zip(told, READ, strict=True))


def test_a_number_in_front_of_a_name_and_the_begin_of_a_link_are_of_that_file() -> None:
    for each in content(TASKS)["matters"]:
        assert [period["start"] for period in each["periods"]] == ["2023-10-01"]


LISTED = [
    ["登録番号", "事務の名称", "所管課", "対象者数"],
    ["福-001", "甲給付事務", "福祉課", "40人"],
    ["福-002", "乙貸付事務", "福祉課", "7人"],
]


def test_numbers_of_a_list_of_contents_are_of_the_day_above_it() -> None:
    found = content(f"登録事務一覧　令和6年4月1日現在\n{ruled(LISTED)}{TASKS}")
    counts = [count for each in found["subjects"] for count in each.get("counts", [])]
    assert {(each["value"], each["as_of"]) for each in counts} == {
        (40, "2024-04-01"),
        (7, "2024-04-01"),
    }


def test_a_body_is_meant_by_its_last_character() -> None:
    rows = [
        ["行政機関等の名称", "みなみ町長"],
        ["記録項目", "1 氏名　2 額"],
        ["事務の概要", "決定の後、額を町から甲南県へ送信し、県はこれにより加算する。"],
        ["経常的提供先", "甲南県立東特別支援学校"],
        ["結合の相手方", "甲南県"],
        ["結合の内容", "甲南県から氏名を受信する。町から県への送信は行わない。"],
    ]
    found = content(f"個人情報取扱事務登録簿\n{ruled([*NAMED, *rows])}")["matters"][0]
    assert [each["direction"] for each in found["work"]] == ["receive", "send"]
