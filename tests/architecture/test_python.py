"""The Python package keeps its layers and stays light; each rule is shown to bite."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import python_rules
from violations import ROOT, plant

HEAVY = ("numpy", "pandas", "narwhals", "typer", "rich", "matplotlib", "xlsxwriter", "jinja2")


def test_the_package_keeps_its_layers() -> None:
    assert python_rules.layer_violations(ROOT) == []


def test_the_parts_that_the_design_names_are_there() -> None:
    """A rule about a part that has another name by now would hold for nothing."""
    there = {path.stem for path in (ROOT / "python/nagarezu").iterdir()}
    assert {"_core", "_native", "case", "tables", "report", "display", "cli"} <= there


@pytest.mark.parametrize(
    ("name", "line", "rule"),
    [
        ("case.py", "from nagarezu import _core", "case imports _core, which only _native may"),
        ("tables/x.py", "import nagarezu._core", "tables imports _core, which only _native may"),
        ("novelty.py", "import json", "novelty is no part that the rules know"),
        (
            "errors.py",
            "from nagarezu.tables import x",
            "errors imports tables, which stands above it",
        ),
        (
            "_native.py",
            "from nagarezu.case import Case",
            "_native imports case, which stands above it",
        ),
        ("case.py", "from .tables import Table", "case imports tables, which stands above it"),
        (
            "tables/x.py",
            "from ..report import write",
            "tables imports report, which stands above it",
        ),
        ("report/x.py", "from nagarezu import cli", "report imports cli, which stands above it"),
        (
            "report/x.py",
            "def f():\n    import nagarezu.cli",
            "report imports cli, which stands above it",
        ),
        (
            "_native.py",
            "def f():\n    from nagarezu import tables",
            "_native imports tables, which stands above it",
        ),
        ("importing/x.py", "from nagarezu.tables import Table", "importing knows tables"),
        ("importing/x.py", "def f():\n    import nagarezu.report", "importing knows report"),
    ],
)
def test_a_climbing_import_is_caught(tmp_path: Path, name: str, line: str, rule: str) -> None:
    plant(tmp_path, f"python/nagarezu/{name}", line + "\n")
    assert [violation.rule for violation in python_rules.layer_violations(tmp_path)] == [rule]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("_native.py", "from nagarezu import _core"),
        ("tables/x.py", "from nagarezu.case import Case\nfrom nagarezu.tables.y import Z"),
        ("case.py", "def table(self):\n    from nagarezu.tables import make"),
        ("case.py", "if TYPE_CHECKING:\n    from nagarezu.tables import Table"),
        ("cli.py", "from nagarezu import report, tables"),
        ("errors.py", "import json"),
    ],
)
def test_an_honest_import_is_left_alone(tmp_path: Path, name: str, line: str) -> None:
    plant(tmp_path, f"python/nagarezu/{name}", line + "\n")
    assert python_rules.layer_violations(tmp_path) == []


def loaded_by(statement: str) -> set[str]:
    """Top-level modules that a fresh interpreter has after the statement."""
    code = f"import sys; {statement}; print('\\n'.join({{m.split('.')[0] for m in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert "nagarezu" in loaded_by("import nagarezu")
    assert loaded_by("import nagarezu").isdisjoint(HEAVY)


def test_the_check_for_lightness_sees_a_heavy_import() -> None:
    assert "numpy" in loaded_by("import numpy")
