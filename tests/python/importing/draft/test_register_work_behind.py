"""Work of several files told behind their cards: of which file each row or section is."""

from __future__ import annotations

import json

import drafts
import pytest

CARDS = """海辺町
個人情報ファイル簿

1
ファイルの名称　道路占用者ファイル
所管課　道路課
利用目的　道路の占用の許可を管理する。
記録範囲　道路の占用を申請した者　810人（令和7年4月1日現在）
記録項目　①氏名　②住所　③電話番号　④占用の場所　⑤占用料
経常的提供先　なし

2
ファイルの名称　公園施設予約ファイル
所管課　公園課
利用目的　公園の施設の予約を受け付ける。
記録範囲　施設を予約した者　2,410人（令和7年4月1日現在）
記録項目　①氏名　②住所　③電話番号　④施設名　⑤利用日
経常的提供先　なし

"""
TERM = "令和7年4月1日から令和8年3月31日まで"
ROWS = (
    ("番号", "業務", "委託先", "再委託先", "委託期間"),
    ("1", "占用料通知書の印刷", "株式会社みなとデータ", "有限会社はま印刷", TERM),
    ("2", "予約システムの保守", "合同会社おきシステム", "なし", TERM),
)
PARTNERS = {
    ("m1", "株式会社みなとデータ", "entrust"),
    ("m1", "有限会社はま印刷", "reentrust"),
    ("m2", "合同会社おきシステム", "entrust"),
}


def partners(text: str) -> set[tuple[str, str, str]]:
    case = json.loads(drafts.draft(text).case.to_json())
    labels = {each["id"]: each["label"] for each in case["holders"]}
    away = [flow for flow in case.get("flows", []) if flow["relation"] in ("entrust", "reentrust")]
    return {(flow["matter"], labels[to], flow["relation"]) for flow in away for to in flow["to"]}


def terms(text: str) -> list[int]:
    case = json.loads(drafts.draft(text).case.to_json())
    return [len(matter.get("periods", [])) for matter in case["matters"]]


def table(title: str = "委託の状況", **columns: str) -> str:
    """The cards with the table behind them; `columns` are other heads, or cells of the first."""
    rows = [list(row) for row in ROWS]
    for name, printed in columns.items():
        if name in ("one", "two"):
            rows[1 + (name == "two")][0] = printed
        else:
            rows[0][("which", "work", "whom", "further", "until").index(name)] = printed
    return CARDS + "\n".join([title, *("\t".join(row) for row in rows)]) + "\n"


@pytest.mark.parametrize(
    "title",
    [
        "委託の状況",
        "3　委託の状況",
        "別表　委託の一覧",
        "■委託先一覧表",
        "委託の一覧（委託先は、次の表に掲げるものが全てである。）",
    ],
)
def test_a_number_counts_the_files_where_the_words_beside_it_are_theirs(title: str) -> None:
    text = table(title)
    assert partners(text) == PARTNERS
    assert terms(text) == [1, 1]
    assert not drafts.raised(text)


@pytest.mark.parametrize(
    ("which", "one", "two"),
    [
        ("整理番号", "第1号", "第2号"),
        ("ファイル", "ファイル1", "ファイル2"),
        ("対象ファイル", "道路占用者", "公園施設予約"),
        ("該当ファイル", "1 道路占用者ファイル", "2 公園施設予約ファイル"),
        ("No.", "No.1", "No.2"),
    ],
)
def test_the_file_of_a_row_by_its_number_or_name(which: str, one: str, two: str) -> None:
    assert partners(table(which=which, one=one, two=two)) == PARTNERS


@pytest.mark.parametrize(
    "heads",
    [
        {"whom": "相手方"},
        {"whom": "受託事業者"},
        {"whom": "業者名", "work": "委託業務"},
        {"further": "再委託の有無及び再委託先"},
        {"work": "業務名", "until": "期間"},
    ],
)
def test_the_columns_of_work_by_other_heads(heads: dict[str, str]) -> None:
    assert partners(table(**heads)) == PARTNERS


def test_a_number_that_only_counts_the_rows_is_of_no_file() -> None:
    text = table("別表　委託の一覧").replace("占用料通知書の印刷", "庁舎の清掃")
    assert partners(text.replace("予約システムの保守", "車両の点検")) == set()


SECTION = "{title}\n{mark}受託者　{whom}\n{mark}契約期間　{until}\n{mark}再委託先　{further}\n\n"


@pytest.mark.parametrize("mark", ["　", "　・", "(1) "])
@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("1 占用料通知書の印刷（第2の1のファイル）", "2 予約システムの保守（第2の2のファイル）"),
        ("(1) 道路占用者ファイル", "(2) 公園施設予約ファイル"),
        ("契約1　印刷（道路占用者ファイル）", "契約2　保守（公園施設予約ファイル）"),
        ("【ファイル1】", "【ファイル2】"),
    ],
)
@pytest.mark.parametrize("chapter", ["第3　委託の状況", "別紙　委託の状況"])
def test_a_section_behind_the_cards_goes_on_with_the_file_of_its_head(
    chapter: str, one: str, two: str, mark: str
) -> None:
    text = f"{CARDS}{chapter}\n\n"
    for title, (_, _, whom, further, until) in zip((one, two), ROWS[1:], strict=True):
        text += SECTION.format(title=title, mark=mark, whom=whom, until=until, further=further)
    assert partners(text) == PARTNERS
    assert terms(text) == [1, 1]


