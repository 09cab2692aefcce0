"""Text with what OCR leaves in it: lines as places, leftover markup, tables of three kinds."""

from __future__ import annotations

from pathlib import Path

import pytest
from made import cells, grids, lines, looks, of_text, texts

from nagarezu.importing.blocks import Grid, Paragraph
from nagarezu.importing.sources import NotReadable, read, read_bytes

SEEDS = Path(__file__).resolve().parents[5] / "shared" / "seeds"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_is_a_paragraph_and_its_number_is_the_place(end: str) -> None:
    blocks = of_text(end.join(["件名", "", "　目的　その１", ""]))
    assert lines(blocks) == [("1", "件名"), ("3", "　目的　その１")]
    assert [str(block.place) for block in blocks.blocks] == ["d:1", "d:3"]
    assert blocks.blocks[0].place < blocks.blocks[1].place


@pytest.mark.parametrize(
    ("encoding", "stated"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("cp932", "cp932"), ("utf-16", "utf-16-le")],
)
def test_bytes_are_read_as_bom_then_utf8_then_cp932_and_say_so(encoding: str, stated: str) -> None:
    blocks = read_bytes("髙橋①ー〜".replace("〜", "～").encode(encoding), "a.txt", "d")
    assert (texts(blocks), blocks.encoding) == (["髙橋①ー～"], stated)


def test_bytes_of_no_encoding_are_refused() -> None:
    with pytest.raises(NotReadable) as refused:
        read_bytes(b"\x81\xff\xfe\xa0\x80", "a.txt", "d")
    assert refused.value.reason == "encoding"


def test_a_form_feed_parts_paragraphs_but_ends_no_line() -> None:
    assert lines(of_text("一\f二\n三")) == [("1", "一"), ("1", "二"), ("2", "三")]


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("<p>甲</p> <p>乙</p>", ["甲", "乙"]),
        ('<ol style="list-style-type: none">3 甲</ol>', ["3 甲"]),
        ("<ul><li>甲</li><li>乙", ["甲", "乙"]),
        ("甲<br/>乙", ["甲", "乙"]),
        ("甲</p>乙</u>丙", ["甲", "乙丙"]),
        ("<選択肢> 1) 甲 <当区における措置>", ["<選択肢> 1) 甲 <当区における措置>"]),
        ("a < b, c > d", ["a < b, c > d"]),
        ("甲&amp;乙&lt;p&gt;", ["甲&乙<p>"]),
        ('[<input checked="" type="radio"/>] 甲 [<input type="radio"/>] 乙', ["[○] 甲 [] 乙"]),
        ('<input type="checkbox" checked> 甲 <input type="checkbox"> 乙', ["☑ 甲 □ 乙"]),
        ("甲**乙", ["甲**乙"]),
        ("<!-- page 2 -->", []),
        ("<script>alert(1)</script>", ["<script>alert(1)</script>"]),
    ],
)
def test_leftover_markup_is_cleaned_and_what_the_paper_prints_stays(
    printed: str, found: list[str]
) -> None:
    assert texts(of_text(printed)) == found


def test_what_was_cleaned_is_kept_beside_it() -> None:
    (paragraph,) = of_text("<p>甲</p>").paragraphs()
    assert (paragraph.text, paragraph.printed) == ("甲", "<p>甲</p>")
    (paragraph,) = of_text("甲").paragraphs()
    assert paragraph.printed == ""


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("一<u>二</u>三", [("一", ""), ("二", "u"), ("三", "")]),
        ("一**二**三", [("一", ""), ("二", "b"), ("三", "")]),
        ("<u>**一**二</u>", [("一", "bu"), ("二", "u")]),
        ("<strong><u>一</u></strong><s>二</s>", [("一", "bu"), ("二", "s")]),
        ("**<u>一</u>二**三", [("一", "bu"), ("二", "b"), ("三", "")]),
        ("一<u>二", [("一", ""), ("二", "u")]),
        ("<p>一<u>二</p><p>三</p>", [("一", ""), ("二", "u"), ("三", "")]),
        ("<U>一</U>", [("一", "u")]),
    ],
)
def test_stated_emphasis_becomes_spans(printed: str, found: list[tuple[str, str]]) -> None:
    assert looks(of_text(printed).paragraphs()) == found


