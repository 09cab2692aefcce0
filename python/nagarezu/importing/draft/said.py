"""What a document says, sentence by sentence, with the matter on whose sheet it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.form import labels, wrapping
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key, tidy

_STEP = r"(?:[-－ー](?:[0-9０-９]{1,2}|[①-⑳]))?"  # 2-②
_MARK = rf"(?:[（(]?[0-9０-９]{{1,2}}{_STEP}[)）.．]?|[①-⑳]|[（(]?[ア-ン][)）]?(?=[ \u3000]))"
# A new sentence begins after 。, at a mark, and below a head of a few words.
_SENTENCE = re.compile(
    rf"(?<=。)(?![）)」』])|\n(?=\s*(?:{_MARK}|[・※●○■◆【<＜]))|^\s*(?:{_MARK}|【)[^、。\n]{{1,20}}(?P<head>\n)",
    re.MULTILINE,
)
# 2　市は、… or 備考　市は、…: what stands in front is no part of the sentence
_NUMBER = re.compile(rf"^\s*(?:{_MARK}|[(（【]?(?:備考|摘要|注記?)[)）】]?[ :：]?)[ \u3000]+")
_CONJUNCTION = re.compile(r"(?:なお|また|ただし|さらに|このため|そのため|おって)、")
_CELLS = re.compile(r"\S(?:[ ]{2,}|　{2,}|\t)[ 　\t]*\S")  # a line of cells is no sentence
_LINES = 8  # printed lines that one sentence may take

Placed = tuple[str, tuple[Passage, ...]]


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence; `before` and `after` it stands the rest of the same cell or paragraph."""

    text: str
    passage: Passage
    matter: str = ""
    before: str = ""
    after: str = ""
    head: str = ""  # the label of the cell, if it has one
    about: str = ""  # behind whose name it stands in brackets


def of_rows(builder: Builder, rows: Sequence[Row]) -> Iterator[Said]:
    """The sentences of a document that may be statements about the whole of something."""
    for matter, cells in _by_matter(builder, rows):
        for cell in cells:
            head = cells[0].text if cell is not cells[0] else ""
            yield from of_passage(cell, matter, head)


def everything(builder: Builder, rows: Sequence[Row], word: re.Pattern[str]) -> Iterator[Said]:
    """All sentences that have one of these words, whether or not they close a world."""
    for matter, cells in _by_matter(builder, rows):
        for cell in cells:
            head = cells[0].text if cell is not cells[0] else ""
            yield from _with_word(cell, matter, word, head)


_IN_BRACKETS = re.compile(r"(?P<about>[^\s、。()（）・]{3,40})[（(](?P<said>[^()（）]{8,200})[)）]")
_WHOLE = re.compile(r"。|(?:のみ|だけ|ない|ている)(?:である)?$")


def in_brackets(builder: Builder, rows: Sequence[Row], word: re.Pattern[str]) -> Iterator[Said]:
    """甲署（名簿は同署から受け取るのみである。）: what brackets say of the one in front of them."""
    for matter, cells in _by_matter(builder, rows):
        for cell in cells:
            for match in _IN_BRACKETS.finditer(cell.text):
                if not _WHOLE.search(match["said"]):
                    continue
                about = tidy(compiled("及び|並びに|又は|と(?=.{3})").split(match["about"])[-1])
                for each in _with_word(cell.part(*match.span("said")), matter, word):
                    yield replace(each, about=about, before=f"{about}。{each.before}")


def wrapped(builder: Builder, word: re.Pattern[str]) -> Iterator[Said]:
    """The same of values beside whose lines the lines of a label are printed."""
    for matter, value in builder.wrapped:
        yield from _with_word(value, matter, word)


def _with_word(cell: Passage, matter: str, word: re.Pattern[str], head: str = "") -> Iterator[Said]:
    if not word.search(cell.text):
        return
    sentences = _sentences(cell.text)
    for at, sentence in enumerate(sentences):
        if word.search(sentence):
            yield Said(sentence, cell, matter, "".join(sentences[:at]), head=head)


