"""Answers and consultations in the words of further clerks: whom they name, and how many."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft, raised

HEAD = "あさひ市長\n\n給食の配達の委託について（諮問）\n\n"


def partners(case: dict[str, Any]) -> list[tuple[str, str]]:
    names = {each["id"]: each["label"] for each in case["holders"]}
    kinds = {each["id"]: each["kind"] for each in case["holders"]}
    return [
        (names[flow["to"][0]], flow["relation"])
        for flow in case["flows"]
        if kinds[flow["to"][0]] != "system"
    ]


def groups(case: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [
        (each["label"], count.get("value"), count.get("as_of"))
        for each in case.get("subjects", [])
        for count in each.get("counts", []) or [{}]
    ]


FOX, BADGER = "株式会社きつね配送", "合同会社たぬき調理"


@pytest.mark.parametrize(
    "told",
    [
        f"1　委託先及び業務\nア　{FOX}\n(ア)　申込みの受付\n(イ)　給食の運搬\n"
        f"イ　{BADGER}\n(ア)　給食の調理",
        f"1　委託先\n(1)　給食の運搬（受付を含む。）\n{FOX}\n(2)　給食の調理\n{BADGER}",
        f"1　委託の概要\nア　給食の運搬\n委託先：{FOX}\n項目：氏名、住所\n"
        f"イ　給食の調理\n委託先：{BADGER}\n項目：氏名、食事の制限",
        f"1　業務の委託\n(1)　給食の運搬は、{FOX}に委託する。\n"
        f"(2)　給食の調理は、{BADGER}に請け負わせる。",
        f"1　業務の委託\n(1)　給食の運搬は、{FOX}に委ねる。\n"
        f"(2)　給食の調理は、{BADGER}に依頼する。",
        f"1　役割と事業者\nア　運搬　{FOX}\nイ　調理　{BADGER}",
    ],
)
def test_what_partners_do_is_no_partner(told: str) -> None:
    case = draft(
        HEAD + told + "\n2　対象者\n給食を申し込んだ者\n3　期間\n令和6年5月1日から"
    ).content
    assert [name for name, _ in partners(case)] == [FOX, BADGER]


def test_a_request_outside_of_what_is_entrusted_makes_no_partner() -> None:
    text = "1　経過\n献立の助言を公益財団法人すずめ栄養協会に依頼した。\n2　委託先\n" + FOX
    assert partners(draft(HEAD + text).content) == [(FOX, "entrust")]


def test_whom_a_note_says_the_work_goes_on_to() -> None:
    text = f"1　委託先\n{FOX}（再委託先　有限会社いたち運送）\n"
    assert partners(draft(HEAD + text).content) == [
        (FOX, "entrust"),
        ("有限会社いたち運送", "reentrust"),
    ]


def test_the_end_of_a_name_is_not_the_purpose_behind_it() -> None:
    text = "1　概要\n市は、社会福祉法人つばめ会に訪問による確認を委託する。\n"
    assert partners(draft(HEAD + text).content) == [("社会福祉法人つばめ会", "entrust")]


def test_a_section_that_uses_what_another_has() -> None:
    title = "あさひ市長\n\n水道の情報の目的外利用について（諮問）\n\n"
    text = "1　対象者\n空家の所有者\n2　利用する課\n"
    text += "水道局営業課が保有する情報を、都市部住宅課が利用する。\n"
    assert partners(draft(title + text).content) == [("都市部住宅課", "transfer")]
    assert raised(title + text) == set()


@pytest.mark.parametrize(
    "label",
    [
        "対象者",
        "記録の対象",
        "利用する者及び数",
        "個人の類型及び概数",
        "撮影される者",
        "対象となる児童生徒",
        "対象とする者",
        "対象世帯",
        "対象となる者及びその人数",
        "記録される個人",
    ],
)
def test_heads_under_which_persons_stand(label: str) -> None:
    text = f"1　{label}\n(1)　申込みをした者　30人（令和6年4月1日現在）\n(2)　その保護者\n"
    assert groups(draft(HEAD + text).content) == [
        ("申込みをした者", 30, "2024-04-01"),
        ("その保護者", None, None),
    ]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("会員　40人（令和6年3月末日現在。うち市内12人）", [("会員", 40, "2024-03-31")]),
        (
            "会員　40人（令和6年4月1日時点）\n退会した者　7人（同日時点）",
            [("会員", 40, "2024-04-01"), ("退会した者", 7, "2024-04-01")],
        ),
        (
            "会員　40人\n会員の保証人　会員と同数",
            [("会員", 40, None), ("会員の保証人", None, None)],
        ),
        (
            "港に立ち入る者（1日当たり延べ約250人。令和2年の調査による。）。このほか、漁協の組合員21名"
            "（令和6年4月1日現在）の車両番号を登録する。",
            [("港に立ち入る者", None, None), ("漁協の組合員", 21, "2024-04-01")],
        ),
    ],
)
def test_numbers_beside_and_within_brackets(line: str, wanted: list[tuple[Any, ...]]) -> None:
    assert groups(draft(HEAD + f"1　対象者\n{line}\n").content) == wanted


def test_what_persons_do_is_no_group() -> None:
    text = (
        "1　概要\n給付を受ける者は、税を引ききれないと見込まれる者であり、令和6年6月3日時点で94人、"
        "このうち口座の登録がない者は5人である。\n2　流れ\n"
        "(1)　対象者は、確認書を市に返送する。\n(2)　市は、確認書を確かめる。\n"
    )
    assert groups(draft(HEAD + text).content) == [
        ("給付を受ける者", 94, "2024-06-03"),
        ("口座の登録がない者", 5, "2024-06-03"),
    ]


SYSTEM = """1　対象者
申込みをした者
2　概要
{first}
3　記録する項目
{second}に、次の項目を記録する。
ア　氏名
イ　住所
"""


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("ふれあい台帳システムを使用する。", "ふれあい台帳システム", "ふれあい台帳システム"),
        ("すこやか広場台帳を置く。", "すこやか広場台帳", "すこやか広場台帳"),
        ("市において台帳システムを使用する。", "台帳システム", "台帳システム"),
    ],
)
def test_a_name_that_begins_with_kana(first: str, second: str, name: str) -> None:
    case = draft(HEAD + SYSTEM.format(first=first, second=second)).content
    assert name in [each["label"] for each in case["holders"] if each["kind"] == "system"]


def test_a_system_among_the_items_is_where_they_are_recorded() -> None:
    text = "1　取り扱う個人情報\n(1)　記録するシステム\n配食システム\n"
    text += "(2)　記録する項目\n①　氏名\n②　住所\n"
    case = draft(HEAD + text).content
    assert [entry["label"] for each in case["lists"] for entry in each["entries"]] == [
        "氏名",
        "住所",
    ]
    assert [e["label"] for e in case["holders"] if e["kind"] == "system"] == ["配食システム"]


BRACKETS = f"""1　委託の相手方
(1)　受付
{FOX}
(2)　運搬
{BADGER}
2　使用機器
配食受付システム
3　処理する情報
【受付システムに記録するもの】
受付番号、氏名、住所
【(1)の者に取り扱わせるもの】
受付システムに記録するものの全て
【(2)の者に渡すもの】
受付番号、住所
"""


def test_lists_below_heads_in_brackets() -> None:
    case = draft(HEAD + BRACKETS).content
    names = {each["id"]: each["label"] for each in case["holders"]}
    assert [
        ([names[id_] for id_ in each["holders"]], [entry["label"] for entry in each["entries"]])
        for each in case["lists"]
    ] == [
        (["配食受付システム"], ["受付番号", "氏名", "住所"]),
        ([BADGER], ["受付番号", "住所"]),
    ]


LABELS = """１　事務の概要

