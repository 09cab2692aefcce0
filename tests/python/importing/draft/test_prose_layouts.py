"""One consultation in several layouts: numbers, labels, tables. What it states stays the same."""

from __future__ import annotations

from typing import Any

import drafts
import importing_score as score
import pytest

from nagarezu.importing.draft.draft import Draft

COVER = """令和4年5月9日
こはく町個人情報保護審議会会長 様
こはく町長
見守り通報装置の貸与に係る業務の委託について（諮問）
次のとおり諮問します。
"""
NUMBERS = """1 対象者の範囲及び人数
装置を借りる者 420人（令和4年4月1日現在）
2 取り扱う個人情報の項目
(1) 利用者番号
(2) 氏名
(3) 緊急連絡先（氏名、電話番号）
(4) 持病の有無（任意）
3 記録するシステム
通報受付システム
4 委託先
(1) 委託先 みずいろ通信株式会社（Pマーク取得）
(2) 再委託先 有限会社こがね電話
5 保護措置
(1) 町の措置
ア 操作する職員を定める。
イ 記録を点検する。
(2) 委託先の措置
ア 通信を暗号化する。
6 委託期間
令和4年7月1日から令和7年6月30日まで
"""
LABELS = """【対象者】
装置を借りる者 420人（令和4年4月1日現在）
【個人情報の項目】
① 利用者番号
② 氏名
③ 緊急連絡先（氏名、電話番号）
④ 持病の有無（任意）
【記録するシステム】
通報受付システム
【委託先】
みずいろ通信株式会社（Pマーク取得）
【再委託先】
有限会社こがね電話
【町の保護措置】
ア 操作する職員を定める。
イ 記録を点検する。
【委託先に行わせる保護措置】
ア 通信を暗号化する。
【委託の期間】
令和4年7月1日～令和7年6月30日
"""
MARKDOWN = """| 区分 | 内容 |
| --- | --- |
| 対象者 | 装置を借りる者（420人、令和4年4月1日現在） |
| 記録項目 | 利用者番号、氏名、緊急連絡先（氏名、電話番号）、持病の有無（任意） |
| 使用するシステム | 通報受付システム |
| 委託先 | みずいろ通信株式会社（Pマーク取得） |
| 再委託先 | 有限会社こがね電話 |
| 町が行う保護措置 | ア 操作する職員を定める。 イ 記録を点検する。 |
| 受託者に講じさせる保護措置 | ア 通信を暗号化する。 |
| 契約期間 | 令和4年7月1日から令和7年6月30日まで |
"""
COLUMNS = """1 業務の説明
装置からの通報を通報受付システムに記録する。受付は、みずいろ通信株式会社（以下「受託者」という。）に
委託し、電話の取次ぎは受託者から有限会社こがね電話に再委託する。
対象者は、装置を借りる者420人（令和4年4月1日現在）とする。
2 個人情報の項目
番号 項目 備考
1 利用者番号 町が付ける
2 氏名
3 緊急連絡先（氏名、電話番号）
4 持病の有無 任意
3 安全対策
| 番号 | 町の対策 | 受託者の対策 |
| --- | --- | --- |
| ア | 操作する職員を定める。 | 通信を暗号化する。 |
| イ | 記録を点検する。 | |
4 時期
| 区分 | 時期 |
| --- | --- |
| 委託契約の期間 | 令和4年7月1日から令和7年6月30日まで |
"""
LAYOUTS = {"numbers": NUMBERS, "labels": LABELS, "markdown": MARKDOWN, "columns": COLUMNS}


def draft(text: str) -> Draft:
    return drafts.draft(COVER + text, "paper.txt")


def stated(made: Draft) -> dict[str, set[Any]]:
    return score.found(made.content)


@pytest.fixture(scope="module", params=sorted(LAYOUTS))
def facts(request: pytest.FixtureRequest) -> dict[str, set[Any]]:
    return stated(draft(LAYOUTS[request.param]))


def test_persons_and_periods(facts: dict[str, set[Any]]) -> None:
    assert facts["subject"] == {("装置を借りる者", 420, "person", "2022-04-01", "exact")}
    assert facts["period"] == {(1, "2022-07-01", "2025-06-30")}


