"""Sheets in other forms: matters side by side, measures in tables, broken labels, word marks."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft, raised

COVER = """はまべ市個人情報審査会　付議事項
件名\t{title}
担当課\t公園課
目的\t花壇を市民の手で守る。
対象者\t花壇の会の会員
内容\t会員の家への苗の配達を委託する。

"""
ABREAST = (
    COVER
    + """{kinds}
登録業務の名称\t花壇\t花壇
相手方\t{nobody}\t有限会社なえや
個人の範囲\t花壇の会の会員\t花壇の会の会員
情報項目\t1 氏名 2 住所 3 電話番号\t1 氏名 2 住所
期間\t令和6年7月1日から\t令和6年8月1日から令和6年9月30日まで
市の対策\t1 操作する職員を限る。\t1 紙の枚数を数える。
相手方の対策\t{nobody}\t1 紙を鍵付きの箱に入れさせる。
"""
)


@pytest.mark.parametrize("nobody", ["―", "なし", "－"])
@pytest.mark.parametrize(
    "kinds",
    ["区分\t電算処理\t業務委託", "項目\t(1) 電算処理\t(2) 業務委託"],
)
def test_matters_side_by_side(kinds: str, nobody: str) -> None:
    text = ABREAST.format(title="花壇の電算処理及び業務委託について", kinds=kinds, nobody=nobody)
    found = draft(text).content
    assert [each["kinds"] for each in found["matters"]] == [["process"], ["entrust"]]
    assert [len(each["entries"]) for each in found["lists"]] == [3, 2]
    assert [each["label"] for each in found["holders"] if each.get("external")] == [
        "有限会社なえや"
    ]
    assert {(each["matter"], each["party"]) for each in found["safeguards"]} == {
        ("m1", "own"),
        ("m2", "own"),
        ("m2", "partner"),
    }
    assert not raised(text)


SHEET = (
    COVER
    + """事業の概要
事業名\t花壇

件名\t苗の配達の委託について
{fields}
委託の期間\t令和6年8月1日から令和6年9月30日まで
{measures}
"""
)
FIELDS = """担当課\t公園課
登録業務の名称\t花壇
委託先\t有限会社なえや
処理させる情報項目\t① 氏名 ② 住所
記録媒体\t紙
"""


def sheet(measures: str, fields: str = FIELDS) -> str:
    return SHEET.format(title="苗の配達に係る業務委託について", fields=fields, measures=measures)


def sides(text: str) -> set[tuple[str, str, str]]:
    found: list[dict[str, Any]] = draft(text).content["safeguards"]
    return {(each["party"], each["layer"], each["position"]) for each in found}


@pytest.mark.parametrize("pointer", ["下表による", "次の表のとおり", "下記による。"])
@pytest.mark.parametrize("head", ["当事者\t区分\t番号\t対策", "実施者\t区分\t番号\t対策の内容"])
def test_rows_of_a_table_of_measures_are_no_fields(pointer: str, head: str) -> None:
    table = f"""情報保護対策\t{pointer}

{head}
市\t運用上の対策\t1\t紙の枚数を数える。
市\tシステム上の対策\t1\t名簿の画面を閉じる。
受託者\t運用上の対策\t1\t紙を鍵付きの箱に入れさせる。
受託者\t運用上の対策\t2\t紙の枚数を数えさせる。
"""
    text = sheet(table)
    assert sides(text) == {
        ("own", "operational", "1"),
        ("own", "system", "1"),
        ("partner", "operational", "1"),
        ("partner", "operational", "2"),
    }
    assert not raised(text)


BROKEN = """担当課\t公園課
登録業務の名称\t花壇
委託先\t有限会社なえや
{first}\t1 個人の範囲
{second}\t花壇の会の会員
\t2 情報項目
\t① 氏名　② 住所
記録媒体\t紙
"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("処理させる情報項目（だれの、ど", "のような項目か）"),
        ("処理させる情報項目", "（だれの、どのような項目か）"),
        ("委託に伴い事業者に処理させ", "る情報項目"),
    ],
)
def test_a_label_over_two_rows(first: str, second: str) -> None:
    text = sheet("市が行う対策\t1 紙の枚数を数える。", BROKEN.format(first=first, second=second))
    found = draft(text).content
    assert [each["label"] for each in found["lists"][0]["entries"]] == ["氏名", "住所"]
    assert "個人の範囲" not in {each["label"] for each in found["items"]}


CHECKED = """情報保護対策\t別紙のとおり

別紙　情報保護対策確認表

番号\t対策の内容\t市\t受託者
【運用上の対策】
1\t契約書に取扱いを定める。\t{yes}\t{yes}
2\t作業の場所を限る。\t{no}\t{yes}
【システム上の対策】
3\t端末を外につながない。\t{no}\t{yes}
"""


