"""Assessments that set several fields, entries or persons into one cell."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import codes, draft

HEAD = "特定個人情報保護評価書（重点項目評価書）\n評価実施機関名 みはる市長\n"
ABOUT = (
    "みはる市個人情報保護審査会 資料\n"
    "給食費に関する事務に係る特定個人情報保護評価書（重点項目評価書）の再実施について\n"
    "第1 趣旨\n 評価書を改めるものである。\n第2 評価書の概要\n"
)
Count = tuple[str, int | None, str, str]


def case(text: str, name: str = "a.txt") -> dict[str, Any]:
    return draft(text, name).content


def recipients(content: dict[str, Any]) -> list[tuple[str, str]]:
    names = {each["id"]: each["label"] for each in content["holders"]}
    return [(flow["relation"], names[flow["to"][0]]) for flow in content["flows"]]


def persons(content: dict[str, Any]) -> list[Count]:
    return [
        (each["label"], count.get("value"), count["unit"], count["bound"])
        for each in content["subjects"]
        for count in each.get("counts", [])
    ]


def table(*rows: tuple[str, ...]) -> str:
    """A page of CSV, of which a cell may have several lines."""
    return "".join(",".join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)


@pytest.mark.parametrize(
    ("mark", "gap"),
    [
        ("①②③", " "),
        ("①②③", "："),
        ("・・・", ": "),
        ("アイウ", "　"),
        ("【【【", "】"),
        ("＜＜＜", "＞ "),
    ],
)
@pytest.mark.parametrize("number", ["2 ", "4．", ""])
def test_the_fields_of_a_cell_are_read_line_by_line(mark: str, gap: str, number: str) -> None:
    behind = "　" if mark == "アイウ" else ""
    first, second, third = (each + behind for each in mark)
    system = f"{first}名称{gap}給食費システム\n{second}機能{gap}納付の管理\n"
    system += f"{third}他のシステムとの接続{gap}［○］庁内連携システム\n［　］税務システム"
    file = f"{first}種類{gap}システム用ファイル\n{second}本人の数{gap}1万人以上10万人未満\n"
    file += f"{third}本人の範囲{gap}給食費の納入者及びその家族"
    text = table(
        ("特定個人情報保護評価書（重点項目評価書）", ""),
        ("評価実施機関名", "みはる市長"),
        ("Ⅰ 基本情報", ""),
        (f"{number}システム1", system),
        ("Ⅱ 特定個人情報ファイルの概要", ""),
        ("1 ファイル名", "給食費ファイル"),
        (f"{number or '2 '}基本情報", file),
    )
    content = case(text, "a.csv")
    assert recipients(content) == [("process", "給食費システム"), ("link", "庁内連携システム")]
    assert persons(content) == [
        ("給食費の納入者及びその家族", 10_000, "person", "at_least"),
        ("給食費の納入者及びその家族", 99_999, "person", "at_most"),
    ]


def test_lines_without_labels_stay_one_value() -> None:
    text = table(
        ("特定個人情報保護評価書（重点項目評価書）", ""),
        ("評価実施機関名", "みはる市長"),
        ("Ⅰ 基本情報", ""),
        ("1 事務の内容", "・帳票　の受付\n・名称　の確認\n・納付　の管理"),
        ("3．規模", "給食費の納入者　1,240人\n納入を免れた者　87人"),
    )
    assert [each[:2] for each in persons(case(text, "a.csv"))] == [
        ("給食費の納入者", 1240),
        ("納入を免れた者", 87),
    ]


@pytest.mark.parametrize("head", ["1　規模", "1　対象者"])
@pytest.mark.parametrize("marks", [("(1)", "(2)"), ("ア", "イ"), ("①", "②")])
def test_numbered_entries_name_whose_number_each_is(head: str, marks: tuple[str, str]) -> None:
    lines = [
        f"{marks[0]}　給食費の納入者　1,240人（令和8年4月1日現在）",
        f"{marks[1]}　ファイルに記録される本人の数　納入者及びその家族　1万人以上10万人未満",
    ]
    assert persons(case(ABOUT + "\n".join([head, *lines]) + "\n")) == [
        ("給食費の納入者", 1240, "person", "exact"),
        ("納入者及びその家族", 10_000, "person", "at_least"),
        ("納入者及びその家族", 99_999, "person", "at_most"),
    ]


FORM = (
    HEAD + "Ⅰ 基本情報\n2 使用するシステム\n システム1\n ①名称 給食費システム\n"
    "Ⅱ 特定個人情報ファイルの概要\n③対象となる本人の範囲 給食費の納入者\n"
)


@pytest.mark.parametrize("mark", ["", "(1) ", "① "])
@pytest.mark.parametrize(
    "named", ["相手方{} {} ({})", "相手先{}：{}（{}）", "提供等の相手方{}　{}（{}）"]
)
def test_what_is_done_may_stand_behind_who_it_is(mark: str, named: str) -> None:
    text = FORM + "5 特定個人情報の提供・移転\n"
    text += f" {mark}{named.format(1, 'みどり県給食会連合会', '提供')}\n 用途 食材の購入\n"
    mark = mark.replace("1", "2").replace("①", "②")
    text += (
        f" {mark}{named.format(2, '収納課', '移転')}\n 用途 滞納の整理\n 方法 庁内連携システム\n"
    )
    assert [each for each in recipients(case(text)) if each[0] in ("provide", "transfer")] == [
        ("provide", "みどり県給食会連合会"),
        ("transfer", "収納課"),
    ]


def rows(*cells: tuple[str, str]) -> str:
    return "".join(
        f"| {one} | {other} |\n" for one, other in (*cells[:1], ("---", "---"), *cells[1:])
    )


@pytest.mark.parametrize("gap", ["　　", "   "])
def test_what_stands_behind_a_wide_gap_is_no_name(gap: str) -> None:
    text = FORM + rows(
        ("委託事項1", "システムの保守"),
        ("③委託先名", "株式会社ひので"),
        ("⑦再委託先及び再委託事項", f"有限会社こだま{gap}機器の監視"),
    )
    assert recipients(case(text))[-2:] == [
        ("entrust", "株式会社ひので"),
        ("reentrust", "有限会社こだま"),
    ]


def test_a_bracket_behind_a_partner_tells_who_works_for_it() -> None:
    firm = "株式会社ひので（3月の入力は、再委託先の有限会社こだまが分担する。）"
    text = FORM + rows(("委託事項1", "入力"), ("③委託先名", firm), ("⑥再委託", "再委託しない。"))
    text += "Ⅲ リスク対策\n" + rows(
        ("番号", "措置の内容"),
        ("1", "株式会社ひので及び有限会社こだまの従事者の名簿を提出させる。"),
        ("2", "帳票を施錠して保管する。"),
    )
    made = draft(text)
    assert ("reentrust", "有限会社こだま") in recipients(made.content)
    assert "recipient_without_safeguard" not in codes(made)


def test_the_number_of_a_system_is_no_part_of_its_name() -> None:
    text = ABOUT + "1　使用するシステム\n　(1)　システム1　給食費システム\n　　　機能　納付の管理\n"
    text += "　　　接続　［○］その他（申込みポータル）\n"
    text += "　(2)　システム2　申込みポータル\n　　　機能　申込みの受付\n"
    text += "　　　接続　［　］税務システム　［○］その他（給食費システム）\n"
    text += f"　　　申込者には、{'受付の際に番号を画面に示し、' * 4}それを控えさせる。\n"
    told = recipients(case(text))
    assert ("process", "給食費システム") in told
    assert ("process", "申込みポータル") in told
    assert ("link", "給食費システム") in told


@pytest.mark.parametrize("head", ["運用の期間", "使用期間", "利用の期間"])
def test_when_a_system_is_in_use_and_work_is_handed_on(head: str) -> None:
    text = ABOUT + "1　使用するシステム\n　(1)　給食費システム\n　　　機能　納付の管理\n"
    text += "　　　接続　［○］庁内連携システム\n"
    text += f"　　　{head}　　令和9年1月4日から令和13年3月31日まで\n"
    text += "2　取扱いの委託（1件）\n　番号｜委託する業務｜委託先｜契約の期間｜再委託\n"
    text += "　1｜保守｜株式会社ひので｜令和8年10月1日から令和13年3月31日まで｜許諾を得て、監視を"
    text += "有限会社こだまに再委託する（令和8年12月1日から令和13年3月31日まで）。\n"
    periods = [each for one in case(text)["matters"] for each in one.get("periods", [])]
    assert {each["start"] for each in periods} == {"2027-01-04", "2026-10-01", "2026-12-01"}
    assert {each["end"] for each in periods} == {"2031-03-31"}


def test_letters_of_a_list_are_cited_and_no_items() -> None:
    text = (
        ABOUT
        + "1　記録項目（給食費ファイル）\n　ア　宛名番号\n　イ　氏名\n　ウ　住所\n　エ　未納額\n"
    )
    text += "2　取扱いの委託\n　委託事項　｜委託先　｜期間　｜渡す項目　｜再委託\n"
    text += "　1　保守　｜株式会社ひので　｜令和8年4月1日から令和9年3月31日まで　"
    text += "｜1のアからエまで　｜行わない。\n"
    text += "　2　印刷　｜株式会社こだま　｜令和8年4月1日から令和9年3月31日まで　"
    text += "｜1のイ及びウ　｜行わない。\n"
    listed = [[each["label"] for each in one["entries"]] for one in case(text)["lists"]]
    assert listed[-1] == ["氏名", "住所"]
    assert {name for one in listed for name in one} == {"宛名番号", "氏名", "住所", "未納額"}


def test_measures_leave_the_block_of_a_recipient() -> None:
    text = (
        ABOUT + "1　提供及び移転\n　(1)　提供先　みどり県給食会連合会\n　　ア　用途　食材の購入\n"
    )
    text += "　(2)　移転先　収納課\n　　ア　用途　滞納の整理\n　　イ　方法　庁内連携システム\n"
    text += "2　リスク対策\n　(1)　市の措置\n　　【運用上の対策】\n"
    text += "　　　措置1　帳票を施錠して保管する。\n"
    text += "　　　措置2　職員の権限を年1回見直す。\n"
    assert [each.get("applies_to", []) for each in case(text)["safeguards"]] == [[], []]


@pytest.mark.parametrize("all_of", ["2件の委託先", "各委託先", "全ての委託先"])
def test_all_contractors_beside_one_that_is_named(all_of: str) -> None:
    text = FORM + rows(("委託事項1", "保守"), ("③委託先名", "株式会社ひので"))
    text += rows(
        ("委託事項2", "印刷"),
        ("③委託先名", "株式会社みどり印刷"),
        ("⑦再委託先", "有限会社こだま"),
    )
    text += "Ⅲ リスク対策\n" + rows(
        ("番号", "措置の内容"),
        ("1", f"{all_of}及び有限会社こだまから、状況の報告を受ける。"),
        ("2", "職員の権限を年1回見直す。"),
    )
    content = case(text)
    works = {f["id"] for f in content["flows"] if f["relation"] in ("entrust", "reentrust")}
    assert set(content["safeguards"][0]["applies_to"]) == works


@pytest.mark.parametrize(
    "row", ["再委託を全面的に禁止している。", "契約により、再委託を禁じている。"]
)
def test_a_ban_of_one_contractor_is_held_against_who_works_for_it(row: str) -> None:
    firm = "株式会社ひので（3月の入力は、再委託先の有限会社こだまが分担する。）"
    text = FORM + rows(("委託事項1", "入力"), ("③委託先名", firm), ("⑥再委託", row))
    text += rows(("委託事項2", "印刷"), ("③委託先名", "株式会社みどり印刷"), ("⑥再委託", "なし"))
    assert "reentrustment_forbidden" in codes(draft(text))


@pytest.mark.parametrize("further", ["収納課", ""])
def test_the_only_one_to_whom_information_is_handed(further: str) -> None:
    text = FORM + "5 特定個人情報の提供・移転\n この事務において特定個人情報を渡す相手方は、"
    text += (
        "みどり県給食会連合会のみである。\n 相手方1 みどり県給食会連合会 (提供)\n 用途 食材の購入\n"
    )
    text += f" 相手方2 {further} (移転)\n 用途 滞納の整理\n" if further else ""
    assert ("claim_against_list" in codes(draft(text))) == bool(further)


@pytest.mark.parametrize("head", ["④賦課の対象 ", "④ 賦課の対象：", "④　賦課の対象　"])
def test_a_number_behind_a_head_of_its_own_names_its_group(head: str) -> None:
    text = FORM + f"{head}令和8年度当初賦課における給食費の納入者 1,240人(令和8年4月1日現在)\n"
    assert ("給食費の納入者", 1240, "person", "exact") in persons(case(text))
