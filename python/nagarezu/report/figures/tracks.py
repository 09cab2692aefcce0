"""Which line turns above which, between two rows.

A net comes down at its `tops`, runs along one track and goes on down at its `bottoms`. Tracks are
chosen so that few lines cross and none lies upon another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_NEAR = 0.9  # two verticals closer than this would look like one
_SAME = 100  # what one line upon another costs, in crossings


@dataclass(frozen=True, slots=True)
class Net:
    tops: tuple[float, ...]
    bottoms: tuple[float, ...]

    @property
    def low(self) -> float:
        return min(*self.tops, *self.bottoms)

    @property
    def high(self) -> float:
        return max(*self.tops, *self.bottoms)

    @property
    def straight(self) -> bool:
        return self.high - self.low < 1e-6


def tracks_of(nets: Sequence[Net]) -> list[int | None]:
    """The track of each net, from 0 at the top; None for a net that runs straight down."""
    order: list[int] = []
    bent = [i for i, net in enumerate(nets) if not net.straight]
    for new in sorted(bent, key=lambda i: (nets[i].low - nets[i].high, i)):
        order.insert(_best(new, order, nets), new)
    tracks: list[int | None] = [None] * len(nets)
    for at, i in enumerate(order):
        taken = [tracks[j] for j in order[:at] if _meet(nets[i], nets[j])]
        tracks[i] = max((track + 1 for track in taken if track is not None), default=0)
    return tracks


def clashes(
    steps: Sequence[int], tops: Sequence[float], lows: Sequence[float], turns: Sequence[float]
) -> list[int]:
    """Steps that would come down upon another one which has not turned yet.

    No order of tracks helps two lines that change columns with one another: one needs a detour.
    """
    return [
        i
        for i in steps
        if abs(tops[i] - lows[i]) > 1e-6
        and any(
            j != i and turns[j] > turns[i] and abs(tops[j] - lows[i]) < _NEAR and tops[j] != lows[j]
            for j in steps
        )
    ]


def _best(new: int, order: Sequence[int], nets: Sequence[Net]) -> int:
    """The place in the order, from above, at which a net costs least; the last of equals."""
    cost = sum(_cost(nets[new], nets[other]) for other in order)
    best, least = 0, cost
    for at, other in enumerate(order, start=1):
        cost += _cost(nets[other], nets[new]) - _cost(nets[new], nets[other])
        if cost <= least:
            best, least = at, cost
    return best


def _cost(above: Net, below: Net) -> int:
    """What it costs that one net turns above another: crossings, and lines upon one another."""
    if not _meet(above, below):
        return 0
    crossings = sum(below.low < x < below.high for x in above.bottoms)
    crossings += sum(above.low < x < above.high for x in below.tops)
    upon = sum(abs(x - other) < _NEAR for x in below.tops for other in above.bottoms)
    return crossings + _SAME * upon


def _meet(one: Net, other: Net) -> bool:
    return one.low < other.high + _NEAR and other.low < one.high + _NEAR
