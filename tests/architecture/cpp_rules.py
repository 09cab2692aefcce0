"""The rules of the C++ core, read from its include lines and its tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from violations import Violation, files_of

# Each part and the parts that it may use besides itself.
LAYERS: dict[str, set[str]] = {
    "base": set(),
    "model": {"base"},
    "io": {"base", "model"},
    "graph": {"base", "model"},
    "metrics": {"base", "model", "graph"},
    "review": {"base", "model", "graph", "metrics"},
    "portfolio": {"base", "model", "graph", "metrics"},
    "population": {"base", "model", "graph", "metrics"},
}

# Where a library may be included; everywhere else it may not.
LIBRARIES: dict[str, tuple[str, ...]] = {
    r"pybind11/|Python\.h": ("cpp/bindings/",),
    r"nlohmann/": ("cpp/src/io/", "tests/bench/"),
    r"Eigen/": tuple(
        f"cpp/{root}/{part}/"
        for root in ("include/nagarezu", "src")
        for part in ("metrics", "portfolio", "population")
    ),
}

# What the core never does, whatever the part.
NEVER: dict[str, str] = {
    "prints": r"\bstd::(cout|cerr|clog)\b|\b(v?f?printf|puts|fputs|putchar|perror)\s*\(|<iostream>",
    "aborts": r"\b(abort|exit|_exit|quick_exit|terminate|assert)\s*\(|<cassert>",
    "reads a clock": r"\b(system|steady|high_resolution|utc|file)_clock\b|\bclock(_gettime)?\s*\("
    r"|\bgettimeofday\b|\btime\s*\(\s*(nullptr|NULL|0)\s*\)|<ctime>",
    "reads the environment": r"\b(secure_)?getenv\b|\bsetenv\b|\benviron\b",
    "reads randomness": r"<random>|\brandom_device\b|\bmt19937|\bs?rand\s*\(|\bgetrandom\b",
}
FILES = (
    r"<(fstream|filesystem|unistd\.h|fcntl\.h|sys/stat\.h|sys/mman\.h)>"
    r"|\b(fopen|ifstream|ofstream|mmap)\b|\bstd::filesystem\b"
)

_INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
_NOT_CODE = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL
)


def code_of(text: str) -> str:
    """The text without comments and literals; include lines stay, and so do line numbers."""

    def blank(match: re.Match[str]) -> str:
        start = text.rfind("\n", 0, match.start()) + 1
        if text[start : match.start()].lstrip().startswith("#include"):
            return match.group() if match.group().startswith('"') else ""
        return re.sub(r"[^\n]", " ", match.group())

    return _NOT_CODE.sub(blank, text)


def part_of(name: str) -> str | None:
    """`graph` for a file of that part; nothing outside the core, such as for the bindings."""
    match = re.match(r"cpp/(?:include/nagarezu|src)/(\w+)/", name)
    return match.group(1) if match else None


def includes(name: str, text: str) -> Iterator[tuple[int, str]]:
    """Line and target of each include; one beside the file is named from the root."""
    for number, line in enumerate(text.splitlines(), 1):
        match = _INCLUDE.match(line)
        if not match:
            continue
        quote, target = match.groups()
        if target.startswith("nagarezu/"):
            target = f"cpp/include/{target}"
        elif quote == '"':
            beside = Path("/", name).parent / target
            target = Path(*_resolved(beside)).as_posix()
        yield number, target


def _resolved(path: Path) -> list[str]:
    parts: list[str] = []
    for part in path.parts[1:]:
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return parts


def layer_violations(root: Path) -> list[Violation]:
    found = []
    for name, path in files_of(root, "cpp", ".hpp", ".cpp"):
        part = part_of(name)
        if part is not None and part not in LAYERS:
            found.append(Violation(name, 1, f"{part} is no part of the core that the rules know"))
            continue
        for line, target in includes(name, path.read_text(encoding="utf-8")):
            used = part_of(target)
            if part and target.startswith("cpp/bindings/"):
                found.append(Violation(name, line, f"{part} uses the bindings"))
            elif part and used and used != part and used not in LAYERS[part]:
                found.append(Violation(name, line, f"{part} uses {used}"))
    return found


def library_violations(root: Path) -> list[Violation]:
    found = []
    for folder in ("cpp", "tests"):
        for name, path in files_of(root, folder, ".hpp", ".cpp"):
            for line, target in includes(name, path.read_text(encoding="utf-8")):
                for library, homes in LIBRARIES.items():
                    if re.match(library, target) and not name.startswith(homes):
                        found.append(Violation(name, line, f"includes {target}"))
    return found


def conduct_violations(root: Path) -> list[Violation]:
    """What the core never does, wherever it does it; and files touched outside io."""
    found = []
    for name, path in files_of(root, "cpp", ".hpp", ".cpp"):
        part = part_of(name)
        if part is None:
            continue
        for number, line in enumerate(code_of(path.read_text(encoding="utf-8")).splitlines(), 1):
            for deed, pattern in NEVER.items():
                if re.search(pattern, line):
                    found.append(Violation(name, number, f"{part} {deed}"))
            if part != "io" and re.search(FILES, line):
                found.append(Violation(name, number, f"{part} touches files"))
    return found
