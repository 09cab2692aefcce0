"""What must hold for any text, table and broken file."""

from __future__ import annotations

import csv
import io
from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import cells, docx, grids, lines, of_text, p, texts

from nagarezu.importing.blocks import Grid
from nagarezu.importing.sources import NotReadable, read_bytes
from nagarezu.importing.sources.docx_numbers import written
from nagarezu.importing.sources.pdf_lines import Line, joined

PRINTED = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=20
)
_PARTS = "<*&#|｜│┃¦／/!,;\"'\t"  # of markup, or what parts the fields of a table
PLAIN = PRINTED.filter(lambda text: not set(_PARTS) & set(text) and text.strip())
RAGGED = st.lists(st.lists(PLAIN, min_size=2, max_size=4), min_size=1, max_size=6)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@QUICK
@given(st.lists(PLAIN | st.just(""), max_size=20))
def test_every_line_is_found_at_its_number(written_lines: list[str]) -> None:
    content = "\n".join(written_lines).encode()
    expected = [(str(n), line) for n, line in enumerate(written_lines, start=1) if line.strip()]
    if expected:
        assert lines(read_bytes(content, "a.txt", "d")) == expected


@QUICK
@given(RAGGED)
def test_csv_is_read_as_it_was_written(rows: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    (grid,) = grids(read_bytes(out.getvalue().encode(), "a.csv", "d"))
    assert cells(grid) == {
        (row, column): text for row, entry in enumerate(rows) for column, text in enumerate(entry)
    }


@QUICK
@given(RAGGED)
def test_html_and_word_tables_hold_what_was_written(rows: list[list[str]]) -> None:
    expected = {
        (row, column): text.strip(" \t")
        for row, entry in enumerate(rows)
        for column, text in enumerate(entry)
    }
    html = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in rows)
    (grid,) = grids(of_text(f"<table>{html}</table>"))
    assert {place: text.strip() for place, text in cells(grid).items()} == {
        place: text.strip() for place, text in expected.items()
    }
    xml = "".join(
        "<w:tr>" + "".join(f"<w:tc>{p(f'甲{n}')}</w:tc>" for n, _ in enumerate(row)) + "</w:tr>"
        for row in rows
    )
    (table,) = grids(read_bytes(docx(f"<w:tbl>{xml}</w:tbl>"), "a.docx", "d"))
    assert set(cells(table)) == set(expected)


@QUICK
@given(st.text(max_size=300))
def test_places_ascend_and_cells_do_not_overlap_in_any_text(text: str) -> None:
    with suppress(NotReadable):
        blocks = read_bytes(text.encode("utf-8", "replace"), "a.txt", "d")
        orders = [block.place.order for block in blocks.blocks]
        assert orders == sorted(orders)
        for block in blocks.blocks:
            if isinstance(block, Grid):
                taken = [
                    (cell.row + down, cell.column + right)
                    for cell in block.cells
                    for down in range(cell.rows)
                    for right in range(cell.columns)
                ]
                assert len(taken) == len(set(taken))
                assert all(row < block.rows and col < block.columns for row, col in taken)


@QUICK
@given(st.integers(0, 400), st.binary(max_size=40))
def test_a_damaged_word_document_is_read_or_refused(position: int, rubbish: bytes) -> None:
    whole = docx(p("甲") + f"<w:tbl><w:tr><w:tc>{p('乙')}</w:tc></w:tr></w:tbl>")
    broken = whole[:position] + rubbish + whole[position + len(rubbish) :]
    with suppress(NotReadable):
        assert set(texts(read_bytes(broken, "a.docx", "d"))) <= {"甲", "乙"}


@QUICK
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.csv", "a.docx", "a.xlsx"]))
def test_any_bytes_are_read_or_refused(content: bytes, name: str) -> None:
    with suppress(NotReadable):
        read_bytes(content, name, "d")


@QUICK
@given(st.integers(1, 400))
def test_numbers_of_lists_differ(number: int) -> None:
    for kind in ("decimal", "aiueoFullWidth", "decimalEnclosedCircle", "lowerLetter", "upperRoman"):
        if number < 399:
            assert written(number, kind) != written(number + 1, kind)


@QUICK
@given(st.lists(st.integers(1, 40), min_size=1, max_size=12))
def test_joining_wrapped_lines_loses_no_sign(widths: list[int]) -> None:
    from nagarezu.importing.blocks import Span

    made = [
        Line((Span("字" * width),), 50, 50 + 10 * width, 20 * n, 20 * n + 10, 10)
        for n, width in enumerate(widths)
    ]
    found = joined(made, 450)
    assert "".join(span.text for spans in found for span in spans) == "字" * sum(widths)