事務の名称	配食事務
対象者
(1) 申込みをした者　30人
(2) その家族
記録するシステム	配食システム

２　委託の内容

委託先	株式会社きつね配送
委託の内容
(1) 訪問の調整
(2) 給食の運搬
(3) 容器の回収
(4) 報告書の作成
受渡しの方法
(1) 名簿は、窓口で渡す。
委託の期間	令和6年5月1日から令和7年3月31日まで
運搬の期間	令和6年5月2日から令和7年3月30日まで

３　個人情報の保護対策

市が行う対策
【運用上の対策】
１　名簿を扱う者を限る。
２　名簿を毎月替える。
【システム上の対策】
１　操作の記録を残す。
委託先に行わせる対策
【運用上の対策】
１　名簿を写させない。
"""


def test_chapters_between_labels_and_layers_below_each_side() -> None:
    case = draft(HEAD + LABELS).content
    assert [(e["party"], e["layer"], e["position"]) for e in case["safeguards"]] == [
        ("own", "operational", "1"),
        ("own", "operational", "2"),
        ("own", "system", "1"),
        ("partner", "operational", "1"),
    ]
    assert len(case["matters"][0]["periods"]) == 2


FLOW = """
資料１　業務の流れ

委託先が行う業務
(1) 訪問の調整
(2) 給食の運搬
(3) {third}
(4) 報告書の作成
"""


@pytest.mark.parametrize(("third", "differ"), [("容器の回収", False), ("容器の洗浄", True)])
def test_work_that_an_attached_paper_lists_again(third: str, *, differ: bool) -> None:
    assert ("contents_differ" in raised(HEAD + LABELS + FLOW.format(third=third))) == differ


MEASURED = f"""1　対象者
申込みをした者
2　委託先
(1)　{FOX}
(2)　{BADGER}
3　措置
(1)　市の措置
ア　名簿を扱う者を限る。
(2)　委託先に行わせる措置
{{lead}}
ア　名簿を写させない。
"""


@pytest.mark.parametrize(
    ("lead", "asked"),
    [
        (f"{FOX}に次の措置を行わせる。", True),
        ("両事業者に、次の措置を行わせる。", False),
        ("委託先に、次の措置を講じさせる。", False),
        (f"{FOX}及び{BADGER}に次の措置を講じさせる。", False),
    ],
)
def test_the_sentence_above_measures_says_whose_they_are(lead: str, *, asked: bool) -> None:
    found = raised(HEAD + MEASURED.format(lead=lead))
    assert ("recipient_without_safeguard" in found) == asked


NOBODY = """1　対象者
申込みをした者
2　記録する項目
(1)　予約サイト
ア　予約番号
イ　氏名
ウ　来園日
3　対策
(1)　市の対策
ア　{says}
"""


@pytest.mark.parametrize(
    ("says", "asked"),
    [
        ("予約サイトに置かれた情報だけを見ても、それがだれの予約であるかは分からない。", True),
        ("予約サイトの情報だけでは、誰の予約であるか分からない。", True),
        ("予約サイトに残る記録からは、どの者の申込みかを知ることができない。", True),
        ("予約サイトの情報は、だれの予約であるかを確かめてから消す。", False),
    ],
)
def test_whose_it_is_cannot_be_told(says: str, *, asked: bool) -> None:
    assert ("identifying_item" in raised(HEAD + NOBODY.format(says=says))) == asked


def test_a_wish_of_the_council_is_no_claim() -> None:
    text = (
        f"1　委託先\n{FOX}\n2　項目\nア　氏名\nイ　組合員番号\n3　審議会の意見\n"
        f"{FOX}への提供は、組合員番号を除いて行うことが望ましい。\n"
    )
    assert "claim_against_list" not in raised(HEAD + text)
