"""Lists behind the cards whose rows are of one file or of several, with all that they tell."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

CARD = """{code}
個人情報ファイルの名称	{name}
行政機関等の名称	つきみ野町長
利用目的	{name}に係る事務を行うため
記録項目	1 氏名、2 住所、3 電話番号
記録範囲	{whom}　{number}人（令和7年4月1日現在）
記録情報の収集方法	本人の申込み
経常的提供先	{taker}

"""
FILES = (("市民農園ファイル", "農園の利用者", 412), ("温室貸出ファイル", "温室の利用者", 96),
         ("堆肥配布ファイル", "堆肥の希望者", 1350))  # fmt: skip


def cards(taker: str = "なし", mark: str = "【{0}】") -> str:
    made = (
        CARD.format(code=mark.format(n), name=name, whom=whom, number=number, taker=taker)
        for n, (name, whom, number) in enumerate(FILES, 1)
    )
    return "個人情報ファイル簿\nつきみ野町　農政課\n\n" + "".join(made)


def going(content: dict[str, Any], *relations: str) -> set[tuple[str, str, str]]:
    holders = {each["id"]: each["label"] for each in content["holders"]}
    return {
        (flow["matter"], flow["relation"], holders[to])
        for flow in content["flows"]
        if flow["relation"] in relations
        for to in flow["to"]
    }


def terms(content: dict[str, Any]) -> set[tuple[str, str]]:
    return {
        (matter["id"], each["end"])
        for matter in content["matters"]
        for each in matter.get("periods", [])
    }


def raised(made: drafts.Draft) -> list[tuple[str, str]]:
    rows = made.case.table("findings").to_json()["rows"]
    return [(row["code"], row["about"]) for row in rows if row["severity"] != "info"]


SHARED = """別紙　委託の一覧

ファイル	区分	相手方	業務	期間
{of}	指定管理者	株式会社はたけのわ	窓口及び予約の受付	令和5年4月1日から令和10年3月31日まで
{of}	再委託先	あぜみち電算株式会社	データの控えの保管	令和6年4月1日から令和9年3月31日まで
2	委託先	合同会社つちや	温室の清掃及び点検	令和7年4月1日から令和8年3月31日まで
"""


@pytest.mark.parametrize(
    ("of", "files"),
    [
        ("1、2", ("m1", "m2")),
        ("【1】及び【3】", ("m1", "m3")),
        ("1から3まで", ("m1", "m2", "m3")),
        ("全ファイル", ("m1", "m2", "m3")),
    ],
)
def test_a_row_may_be_of_several_files(of: str, files: tuple[str, ...]) -> None:
    made: dict[str, Any] = drafts.draft(cards() + SHARED.format(of=of)).content
    told = {(file, "delegate", "株式会社はたけのわ") for file in files}
    told |= {(file, "reentrust", "あぜみち電算株式会社") for file in files}
    assert going(made, "entrust", "delegate", "reentrust") == told | {
        ("m2", "entrust", "合同会社つちや")
    }
    ends = {(file, end) for file in files for end in ("2028-03-31", "2027-03-31")}
    assert terms(made) == ends | {("m2", "2026-03-31")}


HEADS = (
    "番号", "ファイル番号", "区分", "相手方", "業務の内容", "期間", "再委託の取扱い",
    "再委託先", "再委託の期間", "相手方に行わせる措置",
)  # fmt: skip
ALLOWED, FORBIDDEN = "町の承諾を得て可", ("禁止", "－", "－")
YEAR = "令和7年4月1日から令和8年3月31日まで"
ROWS = (
    ("1", "1", "業務委託", "株式会社あおば測量", "区画の図面の作成",
     "令和7年4月1日から令和9年3月31日まで", ALLOWED, "有限会社くさぶえ",
     "令和7年6月1日から{until}まで",
     "(1) 図面を施錠できる棚に納めさせる。(2) 作業の記録を報告させる。"),
    ("2", "1", "業務委託", "うねび印刷株式会社", "区画の札の印刷", YEAR, *FORBIDDEN,
     "(1) 名簿を返却させる。"),
    ("3", "1", "外部結合", "つきみ野収納株式会社", "使用料の収納", YEAR, *FORBIDDEN,
     "(1) 通信の相手を確かめさせる。"),
    ("4", "3", "業務委託", "うねび印刷株式会社", "引換券の印刷", YEAR, ALLOWED,
     "株式会社かきね製本", "令和7年5月1日から令和8年3月31日まで", "(1) 損紙を裁断させる。"),
)  # fmt: skip
NUMBERED = "委託・外部結合一覧\n\n" + "".join("\t".join(row) + "\n" for row in (HEADS, *ROWS))


def numbered(until: str = "令和8年3月31日") -> drafts.Draft:
    return drafts.draft(cards("みつば農業協同組合") + NUMBERED.format(until=until))


def test_a_list_with_a_number_for_rows_and_one_for_files() -> None:
    made: dict[str, Any] = numbered().content
    assert going(made, "entrust", "reentrust", "link") == {
        ("m1", "entrust", "株式会社あおば測量"),
        ("m1", "reentrust", "有限会社くさぶえ"),
        ("m1", "entrust", "うねび印刷株式会社"),
        ("m1", "link", "つきみ野収納株式会社"),
        ("m3", "entrust", "うねび印刷株式会社"),
        ("m3", "reentrust", "株式会社かきね製本"),
    }
    assert ("m1", "2027-03-31") in terms(made)
    recorded = {each["label"] for each in made["lists"] if each["holders"] == ["own"]}
    assert len(made["lists"]) == len(FILES)
    assert recorded


def test_the_measures_of_a_cell_bear_their_own_numbers() -> None:
    made: dict[str, Any] = numbered().content
    told = [(each["matter"], each["position"]) for each in made["safeguards"]]
    assert told == [("m1", "1"), ("m1", "2"), ("m1", "1"), ("m1", "1"), ("m3", "1")]


def test_a_ban_is_of_the_contract_of_its_row_and_whoever_only_gets_items_is_asked_nothing() -> None:
    assert raised(numbered()) == []


def test_what_is_handed_on_ends_with_the_contract() -> None:
    codes = {code for code, _ in raised(numbered("令和10年3月31日"))}
    assert "period_outside_contract" in codes


def test_a_partner_of_two_files_hands_nothing_on_of_one() -> None:
    behind = """別紙　契約の一覧

