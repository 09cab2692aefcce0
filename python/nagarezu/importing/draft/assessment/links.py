"""With which systems a system is connected, as a row prints it: by marks, names or sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nagarezu.importing.draft.assessment import names as cells
from nagarezu.importing.fields import names
from nagarezu.importing.fields.options import marked
from nagarezu.importing.form.assessment.labels import is_none
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import bracketed, outside_brackets, tidy, without_brackets

_TOLD = re.compile(  # 甲システムは、乙システム及び丙台帳と接続する。
    r"(?:^|[。\n])[ 　]*(?:(?P<start>[^、。\n]{2,40}?)(?:は|を)、?)?(?P<ends>[^。\n]{2,120}?)"
    r"(?:と(?:の間で)?|に)(?:それぞれ|相互に)?(?:接続|連携|連動)(?:する|し|して|している|される)"
)
_PARTS = re.compile(r"及び|並びに|又は|[、，・](?=[^、，・]{2})")


@dataclass(frozen=True, slots=True)
class Linked:
    """A system that another one is connected with; whose it is, その他 does not say."""

    label: str
    own: bool = True
    start: str = ""  # which system is, where the row says so


def of_row(value: Passage) -> Iterator[Linked]:
    """What a row 他のシステムとの接続 names, however it is printed."""
    told = [] if cells.boxed(value) else list(_told(value))
    if told:
        yield from told
        return
    value = _without_lead(value)
    for option in marked(value) or cells.unboxed(value):
        name = tidy(option.text)
        other = name.startswith("その他")
        for part in cells.parts(next(iter(bracketed(name)), "")) if other else [_bare(name)]:
            label = names.written(part.strip("、，, 　"))
            if label and not is_none(label):
                yield Linked(label, own=not other)


def _without_lead(value: Passage) -> Passage:
    """○を付したものと接続する。 above the names says how they are marked."""
    lines = value.lines()
    lead = len(lines) > 1 and compiled("[○●レ✓].{0,2}(?:を|印|の).*。$").match(lines[0].text)
    return joined(lines[1:]) if lead else value


def _bare(name: str) -> str:
    return without_brackets(name)


def _told(value: Passage) -> Iterator[Linked]:
    for match in _TOLD.finditer(value.text):
        start = names.written(without_brackets(match["start"] or ""))
        for part in outside_brackets(_PARTS.sub("、", match["ends"]), "、"):
            label = names.written(without_brackets(part).strip())
            if cells.is_system(label):
                yield Linked(label, start=start)
