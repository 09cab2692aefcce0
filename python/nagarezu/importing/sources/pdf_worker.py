"""The process that reads one PDF: bytes in, JSON out, with bounds on memory and time.

Run as a module with the source, the most pages, the seconds and the bytes of memory.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress


def _bound(seconds: int, memory: int) -> None:
    """Let the system end this process beyond its bounds, where the system can."""
    try:
        import resource
    except ImportError:
        return  # Windows: the parent still bounds the time
    bounds = (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, most in bounds:
        with suppress(ValueError, OSError):  # a system that has no such bound, or a lower one
            resource.setrlimit(kind, (most, most))


def main() -> None:
    source, pages, seconds, memory = sys.argv[1], *(int(text) for text in sys.argv[2:5])
    content = sys.stdin.buffer.read()
    _bound(seconds, memory)
    from nagarezu.importing.sources.packing import packed
    from nagarezu.importing.sources.pdf_document import read_document
    from nagarezu.opening.refusal import NotReadable

    try:
        answer = packed(*read_document(content, source, pages, seconds))
    except NotReadable as refusal:
        answer = {"refused": refusal.reason, "what": refusal.what}
    except MemoryError:
        answer = {"refused": "too_many", "what": f"{memory:,} bytes of memory"}
    sys.stdout.buffer.write(json.dumps(answer).encode("utf-8"))


if __name__ == "__main__":
    main()