ファイル	委託先	委託の内容	委託期間	再委託先
1	株式会社あおば測量	図面の作成	令和7年4月1日から令和8年3月31日まで	有限会社くさぶえ
2	株式会社あおば測量	温室の測量	令和7年5月1日から令和8年3月31日まで	なし
"""
    made = drafts.draft(cards() + behind)
    assert ("m1", "reentrust", "有限会社くさぶえ") in going(made.content, "reentrust")
    assert raised(made) == []


PRINTED = """○対象者の数の一覧
　番号　　　対象者　　　　　　　　人数　　　　　時点
　農－1　　農園の利用者　　　　　{number}人　　　令和7年4月1日現在
　農－2　　温室の利用者　　　　　9 6人　　　　　令和7年4月1日現在
　農－3　　堆肥の希望者　　　　　1, 3 5 0人　　令和7年4月1日現在
"""


@pytest.mark.parametrize(("number", "codes"), [("4 1 2", []), ("4 2 1", ["count_differs"])])
def test_printed_lines_tell_the_numbers_of_each_file(number: str, codes: list[str]) -> None:
    made = drafts.draft(
        cards(mark="登録番号　農－{0}").replace("\t", "　　") + PRINTED.format(number=number)
    )
    assert {code for code, _ in raised(made)} == set(codes)


def test_a_label_that_says_movement_is_not_of_the_recipient_above() -> None:
    text = "個人情報取扱事務登録簿\nつきみ野町長\n" + "".join(
        f"事務の名称　　　　　農園事務{n}\n"
        f"取扱いの目的　　　　農園の{n}区画を貸し出すため\n"
        "対象者　　　　　　　農園の利用者\n"
        "個人情報の記録項目　（1）氏名　（2）住所　（3）電話番号\n"
        "収集の方法　　　　　本人からの申込み\n"
        "経常的な提供先　　　みつば農業協同組合\n"
        f"町の他の組織への移転　{to}\n"
        "区画の見回り　　　　年2回\n"
        "　　　　　　　　　　行う\n\n"
        for n, to in ((1, "税務課"), (2, "該当なし"))
    )
    made: dict[str, Any] = drafts.draft(text).content
    assert going(made, "provide", "transfer") == {
        ("m1", "provide", "みつば農業協同組合"),
        ("m1", "transfer", "税務課"),
        ("m2", "provide", "みつば農業協同組合"),
    }


@pytest.mark.parametrize(
    ("care", "codes"),
    [
        ("含む（病歴）", []),
        ("含む（病歴、障害）", []),
        ("含む（アレルギーの有無）", ["claimed_item_unlisted"]),
    ],
)
def test_a_kind_of_the_law_is_no_item(care: str, codes: list[str]) -> None:
    text = cards().replace("経常的提供先", f"要配慮個人情報	{care}\n経常的提供先", 1)
    assert [code for code, _ in raised(drafts.draft(text))] == codes


OF_ONE = """個人情報ファイル簿
つきみ野町農政課

【1】
個人情報ファイルの名称　　市民農園ファイル
行政機関等の名称　　　　　つきみ野町長
利用目的　　　農園の区画を貸し出すため
記録項目　　　1氏名、2住所、3区画の番号
記録範囲　　　農園の利用者　412人（令和7年4月1日現在）
収集方法　　　本人の申込み
経常的提供先　　　一般社団法人みつば協議会
提供の方法　　　総合行政ネットワーク（LGWAN）による送信
委託　　　　　システムの保守を株式会社あおば測量に委託
委託先に行わせる措置　　(1) {measure}
種別　　　　　電算処理ファイル
備考　　　　　{remark}
"""
REPORTED, ASKED = "作業の内容を書面で報告させる。", "毎年1月、農園の利用者412人に申告書を郵送する。"


def test_a_report_on_work_and_a_letter_to_persons_are_no_handover_to_the_recipient() -> None:
    assert drafts.raised(OF_ONE.format(measure=REPORTED, remark=ASKED)) == set()


def test_a_letter_to_the_recipient_is_one() -> None:
    letter = "一般社団法人みつば協議会に利用者の名簿を郵送する。"
    found = drafts.raised(OF_ONE.format(measure=REPORTED, remark=letter))
    assert "channel_not_in_media" in found
