"""Tables of drawn-up cases: a few words a holder and a flow, so that tests say what they mean."""

from __future__ import annotations

import random
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from frames import frame

from nagarezu.languages import Lang
from nagarezu.tables import Table, from_core

MARKS = ("NET", "SEP", "ENC", "FWL", "MAL", "LOG", "TRN")
CHANNELS = (
    *("dedicated_line", "lgwan", "resident_network", "internet", "local_network"),
    *("media", "paper", "in_person", "unspecified"),
)
KINDS = ("system", "organisation", "section", "terminal")
SVG = "{http://www.w3.org/2000/svg}"


@dataclass
class Draft:
    """A case in the making. Holders: id, label, kind, tier, external; flows as in the table."""

    holders: list[tuple[str, str, str, int, bool]] = field(default_factory=list)
    flows: list[tuple[Any, ...]] = field(default_factory=list)
    opened: tuple[str, ...] = ()

    def holder(self, id_: str, label: str = "", kind: str = "system", tier: int = 0) -> Draft:
        self.holders.append((id_, label or id_, kind, tier, tier > 0))
        return self

    def flow(
        self,
        source: str | None,
        target: str | None,
        *,
        channel: str = "unspecified",
        change: str = "existing",
        marks: Sequence[str] = (),
        relation: str = "process",
        id_: str = "",
    ) -> Draft:
        stated = [mark in marks for mark in MARKS]
        name = id_ or f"f{len(self.flows)}"
        row = ("c1", "m1", name, source, target, relation, *stated, channel, change)
        self.flows.append(row)
        return self

    def name(self, case: str, kind: str, id_: str) -> str | None:
        return next((h[1] for h in self.holders if kind == "holder" and h[0] == id_), None)

    def flow_table(self, lang: Lang = "ja") -> Table:
        kinds = {
            **dict.fromkeys(("matter", "flow", "from", "to", "relation"), "text"),
            **dict.fromkeys(MARKS, "truth"),
            **dict.fromkeys(("channel_kind", "change"), "text"),
        }
        return from_core("flows", "c1", frame(kinds, self.flows), lang=lang, names=self.name)

    def recipient_table(self, lang: Lang = "ja") -> Table:
        kinds = {
            **dict.fromkeys(("holder", "label", "kind"), "text"),
            "tier": "whole",
            "external": "truth",
            "items_lower": "whole",
            "items_upper": "whole",
        }
        reached = {id_ for row in self.flows for id_ in str(row[4] or "").split()}
        rows = [("c1", *h, 2, 5) for h in self.holders if h[0] in reached]
        notes = [("open_class", {"holder": id_, "label": id_}) for id_ in self.opened]
        return from_core("recipients", "c1", frame(kinds, rows, notes), lang=lang)

    def holder_table(self, lang: Lang = "ja") -> Table:
        kinds = {
            **dict.fromkeys(("holder", "label", "kind"), "text"),
            "tier": "whole",
            "external": "truth",
        }
        rows = [("c1", *holder) for holder in self.holders]
        return from_core("holders", "c1", frame(kinds, rows), lang=lang)


def chain(count: int, *, label: str = "") -> Draft:
    """Holders one after the other, over all tiers."""
    draft = Draft()
    for i in range(count):
        draft.holder(f"h{i}", label or f"保有者{i}", KINDS[i % 4], min(i * 4 // max(count, 1), 2))
    for i in range(count - 1):
        draft.flow(f"h{i}", f"h{i + 1}", channel=CHANNELS[i % 9])
    return draft


def random_draft(seed: int, holders: int, flows: int, *, label: str = "") -> Draft:
    """Anything that a case may hold: circles, loops, joint flows, persons, all channels."""
    dice = random.Random(seed)
    draft = Draft()
    for i in range(holders):
        tier = dice.choices((0, 1, 2, 3), (6, 2, 1, 1))[0]
        draft.holder(f"h{i}", label or f"個人情報の保有者{i}", dice.choice(KINDS), tier)
    ids = [h[0] for h in draft.holders]
    for i in range(flows):
        several = 1 if dice.random() < 0.85 else dice.randint(2, 5)
        targets = " ".join(dice.sample(ids, min(several, len(ids))))
        draft.flow(
            None if dice.random() < 0.06 else dice.choice(ids),
            None if dice.random() < 0.06 else targets,
            channel=dice.choice(CHANNELS),
            change=dice.choice(("existing", "added", "changed", "removed", "unknown")),
            marks=[mark for mark in MARKS if dice.random() < 0.3],
            id_=f"f{i}",
        )
        if draft.flows[-1][3] is None and draft.flows[-1][4] is None:
            draft.flows.pop()
    return draft


def tree(svg: str) -> ET.Element:
    """The SVG, which must be well-formed XML."""
    return ET.fromstring(svg)


def groups(svg: str, kind: str) -> list[ET.Element]:
    """The groups of one kind: `flow`, `box`, `fold`, `joint`, `band` …"""
    return [g for g in tree(svg).iter(f"{SVG}g") if g.get("class") == f"nz-{kind}"]


def texts(element: ET.Element) -> list[str]:
    return [each.text or "" for each in element.iter(f"{SVG}text")]
