"""Colours of the page, light and dark, as data: the style sheet and its test read the same ones.

Blue 900 and the greys are those of the Digital Agency's design system. Nothing is said by colour.
"""

from __future__ import annotations

from nagarezu.report.figures import style

# What each colour is for. Text stands on `paper`, `band` and `tint`; lines need less contrast.
LIGHT = {
    "ink": "#1a1a1a",
    "quiet": "#595959",
    "line": "#949494",
    "hair": "#cccccc",
    "band": "#f2f2f2",
    "paper": "#ffffff",
    "link": "#0017c1",
    "tint": "#e8f1fe",
}
DARK = {
    "ink": "#f2f2f2",
    "quiet": "#b4b4b4",
    "line": "#767676",
    "hair": "#4d4d4d",
    "band": "#2b2b2b",
    "paper": "#1a1a1a",
    "link": "#9db7f9",
    "tint": "#1f2a55",
}
PRINT = {
    **LIGHT,
    "ink": "#000000",
    "quiet": "#333333",
    "line": "#767676",
    "link": "#000000",
    "tint": "#ffffff",
}

TEXT = ("ink", "quiet", "link")
GROUNDS = ("paper", "band", "tint")

# The inks of a figure, and what they become on a page.
_INKS = {
    style.INK: "ink",
    style.QUIET: "quiet",
    style.RULE: "line",
    style.SHADE: "band",
    style.PAPER: "paper",
}

_DARK_CHOSEN = ":root:has(#theme-dark:checked) .nagarezu"
_LIGHT_NOT_CHOSEN = ":root:not(:has(#theme-light:checked)) .nagarezu"


def style_sheet() -> str:
    """Return the rules for colours: by the reader's system, by choice, on paper, and in figures."""
    return "\n".join(
        (
            _rule(".nagarezu", "light", LIGHT),
            _media("screen and (prefers-color-scheme: dark)", _LIGHT_NOT_CHOSEN, "dark", DARK),
            _media("screen", _DARK_CHOSEN, "dark", DARK),
            _media("print", ".nagarezu", "light", PRINT),
            *(
                f'.nz-figure [{attribute}="{ink}"] {{ {attribute}: var(--{name}); }}'
                for ink, name in _INKS.items()
                for attribute in ("fill", "stroke")
            ),
            "",
        )
    )


def _media(media: str, selector: str, scheme: str, colours: dict[str, str]) -> str:
    return f"@media {media} {{\n{_rule(selector, scheme, colours)}\n}}"


def _rule(selector: str, scheme: str, colours: dict[str, str]) -> str:
    stated = " ".join(f"--{name}: {colour};" for name, colour in colours.items())
    return f"{selector} {{ color-scheme: {scheme}; {stated} }}"
