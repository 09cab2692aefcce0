"""Numbers of headings as official papers give them: 第1, then 1, then (1), without dots."""

from __future__ import annotations

from nagarezu.languages import Lang, Text
from nagarezu.report.tree import Heading

_SIGNS = (Text("第{n}　", "Part {n}: "), Text("{n}　", "{n} "), Text("({n})　", "({n}) "))


class Outline:
    """Counts headings of levels 1 to 3 and names them after what they belong to."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._counts = [0] * len(_SIGNS)

    def heading(self, level: int, text: str, anchor: str) -> Heading:
        """Return the next heading of a level; those of deeper levels start again."""
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (len(_SIGNS) - level)
        sign = _SIGNS[level - 1].in_(self._lang).format(n=self._counts[level - 1])
        return Heading(level, sign + text, anchor)
