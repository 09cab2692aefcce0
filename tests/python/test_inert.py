"""Hostile labels come out as text in every format, and nothing of them is lost."""

from __future__ import annotations

import csv
import html.parser
import io
import json
import re

import pytest
from frames import HOSTILE, hostile_table
from hypothesis import given
from hypothesis import strategies as st

from nagarezu import inert
from nagarezu.markup import Markup, element, escape

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
HIDDEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2069\ufeff\u2028"


def numeric(text: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?(e[+-]?\d+)?", text) is not None


@pytest.mark.parametrize("code", [*range(0x20), 0x7F, *range(0x80, 0xA0), *map(ord, HIDDEN)])
def test_what_cannot_be_seen_is_shown(code: int) -> None:
    shown = inert.visible(f"a{chr(code)}b")
    assert chr(code) not in shown
    assert shown.startswith("a")
    assert shown.endswith("b")
    assert len(shown) > 2


def test_what_a_name_is_written_with_stays() -> None:
    for name in ("𠮷野家", "葛\U000e0100飾区", "辻\ufe00", "が", "か\u3099", "塚"):
        assert inert.visible(name) == name


@pytest.mark.parametrize("label", HOSTILE)
def test_json_loses_nothing_and_hides_nothing(label: str) -> None:
    text = inert.json_text({"label": label})
    assert json.loads(text) == {"label": label}
    assert not re.search(f"[{HIDDEN}\x00-\x09\x0b-\x1f]", text)


@given(st.text())
def test_json_is_lossless_for_all_text(label: str) -> None:
    assert json.loads(inert.json_text([label])) == [label]


@given(st.text())
def test_no_csv_field_starts_a_formula_or_breaks_its_line(label: str) -> None:
    field = inert.csv_text(label)
    assert not field.lstrip(" \u3000").startswith(FORMULA)
    assert "\n" not in field
    assert "\r" not in field


def test_csv_keeps_real_negative_numbers() -> None:
    rows = list(csv.reader(io.StringIO(hostile_table().to_csv())))
    assert [row[3] for row in rows[1:4]] == ["0", "-1", "-2"]
    labels = [row[2] for row in rows[1:]]
    assert labels[2] == "'=cmd|' /C calc'!A0"
    assert labels[3] == "'＝１＋１"
    assert labels[7] == "'␉=1"
    assert labels[12] == "two␊lines"
    assert all(numeric(row[3]) for row in rows[1:])


def test_csv_for_excel_has_a_mark_and_its_line_ends() -> None:
    text = hostile_table().to_csv(excel=True)
    assert text.startswith("\ufeffcase,")
    assert text.count("\r\n") == text.count("\n") == len(HOSTILE) + 1


class Reader(html.parser.HTMLParser):
    """Elements, attributes and text of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@given(st.text())
def test_html_text_stays_text(label: str) -> None:
    reader = Reader()
    reader.feed(element("p", label, title=label).text)
    reader.close()
    assert reader.elements == [("p", {"title": inert.visible(label)})]
    assert "".join(reader.texts) == inert.visible(label)


def test_only_markup_is_written_as_it_is() -> None:
    assert escape("<b>") == "&lt;b&gt;"
    assert escape(Markup("<b>")) == "<b>"
    with pytest.raises(ValueError, match="attribute"):
        element("p", **{"onclick=x": "1"})


@pytest.mark.parametrize("label", HOSTILE)
def test_markdown_has_no_live_markup(label: str) -> None:
    text = inert.markdown(label)
    assert "\n" not in text
    assert "<" not in text
    assert not re.search(r"(?<!\\)[|`*_\[\]~!]", text)
    assert "://" not in text
    assert "@" not in text
    assert not re.search(r"(?i)www\.", text)


def test_a_markdown_table_has_as_many_cells_in_every_row() -> None:
    lines = [line for line in hostile_table().to_markdown().splitlines() if line.startswith("|")]
    counts = {len(re.findall(r"(?<!\\)\|", line)) for line in lines}
    assert len(lines) == len(HOSTILE) + 2
    assert len(counts) == 1


def test_plain_text_has_no_control_characters() -> None:
    assert not re.search(f"[{HIDDEN}\x00-\x09\x0b-\x1f\x7f-\x9f]", hostile_table().to_text())
