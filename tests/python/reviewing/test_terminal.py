"""The review on a terminal: keys, what is shown, and that nothing decided is lost."""

from __future__ import annotations

import fcntl
import io
import json
import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from review_drafts import DOCUMENT, hostile_draft, large_draft, library, load, value
from rich.console import Console

from nagarezu.reviewing import Decision, decide, values
from nagarezu.reviewing.documents import read_documents
from nagarezu.reviewing.session import Session
from nagarezu.reviewing.terminal import Review

COUNT = "subjects[s1].counts[1].value"


class Script:
    """Keys and lines as a person would press them; Ctrl-C where the script says ^C."""

    def __init__(self, *presses: str) -> None:
        self.presses = list(presses)

    def key(self) -> str:
        return self._next()

    def line(self, prompt: str) -> str:
        return self._next()

    def _next(self) -> str:
        press = self.presses.pop(0)
        if press == "^C":
            raise KeyboardInterrupt
        return press


def review(case: dict[str, Any], *presses: str, **options: Any) -> tuple[Session, bool, str]:
    """The session after the presses, whether it was quit, and all that was shown."""
    session = Session(case, **options)
    shown = io.StringIO()
    script = Script(*presses)
    done = Review(session, Console(file=shown, width=120, highlight=False), script).run()
    assert script.presses == []
    return session, done, shown.getvalue()


def to(key: str) -> list[str]:
    """Skips up to the value of that key."""
    return ["s"] * [each.key for each in values(library())].index(key)


def test_each_key_decides_and_goes_on() -> None:
    session, done, _ = review(library(), "c", "r", "c", "q")
    assert done
    keys = [each.key for each in session.values]
    assert session.position == 2
    # The second has no unknown, so it stays where it is until it is decided otherwise.
    assert [(d.key, d.action) for d in session.decisions.values()] == [
        (keys[0], "confirm"),
        (keys[1], "confirm"),
    ]


def test_full_width_keys_are_keys_and_others_do_nothing() -> None:
    session, _, _ = review(library(), "ｃ", "Ｃ", "", "z", "5", "ｑ")
    assert len(session.decisions) == 2


def test_a_value_is_corrected_by_typing_it() -> None:
    session, _, _ = review(library(), *to(COUNT), "e", "１２，３４６", "q")
    assert value(session.result(), COUNT).value == 12346


def test_a_choice_is_taken_by_its_number_and_an_alternative_by_its_own() -> None:
    key = "subjects[s1].counts[1].unit"
    session, _, shown = review(library(), *to(key), "e", "2", "q")
    assert value(session.result(), key).value == "household"
    assert " 2  household 世帯" in shown
    session, _, _ = review(library(), *to(COUNT), "2", "q")
    assert value(session.result(), COUNT).value == 345
    session, _, _ = review(library(), *to(COUNT), "9", "q")
    assert session.decisions == {}


def test_what_is_refused_is_said_and_nothing_changes() -> None:
    session, _, shown = review(library(), *to(COUNT), "e", "多数", "q")
    assert session.decisions == {}
    assert session.current is not None
    assert session.current.key == COUNT
    assert "bad_whole 整数ではありません：多数" in shown
    _, _, shown = review(library(), *to(COUNT), "e", "多数", "q", lang="en")
    assert "not a whole number: 多数" in shown


def test_back_and_undo_lead_to_the_old_value() -> None:
    session, _, shown = review(library(), "c", "b", "u", "q")
    assert session.decisions == {}
    assert session.position == 0
    assert session.result() == library()
    assert "状態" in shown
    session, _, _ = review(library(), "b", "b", "q")
    assert session.position == 0


def test_an_entity_goes_only_after_a_second_key() -> None:
    key = "subjects[s2].label"
    session, _, shown = review(library(), *to(key), "x", "n", "q")
    assert session.decisions == {}
    session, _, shown = review(library(), *to(key), "x", "y", "q")
    assert len(session.result()["subjects"]) == 1
    assert "要素ごと却下しますか" in shown
    key = "safeguards[g2].categories"
    session, _, shown = review(library(), *to(key), "x", "y", "q")
    assert "参照元：checklist[1].measures" in shown
    assert [decision.action for decision in session.decisions.values()] == ["remove"]


def test_values_of_an_entity_that_went_are_passed_over() -> None:
    case = library()
    session = Session(case)
    start = [each.key for each in session.values].index("safeguards[g1].categories")
    session.position = start
    session.take("remove")
    assert session.current is not None
    assert session.current.key == "safeguards[g2].categories"
    session.back()
    assert session.current.key == "safeguards[g1].categories"
    session.undo()
    session.next()
    assert session.current.key == "safeguards[g1].layer"


