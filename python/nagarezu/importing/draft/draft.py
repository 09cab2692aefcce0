"""Draft: a case as an import read it, with what was not read and what must be asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nagarezu.case import Case
from nagarezu.files import write_whole
from nagarezu.importing.blocks import Blocks
from nagarezu.importing.fields.reading import Question, Unread
from nagarezu.importing.form.family import Family
from nagarezu.languages import Lang

if TYPE_CHECKING:
    from nagarezu.reviewing.notebook import Reviewed


class Draft:
    """Every value of `content` is unreviewed. `case` is the same, as the core reads it."""

    def __init__(
        self,
        content: dict[str, Any],
        family: Family,
        unread: Sequence[Unread] = (),
        questions: Sequence[Question] = (),
        documents: Sequence[Blocks] = (),
    ) -> None:
        self.content = content
        self.family: Family = family
        self.unread = tuple(unread)
        self.questions = tuple(questions)
        self.documents = tuple(documents)

    @cached_property
    def case(self) -> Case:
        """The draft as a case. InvalidInput would be a fault of the import."""
        text = json.dumps(self.content, ensure_ascii=False)  # indenting takes four times as long
        return Case.from_json(text, name=str(self.content.get("id", "draft")))

    @property
    def id(self) -> str:
        return str(self.content["id"])

    def to_json(self) -> str:
        return json.dumps(self.content, ensure_ascii=False, indent=1)

    def notes_json(self) -> str:
        """What was not read and what must be asked, for the file beside the case."""
        notes = {
            "format": "nagarezu-draft-notes/1",
            "case": self.id,
            "family": self.family,
            "unread": [
                {
                    "code": each.code,
                    "source": each.source,
                    "printed": each.printed,
                    "detail": each.detail,
                }
                for each in self.unread
            ],
            "questions": [
                {
                    "code": each.code,
                    "source": each.source,
                    "printed": each.printed,
                    "answers": [
                        {"value": a.value, "confidence": a.confidence} for a in each.answers
                    ],
                }
                for each in self.questions
            ],
        }
        return json.dumps(notes, ensure_ascii=False, indent=1) + "\n"

    def files(self, path: str | Path) -> dict[Path, bytes]:
        """What `save` writes: the case file, and beside it `NAME.notes.json`."""
        target = Path(path)
        return {
            target: self.case.to_json().encode("utf-8"),
            notes_path(target): self.notes_json().encode("utf-8"),
        }

    def save(self, path: str | Path) -> Path:
        """Write the case file, and beside it `NAME.notes.json`; both whole or not at all."""
        for file, content in self.files(path).items():
            write_whole(file, content)
        return Path(path)

    def review(self, *, lang: Lang = "ja") -> Reviewed:
        """Return the values beside their source text, to confirm, correct or reject by row."""
        # Looking at a draft stands above making it; the way up is only this convenience.
        from nagarezu.reviewing.documents import Documents
        from nagarezu.reviewing.notebook import Reviewed

        return Reviewed(self.content, Documents.of_blocks(self.documents), lang)

    def _repr_html_(self) -> str:
        return self.review()._repr_html_()

    def __repr__(self) -> str:
        notes = f"{len(self.unread)} unread, {len(self.questions)} questions"
        return f"<Draft {self.id}: {self.family}, {notes}>"


def notes_path(path: Path) -> Path:
    """Where the notes of a draft stand: case.json → case.notes.json."""
    return path.with_name(f"{path.stem}.notes.json")
