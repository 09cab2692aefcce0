"""Numbers in front of items: sequences count, numbers in sentences do not (traps 9, 10, 13)."""

from __future__ import annotations

import pytest

from nagarezu.importing.blocks import Place
from nagarezu.importing.heads import sections
from nagarezu.importing.list_marks import most
from nagarezu.importing.numbering import Node, outline, position
from nagarezu.importing.passage import Passage, continued


def passage(text: str) -> Passage:
    return Passage.of(text, Place("d", 1, "1"))


def positions(text: str) -> list[str]:
    _, nodes = outline(passage(text))
    return [position(path) for node in nodes for path in node.walk()]


def texts(nodes: list[Node]) -> list[str]:
    return [node.passage.text for node in nodes]


def test_a_cell_that_lost_its_line_breaks_still_has_its_numbers() -> None:
    before, nodes = outline(passage("1 個人の範囲 住民 2 記録項目 ①氏名 ②住所 3 記録するもの 台帳"))
    assert not before
    assert texts(nodes) == ["個人の範囲 住民", "記録項目", "記録するもの 台帳"]
    assert texts(nodes[1].children) == ["氏名", "住所"]


def test_numbers_of_articles_and_years_are_no_items() -> None:
    assert positions("1 第14条第1項により、平成 27 年 2 月の告示第314号に従う。") == ["1"]


def test_a_number_in_a_sentence_is_none_where_a_line_begins_with_it() -> None:
    found = positions("1 一つ目\n2 ティア 3 を満たす\n3 三つ目")
    assert found == ["1", "2", "3"]


def test_a_middle_dot_within_a_word_is_no_bullet() -> None:
    _, nodes = outline(passage("・閲覧者・更新者の制限 ・サーバー・プラットフォームの管理"))
    assert texts(nodes) == ["閲覧者・更新者の制限", "サーバー・プラットフォームの管理"]


def test_nesting_follows_the_order_of_official_papers() -> None:
    text = "第1 一\n1 二\n(1) 三\nア 四\n(ア) 五\na 六\n(a) 七\nイ 八\n第2 九"
    _, nodes = outline(passage(text))
    assert texts(nodes) == ["一", "九"]
    assert max(len(path) for node in nodes for path in node.walk()) == 7


def test_positions_are_written_as_a_case_file_writes_them() -> None:
    text = "3 措置を守らせる。\n(1) 確認する。\n(2) 契約に定める。\n・漏えいの防止\n・複写の禁止"
    assert positions(text) == ["3", "3.(1)", "3.(2)", "3.(2)・1", "3.(2)・2"]


def test_a_look_alike_stands_for_the_number_that_is_due_and_says_so() -> None:
    _, nodes = outline(passage("(ア) 一\n(イ) 二\n(ウ) 三\n(エ) 四\n(ロ) 五\n(カ) 六"))
    assert [node.value for node in nodes] == [1, 2, 3, 4, 5, 6]
    assert nodes[4].doubtful[:1] == ("オ",)
    assert nodes[4].mark == "(ロ)"


def test_registers_number_within_one_line() -> None:
    _, nodes = outline(passage("1氏名、2性別、3世帯の収入、4家賃の額"))
    assert [text.strip("、") for text in texts(nodes)] == ["氏名", "性別", "世帯の収入", "家賃の額"]


def test_headings_in_brackets_cut_a_cell() -> None:
    found = sections(passage("【運用上の対策】 1 一つ 【システム上の対策】 1 二つ"))
    assert [(head.text, body.text) for head, body in found] == [
        ("運用上の対策", "1 一つ"),
        ("システム上の対策", "1 二つ"),
    ]


def test_a_choice_list_is_no_heading() -> None:
    assert [
        head.text
        for head, _ in sections(passage("[十分] <選択肢> 1) 十分 <当区における措置> ・施錠"))
    ] == [
        "",
        "当区における措置",
    ]


def test_a_doubled_character_at_a_page_break_is_dropped_once() -> None:
    left, right = passage("外からの侵入やウ"), Passage.of("ウイルスを防ぐ。", Place("d", 3, "3"))
    whole, doubled = continued(left, right)
    assert doubled
    assert whole.text == "外からの侵入やウイルスを防ぐ。"
    assert whole.source == "d:1 d:3"


@pytest.mark.parametrize(
    ("left", "right", "between"),
    [
        ("5 犬の名  6 犬の種類", "7 犬の毛色  8 犬の性別", "\n"),
        ("1.氏名 2.住所", "3.番号", "\n"),
        ("5 犬の名  6 犬の種類", "9 頭まで", ""),  # not the next
        ("保存期間は", "3 年とする。", ""),
    ],
)
def test_the_next_number_of_a_list_begins_a_line(left: str, right: str, between: str) -> None:
    whole, _ = continued(passage(left), passage(right))
    assert whole.text == f"{left}{between}{right}"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1 鍵を掛けさせる。\n2 記録を残させ、3か月ごとに点検させる。", 2),
        ("1 鍵を掛けさせる。\n2 記録を残させ、3 か月ごとに点検させる。", 2),
        ("1 鍵を掛けさせる。\n2 誤ったときは、3回以上で止めさせる。", 2),
        ("1 鍵を掛けさせる。\n2 搬入の際は、3名以上で立ち会わせる。", 2),
        ("1氏名、2住所、3年齢", 3),
        ("1氏名、2回答、3回数", 3),
        ("1氏名、2住所、3月額", 3),
    ],
)
def test_how_often_within_a_sentence_is_no_number_of_a_list(text: str, items: int) -> None:
    assert len(outline(passage(text))[1]) == items


