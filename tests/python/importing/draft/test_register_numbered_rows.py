"""Cards whose labels stand above numbered rows, and lists that say by number of which file."""

from __future__ import annotations

import json
from typing import Any

import drafts
import pytest

CARD = """登録番号\t{number}
事務の名称\t{name}
事務の目的\t{name}の受付を行う。
個人の類型
（記録範囲）\t{whom}
記録項目
1\t申請者の氏名
2\t申請者の住所
3\t振込先の口座番号
4\t保存期間の満了日
収集先\t本人
{partner}町が行う安全管理措置
{one}\t書庫に鍵を掛ける。
{two}\t端末に認証を設ける。
委託先に行わせる安全管理措置
{one}\t控えを作らせない。
委託する業務の内容
①\t日程の調整
②\t用具の運搬
③\t{last}
保存年限\t3年
備考\tなし

"""
USUAL = {"whom": "申請者\t31人（令和7年4月1日現在）", "partner": "", "one": "1", "two": "2"}
TERM, LATER = "令和7年4月1日から令和8年3月31日まで", "令和7年5月1日から令和8年9月30日まで"


def read(behind: str = "", **parts: str) -> Any:
    cards = (("農－1", "苗木配布事務", "実績の集計"), ("農－2", "農機貸出事務", "在庫の確認"))
    text = "いずみ町　個人情報取扱事務登録簿\n\n" + "".join(
        CARD.format(number=number, name=name, last=last, **{**USUAL, **parts})
        for number, name, last in cards
    )
    return drafts.draft(text + behind)


def content(draft: Any) -> dict[str, Any]:
    return dict(json.loads(draft.case.to_json()))


def raised(draft: Any) -> set[str]:
    return drafts.codes(draft)


@pytest.mark.parametrize(("one", "two"), [("1", "2"), ("(1)", "(2)"), ("①", "②")])
def test_labels_above_numbered_rows(one: str, two: str) -> None:
    found = content(read(one=one, two=two))
    assert [len(each["entries"]) for each in found["lists"]] == [4, 4]
    assert found["lists"][0]["entries"][2]["label"] == "振込先の口座番号"
    assert [(each["party"], each["position"], each["label"]) for each in found["safeguards"]] == [
        ("own", "1", "書庫に鍵を掛ける。"),
        ("own", "2", "端末に認証を設ける。"),
        ("partner", "1", "控えを作らせない。"),
    ] * 2
    assert [each["label"] for each in found["subjects"]] == ["申請者", "申請者"]


@pytest.mark.parametrize(
    "lead",
    ["次に掲げる者", "次の各号に掲げる者", "以下の者", "次のいずれかに該当する者", "下記のとおり"],
)
def test_what_leads_to_the_groups_is_none(lead: str) -> None:
    found = content(read(whom=f"{lead}\nア　申請者\nイ　連帯保証人　12人"))
    assert {each["label"] for each in found["subjects"]} == {"申請者", "連帯保証人"}


def flows(draft: Any) -> set[tuple[str, str, str]]:
    found = content(draft)
    names = {each["id"]: each["label"] for each in found["holders"]}
    return {
        (each["matter"], names[each["to"][0]], each["relation"])
        for each in found["flows"]
        if each["relation"] != "collect"
    }


@pytest.mark.parametrize(
    ("head", "one", "two", "relations"),
    [
        ("登録番号\t委託先\t委託する業務\t契約期間", f"印刷\t{TERM}", f"配送\t{TERM}", "entrust"),
        ("登録番号\t受託者\t所在地", "北町1番", "南町2番", "entrust"),
        ("事務の名称\t委託先\t委託の内容", "印刷", "配送", "entrust"),
        ("登録番号\t提供先\t提供の目的", "名簿の作成", "催しの案内", "provide"),
        ("登録番号\t経常的提供先", "", "", "provide"),
    ],
)
@pytest.mark.parametrize("above", ["別表　一覧\n", "委託の状況\n"])
def test_lists_that_name_whom_no_card_does(
    above: str, head: str, one: str, two: str, relations: str
) -> None:
    named = head.startswith("事務の名称")
    files = ("苗木配布事務", "農機貸出事務") if named else ("農－1", "農－2")
    rows = f"{files[0]}\t株式会社わかば\t{one}\n{files[1]}\t有限会社すずかぜ\t{two}\n"
    assert flows(read(above + head + "\n" + rows.replace("\t\n", "\n"))) == {
        ("m1", "株式会社わかば", relations),
        ("m2", "有限会社すずかぜ", relations),
    }


def test_recipients_of_a_card_that_names_none_are_not_taken_from_a_list() -> None:
    rows = "登録番号\t提供先\t提供の目的\n農－1\t株式会社わかば\t名簿の作成\n"
    assert not flows(read(rows, partner="経常的提供先\tなし\n"))


