"""Assessments whose lines keep their layout, and tables that say what each of their rows is."""

from __future__ import annotations

from drafts import draft

HEAD = "特定個人情報保護評価書（重点項目評価書）\n評価実施機関　　あさひ市長\n第Ⅰ　基本情報\n"
FILE = "１　事務\n　①　事務の名称　　給食費の徴収に関する事務\n"


def test_a_spread_head_of_a_block_names_a_system() -> None:
    told = (
        "２　使用するシステム\n　システム１\n　　①　名　称　　　　給食費システム\n"
        "　　②　機　能　　　　収納の管理\n"
    )
    holders = draft(HEAD + FILE + told).content["holders"]
    assert "給食費システム" in [each["label"] for each in holders]


def test_an_unknown_head_ends_the_term_above_it() -> None:
    told = (
        "第Ⅱ　ファイルの概要\n４　取扱いの委託\n　委託事項１　　　督促状の印刷\n"
        "　　委託先　　　　　株式会社ひので\n"
        "　　契約の期間　　　令和7年4月1日から令和8年3月31日まで\n　　作業の時期　　　令和7年5月\n"
    )
    periods = draft(HEAD + FILE + told).content["matters"][0]["periods"]
    assert [(each["start"], each["end"]) for each in periods] == [("2025-04-01", "2026-03-31")]


def test_a_contractor_among_the_rows_of_recipients() -> None:
    told = (
        "第Ⅱ　ファイルの概要\n区分\t相手\t内容\t期間\t方法\n"
        "委託\t株式会社ひので\t督促状の印刷\t令和7年4月1日から令和8年3月31日まで\t専用線\n"
        "移転\t収納課\t滞納の整理\t\t庁内連携システム\n"
    )
    content = draft(HEAD + FILE + told).content
    labels = {each["id"]: each["label"] for each in content["holders"]}
    flows = {(labels[flow["to"][0]], flow["relation"]) for flow in content["flows"]}
    assert {("株式会社ひので", "entrust"), ("収納課", "transfer")} <= flows


def test_groups_from_a_table_with_their_numbers() -> None:
    told = (
        "対象人数の内訳\n区分\t人数\t時点\n給食費の納入者\t120人\t令和7年4月1日\n"
        "減額を受ける者\t30人\t令和7年4月1日\n"
    )
    subjects = draft(HEAD + FILE + told).content["subjects"]
    assert [each["label"] for each in subjects] == ["給食費の納入者", "減額を受ける者"]
