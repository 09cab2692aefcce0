"""The conventions of official papers (docs/pdf.md), each of which can be broken by one change."""

from __future__ import annotations

import pytest
from pdf_papers import (
    block,
    figure,
    heading,
    of_sections,
    paper,
    paragraph,
    read,
    squeezed,
    table,
)

from nagarezu.report.tree import Facts, Listing, Paragraph, Run, Section

WIDE = [f"長い名前の列{i}" for i in range(20)]


def test_pages_are_a4_upright_and_lying() -> None:
    made = read(of_sections(Section((paragraph("縦"),)), Section((paragraph("横"),), True)))
    assert [made.size(0), made.size(1)] == [(210, 297), (297, 210)]


def test_text_keeps_margins_of_20_to_25_mm_and_fills_the_line() -> None:
    made = read(paper(*[paragraph("本文は長く、行の終わりまで続く。" * 60) for _ in range(3)]))
    for page in range(len(made.pages)):
        body = [glyph for glyph in made.glyphs(page) if glyph.bottom > 19]
        assert 19.5 <= min(glyph.left for glyph in body) <= 25
        assert 210 - 25 <= max(glyph.right for glyph in body) <= 210 - 19.5
        assert max(glyph.top for glyph in body) <= 297 - 19.5


def test_text_is_mincho_of_10_5_points() -> None:
    assert read(paper(paragraph("本文"))).look(0, "本文") == ("NotoSerifCJKjp-Regular", 10.5)


@pytest.mark.parametrize("level", [1, 2, 3])
def test_headings_are_gothic(level: int) -> None:
    above = [heading(f"段{i}", i) for i in range(1, level)]
    name, size = read(paper(*above, heading("見出し", level))).look(0, "見出し")
    assert name == "NotoSansCJKjp-Bold"
    assert size >= 10.5


def test_the_box_stands_at_the_top_right_in_a_frame() -> None:
    made = read(paper(paragraph("本文"), box="資料 3-2"))
    left, bottom, right, top = made.place(0, "資料 3-2")
    assert 180 < right < 190
    assert bottom > 262
    frame = [
        line
        for line in made.lines(0)
        if line[0] < left and line[1] < bottom and line[2] > right and line[3] > top
    ]
    assert frame


def test_only_the_first_page_has_the_box() -> None:
    made = read(of_sections(Section((paragraph("一"),)), Section((paragraph("二"),))))
    assert "資料 9-9" in made.text(0)
    assert "資料 9-9" not in made.text(1)


def test_without_a_box_there_is_no_frame() -> None:
    made = read(paper(paragraph("本文"), box=""))
    assert made.lines(0) == []


def test_the_title_is_centred_and_gothic() -> None:
    made = read(paper(paragraph("本文"), title="標題の位置"))
    left, _, right, _ = made.place(0, "標題の位置")
    assert (left + right) / 2 == pytest.approx(105, abs=1)
    assert made.look(0, "標題の位置") == ("NotoSansCJKjp-Bold", 16)


def test_headings_without_numbers_get_those_of_official_papers() -> None:
    made = read(paper(heading("甲"), heading("乙", 2), heading("丙", 3), heading("丁", 2)))
    lines = [line.strip() for line in made.text(0).splitlines()]
    for expected in ("第1 甲", "1 乙", "(1) 丙", "2 丁"):
        assert expected in lines


def test_headings_with_numbers_keep_them() -> None:
    made = read(paper(heading("第1　甲"), heading("乙", 2)))
    lines = [line.strip() for line in made.text(0).splitlines()]
    assert "乙" in lines
    assert squeezed(lines[2]) == "第1甲"


def test_english_headings_are_numbered_by_section() -> None:
    made = read(paper(heading("One"), heading("Two", 2), heading("Three", 3), lang="en"))
    lines = [line.strip() for line in made.text(0).splitlines()]
    assert {"1 One", "1.1 Two", "1.1.1 Three"} <= set(lines)


def test_a_paragraph_begins_one_character_in() -> None:
    made = read(paper(paragraph("字下げ"), paragraph("字下げ二")))
    assert made.place(0, "字下げ")[0] == pytest.approx(20 + 10.5 * 25.4 / 72, abs=0.6)


