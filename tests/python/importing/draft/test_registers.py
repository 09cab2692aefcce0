"""Drafts of registers: items, groups with numbers, who gets what, and what a register claims."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

HEAD = "個人情報ファイル簿\n個人情報ファイルの名称\t甲ファイル\n行政機関等の名称\tみなみ町長\n"
USUAL = {
    "利用目的": "利用者の管理",
    "記録項目": "氏名、住所、電話番号",
    "記録範囲": "利用者",
    "収集方法": "本人",
}


def content(**fields: str) -> dict[str, Any]:
    lines = (f"{label}\t{value}" for label, value in (USUAL | fields).items())
    text = HEAD + "\n".join(lines) + "\n"
    return drafts.draft(text, "r.txt").content


def items(found: dict[str, Any], number: int = 0) -> list[str]:
    return [f"{entry['position']} {entry['label']}" for entry in found["lists"][number]["entries"]]


def given(found: dict[str, Any]) -> list[tuple[str, str, int]]:
    holders = {each["id"]: each for each in found["holders"]}
    return [
        (flow["relation"], holders[to]["label"], holders[to].get("tier", 0))
        for flow in found["flows"]
        for to in flow["to"]
        if flow["relation"] != "collect"
    ]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        (
            "1名簿番号、2人数、3学年、4年間の回数",
            ["1 名簿番号", "2 人数", "3 学年", "4 年間の回数"],
        ),
        ("1 学年 2 組", ["1 学年", "2 組"]),
        (
            "1氏名、2口座（銀行、支店、番号）、3税額",
            ["1 氏名", "2 口座", "2.1 銀行", "2.2 支店", "2.3 番号", "3 税額"],
        ),
        ("【基本的事項】氏名、住所【経済状況】所得", ["1 氏名", "2 住所", "3 所得"]),
        ("■氏名 □本籍 ■その他（学歴、資格）", ["1 氏名", "2 その他", "2.1 学歴", "2.2 資格"]),
        (
            "1 家族に関する事項 (1) 続柄 (2) 職業 2 備考",
            ["1 家族に関する事項", "1.1 続柄", "1.2 職業", "2 備考"],
        ),
    ],
)
def test_items_are_read_in_every_manner(printed: str, read: list[str]) -> None:
    assert items(content(記録項目=printed)) == read


@pytest.mark.parametrize(
    ("fields", "numbers"),
    [
        ({"記録範囲": "利用者（120人　令和4年4月1日現在）"}, [("利用者", 120, "2022-04-01")]),
        ({"本人の数（R4.4.1現在）": "120人"}, [("利用者", 120, "2022-04-01")]),
        ({"対象者数（人）": "1,120"}, [("利用者", 1120, None)]),
        (
            {"記録範囲": "1 会員 2 家族", "対象者数": "1 50人 2 70人"},
            [("会員", 50, None), ("家族", 70, None)],
        ),
        ({"記録範囲": "児童20人、保護者 30人"}, [("児童", 20, None), ("保護者", 30, None)]),
        (
            {"記録範囲": "施設の借主、保証人", "人数": "借主5人、保証人 6人（R5.12末）"},
            [("施設の借主", 5, None), ("保証人", 6, "2023-12")],
        ),
        ({"本人の数": "約500人"}, [("利用者", None, None)]),
        (
            {"本人の数": "7人", "備考": "本人の数は令和5年3月31日現在"},
            [("利用者", 7, "2023-03-31")],
        ),
        ({"記録範囲": "■会員 □職員 ■その他（講師）"}, [("会員", "", ""), ("講師", "", "")]),
    ],
)
def test_numbers_go_to_the_groups_that_they_count(
    fields: dict[str, str], numbers: list[tuple[str, Any, Any]]
) -> None:
    found = [
        (
            each["label"],
            count.get("value", None if count else ""),
            count.get("as_of", None if count else ""),
        )
        for each in content(**fields)["subjects"]
        for count in each.get("counts", [{}])
    ]
    assert found == numbers


@pytest.mark.parametrize(
    ("fields", "holders"),
    [
        ({"経常的提供先": "1 甲県 2 乙協会"}, [("provide", "甲県", 1), ("provide", "乙協会", 1)]),
        ({"目的外利用": "□無 ■有（利用課：税務課）"}, [("transfer", "税務課", 0)]),
        (
            {"利用課・提供先": "（利用）税務課（提供）甲協会"},
            [("provide", "甲協会", 1), ("transfer", "税務課", 0)],
        ),
        (
            {"目的外利用・外部提供": "税務課、甲協会"},
            [("transfer", "税務課", 0), ("provide", "甲協会", 1)],
        ),
        ({"委託の有無": "有（株式会社甲）"}, [("entrust", "株式会社甲", 1)]),
        (
            {"委託先": "株式会社甲（再委託先：有限会社乙）"},
            [("entrust", "株式会社甲", 1), ("reentrust", "有限会社乙", 2)],
        ),
        (
            {"委託先": "印刷：株式会社甲／再委託あり：有限会社乙"},
            [("entrust", "株式会社甲", 1), ("reentrust", "有限会社乙", 2)],
        ),
        ({"備考": "印刷は株式会社甲に委託"}, [("entrust", "株式会社甲", 1)]),
        (
            {"備考": "委託先：株式会社甲（印刷）。利用者管理システムで管理している。"},
            [("entrust", "株式会社甲", 1), ("process", "利用者管理システム", 0)],
        ),
        ({"使用システム": "録音装置"}, [("process", "録音装置", 0)]),
        ({"電算処理": "有（台帳システム）"}, [("process", "台帳システム", 0)]),
        ({"電算処理": "有"}, []),
        (
            {"処理の形態": "☑電算（システムの名称：甲システム） ☑紙（帳票） □その他（乙システム）"},
            [("process", "甲システム", 0)],
        ),
        (
            {
                "委託先": "株式会社甲",
                "委託する業務": "印刷（封入は、有限会社乙に再委託して行う。）",
            },
            [("entrust", "株式会社甲", 1), ("reentrust", "有限会社乙", 2)],
        ),
        ({"外部結合": "■有（結合先：甲県） □無"}, [("link", "甲県", 1)]),
        ({"経常的提供先": "－", "委託先": "無", "使用システム": "なし"}, []),
    ],
)
def test_who_gets_something(fields: dict[str, str], holders: list[tuple[str, str, int]]) -> None:
    assert sorted(given(content(**fields))) == sorted(holders)


def test_items_of_a_partner_are_a_list_of_their_own() -> None:
    found = content(提供先="甲協会", 提供する項目="■氏名 □住所 ■電話番号")
    assert items(found, 1) == ["1 氏名", "2 電話番号"]
    (flow,) = (each for each in found["flows"] if each["relation"] == "provide")
    assert flow["lists"] == [found["lists"][1]["id"]]


@pytest.mark.parametrize(
    ("fields", "claim"),
    [
        ({"提供先": "甲協会", "備考": "提供する項目は、氏名のみとする。"}, ("only", ["甲協会"])),
        (
            {"提供先": "甲協会、乙組合", "備考": "情報は、甲協会のみに提供する。"},
            ("only", ["乙組合"]),
        ),
        (
            {
                "提供先": "甲協会",
                "提供する項目": "提供する項目は、氏名のみとする。\n1 氏名\n2 住所",
            },
            ("only", ["甲協会"]),
        ),
        ({"備考": "特定の個人を識別できる項目は記録していない。"}, ("never", ["みなみ町"])),
        ({"再委託": "□可 ■不可"}, ("depth_at_most", [])),
    ],
)
def test_what_a_register_claims(fields: dict[str, str], claim: tuple[str, list[str]]) -> None:
    found = content(**fields)
    holders = {each["id"]: each["label"] for each in found["holders"]}
    (made,) = found["claims"]
    assert (made["kind"], [holders[id_] for id_ in made.get("holders", [])]) == claim


def test_everybody_is_recorded_though_the_purpose_speaks_of_some() -> None:
    found = content(利用目的="満80歳に達する者に祝品を贈るため", 記録範囲="すべての町民")
    assert found["purposes"][0]["concerns"] == "満80歳に達する者"
    assert found["purposes"][0]["part_of"] == [found["subjects"][0]["id"]]


@pytest.mark.parametrize(
    ("fields", "periods"),
    [
        ({"保有開始": "H12.4"}, [("other", "2000-04", None)]),
        ({"電算処理開始年月日": "H12.4.1"}, [("other", "2000-04-01", None)]),
        (
            {"事務開始年月日": "平成3年4月1日", "登録年月日": "平成4年4月1日"},
            [("other", "1991-04-01", None)],
        ),
        (
            {"委託先": "株式会社甲", "委託期間": "令和5年4月1日から令和6年3月31日まで"},
            [("contract", "2023-04-01", "2024-03-31")],
        ),
    ],
)
def test_since_when(fields: dict[str, str], periods: list[tuple[str, str, str | None]]) -> None:
    (matter,) = content(**fields)["matters"]
    found = [(each["kind"], each["start"], each.get("end")) for each in matter["periods"]]
    assert found == periods


@pytest.mark.parametrize(
    ("printed", "count"),
    [
        ("・氏名・住所・電話番号", 3),
        ("氏名　住所　電話番号", 3),
        ("(1)氏名(2)住所(3)所得", 3),
        ("⑴氏名 ⑵住所 ⑶所得・税額", 3),
        ("氏名", 1),
    ],
)
def test_items_in_a_row_need_no_commas(printed: str, count: int) -> None:
    assert len(items(content(記録項目=printed))) == count


@pytest.mark.parametrize(
    ("printed", "entries"),
    [
        ("☑1 氏名　□2 年齢　☑3 住所", ["1 氏名", "3 住所"]),
        (
            "☑① 氏名　□② 年齢　☑③ その他（職名、経歴）",
            ["1 氏名", "3 その他", "3.1 職名", "3.2 経歴"],
        ),
        ("■氏名　□年齢　■住所", ["1 氏名", "2 住所"]),
        (
            "氏名、学校名（町外の者に限る。）、組",
            ["1 氏名", "2 学校名（町外の者に限る。）", "3 組"],
        ),
    ],
)
def test_options_keep_their_numbers_and_brackets(printed: str, entries: list[str]) -> None:
    assert items(content(記録項目=printed)) == entries


@pytest.mark.parametrize(
    ("head", "party"),
    [
        ("保護措置", "own"),
        ("安全管理のための措置", "own"),
        ("町が講ずる措置", "own"),
        ("委託先に講じさせる措置", "partner"),
        ("受託者における保護措置", "partner"),
    ],
)
def test_measures_of_each_side(head: str, party: str) -> None:
    found = content(**{head: "ア 書庫に施錠する。 イ 名簿を備える。"})["safeguards"]
    assert [(each["party"], each["position"]) for each in found] == [(party, "ア"), (party, "イ")]


@pytest.mark.parametrize(
    ("label", "printed", "holders"),
    [
        (
            "委託先及び再委託先",
            "株式会社甲（再委託：合同会社乙）",
            [("entrust", "株式会社甲", 1), ("reentrust", "合同会社乙", 2)],
        ),
        ("提供先", "県立甲保健所ほか２機関", [("provide", "県立甲保健所", 1)]),
        ("委託先", "有限会社甲資料室", [("entrust", "有限会社甲資料室", 1)]),
    ],
)
def test_names_with_more_behind_them(
    label: str, printed: str, holders: list[tuple[str, str, int]]
) -> None:
    assert given(content(**{label: printed})) == holders


def test_a_medium_may_name_the_system() -> None:
    found = content(記録媒体="□紙　☑電磁的記録（図書貸出システム）")
    assert given(found) == [("process", "図書貸出システム", 0)]


def test_labels_within_an_answer_in_brackets_stay_there() -> None:
    found = content(**{"外部提供": "□無　■有（提供先：甲協会　提供する項目：氏名、住所）"})
    assert items(found, 1) == ["1 氏名", "2 住所"]