def placed(builder: Builder, rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """Each row with the matter on whose sheet it stands."""
    matters = builder.list_of("matters")
    current = str(matters[0]["id"]) if len(matters) == 1 else ""
    titles = _titles(builder)
    for row in rows:
        current = _begun(titles, row) or current
        yield current, row


def of_passage(passage: Passage, matter: str = "", head: str = "") -> Iterator[Said]:
    """The sentences of one cell or paragraph that have a word of a statement."""
    if not _telling().search(passage.text):
        return
    sentences = _sentences(passage.text)
    for at, sentence in enumerate(sentences):
        if _telling().search(sentence):
            before, after = "".join(sentences[:at]), "".join(sentences[at + 1 :])
            yield Said(sentence, passage, matter, before, after, head)


@lru_cache(maxsize=1 << 12)
def _sentences(text: str) -> tuple[str, ...]:
    """The sentences of a cell or paragraph, of which several readers ask."""
    return tuple(tidy(_NUMBER.sub("", part)) for part in _split(text))


def _split(text: str) -> Iterator[str]:
    start = 0
    for match in _SENTENCE.finditer(text):
        end = match.end()
        if text[start:end].strip():
            yield text[start:end]
        start = end
    if text[start:].strip():
        yield text[start:]


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(f"{rules('claims')['telling']}|{rules('closed')['telling']}")


def _by_matter(builder: Builder, rows: Sequence[Row]) -> Sequence[Placed]:
    """Cells of a row, or a paragraph of several lines, with their matter.

    In front of the first of several matters there is none. What was made for the reader before
    is given to the next, unless the rows or the matters are others.
    """
    matters = builder.list_of("matters")
    first = str(matters[0]["id"]) if len(matters) == 1 else ""
    titles = _titles(builder)
    made = builder.paragraphs
    if made is None or made[0] is not rows or made[1:3] != (first, titles):
        made = (rows, first, titles, tuple(_paragraphs(rows, first, titles)))
        builder.paragraphs = made
    found: Sequence[Placed] = made[3]
    return found


def _paragraphs(
    rows: Sequence[Row], current: str, titles: dict[str, dict[str, str]]
) -> Iterator[Placed]:
    head: tuple[Passage, ...] = ()
    lines: list[Passage] = []
    for row in _whole_cells(rows):
        begun = _begun(titles, row)
        whole = row.filled
        printed = row.grid == 0 and len(whole) == 1
        label = _label(whole[0].text) if printed else 0
        if lines and not (printed and not (begun or label) and _goes_on(lines, whole[0].text)):
            yield current, (*head, joined(lines, ""))
            lines = []
        current = begun or current
        if printed:
            head = head if lines else (whole[0].part(0, label),) if label else ()
            lines.append(whole[0].part(label))
        elif whole:
            yield current, whole
    if lines:
        yield current, (*head, joined(lines, ""))


_LABEL = re.compile(r"[ \u3000]*[^\s、。（(]{2,24}(?:\u3000+|[ ]{2,})(?=[^\s、。]{2})")


def _label(line: str) -> int:
    """Where the value begins behind the label of a card, 備考　市は…; 0 if there is none."""
    match = _LABEL.match(line)
    known = labels.find("register", match.group().strip()) if match else None
    return match.end() if match and known and known.rule != "label_look_alike" else 0


def _whole_cells(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows; a sentence that is broken in a cell goes on in rows without a label."""
    open_: Row | None = None
    lines: list[Passage] = []
    for row in rows:
        beside = row.grid > 0 and len(row.filled) == 1 and not row.cells[0] and row.cells[-1]
        if open_ and beside and row.grid == open_.grid and _goes_on(lines, beside.text):
            lines.append(beside)
            continue
        if open_:
            yield _with_last(open_, lines)
        open_, lines = row, [row.cells[-1]] if row.cells else []
        if not (row.grid and len(row.cells) > 1 and row.cells[-1]):
            yield row
            open_ = None
    if open_:
        yield _with_last(open_, lines)


def _with_last(row: Row, lines: Sequence[Passage]) -> Row:
    if len(lines) < 2:
        return row
    return replace(row, cells=(*row.cells[:-1], joined(lines, "")))


def _titles(builder: Builder) -> dict[str, dict[str, str]]:
    """At each place where a matter is printed: the matters with the beginnings of their titles."""
    found: dict[str, dict[str, str]] = {}
    for matter in builder.list_of("matters"):
        for place in str(matter.get("source", "")).split():
            found.setdefault(place, {})[str(matter["id"])] = key(matter["title"])[:20]
    for place, id_ in builder.begins.items():
        found.setdefault(place, {}).setdefault(id_, "")
    return found if len(builder.list_of("matters")) > 1 else {}


def _begun(titles: dict[str, dict[str, str]], row: Row) -> str:
    """The matter whose title a row prints at the place where the matter stands."""
    for place in row.places if titles else ():
        for id_, title in reversed(titles.get(place, {}).items()):
            if title in key(row.text):
                return id_
    return ""


def _goes_on(lines: Sequence[Passage], text: str) -> bool:
    last = lines[-1].text
    return (
        len(lines) < _LINES
        and not last.endswith(("。", "：", ":"))
        and not _CELLS.search(last)
        and wrapping.is_wide(last)
        and not wrapping.begins_anew(text)
        and not _CONJUNCTION.match(text)
    )