def test_a_table_has_its_caption_above_left_and_its_unit_above_right() -> None:
    rows = [["氏名", 1234], ["住所", 5]]
    units = [None, "person"]
    made = read(paper(block(table(["項目", "数"], rows, numeric=[1], units=units))))
    caption, unit, head = (made.place(0, t) for t in ("表1 試しの表", "（単位：人）", "項目"))
    assert caption[1] > head[3]
    assert unit[1] > head[3]
    frame = _frame(made, 0, head)
    assert caption[0] == pytest.approx(frame[0], abs=0.7)
    assert unit[2] == pytest.approx(frame[1], abs=2.5)  # the bracket has blank at its right
    assert made.look(0, "表1 試し")[0].startswith("NotoSansCJKjp")


def _frame(made, page, inside):  # type: ignore[no-untyped-def]
    """Left and right edge of the lines of a table around a place."""
    near = [line for line in made.lines(page) if line[1] < inside[3] + 3]
    return min(line[0] for line in near), max(line[2] for line in near)


def test_different_units_stand_in_the_heads() -> None:
    units = ["person", "item"]
    made = read(paper(block(table(["人数", "項目数"], [[1, 2]], numeric=[0, 1], units=units))))
    text = squeezed(made.text(0))
    assert "人数（人）" in text
    assert "項目数（項目）" in text
    assert "単位" not in text


def test_an_english_unit_is_named_in_english() -> None:
    made = table(["Item", "Count"], [["a", 1]], numeric=[1], units=[None, "person"], lang="en")
    assert "(unit: persons)" in read(paper(block(made), lang="en")).text(0)


def test_notes_and_legends_stand_below_the_table() -> None:
    made = read(
        paper(block(table(["項目", "数"], [["氏名", None]], numeric=[1], notes=["注の文"])))
    )
    cell = made.place(0, "氏名")
    assert made.place(0, "注の文")[3] < cell[1]
    assert made.place(0, "※ 不詳")[3] < cell[1]
    assert made.look(0, "注の文")[1] < 10.5


def test_a_figure_has_its_caption_below_in_the_middle() -> None:
    made = read(paper(figure("中の字")))
    left, _, right, top = made.place(0, "図1")
    assert top < made.place(0, "中の字")[1]
    whole = made.place(0, "図1　試しの図")
    assert (whole[0] + whole[2]) / 2 == pytest.approx(105, abs=1)
    assert right - left < 20


def test_heads_are_repeated_on_every_page() -> None:
    rows = [[f"項目{i}", i] for i in range(150)]
    made = read(paper(block(table(["情報の名", "数"], rows, numeric=[1]))))
    assert len(made.pages) >= 3
    for page in range(len(made.pages)):
        assert squeezed(made.text(page)).count("情報の名") == 1


def test_a_row_stays_on_one_page() -> None:
    length = [30 + i * 13 % 23 for i in range(60)]  # rows of different height
    rows = [[f"始{i:03}" + "間の言葉を長く" * length[i] + f"終{i:03}", "値"] for i in range(60)]
    made = read(paper(block(table(["説明", "値"], rows))))
    assert len(made.pages) > 1
    for i in range(60):
        pages = {
            page
            for page in range(len(made.pages))
            for end in (f"始{i:03}", f"終{i:03}")
            if end in squeezed(made.text(page))
        }
        assert len(pages) == 1, i


def test_a_row_longer_than_a_page_goes_on_overleaf_and_loses_nothing() -> None:
    long = "".join(chr(0x4E00 + i) for i in range(5000))
    made = read(paper(block(table(["長い", "短い"], [[long, "甲"]]))))
    assert len(made.pages) > 1
    assert all(character in made.whole for character in long)
    for page in range(len(made.pages)):
        assert min(glyph.bottom for glyph in made.glyphs(page)) > 9


def test_numbers_stand_right_marks_in_the_middle_text_left() -> None:
    rows = [["氏名", 1, "○"], ["住所と電話番号", 123456, "－"]]
    made = read(paper(block(table(["項目", "数", "広い見出しの印"], rows, numeric=[1]))))
    many = made.place(0, "123,456")
    names = [made.place(0, text)[0] for text in ("氏名", "住所と電話番号")]
    assert names[0] == pytest.approx(names[1], abs=0.4)
    assert _cell_end(made, "123,456") - many[2] < 2
    head, mark = made.place(0, "広い見出しの印"), made.place(0, "○")
    assert (head[0] + head[2]) / 2 == pytest.approx((mark[0] + mark[2]) / 2, abs=0.6)


