"""Writes `facts/NAME.json`: the facts of each paper with their place in every format."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from documents.build import Built, csv, docx, pdf, text, xlsx
from documents.papers import papers
from documents.parts import Finding, Paper

FOLDER = Path(__file__).parent / "facts"
BUILDERS: dict[str, Callable[[Paper], Built]] = {
    "text": text.build,
    "docx": docx.build,
    "xlsx": xlsx.build,
    "csv": csv.build,
    "pdf": pdf.build,
}


def facts(paper: Paper) -> dict[str, Any]:
    places = {name: build(paper).places for name, build in BUILDERS.items()}

    def at(key: str) -> dict[str, str]:
        return {name: found[key] for name, found in places.items()}

    return {
        "paper": paper.name,
        "family": paper.family,
        "title": paper.title,
        "facts": [
            {"kind": fact.kind, "value": fact.value, "place": at(fact.at)} for fact in paper.facts
        ],
        "findings": [_finding(found, at) for found in paper.findings],
        "without_emphasis": [_finding(found, at) for found in paper.without_emphasis],
        "traps": list(paper.traps),
    }


def _finding(found: Finding, at: Callable[[str], dict[str, str]]) -> dict[str, Any]:
    return {"code": found.code, "place": [at(key) for key in found.at]}


def written(paper: Paper) -> str:
    return json.dumps(facts(paper), ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    for paper in papers():
        (FOLDER / f"{paper.name}.json").write_text(written(paper), encoding="utf-8")


if __name__ == "__main__":
    main()
