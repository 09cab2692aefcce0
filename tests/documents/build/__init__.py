"""Builders: a paper to the bytes of one format, and where each named part stands in them."""

from __future__ import annotations

from typing import NamedTuple


class Built(NamedTuple):
    """`places` maps the key of a part to what follows the colon of its place (`24`, `表2!B4`)."""

    content: bytes
    places: dict[str, str]
