"""Display components against golden files. `NAGAREZU_GOLDEN=write` writes them anew, to be read."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from frames import HOSTILE, a_glance, coverage, frame, hostile_table, item_recipient, recipients
from test_inert import Reader

from nagarezu import display
from nagarezu.inert import visible
from nagarezu.tables import from_core

GOLDEN = Path(__file__).parents[1] / "golden" / "display"
COMPONENTS: dict[str, Callable[[], str]] = {
    "table": lambda: display.table_html(recipients()),
    "table-en": lambda: display.table_html(recipients(lang="en")),
    "table-reach": lambda: display.table_html(item_recipient()),
    "table-coverage": lambda: display.table_html(coverage()),
    "table-empty": lambda: display.table_html(
        from_core("changes", "c1", frame({"place": "text", "page": "text", "reason": "text"}, []))
    ),
    "table-hostile": lambda: display.table_html(hostile_table()),
    "case": lambda: display.glance_html(a_glance()),
    "case-en": lambda: display.glance_html(a_glance(lang="en")),
    "case-hostile": lambda: display.glance_html(a_glance(title="".join(HOSTILE))),
}


@pytest.mark.parametrize("name", sorted(COMPONENTS))
def test_golden(name: str) -> None:
    path, actual = GOLDEN / f"{name}.html", COMPONENTS[name]()
    if os.environ.get("NAGAREZU_GOLDEN") == "write":
        path.write_text(actual, encoding="utf-8", newline="\n")
    assert actual == path.read_text(encoding="utf-8")


def test_every_golden_file_is_tested() -> None:
    assert {path.stem for path in GOLDEN.glob("*.html")} == set(COMPONENTS)


@pytest.mark.parametrize("name", sorted(COMPONENTS))
def test_the_html_is_accessible_inert_and_complete(name: str) -> None:
    text = COMPONENTS[name]()
    reader = Reader()
    reader.feed(text)
    reader.close()
    tags = [tag for tag, _ in reader.elements]
    assert "script" not in tags
    assert not any(key.startswith("on") for _, attributes in reader.elements for key in attributes)
    assert tags.count("table") == tags.count("caption") == tags.count("thead")
    heads = [attributes for tag, attributes in reader.elements if tag == "th"]
    assert all(attributes.get("scope") in ("col", "row") for attributes in heads)
    assert not any("id" in attributes for _, attributes in reader.elements)
    assert not re.search(r"(?:src|href)=|url\(|@import|https?://(?!example)", text)
    for tag in ("table", "tr", "td", "th", "ul", "li", "dl", "div", "figure", "section", "p"):
        assert len(re.findall(f"<{tag}[ >]", text)) == text.count(f"</{tag}>")


def test_hostile_labels_are_shown_as_text() -> None:
    reader = Reader()
    reader.feed(display.table_html(hostile_table()))
    for label in HOSTILE:
        assert visible(label) in reader.texts


def test_the_same_table_gives_the_same_bytes() -> None:
    assert display.table_html(recipients()) == display.table_html(recipients())


def test_colours_follow_the_reader() -> None:
    assert "prefers-color-scheme: dark" in display.style().text
    rules = re.sub(r"@media[^{]*\{|/\*.*?\*/", "", display.style().text)
    selectors = re.findall(r"^\s*([^{}@<]+?)\s*\{", rules, re.MULTILINE)
    assert selectors
    assert all(part.strip().startswith(".nagarezu") for s in selectors for part in s.split(","))