def test_leftover_markup_is_taken_out_and_other_brackets_stay() -> None:
    assert passage("<p>1 <u>対象</u></p> **太字** <選択肢> <input checked> <ol style='a'").text == (
        "1 対象\n 太字 <選択肢> ○"
    )


def test_bullets_within_a_line_go_on_with_those_at_its_start() -> None:
    _, nodes = outline(passage("・端末を限る。 ・記録を残す。\n・扉を閉じる。"))
    assert texts(nodes) == ["端末を限る。", "記録を残す。", "扉を閉じる。"]


def test_a_number_that_was_split_counts_where_the_sequence_waits_for_it() -> None:
    _, nodes = outline(passage("9.学年\n1 0.学級\n1 1.口座"))
    assert texts(nodes) == ["学年", "学級", "口座"]
    _, nodes = outline(passage("(9) 学年 (1 0) 学級 (1 1) 口座"))
    assert texts(nodes) == ["学年", "学級", "口座"]
    assert positions("1 開庁 1 0 人\n2 閉庁") == ["1", "2"]


def test_numbers_go_on_behind_an_item_that_ends_in_a_word_for_time() -> None:
    assert positions("1．氏名　2．交付年月　3．住所\n4．給付月\n5．続柄") == list("12345")


def test_inner_numbers_go_on_under_the_next_head() -> None:
    found = positions("（1）宛名\n1 氏名\n2 住所\n（2）資格\n3 種別\n4 期間")
    assert found == ["1", "1.1", "1.2", "2", "2.3", "2.4"]


def test_there_may_be_more_than_ninety_nine_numbers() -> None:
    assert len(positions("\n".join(f"{n}．第{chr(0x4E00 + n)}項" for n in range(1, 131)))) == 130


def test_a_word_in_katakana_behind_a_number_is_no_mark() -> None:
    assert positions("(1)端末を限る。\n(2)記録を残す。\n(3)システムは庁内に置く。") == [
        "1",
        "2",
        "3",
    ]
    assert positions("(1)カメラは付ける。\n(2)メモリは使わない。") == ["1", "2"]


@pytest.mark.parametrize(
    "text",
    [
        "1 0.続柄 2 氏名 3.住所",
        "第１ 概要\n一 般\n（二） 乙\nⅢ 丙\n(3) 丁",
        "ロ 住所 ハ 氏名",
        "- 氏名\n  - 住所\n* 1 電話番号",
        "⑴ 甲 ⑵ 乙。③丙④丁",
        "1氏名、2性別、3年齢",
        "・氏名 ・住所　・年齢",
    ],
)
def test_no_text_has_more_marks_than_a_first_look_says(text: str) -> None:
    assert 0 < len(positions(text)) <= most(text)


def test_of_the_two_commas_one_is_kept_and_that_of_a_number_stays() -> None:
    place = Place("d", 1, "1")
    assert (
        Passage.of("氏名，住所，1，234人，２，０００人", place).text
        == "氏名、住所、1，234人、２，０００人"
    )


@pytest.mark.parametrize(
    ("printed", "items"),
    [
        ("1 氏名 2 年齢 3 住所 4 月額", ["氏名", "年齢", "住所", "月額"]),
        ("1 受付\u30002 審査\u30003 日程の調整", ["受付", "審査", "日程の調整"]),
        ("令和7 年4 月1 日から令和8 年3 月31 日まで", []),
    ],
)
def test_a_word_that_begins_like_a_unit_is_an_item(printed: str, items: list[str]) -> None:
    assert texts(outline(passage(printed))[1]) == items


@pytest.mark.parametrize(
    "word",
    ["台帳を裁断する。", "回答を照合する。", "回線を閉じる。", "割印を押す。", "台紙を返す。"],
)
def test_a_number_in_front_of_a_word_that_begins_as_a_unit_does(word: str) -> None:
    found = positions(f"1 名簿を作成する。 2 {word} 3 古い記録を消去する。")
    assert found == ["1", "2", "3"]
    assert positions("1 端末を 2 台置く。 2 点検を 3 回行う。") == ["1", "2"]


def test_a_list_may_begin_with_a_number_that_blanks_part() -> None:
    assert positions("1 1  電算室に置く。\n1 2  鍵を付ける。") == ["11", "12"]
    assert positions("9 渡す。\n1 0  消す。") == ["9", "10"]


def test_a_dot_between_blanks_joins_two_words() -> None:
    assert positions("提供 ・ 移転の記録") == []
    assert texts(outline(passage("・氏名 ・ 住所"))[1]) == ["氏名", "住所"]
