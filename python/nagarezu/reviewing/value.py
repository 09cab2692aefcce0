"""The values of a draft, each beside its source: what a person looks at and decides."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nagarezu.languages import Lang
from nagarezu.reviewing.walk import Account, Spot, accounts
from nagarezu.reviewing.words import Labels, show

if TYPE_CHECKING:
    from nagarezu.reviewing.documents import Documents

_NONE = 10**9  # places that are no line, page or cell come after those that are
_PLACE = re.compile(r"(?P<source>[^:]+):(?:p?(?P<number>\d+)|(?P<sheet>.+)!(?P<cell>[A-Z]+\d+))")
_CELL = re.compile(r"([A-Z]+)(\d+)")


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another reading of the same print; its confidence is from 0 to 1, or not stated."""

    value: str
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a draft. `key` names it: `flows[f1].channel`.

    `value` is that of the file (None: unknown) and `shown` the same for people; `printed` is what
    the source prints, `normalised` what the rule made of it. `context` is the source around the
    place, if the document is at hand, else empty.
    """

    key: str
    kind: str
    entity: str
    label: str
    field: str
    value: Any
    shown: str
    place: str
    printed: str
    normalised: str
    rule: str
    confidence: float | None
    alternatives: tuple[Alternative, ...]
    reason: str
    state: str
    context: str = ""

    @property
    def decided(self) -> bool:
        """Whether a person has looked at it."""
        return self.state != "unreviewed"


def values(
    case_json: Mapping[str, Any], *, documents: Documents | None = None, lang: Lang = "ja"
) -> list[Value]:
    """Return every value that says how it was read, in the order of the source.

    Values without a place come last, in the order of the file.
    """
    labels = Labels(case_json)
    order = _Order(case_json)
    found = [_value(account, labels, documents, lang) for account in accounts(case_json)]
    return sorted(found, key=lambda value: order(value.place))


def place_of(account: Account) -> str:
    """Where the value is printed, else where its entity is, else where what holds it is."""
    if account.provenance.get("source"):
        return str(account.provenance["source"])
    spot: Spot | None = account.spot
    while spot is not None:
        if spot.content.get("source"):
            return str(spot.content["source"])
        spot = spot.owner
    return ""


def entity_label(spot: Spot, labels: Labels) -> str:
    """What names the entity: its own label, else that of what holds it."""
    if spot.kind == "flow":
        return labels.of("flows", str(spot.content.get("id", "")))
    for name in ("label", "title", "heading", "position", "place", "block", "basis"):
        if spot.content.get(name):
            return str(spot.content[name])
    if spot.owner is not None:
        return entity_label(spot.owner, labels)
    return str(spot.content.get("printed") or spot.content.get("number") or "")


def _value(account: Account, labels: Labels, documents: Documents | None, lang: Lang) -> Value:
    spot, read = account.spot, account.provenance
    value, place = account.value, place_of(account)
    return Value(
        key=account.key,
        kind=spot.kind,
        entity=spot.key,
        label=entity_label(spot, labels),
        field=account.field,
        value=value,
        shown=show(value, spot.kind, account.member, labels, lang),
        place=place,
        printed=str(read.get("printed") or ""),
        normalised=str(read.get("normalised") or ""),
        rule=str(read.get("rule") or ""),
        confidence=read.get("confidence"),
        alternatives=tuple(
            Alternative(str(other.get("value", "")), other.get("confidence"))
            for other in read.get("alternatives") or ()
        ),
        reason=str(read.get("reason") or ""),
        state=str(read.get("review") or "unreviewed"),
        context=documents.at(place, str(read.get("printed") or "")) if documents else "",
    )


class _Order:
    """Sorts places: by source as the case lists them, then page or line, or sheet and cell."""

    def __init__(self, case: Mapping[str, Any]) -> None:
        listed = (str(source.get("id", "")) for source in case.get("sources") or ())
        self._sources = {source: position for position, source in enumerate(listed)}
        self._sheets: dict[str, int] = {}

    def __call__(self, places: str) -> tuple[int, int, int, int]:
        found = _PLACE.fullmatch(places.split(" ")[0])
        if not found:
            return (_NONE, 0, 0, 0)
        source = self._sources.get(found["source"], _NONE - 1)
        if found["number"]:
            return (source, 0, int(found["number"]), 0)
        letters, row = _CELL.fullmatch(found["cell"]).groups()  # type: ignore[union-attr]
        sheet = self._sheets.setdefault(found["sheet"], len(self._sheets) + 1)
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - 64
        return (source, sheet, int(row), column)
