"""Keys and lines from the terminal that the program runs on.

The terminal hands over each key as it is pressed, from the first to the last value: switching back
and forth would lose what a quick person types ahead. Ctrl-C stays what it is.
"""

from __future__ import annotations

import os
import select
import sys
from contextlib import suppress
from types import TracebackType
from typing import Any, Protocol


class Keys(Protocol):
    """Where keys and lines come from. KeyboardInterrupt and EOFError end the review."""

    def key(self) -> str: ...

    def line(self, prompt: str) -> str: ...


class TerminalKeys:
    """Keys of standard input, which is a terminal. Used as a context."""

    def __init__(self) -> None:
        self._input = sys.stdin.fileno()
        self._before: list[Any] = []

    def __enter__(self) -> TerminalKeys:
        if sys.platform != "win32":
            import termios

            self._before = termios.tcgetattr(self._input)
            self._by_key()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if sys.platform != "win32":
            import termios

            with suppress(termios.error):  # the terminal may be gone
                self._by_line()

    def key(self) -> str:
        """Wait for one key. A key that sends several characters, such as an arrow, is empty."""
        if sys.platform == "win32":
            return _windows_key()
        first = self._read()
        if first == b"\x1b":
            while select.select([self._input], [], [], 0)[0] and not self._read().isalpha():
                pass
            return ""
        more = next((n for mask, n in ((0xF0, 3), (0xE0, 2), (0xC0, 1)) if first[0] >= mask), 0)
        return (first + b"".join(self._read() for _ in range(more))).decode("utf-8", "replace")

    def line(self, prompt: str) -> str:
        """Let a person type and edit a line."""
        self._by_line()
        try:
            return input(prompt)
        finally:
            self._by_key()

    def _read(self) -> bytes:
        found = os.read(self._input, 1)
        if not found:
            raise EOFError
        return found

    def _by_key(self) -> None:
        if self._before and sys.platform != "win32":
            import termios
            import tty

            tty.setcbreak(self._input, termios.TCSADRAIN)

    def _by_line(self) -> None:
        if self._before and sys.platform != "win32":
            import termios

            termios.tcsetattr(self._input, termios.TCSADRAIN, self._before)


if sys.platform == "win32":

    def _windows_key() -> str:
        import msvcrt

        key = msvcrt.getwch()
        if key == "\x03":
            raise KeyboardInterrupt
        if key in "\x00\xe0":
            msvcrt.getwch()
            return ""
        return key
