"""Forms that offices lay out in their own way: numbers of the form in a column, names of blocks."""

from __future__ import annotations

from typing import Any

from drafts import draft, raised

TITLE = "特定個人情報保護評価書（重点項目評価書）\n"
RECORDS = "（別添1）特定個人情報ファイル記録項目\n1 宛名番号 2 氏名 3 住所 4 登録番号\n"


def case(text: str) -> dict[str, Any]:
    return draft(TITLE + text).content


def flows(content: dict[str, Any]) -> set[tuple[str, str]]:
    names = {each["id"]: each["label"] for each in content["holders"]}
    return {(flow["relation"], names[flow["to"][0]]) for flow in content["flows"]}


def sides(content: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(e["party"], e["layer"], e["position"]) for e in content["safeguards"]]


def test_the_numbers_of_the_form_stand_in_a_column_of_their_own() -> None:
    rows = [
        "|項番|項目|記載|",
        "|---|---|---|",
        "|2-1①|システム1の名称|畜犬台帳システム|",
        "|2-1③|システム1の接続|［○］庁内連携システム|",
        "|2-1③||［○］その他（注射済票システム）|",
        "|4-1③|委託先名|株式会社いぬぶえ電算|",
    ]
    assert flows(case("Ⅰ 基本情報\n" + "\n".join(rows) + "\n")) == {
        ("process", "畜犬台帳システム"),
        ("link", "庁内連携システム"),
        ("link", "注射済票システム"),
        ("entrust", "株式会社いぬぶえ電算"),
    }


def test_a_block_is_named_in_place_of_a_number() -> None:
    text = (
        "Ⅰ 基本情報\n（1）使用するシステム\n　ア　畜犬台帳システム\n　　機能：登録の管理\n"
        "Ⅱ ファイルの概要\n（4）委託\n　ア　通知の印刷\n　　委託先：株式会社いぬぶえ電算\n"
        "　　期間：令和6年4月1日から令和7年3月31日まで\n"
        "（5）移転\n　ア　環境衛生課\n　　移転する情報：氏名、住所\n"
    )
    found = case(text + RECORDS)
    assert flows(found) == {
        ("process", "畜犬台帳システム"),
        ("entrust", "株式会社いぬぶえ電算"),
        ("transfer", "環境衛生課"),
    }
    assert [each["end"] for each in found["matters"][0]["periods"]] == ["2025-03-31"]
    assert len(found["lists"]) == 2  # what the section gets are two items that the file records


def test_measures_are_known_by_what_stands_in_their_column() -> None:
    rows = [
        "|場面|誰が|何をするか|十分か|",
        "|---|---|---|---|",
        "|使用|市|番号札で確かめる。|十分である|",
        "|使用|市|記録を残す。|十分である|",
        "|委託|受託者|部屋に鍵をかける。|十分である|",
    ]
    found = case("Ⅲ リスク対策\n" + "\n".join(rows) + "\n")
    assert sides(found) == [
        ("own", "unspecified", "1"),
        ("own", "unspecified", "2"),
        ("partner", "unspecified", "1"),
    ]


def test_heads_that_the_form_does_not_have_stand_in_front_of_measures() -> None:
    text = (
        "Ⅲ リスク対策\n4．委託\n記録　　　　ア 操作の記録を残す。\n"
        "＜委託先における措置＞（委託事項1及び2に共通）\n体制　　　　ア 責任者を届け出る。\n"
        "7．保管・消去\n<物理的措置>\n(1) 部屋に鍵をかける。\n"
    )
    assert sides(case(text)) == [
        ("own", "unspecified", "ア"),
        ("partner", "unspecified", "ア"),
        ("own", "physical", "1"),
    ]


def test_items_bear_the_path_that_is_printed_beside_them() -> None:
    rows = "|番号|項目|備考|\n|---|---|---|\n|1|基本情報||\n|1-1|氏名||\n|1-2|電話番号|任意|\n"
    entries = case("別添1　記録項目\n" + rows)["lists"][0]["entries"]
    assert [(e["position"], e["label"], bool(e.get("optional"))) for e in entries] == [
        ("1", "基本情報", False),
        ("1.1", "氏名", False),
        ("1.2", "電話番号", True),
    ]


def test_a_paper_that_is_only_listed_is_not_there() -> None:
    text = (
        "３　添付資料\n　別紙１　評価書\n　別紙２　流れ図\n　別紙３　変更箇所\n\n別紙１\n"
        "Ⅰ 関連情報\n②事務の概要　犬の登録を行う。流れは別紙２のとおりである。\n\n"
        "別紙３\n変更はない。\n"
    )
    known = {each["label"]: each.get("resolved") for each in case(text)["references"]}
    assert known["別紙2"] is None


def test_the_tasks_of_a_contractor_are_listed_once_more_in_its_terms() -> None:
    form = (
        "Ⅱ ファイルの概要\n委託事項1　通知の作成\n①委託内容　ア 入力　イ 印刷　ウ 封入\n"
        "③委託先名　株式会社いぬぶえ電算\n別紙　特記事項\n委託内容　ア 入力　イ 印刷　ウ 封入"
    )
    terms = "\n第1（秘密の保持）　乙は、秘密を漏らしてはならない。\n"
    assert "contents_differ" in raised(TITLE + form + "　エ 電話への応答" + terms)
    assert "contents_differ" not in raised(TITLE + form + terms)


def test_days_of_one_month_may_lie_outside_of_the_contract() -> None:
    form = (
        "１　日程\n　令和7年4月{}日から4月28日まで　　旧台帳からのデータ移行の作業\n"
        "　　　　　（受託者 株式会社いぬぶえ電算が行う。）\nⅡ ファイルの概要\n"
        "委託事項1　データ移行\n①委託内容　データ移行\n③委託先名　株式会社いぬぶえ電算\n"
        "⑤契約期間　令和6年7月1日から{}まで\n"
    )
    late = form.format("10", "令和7年3月31日")
    assert "period_outside_contract" in raised(TITLE + late)
    assert "period_outside_contract" not in raised(TITLE + form.format("10", "令和8年3月31日"))
