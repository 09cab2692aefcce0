"""What is handed over, told by nouns: a row of media, 媒体は紙とする, 甲社とのDVD-Rの受渡しは."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.draft.handover.names import Names
from nagarezu.importing.draft.handover.statement import Statement
from nagarezu.importing.fields import by_what
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, tidy
from nagarezu.importing.sentences.frames import frames

NOT_NOW = re.compile(
    r"を要している|これまで|従来|従前|現在は|現行|してきた|していた|ていたが|に比べ"
    r"|では[、,][^。]*(?:できない|できず|ないため|困難|間に合わ|ことから|ため)"
)


def listed(cell: Passage, matter: str, partner: str) -> Iterator[Statement]:
    """The media that a row or line below the head 記録媒体 names."""
    for each in by_what.of_cell(cell.text):
        yield Statement(partner, "", "", each, cell, matter, listed=True, printed=cell.text)


def of_media(names: Names, said: str, matter: str, cell: Passage) -> Sequence[Statement]:
    """記録媒体は、CD-R及び紙とする: a sentence that is a row of media."""
    for frame in frames(fold(tidy(said))) if "媒" in said else ():
        topic = frame.parts.get("は")
        if frame.act == "is" and topic and frame.value and topic.head.endswith("媒体"):
            partner = names.alone(said) or names.of_role(said, matter)
            return list(listed(Passage(frame.value.text, cell.starts, cell.spots), matter, partner))
    return []


_HANDED = re.compile(
    r"^[^、。]{0,60}?(?P<who>[^、。]{2,40}?)(?:と|へ|から|に対する)の?(?P<by>[^、。]{1,24})の"
    r"(?:受け?渡し?|引き?渡し?|授受|やり取り)(?:は|に|を|の|が)"
)


def of_handing(names: Names, said: str, matter: str, cell: Passage) -> Iterator[Statement]:
    """甲社とのDVD-Rの受渡しは、簿冊に記す: by what it is handed over, whatever is said of that."""
    plain = fold(tidy(said))
    match = _HANDED.search(plain)
    if match is None or NOT_NOW.search(plain):
        return
    partner = names.alone(match["who"]) or names.of_role(match["who"], matter)
    for each in by_what.of_cell(match["by"]) if partner else ():
        if each.thing not in ("", "any", "paper"):
            yield Statement(partner, "", "", each, cell, matter, printed=plain)


def more_ways(told: list[Statement], before: str) -> Iterator[Statement]:
    """紙で手渡し、台帳は専用線で送る。受渡しは…で全てである: the ways that no verb tells."""
    partners = {each.partner for each in told if each.partner}
    known = [each.way.words for each in told]
    for way in by_what.of_cell(before) if len(partners) == 1 else ():
        if way.words and way.words not in known:
            yield replace(told[0], partner=min(partners), what="", way=way)
