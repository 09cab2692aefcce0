"""PDF with a text layer: what is read of files of two writers."""

from __future__ import annotations

import pytest
from documents.parts import Break, Cell, Line, table
from made import cells, grids, looks, texts
from pages import FONT, drawn, of_parts, picture, running
from reportlab.pdfgen.canvas import Canvas

from nagarezu.importing.blocks import Paragraph, Span
from nagarezu.importing.sources import pdf_lines as drawing
from nagarezu.importing.sources import read_bytes

LONG = (
    "この文は一行に収まらない長さがあり、組んだときに折り返されるが、もとは一つの段落である。" * 3
)


def test_tables_and_text_stand_in_the_order_of_the_page() -> None:
    small = table("", ("甲", "乙"), ("丙", "丁"))
    blocks = of_parts(Line("前"), small, Line("間"), small, Line("後"))
    kinds = [b.text if isinstance(b, Paragraph) else cells(b) for b in blocks.blocks]
    expected = {(0, 0): "甲", (0, 1): "乙", (1, 0): "丙", (1, 1): "丁"}
    assert kinds == ["前", expected, "間", expected, "後", "- 1 -"]
    assert {paragraph.place.where for paragraph in blocks.paragraphs()} == {"p1"}
    orders = [block.place.order for block in blocks.blocks]
    assert orders == sorted(orders)


def test_merged_cells_span() -> None:
    merged = table("", (Cell("甲", rows=2), Cell("乙", columns=2)), ("丙", "丁"))
    (grid,) = grids(of_parts(merged))
    assert [(c.text, c.row, c.column, c.rows, c.columns) for c in grid.cells] == [
        ("甲", 0, 0, 2, 1),
        ("乙", 0, 1, 1, 2),
        ("丙", 1, 1, 1, 1),
        ("丁", 1, 2, 1, 1),
    ]


def test_wrapped_lines_are_one_paragraph_and_new_ones_are_not() -> None:
    assert texts(of_parts(Line(LONG), Line("１ 次の段落"), Line(LONG)))[:3] == [
        LONG,
        "１ 次の段落",
        LONG,
    ]
    content = f"{LONG}\n1 {LONG}\n氏名\n住所"
    (grid,) = grids(of_parts(table("", ("対策", Cell(content)))))
    assert cells(grid)[0, 1] == content


def test_short_lines_of_equal_length_are_not_joined() -> None:
    (grid,) = grids(of_parts(table("", ("項目", Cell("氏名等\n住所等\n口座等\n所得等")))))
    assert cells(grid)[0, 1] == "氏名等\n住所等\n口座等\n所得等"


def test_bold_and_underlined_text_is_told_from_borders() -> None:
    blocks = of_parts(Line("前[[追加]]後"), table("", ("甲[[乙]]", "丙")))
    assert [look for look in looks(blocks.paragraphs()) if look[0] != "- 1 -"] == [
        ("前", ""),
        ("追加", "bu"),
        ("後", ""),
        ("甲", ""),
        ("乙", "bu"),
        ("丙", ""),
    ]


def test_text_that_is_struck_through_is_struck() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "削る文")
        canvas.line(72, 703.5, 102, 703.5)

    assert looks(read_bytes(drawn(draw), "a.pdf", "d").paragraphs()) == [("削る文", "s")]


def test_text_that_is_printed_twice_to_look_bold_is_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "太い")
        canvas.drawString(72.3, 700, "太い")

    assert looks(read_bytes(drawn(draw), "a.pdf", "d").paragraphs()) == [("太い", "b")]


def test_headers_footers_and_page_numbers_are_running_and_out_of_the_table() -> None:
    rows = tuple((f"項目{number}", LONG) for number in range(14))
    blocks = of_parts(table("", *rows), header="様式4 令和4年4月")
    assert len(grids(blocks)) > 1
    pages = len({paragraph.place.where for paragraph in blocks.paragraphs()})
    assert running(blocks) == [
        text for page in range(1, pages + 1) for text in ("様式4 令和4年4月", f"- {page} -")
    ]
    printed = "".join(cell.text for grid in grids(blocks) for cell in grid.cells)
    assert printed.count("様式4") == 0 and printed.count("項目") == 14


