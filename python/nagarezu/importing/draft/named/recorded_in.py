"""A system that a sentence counts among those in which items are recorded, and that no sheet has.

甲システム、乙端末及び丙サーバーに記録する: the sheet of the systems lists 甲システム and 乙端末. Or
the other way round: the sheet lists all three, and the sentence passes one over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.named import matter_rows
from nagarezu.importing.draft.named.outline import sort_of
from nagarezu.importing.draft.named.strangers import claim
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, without_brackets
from nagarezu.importing.sentences.frames import frames
from nagarezu.importing.sentences.parts import Part

_MOST = 3_000  # rows; a table of so many has no sentences
_LONGEST = 300  # characters of a sentence
_SENTENCE = re.compile(r"[^。\n|]+。?")
_ALIKE = {"構築": "導入", "整備": "導入", "新設": "導入", "設置": "導入", "運用": "管理"}
_SIGN = r"(?:[(（]?[0-9ア-ンa-z]{1,2}[)）.][ ]?|[0-9]{1,2}[ ]|[ア-ン][ ]|[①-⑳・][ ]?)?"
_HEAD = re.compile(
    rf"^\s*{_SIGN}[【\[]?(?P<head>[^\s:、。】\]]{{3,24}})[】\]]?(?:[ :]\s*(?P<names>[^。]*))?$"
)
_ENTRY = re.compile(rf"^\s*{_SIGN}(?P<name>[^\s、。:()]{{3,24}})$")
_OPEN = re.compile(r"(?:システム|サーバー?|端末|データベース|台帳)(?:等|など|ほか|の一つ)")
_SEVERAL = 2  # systems side by side
_FEW, _MOST_STRANGE = 8, 2  # systems below a head, and how many of them no sheet has
_PIECES = re.compile(r"、|,|及び|並びに|および|ならびに|・|と(?=[^、。]{3})")


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Claims that something is recorded in such a system; called when all holders are known."""
    known = _own_systems(builder)
    if len(rows) > _MOST or not known:
        return
    _passed_over(builder, rows)
    for name, place in _only_there(builder, rows):
        _forget(builder, name)
        claim(builder, place, name, "", "system")
    parts = list(matter_rows.by_matter(builder, rows))
    if not any(matter for matter, _ in parts) or len(parts) < 2:
        return
    sheets = key("\n".join(row.text for matter, part in parts if matter for row in part))
    done: set[str] = set()
    systems = len({builder.find_holder(name) for name in known})
    outside = [row for matter, part in parts if not matter for row in part]
    for name, place in (*_told(outside, known), *_listed(outside, known, systems)):
        known_by = builder.find_holder(name)  # another reader has named it
        if key(name) not in sheets and name not in done and not known_by:
            done.add(name)
            claim(builder, place, name, "", "system")


Told = tuple[list[str], Passage]  # names of systems side by side, and where they stand


def _only_there(builder: Builder, rows: Sequence[Row]) -> list[tuple[str, Passage]]:
    """甲台帳及び乙システムに記録し: 乙システム, of which nothing else in the document speaks.

    Read as one more system where the sentence stands; 甲台帳 comes again elsewhere.
    """
    made = {
        name: str(builder.holder_entity(id_).get("source", ""))
        for name, id_ in builder.names()
        if builder.holder_entity(id_)["kind"] == "system"
        and builder.holder_entity(id_).get("operator") == builder.own
    }
    whole = key("\n".join(row.text for row in rows))
    once = [name for name in made if whole.count(name) == 1 and _may_be(name)]
    found: list[tuple[str, Passage]] = []
    for cell in (cell for row in rows for cell in row.filled) if once else ():
        plain = key(cell.text)
        for name in (name for name in once if name in plain):
            for sentence in _SENTENCE.finditer(cell.text):
                others = {each for each in made if each not in (*once, name)}
                if name in key(sentence.group()) and _again(fold(sentence.group()), name, others):
                    found.append((name, cell.part(*sentence.span())))
    return found


def _again(text: str, name: str, others: set[str]) -> bool:
    """Whether a sentence names it beside another system, or as one more: 乙システムにも登録する."""
    words = rules("strangers")
    if len(text) > _LONGEST or compiled(words["not_recorded"]).search(text):
        return False
    for part in _places(text):
        names = [key(each) for each in _named(part.text)]
        beside = [each for each in names if each != name and _is_known(each, frozenset(others))]
        if name in names and (beside or (others and text.startswith(("にも", "でも"), part.end))):
            return True
    return False


def _forget(builder: Builder, name: str) -> None:
    """What the sentence made of it: no sheet has it."""
    id_ = builder.find_holder(name)
    flows = builder.list_of("flows")
    flows[:] = [each for each in flows if each.get("to") != [id_] or each["relation"] != "process"]


