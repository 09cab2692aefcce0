"""A bar where somebody watches, silence elsewhere."""

from __future__ import annotations

import io
import sys

import pytest

from nagarezu.errors import MissingExtra
from nagarezu.progress import notebook_progress, progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nobody_watches_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with progress() as step:
        assert step is None
    assert sys.stderr.getvalue() == ""


def test_quiet_is_quiet_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    with progress(quiet=True) as step:
        assert step is None
    assert sys.stderr.getvalue() == ""


def test_a_terminal_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", Terminal())
    with progress() as step:
        assert step is not None
        step(1, 5, "a-case [bold]\x1b]0;title\x07")
    shown = sys.stderr.getvalue()
    assert "1/5" in shown
    assert "[bold]" in shown
    assert "\x1b]0;" not in shown


def test_an_interrupt_goes_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    with pytest.raises(KeyboardInterrupt), progress():
        raise KeyboardInterrupt


def test_a_notebook_shows_how_far_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    with notebook_progress() as step:
        step(1, 4, "a-case\x1b]0;title\x07")
    shown = capsys.readouterr().err
    assert "1/4" in shown
    assert "a-case" in shown
    assert "\x1b]0;" not in shown


def test_a_notebook_without_a_bar_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    with pytest.raises(MissingExtra, match="notebook"), notebook_progress():
        pytest.fail("there is no bar")