def test_a_cell_that_goes_on_over_a_page_is_two_cells_of_two_pages() -> None:
    blocks = of_parts(Line("前"), table("", ("対策", Cell("\n".join([LONG] * 14)))))
    first, second = grids(blocks)
    assert (first.place.where, second.place.where) == ("p1", "p2")
    assert (1 if (0, 0) not in cells(second) else 0) == 1
    joined = cells(first)[0, 1].replace("\n", "") + cells(second)[0, 1].replace("\n", "")
    assert joined == LONG * 14


def test_a_page_number_alone_is_no_text_of_the_page() -> None:
    blocks = of_parts(Line("甲"), Break(), Line("乙"))
    assert running(blocks) == ["- 1 -", "- 2 -"]


def test_characters_without_an_embedded_font_are_read() -> None:
    content = drawn(lambda canvas: canvas.drawString(72, 700, "個人情報　１２　髙﨑"))
    assert texts(read_bytes(content, "a.pdf", "d")) == ["個人情報　１２　髙﨑"]


def test_a_frame_around_text_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(60, 680, 200, 40)
        canvas.drawString(72, 700, "枠の中")

    blocks = read_bytes(drawn(draw), "a.pdf", "d")
    assert (grids(blocks), texts(blocks)) == ([], ["枠の中"])


def test_a_label_that_is_set_downwards_is_one_text() -> None:
    def draw(canvas: Canvas) -> None:
        for x in (60, 90, 300):
            canvas.line(x, 600, x, 720)
        for y in (600, 720):
            canvas.line(60, y, 300, y)
        for place, sign in enumerate("対象者"):
            canvas.drawString(70, 700 - 14 * place, sign)
        canvas.drawString(100, 700, "利用登録をした者")

    (grid,) = grids(read_bytes(drawn(draw), "a.pdf", "d"))
    assert cells(grid) == {(0, 0): "対象者", (0, 1): "利用登録をした者"}


def test_a_page_without_text_among_others_is_listed() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "本文")
        canvas.showPage()
        picture(canvas)

    blocks = read_bytes(drawn(draw), "a.pdf", "d")
    found = [(entry.code, entry.place.where) for entry in blocks.unread]
    assert found == [("page_without_text", "p2")]


def test_turned_text_is_listed_and_not_mixed_in() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "本文")
        canvas.rotate(90)
        canvas.setFont(FONT, 10)
        canvas.drawString(300, -500, "回した")

    blocks = read_bytes(drawn(draw), "a.pdf", "d")
    assert texts(blocks) == ["本文"]
    assert [entry.code for entry in blocks.unread] == ["turned_text"]


def test_a_pdf_that_is_locked_against_changes_only_is_read() -> None:
    """The first library maps no character of it: the names in its fonts are enciphered too."""
    from reportlab.lib.pdfencrypt import StandardEncryption

    lock = StandardEncryption("", ownerPassword="owner", canCopy=0)
    content = drawn(lambda canvas: canvas.drawString(72, 700, "氏名及び住所"), encrypt=lock)
    assert texts(read_bytes(content, "a.pdf", "d")) == ["氏名及び住所"]


def test_a_page_that_is_turned_for_wide_tables_is_read_as_it_is_shown() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(595, 0)
        canvas.rotate(90)
        canvas.setFont(FONT, 10)
        canvas.drawString(72, 300, "横向きの表題")
        for x in (60, 160, 300):
            canvas.line(x, 200, x, 240)
        for y in (200, 240):
            canvas.line(60, y, 300, y)
        canvas.drawString(70, 215, "甲")
        canvas.drawString(170, 215, "乙")

    blocks = read_bytes(drawn(draw), "a.pdf", "d")
    assert texts(blocks)[0] == "横向きの表題"
    assert cells(grids(blocks)[0]) == {(0, 0): "甲", (0, 1): "乙"}


