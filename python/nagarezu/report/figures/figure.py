"""A finished figure, as every writer and a notebook take it."""

from __future__ import annotations

from dataclasses import dataclass

from nagarezu.languages import Lang
from nagarezu.markup import Markup, element
from nagarezu.report.figures.primitives import Scene
from nagarezu.report.figures.svg import svg


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its scene, its caption, and remarks that stand in it already.

    `width` and `height` are millimetres on paper; `landscape` says which way the sheet lies.
    """

    name: str
    caption: str
    scene: Scene
    lang: Lang
    remarks: tuple[str, ...] = ()
    landscape: bool = False

    @property
    def width(self) -> float:
        return self.scene.width * self.scene.scale

    @property
    def height(self) -> float:
        return self.scene.height * self.scene.scale

    @property
    def svg(self) -> str:
        """The text of an SVG file; the same figure gives the same text."""
        return svg(self.scene)

    def _repr_svg_(self) -> str:
        return self.svg

    def _repr_html_(self) -> str:
        caption = element("figcaption", self.caption)
        return element("figure", Markup(self.svg), caption, lang=self.lang).text + "\n"

    def __repr__(self) -> str:
        return f"<Figure {self.name}: {self.width:.0f} × {self.height:.0f} mm>"
