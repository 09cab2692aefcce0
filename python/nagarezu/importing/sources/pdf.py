"""PDF with a text layer, read in a process of its own that has bounds on time and memory.

A library that unpacks streams without a limit must not do so here: a hostile file ends its own
process and nothing else. What comes back is JSON, never a pickle.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys

from nagarezu.errors import MissingExtra
from nagarezu.importing.blocks import Blocks
from nagarezu.importing.sources.formats import base_name, declared_other
from nagarezu.importing.sources.packing import unpacked
from nagarezu.opening import limits
from nagarezu.opening.refusal import NotReadable

_PATIENCE = 4  # seconds on the clock for each of computing, for other work may slow it down
_MODULE = "nagarezu.importing.sources.pdf_worker"


def read_pdf(content: bytes, name: str, source: str) -> Blocks:
    """Return the blocks of a PDF; a scan, an encrypted and a broken one are NotReadable."""
    if importlib.util.find_spec("pdfplumber") is None:
        raise MissingExtra("pdfplumber", "import")
    command = [sys.executable, "-P", "-X", "utf8", "-m", _MODULE, source, str(limits.PAGES)]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command
            [*command, str(limits.SECONDS), str(limits.MEMORY)],
            input=content,
            capture_output=True,
            timeout=_PATIENCE * limits.SECONDS,
            check=False,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
    except subprocess.TimeoutExpired as error:
        raise NotReadable("too_slow", name, f"{limits.SECONDS} s") from error
    answer = _answer(done.stdout)
    if not answer:
        bounded = done.returncode < 0 or b"MemoryError" in done.stderr
        if bounded:
            raise NotReadable("too_many", name, f"{limits.MEMORY:,} bytes of memory")
        raise NotReadable("damaged", name, f"the reader ended with {done.returncode}")
    if "refused" in answer:
        raise NotReadable(answer["refused"], name, answer["what"])
    blocks, unread = unpacked(answer, source)
    return Blocks(
        source,
        "pdf",
        base_name(name),
        blocks,
        unread,
        declared=declared_other(name, "pdf"),
    )


def _answer(output: bytes) -> dict[str, str]:
    try:
        answer = json.loads(output)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}