def test_a_comment_stays_with_the_decision() -> None:
    session, _, _ = review(library(), "c", "b", "m", "確かめた", "m", "", "q")
    (decision,) = session.decisions.values()
    assert (decision.action, decision.comment) == ("confirm", "確かめた")


def test_a_comment_that_no_file_can_hold_does_not_endanger_the_rest() -> None:
    session, _, shown = review(library(), "c", "m", "\udc80", "q")
    assert "bad_text" in shown
    assert len(session.decisions) == 1
    assert session.result()


def test_ctrl_c_ends_with_all_that_was_decided() -> None:
    session, done, _ = review(library(), "c", "c", "^C")
    assert not done
    assert len(session.decisions) == 2
    assert sum(each.decided for each in values(session.result())) == 2


def test_ctrl_c_while_typing_only_gives_up_the_typing() -> None:
    session, done, _ = review(library(), "c", "e", "^C", "c", "q")
    assert done
    assert len(session.decisions) == 2


def test_after_the_last_value_there_is_only_back_and_quit() -> None:
    count = len(values(library()))
    session, _, shown = review(library(), *["c"] * count, "c", "x", "e", "b", "q")
    assert session.counts() == {"confirmed": count}
    assert session.position == count - 1
    assert "最後まで見ました" in shown


def test_decided_values_are_passed_over_unless_all_are_asked_for() -> None:
    session, _, _ = review(library(), "c", "q")
    after = session.result()
    assert len(Session(after).values) == len(session.values) - 1
    assert len(Session(after, everything=True).values) == len(session.values)
    _, _, shown = review({"format": "nagarezu/1", "id": "c", "title": "t"}, "c", "q")
    assert "0/0" in shown


@pytest.mark.parametrize(("lang", "said"), [("ja", "[c] 確認"), ("en", "[c] confirm")])
def test_a_value_stands_beside_its_source(lang: Any, said: str) -> None:
    documents = read_documents(library(), [DOCUMENT])
    _, _, shown = review(library(), *to(COUNT), "q", documents=documents, lang=lang)
    last = shown[shown.rindex("8/35") :].replace("\u00a0", " ")
    for text in ("12345", "1 2, 3 4 5", "d1:4", "人数　1 2, 3 4 5 人", "80", "1) 12,345", said):
        assert text in last


def test_a_terminal_obeys_nothing_in_a_label() -> None:
    case = hostile_draft(("\x1b[2J\x1b]0;x\x07", "[bold red]x[/]", "a\u202eb", "長" * 10_000))
    count = len(values(case))
    _, _, shown = review(case, *["s"] * count, "q")
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[bold red]x[/]" in shown


def test_each_key_goes_on_by_one_in_a_large_draft() -> None:
    session = Session(large_draft())
    for _ in range(50):
        session.take("confirm")
    assert session.position == 50