def _in_front(builder: Builder, rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of the cover and the overview, above the sheets."""
    begins = {str(each.get("source", "")).partition(" ")[0] for each in builder.list_of("matters")}
    end = next((at for at, row in enumerate(rows) if begins & set(row.places)), 0)
    return rows[:end]


def _passed_over(builder: Builder, rows: Sequence[Row]) -> None:
    """The one system of a sheet that nothing in front of it names, where a row has all others."""
    above = _in_front(builder, rows)
    outside = key("\n".join(row.text for row in above))
    for names, place in (*_rows_of_names(above), *_lists_of_names(above)):
        ids = {builder.find_holder(name) for name in names}
        if len(ids) < _SEVERAL or "" in ids:
            continue
        for each in builder.list_of("lists"):
            all_ = set(each.get("holders", []))
            odd = sorted(all_ - ids)
            if not ids < all_ or len(odd) != 1 or _is_named(builder, odd[0], outside):
                continue
            for id_ in sorted(all_):
                entity = builder.holder_entity(id_)
                sheet = {"sheet": "system", "source": str(entity.get("source", place.source))}
                row = {"sheet": "workflow", "source": place.source}
                entity["mentions"] = [sheet, row] if id_ in ids else [sheet]
            return


def _is_named(builder: Builder, id_: str, text: str) -> bool:
    return any(name in text for name in builder.names_of(id_))


def _rows_of_names(rows: Sequence[Row]) -> Iterator[Told]:
    """Systems that one sentence counts as those in which something is recorded."""
    words = rules("strangers")
    for cell in (cell for row in rows for cell in row.filled):
        for sentence in _SENTENCE.finditer(cell.text):
            text = fold(sentence.group())
            if len(text) > _LONGEST or compiled(words["not_recorded"]).search(text):
                continue
            if _OPEN.search(text):
                continue
            for part in _places(text) if compiled(words["machine"]).search(text) else ():
                yield list(_named(part.text)), cell.part(*sentence.span())


def _lists_of_names(rows: Sequence[Row]) -> Iterator[Told]:
    for entries in _entries(rows):
        yield [name for name, _ in entries], entries[0][1]


def _told(rows: Sequence[Row], known: frozenset[str]) -> Iterator[tuple[str, Passage]]:
    for cell in (cell for row in rows for cell in row.filled):
        for sentence in _SENTENCE.finditer(cell.text):
            text = fold(sentence.group())
            for name in _beside(text, known) if len(text) <= _LONGEST else ():
                yield name, cell.part(*sentence.span())


def _listed(
    rows: Sequence[Row], known: frozenset[str], systems: int
) -> Iterator[tuple[str, Passage]]:
    """What is not known of those below, or beside, a head: 2 記録するシステム / ア 甲システム.

    Of as many as the sheets have, one may only be called otherwise there.
    """
    for entries in _entries(rows):
        strange = [(name, place) for name, place in entries if not _is_known(key(name), known)]
        if len(entries) > max(len(strange), systems) and len(strange) <= _MOST_STRANGE:
            yield from (each for each in strange if _may_be(each[0]))


def _entries(rows: Sequence[Row]) -> Iterator[list[tuple[str, Passage]]]:
    """The names below, or beside, each head that says where something is recorded."""
    lines = [
        line for row in rows for cell in row.filled for line in cell.lines() if line.text.strip()
    ]
    for at, head in enumerate(lines):
        match = _HEAD.match(fold(head.text))
        if not match or not compiled(rules("strangers")["recording_head"]).fullmatch(
            key(match["head"])
        ):
            continue
        entries = [(name, head) for name in _PIECES.split(match["names"] or "") if name]
        if not entries:
            sort = sort_of(lines[at + 1].text) if at + 1 < len(lines) else 0
            for below in lines[at + 1 : at + 1 + _FEW]:
                entry = _ENTRY.match(without_brackets(fold(below.text)))
                if not entry or sort_of(below.text) != sort or sort == sort_of(head.text):
                    break
                entries.append((entry["name"], below))
        if entries:
            yield entries


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
    told = compiled(rf"(?:{rules('strangers')['recording_place']})は").search(text)
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
        yield compiled(r"^(?:または|又は|新たに|並びに)|^\s+|\s+$").sub("", piece)


def _is_known(name: str, known: frozenset[str]) -> bool:
    return any(name in other or other in name for other in known)


def _may_be(name: str) -> bool:
    """Whether words are the name of one system, and not of any: 端末, 業務システム."""
    words = rules("strangers")
    return bool(compiled(words["machine_name"]).fullmatch(key(name))) and not compiled(
        words["general"]
    ).search(key(name))
