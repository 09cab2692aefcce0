"""Answers and consultations of offices with counting and heads of their own."""

from __future__ import annotations

from typing import Any

from drafts import draft, raised

LETTER = """あさひ町長

給食の配達の委託について（諮問）

"""


def content(body: str) -> dict[str, Any]:
    return draft(LETTER + body).content


def lists(case: dict[str, Any]) -> list[tuple[list[str], list[str]]]:
    names = {each["id"]: each["label"] for each in case["holders"]}
    return [
        ([names[id_] for id_ in each["holders"]], [entry["label"] for entry in each["entries"]])
        for each in case["lists"]
    ]


KANJI = """第一　なぜ行うのか
高齢者の食事を支えるため、配達を委ねる。

第二　だれの情報か
給食を申し込んだ高齢者　30人（令和6年4月1日現在）

第三　守るための手立て

【町】

運用上の手立て
（一）　名簿を扱う者を限る。
（二）　名簿を毎月替える。

システム上の手立て
（一）　操作の記録を残す。

【受託者】

運用上の手立て
（一）　名簿を写させない。

システム上の手立て
（一）　端末を回線から離させる。

第四　添える書面
別紙一　覚書
別紙二　図

――――――――

別紙一　覚書

第一条（秘密の保持）　乙は、知り得た情報を漏らしてはならない。

第二条（報告）　乙は、甲に月ごとに報告しなければならない。
"""


def test_chapters_layers_and_clauses_counted_in_kanji() -> None:
    case = content(KANJI)
    assert [each["label"] for each in case["subjects"]] == ["給食を申し込んだ高齢者"]
    measures = [(each["party"], each["layer"], each["position"]) for each in case["safeguards"]]
    assert measures == [
        ("own", "operational", "一"),
        ("own", "operational", "二"),
        ("own", "system", "一"),
        ("partner", "operational", "一"),
        ("partner", "system", "一"),
    ]
    clauses = [(each["number"], each["heading"]) for each in case["clauses"]]
    assert clauses == [(1, "秘密の保持"), (2, "報告")]
    papers = {each["label"]: each.get("resolved") for each in case["references"]}
    assert papers == {"別紙一": True, "別紙二": None}


BETWEEN = """1 対象者
名簿に載る者
2 提供する情報
(1) みどり町消防団との間

町が渡す項目
| 記号 | 項目 |
|---|---|
| イ | 氏名 |
| ロ | 住所 |

町が受け取る項目
| 記号 | 項目 |
|---|---|
| イ | 氏名 |
| ロ | 安否 |

(2) 社会福祉法人みどり町社会福祉協議会との間

町が渡す項目
| 記号 | 項目 |
|---|---|
| イ | 氏名 |
| ロ | 電話番号 |

電話番号は、社会福祉法人みどり町社会福祉協議会に限って提供し、他の１者には提供しない。
"""


def test_tables_below_heads_of_their_own_go_to_the_party_of_the_section() -> None:
    case = content(BETWEEN.replace("みどり町", "あさひ町"))
    assert lists(case) == [
        (["あさひ町消防団"], ["氏名", "住所"]),
        (["あさひ町"], ["氏名", "安否"]),
        (["社会福祉法人あさひ町社会福祉協議会"], ["氏名", "電話番号"]),
    ]


def test_an_item_that_goes_to_one_only_is_no_ban_on_the_others() -> None:
    title = LETTER.replace("配達の委託", "名簿の提供")
    text = title + BETWEEN.replace("みどり町", "あさひ町")
    assert raised(text) == set()
    assert raised(text.replace("| ロ | 住所 |", "| ロ | 電話番号 |")) == {"claim_against_list"}


def test_values_in_one_column_below_a_head() -> None:
    case = content(
        "1 委託先\n甲食品株式会社に委託する。\n"
        "委託の期間　　令和6年7月1日から令和7年3月31日まで\n"
        "試　　　行　　令和6年8月1日から令和6年8月15日まで\n"
        "2 対象者\n給食を申し込んだ者\n"
    )
    periods = {(each["start"], each["end"]) for each in case["matters"][0]["periods"]}
    assert periods == {("2024-07-01", "2025-03-31"), ("2024-08-01", "2024-08-15")}
    outside = [each["label"] for each in case["holders"] if each.get("external")]
    assert outside == ["甲食品株式会社"]


def test_a_table_in_columns_with_a_head_set_apart() -> None:
    case = content(
        "1 対象者\n給食を申し込んだ者\n2 記録する項目\n"
        "項　目　名　　　　もとになるもの　　　備　考\n"
        "氏名　　　　　　　申込書　　　　　　　必須\n"
        "アレルギー　　　　聴き取り　　　　　　任意\n"
    )
    entries = [(e["label"], e.get("optional", False)) for e in case["lists"][0]["entries"]]
    assert entries == [("氏名", False), ("アレルギー", True)]


TURNED = """1 対象者
登録した者
2 提供先
| 提供先 | 見守り |
|---|---|
| 甲電力株式会社 | 異変を見たときは、町に通報する。 |

3 情報の流れ
| 番号 | 情報 | 渡す側 | 受ける側 | 方法 |
|---|---|---|---|---|
| 1 | 登録した者の名簿 | 町 | 甲電力株式会社 | 手渡し |
| 2 | 異変の通報 | 甲電力株式会社 | 町 | 電話 |
"""


def test_what_the_row_of_a_party_does_and_a_table_of_flows_the_other_way() -> None:
    assert "direction_differs" not in raised(LETTER + TURNED)
    turned = TURNED.replace("甲電力株式会社 | 町 | 電話", "町 | 甲電力株式会社 | 電話")
    assert "direction_differs" in raised(LETTER + turned)
