"""A system that a sentence counts among those in which items are recorded, and that no sheet has.

甲システム、乙端末及び丙サーバーに記録する: the sheet of the systems lists 甲システム and 乙端末.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.named import matter_rows
from nagarezu.importing.draft.named.strangers import claim
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, without_brackets
from nagarezu.importing.sentences.frames import frames
from nagarezu.importing.sentences.parts import Part

_MOST = 3_000  # rows; a table of so many has no sentences
_LONGEST = 300  # characters of a sentence
_SENTENCE = re.compile(r"[^。\n|]+。?")
_ALIKE = {"構築": "導入", "整備": "導入", "新設": "導入", "設置": "導入", "運用": "管理"}
_PIECES = re.compile(r"、|,|及び|並びに|および|ならびに|・|と(?=[^、。]{3})")


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Claims that something is recorded in such a system; called when all holders are known."""
    known = _own_systems(builder)
    if len(rows) > _MOST or not known:
        return
    parts = list(matter_rows.by_matter(builder, rows))
    if not any(matter for matter, _ in parts) or len(parts) < 2:
        return
    sheets = key("\n".join(row.text for matter, part in parts if matter for row in part))
    done: set[str] = set()
    for row in (row for matter, part in parts if not matter for row in part):
        for cell in row.filled:
            for sentence in _SENTENCE.finditer(cell.text):
                text = fold(sentence.group())
                for name in _beside(text, known) if len(text) <= _LONGEST else ():
                    known_by = builder.find_holder(name)  # another reader has named it
                    if key(name) not in sheets and name not in done and not known_by:
                        done.add(name)
                        claim(builder, cell.part(*sentence.span()), name, "", "system")


def _own_systems(builder: Builder) -> frozenset[str]:
    """The names of the systems of the own side that hold a list."""
    holding = {id_ for one in builder.list_of("lists") for id_ in one.get("holders", [])}
    return frozenset(
        name
        for name, id_ in builder.names()
        if id_ in holding and builder.holder_entity(id_).get("operator") == builder.own
    )


def _beside(text: str, known: frozenset[str]) -> Iterator[str]:
    """The one of a row of systems that is not known, where all others are."""
    words = rules("strangers")
    if not compiled(words["machine"]).search(text) or compiled(words["not_recorded"]).search(text):
        return
    for part in _places(text):
        names = list(_named(part.text))
        strange = [name for name in names if not _is_known(key(name), known)]
        others = len(names) > 1 or text.startswith(("にも", "でも"), part.end)
        if others and len(strange) == 1 and _may_be(strange[0]):
            yield strange[0]


def _places(text: str) -> Iterator[Part]:
    """Where something is said to be kept, or what is said to be the place."""
    told = re.search(rf"(?:{rules('strangers')['recording_place']})は", text)
    for frame in frames(text):
        if frame.denied or frame.supposed:
            continue
        if frame.act == "is" and told and frame.value is not None:
            yield frame.value
        if frame.of:
            continue  # 甲システムに記録された氏名: of what another sentence tells
        for particle, act in (("に", "keep"), ("で", "keep"), ("で", "管理"), ("を", "導入")):
            if particle in frame.parts and act in (frame.act, _ALIKE.get(frame.verb, frame.verb)):
                yield frame.parts[particle]


def _named(text: str) -> Iterator[str]:
    """The names of a row, without its last words: 甲及び乙の二つ."""
    plain = compiled(rules("strangers")["counted_behind"]).sub("", without_brackets(text))
    for piece in _PIECES.split(plain):
        yield re.sub(r"^(?:または|又は|新たに|並びに)|^\s+|\s+$", "", piece)


def _is_known(name: str, known: frozenset[str]) -> bool:
    return any(name in other or other in name for other in known)


def _may_be(name: str) -> bool:
    """Whether words are the name of one system, and not of any: 端末, 業務システム."""
    words = rules("strangers")
    return bool(compiled(words["machine_name"]).fullmatch(key(name))) and not compiled(
        words["general"]
    ).search(key(name))
