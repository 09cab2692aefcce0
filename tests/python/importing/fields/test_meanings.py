"""What items and measures are about: words of the data, on other sentences than they came from."""

from __future__ import annotations

import pytest

from nagarezu.importing.fields.categories import code
from nagarezu.importing.fields.concepts import meaning


@pytest.mark.parametrize(
    ("label", "classes"),
    [
        ("所有者の住所", {"QI", "CT"}),  # of somebody else: none of the basic four of the subject
        ("住所", {"QI", "F4", "CT"}),
        ("児童の生年月日", {"QI"}),
        ("血圧", {"SP"}),
        ("かかりつけ医", {"SP"}),
        ("支店名", {"FN"}),
        ("貸出中の図書", {"EV"}),
        ("土地の地番", {"LO"}),
        ("意向調査の回答", {"FT"}),
        ("回線の種類", {"ST"}),
    ],
)
def test_an_item_of_any_trade_has_classes(label: str, classes: set[str]) -> None:
    assert set(meaning(label).classes) == classes


@pytest.mark.parametrize("label", ["毛色", "口径", "電池の残り"])
def test_what_no_word_decides_has_none(label: str) -> None:
    assert meaning(label).classes == ()


@pytest.mark.parametrize(
    ("sentence", "category"),
    [
        ("苗木の配達員の名簿を前もって出させる。", "ROL"),
        ("宛名と中身を読み合わせてから封じる。", "PRO"),
        ("市の職員が作業場所を訪ねて保管の様子を見る。", "AUD"),
        ("異常を検知したときは、直ちに町へ知らせる。", "INC"),
        ("照会の結果は、認定以外の目的では用いない。", "PUR"),
        ("業務の一部を第三者に行わせない。", "SUB"),
        ("台帳は鍵の付いた棚に納める。", "LCK"),
        ("申込書の写しを取らせない。", "CAR"),
        ("受領の署名をもらって手で渡す。", "TRN"),
        ("職員ごとに識別番号を割り当てる。", "AUT"),
        ("異動した職員の権限は、その日に止める。", "ACL"),
        ("検索の履歴を2年間残す。", "LOG"),
        ("データには合言葉を付ける。", "ENC"),
        ("町が定めた機器以外からの接続を断つ。", "NET"),
        ("端末は外部の網につながない。", "SEP"),
        ("名簿は作業の後に市へ返させる。", "DEL"),
        ("控えのデータを毎夜作る。", "AVL"),
        ("試験には架空の者の情報を使う。", "TST"),
        ("様式には事務に要る欄だけを設ける。", "MIN"),
        ("外国にある第三者には扱わせない。", "LOC"),
        ("窓口で説明し、本人の同意を得る。", "IND"),
    ],
)
def test_a_measure_in_plain_words_has_its_category(sentence: str, category: str) -> None:
    assert category in code(sentence).codes


@pytest.mark.parametrize(
    ("sentence", "category"),
    [
        ("教育総務課長が保管する。", "EDU"),
        ("権限の取り消しは当日に行う。", "DEL"),
        ("外国にある第三者に委託するときは協議する。", "SUB"),
    ],
)
def test_a_word_within_another_decides_nothing(sentence: str, category: str) -> None:
    assert category not in code(sentence).codes
