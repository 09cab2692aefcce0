"""What `nagarezu review` does: list, export, apply, carry over, or ask value by value."""

from __future__ import annotations

import errno
import json
import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from nagarezu import console
from nagarezu.console import Format
from nagarezu.errors import UnknownSuffix, UsageError, WriteFailed
from nagarezu.languages import Lang, Text

if TYPE_CHECKING:
    from nagarezu.reviewing.documents import Documents
    from nagarezu.reviewing.notes import Note

_SAVED = Text("{count}件の判定を {path} に保存しました", "saved {count} decisions to {path}")
_NOTHING = Text("判定はありません。何も書いていません", "nothing was decided; nothing is written")
_BROKEN_OFF = Text("中断しました。", "interrupted; ")
_MISSING = Text("行のない値：{count}件", "values without a row: {count}")
_HIDDEN = Text("隠れた行の判定も読みました：{places}", "hidden rows with decisions: {places}")
_GONE = Text("参照から外しました：{keys}", "no longer refers to it: {keys}")
_CHANGED = Text(
    "{path} は確認の間に変更されました。上書きせず、別のファイルに保存します",
    "{path} was changed meanwhile; it is not written over",
)
_RESCUED = Text("判定は {path} にあります", "the decisions are in {path}")
_NO_TERMINAL = Text(
    "端末ではないので一覧を出します（--export で表に書き出せます）",
    "not a terminal: here is the list (--export writes a workbook)",
)


class Draft:
    """A draft on its way through one command: the file, its case, its documents."""

    def __init__(
        self, path: Path, documents: Sequence[str], output: Path | None, lang: Lang, quiet: bool
    ) -> None:
        from nagarezu.case import Case

        self.path, self.output, self.lang, self.quiet = path, output or path, lang, quiet
        self.case = Case.load(path)
        self._loaded = path.read_bytes()
        self.content: dict[str, Any] = json.loads(self.case.to_json())
        self._documents = documents

    @property
    def documents(self) -> Documents | None:
        from nagarezu.reviewing.documents import read_documents

        return read_documents(self.content, self._documents) if self._documents else None

    @property
    def notes(self) -> tuple[Note, ...]:
        """What the import asked and did not read."""
        from nagarezu.reviewing.notes import notes_beside

        return notes_beside(self.path, self.lang)

    def save(self, content: dict[str, Any]) -> None:
        from nagarezu.case import Case

        Case.from_json(json.dumps(content), str(self.output)).save(self.output)

    def save_what_was_asked(self, content: dict[str, Any]) -> None:
        """Save the answers of a person somewhere, whatever happened to the place for them.

        Somebody else's changes of the file are not written over: then the answers go beside it.
        Where the system refuses to write, they go to its folder for temporary files, and
        WriteFailed is raised all the same.
        """
        if self.output == self.path and not self._as_loaded():
            self.output = self.path.with_name(f"{self.path.stem}.review.json")
            with suppress(OSError):
                self.say(_CHANGED, path=self.path)
        try:
            self.save(content)
        except WriteFailed:
            self.output = Path(tempfile.mkdtemp(prefix="nagarezu-")) / f"{self.path.stem}.json"
            self.save(content)
            console.to_stderr(_RESCUED.in_(self.lang).format(path=self.output))
            raise

    def _as_loaded(self) -> bool:
        try:
            return self.path.read_bytes() == self._loaded
        except OSError:
            return True  # it is gone, so there is nothing to write over

    def say(self, text: Text, **values: object) -> None:
        if not self.quiet:
            console.to_stderr(text.in_(self.lang).format(**values))

    def saved(self, count: int) -> None:
        self.say(_SAVED, count=count, path=self.output)


def show_list(draft: Draft, wanted: Format, output: Path | None) -> None:
    """Print or write the table of values."""
    from nagarezu.reviewing.listing import short_table, values_table
    from nagarezu.reviewing.value import values

    found = values(draft.content, documents=draft.documents, lang=draft.lang)
    make = short_table if wanted in (Format.text, Format.md) else values_table
    notes = draft.notes
    content = console.render(make(draft.case.id, found, draft.lang), wanted)
    console.emit(content, output, wanted, quiet=draft.quiet, lang=draft.lang)
    for note in notes if not draft.quiet else ():
        console.to_stderr(f"{note.name(draft.lang)} {note.line}")


