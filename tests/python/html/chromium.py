"""Pages in Debian's Chromium, without network and without a browser of Playwright's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

PROGRAM = "/usr/bin/chromium"


def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # As root, as in a container, Chromium starts without its sandbox only.
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=flags)
        yield browser
        browser.close()


class Shown:
    """Opens pages, and holds them to what is promised of all: no request, no complaint."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser, self.folder = browser, folder
        self.pages: list[Page] = []
        self.requests: list[str] = []
        self.complaints: list[str] = []

    def __call__(self, content: bytes, *, anchor: str = "", **options: Any) -> Page:
        """Return a page of these bytes, opened as a file."""
        path = self.folder / f"page-{len(self.pages)}.html"
        path.write_bytes(content)
        page = self.browser.new_page(**{"reduced_motion": "reduce", **options})
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.set_default_timeout(5_000)
        page.goto(path.as_uri() + anchor)
        self.pages.append(page)
        return page

    def closed(self) -> None:
        for page in self.pages:
            page.context.close()
        own = {path.as_uri() for path in self.folder.glob("page-*.html")}
        asked = {url.partition("#")[0] for url in self.requests if not url.startswith("blob:")}
        assert asked <= own  # a blob is a script that a test hands over itself
        assert self.complaints == []