def test_items_with_what_brackets_list(facts: dict[str, set[Any]]) -> None:
    assert {fact[1:] for fact in facts["item"]} == {
        ("1", "利用者番号", False),
        ("2", "氏名", False),
        ("3", "緊急連絡先", False),
        ("3.1", "氏名", False),
        ("3.2", "電話番号", False),
        ("4", "持病の有無", True),
    }


def test_recipients_by_tier(facts: dict[str, set[Any]]) -> None:
    assert {fact[1:] for fact in facts["recipient"]} == {
        ("通報受付システム", "process", 0),
        ("みずいろ通信株式会社", "entrust", 1),
        ("有限会社こがね電話", "reentrust", 2),
    }


def test_measures_of_each_side(facts: dict[str, set[Any]]) -> None:
    assert {fact[1:] for fact in facts["safeguard"]} == {
        ("own", "unspecified", "ア"),
        ("own", "unspecified", "イ"),
        ("partner", "unspecified", "ア"),
    }


def test_an_attached_table_says_what_each_gets() -> None:
    text = """1 提供する情報
別紙のとおり
別紙
提供の内容
| 提供先 | 提供する情報 | 提供の方法 |
| --- | --- | --- |
| うぐいす消防組合 | ①氏名 ②住所 | 手渡し |
| 社会福祉法人うぐいす会 | ①氏名 ②電話番号 ③備考 | 手渡し |
"""
    made = draft(text)
    names = {each["id"]: each["label"] for each in made.content["holders"]}
    entries = {
        each["id"]: [entry["label"] for entry in each["entries"]] for each in made.content["lists"]
    }
    got = {
        names[flow["to"][0]]: [entries[each] for each in flow["lists"]]
        for flow in made.content["flows"]
        if flow["relation"] == "provide"
    }
    assert got == {
        "うぐいす消防組合": [["氏名", "住所"]],
        "社会福祉法人うぐいす会": [["氏名", "電話番号", "備考"]],
    }
    assert ("別紙", True) in stated(made)["reference"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "対象者は、会員12人（令和3年1月1日現在）及び会員の家族とする。",
            {("会員", 12), ("会員の家族", None)},
        ),
        ("対象者は多数に上るため、手作業では困難なものである。", set()),
        ("対象者は、3人以上の世帯に属する者とする。", {("3人以上の世帯に属する者", None)}),
    ],
)
def test_persons_told_in_a_sentence(sentence: str, wanted: set[tuple[str, int | None]]) -> None:
    facts = stated(draft(f"1 事務の概要\n{sentence}\n2 結論\n適当である。\n"))
    assert {fact[:2] for fact in facts["subject"]} == wanted


def test_a_count_told_elsewhere_belongs_to_the_group_it_names() -> None:
    text = """1 諮問の理由
退会した会員は、令和3年1月1日現在で12人であり、連絡がとれない。
2 対象者
退会した会員 21人（令和3年1月1日現在）
"""
    made = draft(text)
    assert {fact[1] for fact in stated(made)["subject"]} == {12, 21}
    codes = {row["code"] for row in made.case.table("findings").to_json()["rows"]}
    assert "count_differs" in codes


@pytest.mark.parametrize(
    ("cites", "wanted"),
    [
        ("(1)ア及びイ", ["ア", "イ"]),
        ("(1)アからウまで", ["ア", "イ", "ウ"]),
        ("3(1)ア，ウ", ["ア", "ウ"]),
    ],
)
def test_a_citation_may_leave_out_what_it_shares(cites: str, wanted: list[str]) -> None:
    text = f"""3 安全対策
(1) 町の対策
ア 施錠する。
イ 点検する。
ウ 研修する。
4 審議会の判断の理由
(1) 盗難の防止
{cites}
"""
    made = draft("1 趣旨\nなし\n2 経過\nなし\n" + text)
    positions = {each["id"]: each["position"] for each in made.content["safeguards"]}
    (criterion,) = made.content["criteria"]
    assert [positions[each["measure"]] for each in criterion["references"]] == wanted


def test_an_answer_with_the_table_of_a_register_is_an_answer() -> None:
    text = """| 個人情報の項目 | 氏名、住所 |
| --- | --- |
| 対象者 | 会員 |
| 担当課 | 住民課 |
| 利用目的 | 連絡 |
"""
    assert draft(text).family == "prose"


