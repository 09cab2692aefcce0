"""The drafts that the tests review, and what is asked of them often."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from nagarezu.reviewing import Decision, InvalidDecision, Value, decide, values

ROOT = Path(__file__).parents[3]
DRAFTS = ROOT / "tests" / "cases" / "drafts"
DOCUMENT = DRAFTS / "library.txt"
REAL = sorted((ROOT / "data" / "cases").glob("*.json"))

HOSTILE = (
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "＝１＋１",
    "@SUM(A1)",
    "a\u202eb\u200bc\u2066d",
    "_x0041_ & 'x' \"y\"",
    "  two  spaces ",
    "line\nline",
    "[bold]no markup[/bold]",
    "長" * 10_000,
)


def library() -> dict[str, Any]:
    """A draft as an import makes it: nothing is confirmed."""
    return load(DRAFTS / "library.json")


def load(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return content


def real(name: str) -> dict[str, Any]:
    return load(next(path for path in REAL if name in path.stem))


def value(case: dict[str, Any], key: str) -> Value:
    return next(each for each in values(case) if each.key == key)


def codes(case: dict[str, Any], *decisions: Decision) -> list[tuple[str, str]]:
    """Code and key of each refusal of decisions that must not be taken."""
    before = copy.deepcopy(case)
    try:
        decide(case, decisions)
    except InvalidDecision as error:
        assert case == before
        return [(refusal.code, refusal.pointer) for refusal in error.refusals]
    raise AssertionError("the decisions were taken")


def hostile_draft(labels: tuple[str, ...] = HOSTILE) -> dict[str, Any]:
    """A draft whose labels, prints, rules and reasons are all hostile."""
    case = library()
    for position, text in enumerate(labels):
        case["items"].append(
            {
                "id": f"h{position}",
                "label": text,
                "source": "d1:9",
                "provenance": [
                    {
                        "field": "label",
                        "source": "d1:9",
                        "printed": text,
                        "normalised": text,
                        "rule": text[:50],
                        "confidence": 0.5,
                        "alternatives": [{"value": text}],
                        "reason": text,
                    }
                ],
            }
        )
    return case


def large_draft(count: int = 5_000) -> dict[str, Any]:
    """A draft of that many values."""
    case = library()
    pattern = case["items"][1]
    already = len(values(case))
    for number in range(count - already):
        case["items"].append(
            {**copy.deepcopy(pattern), "id": f"x{number}", "label": f"項目{number}"}
        )
    return case
