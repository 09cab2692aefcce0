"""Lists of files in front of their cards, and what parts one card from the next."""

from __future__ import annotations

import pytest

from nagarezu.importing.form.register import form as register
from nagarezu.importing.form.register.form import Register
from nagarezu.importing.form.rows import rows
from nagarezu.importing.sources import read_bytes

CARD = "ファイルの名称\t{}\n利用目的\t給付のため\n記録項目\t氏名、住所\n記録範囲\t町民\n"


def read(text: str) -> Register:
    return register.read(list(rows([read_bytes(text.encode("utf-8"), "r.txt", "d")])))


def entries(text: str) -> list[tuple[str, str]]:
    """Names of a list of contents, each with that of its card."""
    return [
        (each.name.text, each.card.get("name").text if each.card is not None else "")
        for each in read(text).contents
    ]


CARDS = "".join(CARD.format(name) for name in ("貸付台帳", "墓地使用者ファイル", "会員名簿"))


@pytest.mark.parametrize(
    "contents",
    [
        "番号\tファイルの名称\t所管課\t頁\n1\t貸付台帳\t福祉課\t1\n2\t墓地使用者\t環境課\t2\n3\t来館者台帳\t公民館\t3\n",
        "整理番号\t個人情報ファイルの名称\t所管\t記録範囲\t本人の数\t掲載\n1\t貸付台帳\t福祉課\t町民\t9人\t票1\n"
        "2\t墓地使用者\t環境課\t町民\t8人\t票2\n3\t来館者台帳\t公民館\t来館者\t7人\t票3\n",
        "個人情報ファイル簿　目次\n1 貸付台帳 ……… 1\n2 墓地使用者 ……… 2\n3 来館者台帳 ……… 3頁\n",
    ],
)
def test_a_list_of_contents_is_paired_with_its_cards(contents: str) -> None:
    assert entries(contents + CARDS) == [
        ("貸付台帳", "貸付台帳"),
        ("墓地使用者", "墓地使用者ファイル"),
        ("来館者台帳", ""),
    ]
    assert len(read(contents + CARDS).files) == 3


def test_a_list_of_many_of_which_some_are_printed_is_none_of_contents() -> None:
    many = "".join(f"{number}\t帳簿{number}\t総務課\n" for number in range(1, 9))
    assert entries(f"番号\tファイルの名称\t所管課\n{many}{CARDS}") == []


def test_a_list_alone_names_files() -> None:
    found = read(
        "番号\tファイルの名称\t所管課\t対象者\n1\t貸付台帳\t福祉課\t町民\n2\t名簿\t公民館\t会員\n"
    )
    assert [file.get("name").text for file in found.files] == ["貸付台帳", "名簿"]


def test_what_only_the_list_says_goes_to_the_card() -> None:
    text = "番号\tファイルの名称\t所管課\n1\t貸付台帳\t福祉課\n2\t会員名簿\t公民館\n"
    assert [file.get("section").text for file in read(text + CARDS).files] == [
        "福祉課",
        "",
        "公民館",
    ]


def test_a_line_with_the_next_number_is_a_label_whatever_it_says() -> None:
    (file,) = read(
        "1 事務の名称\n甲事務\n2 本件を取りまとめている職場\n福祉課\n"
        "3 個人情報の対象者の範囲\n町民\n"
        "4 記録項目\n1 氏名\n2 住所\n3 個人の記録の範囲\n5 備考\nなし\n"
    ).files
    found = {name: file.get(name).text for name in ("name", "subjects", "items", "remarks")}
    assert found == {
        "name": "甲事務",
        "subjects": "町民",
        "items": "1 氏名\n2 住所\n3 個人の記録の範囲",
        "remarks": "なし",
    }


@pytest.mark.parametrize(
    "line", ["登録番号　第12号", "事務登録番号２", "整理番号：4-1", "―――――――", "＝＝＝＝＝"]
)
def test_what_stands_between_two_cards_belongs_to_neither(line: str) -> None:
    card = "事務の名称　甲\n記録項目　氏名\n備考　なし\n"
    first, second = read(f"{card}{line}\n{card.replace('甲', '乙')}").files
    assert first.get("remarks").text == "なし"
    assert second.get("name").text == "乙"


def test_labels_in_front_of_colons_that_stand_apart_need_not_be_of_the_list() -> None:
    (file,) = read(
        "ファイル名　　：　甲ファイル\n記録項目　　：　（１）氏名　（２）合言葉（住所の一部）\n"
        "　　　　　　　　　（３）住所\n経常的提供先　：　なし\n訂正等の特別手続：　なし\n"
        "関係するシステム　：　甲システム\n"
    ).files
    found = [file.get(name).text for name in ("recipients", "procedure", "system")]
    assert found == ["なし", "なし", "甲システム"]
    assert file.get("items").text.startswith("（１）氏名")


def test_rows_of_boxes_below_each_other_keep_their_lines() -> None:
    long = "基本の事柄　■受付番号　■氏名　■住所　■電話番号　□生年月日　□性別"
    (file,) = read(
        f"事務の名称　甲\n記録項目\n{long}\n暮らし向き　□勤務先　■続柄\n備考　なし\n"
    ).files
    assert file.get("items").text.split("\n") == [long, "暮らし向き　□勤務先　■続柄"]
