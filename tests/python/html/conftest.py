"""Lets the tests of this folder import their helpers, and gives them pages in Chromium."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from chromium import Shown, chromium  # the folder of helpers is known only now
from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a file of tests. It fails, and skips nothing, where there is none."""
    yield from chromium()


@pytest.fixture
def shown(browser: Browser, tmp_path: Path) -> Iterator[Shown]:
    """Shows a page from a file; at the end, it must have asked for nothing and raised nothing."""
    pages = Shown(browser, tmp_path)
    yield pages
    pages.closed()
