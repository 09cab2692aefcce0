"""Benchmarks: our times and those of peers, in the same rounds and on the same graphs.

    python tests/bench/run.py [--quick]

Results must be equal, byte for byte. Writes out/bench/results.json; docs/performance.md explains
the workloads and how to read the figures.
"""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from statistics import median

import loading
import peers
import results
from core import ROOT, Core, build, core_version
from results import OURS, Result

CASES = 348_200  # 1,741 municipalities with 200 cases each
VARIANTS = ("pairs diverse", "giant diverse", "pairs few", "giant few")


@dataclass(frozen=True)
class Peer:
    name: str
    version: str
    prepare: Callable[[peers.Graph], peers.Solve]


PYTHON = platform.python_version()
INTEGERS = (
    Peer("python-int-sweeps", PYTHON, peers.sweeps),
    Peer("python-int-grouped", PYTHON, peers.grouped_sweeps),
    Peer("python-int-worklist", PYTHON, peers.worklist),
)
NETWORKX = (Peer("networkx", version("networkx"), peers.traversals),)


@dataclass(frozen=True)
class Plan:
    rounds: int
    cases: int  # of W1 that Python integers solve, and NetworkX
    networkx_cases: int
    country: tuple[str, ...]  # variants solved for the whole country
    large: tuple[int, int]  # nodes and flows of W2 against Python integers, and NetworkX
    networkx_large: tuple[int, int]
    alone: tuple[int, int] | None  # W2 without peers
    files: int


QUICK = Plan(3, 4_000, 8, VARIANTS[:1], (30_000, 300_000), (200, 1_500), None, 40)
FULL = Plan(
    5, 10_000, 40, VARIANTS, (100_000, 1_000_000), (1_000, 10_000), (1_000_000, 10_000_000), 200
)


class Bench:
    def __init__(self, core: Core, plan: Plan, folder: Path) -> None:
        self.core = core
        self.plan = plan
        self.folder = folder
        self.version = core_version()
        self.rows: list[Result] = []

    def add(self, row: Result) -> None:
        self.rows.append(row)
        results.show(row)

    def compare(
        self,
        base: Result,
        ask: Callable[[int], float],
        graphs: list[peers.Graph],
        expected: bytes,
        against: tuple[Peer, ...],
    ) -> None:
        """Solve with us (one and two threads) and with each peer in every round."""
        ours: dict[int, list[float]] = {1: [], 2: []}
        theirs: list[list[float]] = [[] for _ in against]
        agrees = [True for _ in against]
        solvers = []
        for peer in against:
            begin = time.perf_counter()
            solvers.append([peer.prepare(graph) for graph in graphs])
            self.add(
                replace(
                    base,
                    phase="prepare",
                    solver=peer.name,
                    version=peer.version,
                    threads=1,
                    seconds=time.perf_counter() - begin,
                )
            )
        for _ in range(self.plan.rounds):
            for threads, times in ours.items():
                times.append(ask(threads))
            for k, solve_all in enumerate(solvers):
                begin = time.perf_counter()
                held = [solve() for solve in solve_all]
                theirs[k].append(time.perf_counter() - begin)
                rows = b"".join(g.rows(h) for g, h in zip(graphs, held, strict=True))
                agrees[k] = agrees[k] and rows == expected
        for threads, times in ours.items():
            self.add(
                replace(
                    base,
                    threads=threads,
                    seconds=median(times),
                    agrees=all(agrees) if against else None,
                )
            )
        for k, peer in enumerate(against):
            row = replace(base, solver=peer.name, version=peer.version, threads=1, agrees=agrees[k])
            self.add(results.peer_result(row, ours[2], theirs[k]))

    def phases(self, base: Result, times: dict[str, float], names: tuple[str, ...]) -> None:
        for name in names:
            self.add(replace(base, phase=name, threads=1, seconds=times[name]))

    def small_with(self, variant: str, cases: int, against: tuple[Peer, ...]) -> None:
        base = Result("W1", variant, f"{cases} cases", "solve", OURS, self.version, 0, 0.0)
        graph_file, row_file = self.folder / "graphs", self.folder / "rows"
        self.core.ask("export-small", cases, graph_file)
        self.core.ask("solve-small", cases, 2, "automatic")
        self.core.ask("rows-small", cases, row_file)
        self.compare(
            base,
            lambda threads: self.core.ask("solve-small", cases, threads, "automatic")["solve"],
            list(peers.read_graphs(graph_file)),
            row_file.read_bytes(),
            against,
        )

    def small(self) -> None:
        for variant in VARIANTS:
            country = variant in self.plan.country
            cases = CASES if country else self.plan.cases
            times = self.core.ask("small", cases, variant)
            base = Result("W1", variant, f"{cases} cases", "", OURS, self.version, 0, 0.0)
            self.phases(base, times, ("generate", "build"))
            if country:
                self.country(base)
            self.small_with(variant, self.plan.cases, INTEGERS)
            self.small_with(variant, self.plan.networkx_cases, NETWORKX)

    def country(self, base: Result) -> None:
        for threads in (1, 2):
            rounds = [
                self.core.ask("solve-small", CASES, threads, "automatic")
                for _ in range(self.plan.rounds)
            ]
            for phase in ("solve", "solve_and_count"):
                seconds = median(times[phase] for times in rounds)
                self.add(replace(base, phase=phase, threads=threads, seconds=seconds))

    def large_with(self, variant: str, size: tuple[int, int], against: tuple[Peer, ...]) -> None:
        nodes, flows = size
        base = Result(
            "W2", variant, f"{nodes} nodes {flows} flows", "solve", OURS, self.version, 0, 0.0
        )
        times = self.core.ask("large", nodes, flows, variant)
        self.phases(base, times, ("generate", "intern", "order", "build"))
        graph_file, row_file = self.folder / "graphs", self.folder / "rows"
        self.phases(base, self.core.ask("solve-large", 2, "automatic"), ("count",))
        graphs: list[peers.Graph] = []
        expected = b""
        if against:
            self.core.ask("export-large", graph_file)
            self.core.ask("rows-large", row_file)
            graphs, expected = list(peers.read_graphs(graph_file)), row_file.read_bytes()
        self.compare(
            base,
            lambda threads: self.core.ask("solve-large", threads, "automatic")["solve"],
            graphs,
            expected,
            against,
        )

    def large(self) -> None:
        for variant in VARIANTS[:2]:
            self.large_with(variant, self.plan.large, INTEGERS)
            self.large_with(variant, self.plan.networkx_large, NETWORKX)
            if self.plan.alone:
                self.large_with(variant, self.plan.alone, ())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sizes, under three minutes")
    parser.add_argument("-o", type=Path, default=ROOT / "out" / "bench" / "results.json")
    parser.add_argument("--program", type=Path, help="a benchmark program that is built already")
    options = parser.parse_args()
    plan = QUICK if options.quick else FULL
    with tempfile.TemporaryDirectory() as folder, Core(options.program or build()) as core:
        bench = Bench(core, plan, Path(folder))
        bench.small()
        bench.large()
        for row in loading.run(core, Path(folder), plan.files, plan.rounds):
            bench.add(row)
    results.write(bench.rows, options.o)
    print(f"wrote {options.o}")
    return 0 if all(row.agrees is not False for row in bench.rows) else 1


if __name__ == "__main__":
    sys.exit(main())
