"""Rules for every file: short enough to read in a sitting, and no paths of a machine."""

from __future__ import annotations

import re
from pathlib import Path

from violations import Violation, files_of

LONGEST = 400  # lines; longer files ask for a second room

CODE = (".py", ".pyi", ".hpp", ".cpp", ".css", ".js", ".html", ".cmake", ".toml")
TEXT = (*CODE, ".md", ".json", ".csv", ".yaml", ".ipynb", ".txt", ".svg", "")
FOLDERS = ("cpp", "python", "tests", "data", "docs", "notebooks", "tools", ".ci")

# Spelled in pieces, so that this file does not break its own rule. A folder that stands behind
# another name, as in the JSON pointer /matters/0/work/1, is no path from the root.
_ROOTS = ("root", r"home/\w+", "work", r"Users/\w+")
_MACHINE = re.compile(r"(?<!\w)/(?:" + "|".join(_ROOTS) + r")/|[A-Z]:\\" + "Users")


def length_violations(root: Path) -> list[Violation]:
    found = []
    for folder in FOLDERS:
        for name, path in files_of(root, folder, *CODE):
            lines = path.read_text(encoding="utf-8").count("\n")
            if lines > LONGEST:
                found.append(Violation(name, lines, f"has more than {LONGEST} lines"))
    return found


def path_violations(root: Path) -> list[Violation]:
    found = []
    for folder in FOLDERS:
        for name, path in files_of(root, folder, *TEXT):
            text = path.read_bytes().decode(
                errors="replace"
            )  # some test files are broken on purpose
            for number, line in enumerate(text.splitlines(), 1):
                if _MACHINE.search(line):
                    found.append(Violation(name, number, "names a path of somebody's machine"))
    return found