def test_a_label_put_on_a_page_afterwards_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 600, "本文")
        canvas.freeTextAnnotation("資料3-1", look, [400, 700, 500, 720])

    look = "/Helv 10 Tf"
    assert texts(read_bytes(drawn(draw), "a.pdf", "d")) == ["資料3-1", "本文"]
    look = ""  # which the library cannot parse
    blocks = read_bytes(drawn(draw), "a.pdf", "d")
    assert texts(blocks) == ["本文"]
    assert [entry.code for entry in blocks.unread] == ["annotations"]


def test_borders_in_pieces_do_not_underline_the_text_above_them() -> None:
    def draw(canvas: Canvas) -> None:
        for x in (60, 300):
            canvas.line(x, 600, x, 660)
        canvas.line(160, 600, 160, 630)
        for y in (600, 630, 660):
            for left, right in ((60, 160), (160, 300)):
                canvas.rect(left, y - 0.25, right - left, 0.5, stroke=0, fill=1)
        canvas.drawString(64, 633, "二つの列に渡る見出しの欄の文字を枠の際まで置いたもの")
        canvas.drawString(64, 603, "甲")
        canvas.drawString(164, 603, "乙")

    blocks = read_bytes(drawn(draw), "a.pdf", "d")
    assert {look for _, look in looks(blocks.paragraphs())} == {""}
    assert [(c.row, c.column, c.columns) for c in grids(blocks)[0].cells] == [
        (0, 0, 2),
        (1, 0, 1),
        (1, 1, 1),
    ]


def test_rules_of_dots_make_a_table() -> None:
    def dots(canvas: Canvas, x: float, y: float, across: float, down: float) -> None:
        for step in range(int(max(across, down) / 1.5)):
            left, bottom = (x + 1.5 * step, y) if across else (x, y + 1.5 * step)
            canvas.rect(left, bottom, 0.75, 0.75, stroke=0, fill=1)

    def draw(canvas: Canvas) -> None:
        for y in (600, 630, 660):
            dots(canvas, 60, y, 240, 0)
        for x in (60, 160, 300):
            dots(canvas, x, 600, 0, 60)
        for x, y, text in ((70, 640, "甲"), (170, 640, "乙"), (70, 610, "丙"), (170, 610, "丁")):
            canvas.drawString(x, y, text)

    blocks = read_bytes(drawn(draw), "a.pdf", "d")
    assert [cells(grid) for grid in grids(blocks)] == [
        {(0, 0): "甲", (0, 1): "乙", (1, 0): "丙", (1, 1): "丁"}
    ]


def line(text: str, top: float = 0, left: float = 50) -> drawing.Line:
    return drawing.Line((Span(text),), left, left + 10 * len(text), top, top + 10, 10)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        # The edge stands at 200: fifteen signs from 50.
        ((line("あ" * 15), line("い", 14)), ["あ" * 15 + "い"]),
        ((line("あ" * 13), line("いう", 14)), ["あ" * 13, "いう"]),
        ((line("あ" * 13), line("「い」う", 14)), ["あ" * 13 + "「い」う"]),
        ((line("あ" * 15), line("ア い", 14)), ["あ" * 15, "ア い"]),
        ((line("（" + "あ" * 14), line("ム）い", 14)), ["（" + "あ" * 14 + "ム）い"]),
        ((line("あ" * 15), line("い", 60)), ["あ" * 15, "い"]),
        ((line("あ" * 15), line("い", 14, 70)), ["あ" * 15, "い"]),
        ((line("１ " + "あ" * 13), line("い", 14, 70)), ["１ " + "あ" * 13 + "い"]),
        ((line("a" * 15), line("b", 14)), ["a" * 15 + " b"]),
        ((line("対"), line("象", 14), line("者", 28)), ["対象者"]),
        ((), []),
    ],
)
def test_lines_are_joined_where_they_were_wrapped(
    lines: tuple[drawing.Line, ...], found: list[str]
) -> None:
    joined = drawing.joined(list(lines), 200)
    assert ["".join(span.text for span in spans) for spans in joined] == found
