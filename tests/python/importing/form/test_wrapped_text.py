"""Texts whose lines a converter broke at one edge."""

from __future__ import annotations

import textwrap

import pytest
from drafts import draft

from nagarezu.importing.form.rows import Row, rows
from nagarezu.importing.sources import read_bytes

SENTENCES = (
    "本市は、貸出用の車いすの利用の申込みを受け付け、利用者の身体の状況に合う機種を選び、利用者の自宅まで届ける。",
    "届けた車いすの点検は、半年ごとに行い、その結果を利用者の氏名及び機種の番号とともに貸出管理システムに記録する。",
    "この市に住む利用者の数は、令和7年4月1日現在で、18,460人であり、前の年度の同じ日に比べて1,204人多い。",
    "点検の日の連絡は、利用者が申込みの際に届け出た電話番号に、福祉用具課の職員が電話をかけて行うものとする。",
    "車いすの返却を受けたときは、貸出管理システムの記録のうち利用者の電話番号を、返却の日から30日以内に消去する。",
)
LIST = ("(1) 氏名", "(2) 住所", "(3) 電話番号")


def broken(sentence: str, width: int) -> str:
    return "\n".join(textwrap.wrap(sentence, width, break_long_words=True))


def read(text: str) -> list[Row]:
    return list(rows([read_bytes(text.encode(), "a.txt", "d")]))


@pytest.mark.parametrize("width", [25, 30, 38])
def test_each_sentence_is_one_row_again(width: int) -> None:
    text = "\n".join([*(broken(each, width) for each in SENTENCES), *LIST])
    assert [row.text for row in read(text)] == [*SENTENCES, *LIST]


def test_each_part_keeps_its_line() -> None:
    first, second = read("\n".join(broken(each, 30) for each in SENTENCES))[:2]
    at = first.text.index("利用者の自宅")
    assert first.cells[0].part(at).source == "d:2"
    assert str(second.place) == "d:3"


def test_a_blank_line_a_number_and_columns_begin_anew() -> None:
    lines = [broken(each, 30) for each in SENTENCES]
    full = SENTENCES[0][:30]
    text = "\n".join([*lines, full, "", "備考", full, "2 点検", full, "氏名    住所    電話番号"])
    assert [row.text for row in read(text)][len(SENTENCES) :] == [
        full,
        "備考",
        full,
        "2 点検",
        full,
        "氏名    住所    電話番号",
    ]


def test_long_lines_that_nobody_broke_stay_apart() -> None:
    ended = [each.removesuffix("。") for each in SENTENCES]
    assert [row.text for row in read("\n".join(ended))] == ended


def test_lines_of_one_length_that_end_a_sentence_stay_apart() -> None:
    alike = [
        f"{number}号館の利用者の氏名は、福祉用具課の職員だけが見ることができる。"
        for number in "東西南北中"
    ]
    assert [row.text for row in read("\n".join(alike))] == alike


def test_a_line_that_a_form_repeats_is_no_edge() -> None:
    field = "①移転の根拠　湊野市個人番号の利用に関する条例第4条及び別表の第12項"
    lines = [each for number in range(1, 7) for each in (f"移転先{number}　福祉課", field)]
    assert [row.text for row in read("\n".join(lines))] == lines


def test_a_number_that_is_cut_in_two_is_one() -> None:
    head = "湊野市個人情報保護審議会　諮問事項\n件名\t車いすの貸出しについて\n対象者\t利用者\n"
    text = head + "\n".join(broken(each, 28) for each in SENTENCES)
    assert "18,\n460" in text
    values = [
        count["value"]
        for kind in ("subjects", "claims")
        for each in draft(text).content.get(kind, [])
        for count in each.get("counts", [each])
        if "value" in count
    ]
    assert 460 not in values


@pytest.mark.parametrize("gap", ["　", "  "])
def test_labels_with_their_values_stay_apart(gap: str) -> None:
    lines = [broken(each, 30) for each in SENTENCES]
    pair = [
        f"貸出の期間{gap}" + "令和7年4月1日から令和8年3月31日までの一年",
        f"扱わせる項目{gap}氏名、電話番号",
    ]
    assert [row.text for row in read("\n".join([*lines, *pair]))][len(SENTENCES) :] == pair
