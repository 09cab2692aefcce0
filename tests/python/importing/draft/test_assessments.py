"""Assessments in the ways in which offices print the official form and papers about it."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

HEAD = "特定個人情報保護評価書（全項目評価書）\n評価実施機関名 あさひ市長\n"
SYSTEM = HEAD + "Ⅰ 基本情報\nシステム1\n①システムの名称 宛名システム\n"
FILE = "Ⅱ 特定個人情報ファイルの概要\n③対象となる本人の範囲 ※ 給食費の納入者\n"
ANNEX = HEAD + FILE + "（別添2） 特定個人情報ファイル記録項目\n"
RISKS = HEAD + "Ⅲ リスク対策\nリスク1：目的外の入手が行われるリスク\n"


def case(text: str) -> dict[str, Any]:
    return drafts.draft(text).content


def flows(content: dict[str, Any]) -> set[tuple[str, str]]:
    names = {each["id"]: each["label"] for each in content.get("holders", [])}
    return {(flow["relation"], names[id_]) for flow in content["flows"] for id_ in flow["to"]}


def items(content: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (entry["position"], entry["label"])
        for each in content.get("lists", [])
        for entry in each["entries"]
    ]


def measures(content: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(m["party"], m["layer"], m["position"]) for m in content.get("safeguards", [])]


def counts(content: dict[str, Any]) -> set[tuple[str, int | None, str]]:
    return {
        (each["label"], count.get("value"), count["bound"])
        for each in content["subjects"]
        for count in each.get("counts", [])
    }


LINKED = {("process", "宛名システム"), ("link", "庁内連携システム"), ("link", "収納台帳")}


@pytest.mark.parametrize(
    "rows",
    [
        "③他のシステムとの接続 [ ]税務システム [○]庁内連携システム [ ○ ] その他（ 収納台帳 ）",
        "③他のシステムとの接続\n[ ] 税務システム [ ○ ] 庁内連携システム\n[○]その他（収納台帳）",
        "③他のシステムとの接続 □税務システム ■庁内連携システム ■その他（収納台帳）",
        "③他のシステムとの接続 庁内連携システム、収納台帳",
        # the label stands in the middle of its options
        "②システムの機能　１．検索\n　　　［　］税務システム　　［○］庁内連携システム\n"
        "③他のシステムとの接続　　　　　［○］その他　（収納台帳　）",
        "| ③他のシステムとの接続 | [ | | ] | 税務システム | [ | ○ | ] | 庁内連携システム |\n"
        "| | [ | ○ | ] | その他（収納台帳） | | | | |",
    ],
)
def test_a_marked_system_is_linked_however_its_box_is_printed(rows: str) -> None:
    assert flows(case(SYSTEM + rows)) == LINKED


def test_a_link_starts_at_the_system_of_its_block() -> None:
    text = (
        SYSTEM + "システム2\n①システムの名称 給食システム\n"
        "③他のシステムとの接続 [○]その他（宛名システム）"
    )
    content = case(text)
    (link,) = [flow for flow in content["flows"] if flow["relation"] == "link"]
    names = {each["id"]: each["label"] for each in content["holders"]}
    assert (names[link["from"]], names[link["to"][0]]) == ("給食システム", "宛名システム")


def test_systems_are_columns_where_their_labels_stand_on_top() -> None:
    content = case(
        HEAD + "| | システムの名称 | 主な機能 | 他のシステムとの接続 |\n|---|---|---|---|\n"
        "| システム1 | 宛名システム | 検索 | [○]庁内連携システム<br>[○]その他（収納台帳） |"
    )
    assert flows(content) == LINKED


def test_contractors_are_columns_where_their_numbers_stand_on_top() -> None:
    content = case(
        HEAD + "| | 委託事項1 | 委託事項2 |\n|---|---|---|\n"
        "| ①委託内容 | 保守 | 印刷 |\n| ③委託先名 | 株式会社みなと | ほし印刷株式会社 |\n"
        "| ⑥再委託事項 | 監視（再委託先：合同会社なみ） | － |"
    )
    assert flows(content) == {
        ("entrust", "株式会社みなと"),
        ("entrust", "ほし印刷株式会社"),
        ("reentrust", "合同会社なみ"),
    }
    again = next(flow for flow in content["flows"] if flow["relation"] == "reentrust")
    first = next(each for each in content["holders"] if each["label"] == "株式会社みなと")
    assert again["from"] == first["id"]


@pytest.mark.parametrize(
    "told",
    [
        "⑨再委託事項 監視（再委託先 合同会社なみ）",
        "⑨再委託事項 監視（再委託先は、合同会社なみ）",
        "⑨再委託事項 監視（再委託先は合同会社なみ）",
        "⑦再委託の有無 有（合同会社なみ）",
        "⑩再委託先名 合同会社なみ",
        "⑨再委託事項 監視（合同会社なみに再委託）",
        "⑨再委託事項 夜の監視を合同会社なみへ再委託する。",
        "再委託先による適切な取扱いの確保\nⅢ リスク対策\n具体的な方法 "
        "・監視を行う合同会社なみ（再委託先）から報告を受ける。",
    ],
)
def test_a_second_contractor_is_found_where_it_is_told(told: str) -> None:
    content = case(HEAD + FILE + "委託事項1 保守\n⑥委託先名 株式会社みなと\n再委託\n" + told)
    assert ("reentrust", "合同会社なみ") in flows(content)
    assert ("entrust", "株式会社みなと") in flows(content)


def test_nobody_is_named_where_a_contractor_is_not_decided() -> None:
    content = case(
        HEAD + FILE + "①システムの名称 給食システム\n委託事項1 印刷\n⑥委託先名 未定（入札による。）"
    )
    assert flows(content) == {("process", "給食システム")}


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        (
            "リスクに対する措置の内容\n・窓口で確かめる。\n・記録を\n残す。\nその他の措置の内容 －",
            [("own", "unspecified", "1"), ("own", "unspecified", "2")],
        ),
        (
            "ユーザ認証の管理 [行っている] <選択肢> 1) 行って\nいる "
            "2) 行っていない\n具体的な管理方法 指紋による。",
            [("own", "unspecified", "1")],
        ),
        (
            "⑤物理的対策 [十分に行っている] <選択肢> 1) 十分に行っている\n具体的な対策の内容\n"
            "＜本市における措置＞\n①　扉を閉じる。\n②　棚に鍵をかける。\n"
            "＜中間サーバー・プラットフォームにおける措置＞\n①　入る者を限る。",
            [
                ("own", "physical", "1"),
                ("own", "physical", "2"),
                ("intermediate_server", "physical", "1"),
            ],
        ),
        (
            "1 本市が行う対策\n(1) 物理的対策\nア 扉を閉じる。\n2 "
            "委託先に行わせる対策\n(1) 技術的対策\nア 端末を限る。",
            [("own", "physical", "ア"), ("partner", "technical", "ア")],
        ),
        (
            "| 主体 | 区分 | 措置の内容 |\n|---|---|---|\n| "
            "本市 | 運用 | 1 点検する。<br>2 教える。 |\n"
            "| | 技術的対策 | 1 暗号にする。 |\n| 委託先 | 運用 | 1 名簿を出す。 |",
            [
                ("own", "operational", "1"),
                ("own", "operational", "2"),
                ("own", "technical", "1"),
                ("partner", "operational", "1"),
            ],
        ),
        (
            "⑤物理的対策 [十分に行っている]\n具体的な対策の内容\n■本市の措置\n1 扉を閉じる。\n"
            "■委託先の措置\n1 棚に鍵をかける。\n⑥技術的対策\n・端末を限る。 ・記録を残す。",
            [
                ("own", "physical", "1"),
                ("partner", "physical", "1"),
                ("own", "technical", "1"),
                ("own", "technical", "2"),
            ],
        ),
    ],
)
def test_measures_by_side_layer_and_number(
    printed: str, wanted: list[tuple[str, str, str]]
) -> None:
    assert measures(case(RISKS + printed)) == wanted


TRANSFERS = {("provide", "県知事等"), ("transfer", "保育課"), ("transfer", "子ども・若者課")}


@pytest.mark.parametrize(
    "printed",
    [
        "提供先1 県知事等\n①法令上の根拠 番号法第19条第8号\n提供先2～5\n"
        "移転先1 保育課\n移転先2 子ども・若者課",
        "提供先1 別紙1のとおり\n（別紙1）提供先\n項番 提供先 提供先における用途\n"
        "5 県知事等 医療費の助成に関する\n事務\n"
        "（別紙2）移転先\n項番 移転先 移転先における用途\n8 保育課 "
        "保育に関する事務\n別表の9の項 子ども・若者課 相談に関する事務",
        "| 区分 | 根拠 | 項番 | 提供先・移転先 | 用途 |\n|---|---|---|---|---|\n"
        "| 提供 | 省令 | 5 | 県知事等 | 助成 |\n"
        "| 移転 | 別表 | 8 | 保育課 | 保育 |\n| | | 9 | 子ども・若者課 | 相談 |",
        "| 提供先1 | 名称 | 県知事等 |\n|---|---|---|\n| | ①法令上の根拠 | 番号法第19条第8号 |\n"
        "| 移転先1 | 部署名 | 保育課 |\n| 移転先2 | 移転先 | 子ども・若者課 |",
    ],
)
def test_recipients_in_blocks_lines_and_tables(printed: str) -> None:
    assert flows(case(HEAD + FILE + printed)) == TRANSFERS


def test_a_list_of_changes_alone_says_what_holds_now() -> None:
    content = case(
        "特定個人情報保護評価書（全項目評価書）の変更箇所\n"
        "| 変更日 | 項目 | 変更前の記載 | 変更後の記載 | 提出時期 |\n|---|---|---|---|---|\n"
        "| 令和6年4月1日 | Ⅰ 2.システム1 ①システムの名称 | 旧台帳 | 新台帳システム | 事前 |\n"
        "| 令和6年4月1日 | 同 ③他のシステムとの接続 | － | "
        "[○]宛名システム等 [ ]税務システム | 事前 |\n"
        "| 令和6年4月1日 | Ⅱ4 委託事項1 ⑥委託先名 | 株式会社むかし | 株式会社いま | 事後 |\n"
        "| 令和6年4月1日 | Ⅱ5 移転先1 | 別表の84の項 福祉課 | 別表の117の項 障害福祉課 | 事後 |\n"
        "| 令和6年4月1日 | Ⅲ7 リスク1 ⑤物理的対策 | － | "
        "・扉を閉じる。<br>・棚に鍵をかける。 | 事前 |"
    )
    assert flows(content) == {
        ("process", "新台帳システム"),
        ("link", "宛名システム等"),
        ("entrust", "株式会社いま"),
        ("transfer", "障害福祉課"),
    }
    assert measures(content) == [("own", "physical", "1"), ("own", "physical", "2")]


def test_a_list_of_changes_adds_nothing_to_what_the_sheet_says() -> None:
    content = case(
        SYSTEM
        + "（別添3）変更箇所\n| 変更日 | 項目 | 変更前の記載 | 変更後の記載 |\n|---|---|---|---|\n"
        "| 平成30年4月1日 | Ⅰ 2.システム1 ①システムの名称 | 台帳 | 旧宛名システム |"
    )
    assert flows(content) == {("process", "宛名システム")}


def test_since_when_and_how_long() -> None:
    content = case(
        HEAD
        + "特記事項 令和8年4月1日から町が事務を行う。\n"
        + FILE
        + "⑤保有開始日 平成28年1月1日\n⑨使用開始日 平成28年1月1日\n"
        "委託事項1 保守\n①委託内容 保守\n契約期間 令和6年4月1日から令和9年3月31日まで"
    )
    periods = content["matters"][0]["periods"]
    assert [(p["kind"], p.get("start"), p.get("end")) for p in periods] == [
        ("other", "2016-01-01", None),
        ("contract", "2024-04-01", "2027-03-31"),
        ("operation", "2026-04-01", None),
    ]


def test_a_label_that_a_narrow_column_breaks_is_one() -> None:
    content = case(
        RISKS + "委託契約書中の特定個人情報\nファイルの取扱いに関する規\n定\n"
        "[定めている] ＜選択肢＞ 1) 定めている\n"
        "＜委託先に行わせる措置＞\n1 秘密を守る。\n2 再委託を禁止する。"
    )
    assert measures(content) == [("partner", "unspecified", "1"), ("partner", "unspecified", "2")]


def test_tables_that_only_spaces_print() -> None:
    content = case(
        HEAD + "3 使用するシステム\n          システムの名称    主な機能   他のシステムとの接続\n"
        "システム1   宛名システム     検索     庁内連携システム、収納台帳\n"
        "4 委託\n            委託事項1        委託事項2\n"
        "委託先名     株式会社みなと    ほし印刷株式会社\n"
        "5 提供・移転\n区分    項番   提供先・移転先   用途\n"
        "提供    5     県知事等       助成に関する事務\n"
        "移転    8     保育課        保育に関する事務\n"
        "6 リスク対策\n主体      区分        措置の内容\n本市      物理的対策    1 扉を閉じる。\n"
        "                    2 棚に鍵をかける。\n委託先     技術的対策    1 端末を限る。"
    )
    assert flows(content) == {
        *LINKED,
        ("entrust", "株式会社みなと"),
        ("entrust", "ほし印刷株式会社"),
        ("provide", "県知事等"),
        ("transfer", "保育課"),
    }
    assert measures(content) == [
        ("own", "physical", "1"),
        ("own", "physical", "2"),
        ("partner", "technical", "1"),
    ]


def test_an_unknown_row_ends_the_value_before_it() -> None:
    content = case(HEAD + "2 対象者\n給食費の納入者 120人\n3 独自の欄\n係の者が見る。")
    assert [each["label"] for each in content["subjects"]] == ["給食費の納入者"]
