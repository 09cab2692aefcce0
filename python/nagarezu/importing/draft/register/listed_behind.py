"""The items of a file listed once more behind the cards: 別紙2 記録項目一覧, below it ファイル1.

A card that prints its items itself is held against such a list. Groups such as （児童） on lines of
their own part it as they part the card.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nagarezu.importing.draft.builder import Builder, Entity, evidence, short
from nagarezu.importing.draft.register import items as register_items
from nagarezu.importing.fields.items import Entry
from nagarezu.importing.form.register.paper import Paper, items_column, items_table
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import joined
from nagarezu.importing.rules.characters import key, tidy

_OF_ALL = re.compile(r"(?:項目|記録情報)(?:の?(?:一覧表?|明細|詳細|内訳|目録))?$")
_OF_SOME = re.compile(r"主な|追加|変更|提供|委託|渡す|送る|新た|うち|要配慮|移行")
_GROUP = re.compile(
    r"^[(（【〔\[［<＜〈《■◆●○◎・]*(?P<head>[^()（）【】\d０-９。、]{1,16})[)）】〕\]］>＞〉》]*$"
)
_LONGEST = 60  # characters of a line that names a file


@dataclass(slots=True)
class _Listing:
    """Of which matter, below which head of columns, the rows, and the group that they are of."""

    matter: str
    column: int
    rows: list[Row] = field(default_factory=list)


def write(builder: Builder, papers: Sequence[Paper]) -> None:
    for paper in papers:
        title = key(paper.title.text)
        if _OF_ALL.search(title) and not _OF_SOME.search(title):
            for listing in _listings(builder, paper.rows):
                _retell(builder, listing)


def _listings(builder: Builder, rows: Sequence[Row]) -> Iterator[_Listing]:
    """Each table below a line that names one file, parted where a group begins."""
    matter = ""
    head: Row | None = None
    listing: _Listing | None = None
    for row in rows:
        if len(row.filled) == 1 and (named := _named(builder, row.text)):
            matter, head = named, None
        elif matter and items_column(row) is not None:
            head = row
        elif head is not None and len(row.filled) == 1 and _GROUP.match(tidy(row.text)):
            pass  # （児童） among the rows
        elif listing is not None and head is not None and len(row.cells) == len(head.cells):
            listing.rows.append(row)
            continue
        else:
            continue
        if listing is not None and len(listing.rows) > 1:
            yield listing
        column = items_column(head) if head is not None else None
        listing = (
            _Listing(matter, column, [head]) if head is not None and column is not None else None
        )
    if listing is not None and len(listing.rows) > 1:
        yield listing


def _named(builder: Builder, text: str) -> str:
    """The matter of the one file that a line has by its title or by what it is called."""
    plain = key(text)
    if len(plain) > _LONGEST or "。" in plain:
        return ""
    titles = {key(str(each["title"])): str(each["id"]) for each in builder.list_of("matters")}
    found = {id_ for name, id_ in titles.items() if len(name) > 3 and name in plain}
    found = found or {id_ for name, id_ in builder.registered.items() if name == plain}
    return found.pop() if len(found) == 1 else ""


def _retell(builder: Builder, listing: _Listing) -> None:
    """A retelling of the list of the card that it has the most in common with."""
    printed = [part.text for part in items_table(listing.rows, listing.column)]
    found = register_items.read(items_table(listing.rows, listing.column))
    place = joined(printed)
    leaves = [leaf for entry in found.entries for leaf in _leaves(entry)]
    lists = [
        each
        for each in builder.of_matter("lists", listing.matter)
        if each.get("holders") == [builder.own] and not each.get("open")
    ]
    there = {spot for each in lists for spot in str(each.get("source", "")).split()}
    if not lists or found.is_open or not leaves or there & set(place.source.split()):
        return
    ids = [builder.find_item(each.label) or "" for each in leaves]
    known = [each for each in ids if each]
    common = max(len(set(known) & _items(each)) for each in lists)
    if 2 * common < len(leaves) or common < len(leaves) - _UNLIKE:
        return
    told = [
        id_ or builder.item(each.label, place, each.label, "told_list")
        for id_, each in zip(ids, leaves, strict=True)
    ]
    retelling: Entity = {
        "label": short("、".join(each.label for each in leaves)),
        "sheet": "attachment",
        "holders": [builder.own],
        "items": list(dict.fromkeys(told)),
        "source": place.source,
        "provenance": [evidence("items", place, rule="told_list", confidence=0.85)],
    }
    matter = next(each for each in builder.list_of("matters") if each["id"] == listing.matter)
    matter.setdefault("retold", []).append(retelling)


_UNLIKE = 3  # items that only one of two lists of one thing has


def _leaves(entry: Entry) -> Iterator[Entry]:
    if not entry.children:
        yield entry
    for child in entry.children:
        yield from _leaves(child)


def _items(each: Entity) -> set[str]:
    return {str(entry["item"]) for entry in each["entries"] if entry.get("item")}
