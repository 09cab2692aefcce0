"""The review on a terminal: one value after the other, a key for each decision."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from nagarezu.inert import visible
from nagarezu.languages import Lang, Text
from nagarezu.reviewing.choices import Choice, choices, needed
from nagarezu.reviewing.columns import confidence
from nagarezu.reviewing.decision import Action
from nagarezu.reviewing.keys import Keys
from nagarezu.reviewing.notes import at_place
from nagarezu.reviewing.refusal import InvalidDecision
from nagarezu.reviewing.session import Session
from nagarezu.reviewing.value import Value
from nagarezu.reviewing.words import STATES, field_name, kind_name

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

KEYS: tuple[tuple[str, Text], ...] = (
    ("c", Text("確認", "confirm")),
    ("e", Text("訂正", "correct")),
    ("r", Text("却下", "reject")),
    ("x", Text("要素ごと却下", "reject entity")),
    ("m", Text("コメント", "comment")),
    ("s", Text("次へ", "skip")),
    ("b", Text("戻る", "back")),
    ("u", Text("取消し", "undo")),
    ("q", Text("終了", "quit")),
)
_ONE_OF = Text("候補", "alternative")
_PROMPT = Text("訂正後の値（空欄で戻る）> ", "corrected value (empty to go back)> ")
_COMMENT = Text("コメント（空欄で戻る）> ", "comment (empty to go back)> ")
_SURE = Text("要素ごと却下しますか（y/n）", "reject the whole entity (y/n)?")
_ALONG = Text("参照元：", "referred to by: ")
_END = Text("最後まで見ました。", "That was the last value.")
_ROWS: tuple[tuple[str, Text], ...] = (
    ("value", Text("値", "Value")),
    ("printed", Text("記載", "As printed")),
    ("source", Text("資料", "Source")),
    ("read", Text("読取り", "Reading")),
    ("reason", Text("理由", "Reason")),
    ("notes", Text("問い", "Questions")),
    ("state", Text("状態", "State")),
)
_MOST_OPTIONS = 40


class Review:
    """Shows a session and obeys its keys, until quit or interrupted."""

    def __init__(self, session: Session, console: Console, keys: Keys) -> None:
        self.session, self.console, self.keys = session, console, keys
        self.lang: Lang = session.lang
        self.notice = ""
        self.choices = choices(session.draft, session.values, self.lang)

    def run(self) -> bool:
        """Return False if the person broke off (Ctrl-C, or the terminal went away)."""
        try:
            while True:
                self._show()
                if not self._obey(self.keys.key()):
                    return True
        except (KeyboardInterrupt, EOFError, OSError):
            return False

    def _obey(self, key: str) -> bool:
        key = unicodedata.normalize("NFKC", key).lower()  # typed with kana on, a key is full width
        self.notice = ""
        moves = {"s": self.session.next, " ": self.session.next, "\r": self.session.next,
                 "\n": self.session.next, "b": self.session.back}  # fmt: skip
        if key == "q":
            return False
        if key in moves:
            moves[key]()
        elif self.session.current is not None:
            try:
                self._decide(key, self.session.current)
            except InvalidDecision as error:
                self.notice = error.message(self.lang)
        return True

    def _decide(self, key: str, value: Value) -> None:
        simple: dict[str, Action] = {"c": "confirm", "r": "reject"}
        if key in simple:
            self.session.take(simple[key])
        elif key == "u":
            self.session.undo()
        elif key.isdigit() and 0 < int(key) <= len(value.alternatives):
            self.session.take("correct", value.alternatives[int(key) - 1].value)
        elif key == "e":
            self._correct(value)
        elif key == "m":
            comment = self._line(_COMMENT.in_(self.lang))
            if comment:
                self.session.comment(comment)
        elif key == "x":
            self._remove()

    def _correct(self, value: Value) -> None:
        choice = self.choices.get(needed(value))
        if choice:
            self._options(choice)
        given = self._line(_PROMPT.in_(self.lang))
        if choice and given.isdigit() and 0 < int(given) <= len(choice.options[:_MOST_OPTIONS]):
            given = choice.options[int(given) - 1]
        if given:
            self.session.take("correct", given)

    def _options(self, choice: Choice) -> None:
        for number, option in enumerate(choice.options[:_MOST_OPTIONS], start=1):
            self._print(f"  {number:>2}  {option}")
        if len(choice.options) > _MOST_OPTIONS:
            self._print("  …")

    def _remove(self) -> None:
        along = self.session.referring()
        if along:
            self._print(_ALONG.in_(self.lang) + " ".join(along))
        self._print(_SURE.in_(self.lang))
        if unicodedata.normalize("NFKC", self.keys.key()).lower() == "y":
            self.session.take("remove")

    def _line(self, prompt: str) -> str:
        try:
            return self.keys.line(prompt).strip()
        except KeyboardInterrupt:
            return ""  # only what was being typed is given up

    def _show(self) -> None:
        self.console.clear()
        self.console.print(self._progress())
        value = self.session.current
        if value is None:
            self._print(_END.in_(self.lang))
        else:
            self.console.print(self._card(value))
        if self.notice:
            self._print(self.notice, "red")
        self._print(self._menu(value), "dim")

    def _progress(self) -> RenderableType:
        from rich.text import Text as Line

        counts, total = self.session.counts(), len(self.session.values)
        at = min(self.session.position + 1, total)
        states = "　".join(
            f"{text.in_(self.lang)} {counts[state]}" for state, text in STATES.items()
        )
        done = total - counts["unreviewed"]
        bar = "█" * (20 * done // total if total else 20)
        return Line(f"{at}/{total}  {bar:░<20}  {states}", style="bold")

    def _card(self, value: Value) -> RenderableType:
        from rich.panel import Panel
        from rich.table import Table
        from rich.text import Text as Line

        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="dim", no_wrap=True)
        grid.add_column(overflow="fold")
        texts = self._texts(value)
        for name, label in _ROWS:
            if texts[name]:
                line = Line(visible_lines(texts[name]))
                if name == "source" and value.printed:
                    line.highlight_words([visible(value.printed)], "bold reverse")
                if name == "value":
                    line.stylize("bold")
                grid.add_row(label.in_(self.lang), line)
        kind, field = kind_name(value.kind, self.lang), field_name(value.field, self.lang)
        title = Line(visible(f"{kind}  {value.label}  {field}"))
        return Panel(grid, title=title, title_align="left")

    def _texts(self, value: Value) -> dict[str, str]:
        others = "　".join(
            f"{number}) {other.value} {confidence(other.confidence, self.lang)}".rstrip()
            for number, other in enumerate(value.alternatives[:9], start=1)
        )
        sure = confidence(value.confidence, self.lang)
        read = "　".join(part for part in (value.normalised, value.rule, sure) if part)
        decision = self.session.decisions.get(value.key)
        state = STATES[self.session.state(value)].in_(self.lang)
        if decision and decision.value is not None:
            state += f" → {decision.value}"
        return {
            "value": value.shown,
            "printed": value.printed,
            "source": "\n".join(part for part in (value.place, value.context) if part),
            "read": "\n".join(part for part in (read, others) if part),
            "reason": value.reason,
            "notes": "\n".join(note.line for note in at_place(self.session.notes, value.place)),
            "state": state,
        }

    def _menu(self, value: Value | None) -> str:
        keys = [(key, text) for key, text in KEYS if value is not None or key in "bq"]
        if value is not None and value.alternatives:
            last = min(len(value.alternatives), 9)
            keys.insert(2, (f"1-{last}" if last > 1 else "1", _ONE_OF))
        shown = (f"[{key}] {text.in_(self.lang)}".replace(" ", "\u00a0") for key, text in keys)
        return "  ".join(shown)

    def _print(self, text: str, style: str | None = None) -> None:
        from rich.text import Text as Line

        self.console.print(Line(visible_lines(text), style=style or ""))


def visible_lines(text: str) -> str:
    """Text with nothing in it that a terminal would obey; its own lines stay."""
    return "\n".join(visible(line) for line in text.split("\n"))
