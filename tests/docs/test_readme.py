"""What the READMEs show is what the program prints: their code is run and its output compared."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READMES = ("README.md", "README.ja.md")
EXAMPLE = re.compile(r"```python\n(?P<code>.*?)```.*?```text\n(?P<shown>.*?)```", re.DOTALL)


@pytest.mark.parametrize("name", READMES)
def test_the_example_prints_what_is_shown(name: str) -> None:
    example = EXAMPLE.search((ROOT / name).read_text(encoding="utf-8"))
    assert example, "there is no python block with a text block behind it"
    done = subprocess.run(
        [sys.executable, "-c", example["code"]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.stderr == ""
    assert done.stdout == example["shown"]
    assert done.returncode == 0


@pytest.mark.parametrize("name", READMES)
def test_links_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#:]+)\)|(?:src|href)=\"([^\":#]+)\"", text)
    links = [one or other for one, other in targets]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", READMES)
def test_the_table_list_is_complete(name: str) -> None:
    """Each table of docs/tables.md has its row, in its order, and no other is promised."""
    contract = (ROOT / "docs/tables.md").read_text(encoding="utf-8")
    tables = [
        row for row in re.findall(r"^\| ([a-z_]+) \|", contract, re.MULTILINE) if row != "table"
    ]
    assert tables
    shown = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z_]+)` \|", shown, re.MULTILINE) == tables
