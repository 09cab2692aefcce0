"""The flow map in a notebook: it answers where anywidget is installed, and is a picture elsewhere.

The same drawing and the same script as on the page.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from nagarezu.languages import Lang, language
from nagarezu.report.figures import flow_map_of
from nagarezu.report.html.palette import style_sheet
from nagarezu.report.html.ways import exploration_of
from nagarezu.report.html.words import script_words
from nagarezu.resources import template

if TYPE_CHECKING:
    from nagarezu.case import Case

_SCRIPTS = ("explore.js", "panel.js", "widget.js")
_STYLES = ("parts.css", "explore.css", "widget.css")


def explore(case: Case, *, lang: Lang = "ja") -> Any:
    """Return a widget that shows what reaches whom by which way; without anywidget, the figure."""
    lang = language(lang)
    figure = flow_map_of(case, lang=lang)
    widget = _widget()
    if widget is None:
        return figure
    found = exploration_of(case)
    return widget(
        svg=figure.svg,
        caption=figure.caption,
        lang=lang,
        facts=dict(found.facts),
        texts=dict(found.texts[lang]),
        words=script_words(lang),
    )


def module() -> str:
    """Return the script of the widget, an ECMAScript module."""
    return "\n".join(template(f"html/{name}") for name in _SCRIPTS)


def style() -> str:
    """Return the style sheet of the widget, which touches nothing outside `.nagarezu`."""
    return style_sheet() + "".join(template(f"html/{name}") for name in _STYLES)


@cache
def _widget() -> Any:
    """The class of the widget; None where anywidget is not installed."""
    try:
        import anywidget
        import traitlets
    except ImportError:
        return None

    class Explorer(anywidget.AnyWidget):
        """A flow map that answers."""

        _esm = module()
        _css = style()
        svg = traitlets.Unicode().tag(sync=True)
        caption = traitlets.Unicode().tag(sync=True)
        lang = traitlets.Unicode().tag(sync=True)
        facts = traitlets.Dict().tag(sync=True)
        texts = traitlets.Dict().tag(sync=True)
        words = traitlets.Dict().tag(sync=True)

    return Explorer