def _cell_end(made, text):  # type: ignore[no-untyped-def]
    """The first upright line to the right of a text."""
    right = made.place(0, text)[2]
    upright = [line for line in made.lines(0) if line[2] - line[0] < 0.5 and line[0] > right]
    return min(line[0] for line in upright)


def test_right_ends_of_numbers_are_one_below_the_other() -> None:
    rows = [["甲", 7], ["乙", 98765], ["丙", 432]]
    made = read(paper(block(table(["項目", "数"], rows, numeric=[1]))))
    ends = [made.place(0, text)[2] for text in ("7", "98,765", "432")]
    assert max(ends) - min(ends) < 0.5


def test_what_changed_is_bold_and_underlined_and_nothing_else() -> None:
    rows = [["継ぐ", "existing"], ["加える", "added"], ["消す", "removed"]]
    made = read(paper(block(table(["経路", "変更"], rows, words={1: "change"}))))
    for text in ("【追加】", "【削除】"):
        assert made.look(0, text)[0] == "NotoSerifCJKjp-Bold"
        assert made.underlined(0, text)
    for text in ("継続", "加える", "消す"):
        assert made.look(0, text)[0] == "NotoSerifCJKjp-Regular"
        assert not made.underlined(0, text)


def test_the_new_wording_of_a_changed_place_is_bold_and_underlined() -> None:
    changes = table(["箇所", "変更後"], [["第一欄", "新しい文"], ["第二欄", None]], name="changes")
    made = read(paper(block(changes)))
    assert made.look(0, "新しい文")[0] == "NotoSerifCJKjp-Bold"
    assert made.underlined(0, "新しい文")
    assert not made.underlined(0, "第一欄")


def test_an_added_run_is_bold_and_underlined_a_strong_one_bold_only() -> None:
    runs = (Run("前の文。"), Run("【追加】新しい", added=True), Run("強い語", strong=True))
    made = read(paper(Paragraph(runs)))
    assert made.look(0, "【追加】新")[0] == "NotoSerifCJKjp-Bold"
    assert made.underlined(0, "新しい")
    assert made.look(0, "強い語")[0] == "NotoSerifCJKjp-Bold"
    assert not made.underlined(0, "強い語")
    assert made.look(0, "前の文")[0] == "NotoSerifCJKjp-Regular"


def test_each_page_has_its_number_over_the_number_of_pages() -> None:
    made = read(of_sections(*[Section((paragraph(str(i)),), i == 1) for i in range(3)]))
    for page in range(3):
        left, bottom, right, _ = made.place(page, f"{page + 1} / 3")
        assert (left + right) / 2 == pytest.approx(made.size(page)[0] / 2, abs=1)
        assert 5 < bottom < 20


def test_the_end_stands_at_the_right() -> None:
    made = read(paper(Paragraph((Run("以上"),), "end")))
    assert made.place(0, "以上")[2] == pytest.approx(190, abs=1)


def test_notes_are_small() -> None:
    made = read(paper(Paragraph((Run("注　小さい字"),), "note"), paragraph("本文")))
    assert made.look(0, "小さい字")[1] < made.look(0, "本文")[1]


def test_items_are_circled_up_to_fifty_and_bracketed_beyond() -> None:
    items = tuple((Run(f"事項{i}"),) for i in range(1, 53))
    text = read(paper(Listing(items, numbered=True))).whole
    for mark, number in (("①", 1), ("⑳", 20), ("㉑", 21), ("㊱", 36), ("㊿", 50), ("(51)", 51)):
        assert f"{mark}事項{number}" in text


def test_facts_stand_in_two_columns_with_lines() -> None:
    rows = (("団体", (Run("試し市"),)), ("審議機関", (Run("審議会"),)))
    made = read(paper(Facts(rows, "概要")))
    labels = [made.place(0, text) for text in ("団体", "審議機関")]
    values = [made.place(0, text) for text in ("試し市", "審議会")]
    assert values[0][0] == pytest.approx(values[1][0], abs=0.5)
    assert labels[0][2] < values[0][0]
    assert len(made.lines(0)) >= 6


