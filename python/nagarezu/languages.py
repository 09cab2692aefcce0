"""The two languages of every text that the package writes."""

from __future__ import annotations

from typing import Literal, NamedTuple

from nagarezu.errors import UnknownLanguage

Lang = Literal["ja", "en"]
LANGUAGES: tuple[Lang, ...] = ("ja", "en")


class Text(NamedTuple):
    """One wording in both languages."""

    ja: str
    en: str

    def in_(self, lang: Lang) -> str:
        return self.ja if lang == "ja" else self.en


def language(word: str) -> Lang:
    """`ja` or `en`; any other word is an error."""
    for known in LANGUAGES:
        if word == known:
            return known
    raise UnknownLanguage(word, LANGUAGES)
