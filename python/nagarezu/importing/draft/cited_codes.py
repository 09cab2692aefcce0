"""Measures that rows and sentences cite by their codes: 市1-1、市2-1及び託1-1から託1-3まで.

A code counts only where measures bear codes of the same sort, as A-1 to A-9 do; then one that no
measure bears resolves to nothing, and a finding can say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft import crosswalk
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.form import coded
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

_LEAST = 3  # measures that bear codes
_LABEL = 60  # characters of what cites
_LETTERS = re.compile(r"^[^\d\-.]+")


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Criteria with what each row or sentence cites."""
    known = _known(builder)
    if len(known) < _LEAST:
        return
    sort = _sort(known)
    told = {
        place
        for kind in ("safeguards", "criteria")
        for each in builder.list_of(kind)
        for place in str(each.get("source", "")).split()
    }
    measures: crosswalk.Measures = {("", code): id_ for code, id_ in known.items()}
    for row in rows:
        for cell in row.filled:
            if cell.source in told or not sort.search(fold(cell.text)):
                continue
            codes = list(_codes(fold(cell.text), sort))
            if not any(_plain(code) in known for code in codes):
                continue
            references = [
                crosswalk.reference(builder, code, ("", _plain(code)), cell, measures)
                for code in codes
            ]
            label = tidy(row.filled[0].text)[:_LABEL]
            builder.add(
                "criteria", {"label": label, "references": references, "source": cell.source}
            )


def _known(builder: Builder) -> dict[str, str]:
    """Measures by their codes; a code that two bear says not which is meant."""
    found: dict[str, list[str]] = {}
    for each in builder.list_of("safeguards"):
        code = _plain(str(each.get("position", "")))
        if coded.is_code(code):
            found.setdefault(code, []).append(str(each["id"]))
    return {code: ids[0] for code, ids in found.items() if len(ids) == 1}


def _sort(known: dict[str, str]) -> re.Pattern[str]:
    """Codes of the same letters and shape as those that there are."""
    shapes = set()
    for code in known:
        letters = _LETTERS.match(code)
        rest = re.escape(code[letters.end() if letters else 0 :])
        rest = compiled(r"\d+").sub("[0-9]{1,2}", rest)
        shapes.add((letters.group() if letters else "", rest.replace(r"\-", "-")))
    either = "|".join(f"{re.escape(letters)}[ ]?{rest}" for letters, rest in sorted(shapes))
    return re.compile(rf"(?<![^\W\d_])(?:{either})(?![-.]?\d|[ ]?[年月日条項号件人回])")


def _codes(text: str, sort: re.Pattern[str]) -> Iterator[str]:
    for match in sort.finditer(text):
        yield match.group()


def _plain(code: str) -> str:
    return key(fold(code))
