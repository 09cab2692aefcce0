"""What a 評価書 is about: its 評価書名, or the task that its declaration names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nagarezu.importing.form.assessment.sheet import Assessment
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import tidy

_NUMBER = re.compile(r"^[0-9０-９]+[ 　]*(?=[^0-9０-９年月])")  # 評価書番号 in front of the name
_EDITION = re.compile(r"(?:全項目|重点項目|基礎項目)評価書")
_DECLARED = re.compile(r"は、(?P<task>[^、。]{2,40}?事務)(?:における|に関する)特定個人情報")


@dataclass(frozen=True, slots=True)
class Name:
    """`given` is what the sheet calls itself, empty if it does not; `title` what we call it."""

    given: str
    title: str
    place: Passage
    rule: str


def name_of(sheet: Assessment, rows: Sequence[Row]) -> Name:
    """The printed name without its number; of an edition alone, the task of the declaration."""
    lines = (line.value for line in sheet.of("file_name", "task_name"))
    place = next((value for value in lines if value), Passage())
    given = _NUMBER.sub("", tidy(place.text))
    if given and not _EDITION.fullmatch(given):
        return Name(given, given, place, "label")
    title = tidy(sheet.title.text)
    for row in rows if given or _EDITION.search(title) else ():
        declared = _DECLARED.search(tidy(row.text))
        if declared:
            edition = given or "".join(_EDITION.findall(title)[:1])
            return Name("", declared["task"] + edition, row.whole, "declaration")
    return Name("", title, sheet.title, "title_line")
