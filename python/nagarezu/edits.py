"""What-if edits as plain values: what is left out of a case, or put into it.

Ids are those of the case. `str()` of an edit is its English reading, `in_words(lang)` that of
either language. What goes along with an edit stands in docs/difference.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from nagarezu.languages import Lang, Text


@dataclass(frozen=True, slots=True)
class WithoutItem:
    """The item is gone from the case, or from what one flow lists."""

    item: str
    flow: str = ""

    def in_words(self, lang: Lang = "ja") -> str:
        if self.flow:
            text = Text("経路 {1} に情報項目 {0} がない場合", "without item {0} on flow {1}")
        else:
            text = Text("情報項目 {0} がない場合", "without item {0}")
        return text.in_(lang).format(self.item, self.flow)

    def __str__(self) -> str:
        return self.in_words("en")


@dataclass(frozen=True, slots=True)
class WithoutFlow:
    """The flow is gone."""

    flow: str

    def in_words(self, lang: Lang = "ja") -> str:
        return Text("経路 {0} がない場合", "without flow {0}").in_(lang).format(self.flow)

    def __str__(self) -> str:
        return self.in_words("en")


@dataclass(frozen=True, slots=True)
class WithoutRecipient:
    """The recipient is gone, with what flows to it and from it."""

    recipient: str

    def in_words(self, lang: Lang = "ja") -> str:
        text = Text("受領者 {0} がない場合", "without recipient {0}")
        return text.in_(lang).format(self.recipient)

    def __str__(self) -> str:
        return self.in_words("en")


@dataclass(frozen=True, slots=True)
class WithItem:
    """A flow lists one more item; a label makes it a new one."""

    item: str
    flow: str
    label: str = ""
    classes: tuple[str, ...] = ()

    def in_words(self, lang: Lang = "ja") -> str:
        text = Text("経路 {1} に情報項目 {0} がある場合", "with item {0} on flow {1}")
        return text.in_(lang).format(self.item, self.flow)

    def __str__(self) -> str:
        return self.in_words("en")


@dataclass(frozen=True, slots=True)
class WithFlow:
    """A new flow. Without items it is open, without subjects its subjects are."""

    flow: str
    from_: str
    to: tuple[str, ...]
    relation: str = "provide"
    items: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    matter: str = ""

    def in_words(self, lang: Lang = "ja") -> str:
        text = Text("経路 {0}（{1} → {2}）がある場合", "with flow {0} from {1} to {2}")
        return text.in_(lang).format(self.flow, self.from_, " ".join(self.to))

    def __str__(self) -> str:
        return self.in_words("en")


@dataclass(frozen=True, slots=True)
class WithRecipient:
    """A new organisation outside, which may receive what a flow carries."""

    recipient: str
    label: str
    flow: str = ""

    def in_words(self, lang: Lang = "ja") -> str:
        if self.flow:
            text = Text(
                "受領者 {0} にも経路 {1} と同じものが届く場合", "with recipient {0} as on flow {1}"
            )
        else:
            text = Text("受領者 {0} がある場合", "with recipient {0}")
        return text.in_(lang).format(self.recipient, self.flow)

    def __str__(self) -> str:
        return self.in_words("en")


@dataclass(frozen=True, slots=True)
class WithSafeguard:
    """One more safeguard is stated, for a flow or for the whole case."""

    category: str
    flow: str = ""
    party: str = "own"

    def in_words(self, lang: Lang = "ja") -> str:
        if self.flow:
            text = Text("経路 {1} に対策 {0} の記載がある場合", "with {0} stated for flow {1}")
        else:
            text = Text("案件全体に対策 {0} の記載がある場合", "with {0} stated for the whole case")
        return text.in_(lang).format(self.category, self.flow)

    def __str__(self) -> str:
        return self.in_words("en")


Edit = (
    WithoutItem
    | WithoutFlow
    | WithoutRecipient
    | WithItem
    | WithFlow
    | WithRecipient
    | WithSafeguard
)
