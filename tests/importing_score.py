"""How well the import reads: F1 by kind of fact on the test documents, in every format.

    python tests/importing_score.py [PAPER...] [--format text] [--differences]

Facts are compared as sets, as tests/documents/README.md says.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
if str(HERE) not in sys.path:
    sys.path.insert(0, str(HERE))

KINDS = ("subject", "item", "recipient", "safeguard", "mark", "period", "clause", "reference")
SUFFIXES = {"text": ".txt", "docx": ".docx", "xlsx": ".xlsx", "csv": ".csv", "pdf": ".pdf"}
Fact = tuple[Any, ...]


@dataclass
class Score:
    """Facts of one kind: those of both sides, those missed, those that nobody expected."""

    both: int = 0
    missed: list[Fact] = field(default_factory=list)
    invented: list[Fact] = field(default_factory=list)

    @property
    def f1(self) -> float:
        faults = len(self.missed) + len(self.invented)
        return 2 * self.both / (2 * self.both + faults) if self.both or faults else 1.0

    def add(self, other: Score) -> None:
        self.both += other.both
        self.missed += other.missed
        self.invented += other.invented


def _plain(text: Any) -> str:
    """Labels are compared without spaces and widths: that is how they were read."""
    from nagarezu.importing.rules.characters import key

    return key(str(text or ""))


def expected(facts: Iterable[dict[str, Any]]) -> dict[str, set[Fact]]:
    """The facts of a paper in the form that `found` gives those of a draft."""
    by_kind: dict[str, set[Fact]] = defaultdict(set)
    for fact in facts:
        by_kind[fact["kind"]].add(_expected(fact["kind"], fact["value"]))
    return by_kind


def _expected(kind: str, value: dict[str, Any]) -> Fact:
    if kind == "subject":
        return (
            _plain(value["label"]),
            value.get("count"),
            value.get("unit"),
            value.get("as_of"),
            value.get("bound"),
        )
    if kind == "item":
        return (
            value["matter"],
            value["position"],
            _plain(value["label"]),
            bool(value.get("optional")),
        )
    if kind == "recipient":
        return (value["matter"], _plain(value["label"]), value["relation"], value["tier"])
    if kind == "safeguard":
        return (value["matter"], value["party"], value["layer"], value["position"])
    if kind == "mark":
        return (value["block"], value["party"], value["layer"], value["row"], value["mark"])
    if kind == "period":
        return (value["matter"], value["start"], value["end"])
    if kind == "clause":
        return (
            value["number"],
            _plain(value["heading"]),
            value.get("obligor"),
            value.get("modality"),
        )
    return (_plain(value["label"]), bool(value["resolved"]))


def found(content: dict[str, Any]) -> dict[str, set[Fact]]:
    """The facts of a draft."""
    numbers = {matter["id"]: index for index, matter in enumerate(content.get("matters", []), 1)}
    result: dict[str, set[Fact]] = {kind: set() for kind in KINDS}
    result["subject"] = set(_subjects(content))
    result["item"] = set(_items(content, numbers))
    result["recipient"] = set(_recipients(content, numbers))
    for each in content.get("safeguards", []):
        if each.get("status", "stated") == "stated" and "matter" in each:
            result["safeguard"].add(
                (numbers[each["matter"]], each["party"], each["layer"], each["position"])
            )
    rows: dict[tuple[str, ...], int] = defaultdict(int)
    for each in content.get("checklist", []):
        at = (each["block"], each["party"], each["layer"])
        rows[at] += 1
        result["mark"].add((*at, rows[at], each["mark"]))
    for matter in content.get("matters", []):
        for each in matter.get("periods", []):
            result["period"].add((numbers[matter["id"]], each.get("start"), each.get("end")))
    for each in content.get("clauses", []):
        result["clause"].add(
            (
                each["number"],
                _plain(each.get("heading")),
                each.get("obligor", "partner"),
                each.get("modality", "duty"),
            )
        )
    for each in content.get("references", []):
        result["reference"].add((_plain(each["label"]), bool(each.get("resolved"))))
    return result


def _subjects(content: dict[str, Any]) -> Iterator[Fact]:
    for each in content.get("subjects", []):
        for count in each.get("counts", []) or [{}]:
            yield (
                _plain(each["label"]),
                count.get("value"),
                count.get("unit"),
                count.get("as_of"),
                count.get("bound"),
            )


def _items(content: dict[str, Any], numbers: dict[str, int]) -> Iterator[Fact]:
    for each in content.get("lists", []):
        for entry in each.get("entries", []):
            yield (
                numbers[each["matter"]],
                entry["position"],
                _plain(entry["label"]),
                bool(entry.get("optional")),
            )


def _recipients(content: dict[str, Any], numbers: dict[str, int]) -> Iterator[Fact]:
    holders = {each["id"]: each for each in content.get("holders", [])}
    municipality = content.get("municipality", {}).get("name", "")
    for flow in content.get("flows", []):
        for id_ in flow.get("to", []):
            holder = holders[id_]
            if holder["label"] != municipality:
                yield (
                    numbers[flow["matter"]],
                    _plain(holder["label"]),
                    flow["relation"],
                    holder.get("tier", 0),
                )


def _agreeing(kind: str, wanted: set[Fact], got: set[Fact]) -> tuple[set[Fact], set[Fact]]:
    """Wanted and got facts that agree; what a wanted one leaves out (None) is not compared."""
    loose = kind in ("clause", "mark")
    if not loose:
        return wanted & got, wanted & got
    left, right = set(), set()
    for fact in wanted:
        match = next(
            (
                each
                for each in got
                if all(a is None or a == b for a, b in zip(fact, each, strict=True))
            ),
            None,
        )
        if match is not None:
            left.add(fact)
            right.add(match)
    return left, right


def compare(wanted: dict[str, set[Fact]], got: dict[str, set[Fact]]) -> dict[str, Score]:
    scores = {}
    for kind in KINDS:
        left, right = _agreeing(kind, wanted.get(kind, set()), got.get(kind, set()))
        missed = sorted(wanted.get(kind, set()) - left, key=repr)
        invented = sorted(got.get(kind, set()) - right, key=repr)
        scores[kind] = Score(len(left), missed, invented)
    return scores


def draft_of(name: str, form: str) -> Any:
    """The draft of a test document, built in memory and read from a file as a user would."""
    from importlib import import_module

    from documents.papers import paper

    import nagarezu as ng

    built = import_module(f"documents.build.{form}").build(paper(name))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}{SUFFIXES[form]}"
        path.write_bytes(built.content)
        return ng.import_document(path, sources=("d",))


def facts_of(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(
        (HERE / "documents" / "facts" / f"{name}.json").read_text("utf-8")
    )
    return content


def score(name: str, form: str) -> dict[str, Score]:
    draft = draft_of(name, form)
    return compare(expected(facts_of(name)["facts"]), found(json.loads(draft.case.to_json())))


MORE_KINDS = ("claim", "transfer", "change", "criterion")
SEEDS = HERE.parent.parent / "shared" / "seeds"
CASES = HERE.parent / "data" / "cases"


def seeds() -> Iterator[tuple[str, dict[str, Any], Any]]:
    """Name, hand-made case and draft of each real document, where these are at hand."""
    import nagarezu as ng

    by_source = {}
    for path in sorted(CASES.glob("*.json")):
        content = json.loads(path.read_text("utf-8"))
        by_source[content["sources"][0]["id"]] = content
    for path in sorted(SEEDS.glob("*.txt")):
        source = path.name.split("_")[0]
        yield source, by_source[source], ng.import_document(path, sources=(source,))


def more(content: dict[str, Any]) -> dict[str, set[Fact]]:
    """Kinds of facts that only the real cases have by hand."""
    return {
        "claim": {
            (each["kind"], each.get("value"), each.get("unit"), each.get("limit"))
            for each in content.get("claims", [])
            if each["kind"] != "requires"
        },
        "transfer": {
            (each["law_item"], _plain(each["section"])) for each in content.get("transfers", [])
        },
        "change": {
            (each.get("page"), _plain(each.get("reason"))) for each in content.get("changes", [])
        },
        "criterion": {
            (
                _plain(each["label"]),
                tuple(
                    _plain(ref["label"]) + ("" if ref.get("measure") else "?")
                    for ref in each["references"]
                ),
            )
            for each in content.get("criteria", [])
        },
    }


def score_seed(hand: dict[str, Any], draft: Any) -> dict[str, Score]:
    """Agreement of a draft with the hand-made case, by kind."""
    content = json.loads(draft.case.to_json())
    scores = compare(_unmarked(found(hand)), _unmarked(found(content)))
    left, right = more(hand), more(content)
    for kind in MORE_KINDS:
        both = left[kind] & right[kind]
        scores[kind] = Score(
            len(both), sorted(left[kind] - both, key=repr), sorted(right[kind] - both, key=repr)
        )
    return scores


def _unmarked(facts: dict[str, set[Fact]]) -> dict[str, set[Fact]]:
    """Item labels without the optional mark, which hand-made labels keep."""
    facts["item"] = {(m, p, label.replace("(任意)", ""), o) for m, p, label, o in facts["item"]}
    return facts


def main() -> None:
    from documents.papers import NAMES

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("papers", nargs="*", default=list(NAMES))
    parser.add_argument("--format", dest="forms", action="append", choices=list(SUFFIXES))
    parser.add_argument("--differences", action="store_true")
    parser.add_argument("--seeds", action="store_true")
    chosen = parser.parse_args()
    if chosen.seeds:
        real = list(seeds())
        for name, hand, draft in real:
            _print(f"seed {name}", score_seed(hand, draft), chosen.differences)
        import importing_coding

        print("safeguard categories, F1:", importing_coding.of_measures(real))
        print("item classes, F1:", importing_coding.of_items(real))
        return
    for form in chosen.forms or list(SUFFIXES):
        total = {kind: Score() for kind in KINDS}
        for name in chosen.papers:
            scores = score(name, form)
            for kind, each in scores.items():
                total[kind].add(each)
            _print(f"{form} {name}", scores, chosen.differences)
        _print(f"{form} all", total, False)


def _print(title: str, scores: dict[str, Score], differences: bool) -> None:
    print(title, " ".join(f"{kind} {each.f1:.2f}" for kind, each in scores.items()))
    if differences:
        for kind, each in scores.items():
            for fact in each.missed:
                print("   -", kind, fact)
            for fact in each.invented:
                print("   +", kind, fact)


if __name__ == "__main__":
    main()
