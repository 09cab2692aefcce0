"""The text of the documents at hand, by place, to stand beside the values read from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from nagarezu.importing.blocks import Blocks
from nagarezu.importing.sources import read
from nagarezu.reviewing.refusal import UnknownSource

_LONGEST = 160  # characters of one place
_BEFORE = 60  # of them before the printed form


class Documents:
    """Printed text by place. A place that no document has gives nothing."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)

    @classmethod
    def of_blocks(cls, documents: Iterable[Blocks]) -> Documents:
        """Take the text of documents that were read already."""
        texts: dict[str, str] = {}
        for document in documents:
            for paragraph in document.paragraphs():
                place, line = str(paragraph.place), paragraph.text.strip()
                if line:
                    texts[place] = f"{texts[place]} {line}" if place in texts else line
        return cls(texts)

    def at(self, places: str, printed: str = "") -> str:
        """The text at one place or several, one line each, in the order of the places.

        Of a long text, what stands around the printed form; its beginning if that is not in it.
        """
        found = (self._texts.get(place, "") for place in places.split(" "))
        return "\n".join(_around(text, printed) for text in found if text)


def _around(text: str, printed: str) -> str:
    """A text short enough to read at a glance. Spaces that an import took out do not matter."""
    if len(text) <= _LONGEST:
        return text
    words = re.sub(r"\s+", "", printed)[:_LONGEST]
    found = re.search(r"\s*".join(map(re.escape, words)), text) if words else None
    start = max(found.start() - _BEFORE, 0) if found else 0
    end = max(start + _LONGEST, min(found.end(), start + 2 * _LONGEST) if found else 0)
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def read_documents(case_json: Mapping[str, Any], files: Iterable[str | Path]) -> Documents:
    """Read documents of a case. A file is `SOURCE=FILE`, or its name begins with the source.

    If the case has one source, any file is that one. UnknownSource names the sources that there
    are; NotReadable says what stands in the way of reading.
    """
    sources = [str(source["id"]) for source in case_json.get("sources") or ()]
    found = []
    for file in files:
        source, path = _source_of(file, sources)
        found.append(read(path, source))
    return Documents.of_blocks(found)


def _source_of(file: str | Path, sources: list[str]) -> tuple[str, Path]:
    stated, equals, rest = str(file).partition("=")
    if equals and stated in sources:
        return stated, Path(rest)
    path = Path(file)
    named = [
        id_ for id_ in sources if path.stem == id_ or path.stem.startswith((f"{id_}_", f"{id_}-"))
    ]
    if len(sources) == 1:
        return sources[0], path
    if len(named) == 1:
        return named[0], path
    raise UnknownSource(path.name, sources)
