"""Items below items of a register whose table has a row for each, and files that know nobody."""

from __future__ import annotations

import json
from typing import Any

import pytest
from drafts import draft, raised

TOPS = ("1 申請番号", "2 申請者の氏名", "3 振込先")
INNER = ("金融機関名", "支店名", "口座番号")
FIELDS = (
    ("実施機関", "ゆうひ市長"),
    ("担当組織", "環境課"),
    ("利用目的", "費用の一部を補助する。"),
)
REST = (
    ("記録範囲", "補助金を申請した者"),
    ("収集方法", "申請書により申請者から"),
    ("備考", "なし"),
)


def marked(form: str) -> list[str]:
    return [
        form.format(n=n, k="アイウ"[n - 1], c="①②③"[n - 1], l="abc"[n - 1], x=x)
        for n, x in enumerate(INNER, 1)
    ]


def table(rows: list[str], *, apart: bool = False) -> str:
    """Two files with a row for each item; numbers in a column of their own if they are apart."""
    gap = "," if apart else ""
    found = [f"ファイル番号,個人情報ファイルの名称,欄,{'項番,' if apart else ''}内容"]
    for number, name in ((1, "手術費補助ファイル"), (2, "犬の登録ファイル")):
        listed = rows if number == 1 else ["1 登録番号", "2 飼い主の氏名", "3 犬の名"]
        items = [each.replace(" ", ",", 1) if apart else each for each in listed]
        told = [f"{a},{gap}{b}" for a, b in FIELDS] + [f"記録項目,{item}" for item in items]
        told += [f"{a},{gap}{b}" for a, b in REST]
        found += [f"0{number},{name},{each}" for each in told]
    return "\n".join(found) + "\n"


def card(rows: list[str], *, again: bool = True) -> str:
    """One file; its label stands in front of each item, or only of the first."""
    found = ["個人情報ファイル簿,", "個人情報ファイルの名称,手術費補助ファイル"]
    found += [f"{a},{b}" for a, b in FIELDS]
    found += [f"{'記録項目' if again or not n else ''},{row}" for n, row in enumerate(rows)]
    return "\n".join([*found, *(f"{a},{b}" for a, b in REST)]) + "\n"


def positions(text: str) -> list[tuple[str, str]]:
    content: dict[str, Any] = json.loads(draft(text, "a.csv").case.to_json())
    first = content["lists"][0]["entries"]
    return [(each["position"], each["label"]) for each in first]


NESTED = [
    *(("1", "申請番号"), ("2", "申請者の氏名"), ("3", "振込先")),
    *(("3.1", "金融機関名"), ("3.2", "支店名"), ("3.3", "口座番号"), ("4", "決定年月日")),
]


@pytest.mark.parametrize(
    "form",
    ["({n}) {x}", "（{n}）{x}", "{k} {x}", "　{k}　{x}", "3-{n} {x}", "3.{n} {x}", "3－{n}　{x}",
     "{c}{x}", "・{x}", "({k}) {x}", "{l} {x}"],
)  # fmt: skip
def test_items_below_an_item_in_rows_of_their_own(form: str) -> None:
    rows = [*TOPS, *marked(form), "4 決定年月日"]
    assert positions(table(rows)) == NESTED
    assert positions(card(rows)) == NESTED
    assert positions(card(rows, again=False)) == NESTED


@pytest.mark.parametrize(
    "form",
    ["({n}) {x}", "（{n}） {x}", "{k} {x}", "3-{n} {x}", "3.{n} {x}", "{c} {x}", "({k}) {x}"],
)
def test_items_below_an_item_with_their_numbers_apart(form: str) -> None:
    assert positions(table([*TOPS, *marked(form), "4 決定年月日"], apart=True)) == NESTED


@pytest.mark.parametrize("lead", ["{n} ", "({n}) ", "{c}", "{k} ", "・", ""])
def test_items_one_a_row_stay_beside_each_other(lead: str) -> None:
    names = ("申請番号", "氏名", "住所", "電話番号")
    rows = [
        lead.format(n=n, c="①②③④"[n - 1], k="アイウエ"[n - 1]) + name
        for n, name in enumerate(names, 1)
    ]
    assert positions(card(rows)) == [(str(n), name) for n, name in enumerate(names, 1)]


SURVEY = """個人情報ファイル簿

個人情報ファイルの名称\t運動習慣調査回答ファイル
所管する組織\t企画課
利用目的\t計画の見直しの基礎とするため
記録項目\t1調査票番号、2回答者氏名、3年齢、4居住地区、5運動の頻度
記録範囲\t調査票を返送した者
収集方法\t調査票の返送により本人から
備考\t{}
"""


@pytest.mark.parametrize(
    "told",
    [
        "回答は集計に用いる。このファイルには個人を識別できる項目は置いていない。",
        "個人を識別できる項目を設けていない。",
        "特定の個人を識別することができる項目は入っていない。",
        "本人の特定につながる項目は置かない。",
        "個人が特定できる欄は設けていません。",
        "個人を識別するための項目は存在しない。",
        "個人を特定する項目は尋ねていない。",
        "記録項目に個人の特定に結び付くものはない。",
        "個人を識別できる項目は、一つも置いていない。",
        "無記名の調査であり、個人を識別できる項目は設けない。",
        "個人を識別できる項目なし。",
        "個人を識別できる項目を持たないファイルである。",
    ],
)
def test_a_file_that_is_said_to_know_nobody(told: str) -> None:
    assert raised(SURVEY.format(told)) == {"identifying_item"}


@pytest.mark.parametrize(
    "told",
    [
        "公表する集計表には、個人を識別できる項目は置いていない。",
        "個人を識別できる項目は、別のファイルに置いている。",
        "調査票を入れる封筒の表には、個人を識別できる項目を設けていない。",
        "個人を識別できる項目は、氏名のほかには置いていない。",
        "個人を識別できる項目は、必要がなくなれば残さない。",
        "講師登録ファイルと結合しなければ、個人を識別できる項目はない。",
        "庁内の検討会に配る資料には、個人を特定できる項目を入れていない。",
        "個人を識別できる項目を置いていないか、毎年点検する。",
    ],
)
def test_something_else_is_said_to_know_nobody(told: str) -> None:
    assert not raised(SURVEY.format(told))
