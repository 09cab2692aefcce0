"""A partner that one list of partners names and another list of the same kind passes over.

結合の相手方 甲及び乙 on the sheet, 結合の相手方 甲 in the drawing: whoever stands in one of them
and nowhere else in the whole document, while the others of that list come again, was forgotten.
A sentence that names several to whom something goes (甲及び乙に提供する) is such a list as well.
And a system that the flow of work uses and the numbered list of systems does not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nagarezu.importing.draft import said
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.named.strangers import body_names, claim, system_names
from nagarezu.importing.form import handed
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key
from nagarezu.importing.sentences.frames import frames

_LINE = re.compile(
    r"^[ 　]*(?:[【(]?[^。、\s]{0,3}[)】.][ 　]*)?(?P<label>[^。、:\s]{2,20})(?:[:　]|[ ]{2,}| )"
)
_HEAD = re.compile(
    r"^[ 　]*(?:第?[0-9一二三四五六七八九十]{1,2}[.、 　]|[(][0-9ア-ン]{1,2}[)]|[①-⑳]"
    r"|[ア-ン][ 　])?[ 　]*"
    r"(?P<label>[^。、:\s]{2,20})$"
)
# 名簿の提供先は、次の団体とする。 above the names
_SAID = re.compile(
    r"(?:^|[の、])(?P<label>[^。、の]{2,12}?)(?:は|を)、?(?:次|以下|下記|左記)の[^。]{1,20}"
    r"(?:とする|である|としている|とおり(?:である|とする)?|です|とします)。?$"
)
_KIND = re.compile(r"^[【<(]*(?:外部結合|業務委託|委託|委任|電算処理|外部提供|提供)[】>)]*$")
_SHORTEST = 3  # characters of a name that is looked for
_MOST = 3_000  # rows; a table of so many is no paper


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of partners: by what they get information, of which matter, who, and where."""

    relations: frozenset[str]
    matter: str
    holders: frozenset[str]
    passage: Passage


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Say on which of two sheets a partner is named; called when all holders are known."""
    if len(rows) > _MOST:
        return
    names = _names(builder)
    lists = [*_lists(builder, rows, names), *_takers(builder, rows)]
    told = list(_told(builder, rows, names)) if lists else []
    if len(lists) + len(told) > 1:
        texts = [key(row.text) for row in rows]
        for one in (*lists, *told):
            _passed_over(builder, one, lists, names, texts)
    _undescribed(builder, rows)


def _names(builder: Builder) -> dict[str, str]:
    """The names of those outside, the longest first."""
    found = {
        name: id_
        for name, id_ in builder.names()
        if len(name) >= _SHORTEST and builder.holder_entity(id_).get("external")
    }
    return dict(sorted(found.items(), key=lambda each: (-len(each[0]), each)))


def _named(text: str, names: dict[str, str]) -> frozenset[str]:
    """Whom a value names: holders by their id, other bodies by the key of their name."""
    plain, found = key(text), set()
    for name, id_ in names.items():
        if name in plain:
            plain = plain.replace(name, " ")
            found.add(id_)
    return frozenset(found | {key(name) for name in body_names(plain)})


def _lists(builder: Builder, rows: Sequence[Row], names: dict[str, str]) -> Iterator[Listed]:
    """The value of each label that names partners by their role, with at least one name."""
    head: Passage | None = None  # 提供先, on a line of its own
    below: list[Passage] = []  # ア　甲社, イ　乙社 in the lines below it
    place = ("", "")
    for matter, row in said.placed(builder, rows):
        cells = row.filled
        pairs = list(pairwise(cells))
        if head is not None and len(cells) == 1 and _is_one(cells[0], names):
            below.append(cells[0])
            place = place if len(below) > 1 else (_matter(builder, matter, row), head.text)
            continue
        if head is not None and not below and len(cells) == 1 and _leads(cells[0], names):
            continue
        if below:
            whom = _named("、".join(cell.text for cell in below), names)
            yield Listed(_relations(place[1]), place[0], whom, joined(below))
            head, below = None, []
        if head is not None and len(cells) == 1:
            pairs.append((head, cells[0]))
        printed = fold(cells[0].text) if len(cells) == 1 else ""
        alone = _HEAD.match(printed) or _SAID.search(printed)
        head = cells[0].part(*alone.span("label")) if alone else None
        head = head if head is not None and _relations(head.text) else None
        line = _LINE.match(fold(cells[0].text)) if len(cells) == 1 else None
        if line and "。" not in cells[0].text:
            label = cells[0].part(line.start("label"), line.end("label"))
            pairs = [(label, cells[0].part(line.end("label")))]
        for label, value in pairs:
            relations = _relations(label.text)
            holders = _named(value.text, names) if relations else frozenset()
            if holders:
                yield Listed(relations, _matter(builder, matter, row), holders, value)


def _takers(builder: Builder, rows: Sequence[Row]) -> Iterator[Listed]:
    """Those who get the same thing in rows of a table of what goes to whom: 市 | 甲社 | 集計表."""
    for table in handed.tables(rows):
        by_what: dict[str, list[Passage]] = {}
        for line in table:
            if line.get("giver") and line.get("taker") and line.get("items"):
                by_what.setdefault(key(line.get("items").text), []).append(line.get("taker"))
        for cells in by_what.values() if len(table) > 1 else ():
            whom = [builder.find_holder(cell.text.replace("\n", "")) for cell in cells]
            flows = [f for f in builder.list_of("flows") if set(f.get("to", [])) & set(whom)]
            relations = {f["relation"] for f in flows}
            if len(cells) > 1 and all(whom) and len(relations) == 1 and len(set(whom)) > 1:
                matter = str(flows[0].get("matter", ""))
                yield Listed(frozenset(relations), matter, frozenset(whom), joined(cells))


_ONE = re.compile(r"^[ 　]*(?:[(]?[0-9ア-ンa-z]{1,2}[).、 　]|[①-⑳・])[ 　]*[^。]{3,40}$")


def _is_one(cell: Passage, names: dict[str, str]) -> bool:
    """ア　甲社: a numbered line that is a name."""
    return bool(_ONE.match(fold(cell.text))) and len(_named(cell.text, names)) == 1


def _leads(cell: Passage, names: dict[str, str]) -> bool:
    """次の者に名簿を渡す。 between 提供先 and the names below it."""
    return cell.text.rstrip().endswith("。") and not _named(cell.text, names)


_BY_WHAT = (("entrust", "委託"), ("link", "結合|接続"), ("provide", "."))


def _told(builder: Builder, rows: Sequence[Row], names: dict[str, str]) -> Iterator[Listed]:
    """Several whom one sentence names as those to whom something is given or entrusted."""
    for matter, row in said.placed(builder, rows):
        for cell in row.filled:
            if not any(name in key(cell.text) for name in names) or "。" not in cell.text:
                continue
            for sentence in compiled("[^。]+").finditer(cell.text):
                for frame in frames(fold(sentence.group())):
                    part = frame.part("に")
                    if frame.act not in ("give", "entrust") or frame.denied or part is None:
                        continue
                    # 法人まなび of 法人まなびの森 is nobody by itself
                    apart = (text for text, _ in part.of if text not in part.text)
                    several = " ".join([part.text, *apart])
                    holders = _named(several, names)
                    words = next(
                        name for name, verb in _BY_WHAT if compiled(verb).search(frame.verb)
                    )
                    if len(holders) > 1 and not (frame.supposed or part.besides):
                        place = cell.part(*sentence.span())
                        yield Listed(
                            frozenset({words}), _matter(builder, matter, row), holders, place
                        )


def _matter(builder: Builder, matter: str, row: Row) -> str:
    """The matter of a row: by a number of its file in front; none below a head of a mere kind."""
    numbered = builder.registered.get(key(row.filled[0].text), "")
    titles = {str(each["id"]): str(each["title"]) for each in builder.list_of("matters")}
    return numbered or ("" if _KIND.match(key(titles.get(matter, ""))) else matter)


def _relations(label: str) -> frozenset[str]:
    plain = key(label)
    for each in rules("strangers")["lists"]:
        if compiled(each["words"]).fullmatch(plain):
            return frozenset(each["relations"])
    return frozenset()


def _passed_over(
    builder: Builder,
    one: Listed,
    lists: Sequence[Listed],
    names: dict[str, str],
    texts: Sequence[str],
) -> None:
    """The one of a list that nothing else names, where other lists name all the rest of it."""
    others = [each for each in lists if each is not one and _alike(builder, one, each)]
    again = frozenset().union(*(each.holders for each in others))
    missing = one.holders - again
    if (
        len(missing) != 1
        or len(one.holders) < 2
        or any(each.holders > one.holders for each in others)
    ):
        return
    (odd,) = missing
    called = [name for name, id_ in names.items() if id_ == odd] or [odd]
    if sum(any(name in text for name in called) for text in texts) != 1:
        return
    if odd not in _ids(builder):
        claim(builder, one.passage, _printed(one.passage, odd), one.matter)
        return
    flow = next((f for f in _flows(builder, one.relations) if odd in f.get("to", [])), None)
    matter = str(flow["matter"]) if flow else ""
    fellows = {
        id_ for f in _flows(builder, one.relations) if f["matter"] == matter for id_ in f["to"]
    }
    if flow is None or not fellows & again & one.holders:
        return
    place = {"sheet": "matter", "matter": matter, "source": one.passage.source}
    builder.holder_entity(odd)["mentions"] = [place]
    for other in others:
        there = {"sheet": "overview", "matter": matter, "source": other.passage.source}
        for id_ in sorted(fellows & other.holders & one.holders):
            builder.holder_entity(id_).setdefault("mentions", []).append(dict(there))


def _alike(builder: Builder, one: Listed, other: Listed) -> bool:
    """Whether two lists name partners of one kind, of one matter or of the only one of it."""
    both = one.relations & other.relations
    if not both or not one.holders & other.holders:
        return False
    matters = {flow["matter"] for flow in _flows(builder, both)} - {""}
    return one.matter == other.matter or not (one.matter and other.matter) or len(matters) == 1


def _ids(builder: Builder) -> set[str]:
    return {str(each["id"]) for each in builder.list_of("holders")}


def _printed(passage: Passage, name: str) -> str:
    """The name as it stands in the value."""
    found = body_names(fold(passage.text))
    return next((each for each in found if key(each) == name), name)


def _flows(builder: Builder, relations: frozenset[str]) -> list[Entity]:
    return [flow for flow in builder.list_of("flows") if flow["relation"] in relations]


_SYSTEM = re.compile(r"^システム(?P<counted>\d{1,2})(?!\d)")
_TITLED = re.compile(r"^①?システムの名称[ :]+(?P<name>[^ ]{3,30})$")
_USED = re.compile(r"使用する(?:情報)?システムは、?(?:次の|以下の|[^。]{0,80}の?[2-9二三四五]つ)")
_WORK = re.compile(r"^\(?別添1\)?")
_NEXT = re.compile(r"^(?:[ⅡⅢⅣ]|II|\(?別添[2-9])")
_DIGEST = re.compile(r"変更箇所|変更又は追記|抜き出し|抜粋|主な変更|あらまし|概要版")
_FEWEST = 2  # systems that are described, and that the work uses


def _undescribed(builder: Builder, rows: Sequence[Row]) -> None:
    """A system of the flow of work (別添1) that the rest of the paper does not name."""
    lines = [fold(row.text).strip() for row in rows]
    counted = {m["counted"] for line in lines if (m := _SYSTEM.match(line))}
    titled = [m["name"] for line in lines if (m := _TITLED.match(line))]
    start = next((at for at, line in enumerate(lines) if _WORK.match(line)), None)
    if len(counted) < _FEWEST or start is None or any(map(_DIGEST.search, lines)):
        return
    end = next((at for at in range(start + 1, len(lines)) if _NEXT.match(lines[at])), len(lines))
    work, elsewhere = lines[start:end], key("".join([*lines[:start], *lines[end:]]))
    named = [(at, name) for at, line in enumerate(work) for name in system_names(line)]
    known = {name for _, name in named if key(name) in elsewhere}
    if any(map(_USED.search, work)):
        _unused(builder, titled, key("".join(work)), rows[start].whole)
    matters = builder.list_of("matters")
    matter = str(matters[0]["id"]) if len(matters) == 1 else ""
    if len(known) < _FEWEST:
        return
    for at, name in {name: (at, name) for at, name in named}.values():
        part = any(other in name or name in other for other in known)
        if key(name) not in elsewhere and not part:
            claim(builder, rows[start + at].whole, name, matter)


def _unused(builder: Builder, titled: Sequence[str], work: str, place: Passage) -> None:
    """The one system that is described, where the flow of work says which ones it uses."""
    ids = [builder.find_holder(name) for name in titled]
    left = [id_ for id_, name in zip(ids, titled, strict=True) if key(name) not in work]
    if len(left) != 1 or len(ids) <= _FEWEST or not all(ids):
        return
    for id_ in ids:
        entity = builder.holder_entity(id_)
        sheet = {"sheet": "system", "source": str(entity.get("source", place.source))}
        there = {"sheet": "workflow", "source": place.source}
        entity["mentions"] = [sheet] if id_ in left else [sheet, there]
