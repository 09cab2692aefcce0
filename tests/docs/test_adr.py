"""Decisions stay one page, say what they cost, and are found from their index."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "adr"
PAGES = sorted(FOLDER.glob("[0-9]*.md"))
ONE_PAGE = 75  # lines of 120 characters


def texts() -> dict[str, str]:
    assert PAGES
    return {page.name: page.read_text(encoding="utf-8") for page in PAGES}


def test_each_decision_has_a_number_of_its_own_and_carries_it() -> None:
    numbers = [name[:4] for name in texts()]
    assert len(numbers) == len(set(numbers))
    assert [name for name, text in texts().items() if not text.startswith(f"# {name[:4]} ")] == []


def test_each_decision_says_what_follows_from_it() -> None:
    assert [name for name, text in texts().items() if "\n## Consequences" not in text] == []


def test_each_decision_fits_on_a_page() -> None:
    assert [name for name, text in texts().items() if text.count("\n") > ONE_PAGE] == []


def test_the_index_lists_every_decision() -> None:
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"\]\((\d{4}[^)]*\.md)\)", index) == list(texts())