@pytest.mark.parametrize(("work", "found"), [(LATER, True), (TERM, False)])
def test_work_beyond_the_contract_of_a_list(work: str, found: bool) -> None:
    rows = (
        "委託の内訳\n登録番号\t委託先\t契約期間\t業務の実施期間\n"
        f"農－1\t株式会社わかば\t{TERM}\t{work}\n農－2\t有限会社すずかぜ\t{TERM}\t{TERM}\n"
    )
    assert ("period_outside_contract" in raised(read(rows))) is found


@pytest.mark.parametrize(
    "paper",
    [
        "別表　委託業務の一覧\n登録番号\t委託先\t委託する業務の内容\n農－1\t株式会社わかば\n"
        "①\t日程の調整\n②\t用具の運搬\n③\t{last}\n",
        "別紙　委託業務の内容\n農－1　株式会社わかば\n"
        "（1）日程の調整\n（2）用具の運搬\n（3）{last}\n",
        "別紙　委託業務の内容\n【農－1】苗木配布事務\n1　日程の調整\n2　用具の運搬\n3　{last}\n",
        "別表　委託業務の一覧\n登録番号\t委託業務\n農－1\t日程の調整、用具の運搬、{last}\n",
        "別紙1　委託仕様の概要（農－1）\nア　日程の調整\nイ　用具の運搬\nウ　{last}\n",
        "別紙1　事務1の委託業務の内訳\n委託の内容\t作業の場所\t作業する者\n"
        "ア　日程の調整\t本社\t甲野\n"
        "イ　用具の運搬\t倉庫\t乙野\nウ　{last}\t本社\t甲野\n",
        "別紙　委託業務の内訳\n業務の内容\t場所\n(1) 日程の調整\t本社\n(2) 用具の運搬\t倉庫\n"
        "(3) {last}\t本社\n",
    ],
)
@pytest.mark.parametrize(("last", "found"), [("燃料の補給", True), ("実績の集計", False)])
def test_work_of_a_file_told_again_by_its_number(paper: str, last: str, found: bool) -> None:
    draft = read(paper.format(last=last), partner="委託先\t株式会社わかば\n")
    assert ("contents_differ" in raised(draft)) is found


FORM = """登録番号\t{number}
事務の名称\t{name}
事務の目的\t{name}の受付を行う。
個人の範囲\t申請者
{rows}収集先\t本人
経常的提供先\tなし
保存年限\t3年

"""


def form(rows: str) -> dict[str, Any]:
    cards = (("農－1", "苗木配布事務"), ("農－2", "農機貸出事務"))
    text = "いずみ町　個人情報取扱事務登録簿\n\n"
    text += "".join(FORM.format(number=number, name=name, rows=rows) for number, name in cards)
    return content(drafts.draft(text))


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (
            "ア\t氏名\nイ\t電話番号\nウ\t委託の有無\n",
            [("1", "氏名"), ("2", "電話番号"), ("3", "委託の有無")],
        ),
        (
            "1\t氏名\t\n2\t電話番号\t任意\n3\t備考\t\n",
            [("1", "氏名"), ("2", "電話番号"), ("3", "備考")],
        ),
        (
            "1\t振込先\n1-1\t金融機関名\n1-2\t口座番号\n2\t電話番号\n",
            [("1", "振込先"), ("1.1", "金融機関名"), ("1.2", "口座番号"), ("2", "電話番号")],
        ),
    ],
)
def test_items_whose_number_has_a_cell_of_its_own(rows: str, found: list[tuple[str, str]]) -> None:
    entries = form("記録項目\n" + rows)["lists"][0]["entries"]
    assert [(each["position"], each["label"]) for each in entries] == found


@pytest.mark.parametrize(
    ("side", "theirs"),
    [
        ("町が行う運用面の安全管理措置", "委託先に行わせる技術面の安全管理措置"),
        ("町の運用上の措置", "委託先の技術上の措置"),
        ("安全管理措置（町・運用）", "安全管理措置（委託先・技術）"),
    ],
)
def test_sides_and_layers_above_numbered_rows(side: str, theirs: str) -> None:
    rows = "記録項目\n1\t氏名\n2\t住所\n委託先\n1\t株式会社わかば\n2\t合同会社すずかぜ\n"
    found = form(rows + f"{side}\n1\t書庫に鍵を掛ける。\n{theirs}\n1\t専用の端末で処理させる。\n")
    assert [(each["party"], each["layer"]) for each in found["safeguards"][:2]] == [
        ("own", "operational"),
        ("partner", "technical"),
    ]
    assert {each["label"] for each in found["holders"]} == {
        "いずみ町",
        "株式会社わかば",
        "合同会社すずかぜ",
    }
