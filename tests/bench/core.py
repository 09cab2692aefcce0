"""Our side: the benchmark program, kept running so that rounds lie close together."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).resolve().parents[2]


def build() -> Path:
    """Build the benchmark program with the preset `bench` and return where it is."""
    for command in (
        ["cmake", "--preset", "bench"],
        ["cmake", "--build", "--preset", "bench", "--target", "nagarezu_bench", "-j", "2"],
    ):
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return ROOT / "build" / "bench" / "tests" / "bench" / "nagarezu_bench"


def core_version() -> str:
    """The version of this checkout."""
    found = re.search(
        r"project\(nagarezu VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text("utf-8")
    )
    assert found is not None
    return found[1]


class Core:
    """Commands go in as lines, answers come back as numbers by name."""

    def __init__(self, program: Path) -> None:
        self._process = subprocess.Popen(
            [program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Core:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()

    def versions(self) -> dict[str, str]:
        """Of the libraries that it was compiled with, as numbers such as 31102 for 3.11.2."""
        packed = {name: int(number) for name, number in self.ask("versions").items()}
        return {
            name: f"{number // 10_000}.{number // 100 % 100}.{number % 100}"
            for name, number in packed.items()
        }

    def ask(self, *words: object) -> dict[str, float]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(*words, file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"the benchmark program ended at: {' '.join(map(str, words))}")
        numbers: dict[str, float] = json.loads(answer)
        return numbers
