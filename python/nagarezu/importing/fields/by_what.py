"""By what something is handed over: a line, or what is carried and how it is carried.

「暗号化したCD-R（職員の手渡し）」 is one way: an optical disk, in person. 「LGWAN回線」 is a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import fold, outside_brackets, tidy

_OR = re.compile(r"及び|並びに|および|ならびに|又は|または|若しくは|もしくは|かつ|[/／・]")
# not 申込書と照合したDVD-R, 紙とする, 紙でやり取り
_AND = re.compile(
    r"と(?:ともに|共に|併せて|あわせて|一緒に)"
    r"|と(?!(?:は|も|の|し|す|な|い|き|こ|同|異|照|突|比|一致|見比べ|引き比べ))"
    r"|に加え(?:て|、)?|のほか(?:に|、)?|や(?!り|む)"
    r"|は、?(?=[^、。はを]{1,20}と(?:ともに|共に|併せて|あわせて|一緒に))"
)


@dataclass(frozen=True, slots=True)
class Way:
    """`line` is a kind of channel that leads; `thing` a kind of medium; `carried` how it goes."""

    line: str = ""
    thing: str = ""
    carried: str = ""
    label: str = ""

    @property
    def certain(self) -> bool:
        return bool(self.line or self.thing or self.carried)

    @property
    def words(self) -> list[str]:
        """As a case writes it; a medium of which nothing more is said may be any such."""
        things = list(_ANY) if self.thing == "any" else [self.thing]
        return [each for each in (self.line, *things, self.carried) if each and each != _UNKNOWN]


_UNKNOWN = "unspecified"  # a line that a case has no word for
_ANY = ("usb_memory", "memory_card", "optical_disk", "magnetic_disk", "magnetic_tape")


@cache
def _tables() -> tuple[tuple[str, tuple[tuple[re.Pattern[str], str], ...]], ...]:
    told = rules("carriers")["by_what"]
    return tuple(
        (name, tuple((re.compile(each["words"], re.I), str(each["kind"])) for each in told[name]))
        for name in ("lines", "carriers", "transports")
    )


@cache
def any_way() -> re.Pattern[str]:
    """A word that names a way; for a first look at a text in half width."""
    words = [p.pattern for _, table in _tables() for p, _ in table]
    return re.compile("|".join(words), re.IGNORECASE)


@lru_cache(maxsize=1 << 12)
def names_way(text: str) -> bool:
    """Whether a text in half width has a word that names a way; many cells say the same."""
    return bool(any_way().search(text))


@lru_cache(maxsize=1 << 12)
def of_phrase(text: str) -> Way:
    """The one way that a phrase names: its first line, else its first thing with how it goes."""
    plain = _without_firms(fold(tidy(text)))
    found = {name: _first(plain, table) for name, table in _tables()}
    line, thing, carried = (found[name] for name, _ in _tables())
    if line and not thing:
        return Way(line[0], label=line[1])
    if line and thing and _is_line(plain, line, thing):
        return Way(line[0], label=line[1])
    labels = [each[1] for each in (thing, carried) if each]
    return Way("", thing[0] if thing else "", carried[0] if carried else "", "・".join(labels))


_FIRM = re.compile(  # ことり紙工有限会社, 株式会社紙源
    r"[一-龥々ァ-ヶー]+(?:株式|有限|合同)会社|(?:株式|有限|合同)会社[A-Za-z一-龥々ァ-ヶー]+"
)


def _without_firms(plain: str) -> str:
    """The text with the names of firms blanked: the 紙 of 紙工 is no paper that is handed over."""
    if "会社" not in plain:
        return plain
    return _FIRM.sub(lambda firm: "〓" * len(firm.group()), plain)


def _is_line(plain: str, line: tuple[str, str], thing: tuple[str, str]) -> bool:
    """「電子データ（LGWAN）」 goes by its line; 「LGWAN端末から書き出したDVD-R」 is a disk."""
    return thing[0] == "any" or plain.find(thing[1]) < plain.find(line[1])


def of_cell(text: str) -> list[Way]:
    """The ways that a cell lists: 「専用回線、DVD-R（書留）」."""
    found: list[Way] = []
    listed = _NUMBERED.sub("、", text)  # 1 USBメモリ / 2 紙
    for part in outside_brackets(tidy(listed).replace("\n", "、"), "、，,。;；"):
        for piece in _pieces(part):
            way = of_phrase(piece)
            if way.certain and way not in found:
                found.append(way)
    return found


_NUMBERED = re.compile(
    r"\n[ \u3000]*(?:[(（](?:[0-9０-９]{1,2}|[ア-ン])[)）]|[①-⑳・]"
    r"|(?:[0-9０-９]{1,2}|[ア-ン])[.．\s])"
)


def _pieces(part: str) -> list[str]:
    """Split at 及び outside brackets; 「紙（DVD-R又は簡易書留）」 stays one."""
    depth, start, found = 0, 0, []
    for at, char in enumerate(part):
        depth += (char in "(（[［") - (char in ")）]］")
        match = _OR.match(part, at) or _AND.match(part, at)
        if match and match.re is _AND and not _of_two(part, *match.span()):
            match = None
        if match and depth <= 0 and at >= start:
            found.append(part[start:at])
            start = match.end()
    return [*found, part[start:]]


def _of_two(part: str, start: int, end: int) -> bool:
    """Whether a thing that is carried stands on both sides of と or や: 紙の申込書とDVD-R."""
    carriers = dict(_tables())["carriers"]
    return all(_first(fold(side), carriers) for side in (part[:start], part[end:]))


def names(thing: str, text: str) -> bool:
    """Whether a text in half width has a word for a thing that is carried."""
    return any(kind == thing and words.search(text) for words, kind in dict(_tables())["carriers"])


def names_more(text: str) -> bool:
    """Whether a cell names what is no way that is known: then nobody knows all its ways."""
    return any(
        piece.strip() and not of_phrase(piece).certain
        for part in outside_brackets(tidy(text), "、，,。")
        for piece in _pieces(part)
    )


def _first(plain: str, table: tuple[tuple[re.Pattern[str], str], ...]) -> tuple[str, str] | None:
    hits = [(m.start(), kind, m.group()) for p, kind in table if (m := p.search(plain))]
    exact = [hit for hit in hits if hit[1] != "any"]  # 記録媒体（DVD-R）
    return min(exact or hits, key=lambda hit: hit[0])[1:] if hits else None
