"""Tables of what goes to whom, beside the lists of the sheets or cards.

A flow of which nothing lists what it carries, or which carries all that is on record, gets the row
of the table as its list; the list of any other flow is told once more there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft import lists, parties
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.lists import Listed
from nagarezu.importing.draft.named import strangers
from nagarezu.importing.draft.register import by_number
from nagarezu.importing.draft.register import items as register_items
from nagarezu.importing.draft.ways import one_way
from nagarezu.importing.draft.ways.one_way import Way
from nagarezu.importing.fields import stretches
from nagarezu.importing.fields.item_entry import Entry, ItemList
from nagarezu.importing.form import handed
from nagarezu.importing.form.handed import Handed
from nagarezu.importing.form.register.file import Part
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, outside_brackets, tidy, without_brackets

_AWAY = ("entrust", "delegate", "reentrust", "link", "provide", "transfer")
_FEWEST = 2  # items of a row that lists them
_TOLD = ("giver", "taker", "items", "way")
_CITED = re.compile(
    r"^[(（第別]|^(?:個?票|様式|調書)[^、]{0,12}項目|のとおり|参照|に同じ|全項目|全て|すべて"
)


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Lists, and what tells them again, from all such tables of a document."""
    for table in handed.tables(rows):
        _unlisted(builder, table)
        for row in table:
            _row(builder, row, rows, [each for each in table if each is not row])
    _handed_down(builder)


_RECIPIENT = re.compile(
    r"(?:外部|経常的)?(?:提供|配布|配付|交付)(?:する)?(?:先|の?相手方?)(?:の?名称|名)?"
)
_NO_RECIPIENT = re.compile(r"[。、]|委託|本人|^[(（]|合計|計$|[課係室]$|注[0-9]?$|なし$|^[-ー－―]$")
_NAME = 24  # characters


def _unlisted(builder: Builder, table: Sequence[Handed]) -> None:
    """Flows to those whom a table of recipients names (別紙 提供先一覧) and no sheet does.

    They belong to the one sheet on which the own side records what is handed out.
    """
    processed = [
        f for f in builder.list_of("flows") if f["relation"] == "process" and f.get("lists")
    ]
    matters = {str(each["matter"]) for each in processed}
    if len(matters) != 1 or any("file" in row.cells or "giver" in row.cells for row in table):
        return
    (matter,) = matters
    for row in table:
        cell = row.get("taker")
        name = without_brackets(tidy(cell.text))
        if not _RECIPIENT.fullmatch(row.heads.get("taker", "")) or len(name) > _NAME:
            return
        found = _owned(builder, register_items.read([Part(row.get("items"), row.get("items"))]))
        known = _who(builder, row, "taker")
        if not name or _NO_RECIPIENT.search(name) or known or not _is_list(builder, found):
            continue
        who = builder.holder(name, "organisation", cell, tier=1, external=True, rule="handed_row")
        flow: Entity = {
            "id": builder.fresh(f"f{len(builder.list_of('flows')) + 1}"),
            "matter": matter,
            "from": builder.own,
            "to": [who],
            "relation": "provide",
            "open": True,  # until the row is read as its list
            "open_subjects": True,
            "source": cell.source,
            "provenance": [evidence("to", cell, who, "handed_row", 0.85)],
        }
        builder.add("flows", flow)


def _handed_down(builder: Builder) -> None:
    """A sub-contractor of whom nothing is listed gets what the table gives to the contractor."""
    flows = builder.list_of("flows")
    for flow in flows:
        if flow["relation"] != "reentrust" or not flow.get("lists") or _states_own(builder, flow):
            continue
        above = [
            each
            for each in builder.of_matter("flows", str(flow["matter"]))
            if each["relation"] in ("entrust", "delegate") and each.get("to") == [flow.get("from")]
        ]
        if len(above) == 1 and _states_own(builder, above[0]):
            flow["lists"] = list(above[0]["lists"])


