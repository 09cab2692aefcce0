"""A second opinion on characters that the first library could not map: PDFium, by their place."""

from __future__ import annotations

from typing import Any

from nagarezu.importing.sources.pdf_lines import Char

UNREADABLE = "\ufffd"


class SecondReader:
    """Opens the file when it is first asked, for most files never need it."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._document: Any = None

    def fill(self, number: int, height: float, chars: list[Char]) -> int:
        """Give the unknown characters of a page (from 1) their text; return how many are left."""
        unknown = [char for char in chars if char["text"].startswith("(cid:")]
        if not unknown:
            return 0
        text = self._page(number)
        left = 0
        for char in unknown:
            found = self._at(text, char, height) if text is not None else ""
            char["text"] = found or UNREADABLE
            left += not found
        return left

    def _page(self, number: int) -> Any:
        import pypdfium2

        try:
            if self._document is None:
                self._document = pypdfium2.PdfDocument(self._content)
            return self._document[number - 1].get_textpage()
        except (pypdfium2.PdfiumError, IndexError):
            return None

    def _at(self, text: Any, char: Char, height: float) -> str:
        """The one character that stands in the middle of a box; nothing if there are more."""
        x, margin = (char["x0"] + char["x1"]) / 2, char["size"] * 0.2
        found = text.get_text_bounded(
            x - margin, height - char["bottom"], x + margin, height - char["top"]
        ).strip()
        return found if len(found) == 1 and found.isprintable() else ""
