"""W4: case files: our reader (a checked model), a DOM of nlohmann, and Python's json."""

from __future__ import annotations

import json
import platform
import time
from pathlib import Path
from statistics import median

import results
from core import Core, core_version
from results import OURS, Result


def run(core: Core, folder: Path, files: int, rounds: int) -> list[Result]:
    cases = folder / "cases"
    writing = core.ask("cases", files, cases)["write"]
    nlohmann_version = core.versions()["nlohmann"]
    paths = sorted(cases.glob("*.json"))
    texts = [path.read_bytes() for path in paths]
    megabytes = sum(map(len, texts)) / 1e6
    base = Result(
        "W4",
        "case files",
        f"{files} files {megabytes:.1f} MB",
        "load",
        OURS,
        core_version(),
        1,
        0.0,
    )

    ours: dict[int, list[float]] = {1: [], 2: []}
    dom: dict[int, list[float]] = {1: [], 2: []}
    python: list[float] = []
    agrees = True
    for _ in range(rounds):
        for threads in (1, 2):
            answer = core.ask("load", 3, threads, *paths)
            ours[threads].append(answer["ours"])
            dom[threads].append(answer["nlohmann_dom"])
            agrees = agrees and answer["ours_flows"] == answer["nlohmann_dom_flows"]
        begin = time.perf_counter()
        flows = sum(len(json.loads(text)["flows"]) for text in texts)
        python.append(time.perf_counter() - begin)
        agrees = agrees and flows == answer["ours_flows"]

    def row(solver: str, version: str, threads: int) -> Result:
        made = Result("W4", base.variant, base.size, "load", solver, version, threads, 0.0)
        made.agrees = agrees
        return made

    out = [Result("W4", base.variant, base.size, "write", OURS, base.version, 1, writing)]
    for threads in (1, 2):
        mine = row(OURS, base.version, threads)
        mine.seconds = median(ours[threads])
        out.append(mine)
        peer = row("nlohmann-dom", nlohmann_version, threads)
        out.append(results.peer_result(peer, ours[threads], dom[threads]))
    out.append(
        results.peer_result(row("python-json", platform.python_version(), 1), ours[1], python)
    )
    return out
