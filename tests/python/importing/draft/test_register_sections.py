"""Cards in sections: a head within a card, and below it a small table, lines, or clauses."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft, raised

CARD = """あけぼの町個人情報取扱事務登録簿

登録第1号　花壇貸出事務
| 欄 | 記載 |
| 所管課 | 緑化課 |
| 目的 | 花壇を貸し出すため |
| 対象者 | 花壇を借りている者　52人（令和6年4月1日現在） |
| 収集の方法 | 本人の申請書 |

◇記録する項目
| 番号 | 項目名 | 任意 | 取得元 |
| 1 | 氏名 | | 申請書 |
| 2 | 住所 | | 申請書 |
| 3 | 電話番号 | ○ | 申請書 |

◇委託先
| 委託先 | 業務 | 契約期間 | 渡す項目 |
| 株式会社つばき園芸 | 土の入替え | 令和6年4月1日から令和7年3月31日まで | 1及び2 |

◇安全管理措置
| 行う者 | 区分 | 番号 | 措置 |
| 町 | 運用面 | 1 | 申請書を施錠した棚に置く。 |
| 町 | システム面 | 1 | 端末に指紋の認証を設ける。 |
| 委託先 | 運用面 | 2 | 名簿を作業の日に返させる。 |
"""


def content(text: str) -> dict[str, Any]:
    return draft(text).content


def items(found: dict[str, Any]) -> list[list[tuple[str, str]]]:
    return [[(e["position"], e["label"]) for e in each["entries"]] for each in found["lists"]]


def test_small_tables_below_the_heads_of_a_card() -> None:
    found = content(CARD)
    assert [each["title"] for each in found["matters"]] == ["花壇貸出事務"]
    records, handed = items(found)
    assert records == [("1", "氏名"), ("2", "住所"), ("3", "電話番号")]
    assert handed == [("1", "氏名"), ("2", "住所")]
    assert [e.get("optional", False) for e in found["lists"][0]["entries"]] == [False, False, True]
    entrusted = [each for each in found["flows"] if each["relation"] == "entrust"]
    assert len(entrusted) == 1
    periods = [(each["start"], each["end"]) for each in found["matters"][0]["periods"]]
    assert periods == [("2024-04-01", "2025-03-31")]
    measures = [(m["party"], m["layer"], m["position"]) for m in found["safeguards"]]
    assert measures == [
        ("own", "operational", "1"),
        ("own", "system", "1"),
        ("partner", "operational", "2"),
    ]
    assert not raised(CARD)


def test_a_heading_begins_the_next_card_though_no_label_names_it() -> None:
    second = CARD.partition("\n\n")[2].replace("第1号　花壇", "第2号　農具")
    found = content(CARD + "\n" + second)
    assert [each["title"] for each in found["matters"]] == ["花壇貸出事務", "農具貸出事務"]
    assert len({each["matter"] for each in found["safeguards"]}) == 2


def test_numbered_lines_below_a_heading_with_its_section() -> None:
    found = content(
        "あけぼの町個人情報取扱事務登録簿\n\n第１ 花壇貸出事務（緑化課）\n １ 事務の目的\n"
        "  花壇を貸し出すため。\n ２ 個人の範囲\n  花壇を借りている者　52人\n ３ 記録の項目\n"
        "  １ 氏名\n  ２ 住所\n ４ 提供\n"
        "  会費の案内のため、あけぼの緑化協会に３の１及び２を提供する。\n"
        "第２ 農具貸出事務（農政課）\n １ 事務の目的\n  農具を貸し出すため。\n ２ 個人の範囲\n"
        "  農具を借りている者　9人\n ３ 記録の項目\n  １ 氏名\n"
    )
    assert [each["department"] for each in found["matters"]] == ["緑化課", "農政課"]
    assert [each["label"] for each in found["holders"] if each.get("external")] == [
        "あけぼの緑化協会"
    ]


SPACED = """あけぼの町個人情報取扱事務登録簿

事務の名称    花壇貸出事務
所管課        緑化課
事務の目的    花壇を貸し出すため
対象者の範囲  花壇を借りている者
記録項目
    番号    項目        取得元
    1       氏名        申請書
    2       住所        申請書
庁内での利用  ■有  □無
              会計課    番号1、2    使用料の収納
外部への提供  ■有  □無
              提供先              番号    方法
              つつじ緑化協会      1       紙