def _row(builder: Builder, row: Handed, rows: Sequence[Row], others: Sequence[Handed]) -> None:
    givers = _group(builder, row, "giver")
    takers = _group(builder, row, "taker")
    giver = _who(builder, row, "giver") if row.get("giver") and not givers else builder.own
    taker = _who(builder, row, "taker") if not takers else ""
    for one in givers or [giver]:
        for other in takers or [taker]:
            _between(builder, row, rows, others, one, other)


def _group(builder: Builder, row: Handed, side: str) -> list[str]:
    """運行事業者（3者） in a cell: all whom the paper calls so."""
    return builder.groups.get(key(without_brackets(tidy(row.get(side).text))), [])


def _between(
    builder: Builder,
    row: Handed,
    rows: Sequence[Row],
    others: Sequence[Handed],
    giver: str,
    taker: str,
) -> None:
    passage = row.get("items")
    found = _found(builder, taker if taker != builder.own else giver, passage)
    if not passage or _CITED.search(key(passage.text)) or not _is_list(builder, found):
        return
    if giver == builder.own and taker:
        builder.given.setdefault(taker, set()).update(_known(builder, found))
    if _turned(builder, giver, taker, row, found):
        return
    flow = _flow(builder, giver, taker, row, found)
    if flow is None:
        if not taker:
            _stranger(builder, row.get("taker"), rows)
        return
    if not _states_own(builder, flow):
        _list(builder, flow, row, found)
    if not _told_beside(builder, flow, found, others):
        _retell(builder, flow, row, found)


_OF_ONE = re.compile("渡|送|提供|委託|預|交付|結合|連携|移転|受|返|納")


def _told_beside(builder: Builder, flow: Entity, found: ItemList, others: Sequence[Handed]) -> bool:
    """Whether a list of all that the work handles is told in parts, of which this row is one.

    取り扱う項目 says nothing of who gets what; 委託先に渡す項目 does.
    """
    whole = _lists(builder, flow)
    groups = [
        each for each in builder.of_matter("flows", str(flow["matter"])) if _alike(each, flow)
    ]
    listed = {item for each in groups for item in _items(builder, each)}
    if _known(builder, found) <= listed and any(
        _CITED.search(key(row.get("items").text)) and _same_ends(builder, row, flow)
        for row in others
    ):
        return True  # 第3票の17項目 over the line, and some of them on a disk once a year
    if any(_OF_ONE.search(key(str(each.get("label", "")))) for each in whole):
        return False
    rest = _items(builder, flow) - _known(builder, found)
    for row in others if rest and _known(builder, found) <= _items(builder, flow) else ():
        ends = [_who(builder, row, side) for side in ("giver", "taker")]
        partner = next((each for each in ends if each not in ("", builder.own)), "")
        if ends == [flow["to"][0], flow.get("from")]:
            return True  # each way has its own
        rest -= _known(builder, _found(builder, partner, row.get("items")))
        if not rest:
            return True
    return False


def _alike(one: Entity, other: Entity) -> bool:
    """Whether two flows join the same two: each group of persons has one."""
    return one.get("from") == other.get("from") and one.get("to") == other.get("to")


def _same_ends(builder: Builder, row: Handed, flow: Entity) -> bool:
    """Whether a row has giver and taker of a flow; a system of the own side is that side."""
    giver = _who(builder, row, "giver") if row.get("giver") else builder.own
    runs = builder.holder_entity(giver).get("operator", giver) if giver else ""
    return flow.get("from") in (giver, runs) and _who(builder, row, "taker") in flow["to"]


def _known(builder: Builder, found: ItemList) -> set[str]:
    ids = {builder.find_item(without_brackets(entry.label)) for entry in found.entries}
    return ids - {""}


def _found(builder: Builder, partner: str, passage: Passage) -> ItemList:
    told = numbered(builder, partner, passage)
    printed = by_number.named(passage)
    found = (
        (_entries(told, passage) if told else None)
        or (ItemList(printed) if printed else None)
        or _as_printed(builder, passage)
        or _owned(builder, register_items.read([Part(passage, passage)]))
    )
    found.entries = register_items.by_known(builder, found.entries)
    return found


