"""Checklists: party × layer, mark and measure, though columns shift (traps 5–7)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from nagarezu.importing.fields.checklist_columns import Columns, Mark, heads, is_legend, marks
from nagarezu.importing.fields.checklist_columns import mark_of as mark_of
from nagarezu.importing.fields.safeguards import Measure, layer_of, measure
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

# ・行うものは「○」: a cell that quotes a mark explains it; no measure does
_LEGEND = re.compile(r"「[○◯〇●✓レー―－—‐一×／/-]」|○.{0,12}(?:必要|可能|実施)")
_PARTNER = re.compile(
    r"(?:委託先|委任先|結合先|提供先|受託事業者|委託事業者|事業者|受託者|相手(?:方|先)?|受注者)"
    r"(?:に(?:行わせ|講じさせ|求め)|が(?:行う|講[じず])|の)"
    r"|に(?:行わせ|講じさせ|実施させ|守らせ|とらせ|取らせ)る|に求める"
)
_OWN = re.compile(
    r"(?:区|市|町|村|本市|当区|実施機関)(?:側)?が(?:行う|講|実施|と|取)|にあたり|に当たり"
)
_ENTRUSTING = re.compile(r"(?:開発等を)?委託する場合における")
_LAYER = re.compile(
    r"((?:運用|システム|技術|物理|組織|人)(?:面|的|上)(?:の|な)?"
    r"(?:[^\s。、]{0,8}(?:対策|措置))?)[】)）〕\]］》〉＞>]?[ 　]*$"
)
_FIRM = re.compile(
    r"^(?:再?委託先|委任先|結合先|提供先|相手方|再?受託(?:する)?(?:事業)?者|受任者|(?:委託)?事業者|受注者)"
    r"(?![^ 　\n(（【]*[はがをに])"
)
_BODY = re.compile(
    r"^(?:本|当)?(?:区|市|町|村|[都府道]?県|局|庁|教育委員会|広域連合|実施機関|委託者|所管課)"
    r"(?=$|[\s(（【〔]|の(?:対策|措置|取り?組み?)|側)"
)
_LAYER_CELL = re.compile(r"(?:運用|システム|技術|物理|組織|人)(?:面|的|上)?の?(?:対策|措置)?")
# 財団【運用】, 市（システム）: whose measure and of which layer, in front of the mark
_WHOSE = re.compile(
    r"^(?P<who>(?!.*(?:対策|措置|行))[^【】()（）。、]{1,24})"
    r"[【(（](?P<layer>[^【】()（）]{2,10})[】)）]$"
)
_NAMED = re.compile(r"(?:会社|財団|法人|協会|協議会|組合|公社|機構|[^会]社)(?![^ 　(（【])")
_OF_MEASURES = re.compile("対策|(?:措置|取り?組み?)$")
_NUMBER = re.compile(r"^[(]?\d{1,2}[).]?$")
_ACTOR = re.compile(r"^(?:実施者|(?:実施|対象)?主体|講(?:じ|ず)る者|行う者|誰が|担い手|当事者)$")
_BLOCK = re.compile(
    r"^[(（【]?(?:(?:[^ \d。]{0,12}(?:チェック(?:リスト|シート|表)"
    r"|(?:点検|確認)(?:表|票|リスト|シート))|(?P<paper>別[紙添表記]|様式))[ ]?第?)?"
    r"(?P<number>\d{1,2})[ .．、]?"
)
_HEAD_ROW = re.compile(
    r"^(?:個人)?情報(?:の)?保護(?:対策|措置)(?:の内容)?$|^(?:対策|措置)(?:の?(?:内容|項目|可否|要否|有無|状況))?$"
    r"|^(?:区分|番号|no\.?|№|項番|項目|内容|備考)$|^(?:印|選択|該当|チェック|可否|実施|対応|確認|適用|記入)(?:欄|の有無|状況|の可否)?$"
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
    whose: str = ""  # as the cell beside the mark names it


@dataclass(slots=True)
class _State:
    party: str = "own"
    layer: str = "unspecified"
    own: dict[str, list[str]] = field(default_factory=dict)
    mark: Mark = mark_of
    columns: Columns | None = None
    actor: int = -1  # the column of who takes the measure: 実施者
    whose: str = ""


def block_number(title: str) -> str:
    """The number of a checklist in front of its title; empty if it has none.

    That of 別紙2 counts the papers that are attached, of which few are checklists.
    """
    match = _BLOCK.match(fold(title).strip())
    return match["number"] if match and not match["paper"] else ""


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
    marked = marks([row.filled for row in rows])
    state = _State(own=own, party=_party_of(title.text), mark=marked)
    found: list[Line] = []
    for row in rows:
        if is_legend(row.text):
            continue
        columns = heads(row.cells)
        told = any(state.mark(cell.text) for cell in row.filled)
        if columns is not None and not told:
            state.columns = columns
            continue
        actor = next((n for n, cell in enumerate(row.cells) if _ACTOR.match(key(cell.text))), -1)
        if actor >= 0 and not told:
            state.actor = actor
            continue
        found.extend(_lines(_acted(_celled(row), state), block, state, found, start))
    return found


def _party_of(title: str) -> str:
    """点検表2 受託者に行わせる措置: a title that names one side alone says whose the rows are."""
    plain = tidy(title)
    theirs = _PARTNER.search(_ENTRUSTING.sub("", plain)) and not _OWN.search(plain)
    return "partner" if theirs else "own"


def _acted(row: Row, state: _State) -> Row:
    """The row without the cell that says who takes the measure, which turns the side."""
    at = state.actor
    plain = tidy(row.cells[at].text) if 0 <= at < len(row.cells) else ""
    if not plain or len(plain) > 24 or mark_of(plain) is not None or _LAYER.search(plain):
        return row
    ours = _BODY.match(plain) or (_OWN.search(plain) and not _PARTNER.search(plain))
    state.party = "own" if ours else "partner"
    state.whose = "" if state.party == "own" else plain
    return replace(row, cells=(*row.cells[:at], Passage(), *row.cells[at + 1 :]))


_MARK = r"[「\[(（]?[○◯〇●◎■☑✓✔□☐レー－―×✕][」\])）]?"
# 3 ○ 契約書に… or ■ 3 契約書に…: a line with number, mark and measure
_PRINTED = re.compile(
    rf"^(?:(?P<number>[(（]?\d{{1,2}}[.．、)）]?)[ \u3000]*(?P<mark>{_MARK})"
    rf"|(?P<sign>{_MARK})(?:[ \u3000]*(?P<after>[(（]?\d{{1,2}}[.．、)）]?))?)"
    r"[ \u3000]+(?P<text>\S.+)$",
    re.DOTALL,
)


def _celled(row: Row) -> Row:
    """A printed line such as ○ 契約書に…, as a row of a number, a mark and a measure."""
    if len(row.filled) != 1:
        return row
    line = row.filled[0]
    found = _PRINTED.match(line.text)
    if found is None:
        return row
    names = ("number", "after", "mark", "sign", "text")
    parts = [line.part(*found.span(name)) for name in names if found[name]]
    return replace(row, cells=(Passage(), *parts))


def _lines(
    row: Row, block: str, state: _State, before: list[Line], start: dict[tuple[str, str], int]
) -> list[Line]:
    """The line of a row, or one for each party where both have a column of marks."""
    columns = state.columns
    if columns is not None and columns.answers:
        ticked = [at for at in columns.answers if at < len(row.cells) and _ticked(row.cells[at])]
        line = _line(row, block, state, before, start)
        if line is not None:
            line.mark = columns.answers[ticked[0]] if len(ticked) == 1 else "blank"
        return [line] if line is not None else []
    if columns is None or not columns.parties:
        line = _line(row, block, state, before, start)
        return [line] if line is not None else []
    found: list[Line] = []
    worded = columns.worded(row.cells, state.mark)
    for at, party in columns.parties.items():
        others = columns.others(at, len(row.cells), worded=worded)
        cells = tuple(Passage() if n in others else cell for n, cell in enumerate(row.cells))
        state.party = party
        if any(cells):
            line = _line(replace(row, cells=cells), block, state, before, start)
            if line is not None:
                line.rule = line.rule if worded else "column_of_party"
                found.append(line)
    return found


def _ticked(cell: Passage) -> bool:
    return mark_of(cell.text) == "yes"


def _line(
    row: Row, block: str, state: _State, before: list[Line], start: dict[tuple[str, str], int]
) -> Line | None:
    cells = [cell for cell in row.filled if not _LEGEND.search(tidy(cell.text))]
    marks = [cell for cell in cells if state.mark(cell.text) is not None]
    texts = [cell for cell in cells if state.mark(cell.text) is None]
    texts = [cell for cell in texts if not _HEAD_ROW.match(key(cell.text))]
    before_mark = row.cells[: row.cells.index(marks[0])] if marks else row.cells[:1]
    turns = [cell for cell in texts if _is_head(cell.text, any(cell is b for b in before_mark))]
    before_layer = state.layer
    for head in turns:
        _turn(head, state)
    measures = [cell for cell in texts if cell not in turns and not _NUMBER.match(fold(cell.text))]
    if not measures or (not marks and _heads_columns(row)):
        return None
    text = measures[-1] if len(measures) == 1 else max(measures, key=lambda cell: len(cell.text))
    if not marks and before and not turns and _continues(text.text, before[-1]):
        return None
    if not marks and not before and all(_is_word(cell.text) for cell in row.filled):
        return None  # the heads of columns, in words that no list has
    has_column = len(row.cells) >= 3 or (len(row.cells) == 2 and not row.cells[0])
    if not marks and not has_column:
        return None
    mark = state.mark(marks[0].text) if marks else "blank"
    shifted = bool(marks) and row.cells[0] == marks[0] and len(row.cells) > 2
    parts = _parts(text)
    early = bool(turns) and _label_too_early(text.text, before_layer, state, start)
    layer = before_layer if early else state.layer
    number = next((cell for cell in cells if _NUMBER.match(fold(cell.text))), Passage())
    made = []
    for part in parts:
        at = (state.party, layer)
        start[at] = start.get(at, 0) + 1
        path = fold(number.text).strip("().") if number and len(parts) == 1 else str(start[at])
        made.append(measure(part.text, part, layer, path))
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
    whose = state.whose
    return Line(block, state.party, state.layer, mark or "blank", made, text, printed, rule, whose)


def _heads_columns(row: Row) -> bool:
    """対策の別 | 番号 | 印 | 委託先の対策: heads again, above the other side."""
    known = [cell for cell in row.filled if _HEAD_ROW.match(key(cell.text))]
    return len(known) > 1 and not any("。" in cell.text for cell in row.filled)


def _is_word(text: str) -> bool:
    plain = tidy(text)
    return len(plain) <= 14 and not plain.endswith("。")


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


_INCLUDING = re.compile(r"[(（][^()（）]*含む。?[)）]")


def _is_head(text: str, first: bool) -> bool:
    plain = tidy(_INCLUDING.sub("", text))  # （再委託先を含む。） behind the party
    if len(plain) >= 60 or "。" in plain:
        return False
    layer = _LAYER.search(plain) or _LAYER_CELL.fullmatch(plain)
    if first and (layer or _FIRM.match(plain) or _names_side(plain)):
        return True
    return bool(_OF_MEASURES.search(plain)) and bool(
        _PARTNER.search(plain)
        or _OWN.search(plain)
        or compiled(r"【[^】]*上?の?対策】").search(plain)
    )


def _names_side(plain: str) -> bool:
    """Whether a cell in front of a mark says whose the measure is."""
    whose = _WHOSE.match(plain)
    if whose is not None:
        return layer_of(whose["layer"]) != "unspecified"
    return len(plain) <= 24 and bool(_BODY.match(plain) or _NAMED.search(plain))


def _turn(head: Passage, state: _State) -> None:
    plain = tidy(head.text)
    whose = _WHOSE.match(plain)
    if whose is not None and layer_of(whose["layer"]) != "unspecified":
        state.party = "own" if _BODY.match(whose["who"]) else "partner"
        state.whose = "" if state.party == "own" else whose["who"]
        state.layer = layer_of(whose["layer"])
        return
    if _PARTNER.search(_ENTRUSTING.sub("", plain)) or _FIRM.match(plain) or _NAMED.search(plain):
        state.party = "partner"
    elif _OWN.search(plain) or _BODY.match(plain):
        state.party = "own"
    layer = compiled(r"【([^】]*)】").search(plain) or _LAYER.search(plain)
    if layer:
        state.layer = layer_of(layer[1])
    elif _LAYER_CELL.fullmatch(plain):
        state.layer = layer_of(plain)


def _continues(text: str, before: Line) -> bool:
    rest = len(text) > 4 or text.endswith("。")
    return rest and not before.passage.text.rstrip().endswith("。")


def _parts(text: Passage) -> list[Passage]:
    """Two measures under one mark stand side by side, each a whole sentence (trap 7)."""
    cut = compiled(r"。[ 　\n]+(?=\S)").search(text.text)
    if cut and not compiled(r"また|なお|ただし|さらに|この").match(text.text[cut.end() :]):
        return [text.part(0, cut.start() + 1), *_parts(text.part(cut.end()))]
    return [text]