委託          □有  ■無
"""


def test_small_tables_in_columns_that_blanks_part() -> None:
    found = content(SPACED)
    assert items(found)[0] == [("1", "氏名"), ("2", "住所")]
    names = {each["id"]: each["label"] for each in found["holders"]}
    flows = {(f["relation"], names[f["to"][0]]) for f in found["flows"]}
    assert flows >= {("transfer", "会計課"), ("provide", "つつじ緑化協会")}
    assert len(flows) == 2 + ("collect" in {relation for relation, _ in flows})


@pytest.mark.parametrize(
    ("told", "numbers"),
    [
        ("(1)の1から3まで及び5", [1, 2, 3, 5]),
        ("項番2、4～6", [2, 4, 5, 6]),
        ("①及び③", [1, 3]),
        ("第2の3のうち、2及び7", [2, 7]),
        ("1歳児の氏名", []),
        ("3から1まで", []),
    ],
)
def test_items_told_by_their_numbers(told: str, numbers: list[int]) -> None:
    from nagarezu.importing.draft.register import by_number
    from nagarezu.importing.passage import Passage

    assert by_number.numbers(Passage(told)) == numbers


def test_clauses_on_a_card_end_with_it() -> None:
    clauses = (
        "\n◇個人情報取扱特記事項\n（秘密の保持）\n"
        "第1　乙は、知り得た個人情報を他に漏らしてはならない。\n"
        "（返還）\n第2　乙は、契約が終わったときは、名簿を甲に返還しなければならない。\n"
    )
    second = CARD.partition("\n\n")[2].replace("第1号　花壇", "第2号　農具")
    found = content(CARD + clauses + second)
    assert [(each["number"], each["heading"]) for each in found["clauses"]] == [
        (1, "秘密の保持"),
        (2, "返還"),
    ]
    assert len(found["matters"]) == 2


def test_a_table_of_several_files_is_no_section_of_the_last_card() -> None:
    table = (
        "\n| 登録番号 | 委託先 | 渡す項目 |\n|---|---|---|\n"
        "| 緑-01 | 株式会社もみじ | 氏名 |\n| 緑-02 | 株式会社かえで | 住所 |\n"
    )
    found = content(CARD + "\n委託の一覧\n" + table)
    assert not [f for f in found["holders"] if f["label"] in ("株式会社もみじ", "株式会社かえで")]


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        (
            "1　町は、つばき園芸協会から検査の結果を受け取る。\n",
            "direction_differs",
        ),
        ("1　町は、つばき園芸協会に検査の結果を送る。\n", ""),
    ],
)
def test_a_sentence_of_the_other_way_than_a_table(sentence: str, code: str) -> None:
    text = (
        CARD + "\n◇提供先\n| 提供先 | 項目 | 方法 |\n| つばき園芸協会 | 1、2 | 紙 |\n"
        "\n◇事務の流れ\n" + sentence + "\n◇やり取りの一覧\n"
        "| 情報 | 送る側 | 受ける側 | 方法 |\n| 検査の結果 | 町 | つばき園芸協会 | 紙 |\n"
    )
    assert ("direction_differs" in raised(text)) == bool(code)


def test_all_but_one_get_nothing_outside() -> None:
    text = CARD + (
        "\n◇提供先\n| 提供先 | 項目 | 方法 |\n| つばき園芸協会 | 1、2 | 紙 |\n"
        "| さつき造園組合 | 1 | 紙 |\n"
    )
    said = text.replace(
        "| 収集の方法",
        "| 備考 | 名簿は、つばき園芸協会に渡すほかは、町の外に出さない。 |\n| 収集の方法",
    )
    assert "claim_against_list" in raised(said)
    assert "claim_against_list" not in raised(text)


def test_a_column_of_contents_beside_who_does_it_holds_measures() -> None:
    text = CARD.replace("| 行う者 | 区分 | 番号 | 措置 |", "| 実施者 | 種別 | 番号 | 内容 |")
    assert len(content(text)["safeguards"]) == len(content(CARD)["safeguards"])


def test_the_front_of_the_next_file_is_no_measure_of_the_last() -> None:
    found = content(
        "あけぼの町個人情報取扱事務登録簿\n■登録票（１）\n事務の名称：花壇貸出事務\n"
        "事務の目的：花壇を貸すため\n個人の範囲：借りた者\n記録項目：氏名、住所\n"
        "安全管理の措置\n　町の措置\n　　・名簿を施錠した棚に置く。\n"
        "■登録票（２）\n事務の名称：農具貸出事務\n事務の目的：農具を貸すため\n"
        "個人の範囲：借りた者\n記録項目：氏名\n"
    )
    assert [each["label"] for each in found["safeguards"]] == ["名簿を施錠した棚に置く。"]
