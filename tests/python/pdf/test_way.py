"""Between tree and file: the compiler, what is missing, large tables, other processes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pdf_papers import block, heading, paper, paragraph, table

import nagarezu
from nagarezu.errors import MissingExtra, MissingGlyph
from nagarezu.report.paper import of_cases
from nagarezu.report.pdf import faces, pdf
from nagarezu.report.pdf.compiler import compiled
from nagarezu.report.pdf.content import content

CASES = sorted((Path(__file__).parents[3] / "data" / "cases").glob("*.json"))


def test_a_glyph_that_only_the_compiler_misses_is_the_same_error() -> None:
    data = content(paper(paragraph("前\U0010fffd後")))
    with pytest.raises(MissingGlyph) as caught:
        compiled(data, faces.find())
    assert "U+10FFFD" in caught.value.message("ja")
    assert "前" in caught.value.message("ja")


@pytest.mark.parametrize(
    ("library", "module"), [("typst", "typst"), ("fonttools", "fontTools.ttLib")]
)
def test_a_missing_library_is_named_with_its_extra(
    library: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for function in (faces._find, faces._characters):
        function.cache_clear()
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtra) as caught:
        pdf(paper(paragraph("本文")))
    assert library in str(caught.value)
    assert "nagarezu[report]" in str(caught.value)


def test_importing_the_writer_loads_neither_library() -> None:
    code = (
        "import sys, nagarezu.report.pdf;"
        "assert not {'typst', 'fontTools'} & set(sys.modules), sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_another_process_makes_the_same_bytes() -> None:
    code = (
        "import sys, hashlib, nagarezu;"
        "from nagarezu.report.paper import of_cases; from nagarezu.report.pdf import pdf;"
        "print(hashlib.sha256(pdf(of_cases([nagarezu.load(sys.argv[1])]))).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code, str(CASES[0])],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C.UTF-8", "TZ": zone},
        ).stdout.strip()
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    here = pdf(of_cases([nagarezu.load(CASES[0])]))
    assert found == {hashlib.sha256(here).hexdigest()}


def test_three_hundred_items_by_sixty_recipients_make_a_paper() -> None:
    rows = [[f"項目{i}", *["○－"[(i + j) % 2] for j in range(60)]] for i in range(300)]
    heads = ["項目", *[f"受領者{i}" for i in range(60)]]
    assert pdf(paper(heading("表"), block(table(heads, rows)))).startswith(b"%PDF-")


@pytest.mark.parametrize("stated", ["", "soon", "-1", "1e9"])
def test_a_date_that_is_none_is_left_aside(stated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document = paper(paragraph("本文"))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    fixed = pdf(document)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", stated)
    assert pdf(document) == fixed