def export(draft: Draft, target: Path) -> None:
    """Write the workbook to fill in."""
    from nagarezu.files import write_whole
    from nagarezu.reviewing.workbook import draft_workbook

    if target.suffix.lower() != ".xlsx":
        raise UnknownSuffix(target.suffix or target.name, (".xlsx",))
    content = draft_workbook(
        draft.content, documents=draft.documents, notes=draft.notes, lang=draft.lang
    )
    write_whole(target, content)
    if not draft.quiet:
        console.wrote(target, draft.lang)


def apply(draft: Draft, filled: Path) -> None:
    """Take the decisions of a filled-in workbook, all of them or none."""
    from nagarezu.reviewing.decide import applied
    from nagarezu.reviewing.readback import read_workbook

    found = read_workbook(filled, draft.content)
    outcome = applied(draft.content, found.decisions, file=str(filled))
    if found.missing:
        draft.say(_MISSING, count=len(found.missing))
    if found.hidden:
        draft.say(_HIDDEN, places=" ".join(found.hidden))
    if outcome.withdrawn:
        draft.say(_GONE, keys=" ".join(outcome.withdrawn))
    if not found.decisions and draft.output == draft.path:
        draft.say(_NOTHING)
        return
    draft.save(outcome.case)
    draft.saved(len(found.decisions))


def carry(draft: Draft, earlier: Path) -> None:
    """Take over what was decided about an earlier import of the same document."""
    from nagarezu.case import Case
    from nagarezu.reviewing.carry import carry_over
    from nagarezu.reviewing.listing import carried_lines

    old = json.loads(Case.load(earlier).to_json())
    content, report = carry_over(old, draft.content)
    draft.save(content)
    if not draft.quiet:
        console.to_stderr("\n".join(carried_lines(report, draft.lang)))
    draft.saved(sum(one.fate in ("carried", "reading_differs") for one in report))


def on_terminal() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(draft: Draft, *, everything: bool) -> None:
    """Show value after value; save once at the end, also when broken off."""
    if not draft.output.parent.is_dir():  # said before the work, not after it
        raise WriteFailed(str(draft.output), os.strerror(errno.ENOENT))
    from rich.console import Console

    from nagarezu.reviewing.keys import TerminalKeys
    from nagarezu.reviewing.session import Session
    from nagarezu.reviewing.terminal import Review

    session = Session(
        draft.content,
        documents=draft.documents,
        lang=draft.lang,
        everything=everything,
        notes=draft.notes,
    )
    with _Signals() as signals:
        finished = False
        try:
            with TerminalKeys() as keys:
                finished = Review(session, Console(highlight=False), keys).run()
        except KeyboardInterrupt:
            finished = False
        finally:
            signals.ignore()
        if session.decisions:
            draft.save_what_was_asked(session.result())
        with suppress(OSError):  # the terminal may be gone; what was decided is saved
            _say_the_end(draft, finished, len(session.decisions))
    if not finished:
        raise typer.Exit(130)


def _say_the_end(draft: Draft, finished: bool, decided: int) -> None:
    if not finished:
        draft.say(_BROKEN_OFF)
    if decided:
        draft.saved(decided)
    else:
        draft.say(_NOTHING)


class _Signals:
    """A closed window or a request to end is an interrupt, as Ctrl-C is, until saving begins.

    A terminal that goes away both fails to be read and sends a signal, in either order, and the
    later of the two must not stop the saving.
    """

    def __enter__(self) -> _Signals:
        self._asking = True
        listed = (getattr(signal, name, None) for name in ("SIGINT", "SIGHUP", "SIGTERM"))
        self._before = {n: signal.signal(n, self._interrupt) for n in listed if n is not None}
        return self

    def __exit__(self, *raised: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def ignore(self) -> None:
        self._asking = False

    def _interrupt(self, number: int, frame: object) -> None:
        if self._asking:
            raise KeyboardInterrupt


def run(
    draft: Draft,
    *,
    list_: bool,
    everything: bool,
    exported: Path | None,
    filled: Path | None,
    earlier: Path | None,
    format_: Format | None,
    output: Path | None,
) -> None:
    """Do the one thing that was asked for."""
    if sum((list_, exported is not None, filled is not None, earlier is not None)) > 1:
        raise UsageError("--list, --export, --apply and --from exclude each other")
    if exported is not None:
        export(draft, exported)
    elif filled is not None:
        apply(draft, filled)
    elif earlier is not None:
        carry(draft, earlier)
    elif list_ or format_ is not None:
        show_list(draft, console.format_for(format_, output), output)
    elif on_terminal():
        ask(draft, everything=everything)
    else:
        draft.say(_NO_TERMINAL)
        show_list(draft, Format.text, None)
