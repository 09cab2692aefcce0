"""Outlines of Word files against golden files. `NAGAREZU_GOLDEN=write` writes them anew."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from frames import HOSTILE
from word_files import outline
from word_papers import body, paper, sample, table, wide

from nagarezu.report.docx import docx
from nagarezu.report.tree import Document, Listing, Run, TableBlock

GOLDEN = Path(__file__).parent / "golden"


def hostile() -> Document:
    cells = [(label, number) for number, label in enumerate(HOSTILE)]
    blocks = [body(label) for label in HOSTILE]
    listed = table([HOSTILE[0], "番号"], cells, title=HOSTILE[2], notes=HOSTILE[:3])
    return paper(*blocks, TableBlock(listed, HOSTILE[1]), title=HOSTILE[0], box=HOSTILE[9])


def large() -> Document:
    """Fifty-two numbers, and a table that even a lying sheet holds in two parts only."""
    numbers = Listing(tuple((Run(f"{i}番"),) for i in range(1, 53)), numbered=True)
    return paper(numbers, TableBlock(wide(30, 1), "wide"))


DOCUMENTS: dict[str, Callable[[], Document]] = {
    "sample-ja.txt": lambda: sample("ja"),
    "sample-en.txt": lambda: sample("en"),
    "hostile.txt": hostile,
    "large.txt": large,
    "nothing.txt": lambda: paper(title="", box=""),
}


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_golden(name: str) -> None:
    path, actual = GOLDEN / name, outline(docx(DOCUMENTS[name]()))
    if os.environ.get("NAGAREZU_GOLDEN") == "write":
        path.write_text(actual, encoding="utf-8", newline="\n")
    assert actual == path.read_text(encoding="utf-8")


def test_every_golden_file_is_tested() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(DOCUMENTS)
