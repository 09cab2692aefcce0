"""What the figures look like, within a tolerance. `NAGAREZU_GOLDEN=write` writes them anew.

The compiler that prints the paper draws them, so this is what readers get. Means of small squares
are compared: strokes may move by a fraction of a point between releases, but not by a line.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import typst
from PIL import Image
from test_charts import bars, periods
from test_flow_map import draw, small

from nagarezu.report.figures import Figure, concentration, timeline

GOLDEN = Path(__file__).parents[2] / "golden" / "pictures"
SOURCE = b"""
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")
"""
RESOLUTION = 72
SQUARE = 6  # pixels
CHANGED = 24  # of 255, in the mean of a square
ALLOWED = 0.005  # share of squares that may change

FIGURES: dict[str, Callable[[], Figure]] = {
    "flow-map": lambda: draw(small()),
    "flow-map-en": lambda: draw(small(), "en"),
    "timeline": lambda: timeline(
        periods(("契約", "2019-04-01", "FY2019"), ("作業", "2019-11", None), ("運用", None, None))
    ),
    "concentration": lambda: concentration(bars(("h1", 12, 16), ("h2", 3, None), ("h3", 0, 4))),
}


def picture(figure: Figure) -> bytes:
    """A PNG of the figure at its size on paper."""
    made = typst.compile(SOURCE, format="png", ppi=RESOLUTION, sys_inputs={"svg": figure.svg})
    assert isinstance(made, bytes)
    return made


def squares(png: bytes) -> np.ndarray:
    """Means of squares of grey; what is left over at the edges is cut off."""
    grey = np.asarray(Image.open(io.BytesIO(png)).convert("L"), dtype=float)
    rows, columns = (side // SQUARE for side in grey.shape)
    kept = grey[: rows * SQUARE, : columns * SQUARE]
    return kept.reshape(rows, SQUARE, columns, SQUARE).mean(axis=(1, 3))


def share_changed(one: np.ndarray, other: np.ndarray) -> float:
    return float((abs(one - other) > CHANGED).mean())


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_picture(name: str) -> None:
    path, actual = GOLDEN / f"{name}.png", picture(FIGURES[name]())
    if os.environ.get("NAGAREZU_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(actual)
    expected, found = squares(path.read_bytes()), squares(actual)
    assert found.shape == expected.shape
    assert share_changed(found, expected) <= ALLOWED


def test_the_tolerance_sees_what_has_moved_or_is_gone() -> None:
    whole = squares(picture(FIGURES["flow-map"]()))
    assert share_changed(whole, whole) == 0
    assert share_changed(whole, np.roll(whole, 1, axis=0)) > ALLOWED
    erased = whole.copy()
    erased[: len(erased) // 4] = 255
    assert share_changed(whole, erased) > ALLOWED


def test_every_picture_is_tested() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(FIGURES)
