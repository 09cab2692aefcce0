"""Two spellings of a word, of which the readers know one; a draft prints what the paper does.

Some offices write ，, および and 行なう where others write 、, 及び and 行う. A paper that keeps to
the first is read as if it had the second, and what was read of it is given back as printed. Where
a paper has both words, it is read as it stands. So are sentences that end politely (`polite`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from nagarezu.importing.blocks import Block, Blocks, Cell, Grid, Paragraph
from nagarezu.importing.polite import Polite

_WORDS = (
    *(("および", "及び"), ("ならびに", "並びに")),
    *((f"行な{form}", f"行{form}") for form in "わいうえおっ"),
)
_COMMA = ("，", "、")  # of which a passage keeps the second, whatever else the paper prints


@dataclass(frozen=True, slots=True)
class Spelling:
    """Pairs of what the documents print and what is read instead."""

    pairs: tuple[tuple[str, str], ...]
    polite: Polite

    @classmethod
    def of(cls, documents: Sequence[Blocks]) -> Spelling:
        """The spellings to which all documents keep."""
        texts = [each.text for document in documents for each in document.paragraphs()]
        text = "\n".join(texts)
        kept = (pair for pair in (*_WORDS, _COMMA) if pair[0] in text and pair[1] not in text)
        return cls(tuple(kept), Polite(texts))

    def usual(self, documents: Sequence[Blocks]) -> Sequence[Blocks]:
        """The documents as the readers know them."""
        if not set(self.pairs) & set(_WORDS) and not self.polite:
            return documents
        return [
            replace(document, blocks=tuple(map(self._block, document.blocks)))
            for document in documents
        ]

    def printed(self, value: Any) -> Any:
        """What was read, as the documents print it: texts, and those in lists and members."""
        if isinstance(value, str):
            for own, usual in self.pairs:
                value = value.replace(usual, own)
            return self.polite.printed(value)
        if isinstance(value, list):
            return [self.printed(each) for each in value]
        if isinstance(value, dict):
            return {name: self.printed(each) for name, each in value.items()}
        return value

    def _block(self, block: Block) -> Block:
        if isinstance(block, Grid):
            return replace(block, cells=tuple(map(self._cell, block.cells)))
        return self._paragraph(block)

    def _cell(self, cell: Cell) -> Cell:
        return replace(cell, paragraphs=tuple(map(self._paragraph, cell.paragraphs)))

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        spans = tuple(replace(span, text=self._usual(span.text)) for span in paragraph.spans)
        return replace(paragraph, spans=spans)

    def _usual(self, text: str) -> str:
        text = self.polite.usual(text)
        for own, usual in self.pairs:
            if (own, usual) != _COMMA:
                text = text.replace(own, usual)
        return text
