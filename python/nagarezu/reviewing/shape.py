"""What a member of the case format may hold, read from the schema of the core.

Only what a schema cannot say stands here: which list an id points into, and where an absent member
states something instead of leaving it open.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from nagarezu import _native

# `fixed`: ids and places, which a review does not change. `way`: a channel or medium, its kind and
# what is printed for it. `entities`: parts with values of their own.
Kind = Literal[
    "fixed",
    "text",
    "whole",
    "truth",
    "date",
    "word",
    "id",
    "way",
    "texts",
    "wholes",
    "words",
    "ids",
    "ways",
    "entities",
]
_ONE: dict[Kind, Kind] = {
    "texts": "text",
    "wholes": "whole",
    "words": "word",
    "ids": "id",
    "ways": "way",
}

_ID = "^[a-z0-9_-]{1,64}$"
_DATE = re.compile(r"FY\[0-9\]")
_FIXED = frozenset({"id", "source", "provenance"})
UNKNOWN_WORDS = ("unknown", "unspecified")

# Into which list the ids of a member point.
TARGETS: dict[str, str] = {
    "matter": "matters",
    **dict.fromkeys(("subjects", "part_of", "within", "same_as", "disjoint_with"), "subjects"),
    **dict.fromkeys(("items", "item", "derived_from"), "items"),
    **dict.fromkeys(("holders", "systems", "operator", "from", "to"), "holders"),
    "lists": "lists",
    **dict.fromkeys(("flows", "applies_to"), "flows"),
    **dict.fromkeys(("measures", "measure", "candidates"), "safeguards"),
    "refers_to": "clauses",
}

# Absent, these state something: a safeguard without a matter stands for the whole case, an entry
# without an item is a heading, an item without a role is the person's own. They have no unknown.
_STATES_WHEN_ABSENT = frozenset(
    {
        *(("safeguard", name) for name in ("matter", "applies_to")),
        *(("flow", name) for name in ("from", "to")),
        *((kind, "matter") for kind in ("announcement", "purpose", "clause", "claim", "mention")),
        *(("partner_row", name) for name in ("holders", "systems")),
        ("medium_row", "systems"),
        ("entry", "item"),
        ("item", "role"),
        ("holder", "tier"),
        ("creation", "subjects"),
        *(("claim", name) for name in ("holders", "zone", "items", "classes", "flows")),
        *(("claim", name) for name in ("categories", "limit", "value", "unit")),
    }
)

# What an absent member states; the writer of the core leaves it out. A truth is then no.
_DEFAULTS: dict[tuple[str, str], str | int] = {
    **{(kind, "change"): "existing" for kind in ("entry", "flow")},
    ("announcement", "change"): "unknown",
    ("safeguard", "status"): "stated",
    **{(kind, "modality"): "duty" for kind in ("safeguard", "clause")},
    ("clause", "obligor"): "partner",
    ("work", "direction"): "unspecified",
    ("work", "sheet"): "matter",
    ("handover", "direction"): "unspecified",
    ("retelling", "sheet"): "other",
    ("claim", "bound"): "exact",
    ("period", "kind"): "other",
    ("holder", "tier"): 0,
}

# A member that turns unknown leaves its entity open: there may be more than is listed.
OPENS: dict[tuple[str, str], str] = {
    **{("flow", name): "open" for name in ("lists", "items")},
    ("flow", "subjects"): "open_subjects",
    **{("creation", name): "open" for name in ("lists", "items")},
    ("list", "entries"): "open",
}


@dataclass(frozen=True, slots=True)
class Member:
    """One member: what it holds, the words or the list of its ids, and whether it must be there."""

    name: str
    kind: Kind
    words: tuple[str, ...] = ()
    target: str = ""  # a list of the case, for ids
    entity: str = ""  # the kind of entity, for entities and ways
    pattern: str = ""
    least: int = 0
    most: int = 0
    required: bool = False
    default: str | int | bool | None = None  # what it is where it is absent
    unknown: str | None = None  # its word; empty where absence says it; None where nothing does

    @property
    def several(self) -> bool:
        """Whether it holds several values."""
        return self.kind in _ONE or self.kind == "entities"

    @property
    def each(self) -> Kind:
        """The kind of one of several values; of a single value, its own."""
        return _ONE.get(self.kind, self.kind)


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(_native.schema())
    return schema


@cache
def lists() -> dict[str, str]:
    """The lists of a case that hold entities, with the kind of entity: `flows` → `flow`."""
    return {m.name: m.entity for m in members("").values() if m.kind == "entities"}


@cache
def members(entity: str) -> dict[str, Member]:
    """Members of a kind of entity (of the case itself: empty), in the order of the format."""
    described = _schema()["$defs"][entity] if entity else _schema()
    required = described.get("required", [])
    return {
        name: _member(entity, name, _plain(shape), name in required)
        for name, shape in described["properties"].items()
    }


def _plain(shape: dict[str, Any]) -> dict[str, Any]:
    """The shape without its null."""
    for option in shape.get("anyOf", ()):
        if option.get("type") != "null":
            return {**option}
    return shape


def _member(entity: str, name: str, shape: dict[str, Any], required: bool) -> Member:
    inner = shape.get("items", shape)
    several = "items" in shape
    kind = _kind(name, inner, several)
    words = tuple(inner.get("enum", ()))
    return Member(
        name,
        kind,
        words,
        TARGETS.get(name, "") if kind in ("id", "ids", "wholes") else "",
        inner.get("$ref", "").rpartition("/")[2],
        inner.get("pattern", ""),
        int(inner.get("minimum", 0)),
        int(inner.get("maximum", 0)),
        required,
        False if kind == "truth" else _DEFAULTS.get((entity, name)),
        _unknown(entity, name, kind, words, required),
    )


def _kind(name: str, inner: dict[str, Any], several: bool) -> Kind:
    if name in _FIXED or "const" in inner:
        return "fixed"
    if "$ref" in inner:
        of = members(inner["$ref"].rpartition("/")[2])
        if set(of) == {"kind", "label"}:
            return "ways" if several else "way"
        return "entities" if several and name != "sources" else "fixed"
    if "enum" in inner:
        return "words" if several else "word"
    if inner.get("pattern") == _ID and name in TARGETS:
        return "ids" if several else "id"
    if inner.get("type") == "integer":
        return "wholes" if several else "whole"
    if inner.get("type") == "boolean":
        return "truth"
    if _DATE.search(inner.get("pattern", "")):
        return "date"
    return "texts" if several else "text"


def _unknown(
    entity: str, name: str, kind: Kind, words: tuple[str, ...], required: bool
) -> str | None:
    if kind in ("fixed", "truth") or (entity, name) in _STATES_WHEN_ABSENT:
        return None
    if kind == "word":
        return next((word for word in UNKNOWN_WORDS if word in words), None)
    return None if required else ""
