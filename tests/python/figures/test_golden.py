"""Figures against golden files. `NAGAREZU_GOLDEN=write` writes them anew, to be read.

Of a flow map only structure and text are kept: another release of the layout engine may move boxes.
"""

from __future__ import annotations

import os
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from figure_drafts import SVG, Draft, tree
from frames import HOSTILE
from test_charts import bars, periods
from test_flow_map import draw, small

from nagarezu.report.figures import concentration, timeline

GOLDEN = Path(__file__).parents[2] / "golden" / "figures"
PLACES = frozenset(
    {
        *("x", "y", "width", "height", "points", "rx", "viewBox", "transform", "textLength"),
        *("font-size", "id", "aria-labelledby"),
    }
)


def hostile() -> Draft:
    draft = Draft()
    for i, label in enumerate(HOSTILE):
        draft.holder(f"h{i}", label, tier=i % 3)
    for i in range(len(HOSTILE) - 1):
        draft.flow(f"h{i}", f"h{i + 1}")
    return draft


def structure(svg: str) -> str:
    """One line an element: its depth, name, attributes other than places, and text."""
    lines: list[str] = []

    def visit(element: ET.Element, depth: int) -> None:
        kept = [f"{k}={v}" for k, v in sorted(element.attrib.items()) if k not in PLACES]
        name = element.tag.removeprefix(SVG)
        text = (element.text or "").strip()
        lines.append(" ".join(["  " * depth + name, *kept, *([f"| {text}"] if text else [])]))
        for child in element:
            visit(child, depth + 1)

    visit(tree(svg), 0)
    return "\n".join(lines) + "\n"


FIGURES: dict[str, Callable[[], str]] = {
    "flow-map.txt": lambda: structure(draw(small()).svg),
    "flow-map-en.txt": lambda: structure(draw(small(), "en").svg),
    "flow-map-hostile.txt": lambda: structure(draw(hostile()).svg),
    "timeline.svg": lambda: (
        timeline(
            periods(
                ("契約", "2019-04-01", "FY2019"),
                ("作業", "2019-11", None),
                (HOSTILE[0], None, None),
            )
        ).svg
    ),
    "concentration.svg": lambda: (
        concentration(bars(("h1", 12, 16), ("h2", 3, None), (HOSTILE[1], 0, None))).svg
    ),
}


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_golden(name: str) -> None:
    path, actual = GOLDEN / name, FIGURES[name]()
    if os.environ.get("NAGAREZU_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(actual, encoding="utf-8", newline="\n")
    assert actual == path.read_text(encoding="utf-8")


def test_every_golden_file_is_tested() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(FIGURES)
