"""Contradictions put into clean documents one by one: which of them `check` finds.

    python tests/importing_edits.py [NAME...] [--missed] [--write]

`documents/edits/NAME.txt` is clean; each edit of `NAME.json` replaces a few words of it, and the
document then contradicts itself in one way (`code`), or still does not (`code` null). `found.json`
has what is found, and what is raised where nothing is wrong; `--write` writes it anew.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "documents" / "edits"
KNOWN = FOLDER / "found.json"
Codes = Counter[str]


@dataclass(frozen=True, slots=True)
class Raised:
    """Findings of one document by code: all, and those above info."""

    every: Codes
    loud: Codes


@dataclass(slots=True)
class Outcome:
    """Of one clean document: the edits that are found, those that are missed, and what is noise."""

    found: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    noise: list[str] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)


def names() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def edits(name: str) -> list[dict[str, Any]]:
    return list(json.loads((FOLDER / f"{name}.json").read_text("utf-8"))["edits"])


def edited(text: str, replace: Sequence[Sequence[str]]) -> str:
    """The text with each old piece replaced; it must stand there once."""
    for old, new in replace:
        if text.count(old) != 1:
            raise ValueError(f"stands there {text.count(old)} times: {old}")
        text = text.replace(old, new)
    return text


def raised(text: str) -> Raised:
    import nagarezu as ng

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.txt"
        path.write_text(text, "utf-8")
        draft = ng.import_document(path, sources=("d",))
    rows = draft.case.table("findings").to_json()["rows"]
    every = Counter(row["code"] for row in rows)
    return Raised(every, Counter(row["code"] for row in rows if row["severity"] != "info"))


def outcome(name: str) -> Outcome:
    """What is found of the edits of one document, each against what the clean one raises."""
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    clean = raised(text)
    result = Outcome(noise=[f"clean: {code}" for code in sorted(clean.loud)])
    for edit in edits(name):
        code, now = edit["code"], raised(edited(text, edit["replace"]))
        if code is None:
            more = sorted(each for each in now.loud if now.loud[each] > clean.loud[each])
            result.noise.extend(f"{edit['id']}: {each}" for each in more)
            continue
        result.codes[edit["id"]] = code
        (result.found if now.every[code] > clean.every[code] else result.missed).append(edit["id"])
    return result


def known() -> dict[str, dict[str, list[str]]]:
    return dict(json.loads(KNOWN.read_text("utf-8")))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=names())
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    by_code: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    with ProcessPoolExecutor() as pool:
        results = dict(zip(chosen.names, pool.map(outcome, chosen.names), strict=True))
    for name, result in results.items():
        whole = len(result.found) + len(result.missed)
        print(f"{name}: {len(result.found)} of {whole}", *result.noise, sep=", ")
        for each, code in result.codes.items():
            by_code[code][0] += each in result.found
            by_code[code][1] += 1
        if chosen.missed:
            print(
                "   missed", *(f"{each} {result.codes[each]}" for each in result.missed), sep=", "
            )
    for code, (found, whole) in sorted(by_code.items()):
        print(f"{code:30} {found} of {whole}")
    print("all", sum(n for n, _ in by_code.values()), "of", sum(n for _, n in by_code.values()))
    if chosen.write:
        content = {name: {"found": r.found, "noise": r.noise} for name, r in results.items()}
        KNOWN.write_text(json.dumps({**known(), **content}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
