"""Numbered prose: whose a list, a system or a measure is, as heads, tables and sentences tell."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

LETTER = (
    "諮問第8号\n令和6年5月1日\n松風市個人情報保護審査会　様\n松風市長\n"
    "図書館の貸出業務の{kind}について（諮問）\n次のとおり諮問します。\n"
    "1　対象者\n利用者　1,200人（令和6年4月1日現在）\n"
)


def case(text: str, kind: str = "委託") -> tuple[dict[str, Any], set[str]]:
    """The content, and the codes of the findings above info."""
    letter = LETTER.format(kind=kind) + text
    draft = drafts.draft(letter)
    rows = draft.case.table("findings").to_json()["rows"]
    return draft.content, {row["code"] for row in rows if row["severity"] != "info"}


def lists(content: dict[str, Any]) -> list[tuple[list[str], list[str]]]:
    names = {each["id"]: each["label"] for each in content["holders"]}
    return [
        (
            [names[id_] for id_ in each.get("holders", [])],
            [f"{entry['position']} {entry['label']}" for entry in each["entries"]],
        )
        for each in content["lists"]
    ]


def flows(content: dict[str, Any]) -> set[tuple[str, str]]:
    names = {each["id"]: each["label"] for each in content["holders"]}
    return {(each["relation"], names[to]) for each in content["flows"] for to in each["to"]}


def test_heads_counted_with_a_hyphen_part_the_lists_of_two_recipients() -> None:
    content, codes = case(
        "2　提供先及び提供する項目\n2-1 しおさい文庫会\n(1) 氏名\n(2) 住所\n(3) 電話番号\n"
        "2-2 みずべ読書会\n(1) 氏名\n(2) 住所\n",
        "外部提供",
    )
    assert lists(content) == [
        (["しおさい文庫会"], ["1 氏名", "2 住所", "3 電話番号"]),
        (["みずべ読書会"], ["1 氏名", "2 住所"]),
    ]
    assert "duplicated_row" not in codes


def test_a_column_that_only_sorts_items_may_be_called_anything() -> None:
    table = "|伝票|項目|\n|---|---|\n|貸出票|(1) 氏名|\n|貸出票|(2) 住所|\n|督促状|(3) 貸出日|\n"
    content, _ = case(f"2　委託先\n株式会社しおさい\n3　委託する項目\n{table}")
    assert lists(content)[0][1] == ["1 氏名", "2 住所", "3 貸出日"]


@pytest.mark.parametrize(
    "head", ["登録する項目（貸出管理システム）", "貸出管理システムに登録する項目", "貸出管理装置"]
)
def test_a_head_names_the_system_of_its_list(head: str) -> None:
    content, _ = case(
        f"2　委託先\n株式会社しおさい\n3　記録する項目\n(1) {head}\nア 氏名\nイ 住所\n"
    )
    assert ("process", "貸出管理装置" if "装置" in head else "貸出管理システム") in flows(content)


@pytest.mark.parametrize(
    ("sentence", "partner"),
    [
        ("結合の相手方である株式会社みなぎの電子計算機に、次の項目を送る。", "株式会社みなぎ"),
        ("次の項目を、結合の相手方である有限会社いそべに送信する。", "有限会社いそべ"),
    ],
)
def test_a_partner_beside_the_word_for_its_part(sentence: str, partner: str) -> None:
    content, _ = case(f"2　結合する項目\n{sentence}\nア 氏名\nイ 住所\n", "外部結合")
    assert ("link", partner) in flows(content)


@pytest.mark.parametrize("role", ["検索サービスの提供事業者", "検索サイトを運営する会社"])
def test_a_word_for_what_a_partner_does_is_no_other_partner(role: str) -> None:
    content, _ = case(
        "2　提供先\n株式会社みなぎ\n3　理由\n"
        f"利用者の氏名を{role}に提供することにより、督促を減らす。\n",
        "外部提供",
    )
    assert {name for _, name in flows(content) if "検索" in name} == set()


def test_a_part_of_a_partner_is_that_partner() -> None:
    content, codes = case(
        "2　提供先\n学校法人いそべ大学（以下「大学」という。）\n3　提供の内容\n"
        "(1) 提供先　学校法人いそべ大学 文学部\n(2) 提供する項目\nア 年齢\nイ 性別\n",
        "外部提供",
    )
    assert {name for _, name in flows(content)} == {"学校法人いそべ大学"}
    assert "recipient_without_safeguard" not in codes


def test_what_a_contractor_loads_into_his_server_is_no_own_system() -> None:
    content, _ = case(
        "2　委託先\n株式会社しおさい\n3　業務の手順\n"
        "(1) 委託先は、名簿を印刷管理サーバーに取り込む。\n"
        "(2) 図書館は、結果を貸出管理システムに取り込む。\n"
    )
    processed = {name for relation, name in flows(content) if relation == "process"}
    assert processed == {"貸出管理システム"}


def test_items_that_stand_elsewhere_are_none() -> None:
    content, _ = case(
        "2　委託の内容\n(1) 委託先\n株式会社しおさい\n(2) 委託する項目\n① 氏名\n② 住所\n"
        "3　結合する項目\n２（２）に掲げる項目\n"
    )
    found = [item for _, items in lists(content) for item in items]
    assert found == ["1 氏名", "2 住所"]


def test_when_the_council_answers_is_no_period() -> None:
    content, _ = case("2　提供の開始時期\n令和6年10月1日\n3　答申を希望する時期\n令和6年8月末日\n")
    starts = [each.get("start") for each in content["matters"][0].get("periods", [])]
    assert starts == ["2024-10-01"]


def test_chapters_of_what_is_attached_stand_below_no_number_of_the_letter() -> None:
    content, _ = case(
        "2　添付書類\n(1) 説明書\n説明書\n第1 概要\n1 目的\n督促を減らす。\n2 経過\nなし\n"
        "第2 安全対策\n1 市の措置\n(1) 名簿を保管する。\n(2) 台帳を施錠する。\n"
        "第3 予定\n1 契約を結ぶ。\n"
    )
    assert [each["label"] for each in content["safeguards"]] == [
        "名簿を保管する。",
        "台帳を施錠する。",
    ]


MEASURES = (
    "2　委託先\n株式会社しおさい\n3　安全対策\n1 市の措置\n(1) 名簿を保管庫に納める。\n"
    "(2) 操作を記録する。\n2 受託者の措置\n(1) 室の入退室を管理する。\n(2) 誓約書を出させる。\n"
)


@pytest.mark.parametrize(("cited", "wrong"), [("2(2)", False), ("2(5)", True)])
def test_a_table_says_which_measure_of_each_side_meets_a_criterion(cited: str, wrong: bool) -> None:
    table = "|観点|市|受託者|\n|---|---|---|\n|保管|1(1)|2(1)|\n|監督|1(2)|" + cited + "|\n"
    content, codes = case(f"{MEASURES}4　対策の整理\n{table}")
    assert len(content["criteria"]) == 2
    assert ("crosswalk_unresolved" in codes) is wrong


@pytest.mark.parametrize(
    ("note", "wrong"),
    [
        ("電話番号は含まない。", True),
        ("次のとおりとし、電話番号は渡さない。", True),
        ("次の3項目とし、勤務先は渡さない。", False),
    ],
)
def test_a_note_in_the_head_of_a_list_is_about_that_list(note: str, wrong: bool) -> None:
    _, codes = case(
        f"2　委託先\n株式会社しおさい\n3　委託する項目（{note}）\nア 氏名\nイ 住所\nウ 電話番号\n"
    )
    assert ("claim_against_list" in codes) is wrong


TABLE = (
    "2　委託先\n株式会社しおさい（以下「受託者」という。）\n3　データの受渡し\n"
    "|データの名称|送信する者|受信する者|回線|\n|---|---|---|---|\n"
    "|貸出予約データ|市|受託者|専用線|\n|督促結果データ|受託者|市|専用線|\n4　経過\n"
)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("受託者は、貸出予約データを市に送信する。", True),
        ("督促結果データは、市から受託者に提供する。", True),
        ("市は、貸出予約データを受託者に送信する。", False),
        ("受託者は、作業の後に貸出予約データを市に返却する。", False),
        ("受託者は、貸出予約データを市に送信しない。", False),
    ],
)
def test_a_sentence_sends_the_other_way_than_a_table(sentence: str, wrong: bool) -> None:
    _, codes = case(f"{TABLE}{sentence}\n")
    assert ("direction_differs" in codes) is wrong
