"""What one file of a register alone is said to record, and what a remark says to be on record."""

from __future__ import annotations

import json
from typing import Any

import pytest
from drafts import draft, raised

CARD = """ファイル番号	霊-{n}
個人情報ファイルの名称	{name}
行政機関等の名称	ゆうひ市長
所管する組織	霊園課
利用目的	区画の許可に用いる。
記録項目	{items}
記録範囲	{who}
収集方法	申請書により本人から
経常的提供先	無
備考	{remark}

"""
FILES = (
    ("霊園使用者台帳ファイル", "1使用者番号、2氏名、3住所、4電話番号", "霊園の使用者"),
    ("納骨堂利用者ファイル", "1許可番号、2氏名、3住所、4本籍", "納骨堂の利用者"),
    ("改葬許可申請者ファイル", "1申請番号、2氏名、3住所、4本籍、5続柄", "改葬の申請者"),
)


def files(front: str = "", remark: str = "なし") -> str:
    cards = [
        CARD.format(n=n, name=name, items=items, who=who, remark=remark if n == 3 else "なし")
        for n, (name, items, who) in enumerate(FILES, 1)
    ]
    return f"ゆうひ市個人情報ファイル簿（霊園課）\n\nはじめに\n{front}\n\n{''.join(cards)}"


@pytest.mark.parametrize(
    "told",
    [
        "本籍は、改葬許可申請者ファイルにのみ記録し、そのほかのファイルには記録しません。",
        "本籍を記録しているのは、改葬許可申請者ファイルだけです。",
        "本籍は改葬許可申請者ファイルだけに記録する。",
        "本籍を記録するファイルは、改葬許可申請者ファイルに限る。",
        "本籍は、改葬許可申請者ファイル以外のファイルには記録しない。",
        "本籍は、霊-3のファイルにのみ記録している。",
        "改葬許可申請者ファイルのほかに本籍を記録するファイルはない。",
        "本籍の記録は、改葬許可申請者ファイルに限っている。",
        "改葬許可申請者ファイルを除き、本籍は記録していない。",
        "本籍は、改葬許可申請者ファイルのほかには置かない。",
        "3 本籍は、改葬許可申請者ファイルにだけ記載しています。",
        "本籍及び続柄は、改葬許可申請者ファイルにのみ記録する。",
    ],
)
def test_one_file_alone_is_said_to_record_it(told: str) -> None:
    assert raised(files(told)) == {"claim_against_list"}


@pytest.mark.parametrize(
    "told",
    [
        "本籍は、このファイルにのみ記録している。",
        "本籍を記録しているのは、本ファイルだけである。",
        "本籍は、このファイル以外には記録していない。",
        "このファイルのほかに本籍を記録するファイルはない。",
    ],
)
def test_a_card_says_that_it_alone_records_it(told: str) -> None:
    assert raised(files(remark=told)) == {"claim_against_list"}


@pytest.mark.parametrize(
    "told",
    [
        "氏名は、改葬許可申請者ファイルにも記録する。",
        "本籍は、改葬許可申請者ファイルのほか、納骨堂利用者ファイルにも記録する。",
        "本籍は、改葬許可申請者ファイル及び納骨堂利用者ファイルにのみ記録する。",
        "続柄は、改葬許可申請者ファイルにのみ記録する。",
        "本籍は、改葬許可申請者ファイルでのみ使う帳票に印字する。",
        "本籍は、改葬許可申請者ファイルにのみ記録しているわけではない。",
        "本籍地の市区町村名は、改葬許可申請者ファイルにのみ記録する。",
    ],
)
def test_several_files_record_it_as_they_say(told: str) -> None:
    assert not raised(files(told))


@pytest.mark.parametrize(
    "told", ["続柄は、このファイルにのみ記録している。", "このファイルには本籍のみを新たに加えた。"]
)
def test_a_card_says_what_is_so(told: str) -> None:
    assert not raised(files(remark=told))


@pytest.mark.parametrize(
    "told",
    [
        "運転免許証の番号を記録し、氏名の変わった者からの二重の申請を防いでいる。",
        "運転免許証の番号を控え、重複の申請を防ぐ。",
        "二重の申請を防ぐため、運転免許証の番号を記録している。",
        "二重申請の防止のために運転免許証番号を控えている。",
        "運転免許証の番号を記録することにより、二重の申請を防いでいる。",
        "本人確認のため、個人番号を記録している。",
        "口座番号を記録し、助成金の振込みに用いる。",
        "緊急の際に連絡できるよう、勤務先を記録している。",
        "世帯の所得を記録し、補助額の判定に用いる。",
        "申請者の勤務先を書き留めておき、日中の連絡に使う。",
    ],
)
def test_a_remark_says_to_what_end_an_item_is_recorded(told: str) -> None:
    assert raised(files(remark=told)) == {"claimed_item_unlisted"}


@pytest.mark.parametrize(
    "told",
    [
        "運転免許証の番号を記録せず、氏名で二重の申請を防いでいる。",
        "二重の申請を防ぐため、運転免許証の番号を確認している。",
        "助成金は、振込先の口座番号を記録した別の台帳により支払う。",
        "口座番号は会計課の台帳に記録し、助成金の振込みに用いる。",
        "別のファイルに口座番号を記録し、助成金の振込みに用いている。",
        "来庁した業者の車両番号を記録し、駐車場の管理に用いる。",
        "口座番号を記録しないことにより、漏えいを防いでいる。",
        "霊園使用者台帳ファイルでは、勤務先を記録し、連絡に用いている。",
    ],
)
def test_something_else_records_it(told: str) -> None:
    assert not raised(files(remark=told))


PARTNERS = """個人情報ファイル簿,
個人情報ファイルの名称,水道使用者ファイル
所管する組織,営業課
利用目的,料金を請求する。
記録項目,"1番号、2氏名、3住所"
記録範囲,水道の使用者
収集方法,申込書により本人から
{label},"{cell}"
"""


@pytest.mark.parametrize(
    ("label", "cell", "names"),
    [
        (
            "委託",
            "委託先　株式会社ゆうひテクノ（検針）\n再委託は、認めていない。",
            ["株式会社ゆうひテクノ"],
        ),
        ("委託先", "株式会社ゆうひテクノ\n検針の業務を委託する。", ["株式会社ゆうひテクノ"]),
        (
            "委託先",
            "株式会社ゆうひテクノ\n有限会社あさひ印刷\n再委託はしない。",
            ["株式会社ゆうひテクノ", "有限会社あさひ印刷"],
        ),
        ("経常的提供先", "ゆうひ警察署\n提供は年1回とする。", ["ゆうひ警察署"]),
        (
            "委託先",
            "株式会社ゆうひテクノに検針の業務を\n委託している。",
            ["株式会社ゆうひテクノ"],
        ),
        ("経常的提供先", "無\n法令に基づく照会には個別に応じる。", []),
    ],
)
def test_names_above_what_is_said_of_them(label: str, cell: str, names: list[str]) -> None:
    text = PARTNERS.format(label=label, cell=cell)
    content: dict[str, Any] = json.loads(draft(text, "a.csv").case.to_json())
    outside = [str(each["label"]) for each in content["holders"] if each.get("external")]
    assert outside == names
