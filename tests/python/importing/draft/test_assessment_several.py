"""Assessments with several systems, files or recipients: what is told of one of them only."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft, raised

HEAD = "特定個人情報保護評価書（重点項目評価書）\n評価実施機関名 しらかば市長\n"
TWO = (
    HEAD
    + "Ⅰ 基本情報\nシステム1\n①システムの名称 学童システム\n②システムの機能 入所の管理\n"
    + "システム2\n①システムの名称 入退室システム\n②システムの機能 入室の時刻の記録\n"
)
STEPS = "（別添1）事務の内容\n1　申込書の内容を登録する。\n"
OUTLINE = "Ⅱ 特定個人情報ファイルの概要\n③対象となる本人の範囲 学童の利用者\n"
RECORDS = (
    "（別添2）特定個人情報ファイル記録項目\n1　個人番号\n2　児童の氏名\n3　利用料\n4　連絡先\n"
)


def case(text: str) -> dict[str, Any]:
    return draft(text).content


def names(content: dict[str, Any], relation: str) -> list[str]:
    labels = {each["id"]: each["label"] for each in content["holders"]}
    flows = content.get("flows", [])
    return [labels[flow["to"][0]] for flow in flows if flow["relation"] == relation]


@pytest.mark.parametrize(
    "told",
    [
        "入退室システムは個人番号を持たない。",
        "入退室システムでは、個人番号を取り扱わない。",
        "入退室システムには個人番号を記録しない。",
        "入退室システムに個人番号は登録されない。",
        "入退室システムに個人番号は保存していない。",
        "入退室システムが保有するのは、児童の氏名のみである。",
        "入退室システムには、児童の氏名のみを記録する。",
        "入退室システムに記録する項目は、児童の氏名に限る。",
    ],
)
def test_a_file_is_not_in_the_one_of_two_systems_that_is_said_to_lack_it(told: str) -> None:
    text = TWO + f"備考 {told}\n" + OUTLINE + RECORDS
    assert "claim_against_list" not in raised(text)
    alone = HEAD + "Ⅰ 基本情報\nシステム1\n①システムの名称 入退室システム\n"
    assert "claim_against_list" in raised(alone + f"備考 {told}\n" + OUTLINE + RECORDS)


LINK = (
    HEAD
    + "Ⅰ 基本情報\nシステム1\n①システムの名称 学童システム\n③他のシステムとの接続\n"
    + "[○]宛名システム等 [○]税務システム\n"
)
SENT = "（別添1）事務の内容\n1　住所は、学童システムから宛名システム等へその日のうちに送る。\n"


@pytest.mark.parametrize(
    ("told", "differs"),
    [
        ("本システムから宛名システム等への送信は行わない。", True),
        ("当システムから宛名システム等へは何も送らない。", True),
        ("宛名システム等への送信なし（受信のみ）。", True),
        ("宛名システム等からの受信に限り、宛名システム等への提供は行わない。", True),
        ("学童システムは宛名システム等から受け取る側であり、送る側にはならない。", True),
        ("宛名システム等から受け取るのみで、本システムからの送信はしない。", True),
        ("宛名システム等への送信は、職員が承認するまで行わない。", False),
        ("宛名システム等から本システムへの送信は行わない。", False),
        ("本システムから税務システムへの送信は行わない。", False),
        ("本システムから外部への送信は行わない。", False),
        ("宛名システム等への送信あり。", False),
    ],
)
def test_this_system_is_the_one_of_the_form(told: str, differs: bool) -> None:
    assert ("direction_differs" in raised(LINK + f"備考\t{told}\n" + SENT + OUTLINE)) == differs


TAKERS = (
    OUTLINE
    + "5．特定個人情報の提供・移転\n移転先1　学校教育課\n①用途 給食の手配\n"
    + "移転先2　保険年金課\n①用途 減免の判定\n"
)


@pytest.mark.parametrize(
    ("row", "passed"),
    [
        ("移転先一覧　学校教育課", True),
        ("移転先の一覧：学校教育課", True),
        ("・移転先（一覧）　学校教育課", True),
        ("2　移転先の内訳：学校教育課", True),
        ("移転する課の一覧　①学校教育課", True),
        ("移転先一覧\n学校教育課", True),
        ("移転先一覧　学校教育課、保険年金課", False),
        ("移転先一覧\n学校教育課\n保険年金課", False),
        ("移転先一覧　学校教育課ほか", False),
        ("移転先一覧　Ⅱ5のとおり", False),
        ("主な移転先一覧　学校教育課など", False),
        ("提供先一覧　なし", False),
    ],
)
def test_a_row_of_all_recipients_lacks_a_block(row: str, passed: bool) -> None:
    assert ("named_once" in raised(TWO + STEPS + row + "\n" + TAKERS)) == passed


CHANGES = (
    "（別添3）変更箇所\n変更日\t項目\t変更前の記載\t変更後の記載\t提出時期\t提出時期に係る説明\n"
    "令和8年4月1日\tⅡ6 保管\t本館の書庫\t別館の書庫\t事後\t重要な変更に当たらない\n"
)


@pytest.mark.parametrize(
    ("row", "announced"),
    [
        ("Ⅲ 委託\t毎年見に行く。\t半年に一度見に行く。\t事後\tリスクを軽くする変更である", True),
        ("Ⅲ4 委託先の監督\t年1回\t年2回\t事後\t見直し", True),
        ("Ⅲ リスク対策 委託\t－\t委託先を追加し、誓約書を求める。\t事前\t新たな委託", False),
        ("Ⅱ4 委託事項2\t（なし）\t有限会社こだま\t事前\t新規", False),
        ("Ⅱ4 ②委託先名\t株式会社ひので\t株式会社ひので、有限会社こだま\t事前\t契約", False),
    ],
)
def test_another_measure_for_a_contractor_adds_none(row: str, announced: bool) -> None:
    title = "評価書名　学童の利用に関する事務 重点項目評価書 変更箇所一覧（委託先の追加）\n"
    text = TWO.replace("Ⅰ 基本", title + "Ⅰ 基本") + OUTLINE + CHANGES + f"令和8年4月1日\t{row}\n"
    assert bool(case(text).get("announcements")) == announced


@pytest.mark.parametrize(
    ("outline", "records"),
    [
        ("Ⅱ　特定個人情報ファイルの概要（{i}）{n}", "（別添1）記録項目（{i}）{n}"),
        ("Ⅱ　特定個人情報ファイルの概要（{n}）", "（別添1）記録項目（{n}）"),
        ("Ⅱ　概要【{n}】", "（別添1）記録項目【{n}】"),
        ("Ⅱ　概要：{n}", "（別添1）記録項目：{n}"),
        ("Ⅱ　概要　{n}", "（別添1-{i}）{n}"),
        ("Ⅱ　概要「{n}」", "（別添1）記録項目\n（{i}）{n}"),
    ],
)
def test_the_head_of_a_part_names_the_file(outline: str, records: str) -> None:
    files = ("学童ファイル", "送迎ファイル")
    text = TWO
    for number, name in enumerate(files, 1):
        text += outline.format(i=number, n=name) + f"\n③対象となる本人の範囲 {name}の利用者\n"
    for number, name in enumerate(files, 1):
        table = "No.\t記録項目\n1\t氏名\n2\t住所\n"
        text += records.format(i=number, n=name) + "\n" + table
    content = case(text)
    assert [each["title"] for each in content["matters"]][1:] == ["送迎ファイル"]
    assert [each["matter"] for each in content["lists"]] == ["m1", content["matters"][1]["id"]]


def test_one_file_behind_the_head_of_a_part_is_no_matter_of_its_own() -> None:
    text = TWO + OUTLINE.replace("概要\n", "概要（学童ファイル）\n") + RECORDS
    assert len(case(text)["matters"]) == 1


@pytest.mark.parametrize(
    "below",
    [
        "６　保管　　別館の書庫及びサーバ室\n消去　　年限の来たものを消す。",
        "６　保管・消去　　別館の書庫及びサーバ室",
        "保存の場所　別館の書庫及びサーバ室",
    ],
)
def test_what_stands_below_none_is_no_recipient(below: str) -> None:
    assert names(case(TWO + OUTLINE + f"提供先　　　なし\n{below}\n"), "provide") == []


@pytest.mark.parametrize(
    "head",
    [
        "システム1　学童システム\n　機能　　入所の管理\n",
        "■システム1\n　名称：学童システム\n　機能：入所の管理\n",
        "【システム1】学童システム\n機能　　入所の管理\n",
        "システム1：学童システム\n②システムの機能 入所の管理\n",
    ],
)
def test_a_system_is_named_behind_or_below_its_block(head: str) -> None:
    text = HEAD + "Ⅰ 基本情報\n２　使用するシステム\n" + head + OUTLINE
    assert names(case(text), "process") == ["学童システム"]


def test_a_row_that_the_form_does_not_know_ends_who_is_meant() -> None:
    rows = "本人の範囲　　：学童を利用する児童\n保有の理由　　：料金を決めるため\n"
    text = (
        TWO + "Ⅱ 特定個人情報ファイルの概要\n２ 基本情報\n" + rows + "本人の数　　　：1,000人未満\n"
    )
    assert [each["label"] for each in case(text)["subjects"]] == ["学童を利用する児童"]


def test_a_form_that_is_registered_is_no_item() -> None:
    text = TWO.split("システム2")[0] + "（別添1）事務の内容\n"
    told = "1　保護者から収入申告書を受け取り、学童システムに登録する。\n"
    assert "claimed_item_unlisted" not in raised(text + told + OUTLINE + RECORDS)


def test_measures_beside_the_name_of_a_phase_are_all_read() -> None:
    rows = "入手　　・封筒で受け取る。\n　　　　・委任状を求める。\n委託　　・誓約書を集める。\n"
    content = case(TWO + OUTLINE + "Ⅲ　リスク対策\n" + rows)
    assert [each["position"] for each in content["safeguards"]] == ["1", "2", "1"]


@pytest.mark.parametrize("label", ["提出先　", "宛先：", "諮問先 ", "報告先　"])
def test_whom_a_paper_goes_to_is_no_part_of_the_name(label: str) -> None:
    title = "特定個人情報保護評価書の見直しについて\n"
    text = title + f"{label}しらかば市個人情報保護審査会\n" + TWO.split("\n", 1)[1] + OUTLINE
    assert case(text)["municipality"]["name"] == "しらかば市"
