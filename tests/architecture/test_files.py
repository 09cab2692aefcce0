"""No file is too long to read in a sitting, and none names a path of somebody's machine."""

from __future__ import annotations

from pathlib import Path

import file_rules
import pytest
from violations import ROOT, plant


def test_no_file_is_too_long() -> None:
    assert file_rules.length_violations(ROOT) == []


def test_no_file_names_a_path_of_a_machine() -> None:
    assert file_rules.path_violations(ROOT) == []


@pytest.mark.parametrize(("lines", "caught"), [(400, False), (401, True)])
def test_the_limit_is_four_hundred_lines(tmp_path: Path, lines: int, caught: bool) -> None:
    plant(tmp_path, "python/nagarezu/x.py", "x = 1\n" * lines)
    assert bool(file_rules.length_violations(tmp_path)) is caught


@pytest.mark.parametrize(
    "folder", ["/" + "root/data", "/" + "home/taro", "/" + "work/x", "C:\\" + "Users"]
)
def test_a_path_of_a_machine_is_caught(tmp_path: Path, folder: str) -> None:
    plant(tmp_path, "docs/x.md", f"one\nsee {folder}/file\n")
    assert [violation.line for violation in file_rules.path_violations(tmp_path)] == [2]


@pytest.mark.parametrize(
    "text", ["/matters/0/" + "work/1", "the " + "work/life of", "base/root.hpp"]
)
def test_what_only_looks_like_a_path_is_left_alone(tmp_path: Path, text: str) -> None:
    plant(tmp_path, "docs/x.md", text + "\n")
    assert file_rules.path_violations(tmp_path) == []