@pytest.mark.parametrize(
    ("yes", "no"), [("実施", "不要"), ("要", "否"), ("有", "無"), ("○", "―"), ("行う", "行わない")]
)
def test_words_are_marks(yes: str, no: str) -> None:
    found = draft(sheet(CHECKED.format(yes=yes, no=no))).content["checklist"]
    assert [(each["party"], each["layer"], each["mark"]) for each in found] == [
        ("own", "operational", "yes"),
        ("partner", "operational", "yes"),
        ("own", "operational", "not_needed"),
        ("partner", "operational", "yes"),
        ("own", "system", "not_needed"),
        ("partner", "system", "yes"),
    ]
    assert {each["provenance"][0]["printed"] for each in found} == {yes, no}


@pytest.mark.parametrize(
    "legend", ["（☑ 行う　□ 行わない）", "凡例　○：行うもの　－：要しないもの"]
)
def test_a_legend_is_no_measure(legend: str) -> None:
    listed = f"""情報保護対策\tチェックリストのとおり

情報保護対策チェックリスト
{legend}

１　市が行う対策
（１）運用上の対策
☑　契約書に取扱いを定める。
□　作業の場所を限る。
"""
    found = draft(sheet(listed)).content
    assert [each["mark"] for each in found["checklist"]] == ["yes", "blank"]
    assert not [each for each in found["safeguards"] if "行うもの" in each["label"]]


NUMBERED = """ひがし市審議会　議案書
１　件名
　　花だよりの配達に係る電算処理及び業務委託について
２　事業の概要
　（1）目的
　　　花だよりを会員に届ける。
　（2）対象となる者
　　　花の会の会員
　（3）内容
　　　会員を台帳に記録し、配達を委託する。
３　電算処理
　（1）登録業務の名称
　　　花の会
　（2）個人の範囲
　　　花の会の会員
　（3）記録する項目
　　　①氏名　②住所
　（4）記録するコンピュータ
　　　会員台帳システム
　（5）情報保護対策
　　　ア　操作する職員を限る。
４　業務委託
　（1）登録業務の名称
　　　花の会
　（2）委託先
　　　有限会社はなや配達
　（3）処理させる項目
　　　①氏名　②住所
　（4）記録媒体
　　　紙（宛名票）
　（5）受渡しの方法
　　　宛名票は、公園課の窓口で手渡す。
　（6）委託期間
　　　令和5年12月1日から令和6年3月31日まで
　（7）市の対策
　　　ア　宛名票の枚数を数える。
　（8）委託先に求める対策
　　　ア　宛名票の枚数を数えさせる。
"""


def test_numbers_in_brackets_in_front_of_the_fields() -> None:
    found = draft(NUMBERED).content
    first, second = found["matters"]
    assert (first["kinds"], second["kinds"]) == (["process"], ["entrust"])
    assert second["periods"][0]["end"] == "2024-03-31"
    assert {each["relation"] for each in found["flows"]} == {"process", "entrust"}
    assert {(each["matter"], each["party"]) for each in found["safeguards"]} == {
        ("m1", "own"),
        ("m2", "own"),
        ("m2", "partner"),
    }
    assert not raised(NUMBERED)


def test_labels_in_brackets_make_no_register() -> None:
    lines = [f"〈{a}〉{b}" for a, b in (row.split("\t") for row in FIELDS.splitlines())]
    text = f"""はまべ市審査会　資料
議題\t苗の配達に係る個人情報の取扱いについて
■ 事業の概要
〈事業名〉花壇
〈目的〉花壇を守る。
〈対象〉花壇の会の会員
■ 苗の配達の委託
{chr(10).join(lines)}
〈期間〉令和6年8月1日から令和6年9月30日まで
■ 名簿の自治会への提供
〈担当課〉公園課
〈提供先〉浜辺自治会
〈提供する項目〉① 氏名 ② 住所
"""
    assert [each["kinds"] for each in draft(text).content["matters"]] == [["entrust"], ["provide"]]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("住民基本台帳に記録されているすべての者", {"scope_wider_than_purpose"}),
        ("花壇の会の会員", set()),
        ("花壇台帳に登録されているすべての者", set()),
    ],
)
def test_everybody_of_the_town_where_a_register_is_meant(sentence: str, found: set[str]) -> None:
    text = sheet("", FIELDS.replace("処理させる", f"個人の範囲\t{sentence}\n処理させる"))
    text = text.replace("市民の手で守る", "守るため、花壇台帳に登録されている者に苗を届ける")
    assert raised(text) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "1 枚数を受託者の台帳にも記録させる。",
        "1 緊急時の連絡先を、あらかじめ取り決める。",
        "1 会員に渡すものに、会員の氏名は含まれない。",
    ],
)
def test_clean_measures(sentence: str) -> None:
    more = f"市の対策\t1 紙の枚数を台帳に記録する。\n委託先の対策\t{sentence}"
    assert not raised(sheet(more)) & {
        "named_once",
        "claimed_item_unlisted",
        "scope_wider_than_purpose",
    }
