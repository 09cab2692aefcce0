"""Checklists: party × layer, mark and measure, though columns shift (traps 5–7)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from nagarezu.importing.fields.safeguards import Measure, layer_of, measure
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, key, tidy

_YES = set("○◯〇●◎レ✓✔☑■") | {"o", "O"}
_NO = set("-ー－―—–×✕") | {"一", "二"}
_BLANK = set("□☐")
_LEGEND = re.compile(r"対策が可能であれば|対策の必要がない場合|○.{0,12}(?:必要|可能|実施)")
_PARTNER = re.compile(
    r"(?:委託先|委任先|結合先|提供先|受託事業者|委託事業者|事業者|受託者|相手方|受注者)(?:に行わせ|が行う|の)|に行わせる"
)
_OWN = re.compile(r"(?:区|市|町|村|本市|当区|実施機関)が行う|にあたり|に当たり")
_BLOCK = re.compile(r"^(?P<number>\d{1,2})[ .．、]?")
_HEAD_ROW = re.compile(
    r"^(?:個人)?情報保護対策$|^対策(?:内容|項目)?$|^区分$|^(?:印|選択|該当|チェック)欄?$"
)


@dataclass(slots=True)
class Line:
    """One mark and the measures that share it."""

    block: str
    party: str
    layer: str
    mark: str
    measures: list[Measure]
    passage: Passage
    printed_mark: str
    rule: str


@dataclass(slots=True)
class _State:
    party: str = "own"
    layer: str = "unspecified"
    own: dict[str, list[str]] = field(default_factory=dict)


def block_number(title: str) -> str:
    """The number of a checklist in front of its title; empty if it has none."""
    match = _BLOCK.match(fold(title).strip())
    return match["number"] if match else ""


def read(
    title: Passage,
    rows: Sequence[Row],
    start: dict[tuple[str, str], int],
    own: dict[str, list[str]],
) -> list[Line]:
    """The rows of one table. `start` counts the measures of party and layer over its pages.

    `own` are the measures of the own side by layer, for the partner's column says the same.
    """
    block = block_number(title.text) or "1"
    state = _State(own=own)
    found: list[Line] = []
    for row in rows:
        line = _line(row, block, state, found, start)
        if line is not None:
            found.append(line)
    return found


def _line(
    row: Row, block: str, state: _State, before: list[Line], start: dict[tuple[str, str], int]
) -> Line | None:
    cells = [cell for cell in row.filled if not _LEGEND.search(tidy(cell.text))]
    marks = [cell for cell in cells if mark_of(cell.text) is not None]
    texts = [cell for cell in cells if mark_of(cell.text) is None]
    texts = [cell for cell in texts if not _HEAD_ROW.match(key(cell.text))]
    heads = [cell for cell in texts if _is_head(cell.text)]
    before_layer = state.layer
    for head in heads:
        _turn(head, state)
    measures = [cell for cell in texts if cell not in heads]
    if not measures:
        return None
    text = measures[-1] if len(measures) == 1 else max(measures, key=lambda cell: len(cell.text))
    if not marks and before and not heads and _continues(text.text, before[-1]):
        return None
    has_column = len(row.cells) >= 3 or (len(row.cells) == 2 and not row.cells[0])
    if not marks and not has_column:
        return None
    mark = mark_of(marks[0].text) if marks else "blank"
    shifted = bool(marks) and row.cells[0] == marks[0] and len(row.cells) > 2
    parts = _parts(text)
    early = bool(heads) and _label_too_early(text.text, before_layer, state, start)
    layer = before_layer if early else state.layer
    made = []
    for part in parts:
        at = (state.party, layer)
        start[at] = start.get(at, 0) + 1
        made.append(measure(part.text, part, layer, str(start[at])))
    rule = (
        "row_span_label"
        if early
        else "shifted_cells"
        if shifted
        else "one_mark_two_measures"
        if len(made) > 1
        else "checklist_row"
    )
    printed = marks[0].text if marks else ""
    return Line(block, state.party, state.layer, mark or "blank", made, text, printed, rule)


def _label_too_early(
    text: str, before: str, state: _State, start: dict[tuple[str, str], int]
) -> bool:
    """A label over several rows that stands one row too high (trap 6).

    The row is told by the own side's column: it says the same as the last there.
    """
    if state.party != "partner" or before == state.layer:
        return False
    done = start.get((state.party, before), 0)
    former, latter = state.own.get(before, []), state.own.get(state.layer, [])
    if not done or done >= len(former) or not latter:
        return False
    alike = SequenceMatcher(None, text, former[done], autojunk=False).ratio()
    return alike > 0.6 and alike > SequenceMatcher(None, text, latter[0], autojunk=False).ratio()


def mark_of(text: str) -> str | None:
    """`yes`, `not_needed`, `blank`; None for text that is no mark."""
    plain = fold(tidy(text)).strip("「」[]() ")
    if len(plain) != 1:
        return None
    if plain in _YES:
        return "yes"
    if plain in _NO:
        return "not_needed"
    return "blank" if plain in _BLANK else None


def _is_head(text: str) -> bool:
    plain = tidy(text)
    return (
        bool(re.search(r"対策", plain))
        and len(plain) < 60
        and "。" not in plain
        and bool(
            _PARTNER.search(plain)
            or _OWN.search(plain)
            or re.search(r"【[^】]*上?の?対策】", plain)
        )
    )


def _turn(head: Passage, state: _State) -> None:
    plain = tidy(head.text)
    if _PARTNER.search(re.sub(r"開発等を委託する場合における", "", plain)):
        state.party = "partner"
    elif _OWN.search(plain):
        state.party = "own"
    layer = re.search(r"【([^】]*)】", plain)
    if layer:
        state.layer = layer_of(layer[1])


def _continues(text: str, before: Line) -> bool:
    return not before.passage.text.rstrip().endswith("。") and len(text) > 4


def _parts(text: Passage) -> list[Passage]:
    """Two measures under one mark stand side by side, each a whole sentence (trap 7)."""
    cut = re.search(r"。[ 　\n]+(?=\S)", text.text)
    if cut and not re.match(r"また|なお|ただし|さらに|この", text.text[cut.end() :]):
        return [text.part(0, cut.start() + 1), *_parts(text.part(cut.end()))]
    return [text]
