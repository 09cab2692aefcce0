"""Rules on what stands in a cell as text: spaces, several data, characters, lines of CSV."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from nagarezu.opening.view import Cell, Sheet
from nagarezu.readable.columns import several_numbers
from nagarezu.readable.outcome import Finding, Unchecked
from nagarezu.readable.subject import Said, Subject

_SPREAD = re.compile(r"\w(?:[  　]+\w)+")  # each letter by itself, as in 氏　名
_GAP = re.compile(r"[  　\t]{2,}|　|\t")
_BREAK = re.compile(r"[\r\n\v\f\u2028\u2029]")
_LISTED = re.compile(r"[^、，;；|｜\s]{1,20}([、，;；|｜][ 　]?[^、，;；|｜\s]{1,20})+")
_CODES = re.compile(
    r"[A-Za-z][\w-]*( [A-Za-z][\w-]*)+|[\w.]+:\w+( [\w.]+:\w+)+|[A-Z]{2,}\d*( [A-Z]{2,}\d*)+"
)
_BRACKETED = re.compile(r"[（(][^（()）]*[)）]")
_MAPPED = frozenset("～∥－￠￡￢―—‖−〜¢£¬")  # of JIS X 0208, by one mapping or the other
_SENTENCE = re.compile(r"[。．]|[ぁ-ん]{3}")


def _strings(subject: Subject) -> Iterator[tuple[Sheet, Cell]]:
    for sheet, _ in subject.layouts:
        for cell in sheet.cells.values():
            if cell.text:
                yield sheet, cell


def no_layout_by_spaces(subject: Subject) -> Said:
    """L1-06."""
    heads = {(id(frame.sheet), frame.head_row) for frame in subject.frames}
    for sheet, cell in _strings(subject):
        text = cell.text
        place = sheet.at(cell)
        if text != text.strip():
            yield Finding("edge_space", place)
        inner = text.strip()
        if _BREAK.search(inner):
            if subject.book.kind != "csv":  # where L1-14 asks for the same
                named = (id(sheet), cell.row) in heads
                yield Finding("break_in_name" if named else "break_in_value", place)
        elif _SPREAD.fullmatch(inner) and not inner.isascii():
            yield Finding("spaced_letters", place)
        elif _GAP.search(inner):
            yield Finding("wide_gap", place)


def one_datum(subject: Subject) -> Said:
    """L1-07."""
    for sheet, _ in subject.layouts:
        for where in sheet.nested:
            yield Finding("nested_value", sheet.place(where))
    for column in subject.data_columns():
        listed = [cell for cell in column.cells if _is_list(cell.text)]
        for cell in () if column.is_time or column.holds_codes else column.cells:
            if several_numbers(cell.text):
                yield Finding("several_numbers", column.frame.sheet.at(cell))
        # Prose has commas as well: a column of lists shows by short values and few sentences.
        if listed and not any(_SENTENCE.search(cell.text) for cell in column.cells):
            for cell in listed:
                yield Finding("several_values", column.frame.sheet.at(cell))


def _is_list(text: str) -> bool:
    outside = _BRACKETED.sub("", text)
    return bool(_LISTED.fullmatch(outside) or (_CODES.fullmatch(text) and _looks_coded(text)))


def _looks_coded(text: str) -> bool:
    """Several codes rather than a phrase: each word has a sign or is in capitals."""
    return all(re.search(r"[_:\d-]", word) or word.isupper() for word in text.split(" "))


def no_platform_characters(subject: Subject) -> Said:
    """L1-08. Each sheet names each character once, at its first place, with how often it occurs."""
    for sheet, _ in subject.layouts:
        counted: Counter[tuple[str, str]] = Counter()
        first: dict[tuple[str, str], str] = {}
        for cell in sheet.cells.values():
            for character in set(cell.text):
                code = character_fault(character)
                if code:
                    counted[code, character] += 1
                    first.setdefault((code, character), sheet.at(cell))
        kana = [key for key in counted if key[0] == "half_width_kana"]
        for key in kana[1:]:  # one finding for all of them
            del counted[key]
        for (code, character), count in counted.items():
            shown = character if character.isprintable() else ""
            times = f" ×{count}" if count > 1 else ""
            what = f"{shown} U+{ord(character):04X}{times}".strip()
            yield Finding(code, first[code, character], what)


def character_fault(character: str) -> str:
    """The code for a character that is not of ASCII or JIS X 0208; empty for one that is."""
    number = ord(character)
    if 0x20 <= number < 0x7F or character in "\t\n\r" or character in _MAPPED:
        return ""
    if 0xFF61 <= number <= 0xFF9F:
        return "half_width_kana"
    category = unicodedata.category(character)
    if category == "Co":
        return "private_character"
    if category in ("Cc", "Cf", "Cs", "Cn") and not 0xFE00 <= number <= 0xFE0F:
        return "hidden_character"
    try:
        character.encode("shift_jis")
    except UnicodeEncodeError:
        return "rare_character" if _of_names(character, category) else "platform_character"
    return ""


def _of_names(character: str, category: str) -> bool:
    """Letters of names: rare kanji and their variants, letters with accents."""
    if unicodedata.normalize("NFKC", character) != character and category != "Ll":
        return "COMPATIBILITY IDEOGRAPH" in unicodedata.name(character, "")
    return category in ("Lo", "Lu", "Ll", "Lm", "Mn")


def a_record_a_line(subject: Subject) -> Said:
    """L1-14."""
    for sheet, _ in subject.layouts:
        for cell in sheet.cells.values():
            if "\n" in cell.text or "\r" in cell.text:
                yield Finding("broken_record", sheet.at(cell))
        yield from _lines(sheet, ("short_line",))


def commas_are_quoted(subject: Subject) -> Said:
    """L1-15."""
    for sheet, _ in subject.layouts:
        yield from _lines(sheet, ("long_line", "stray_quote", "unclosed"))


def _lines(sheet: Sheet, kinds: tuple[str, ...]) -> Iterator[Finding | Unchecked]:
    for thing in sheet.lines:
        if thing.kind in kinds:
            yield Finding(thing.kind, sheet.place(thing.place))
