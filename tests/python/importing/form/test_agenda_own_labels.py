"""Labels of an office, by their root and what their value holds, and behind its marks."""

from __future__ import annotations

import pytest

from nagarezu.importing.form.agenda import form as agenda
from nagarezu.importing.form.agenda import own_labels
from nagarezu.importing.form.family import family
from nagarezu.importing.form.rows import rows
from nagarezu.importing.passage import Passage
from nagarezu.importing.sources import read_bytes

FIRM = "株式会社つきみ舎"


def field(printed: str, value: str, kind: str = "entrust") -> str:
    found = own_labels.read(printed, Passage(value), kind, ())
    return found.field if found else ""


@pytest.mark.parametrize(
    ("printed", "value", "expected"),
    [
        ("団体に扱わせる項目", "①氏名 ②住所", "entrust_items"),
        ("業者の手に渡るデータ", "氏名、住所、電話番号", "entrust_items"),
        ("会社が目にする情報の種類", "氏名\n住所", "entrust_items"),
        ("扱わせる媒体", "CD-R", "media"),
        ("名簿を載せるメディア", "紙（名簿）", "media"),
        ("データの渡し方", "USBメモリ", "media"),
        ("任せる相手先", FIRM, "entrust_partner"),
        ("印刷を頼む会社の名称", FIRM, "entrust_partner"),
        ("仕事を受ける団体", "社会福祉法人つきみ会", "entrust_partner"),
        ("任せる訳", "専用の機械がないため。", "entrust_reason"),
        ("委ねる必要性", "人手が足りないため。", "entrust_reason"),
        ("始まりと終わり", "令和6年5月1日から同月31日まで", "entrust_time"),
        ("作業の日程", "令和6年5月1日", "entrust_time"),
        ("市の守りごと", "1 名簿を金庫に入れる。", "entrust_own"),
        ("講ずる手立て", "1 名簿を金庫に入れる。\n2 鍵を掛ける。", "entrust_own"),
        ("講ずる手立て", "1 名簿を金庫に入れさせる。\n2 鍵を掛けさせる。", "entrust_partner_own"),
        ("団体に課す約束ごと", "1 名簿を写さない。", "entrust_partner_own"),
        ("収めておく装置", "温室管理システム", "computer"),
        ("仕事の中身", "(1) 印刷\n(2) 発送", "entrust_content"),
    ],
)
def test_a_label_and_its_value_together_tell_the_field(
    printed: str, value: str, expected: str
) -> None:
    assert field(printed, value) == expected


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("扱わせる項目", "別に定める。追って示す。"),  # no list
        ("相手先", "決まり次第お知らせします。"),  # nobody
        ("実施時期", "準備が整い次第"),  # no date
        ("渡す情報", ""),
        ("職員が名簿を確かめる。", "氏名、住所"),  # a sentence is no label
        ("参考", "氏名、住所"),
    ],
)
def test_one_without_the_other_is_no_field(printed: str, value: str) -> None:
    assert field(printed, value) == ""


def test_a_sheet_has_each_field_once() -> None:
    assert own_labels.read("渡す情報", Passage("①氏名 ②住所"), "entrust", {"entrust_items"}) is None


UNKNOWN = "前年度との違いの有無"
FIELDS = [
    ("件名", "名簿の印刷の委託について"),
    ("所管課", "温室課"),
    ("登録業務の名称", "温室の利用に関する事務"),
    ("印刷を頼む会社", FIRM),
    ("会社に見せる情報", "氏名、利用日、区画番号"),
    (UNKNOWN, "前年度も同じ。"),
    ("頼む期間", "令和6年5月1日から令和6年5月31日まで"),
    ("市の守りごと", "名簿を手渡しする。"),
]
EXPECTED = {
    "title": FIELDS[0][1],
    "department": "温室課",
    "register_name": FIELDS[2][1],
    "entrust_partner": FIRM,
    "entrust_items": "氏名、利用日、区画番号",
    "entrust_time": FIELDS[6][1],
    "entrust_own": "名簿を手渡しする。",
}
NUMBERS = "一二三四五六七八"


def printed(label: str, between: str) -> str:
    lines = (
        f"{label.format(label=name, n=at, k=NUMBERS[at - 1])}{between}{value}"
        for at, (name, value) in enumerate(FIELDS, 1)
        if between != "：" or name != UNKNOWN  # behind a colon, it may be a part of the value
    )
    return "つきみ市個人情報保護審議会 付議事項\n\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("label", "between"),
    [
        ("◆{label}", "\n"),
        ("■ {label}", "\n"),
        ("○{label}", "　"),
        ("▼{label}", "："),
        ("【{label}】", ""),
        ("【{label}】", "\n"),
        ("《{label}》", "\n"),
        ("{n} {label}", "\n　　"),
        ("{n}. {label}", "\n"),
        ("第{k}　{label}", "\n"),
        ("{label}", "："),
        ("{label}", "\t"),
    ],
)
def test_marks_of_an_office_are_no_part_of_its_labels(label: str, between: str) -> None:
    stream = list(rows([read_bytes(printed(label, between).encode(), "a.txt", "d")]))
    sheet = next(each for each in agenda.sheets(stream) if each.kind == "matter")
    found = {each.label.field: each.value.text for each in sheet.entries}
    kept = {name: value for name, value in found.items() if name in EXPECTED}
    assert kept == EXPECTED
    assert family(stream) == "agenda"


def test_a_mark_in_front_of_measures_heads_no_field() -> None:
    text = printed("【{label}】", "\n") + "【運用上の対策】\n1 鍵を掛ける。\n"
    stream = list(rows([read_bytes(text.encode(), "a.txt", "d")]))
    sheet = next(each for each in agenda.sheets(stream) if each.kind == "matter")
    own = sheet.get("entrust_own")
    assert own is not None
    assert own.value.text.endswith("【運用上の対策】\n1 鍵を掛ける。")


def test_the_last_line_of_a_value_heads_no_sheet() -> None:
    again = printed("◆{label}", "\n") + "\n" + printed("◆{label}", "\n").split("\n\n", 1)[1]
    stream = list(rows([read_bytes(again.encode(), "a.txt", "d")]))
    sheets = [each for each in agenda.sheets(stream) if each.kind == "matter"]
    assert [each.get("entrust_own") is not None for each in sheets] == [True, True]
    assert all(each.get("entrust_own").value for each in sheets)  # type: ignore[union-attr]