def on_terminal(path: Path) -> tuple[int, subprocess.Popen[bytes]]:
    """The command about a draft, on a terminal of its own; the end that a person sits at."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "nagarezu", "review", str(path), "--lang", "en"],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # so that Ctrl-C is a signal
        env={**os.environ, "TERM": "xterm", "COLUMNS": "120"},
    )
    os.close(slave)
    return master, process


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[tuple[int, subprocess.Popen[bytes], Path]]:
    """The terminal, the process on it, and the draft."""
    path = tmp_path / "draft.json"
    path.write_text(json.dumps(library()), encoding="utf-8")
    master, process = on_terminal(path)
    try:
        yield master, process, path
    finally:
        process.kill()
        process.wait()
        os.close(master)


def until(master: int, text: str, seconds: float = 120) -> str:
    """What the terminal shows, up to that text."""
    shown, end = "", time.monotonic() + seconds
    while text not in shown:
        assert time.monotonic() < end, shown
        if select.select([master], [], [], 0.2)[0]:
            shown += os.read(master, 65_536).decode("utf-8", "replace").replace("\u00a0", " ")
    return shown


def test_on_a_real_terminal_keys_decide_and_quitting_saves(
    terminal: tuple[int, subprocess.Popen[bytes], Path],
) -> None:
    master, process, path = terminal
    until(master, "1/35")
    os.write(master, b"c")
    until(master, "2/35")
    os.write(master, b"q")
    until(master, "saved 1 decisions")
    assert process.wait(30) == 0
    assert value(load(path), "matters[m1].title").state == "confirmed"


def test_what_is_typed_ahead_is_not_lost(
    terminal: tuple[int, subprocess.Popen[bytes], Path],
) -> None:
    master, process, path = terminal
    until(master, "1/35")
    os.write(master, b"cc\x1b[Dccq")  # with an arrow in between
    until(master, "saved 4 decisions")
    assert process.wait(30) == 0
    assert sum(each.decided for each in values(load(path))) == 4


def test_a_line_is_typed_on_a_real_terminal(
    terminal: tuple[int, subprocess.Popen[bytes], Path],
) -> None:
    master, process, path = terminal
    until(master, "1/35")
    os.write(master, b"sse")
    until(master, "corrected value")
    os.write(master, "市立図書館\n".encode())
    until(master, "4/35")
    os.write(master, b"q")
    until(master, "saved 1 decisions")
    assert process.wait(30) == 0
    assert value(load(path), "matters[m1].department").value == "市立図書館"


def test_what_somebody_else_wrote_meanwhile_is_not_written_over(
    terminal: tuple[int, subprocess.Popen[bytes], Path],
) -> None:
    master, process, path = terminal
    until(master, "1/35")
    other = decide(library(), [Decision("items[i3].label", "confirm")])
    path.write_text(json.dumps(other), encoding="utf-8")
    os.write(master, b"cq")
    assert "changed meanwhile" in until(master, "saved 1 decisions")
    assert process.wait(30) == 0
    assert load(path) == other
    assert value(load(path.with_name("draft.review.json")), "matters[m1].title").decided


def test_where_nothing_can_be_written_the_decisions_are_rescued(
    terminal: tuple[int, subprocess.Popen[bytes], Path],
) -> None:
    master, process, path = terminal
    until(master, "1/35")
    path.unlink()
    path.mkdir()  # a folder in its place cannot be replaced
    os.write(master, b"cq")
    shown = until(master, "cannot write")
    assert process.wait(30) == 4
    rescued = Path(shown.split("the decisions are in ")[1].split("\n")[0].strip())
    assert value(load(rescued), "matters[m1].title").state == "confirmed"
    shutil.rmtree(rescued.parent)


def test_ctrl_c_gives_up_the_typing_first_and_the_review_next(
    terminal: tuple[int, subprocess.Popen[bytes], Path],
) -> None:
    master, process, path = terminal
    until(master, "1/35")
    os.write(master, b"ce")
    until(master, "corrected value")
    time.sleep(0.5)  # no person is quicker than the read that follows the prompt
    os.write(master, b"abc\x03")
    until(master, "2/35")
    os.write(master, b"c")
    until(master, "3/35")
    os.write(master, b"\x03\x03")
    until(master, "saved 2 decisions")
    assert process.wait(30) == 130
    assert sum(each.decided for each in values(load(path))) == 2


def test_a_terminal_that_goes_away_takes_no_decision_along(tmp_path: Path) -> None:
    path = tmp_path / "draft.json"
    path.write_text(json.dumps(library()), encoding="utf-8")
    master, process = on_terminal(path)
    try:
        until(master, "1/35")
        os.write(master, b"c")
        until(master, "2/35")
        os.close(master)
        assert process.wait(30) == 130
    finally:
        process.kill()
        process.wait()
    assert value(load(path), "matters[m1].title").state == "confirmed"


def test_a_place_that_is_not_there_is_said_before_the_work(tmp_path: Path) -> None:
    from nagarezu.confirming import Draft, ask
    from nagarezu.errors import WriteFailed

    path = tmp_path / "draft.json"
    path.write_text(json.dumps(library()), encoding="utf-8")
    with pytest.raises(WriteFailed):
        ask(Draft(path, (), tmp_path / "nowhere" / "a.json", "en", False), everything=False)


@pytest.mark.parametrize("how", ["key", "SIGHUP", "SIGTERM"])
def test_breaking_off_on_a_real_terminal_saves_as_well(
    terminal: tuple[int, subprocess.Popen[bytes], Path], how: str
) -> None:
    master, process, path = terminal
    until(master, "1/35")
    os.write(master, b"c")
    until(master, "2/35")
    if how == "key":
        os.write(master, b"\x03")
    else:
        process.send_signal(getattr(signal, how))
    until(master, "saved 1 decisions")
    assert process.wait(30) == 130
    assert value(load(path), "matters[m1].title").state == "confirmed"