_NUMBERS = re.compile(
    r"(?:[^、。]{1,12}の)?(?:(?:記録|情報|全)?項目|番号|no\.?)の?"
    rf"(?P<marks>{stretches.MARKS})",
    re.IGNORECASE,
)


def numbered(builder: Builder, partner: str, passage: Passage) -> list[str]:
    """記録項目1から10まで, 項目1、2及び10: of the only list of a partner, or of the records."""
    told = _NUMBERS.fullmatch(compiled(r"\s").sub("", fold(passage.text)))
    matters = {
        str(flow["matter"])
        for flow in builder.list_of("flows")
        if partner in (*flow.get("to", []), flow.get("from"))
    }
    if not told or len(matters) != 1:
        return []
    listed = builder.of_matter("lists", matters.pop())
    own = [each for each in listed if each.get("holders") == [builder.own]]
    own = own or [each for each in listed if partner in each.get("holders", [])]
    own = own if own or len(listed) != 1 else listed
    entries = own[0]["entries"] if len(own) == 1 else []
    wanted = set(map(str, stretches.numbers(told["marks"])))
    labels = [str(each["label"]) for each in entries if each["position"] in wanted]
    return labels if len(labels) == len(wanted) else []


def _as_printed(builder: Builder, passage: Passage) -> ItemList | None:
    """学校名及び学年 is one item where the records have it so."""
    labels = [tidy(each) for each in outside_brackets(passage.text, "、，,")]
    known = [builder.find_item(each) for each in labels]
    return _entries(labels, passage) if len(labels) >= _FEWEST and all(known) else None


def _entries(labels: Sequence[str], passage: Passage) -> ItemList:
    return ItemList([Entry(each, passage, each, "handed_row") for each in labels])


def _stranger(builder: Builder, cell: Passage, rows: Sequence[Row]) -> None:
    """One whom only the table names: 丙協会 in its row, and on no sheet or card."""
    name = without_brackets(tidy(cell.text))
    words = rules("names")
    if not compiled(words["proper"]).search(key(name)) or compiled(words["open_class"]).search(
        key(name)
    ):
        return
    if sum(key(row.text).count(key(name)) for row in rows) == 1:
        strangers.claim(builder, cell, name, "")


_OWNER = re.compile(r"^[^の、]{2,12}の(?=.)")


def _owned(builder: Builder, found: ItemList) -> ItemList:
    """保護者の氏名及び住所: whose the first is, the others are, where such an item is known."""
    first = _OWNER.match(found.entries[0].label) if found.entries else None
    for entry in found.entries[1:]:
        owned = f"{first[0]}{entry.label}" if first else ""
        if builder.find_item(owned):
            entry.label = owned
    return found


def _is_list(builder: Builder, found: ItemList) -> bool:
    """Whether most of it is known as items elsewhere, so that it is no description."""
    labels = [entry.label for entry in found.entries]
    known = [label for label in labels if builder.find_item(without_brackets(label))]
    return len(labels) >= _FEWEST and 2 * len(known) >= len(labels)


def _who(builder: Builder, row: Handed, side: str) -> str:
    """The holder in a cell; the own side where a system of its own stands."""
    printed = tidy(row.get(side).text)
    if not printed:
        return ""
    if handed.is_own(printed) or parties.is_own(builder, without_brackets(printed)):
        return builder.own
    plain = without_brackets(printed)
    return parties.find(builder, plain) or parties.by_word(builder, plain)


