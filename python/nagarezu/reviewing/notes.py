"""What an import could not read and what it asks, from the file that stands beside a draft."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from nagarezu.importing.fields.reading import Alternative, Question, Unread
from nagarezu.importing.words import question_line, unread_line
from nagarezu.languages import Lang, Text
from nagarezu.opening.limits import FILE_BYTES
from nagarezu.reviewing.refusal import InvalidDecision, Refusal

NOTES = Text("問い", "Questions")
_KINDS = {"question": Text("問い", "question"), "unread": Text("読めない箇所", "not read")}


class Note(NamedTuple):
    """A question or a place that was not read, worded: `place: what: print → answers`."""

    kind: str
    place: str
    line: str

    def name(self, lang: Lang) -> str:
        return _KINDS[self.kind].in_(lang)


def notes_beside(draft: Path, lang: Lang) -> tuple[Note, ...]:
    """Return the notes of `draft.json` in `draft.notes.json`; none if there is no such file.

    InvalidDecision if there is one and it cannot be read.
    """
    path = draft.with_name(f"{draft.stem}.notes.json")
    if not path.is_file():
        return ()
    try:
        if path.stat().st_size > FILE_BYTES:
            raise ValueError
        return tuple(_worded(json.loads(path.read_text("utf-8")), lang))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise InvalidDecision([Refusal.of("damaged_notes", "", path.name)]) from error


def at_place(notes: Sequence[Note], places: str) -> list[Note]:
    """The notes that stand at one of the places."""
    wanted = set(places.split(" "))
    return [note for note in notes if wanted & set(note.place.split(" ")) - {""}]


def _worded(content: dict[str, Any], lang: Lang) -> list[Note]:
    if content["format"] != "nagarezu-draft-notes/1":
        raise ValueError
    found = []
    for each in content["questions"]:
        answers = tuple(
            Alternative(str(a["value"]), float(a["confidence"])) for a in each["answers"]
        )
        asked = Question(str(each["code"]), str(each["source"]), str(each["printed"]), answers)
        found.append(Note("question", asked.source, question_line(asked, lang)))
    for each in content["unread"]:
        left = Unread(*(str(each[name]) for name in ("source", "printed", "code", "detail")))
        found.append(Note("unread", left.source, unread_line(left, lang)))
    return found
