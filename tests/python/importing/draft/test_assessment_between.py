"""What two rows of an assessment say of one thing: blocks, columns of measures, titles, counts."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft, raised

HEAD = "特定個人情報保護評価書（全項目評価書）\n評価実施機関名 あさひ市長\nⅠ 基本情報\n"
SYSTEM = "システム1\n①システムの名称 給食費システム\n"
FILE = "Ⅱ 特定個人情報ファイルの概要\n③対象となる本人の範囲 給食費の納入者\n"
PRINTER = "委託事項1 督促状の印刷\n①委託内容 印刷{told}\n③委託先名 株式会社ひのでプリント\n"
SENT = "委託先に渡す情報 {items}\n"
SCHOOL = "提供先1 みどり県学校給食会\n③提供する情報 {items}\n"
SECTION = "移転先1 財政部納税課\n③移転する情報 宛名番号、氏名、未納額\n"
RECORDS = (
    "（別添2）特定個人情報ファイル記録項目\n1 宛名番号 2 氏名 3 住所 4 口座番号 5 未納額 6 学年\n"
)
RISKS = "Ⅲ リスク対策\n"


def case(text: str) -> dict[str, Any]:
    return draft(text).content


@pytest.mark.parametrize(
    ("told", "items", "asked"),
    [
        ("（渡すデータは加工してあり、個人を特定できない。）", "氏名、住所、未納額", True),
        ("。誰のものか分からない状態にして渡す。", "氏名、住所、未納額", True),
        ("（統計値のみを渡す。）", "宛名番号、学年、未納額", True),  # a number that the law gives
        ("（統計値のみを渡す。）", "整理番号、学年、未納額", False),  # one made for the purpose
        ("（渡すデータは加工してあり、個人を特定できない。）", "学年、未納額、納期", False),
        ("。期日までに渡す。", "氏名、住所、未納額", False),
    ],
)
def test_a_sentence_of_a_block_is_about_its_partner(told: str, items: str, asked: bool) -> None:
    other = "委託事項2 入力\n①委託内容 入力\n③委託先名 株式会社こだま計算\n"
    block = PRINTER.format(told=told) + SENT.format(items=items)
    found = raised(HEAD + SYSTEM + FILE + block + other + RECORDS)
    assert ("identifying_item" in found) == asked


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("給食の実績情報は、みどり県学校給食会が作成して本市に送信する。", True),
        ("本市は、みどり県学校給食会から給食の実績情報を受領する。", True),
        ("みどり県学校給食会に給食の実績情報を送信する。", False),
        ("本市は、みどり県学校給食会から献立の情報を受領する。", False),
        ("③ 未納情報の移転　　納税課　→　給食費システム", True),
        ("③ 未納情報の移転　　給食費システム　→　納税課", False),
        ("③ 課税情報の取得　　納税課　→　給食費システム", False),
    ],
)
def test_what_is_given_to_somebody_does_not_come_from_him(told: str, asked: bool) -> None:
    block = SCHOOL.format(items="給食の実績情報") + SECTION
    text = f"{HEAD}②事務の内容 給食費を集める。\n{told}\n{SYSTEM}{FILE}{block}{RECORDS}"
    assert ("direction_differs" in raised(text)) == asked


@pytest.mark.parametrize(
    ("ticks", "told", "asked"),
    [
        (
            "[○]紙 [○]フラッシュメモリ",
            "保護者からは紙により入手する。学校からは専用線で入手する。",
            True,
        ),
        (
            "[○]紙 [ ]フラッシュメモリ",
            "保護者からは紙により入手する。学校からは専用線で入手する。",
            False,
        ),
        ("[○]紙 [○]フラッシュメモリ", "学校からは専用線で入手する。", False),  # others may use it
        (
            "[○]紙 [○]フラッシュメモリ",
            "保護者からは紙により入手する。学校からはフラッシュメモリで入手する。",
            False,
        ),
        ("[○]紙 [○]フラッシュメモリ", "入手の方法は、紙及び専用線に限る。", True),
    ],
)
def test_a_ticked_medium_by_which_nothing_comes_in(ticks: str, told: str, asked: bool) -> None:
    row = f"3．特定個人情報の入手・使用\n②入手方法 {ticks} [ ]その他 {told}\n③使用目的 収納\n"
    found = raised(HEAD + SYSTEM + FILE + row + RECORDS)
    assert ("medium_without_channel" in found) == asked


@pytest.mark.parametrize(
    ("name", "content", "open_"),
    [("－", "督促状の印刷", True), ("－", "－", False), ("株式会社ひので", "印刷", False)],
)
def test_work_without_the_name_of_its_partner(name: str, content: str, open_: bool) -> None:
    block = f"委託事項1 印刷\n①委託内容 {content}\n③委託先名 {name}\n"
    (matter,) = case(HEAD + SYSTEM + FILE + block + RECORDS)["matters"]
    assert any(row.get("undecided") for row in matter.get("partners", [])) == open_


@pytest.mark.parametrize(
    ("cited", "asked"),
    [("措置3、措置4", False), ("措置3、措置9", True)],
)
def test_measures_may_bear_names_that_count_on(cited: str, asked: bool) -> None:
    rows = "".join(
        f"| リスクに対する措置の内容 | 措置{n} 記録{n}を残す。<br>措置{n + 1} 鍵{n}を掛ける。 |\n"
        for n in (1, 3)
    )
    check = f"Ⅵ 評価実施手続\n| 審査の観点 | 該当する措置 |\n|---|---|\n| 監督 | {cited} |\n"
    content = draft(HEAD + SYSTEM + FILE + RECORDS + f"{RISKS}| 使用 | |\n|---|---|\n{rows}{check}")
    assert [each["position"] for each in content.content["safeguards"]] == ["1", "2", "3", "4"]
    codes = {row["code"] for row in content.case.table("findings").to_json()["rows"]}
    assert ("crosswalk_unresolved" in codes) == asked


def test_the_side_may_stand_in_the_cell_of_the_label() -> None:
    table = (
        "| 4．委託 | |\n|---|---|\n"
        "| 措置の内容<br>＜あさひ市における措置＞ | ・立ち会う。 |\n"
        "| 措置の内容<br>＜委託先における措置＞ | ・鍵を掛ける。<br>・名簿を出す。 |\n"
    )
    found = case(HEAD + SYSTEM + FILE + RECORDS + RISKS + table)["safeguards"]
    assert [each["party"] for each in found] == ["own", "partner", "partner"]


def test_a_count_beside_the_name_of_the_group_is_no_part_of_it() -> None:
    text = HEAD + SYSTEM + FILE.replace("納入者", "納入者　4,821人（令和6年4月1日現在）") + RECORDS
    (group,) = case(text)["subjects"]
    assert group["label"] == "給食費の納入者"
    assert [(each["value"], each["as_of"]) for each in group["counts"]] == [(4821, "2024-04-01")]


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("給食費システムの画面には、氏名を表示しない。", False),  # of a screen, not of a file
        ("入手の方法は、紙及び専用線に限る。", False),
    ],
)
def test_how_something_is_done_closes_no_list(sentence: str, asked: bool) -> None:
    text = f"{HEAD}②事務の内容 {sentence}\n{SYSTEM}{FILE}{SCHOOL.format(items='氏名')}{RECORDS}"
    assert ("claim_against_list" in raised(text)) == asked


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("給食費に関する事務（給食費の収納及び就労証明の追加に伴う再評価）", True),
        ("給食費及び学童給食手当に関する事務", True),
        ("給食費に関する事務（給食費の収納及び口座振替の追加に伴う再評価）", False),
    ],
)
def test_the_head_of_its_column_says_what_is_the_title(title: str, asked: bool) -> None:
    head = "特定個人情報保護評価書（全項目評価書）\n| 評価書番号 | 評価書名 |\n|---|---|\n"
    top = f"{head}| 7 | {title} |\n"
    body = "評価実施機関名 あさひ市長\nⅠ 基本情報\n②事務の内容 給食費を口座振替により収納する。\n"
    assert ("title_without_content" in raised(top + body + SYSTEM + FILE + RECORDS)) == asked


@pytest.mark.parametrize(
    ("cited", "asked"),
    [
        ("Ⅲの（１）から（３）までの実施状況を点検する。", False),
        ("Ⅲの（２）から（５）までの実施状況を点検する。", True),
    ],
)
def test_a_part_is_cited_by_the_marks_of_its_lines(cited: str, asked: bool) -> None:
    lines = "（１） 鍵を掛ける。\n（２） 名簿を出す。\n（３） 記録を残す。\n"
    last = f"Ⅳ その他のリスク対策\n①自己点検 年1回、{cited}\n"
    text = f"{HEAD}{SYSTEM}{FILE}{RECORDS}{RISKS}{lines}{last}"
    assert ("crosswalk_unresolved" in raised(text)) == asked
