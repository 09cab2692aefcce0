"""The C++ core keeps its layers and its conduct; each rule is shown to bite on a planted file."""

from __future__ import annotations

from pathlib import Path

import cpp_rules
import pytest
from violations import ROOT, plant


def test_the_core_keeps_its_layers() -> None:
    assert cpp_rules.layer_violations(ROOT) == []


def test_libraries_stay_where_they_belong() -> None:
    assert cpp_rules.library_violations(ROOT) == []


def test_the_core_neither_prints_nor_aborts_nor_looks_around() -> None:
    assert cpp_rules.conduct_violations(ROOT) == []


def test_the_rules_read_the_real_tree() -> None:
    """An empty listing would pass every rule above."""
    headers = list((ROOT / "cpp/include/nagarezu").rglob("*.hpp"))
    read = [
        target
        for path in headers
        for _, target in cpp_rules.includes(
            path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
        )
    ]
    assert "cpp/include/nagarezu/base/index.hpp" in read
    assert len(headers) >= 15


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("cpp/include/nagarezu/base/x.hpp", '#include "nagarezu/model/case.hpp"'),
        ("cpp/src/model/x.cpp", '#include "nagarezu/io/read.hpp"'),
        ("cpp/src/io/x.cpp", '#include "nagarezu/graph/bits.hpp"'),
        ("cpp/src/graph/x.cpp", "#include <nagarezu/metrics/measured.hpp>"),
        ("cpp/src/graph/x.cpp", '#include "../metrics/rows.hpp"'),
        ("cpp/src/metrics/x.cpp", '#  include "nagarezu/io/write.hpp"'),
        ("cpp/src/metrics/x.cpp", '#include "../../bindings/bind.hpp"'),
        ("cpp/src/novelty/x.cpp", ""),
    ],
)
def test_a_climbing_include_is_caught(tmp_path: Path, name: str, line: str) -> None:
    plant(tmp_path, name, line + "\n")
    assert [violation.file for violation in cpp_rules.layer_violations(tmp_path)] == [name]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("cpp/src/metrics/x.cpp", '#include "nagarezu/graph/holdings.hpp"'),
        ("cpp/src/metrics/x.cpp", '#include "rows.hpp"'),
        ("cpp/src/io/x.cpp", '#include "nagarezu/model/case.hpp"'),
        ("cpp/bindings/x.cpp", '#include "nagarezu/metrics/measured.hpp"'),
    ],
)
def test_an_honest_include_is_left_alone(tmp_path: Path, name: str, line: str) -> None:
    plant(tmp_path, name, line + "\n")
    assert cpp_rules.layer_violations(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("cpp/src/metrics/x.cpp", "#include <pybind11/pybind11.h>"),
        ("cpp/src/base/x.cpp", "#include <Python.h>"),
        ("cpp/include/nagarezu/io/x.hpp", "#include <nlohmann/json.hpp>"),
        ("cpp/bindings/x.cpp", "#include <nlohmann/json.hpp>"),
        ("cpp/src/graph/x.cpp", "#include <Eigen/Core>"),
        ("tests/cpp/io/x.cpp", "#include <nlohmann/json.hpp>"),
    ],
)
def test_a_library_out_of_place_is_caught(tmp_path: Path, name: str, line: str) -> None:
    plant(tmp_path, name, line + "\n")
    assert [violation.file for violation in cpp_rules.library_violations(tmp_path)] == [name]


@pytest.mark.parametrize(
    ("line", "deed"),
    [
        ("std::cout << 1;", "prints"),
        ("std::cerr << 1;", "prints"),
        ('printf("x");', "prints"),
        ('std::fprintf(stderr, "x");', "prints"),
        ("std::abort();", "aborts"),
        ("std::exit(1);", "aborts"),
        ("assert(x);", "aborts"),
        ("auto t = std::chrono::steady_clock::now();", "reads a clock"),
        ("auto t = std::time(nullptr);", "reads a clock"),
        ('auto v = std::getenv("HOME");', "reads the environment"),
        ("std::random_device seed;", "reads randomness"),
        ("#include <random>", "reads randomness"),
        ("#include <fstream>", "touches files"),
        ('auto f = std::fopen(name, "r");', "touches files"),
    ],
)
def test_misconduct_is_caught(tmp_path: Path, line: str, deed: str) -> None:
    plant(tmp_path, "cpp/src/metrics/x.cpp", f"// a file\n{line}\n")
    assert [str(violation) for violation in cpp_rules.conduct_violations(tmp_path)] == [
        f"cpp/src/metrics/x.cpp:2: metrics {deed}"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "// printf(x) is what we do not call",
        "/* std::cout\n   std::abort() */",
        'auto text = "std::cerr << exit(1)";',
        'std::snprintf(buffer, size, "%d", 1);',
        "static_assert(sizeof(int) == 4);",
        "void on_exit_of(int);",
    ],
)
def test_words_that_only_look_like_misconduct_are_left_alone(tmp_path: Path, line: str) -> None:
    plant(tmp_path, "cpp/src/metrics/x.cpp", line + "\n")
    assert cpp_rules.conduct_violations(tmp_path) == []


def test_io_may_touch_files_but_not_the_screen(tmp_path: Path) -> None:
    plant(tmp_path, "cpp/src/io/x.cpp", "#include <fstream>\nstd::ifstream in;\nstd::cout << 1;\n")
    assert [violation.rule for violation in cpp_rules.conduct_violations(tmp_path)] == ["io prints"]
