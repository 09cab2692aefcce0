"""Exceptions with stable codes, and faults of input with their place.

A Fault is one error or warning of the core, worded in Japanese or English. Exceptions name the
thing, the value, the place and the next step.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nagarezu.inert import visible
from nagarezu.messages import HINT, MESSAGES


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of input. Lines and columns count from 1; 0 where there is none."""

    code: str
    severity: str
    file: str
    line: int
    column: int
    pointer: str
    subject: str
    hint: str

    @classmethod
    def from_core(cls, error: Mapping[str, object]) -> Fault:
        def number(key: str) -> int:
            value = error[key]
            return value if isinstance(value, int) else 0

        return cls(
            code=str(error["code"]),
            severity=str(error["severity"]),
            file=str(error["file"]),
            line=number("line"),
            column=number("column"),
            pointer=str(error["pointer"]),
            subject=str(error["subject"]),
            hint=str(error["hint"]),
        )

    def message(self, lang: str = "ja") -> str:
        """The sentence for this code; an unknown code stands for itself."""
        texts = MESSAGES.get(self.code)
        if texts is None:
            return f"{self.code} {self.subject}".strip()
        text = texts[0] if lang == "ja" else texts[1]
        return text.format(subject=self.subject) if self.subject else _without_subject(text)

    def to_json(self, lang: str = "ja") -> dict[str, str | int]:
        return {
            "code": self.code,
            "severity": self.severity,
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "pointer": self.pointer,
            "message": self.message(lang),
            "hint": self.hint,
        }

    def describe(self, lang: str = "ja") -> str:
        """`file:line:column: code message (hint)` on one line."""
        places = [self.file, *(str(n) for n in (self.line, self.column) if n)]
        pointer = f" [{self.pointer}]" if self.pointer else ""
        hint = f" ({HINT[lang == 'en']}{self.hint})" if self.hint else ""
        return visible(f"{':'.join(places)}: {self.code} {self.message(lang)}{pointer}{hint}")


def _without_subject(text: str) -> str:
    for bracketed in ("「{subject}」", "：{subject}", ": {subject}", " “{subject}”"):
        text = text.replace(bracketed, "")
    return text.replace("{subject}", "").strip()


class NagarezuError(Exception):
    """Base of all exceptions of the package; `code` is stable, `str()` is the English text."""

    code = "error"

    def message(self, lang: str = "ja") -> str:
        """Return the text in the language of the reader."""
        return str(self)


class InvalidInput(NagarezuError, ValueError):
    """Files that are no valid cases; `errors` holds every fault that was found."""

    code = "invalid_input"

    def __init__(self, errors: Iterable[Fault]) -> None:
        self.errors: tuple[Fault, ...] = tuple(errors)
        super().__init__("\n".join(error.describe("en") for error in self.errors))

    def message(self, lang: str = "ja") -> str:
        return "\n".join(error.describe(lang) for error in self.errors)


class MissingExtra(NagarezuError, ImportError):
    """A library that belongs to an extra is not installed."""

    code = "missing_extra"

    def __init__(self, library: str, extra: str) -> None:
        self.library, self.extra = library, extra
        super().__init__(f"{library} is not installed: {self._cure()}")

    def _cure(self) -> str:
        return f"pip install 'nagarezu[{self.extra}]'"

    def message(self, lang: str = "ja") -> str:
        if lang == "en":
            return str(self)
        return f"{self.library} がインストールされていません：{self._cure()}"


class UsageError(NagarezuError, ValueError):
    """A name or an option that does not exist."""

    code = "usage"


class _Unknown(UsageError):
    kind = ("名前", "name")

    def __init__(self, name: str, known: Sequence[str]) -> None:
        self.name, self.known = name, tuple(known)
        close = difflib.get_close_matches(name, self.known, n=3, cutoff=0.5)
        # A short list is shown whole; of a long one, what the name resembles.
        self.nearest = tuple(close) if len(self.known) > 6 else ()
        advice = f"did you mean {', '.join(self.nearest)}?" if self.nearest else ""
        listed = advice or f"known: {', '.join(self.known)}"
        super().__init__(f"unknown {self.kind[1]} “{visible(name)}” ({listed})")

    def message(self, lang: str = "ja") -> str:
        if lang == "en":
            return str(self)
        listed = f"もしかして：{'、'.join(self.nearest)}" if self.nearest else "、".join(self.known)
        return f"{self.kind[0]}「{visible(self.name)}」はありません（{listed}）"


class UnknownTable(_Unknown):
    code = "unknown_table"
    kind = ("表", "table")


