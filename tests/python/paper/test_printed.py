"""Two pages, really: as the PDF writer sets them, for real and for stretched cases."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from paper_drafts import case
from paper_trees import REAL, document, of_content

from nagarezu.languages import Lang
from nagarezu.report import render
from nagarezu.report.tree import Document, Heading, Section

STRETCHED: dict[str, dict[str, Any]] = {
    "sixty holders": case(holders=60, items=70),
    "long labels": case(holders=4, items=40, label="長" * 120),
    "nothing known": case(holders=12, items=12, known=False),
    "nobody": case(holders=0),
}


def pages_of_front(built: Document) -> int:
    """How many pages the first section takes. What follows is left out, so that it is quick."""
    after = Section((Heading(1, "次の部", "after"),))
    pdf = pypdfium2.PdfDocument(render(replace(built, sections=(built.sections[0], after)), ".pdf"))
    texts = [pdf[page].get_textpage().get_text_range() for page in range(len(pdf))]
    assert "次の部" in texts[-1]
    return len(texts) - 1


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_real_cases_fill_two_pages(path: Path, lang: Lang) -> None:
    assert pages_of_front(document(path, lang=lang, box="資料1-1")) == 2


@pytest.mark.parametrize("name", STRETCHED)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_stretched_cases_keep_to_two_pages(name: str, lang: Lang) -> None:
    assert pages_of_front(of_content(STRETCHED[name], lang=lang)) <= 2