def test_the_table_says_to_whom_work_is_handed_on_by_the_firm_of_the_card() -> None:
    firm = "経常的提供先　なし\n委託先　株式会社みなとデータ\n"
    text = table("別表　委託の一覧", which="整理番号", one="第1号", two="第2号")
    text = text.replace("経常的提供先　なし\n", firm, 1)
    text = text.replace(
        "有限会社はま印刷", "有限会社はま印刷（令和7年6月1日から令和8年9月30日まで）"
    )
    assert partners(text) == PARTNERS
    assert terms(text) == [2, 1]
    assert "period_outside_contract" in drafts.raised(text)


@pytest.mark.parametrize(
    "given",
    [
        "保険への加入のため。項目は、氏名及び電話番号",
        "提供する項目は氏名及び電話番号。保険への加入のため",
        "提供項目：氏名、電話番号",
    ],
)
def test_a_bracket_says_what_for_and_which_items(given: str) -> None:
    text = CARDS.replace("提供先　なし", f"提供先　海辺損害保険株式会社（{given}）", 1)
    case = json.loads(drafts.draft(text).case.to_json())
    handed = [each for each in case["lists"] if each["matter"] == "m1"][1:]
    labels = [entry["label"] for each in handed for entry in each["entries"]]
    assert labels == ["氏名", "電話番号"]


LISTED = """別表　委託及び指定管理の一覧

整理番号\t相手方\t渡す項目
1\t{one}\tすべて
2\t{two}\tすべて
"""


@pytest.mark.parametrize(("card", "raised"), [("指定管理者", False), ("委託先", True)])
def test_a_list_of_firms_is_told_of_by_what_the_cards_call_them(card: str, raised: bool) -> None:
    one, two = "株式会社みなとデータ", "海辺公園共同事業体"
    text = CARDS.replace("提供先　なし\n\n2", f"提供先　なし\n委託先　{one}\n\n2")
    text = text.rstrip() + f"\n{card}　{two}\n\n" + LISTED.format(one=one, two=two)
    assert ("title_without_content" in drafts.raised(text)) == raised


def test_a_note_within_the_grid_is_of_no_file() -> None:
    text = table(which="ファイル番号") + "※再委託は、町の承諾を得たものに限る。\t\t\t\t\n"
    assert partners(text) == PARTNERS


@pytest.mark.parametrize("title", ["別紙2　委託の状況", "別表　委託の一覧"])
def test_the_contracts_in_a_paper_are_of_the_only_card(title: str) -> None:
    text = CARDS[: CARDS.index("2\nファイル")] + "備考　委託の状況は別に示す。\n\n"
    rows = ["\t".join(row[1:]) for row in ROWS]
    told = partners("\n".join([text + title, *rows]) + "\n")
    assert told == {("m1", whom, relation) for _, whom, relation in PARTNERS}


ONE = CARDS[: CARDS.index("経常的")]
WORK = "株式会社みなとデータ"
FURTHER = "有限会社はま印刷"


@pytest.mark.parametrize(
    "told",
    [
        f"委託先及び委託期間　{WORK}（{TERM}）\n再委託先及び再委託期間　{FURTHER}（{TERM}）\n",
        f"委託先・期間　{WORK}　{TERM}\n再委託先・期間　{FURTHER}　{TERM}\n",
        f"外部委託の状況　{WORK}に印刷を委託している（{TERM}）。"
        f"{WORK}は、{FURTHER}に封入を再委託している。\n",
        f"備考　委託先：{WORK}（{TERM}）　再委託先：{FURTHER}\n",
    ],
)
def test_a_label_of_the_firm_and_its_term(told: str) -> None:
    assert partners(ONE + told) == {("m1", WORK, "entrust"), ("m1", FURTHER, "reentrust")}
    assert terms(ONE + told)[0] > 0


def test_that_one_firm_hands_nothing_on_forbids_no_other() -> None:
    firms = f"委託先　{WORK}、合同会社おきシステム（再委託先：{FURTHER}）\n"
    text = CARDS.replace("経常的提供先　なし\n", "経常的提供先　なし\n" + firms, 1)
    head = "番号\tファイル\t委託先\t業務\t契約期間\t再委託"
    rows = (
        f"1\t1\t{WORK}\t印刷\t{TERM}\tなし",
        f"2\t1\t合同会社おきシステム\t保守\t{TERM}\t{FURTHER}",
    )
    assert not drafts.raised("\n".join((text + "委託の内容", head, *rows)) + "\n")