class UnknownSuffix(_Unknown):
    """A file name whose suffix is not that of a format we write."""

    code = "unknown_suffix"
    kind = ("拡張子", "file suffix")


class UnknownLanguage(_Unknown):
    code = "unknown_language"
    kind = ("言語", "language")


class InvalidEdit(UsageError):
    """A what-if edit that the case cannot take: an unknown id or word, or one that changes nothing.

    `code` is that of the fault, `hint` names what would fit.
    """

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.code = fault.code
        self.hint = fault.hint
        super().__init__(self.message("en"))

    def message(self, lang: str = "ja") -> str:
        text = f"{self.code} {self.fault.message(lang)}"
        if not self.hint:
            return text
        hint = HINT[0 if lang == "ja" else 1] + self.hint
        return f"{text}（{hint}）" if lang == "ja" else f"{text} ({hint})"


class MissingFont(NagarezuError):
    """None of the faces that the paper is set in is there."""

    code = "missing_font"

    def __init__(self, families: Sequence[str], folder: str | None = None) -> None:
        self.families, self.folder = tuple(families), folder
        super().__init__(self.message("en"))

    def message(self, lang: str = "ja") -> str:
        where = visible(self.folder or "")
        if lang == "en":
            place = f" in {where}" if where else ""
            return (
                f"no Japanese font was found{place}: one of {', '.join(self.families)} is needed. "
                "On Debian and Ubuntu: apt-get install fonts-noto-cjk; elsewhere install one of "
                "them, or name the folder that holds it"
            )
        place = f"（{where}）" if where else ""
        return (
            f"日本語のフォントが見つかりません{place}：{'、'.join(self.families)} のいずれかが"
            "必要です。Debian・Ubuntuでは apt-get install fonts-noto-cjk を実行し、"
            "その他の環境ではいずれかを入れるか、フォントのあるフォルダーを指定してください"
        )


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A character that no font draws, where the paper uses it, and the text that it stands in."""

    character: str
    place: str
    text: str

    @property
    def codes(self) -> str:
        return " ".join(f"U+{ord(each):04X}" for each in self.character)

    @property
    def excerpt(self) -> str:
        """The text around the character, short enough for a message."""
        at = max(self.text.find(self.character) - 12, 0)
        part = self.text[at : at + 30]
        return f"{'…' if at else ''}{part}{'…' if at + 30 < len(self.text) else ''}"


class MissingGlyph(NagarezuError, ValueError):
    """Characters that no font at hand draws; a paper with empty boxes is not written."""

    code = "missing_glyph"
    shown = 5

    def __init__(self, characters: Sequence[Unprintable]) -> None:
        self.characters = tuple(characters)
        super().__init__(self.message("en"))

    def message(self, lang: str = "ja") -> str:
        pattern = (
            "「{0.character}」{0.codes}（{0.place}：「{0.excerpt}」）"
            if lang == "ja"
            else "“{0.character}” {0.codes} ({0.place}: “{0.excerpt}”)"
        )
        listed = [visible(pattern.format(each)) for each in self.characters[: self.shown]]
        more = len(self.characters) - len(listed)
        if lang == "en":
            rest = f" and {more} more" if more else ""
            return (
                f"no font draws {', '.join(listed)}{rest}; install a font that holds it, or write "
                "another character. Characters of private use cannot stand in an archived file"
            )
        rest = f"ほか{more}字" if more else ""
        return (
            f"どのフォントにもない文字です：{'、'.join(listed)}{rest}。"
            "その文字を持つフォントを入れるか、別の文字で書いてください。"
            "外字（私用領域の文字）は保存用の文書に使えません"
        )


class TooLarge(NagarezuError, ValueError):
    """A table that a sheet cannot hold; nothing is cut off in silence."""

    code = "too_large"

    def __init__(self, table: str, rows: int, columns: int) -> None:
        self.size = f"{table}: {rows} × {columns}"
        super().__init__(f"the table is larger than a sheet ({self.size}); use csv or json")

    def message(self, lang: str = "ja") -> str:
        if lang == "en":
            return str(self)
        return f"表がシートに入りません（{self.size}）。csv又はjsonを使ってください"


class WriteFailed(NagarezuError, OSError):
    """The system refused to write; the old file, if any, is untouched."""

    code = "write_failed"

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"cannot write {visible(path)}: {reason}")

    def message(self, lang: str = "ja") -> str:
        return (
            str(self) if lang == "en" else f"{visible(self.path)} に書き込めません：{self.reason}"
        )
