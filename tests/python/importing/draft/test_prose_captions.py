"""Heads, captions and cells that make the outline of a paper, as a person sees them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from drafts import draft, raised

from nagarezu.importing.fields.counts import counts
from nagarezu.importing.fields.references import heading

HEAD = """緑台市個人情報保護審議会　御中
体操教室の運営業務の委託について（諮問）
次のとおり諮問します。
"""


def content(body: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(draft(HEAD + body).case.to_json())
    return found


INSET = """1 委託先　株式会社このは
2 渡す項目
別表のとおりとする。
別表　渡す項目
番号\t項目
1\t氏名
2\t電話番号
3 保護対策
(1) 市の対策
ア 名簿を施錠できる棚に置く。
"""


def test_the_letter_goes_on_behind_a_table_set_into_it() -> None:
    found = content(INSET)
    assert [each["label"] for each in found["items"]] == ["氏名", "電話番号"]
    assert [(each["party"], each["position"]) for each in found["safeguards"]] == [("own", "ア")]


CAPTIONS = """1 委託先　株式会社このは
2 取り扱う項目　別紙1の第1表及び第2表の項目
別紙1
記録項目一覧
第1表　名簿の項目
番号\t項目\t備考
1\t氏名\t
2\t住所\t任意
第2表　測定の項目
番号\t項目\t備考
1\t身長\t
2\t体重\t
"""


def test_each_captioned_table_is_a_list_counted_anew() -> None:
    found = content(CAPTIONS)
    listed = [[(e["position"], e["label"]) for e in each["entries"]] for each in found["lists"]]
    assert [("1", "氏名"), ("2", "住所")] in listed
    assert [("1", "身長"), ("2", "体重")] in listed
    assert len(found["items"]) == 4  # the pointer to 別紙1 is no item


BOXED = """【件名】
体操教室の運営
【対象者】
教室に申し込む者
（令和4年度に教室に申し込んだ者　40人）
【これまでの様子】
職員が電話で受けていた。
【委託先】
株式会社このは
【安全管理】
（市が行うこと）
〈運用〉
1 名簿を施錠できる棚に置く。
〈技術〉
1 端末に暗証番号を設ける。
（受託者に行わせること）
〈運用〉
1 従事者を届け出させる。
〈技術〉
1 端末を他の回線につながせない。
"""


def test_heads_in_brackets_on_two_levels() -> None:
    found = content(BOXED)
    sides = [(each["party"], each["layer"]) for each in found["safeguards"]]
    assert sides == [
        ("own", "operational"),
        ("own", "technical"),
        ("partner", "operational"),
        ("partner", "technical"),
    ]
    labels = {each["label"] for each in found["subjects"]}
    assert labels == {"教室に申し込む者", "教室に申し込んだ者"}


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "令和4年4月1日現在の会員は、児童30人、生徒20人、合わせて50人である。",
            {("児童", 30), ("生徒", 20), ("会員", 50)},
        ),
        (
            "教室の利用者は30人（令和4年4月1日現在）、予約者は20人（同日現在）である。",
            {("教室の利用者", 30), ("予約者", 20)},
        ),
    ],
)
def test_whom_each_number_of_a_sentence_counts(sentence: str, wanted: set[Any]) -> None:
    found = content(f"1 経過\n{sentence}\n2 委託先　株式会社このは\n")
    told = {(s["label"], c["value"]) for s in found["subjects"] for c in s.get("counts", [])}
    assert told == wanted


def test_a_year_in_which_something_was_done_dates_the_count() -> None:
    [count] = counts("令和4年度に申し込んだ者は40人")
    assert (count.value, count.as_of) == (40, "FY2022")


def test_labels_below_the_sentences_of_a_part() -> None:
    body = """1 事業の趣旨
体力の低下を防ぐ。
対象となる者　　65歳以上の市民　120人（令和4年4月1日現在）
担当　　　　　　健康課
2 委託先　株式会社このは
"""
    [group] = content(body)["subjects"]
    assert (group["label"], group["counts"][0]["value"]) == ("65歳以上の市民", 120)


def test_where_an_item_comes_from_is_no_measure() -> None:
    body = """1 委託先　株式会社このは
2 記録する項目
項目        内容          得る方法
氏名        本人の氏名    本人から聞く
住所        本人の住所    本人から聞く
3 安全管理
(1) 名簿を施錠できる棚に置く。
"""
    assert len(content(body)["safeguards"]) == 1
    assert "duplicated_row" not in raised(HEAD + body)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("資料A　構成図", "資料A"),
        ("参考　調査票の見本", "参考"),
        ("（資料1及び資料2は、別に送付する。）", ""),
    ],
)
def test_a_heading_is_no_sentence(line: str, label: str) -> None:
    assert heading(line) == label


def test_what_is_published_is_another_clause() -> None:
    body = """1 委託先　株式会社このは
2 委託先に渡す項目
(1) 氏名
(2) 年齢
3 概要
株式会社このはに渡すデータは、個人を識別することができる情報を含まないものとし、成果は公表する。
"""
    assert "identifying_item" in raised(HEAD + body)


def test_a_confirmation_table_is_a_checklist() -> None:
    body = """1 委託先　株式会社このは
2 保護措置
別紙「個人情報保護措置確認表」のとおり
別紙
個人情報保護措置確認表
市が行う措置【運用上の措置】
番号\t記入欄\t措置
1\t○\t名簿を施錠できる棚に置く。
2\t－\t持出しを管理簿に記録する。
"""
    marks = [(each["party"], each["mark"]) for each in content(body)["checklist"]]
    assert marks == [("own", "yes"), ("own", "not_needed")]
