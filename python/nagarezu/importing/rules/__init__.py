"""Rules that live in data: labels of forms, vocabulary, confusions. Read once, never changed."""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from typing import Any, cast

from nagarezu import resources


@cache
def rules(name: str) -> dict[str, Any]:
    """Return the content of `data/importing/NAME.json`."""
    return cast("dict[str, Any]", _named("importing", name))


@lru_cache(maxsize=1 << 12)
def compiled(words: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern, compiled once. `re` itself forgets: it keeps 512, and the import has far more."""
    return re.compile(words, flags)


@cache
def vocabulary(name: str) -> tuple[dict[str, Any], ...]:
    """Return the entries of `data/vocabulary/NAME.json`."""
    return tuple(_named("vocabulary", name)["entries"])


def _named(folder: str, name: str) -> Any:
    for file, content in resources.data(folder):
        if file == f"{name}.json":
            return json.loads(content)
    raise LookupError(f"{folder}/{name}.json is missing from the package")