def test_a_wide_table_lies_across_and_takes_its_heading_along() -> None:
    rows = [["長い説明の文" * 3 for _ in range(12)]]
    made = read(
        paper(paragraph("前"), heading("広い表"), block(table(WIDE[:12], rows)), paragraph("後"))
    )
    sizes = [made.size(page) for page in range(3)]
    assert sizes == [(210, 297), (297, 210), (210, 297)]
    assert "広い表" in made.text(1)


def test_a_narrow_table_lies_as_its_section_does() -> None:
    one = block(table(["項目", "数"], [["氏名", 1]]))
    assert read(paper(one)).size(0) == (210, 297)
    assert read(paper(one, landscape=True)).size(0) == (297, 210)


def test_many_columns_of_marks_get_turned_heads() -> None:
    rows = [["氏名", *["○"] * 20], ["住所", *["－"] * 20]]
    made = read(paper(block(table(["項目", *WIDE], rows))))
    assert len(made.pages) == 1
    assert made.size(0) == (297, 210)
    left, bottom, right, top = made.place(0, WIDE[3])
    assert top - bottom > 4 * (right - left)  # it reads upwards


def test_more_columns_than_a_sheet_holds_fold_and_repeat_the_first() -> None:
    rows = [[f"項目{i}", *["○"] * 60] for i in range(3)]
    heads = [f"受領する組織{i:02}" for i in range(60)]
    made = read(paper(block(table(["項目の名", *heads], rows))))
    text = made.whole
    parts = text.count("項目の名")
    assert 2 <= parts <= 4
    for number in range(1, parts + 1):
        assert f"（{number}/{parts}）" in text
    assert all(text.count(head) == 1 for head in heads)
    assert all(text.count(f"項目{i}") == parts for i in range(3))
    assert text.count("○") == 180


def test_heads_too_long_become_numbers_with_a_key_below() -> None:
    heads = ["とても長い名称の受領者" * 40 + str(i) for i in range(3)]
    made = read(paper(block(table(["項目", *heads], [["氏名", "○", "○", "○"]]))))
    text = made.whole
    for number, head in enumerate(heads, start=1):
        assert f"（{number}）：{head}" in text
    assert made.place(0, "（1）：")[3] < made.place(0, "氏名")[1]


def test_no_line_begins_with_a_mark_that_belongs_to_the_line_before() -> None:
    texts = ["行頭に来ない、" * n + "終わり。」）" for n in range(3, 40)]
    made = read(paper(*map(paragraph, texts)))
    glyphs = [glyph for page in range(len(made.pages)) for glyph in made.glyphs(page)]
    starts = {glyph.text for glyph in glyphs if glyph.left < 22 and glyph.bottom > 19}
    assert len(starts) > 3
    assert not starts & set("、。，．）」』】々ーっゃゅょッャュョ")


def test_a_caption_never_stands_alone_at_the_end_of_a_page() -> None:
    first = block(table(["甲"], [["高い行の文" * 120] for _ in range(3)], number="1"), "a")
    for filling in range(20, 36):
        blocks = [paragraph(f"行{i}") for i in range(filling)]
        made = read(paper(*blocks, first))
        page = next(p for p in range(len(made.pages)) if made.has(p, "表1"))
        assert made.has(page, "甲"), filling


def test_a_heading_never_stands_alone_at_the_end_of_a_page() -> None:
    for filling in range(24, 36):
        blocks = [paragraph(f"行{i}") for i in range(filling)]
        made = read(paper(*blocks, heading("見出しの行"), paragraph("続く本文")))
        page = next(p for p in range(len(made.pages)) if made.has(p, "見出しの行"))
        assert made.has(page, "続く本文"), filling


def test_a_figure_larger_than_the_sheet_is_drawn_smaller() -> None:
    made = read(paper(figure("字", width=400, height=500), title="", box=""))
    assert len(made.pages) == 1
    left, bottom, right, top = made.ink(0, 285, made.place(0, "図1")[3] + 0.5)
    assert left >= 19.5
    assert right <= 190.5
    assert (right - left) / (top - bottom) == pytest.approx(399 / 499, rel=0.02)
