"""The explorer of notebooks: the same script in a module, and a picture without anywidget."""

from __future__ import annotations

import base64
import re
import sys

import pytest
from chromium import Shown
from playwright.sync_api import expect
from sample import sample

from nagarezu.languages import LANGUAGES, Lang
from nagarezu.report import explorer
from nagarezu.report.figures.figure import Figure

_MOUNT = """async ([source, state]) => {
  const binary = Uint8Array.from(atob(source), (letter) => letter.charCodeAt(0));
  const module = URL.createObjectURL(new Blob([binary], { type: "text/javascript" }));
  const { default: widget } = await import(module);
  widget.render({ model: { get: (name) => state[name] }, el: document.getElementById("cell") });
}"""


@pytest.fixture(autouse=True)
def _fresh() -> None:
    explorer._widget.cache_clear()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_widget_holds_the_figure_and_what_it_can_answer(lang: Lang) -> None:
    widget = explorer.explore(sample(), lang=lang)
    assert widget.svg == sample().flow_map(lang=lang).svg
    assert widget.lang == lang
    assert widget.facts["holders"]["firm"] == "受託事業者"
    assert widget.words["reach"]["maybe"] == {"ja": "可能性", "en": "maybe"}[lang]


def test_without_anywidget_there_is_the_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "anywidget", None)
    figure = explorer.explore(sample())
    assert isinstance(figure, Figure)
    assert figure.svg == sample().flow_map().svg
    explorer._widget.cache_clear()


def test_the_module_answers_in_a_cell(shown: Shown) -> None:
    widget = explorer.explore(sample(firm="<b>受託</b>"))
    state = {name: getattr(widget, name) for name in ("svg", "caption", "lang", "facts", "texts")}
    style = explorer.style()
    assert "</" not in style
    page = shown(f"<html lang=ja><style>{style}</style><div id=cell></div>".encode())
    source = base64.b64encode(explorer.module().encode("utf-8")).decode("ascii")
    page.evaluate(_MOUNT, [source, {**state, "words": widget.words}])
    page.locator("g[data-holder=firm]").click()
    panel = page.locator(".panel")
    expect(panel.locator("h3")).to_have_text("<b>受託</b>")
    expect(panel).to_contain_text("電子メール（可能性）")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(page.locator("figcaption")).to_have_text(widget.caption)


def test_the_style_touches_nothing_outside() -> None:
    rules = re.sub(r"/\*.*?\*/|@media[^{]*\{", "", explorer.style(), flags=re.DOTALL)
    selectors = re.findall(r"(?:^|\})\s*([^{}@]+?)\s*\{", rules)
    assert len(selectors) > 30
    assert all(".nagarezu" in s or s.startswith(".nz-figure") for s in selectors), selectors