def test_an_unclosed_tag_ends_with_its_line() -> None:
    assert looks(of_text("<u>一\n二").paragraphs()) == [("一", "u"), ("二", "")]


def test_a_heading_of_markdown_has_a_level() -> None:
    (paragraph,) = of_text("## 事業の概要").paragraphs()
    assert (paragraph.text, paragraph.level) == ("事業の概要", 2)


def test_rows_between_tabs_are_a_grid_with_a_line_for_each_row() -> None:
    blocks = of_text("前\n件名\t甲\n----\t---\n\t<p>乙</p> <p>丙</p>\n後")
    before, grid, after = blocks.blocks
    assert isinstance(grid, Grid) and isinstance(before, Paragraph) and isinstance(after, Paragraph)
    assert cells(grid) == {(0, 0): "件名", (0, 1): "甲", (1, 1): "乙\n丙"}
    assert [cell.place.where for cell in grid.cells] == ["2", "2", "4"]
    assert before.place < grid.place < grid.cells[0].place < after.place


def test_a_shifted_column_stays_where_it_is_printed() -> None:
    (grid,) = grids(of_text("甲\t○\t対策1\n\t○\t対策2\n○\t対策3"))
    assert cells(grid)[1, 1] == "○" and cells(grid)[2, 0] == "○"


@pytest.mark.parametrize(
    "text", ["\t字下げの文", "１\t概要", "（1）\t氏名\n（2）\t住所", "ア\t申請", "・\t甲", "①\t乙"]
)
def test_a_tab_behind_a_number_or_an_indentation_makes_no_table(text: str) -> None:
    assert grids(of_text(text)) == []


def test_a_single_row_goes_on_with_the_table_before_it() -> None:
    blocks = of_text("対策\t【運用上の対策】\n\n9\n\n\t<p>続き</p>")
    assert [cells(grid) for grid in grids(blocks)] == [
        {(0, 0): "対策", (0, 1): "【運用上の対策】"},
        {(0, 1): "続き"},
    ]


def test_rows_between_bars_are_a_grid() -> None:
    (grid,) = grids(of_text("| 番号 | 名称 |\n|---|:---:|\n| 1 | a\\|b |\n| | 丙 |"))
    assert cells(grid) == {(0, 0): "番号", (0, 1): "名称", (1, 0): "1", (1, 1): "a|b", (2, 1): "丙"}


def test_rows_may_have_no_bars_at_their_ends() -> None:
    (grid,) = grids(of_text("修正箇所 | 頁 | 理由\n①名称 | 5 |\n本文"))
    assert cells(grid) == {
        (0, 0): "修正箇所",
        (0, 1): "頁",
        (0, 2): "理由",
        (1, 0): "①名称",
        (1, 1): "5",
    }
    assert grids(of_text("甲 | 乙")) == []  # one row of two may be a heading


def test_a_bar_within_a_sentence_makes_no_table() -> None:
    assert grids(of_text("甲|乙")) == []


def test_bars_at_the_ends_of_lines_part_nothing_and_stay() -> None:
    written = ["担当課¦", "事業名¦", "対象者¦"]
    assert [text for _, text in lines(of_text("\n".join(written)))] == written


def test_html_tables_have_spans_and_the_line_of_each_cell() -> None:
    text = (
        '前<table border="1">\n<tr><th rowspan="2">甲</th><td colspan=2>乙</td></tr>\n'
        "<tr><td>丙</td><td>丁<br>戊</td></tr>\n</table>後"
    )
    blocks = of_text(text)
    (grid,) = grids(blocks)
    assert [(c.row, c.column, c.rows, c.columns, c.text, c.place.where) for c in grid.cells] == [
        (0, 0, 2, 1, "甲", "2"),
        (0, 1, 1, 2, "乙", "2"),
        (1, 1, 1, 1, "丙", "3"),
        (1, 2, 1, 1, "丁\n戊", "3"),
    ]
    assert lines(blocks)[0] == ("1", "前") and lines(blocks)[-1] == ("4", "後")


