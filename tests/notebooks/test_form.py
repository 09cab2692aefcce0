"""Notebooks are read before they are run: no outputs, no functions, short cells, two languages."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
LONGEST_CELL = 15

JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
LATIN_WORD = re.compile("[A-Za-z]{3,}")


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def cells(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    return list(json.loads(request.param.read_text(encoding="utf-8"))["cells"])


def code_of(cells: list[dict[str, Any]]) -> list[str]:
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


def test_the_outputs_are_stripped(cells: list[dict[str, Any]]) -> None:
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert code
    assert [cell["id"] for cell in code if cell["outputs"] or cell["execution_count"]] == []


def test_no_cell_defines_a_function_or_a_class(cells: list[dict[str, Any]]) -> None:
    definitions = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda
    found = [
        node.lineno
        for text in code_of(cells)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, definitions)
    ]
    assert found == []


def test_cells_are_short(cells: list[dict[str, Any]]) -> None:
    assert max(text.count("\n") + 1 for text in code_of(cells)) <= LONGEST_CELL


def test_no_cell_changes_global_plot_settings(cells: list[dict[str, Any]]) -> None:
    assert [text for text in code_of(cells) if "rcParams" in text or "plt.rc(" in text] == []


def test_every_heading_is_japanese_with_english_beside_it(cells: list[dict[str, Any]]) -> None:
    headings = [
        line
        for cell in cells
        if cell["cell_type"] == "markdown"
        for line in "".join(cell["source"]).splitlines()
        if line.startswith("#")
    ]
    assert headings
    assert [line for line in headings if not JAPANESE.search(line)] == []
    assert [line for line in headings if not LATIN_WORD.search(line)] == []
