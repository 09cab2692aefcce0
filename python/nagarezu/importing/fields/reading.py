"""What every field hands on: a value, how it was printed, and by which rule it was read."""

from __future__ import annotations

from dataclasses import dataclass, field

from nagarezu.importing.passage import Passage


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another value that the print allows, with how likely it is."""

    value: str
    confidence: float


@dataclass(slots=True)
class Evidence:
    """Why a value is what it is. `member` names the member of the case format that it explains."""

    member: str
    passage: Passage
    printed: str
    normalised: str
    rule: str
    confidence: float = 0.95
    alternatives: tuple[Alternative, ...] = ()
    reason: str = ""


@dataclass(slots=True)
class Unread:
    """Something that stands in the document and was not read, and why."""

    source: str
    printed: str
    code: str
    detail: str = ""


@dataclass(slots=True)
class Question:
    """An ambiguity for the person who confirms the draft, with ranked answers if there are any."""

    code: str
    source: str
    printed: str
    answers: tuple[Alternative, ...] = ()


@dataclass(slots=True)
class Notes:
    """What was not read, and what must be asked, in the order of the document."""

    unread: list[Unread] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    def skip(self, passage: Passage, code: str, detail: str = "") -> None:
        self.unread.append(Unread(passage.source, passage.text, code, detail))

    def ask(self, passage: Passage, code: str, answers: tuple[Alternative, ...] = ()) -> None:
        self.questions.append(Question(code, passage.source, passage.text, answers))