def test_numbers_of_pages_and_letters_begin_no_list() -> None:
    text = NUMBERS.replace("3 記録する", "- 1 -\n3 記録する").replace("5 保護", "― 2 ―\n5 保護")
    made = drafts.draft("3住第44号\n" + COVER + text, "paper.txt")
    assert stated(made) == stated(draft(NUMBERS))


def lists(made: Draft) -> dict[str, list[str]]:
    return {
        each["label"]: [f"{entry['position']} {entry['label']}" for entry in each["entries"]]
        for each in made.content["lists"]
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "1 個人情報の項目\n(1) 基本 氏名、住所\n(2) 連絡先 電話番号、住所\n2 時期\n未定\n",
            {
                "個人情報の項目": [
                    "1 基本",
                    "1.1 氏名",
                    "1.2 住所",
                    "2 連絡先",
                    "2.1 電話番号",
                    "2.2 住所",
                ]
            },
        ),
        (
            "1 個人情報の項目\n＜保護者＞\n・氏名 ・住所\n＜児童＞\n・氏名\n・組\n2 時期\n未定\n",
            {"保護者": ["1 氏名", "2 住所"], "児童": ["1 氏名", "2 組"]},
        ),
        (
            "1 提供する情報は、氏名、住所及び電話番号である。\n2 時期\n未定\n",
            {"提供する情報": ["1 氏名", "2 住所", "3 電話番号"]},
        ),
        (
            "1 対象者\n会員\n2 利用する項目\n氏名\n住所\n3 利用の目的\n連絡のため。\n",
            {"利用する項目": ["1 氏名", "2 住所"]},
        ),
    ],
)
def test_lists_in_any_layout(text: str, wanted: dict[str, list[str]]) -> None:
    assert lists(draft(text)) == wanted


def test_lists_beside_a_partner_are_of_that_partner() -> None:
    text = """1 内容
(1) 通知の印刷
ア 委託先 株式会社あめんぼ
イ 提供する項目 氏名、住所
(2) 見守り
ア 提供先 いけの自治会
イ 提供する項目 氏名、年齢
2 結論
適当である。
"""
    made = draft(text)
    names = {each["id"]: each["label"] for each in made.content["holders"]}
    assert [[names[id_] for id_ in each["holders"]] for each in made.content["lists"]] == [
        ["株式会社あめんぼ"],
        ["いけの自治会"],
    ]


def test_an_undecided_partner_is_asked_and_gets_nothing() -> None:
    made = draft("1 対象者\n会員\n2 委託先\n未定（入札により決定する。）\n")
    assert not made.content.get("flows")
    assert "partner_undecided" in [each.code for each in made.questions]


def test_clauses_behind_the_letter_are_clauses_and_no_measures() -> None:
    text = """1 対象者
会員
2 添付資料
個人情報取扱特記事項
仕様書
個人情報取扱特記事項
（秘密の保持）
第1 乙は、知り得た個人情報を他に漏らしてはならない。
（安全管理措置）
第2 乙は、保管する部屋を施錠しなければならない。
"""
    made = draft(text)
    assert [each["heading"] for each in made.content["clauses"]] == ["秘密の保持", "安全管理措置"]
    assert not made.content.get("safeguards")
    assert stated(made)["reference"] == {("個人情報取扱特記事項", True), ("仕様書", False)}


@pytest.mark.parametrize(
    ("heads", "sides"),
    [
        (("市", "うみべ会"), ["own", "partner"]),
        (("こはく町が講ずる措置", "受託者に講じさせる措置"), ["own", "partner"]),
        (("運用上の対策", "システム上の対策"), ["own", "own"]),
    ],
)
def test_whose_measures_stand_below_a_head(heads: tuple[str, str], sides: list[str]) -> None:
    text = "1 対象者\n会員\n2 保護措置\n" + "".join(
        f"({number}) {head}\nア 点検する。\nイ 施錠する。\n" for number, head in enumerate(heads, 1)
    )
    found = draft(text).content["safeguards"]
    assert [each["party"] for each in found[::2]] == sides