def test_an_html_table_that_never_ends_is_read_to_the_end() -> None:
    (grid,) = grids(of_text("<table><tr><td>甲<td>乙\n<tr><td>丙"))
    assert cells(grid) == {(0, 0): "甲", (0, 1): "乙", (1, 0): "丙"}


def test_a_table_within_a_cell_of_html_is_part_of_that_cell() -> None:
    text = "<table><tr><td>甲<table><tr><td>乙</td></tr></table>丙</td></tr></table>"
    (grid,) = grids(of_text(text))
    assert cells(grid) == {(0, 0): "甲\n乙\n丙"}


def test_a_span_that_claims_more_rows_than_there_are_is_cut() -> None:
    (grid,) = grids(of_text("<table><tr><td rowspan=999999 colspan=999999>甲</td></tr></table>"))
    assert (grid.rows, grid.columns) == (1, 1000)


def test_a_picture_is_noted_and_not_read() -> None:
    blocks = of_text("甲\n![図](images/1.png)")
    assert texts(blocks) == ["甲"]
    assert [(entry.code, entry.place.where) for entry in blocks.unread] == [("picture", "2")]


def test_empty_lines_between_all_lines_part_nothing() -> None:
    lines_of = [*(f"{n}　段落" for n in range(1, 13)), "項目\t保存", "氏名\t5年"]
    apart, close = of_text("\n\n".join(lines_of)), of_text("\n".join(lines_of))
    assert [where for where, _ in lines(apart)[:3]] == ["1", "3", "5"]
    assert [cells(grid) for grid in grids(apart)] == [cells(grid) for grid in grids(close)]
    assert len(grids(close)) == 1
    assert len(grids(of_text("\n\n".join(lines_of) + "\n次の行"))) == 2


def test_nothing_is_normalised() -> None:
    hostile = "塚\ufa10 １０\u200b\u202e‮=cmd|'/C calc'!A0 ⼾"
    assert texts(of_text(hostile)) == [hostile]


def test_each_printed_sign_of_the_real_documents_is_in_their_blocks() -> None:
    """Beside markup and rules under heads nothing may be lost, and lines must be those printed."""
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text(encoding="utf-8").split("\n")
        for paragraph in read(path, "d").paragraphs():
            printed = paragraph.printed or paragraph.text
            assert printed.strip() in text[int(paragraph.place.where) - 1]
        kept = "".join(texts(read(path, "d")))
        for sign in ("○", "個", "【", "①", "1"):
            assert kept.count(sign) >= "".join(text).count(sign)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "┌──┬────┐\n│番号│項目    │\n├──┼────┤\n│1   │氏名    │\n│2   │住所    │\n└──┴────┘",
            [["番号", "項目"], ["1", "氏名"], ["2", "住所"]],
        ),
        (
            "+----+----+\n| a  | b  |\n+====+====+\n| 1  | 氏 |\n|    | 名 |\n"
            "+----+----+\n| 2  | 住 |\n+----+----+",
            [["a", "b"], ["1", "氏名"], ["2", "住"]],
        ),
        (
            "┏━━┳━━┓\n┃対象┃申請┃\n┃　　┃した┃\n┃　　┃者　┃\n┣━━╋━━┫\n"
            "┃項目┃氏名┃\n┣━━╋━━┫\n┃方法┃紙　┃\n┗━━┻━━┛",
            [["対象", "申請した者"], ["項目", "氏名"], ["方法", "紙"]],
        ),
    ],
)
def test_tables_drawn_in_lines(text: str, rows: list[list[str]]) -> None:
    (table,) = grids(of_text(text))
    found = [[cells(table)[row, at] for at in range(2)] for row in range(table.rows)]
    assert found == rows


def test_bars_between_two_rules_are_no_drawn_table() -> None:
    assert not grids(of_text("┌──\n甲 │ 乙\n└──\n"))
