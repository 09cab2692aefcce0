"""Parts that a sentence cites by their marks and that a paper lacks: 2(9)に示す, 7のアのc."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.crosswalk import Marks, marks
from nagarezu.importing.draft.whole.citations import reference
from nagarezu.importing.form.prose.form import Prose, paragraphs
from nagarezu.importing.list_marks import CITATION
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, tidy

_CITED = re.compile(
    r"(?:^|(?<=[、。,はがも「( 記]))"  # no word of another paper in front
    rf"(?P<path>{CITATION}(?:の?[(]?[a-z][)]?)?)(?=(?:に(?:示|掲げ|定め|記載|述べ|いう|挙げ)|のとおり|の(?:対策|措置|項目)))"
)
_MARK = re.compile(r"\d+|[^\d\s()第の]")
_FEWEST = 2  # parts of a head
_LABEL = 60  # characters

Below = dict[str, list[tuple[str, int]]]  # the marks and numbers of parts, by the kind of mark
Parts = list[tuple[Marks, tuple[bool, ...], Below]]


def write(builder: Builder, paper: Prose) -> None:
    """A criterion for each such sentence, unless another reader has found that it names nothing."""
    known = {
        place
        for criterion in builder.list_of("criteria")
        for each in criterion["references"]
        for place in str(each.get("source", "")).split()
    }
    parts: Parts | None = None
    for line in [line for path in _paths(paper) for line in paragraphs(path[-1].passage)]:
        cited = [match["path"] for match in _CITED.finditer(fold(line.text))]
        if cited and parts is None:
            parts = list(_parts(paper))
        missing = [each for each in cited if _lacks(parts or [], each)]
        if missing and not known & set(line.source.split()):
            _add(builder, line, missing)


def _paths(paper: Prose) -> Iterator[tuple[Node, ...]]:
    for root in paper.roots:
        yield from root.walk()


def _parts(paper: Prose) -> Iterator[tuple[Marks, tuple[bool, ...], Below]]:
    """The marks of each head, which of them stand in brackets, and those of the parts below."""
    for path in _paths(paper):
        below: Below = {}
        for child in path[-1].children:
            for mark in marks([child]):
                below.setdefault(_sort(mark), []).append((mark, child.value))
        if below:
            marked = [node for node in path if marks([node])]
            yield marks(path), tuple(_in_brackets(node.mark) for node in marked), below


def _in_brackets(mark: str) -> bool:
    return fold(mark).startswith("(")


def _sort(mark: str) -> str:
    return "digit" if mark.isdigit() else "letter" if mark.isascii() else "sign"


def _lacks(parts: Parts, printed: str) -> bool:
    """Whether each head of these marks counts its parts without a gap, and none has this one."""
    cited = tuple(_MARK.findall(printed))
    if len(cited) < _FEWEST:
        return False
    above, last = cited[:-1], cited[-1]
    found = [
        below
        for path, brackets, below in parts
        if path[-len(above) :] == above and brackets[-len(above)] == _in_brackets(printed)
    ]
    counted = [below.get(_sort(last), []) for below in found]
    whole = all(
        len(each) >= _FEWEST and [value for _, value in each] == list(range(1, len(each) + 1))
        for each in counted
    )
    return bool(found) and whole and all(last != mark for each in counted for mark, _ in each)


def _add(builder: Builder, line: Passage, missing: list[str]) -> None:
    references = [reference(label, line.source) for label in dict.fromkeys(missing)]
    label = tidy(line.text)[:_LABEL]
    builder.add("criteria", {"label": label, "references": references, "source": line.source})
