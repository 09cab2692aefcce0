"""The sheet: A4 and its margins, in millimetres, and the units that Word counts in."""

from __future__ import annotations

from dataclasses import dataclass

SHORT, LONG = 210.0, 297.0
MARGIN = 20.0
EDGE = 10.0  # from the edge of the sheet to header and footer
POINT = 25.4 / 72


def twips(millimetres: float) -> int:
    """Twentieths of a point."""
    return round(millimetres / 25.4 * 1440)


def emu(millimetres: float) -> int:
    """The unit of drawings: 36,000 to the millimetre."""
    return round(millimetres * 36_000)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One way of an A4 sheet to lie."""

    landscape: bool

    @property
    def width(self) -> float:
        """Width between the margins."""
        return (LONG if self.landscape else SHORT) - 2 * MARGIN

    @property
    def height(self) -> float:
        """Height between the margins."""
        return (SHORT if self.landscape else LONG) - 2 * MARGIN


PORTRAIT, LANDSCAPE = Sheet(landscape=False), Sheet(landscape=True)
