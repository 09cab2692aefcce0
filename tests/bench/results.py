"""What a benchmark found, as rows of out/bench/results.json."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

OURS = "nagarezu"


@dataclass
class Result:
    workload: str
    variant: str
    size: str
    phase: str
    solver: str
    version: str
    threads: int
    seconds: float
    ratio: float | None = (
        None  # peer time / our time in the same round; null for phases of ours alone
    )
    agrees: bool | None = (
        None  # whether results are equal, byte for byte; null where nothing is compared
    )


def peer_result(base: Result, ours: list[float], theirs: list[float]) -> Result:
    base.seconds = median(theirs)
    if base.agrees:  # a ratio between different results says nothing
        base.ratio = median(t / o for o, t in zip(ours, theirs, strict=True))
    return base


def write(results: list[Result], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([asdict(r) for r in results], indent=1) + "\n", encoding="utf-8")


def show(result: Result) -> None:
    ratio = "" if result.ratio is None else f"{result.ratio:12,.1f} x"
    agrees = {None: "", True: "equal", False: "DIFFERENT"}[result.agrees]
    print(
        f"{result.workload:3} {result.variant:15} {result.size:28} {result.phase:16}"
        f" {result.solver:20} {result.version:8} {result.threads}"
        f" {result.seconds:12.6f} s {ratio:14} {agrees}"
    )
