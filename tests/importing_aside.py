"""How well documents are read against which no rule was mended: the nearest thing to a forecast.

    python tests/importing_aside.py [--differences] [--write]

`documents/aside` are papers of others, most in forms of their own. Whoever mends the rules against
one moves it to `documents/strangers`. `read.json` has how many facts of each kind were read of each
family, and which contradictions were found; `--write` writes it anew.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import importing_score as score

FOLDER = Path(__file__).parent / "documents" / "aside"
KNOWN = FOLDER / "read.json"
FAMILIES = ("agenda", "prose", "register", "assessment")


def outcome(family: str) -> tuple[dict[str, score.Score], list[str], list[str]]:
    """Scores by kind of one family, and what is found and missed of its contradictions."""
    import nagarezu as ng

    total = {kind: score.Score() for kind in score.KINDS}
    found: list[str] = []
    missed: list[str] = []
    for path in sorted((FOLDER / family).glob("*.json")):
        (document,) = (each for each in path.parent.glob(f"{path.stem}.*") if each != path)
        wanted = json.loads(path.read_text("utf-8"))
        draft = ng.import_document(document, sources=("d",))
        content = json.loads(draft.case.to_json())
        for kind, each in score.compare(
            score.expected(wanted["facts"]), score.found(content)
        ).items():
            total[kind].add(each)
        raised = {row["code"] for row in draft.case.table("findings").to_json()["rows"]}
        for code in wanted["findings"]:
            (found if code in raised else missed).append(f"{path.stem} {code}")
    return total, found, missed


def reached(family: str) -> dict[str, Any]:
    total, found, _ = outcome(family)
    return {"facts": {kind: each.both for kind, each in total.items()}, "found": found}


def known() -> dict[str, dict[str, Any]]:
    return dict(json.loads(KNOWN.read_text("utf-8")))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--differences", action="store_true")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    for family in FAMILIES:
        total, found, missed = outcome(family)
        print(family, " ".join(f"{kind} {each.f1:.2f}" for kind, each in total.items()))
        print(f"   found {len(found)} of {len(found) + len(missed)}, missed", *missed, sep=", ")
        if chosen.differences:
            for kind, each in total.items():
                print(*(f"   - {kind} {fact}" for fact in each.missed), sep="\n")
                print(*(f"   + {kind} {fact}" for fact in each.invented), sep="\n")
    if chosen.write:
        content = {family: reached(family) for family in FAMILIES}
        KNOWN.write_text(json.dumps(content, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
