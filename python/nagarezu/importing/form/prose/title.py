"""The title of a 答申 or 諮問書 among the lines of its first page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import tidy

_TITLE_END = re.compile(
    r"(?:について|に関する件|の件)[ 　]*(?:[(（][^()（）]{1,40}[)）])?(?:答申|諮問)?$"
    r"|(?:に係る|に関する)(?:諮問|答申)書?$"
)
ADDRESS = re.compile(
    r"様$|殿$|会長|^\S*(?:市|区|町|村|県|都|府)長|年.*月.*日|第.*号|(?:審議会|審査会|委員会|協議会)$|^記$"
)


def title_line(lines: Sequence[Passage]) -> Passage:
    """The line that ends in について（答申）, with the lines before it if the title is broken."""
    for index, line in enumerate(lines):
        if not _TITLE_END.search(tidy(line.text)) or "次のとおり" in line.text:
            continue
        whole = [line]
        for before in reversed(lines[max(index - _MOST, 0) : index]):
            if ADDRESS.search(tidy(before.text)) or before.text.endswith("。"):
                break
            if len(whole) > 1 and len(tidy(before.text)) < _FULL:
                break
            whole.insert(0, before)
        if len(whole) > 1 or not _BARE_END.fullmatch(tidy(line.text)):
            return _without_sender(joined(whole, ""))
    return Passage()


_MOST = 3  # lines of a title in front of its last
_FULL = 16  # characters of a line that is broken because it is full
_BARE_END = re.compile(r"(?:諮問案件|案件|下記|標記)?(?:の件)?について[(（]?(?:答申|諮問)?[)）]?")
_SENDER = re.compile(
    r"^(?:会[ 　]*長[ 　]|[^、。]{0,30}?(?:(?:審議会|審査会|委員会)[ 　]*会[ 　]*長"
    r"|[一-龥]{1,6}[市区町村](?:消防|教育|病院)?長))"
    r"[ 　]*(?=[^ 　\s者が等]{10})"
)


def _without_sender(title: Passage) -> Passage:
    """甲市長乙の提供について: a page on which the sender stands right above the title."""
    match = _SENDER.match(title.text)
    return title.part(match.end()) if match else title
