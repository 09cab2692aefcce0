"""The title of a 答申 or 諮問書 among the lines of its first page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import tidy

_TITLE_END = re.compile(r"(?:について|に関する件|の件)[ 　]*[(（]?(?:答申|諮問)?[)）]?$")
ADDRESS = re.compile(
    r"様$|殿$|会長|^\S*(?:市|区|町|村|県|都|府)長|年.*月.*日|第.*号|(?:審議会|審査会|委員会|協議会)$|^記$"
)


def title_line(lines: Sequence[Passage]) -> Passage:
    """The line that ends in について（答申）, with the line before it if the title is broken."""
    for index, line in enumerate(lines):
        if _TITLE_END.search(tidy(line.text)) and "次のとおり" not in line.text:
            if re.fullmatch(
                r"(?:諮問案件|案件|下記)?について[(（]?(?:答申|諮問)?[)）]?", tidy(line.text)
            ):
                continue
            before = lines[index - 1] if index else Passage()
            if before and not ADDRESS.search(tidy(before.text)) and not before.text.endswith("。"):
                return joined([before, line], "")
            return line
    return Passage()
