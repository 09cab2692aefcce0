"""The rules of the Python package, read from its import statements."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from violations import Violation, files_of

PACKAGE = "nagarezu"

# Who stands before whom. A module imports only what stands before it or beside it.
ORDER: tuple[tuple[str, ...], ...] = (
    (
        "_core",
        "errors",
        "messages",
        "inert",
        "markup",
        "languages",
        "files",
        "resources",
        "engines",
        "edits",
    ),
    ("_native", "opening"),
    ("whatif", "case", "difference", "portfolio", "population"),
    ("tables", "importing"),
    ("report", "readable", "reviewing"),
    (
        "display",
        "console",
        "checks",
        "comparing",
        "confirming",
        "dataform",
        "demo",
        "drafting",
        "cli",
        "progress",
        "testing",
    ),
    ("__main__",),
)
RANKS: dict[str, int] = {part: rank for rank, parts in enumerate(ORDER) for part in parts}

# What a part must not know, whatever the ranks say.
FORBIDDEN: dict[str, set[str]] = {"importing": {"tables", "report", "display", "cli"}}

# The ways from what a user holds to what can be made of it, such as `case.table(name)`. They look
# it up at call time only, so that the import of a module never climbs.
UPWARD_AT_CALL_TIME: dict[str, set[str]] = {
    "case": {"tables", "report", "display"},
    "difference": {"tables", "display"},
    "portfolio": {"tables", "report", "display"},
    "population": {"tables", "report", "display"},
    "tables": {"report", "display"},
    "importing": {"reviewing"},
}


def part_of(module: str) -> str:
    """`tables` for `nagarezu.tables.catalogue`; empty for the package itself."""
    return [*module.split("."), ""][1]


def imports(name: str, tree: ast.Module) -> Iterator[tuple[int, str, bool]]:
    """Line, module and whether at import time, of each import of our own package.

    What stands under `if TYPE_CHECKING:` is a name for the type checker and runs never.
    """
    package = Path(name).relative_to("python").with_suffix("").parts
    module = package[:-1]  # what a relative import of level 1 starts from

    def visit(node: ast.AST, at_import: bool) -> Iterator[tuple[int, str, bool]]:
        if isinstance(node, ast.If) and _names_type_checking(node.test):
            for child in node.orelse:
                yield from visit(child, at_import)
            return
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name, at_import
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(module[: len(module) - node.level + 1]) if node.level else ""
            origin = ".".join(filter(None, (base, node.module or "")))
            yield node.lineno, origin, at_import
            if origin == PACKAGE:  # from nagarezu import tables
                for alias in node.names:
                    yield node.lineno, f"{origin}.{alias.name}", at_import
        inside = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for child in ast.iter_child_nodes(node):
            yield from visit(child, at_import and not inside)

    for line, target, at_import in visit(tree, True):
        if target.split(".")[0] == PACKAGE:
            yield line, target, at_import


def _names_type_checking(test: ast.expr) -> bool:
    return (isinstance(test, ast.Name) and test.id == "TYPE_CHECKING") or (
        isinstance(test, ast.Attribute) and test.attr == "TYPE_CHECKING"
    )


def layer_violations(root: Path) -> list[Violation]:
    found = []
    for name, path in files_of(root, f"python/{PACKAGE}", ".py"):
        part = part_of(".".join(Path(name).relative_to("python").with_suffix("").parts))
        if part == "__init__":  # looks names up on first use; a test of its own keeps it light
            continue
        if part not in RANKS:
            found.append(Violation(name, 1, f"{part} is no part that the rules know"))
            continue
        for line, target, at_import in imports(name, ast.parse(path.read_text(encoding="utf-8"))):
            used = part_of(target)
            if used == part or used not in RANKS:
                continue
            if used == "_core" and part != "_native":
                found.append(Violation(name, line, f"{part} imports _core, which only _native may"))
            elif used in FORBIDDEN.get(part, set()):
                found.append(Violation(name, line, f"{part} knows {used}"))
            elif RANKS[used] > RANKS[part]:
                late = not at_import and used in UPWARD_AT_CALL_TIME.get(part, set())
                if not late:
                    found.append(
                        Violation(name, line, f"{part} imports {used}, which stands above it")
                    )
    return found
