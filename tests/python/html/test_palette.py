"""Contrast of the colours, computed as WCAG 2 defines it, in both themes and on paper."""

from __future__ import annotations

import itertools

import pytest

from nagarezu.report.figures import style
from nagarezu.report.html.palette import DARK, GROUNDS, LIGHT, PRINT, TEXT, style_sheet

THEMES = {"light": LIGHT, "dark": DARK, "print": PRINT}


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_as_the_recommendation_works_it_out() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#949494", "#ffffff") == pytest.approx(3.03, abs=0.01)


@pytest.mark.parametrize(
    ("theme", "text", "ground"), list(itertools.product(THEMES, TEXT, GROUNDS))
)
def test_text_can_be_read(theme: str, text: str, ground: str) -> None:
    colours = THEMES[theme]
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_lines_and_focus_can_be_seen(theme: str) -> None:
    colours = THEMES[theme]
    assert contrast(colours["line"], colours["paper"]) >= 3
    assert contrast(colours["link"], colours["paper"]) >= 3


def test_the_official_blue_is_for_links() -> None:
    assert LIGHT["link"] == "#0017c1"


def test_every_ink_of_a_figure_follows_the_theme() -> None:
    rules = style_sheet()
    for ink in (style.INK, style.QUIET, style.RULE, style.SHADE, style.PAPER):
        assert f'.nz-figure [fill="{ink}"]' in rules
        assert f'.nz-figure [stroke="{ink}"]' in rules


def test_themes_have_the_same_colours() -> None:
    assert set(LIGHT) == set(DARK) == set(PRINT)
