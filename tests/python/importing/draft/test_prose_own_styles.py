"""Lists side by side, tables of ways over a page, clauses in a chapter, names before sentences."""

from __future__ import annotations

from typing import Any

from drafts import draft

LETTER = (
    "ひばり市個人情報保護審議会　御中\nひばり市長\n　　図書の宅配に係る業務の委託について（諮問）\n"
)


def case(text: str) -> dict[str, Any]:
    content: dict[str, Any] = draft(LETTER + text).content
    return content


def holders(content: dict[str, Any]) -> dict[str, str]:
    """The label of each holder who gets something, with the relation."""
    label = {each["id"]: each["label"] for each in content["holders"]}
    return {label[to]: flow["relation"] for flow in content["flows"] for to in flow["to"]}


def test_a_column_for_each_list() -> None:
    made = case(
        "1　個人情報の項目\n番号\t宅配受付システムに記録する項目\tつばめ県に提供する項目\n"
        "(1)\t利用者番号\t利用者番号\n(2)\t氏名\t届け先\n(3)\t届け先\t―\n"
        "2　相手方\n相手方\t関係\n有限会社こまどり便\t受託者\nつばめ県\t提供先\n"
    )
    lists = [[each["label"] for each in one["entries"]] for one in made["lists"]]
    assert lists == [["利用者番号", "氏名", "届け先"], ["利用者番号", "届け先"]]


def test_a_role_with_a_bracket_and_a_sentence() -> None:
    made = case(
        "1　相手方\n相手方\t関係\t媒体\n有限会社こまどり便\t受託者\t紙\n"
        "株式会社ひよどり庫\t再受託者（倉庫の見回り及び鍵の管理）。市が書面で承諾\t紙\n"
        "2　個人情報の項目\n(1) 氏名\n(2) 住所\n"
    )
    assert holders(made)["株式会社ひよどり庫"] == "reentrust"


def test_a_table_of_ways_names_no_partner() -> None:
    made = case(
        "1　委託先\n有限会社こまどり便\n2　個人情報の項目\n(1) 氏名\n(2) 住所\n"
        "3　受渡しの方法\n| 渡す者 | 受ける者 | 方法及び媒体 |\n"
        "| 委託先 | 市 | 宅配の画面。市は名簿を紙で刷り、窓口で |\n\n        － 1 －\n\n"
        "| | | 使う。 |\n| 申込者 | 委託先 | 宅配の申込みの画面 |\n"
        "| 有限会社こまどり便 | 申込者 | 紙の手渡し |\n"
    )
    assert set(holders(made)) == {"有限会社こまどり便"}


def test_clauses_in_a_chapter_of_the_letter() -> None:
    made = case(
        "第1　委託先\n有限会社こまどり便\n第2　個人情報の項目\n(1) 氏名\n(2) 住所\n"
        "第3　契約書に付す特記事項\n"
        "1（漏らさないこと）　乙は、知り得た個人情報を漏らしてはならない。\n"
        "2（検査）　甲は、乙の事業所を検査する。\n"
        "第4　契約の期間\n令和8年4月1日から令和9年3月31日まで\n"
    )
    assert [each["heading"] for each in made["clauses"]] == ["漏らさないこと", "検査"]
    assert made["matters"][0]["periods"][0]["end"] == "2027-03-31"


def test_a_system_behind_a_clause() -> None:
    made = case(
        "1　委託先\n有限会社こまどり便\n2　取り扱う情報\n"
        "(1)　市が利用者から聞き取り、宅配受付システムに記録する情報\n"
        "ア　氏名\nイ　住所\nウ　図書名\n"
        "(2)　配達に当たり、宅配受付システムに記録した情報から抜き出して委託先に渡す情報\n"
        "ア　氏名\nイ　住所\n"
    )
    assert holders(made) == {"宅配受付システム": "process", "有限会社こまどり便": "entrust"}


def test_a_name_in_front_of_a_sentence() -> None:
    made = case(
        "1　委託\n(1) 受託者　有限会社こまどり便\n"
        "(2) 再受託者　株式会社ひよどり庫（倉庫の見回り）。再委託については、市の承諾を受ける。\n"
        "2　個人情報の項目\n(1) 氏名\n(2) 住所\n"
    )
    assert holders(made)["株式会社ひよどり庫"] == "reentrust"


def test_persons_of_the_own_municipality_in_a_year() -> None:
    made = case(
        "1　経緯\n本市の来館困難者は、令和7年9月1日現在、130人である。"
        "令和6年度の申込者は84人であった。\n2　個人情報の項目\n(1) 氏名\n(2) 住所\n"
    )
    assert [each["label"] for each in made["subjects"]] == ["来館困難者", "申込者"]
