"""The papers of the real cases, as structure. `NAGAREZU_GOLDEN=write` writes them anew, to read."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from paper_drafts import hostile
from paper_trees import REAL, ROOT, document, of_content, outline

from nagarezu.report.tree import Document

GOLDEN = ROOT / "tests" / "golden" / "paper"


def compare(name: str, built: Document) -> None:
    written = json.dumps(outline(built), ensure_ascii=False, indent=1) + "\n"
    path = GOLDEN / f"{name}.json"
    if os.environ.get("NAGAREZU_GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == written


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_tree_of_a_real_case(path: Path, lang: str) -> None:
    compare(f"{path.stem}-{lang}", document(path, lang=lang, box="資料1-1"))


def test_the_tree_of_the_volume() -> None:
    compare("volume-ja", document(*REAL, box="資料1"))


def test_the_tree_of_hostile_labels() -> None:
    compare("hostile-ja", of_content(hostile()))


def test_there_are_no_golden_files_of_other_names() -> None:
    names = {f"{path.stem}-{lang}.json" for path in REAL for lang in ("ja", "en")}
    assert {path.name for path in GOLDEN.iterdir()} == names | {"volume-ja.json", "hostile-ja.json"}
