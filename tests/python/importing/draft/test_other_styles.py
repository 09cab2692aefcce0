"""Registers and assessments in styles that the papers in `documents` do not have."""

from __future__ import annotations

from typing import Any

import drafts

from nagarezu.importing.draft.draft import Draft

REGISTER = "\n".join(
    (
        "個人情報ファイルの名称,利用目的,記録項目,記録範囲,収集方法,経常的提供先",
        "犬の登録ファイル,予防注射の案内,1飼い主氏名 2住所 3電話番号 4犬の名,"
        '"犬を登録した者（1,200人）",本人,－',
        "駐輪場ファイル,利用の登録,1. 氏名 2. 住所,駐輪場の利用者,本人,－",
    )
)

ASSESSMENT = """特定個人情報保護評価書（全項目評価書）
Ⅰ 基本情報
①事務の名称 国民健康保険に関する事務
システム1
①システムの名称 国民健康保険システム
③他のシステムとの接続 [○]宛名システム等 [ ]税務システム [○]その他（収納システム）
Ⅱ 特定個人情報ファイルの概要
③対象となる本人の範囲 国民健康保険の被保険者
主な記録項目 [○]個人番号 [○]4情報（氏名、性別、生年月日、住所） [ ]国税関係情報 [○]連絡先
委託事項1 システムの運用
②取扱いを委託する特定個人情報ファイルの範囲 [特定個人情報ファイルの全体]
⑥委託先名 株式会社あおぞらシステム
委託事項2 通知書の印刷
⑥委託先名 有限会社みなと印刷
提供先1 都道府県知事
①法令上の根拠 番号法第19条第8号 項番42
移転先1 介護保険課
①法令上の根拠 番号法第9条第1項別表の100の項
②移転先における用途 保険料の賦課
移転先2 税務課
①法令上の根拠 番号法第9条第1項
"""


def draft(text: str, name: str) -> Draft:
    return drafts.draft(text, name)


def labels(content: dict[str, Any], number: int = 0) -> list[str]:
    return [entry["label"] for entry in content["lists"][number]["entries"] if "item" in entry]


def test_numbers_that_touch_their_items_part_them() -> None:
    content = draft(REGISTER, "r.csv").content
    assert labels(content, 0) == ["飼い主氏名", "住所", "電話番号", "犬の名"]
    assert labels(content, 1) == ["氏名", "住所"]


def test_the_number_of_persons_may_stand_behind_the_scope() -> None:
    first, second = draft(REGISTER, "r.csv").content["subjects"]
    assert (first["label"], second["label"]) == ("犬を登録した者", "駐輪場の利用者")
    assert [(each["value"], each["unit"]) for each in first["counts"]] == [(1200, "person")]
    assert "counts" not in second


def test_marked_options_are_items_and_there_may_be_more() -> None:
    content = draft(ASSESSMENT, "a.txt").content
    assert labels(content) == ["個人番号", "氏名", "性別", "生年月日", "住所", "連絡先"]
    assert content["lists"][0]["open"] is True


def test_only_a_contractor_of_the_whole_file_gets_its_list() -> None:
    made = draft(ASSESSMENT, "a.txt")
    named = {holder["id"]: holder["label"] for holder in made.content["holders"]}
    whole = {
        named[to]
        for flow in made.content["flows"]
        for to in flow["to"]
        if flow.get("lists") and not flow.get("open")
    }
    assert whole == {"国民健康保険システム", "株式会社あおぞらシステム"}
    others = {named[flow["to"][0]] for flow in made.content["flows"] if flow.get("open")}
    assert {"有限会社みなと印刷", "都道府県知事", "宛名システム等", "収納システム"} <= others
    assert "税務システム" not in named.values()


def test_a_transfer_has_the_law_item_of_its_basis() -> None:
    made = draft(ASSESSMENT, "a.txt")
    (transfer,) = made.content["transfers"]
    assert transfer["section"] == "介護保険課"
    assert transfer["law_item"] == "100"
    assert transfer["basis"] == "番号法第9条第1項別表"
    assert transfer["purpose"] == "保険料の賦課"
    assert transfer["source"] == "d:17 d:18"
    assert "law_item_not_read" in [each.code for each in made.unread]
