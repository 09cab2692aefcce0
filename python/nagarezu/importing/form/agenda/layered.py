"""Measures whose label says their sort: 市の対策〔運用〕, 市の対策 ―システム―, in a cell or a line.

The label is taken apart: what is left of it heads the field, and the sort heads its measures as
【運用上の対策】 does elsewhere. The next sort of the same measures goes on with the same field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.form import labels
from nagarezu.importing.form.agenda import own_labels
from nagarezu.importing.form.agenda.decorated import OF_MARKED
from nagarezu.importing.form.measure_columns import is_layer
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import key

_SORTED = re.compile(
    r"^(?P<label>[^。、]{2,40}?)\s*[〔【（(\[〈<《―—－\-ー・：:](?P<layer>[^〔【（(〕】）)]{2,12}?)[〕】）)\]〉>》―—－\-ー]?$",
    re.DOTALL,
)
_FEWEST = 3  # rows of a table with nothing but one column
_LONGEST = 40  # characters of a label
_SENTENCE = re.compile(r"[。、\n]|^[(（①-⑳\d]")


def lines(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows; those of a table of one column, label and value below each other, as lines.

    Where every other row may be a label, those that nobody knows end the value before as well.
    """
    wide = {row.grid for row in rows if len(row.cells) > 1}
    tables: dict[int, list[Row]] = {}
    for row in rows:
        if row.grid > 0 and row.grid not in wide:
            tables.setdefault(row.grid, []).append(row)
    unknown = {grid: _own_labels(table) for grid, table in tables.items()}
    own = {id(row) for turns in unknown.values() for row in turns}
    alone = {
        grid for grid, table in tables.items() if unknown[grid] or sum(map(_labels, table)) > 1
    }
    for row in rows:
        made = row.grid in alone and len(tables[row.grid]) >= _FEWEST
        yield replace(row, grid=OF_MARKED if id(row) in own else 0) if made else row


def _labels(row: Row) -> bool:
    return _heads(row.text) or _sorted(row) is not None


def _own_labels(table: Sequence[Row]) -> list[Row]:
    """The labels in an office's own words, where labels and values take turns."""
    turns = table[::2]
    short = all(len(row.text) <= _LONGEST and not _SENTENCE.search(row.text) for row in turns)
    known = [row for row in turns if _known(row.text) or _sorted(row) is not None]
    told = [row for row in table[1::2] if _SENTENCE.search(row.text) or len(row.text) > _LONGEST]
    if len(table) % 2 or not short or not known or len(known) + len(told) < _FEWEST:
        return []
    return [row for row in turns if row not in known]


def apart(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, the sort of measures in front of them instead of in their label."""
    open_ = ""
    for row in rows:
        found = _sorted(row)
        if found is None:
            open_ = "" if row.grid or _heads(row.text) else open_
            yield row
            continue
        label, layer = found
        again, open_ = key(label.text) == open_, key(label.text)
        if len(row.cells) > 1:
            value = joined([layer, *row.cells[1:]])
            yield replace(row, cells=(Passage() if again else label, value))
            continue
        if not again:
            # in words that nobody knows it is a field nevertheless
            yield replace(row, cells=(label,), grid=row.grid if _known(label.text) else OF_MARKED)
        yield replace(row, cells=(layer,), grid=0 if row.grid == OF_MARKED else row.grid)


def _sorted(row: Row) -> tuple[Passage, Passage] | None:
    if len(row.filled) > 2 or not row.cells[0] or (len(row.cells) > 1 and len(row.filled) != 2):
        return None
    found = _SORTED.match(row.cells[0].text)
    if found is None or not is_layer(found["layer"]) or not _heads(found["label"]):
        return None
    label = row.cells[0].part(*found.span("label"))
    layer = row.cells[0].part(*found.span("layer"))
    return label, replace(
        layer, text=f"【{layer.text}】", starts=layer.starts[:1], spots=layer.spots[:1]
    )


def _heads(text: str) -> bool:
    """Whether a text is a label of measures, or of another field."""
    return _known(text) or own_labels.may_be(text)


def _known(text: str) -> bool:
    found = (labels.find(form, text) for form in ("agenda", "agenda_sheet"))
    return any(each is not None and each.rule != "label_look_alike" for each in found)