def _flow(builder: Builder, giver: str, taker: str, row: Handed, found: ItemList) -> Entity | None:
    """The flow between the two whose items are most like those of the row."""
    if not giver or not taker or giver == taker:
        return None
    flows = [
        each
        for each in builder.list_of("flows")
        if each.get("from") == giver and taker in each.get("to", []) and each["relation"] in _AWAY
    ]
    if matter := builder.matter_called(row.get("file").text):
        flows = [each for each in flows if each["matter"] == matter]
    items = {builder.find_item(without_brackets(entry.label)) for entry in found.entries}
    return max(
        flows,
        key=lambda each: len(items & _items(builder, each)) / (1 + len(_items(builder, each))),
        default=None,
    )


def _turned(builder: Builder, giver: str, taker: str, row: Handed, found: ItemList) -> bool:
    """Whether a list says of just these items that they go the other way: both are written."""
    if builder.own not in (giver, taker) or not (giver and taker) or giver == taker:
        return False
    items = {builder.find_item(without_brackets(entry.label)) for entry in found.entries}
    flows = [
        each
        for each in builder.list_of("flows")
        if each["relation"] in _AWAY and _items(builder, each) >= items
    ]
    there = [each for each in flows if each.get("from") == giver and taker in each.get("to", [])]
    back = [each for each in flows if each.get("from") == taker and giver in each.get("to", [])]
    exact = [each for each in back if _items(builder, each) == items]
    if there or len(items) < _FEWEST or len(exact) != 1:
        return False
    if exact[0]["relation"] != "link" and exact[0].get("from") == builder.own:
        return False  # what it is given it may hand back
    passage, sends = row.get("items"), giver == builder.own
    ways = ("send", "receive") if sends else ("receive", "send")
    partner = taker if sends else giver
    told, listed = (Way(way, partner, "", passage, passage.text) for way in ways)
    one_way.line(builder, str(exact[0]["matter"]), told, [listed])
    return True


def _lists(builder: Builder, flow: Entity) -> list[Entity]:
    ids = flow.get("lists", [])
    matter = builder.of_matter("lists", str(flow["matter"]))
    return [each for each in matter if each["id"] in ids]


def _items(builder: Builder, flow: Entity) -> set[str]:
    return {
        str(entry["item"])
        for each in _lists(builder, flow)
        for entry in each["entries"]
        if entry.get("item")
    }


def _states_own(builder: Builder, flow: Entity) -> bool:
    """Whether its items are listed as what this holder gets, not as all that is on record."""
    return any(
        each.get("holders", []) != [builder.own] and each["entries"]
        for each in _lists(builder, flow)
    )


def _list(builder: Builder, flow: Entity, row: Handed, found: ItemList) -> None:
    passage = row.get("items")
    taker = [id_ for id_ in flow["to"] if id_ != builder.own]
    entity = lists.write(
        builder,
        Listed("提供する項目", found, passage),
        str(flow["matter"]),
        taker,
        set(),
        lost=False,
        emphasised=frozenset(),
    )
    flow["lists"] = [entity["id"]]
    flow.pop("open", None)
    flow["provenance"].append(evidence("lists", passage, str(entity["id"]), "handed_row", 0.9))


def _retell(builder: Builder, flow: Entity, row: Handed, found: ItemList) -> None:
    passage = row.get("items")
    matter = next(each for each in builder.list_of("matters") if each["id"] == flow["matter"])
    retelling: Entity = {
        "label": " ".join(tidy(each.text) for name, each in row.cells.items() if name in _TOLD),
        "sheet": "figure",
        "holders": list(flow["to"]),
        "items": list(dict.fromkeys(_item(builder, each.label, row) for each in found.entries)),
        "source": passage.source,
        "provenance": [evidence("items", passage, rule="handed_row", confidence=0.9)],
    }
    told = matter.setdefault("retold", [])
    if not any(each["source"] == passage.source and each["holders"] == flow["to"] for each in told):
        told.append(retelling)  # else the row of several, to the same one


def _item(builder: Builder, label: str, row: Handed) -> str:
    known = builder.find_item(label) or builder.find_item(without_brackets(label))
    return known or builder.item(label, row.get("items"), label, "handed_row")
