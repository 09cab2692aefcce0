"""Files whose label is a bare 名称, media of a partner, and labels that only their number tells."""

from __future__ import annotations

import json
from typing import Any

import pytest
from drafts import draft, raised


def titles(text: str, name: str = "a.txt") -> list[str]:
    content: dict[str, Any] = json.loads(draft(text, name).case.to_json())
    return [str(each["title"]) for each in content["matters"]]


def spaced(number: int, name: str) -> str:
    return (
        f"■ファイル{number}\n　名　　称　：　{name}\n　所 管 課　：　建設課\n"
        "　利用目的　：　家賃を徴収する。\n　記録項目　：　(1)番号　(2)氏名　(3)住所\n"
        f"　記録範囲　：　{name}の本人　214人\n　収集方法　：　申込書（本人から）\n"
        "　提 供 先　：　なし\n　窓　　口　：　総務課\n　備　　考　：　なし\n\n"
    )


NAMES = ("村営住宅入居者ファイル", "標識交付簿", "狩猟免許台帳")


def test_a_label_spaced_out_in_front_of_a_colon() -> None:
    text = "高瀬村個人情報ファイル簿\n\n" + "".join(
        spaced(n, name) for n, name in enumerate(NAMES, 1)
    )
    assert titles(text) == list(NAMES)
    assert not raised(text)


def test_the_name_of_the_next_file_below_a_contractor() -> None:
    card = (
        '名称,{}\n所管課,建設課\n利用の目的,食事を届けるため\n記録項目,"1 番号\n2 氏名\n3 住所"\n'
        "対象者,{}の本人\n取得の方法,申請書により本人から\n委託先,株式会社ゆうひ給食\n委託の内容,配達\n"
        "特記,なし\n"
    )
    text = "個人情報ファイル簿,\n" + "".join(card.format(name, name) for name in NAMES[:2])
    assert titles(text, "a.csv") == list(NAMES[:2])


def test_a_label_that_its_number_tells() -> None:
    text = (
        "ゆうひ市個人情報ファイル簿\n１　相談\n（1）ファイルの名称：健康相談記録ファイル\n"
        "（2）組織の名称：健康部保健係\n（3）利用目的：相談に応じる。\n（4）記録項目：①番号、②氏名\n"
        "（5）記録範囲：相談をした者\n（6）収集方法：本人から聞き取る。\n"
    )
    assert titles(text) == ["健康相談記録ファイル"]


MEDIA = """個人情報ファイル簿,
個人情報ファイルの名称,口座振替申込者ファイル
所管する組織,税務課
利用目的,口座振替により収納する。
記録項目,"1受付番号、2氏名、3住所"
記録範囲,口座振替を申し込んだ者
収集方法,依頼書により本人から
経常的提供先,ゆうひ信用金庫
{},紙
備考,{}
"""


@pytest.mark.parametrize("label", ["提供の媒体", "提供媒体", "提供時の媒体", "提供に用いる媒体"])
@pytest.mark.parametrize(
    "told",
    [
        "振替の請求データを、ゆうひ信用金庫へインターネット回線で送信する。",
        "振替の請求データは、ゆうひ信用金庫へ電子メールで送信する。",
        "振替の依頼は、USBメモリでゆうひ信用金庫に届ける。",
    ],
)
def test_a_medium_of_what_is_provided(label: str, told: str) -> None:
    made = draft(MEDIA.format(label, told), "a.csv")
    rows = made.case.table("findings").to_json()["rows"]
    assert {row["code"] for row in rows if row["severity"] != "info"} == {"channel_not_in_media"}


@pytest.mark.parametrize(
    "told",
    [
        "請求の一覧は、ゆうひ信用金庫へ郵送する。",
        "請求の一覧を紙でゆうひ信用金庫に届ける。",
        "利用者は、インターネット回線で申し込むことができる。",
    ],
)
def test_the_medium_as_it_is(told: str) -> None:
    rows = draft(MEDIA.format("提供の媒体", told), "a.csv").case.table("findings").to_json()["rows"]
    assert not [row for row in rows if row["severity"] != "info"]


@pytest.mark.parametrize(
    "share",
    [
        "（(1)、(2)及び(3)）",
        "（1、2、3）",
        "（①、②、③）",
        "（記録項目(1)、(2)及び(3)）",
        "：(1)、(2)、(3)",
    ],
)
def test_numbers_in_brackets_within_brackets(share: str) -> None:
    text = (
        "個人情報ファイル簿,\n個人情報ファイルの名称,捕獲従事者ファイル\n所管する組織,農林課\n"
        '利用目的,捕獲を許可する。\n記録項目,"(1)番号　(2)氏名　(3)住所　(4)電話番号"\n'
        f"記録範囲,許可を受けた者\n収集方法,申込書により本人から\n提供先,ゆうひ地区猟友会{share}\n"
    )
    content: dict[str, Any] = json.loads(draft(text, "a.csv").case.to_json())
    labels = [[str(entry["label"]) for entry in each["entries"]] for each in content["lists"]]
    assert ["番号", "氏名", "住所"] in labels
