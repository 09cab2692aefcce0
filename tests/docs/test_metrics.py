"""Every metric has its section: a heading that names it, in a page on what is computed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = ("metrics.md", "review.md")


def sections() -> dict[str, str]:
    """The text below each heading, by the ids of the metrics that it is about."""
    found: dict[str, str] = {}
    for page in PAGES:
        path = DOCS / page
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        for heading, body in re.findall(r"^##+ (.+)\n((?:(?!^##).*\n?)*)", text, re.MULTILINE):
            opening = body.strip()[:4]  # a section may also begin with the metric's id
            for metric in re.findall(r"M\d\d", f"{heading} {opening}"):
                found[metric] = body
    return found


@pytest.mark.parametrize("metric", [f"M{number:02}" for number in range(1, 23)])
def test_the_metric_has_a_section(metric: str) -> None:
    assert len(sections().get(metric, "").split()) > 20, f"no section on {metric}"
