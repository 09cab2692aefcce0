"""Reads a corrected value, typed or given as JSON, by what its member may hold."""

from __future__ import annotations

import datetime
import difflib
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from nagarezu.inert import visible
from nagarezu.reviewing.shape import Kind, Member, members
from nagarezu.reviewing.words import TRUTH, codes
from nagarezu.tables.words import WORDS

_DIGITS = re.compile(r"[0-9]{1,3}(,[0-9]{3})*|[0-9]+")
_DATE = re.compile(r"FY[0-9]{4}|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_SEPARATORS = re.compile(r"[\s,、，;；]+")
_LINES = re.compile(r"[\n;；]+")
_LABELLED = re.compile(r"[（(\s]")
_TRUE = frozenset({"true", "1", *TRUTH["true"]})
_FALSE = frozenset({"false", "0", *TRUTH["false"]})

Known = Callable[[str], Mapping[str, str]]


class Unfit(ValueError):
    """The value does not fit its member: a code of the refusals, what was given, and a hint."""

    def __init__(self, code: str, what: object, hint: str = "") -> None:
        super().__init__(code)
        try:
            shown = str(what)
        except ValueError:  # a whole number of thousands of digits
            shown = type(what).__name__
        self.code, self.what, self.hint = code, shown, hint


def read_value(given: Any, entity: str, member: Member, known: Known) -> Any:
    """Return the value as a case file writes it; Unfit says why it cannot be.

    `known(list)` are the ids of a list of the case with their labels. Text may stand for any kind
    of value: full width digits, ids with their labels behind them, words of either language.
    """
    if given is None or (isinstance(given, str) and not given.strip()):
        raise Unfit("value_missing", "")
    if member.kind == "fixed":
        raise Unfit("fixed_member", member.name)
    if member.kind == "entities":
        raise Unfit("parts_only", member.name)
    if member.several:
        return _several(given, entity, member, known)
    return _READERS[member.kind](given, entity, member, known)


def number_and_bound(given: Any) -> tuple[Any, str]:
    """Take the word of a bound off a typed count: `500 以上` is (`500`, `at_least`)."""
    if isinstance(given, str) and len(parts := given.split()) > 1:
        for code, meaning in WORDS["bound"].items():
            if " ".join(parts[1:]) in (code, *meaning, f"{code} {meaning.ja}"):
                return parts[0], code
    return given, ""


def _several(given: Any, entity: str, member: Member, known: Known) -> list[Any]:
    if isinstance(given, list | tuple):
        parts = list(given)
    elif isinstance(given, str):
        parts = _parts(given, entity, member, known)
    else:
        parts = [given]
    if not parts:
        raise Unfit("value_missing", "")
    read = [_READERS[member.each](part, entity, member, known) for part in parts]
    return [value for position, value in enumerate(read) if value not in read[:position]]


def _parts(given: str, entity: str, member: Member, known: Known) -> list[str]:
    """Lines or semicolons separate values with labels; without them, any space or comma does."""
    lines = [line.strip() for line in _LINES.split(given) if line.strip()]
    if len(lines) != 1 or member.kind == "ways":
        return lines
    words = [word for word in _SEPARATORS.split(lines[0]) if word]
    if member.kind == "words":
        try:
            for word in words:
                _word(word, entity, member, known)
        except Unfit:
            return lines  # one word with its label
        return words
    if member.kind == "ids" and not all(word in known(member.target) for word in words):
        return lines  # one id with its label
    return words


def written_text(text: str) -> str:
    """The text, if a file can hold it: half of a pair of surrogates is no character."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise Unfit("bad_text", visible(text)) from None
    return text


def _text(given: Any, entity: str, member: Member, known: Known) -> str:
    if isinstance(given, bool) or not isinstance(given, str | int):
        raise Unfit("bad_value", given)
    text = written_text(str(given).strip())
    if member.pattern and not re.fullmatch(member.pattern.strip("^$"), text):
        raise Unfit("bad_text", text, member.pattern)
    return text


def _whole(given: Any, entity: str, member: Member, known: Known) -> int:
    if isinstance(given, float) and given.is_integer() and abs(given) < 2**53:
        given = int(given)
    if isinstance(given, str):
        plain = unicodedata.normalize("NFKC", given).strip()
        if not _DIGITS.fullmatch(plain) or len(plain) > 30:
            raise Unfit("bad_whole", given)
        given = int(plain.replace(",", ""))
    if isinstance(given, bool) or not isinstance(given, int):
        raise Unfit("bad_whole", given)
    if not member.least <= given <= member.most:
        raise Unfit("bad_whole", given, f"{member.least}–{member.most}")
    if member.target and str(given) not in known(member.target):
        raise Unfit("bad_id", given)
    return given


def _truth(given: Any, entity: str, member: Member, known: Known) -> bool:
    if isinstance(given, bool):
        return given
    plain = str(given).strip().lower()
    if plain in _TRUE or plain in _FALSE:
        return plain in _TRUE
    raise Unfit("bad_truth", given)


def _date(given: Any, entity: str, member: Member, known: Known) -> str:
    if isinstance(given, datetime.date):
        return given.isoformat()[:10]
    plain = unicodedata.normalize("NFKC", str(given)).strip()
    if not _DATE.fullmatch(plain):
        raise Unfit("bad_date", given)
    if not plain.startswith("FY"):
        try:
            datetime.date.fromisoformat(plain if len(plain) == 10 else f"{plain}-01")
        except ValueError:
            raise Unfit("bad_date", given) from None
    return plain


def _word(given: Any, entity: str, member: Member, known: Known) -> str:
    """A code, a code with its meaning behind it, or a meaning that only one code has."""
    text = str(given).strip()
    if text in member.words:
        return text
    meanings = codes(entity, member)
    meant = [code for code, meaning in meanings.items() if text in meaning]
    if len(meant) == 1:
        return meant[0]
    code, _, meaning = text.partition(" ")
    if code in member.words and meaning.strip() in meanings[code]:
        return code
    near = difflib.get_close_matches(text, member.words, n=3, cutoff=0.5)
    raise Unfit("bad_word", text, " ".join(near or member.words[:12]))


def _id(given: Any, entity: str, member: Member, known: Known) -> str:
    """An id, or an id with the label that it has in the case."""
    text = str(given).strip()
    ids = known(member.target)
    first, _, label = text.partition(" ")
    if text in ids:
        return text
    if first in ids and _plain(ids[first]).startswith(_plain(label)):
        return first
    near = difflib.get_close_matches(first, list(ids), n=3, cutoff=0.5)
    raise Unfit("bad_id", text, " ".join(near or list(ids)[:12]))


def _plain(label: str) -> str:
    """A label as a workbook shows it, which may end early."""
    return " ".join(visible(label).split())


def _way(given: Any, entity: str, member: Member, known: Known) -> dict[str, str]:
    """A channel or medium: its kind, and behind it what is printed for it."""
    kind = members(member.entity)["kind"]
    if isinstance(given, dict):
        if not {"kind"} <= set(given) <= {"kind", "label"}:
            raise Unfit("bad_value", given, "kind label")
        word, label = given["kind"], given.get("label") or ""
        if not isinstance(label, str):
            raise Unfit("bad_value", given, "kind label")
    else:
        parts = _LABELLED.split(str(given).strip(), maxsplit=1)
        word, label = parts[0], parts[1].strip(" ）)") if len(parts) > 1 else ""
        if word in kind.words and label in codes(member.entity, kind)[word]:
            label = ""  # the meaning of the code, not what is printed
    read = _word(word, member.entity, kind, known)
    return {"kind": read, "label": written_text(label)} if label else {"kind": read}


_READERS: dict[Kind, Callable[[Any, str, Member, Known], Any]] = {
    "text": _text,
    "whole": _whole,
    "truth": _truth,
    "date": _date,
    "word": _word,
    "id": _id,
    "way": _way,
}
