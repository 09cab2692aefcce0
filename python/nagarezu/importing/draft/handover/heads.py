"""Heads above a line of text: whom they name, and whether they speak of ways or of media."""

from __future__ import annotations

import re

from nagarezu.importing.draft.handover.names import Names
from nagarezu.importing.rules.characters import fold

_MARK = re.compile(
    r"^[\s#*]*(?P<open>第|[(（【<■◆●○□])?\s*(?P<sign>[0-9]{1,2}|[一二三四五六七八九十]{1,2}|[ア-ン]|[①-⑳]|[a-z])?(?P<close>[)）.、]|[章節条])?[\s]*"
)
_LONGEST = 40


class Heads:
    """The open heads in reading order; one closes the open one of its kind and all below it."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._open: list[tuple[tuple[str, str, str], str, str]] = []

    @property
    def partner(self) -> str:
        """Whom the innermost head that names somebody names."""
        return next((who for _, who, _ in reversed(self._open) if who), "")

    @property
    def label(self) -> str:
        """The words of the innermost head."""
        return self._open[-1][2] if self._open else ""

    @property
    def above(self) -> str:
        """The words of the head above that one."""
        return self._open[-2][2] if len(self._open) > 1 else ""

    def clear(self) -> None:
        self._open = []

    def add(self, line: str) -> bool:
        """Read a printed line; whether it is a head."""
        text = fold(line)
        match = _MARK.match(text)
        if match is None or not (match["sign"] or match["open"]):
            return False
        kind = _kind(match)
        for at, (other, _, _) in enumerate(self._open):
            if other == kind:
                del self._open[at:]
                break
        label = text[match.end() :].strip()
        is_head = len(label) <= _LONGEST and "。" not in label and not label.endswith(("、", ","))
        self._open.append(
            (kind, self.names.alone(label) if is_head else "", label if is_head else "")
        )
        return is_head


def _kind(match: re.Match[str]) -> tuple[str, str, str]:
    sign = match["sign"] or ""
    sort = (
        "0"
        if sign.isdigit()
        else "ア"
        if "ァ" <= sign <= "ン"
        else "a"
        if "a" <= sign <= "z"
        else sign[:0]
    )
    if sign and not sort:
        sort = "①" if "①" <= sign[0] <= "⑳" else "一"
    return match["open"] or "", sort, match["close"] or ""
