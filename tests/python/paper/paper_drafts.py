"""Cases that stretch a paper: many holders or items, long labels, nothing known, hostile text."""

from __future__ import annotations

from typing import Any

from frames import HOSTILE


def case(
    *,
    holders: int = 1,
    items: int = 1,
    label: str = "",
    known: bool = True,
    labels: tuple[str, ...] = (),
) -> dict[str, Any]:
    """A case of one city that sends all its items to each holder; tiers take turns.

    `label` is what every label ends in; `labels` are those of items, groups and holders in turn.
    """
    count: dict[str, Any] = {"value": 1000, "unit": "person", "bound": "exact"}
    unknown: dict[str, Any] = {"unit": "person", "bound": "unknown"}
    names = [f"項目{i}{label}" for i in range(items)]
    ends = [f"受領者{i}{label}" for i in range(holders)]
    if labels:
        names, ends = list(labels), list(labels)
    made: dict[str, Any] = {
        "format": "nagarezu/1",
        "id": "stretched",
        "title": f"件名{label}",
        "municipality": {"name": f"市{label}"},
        "body": f"審議会{label}",
        "procedure": "report",
        "matters": [{"id": "m1", "title": f"件名{label}", "kinds": ["entrust"]}],
        "subjects": [{"id": "s", "label": f"住民{label}", "counts": [count if known else unknown]}],
        "items": [{"id": f"i{i}", "label": name} for i, name in enumerate(names)],
        "holders": [
            {
                "id": "city",
                "label": f"市{label}",
                "kind": "organisation",
                "creates": [
                    {"subjects": ["s"], "items": [f"i{i}" for i in range(len(names))]},
                ],
            }
        ],
        "flows": [],
    }
    for i, end in enumerate(ends):
        made["holders"].append(
            {
                "id": f"h{i}",
                "label": end,
                "kind": "organisation",
                "tier": 1 + i % 2,
                "external": True,
            }
        )
        made["flows"].append(_flow(i, names, known))
    return made


def _flow(i: int, names: list[str], known: bool) -> dict[str, Any]:
    # A sub-contractor gets from the contractor before it; items differ, so that none are alike.
    flow: dict[str, Any] = {
        "id": f"f{i}",
        "matter": "m1",
        "from": "city" if i % 2 == 0 else f"h{i - 1}",
        "to": [f"h{i}"],
        "relation": "entrust" if i % 2 == 0 else "reentrust",
        "items": [f"i{j}" for j in range(len(names) if not i else max(1, len(names) - i))],
        "subjects": ["s"],
        "channel": {"kind": "unspecified", "label": f"経路{i}"},
        "change": "added",
    }
    if not known:
        flow["open"] = True
    return flow


def hostile() -> dict[str, Any]:
    """Every label of the case is one that tries something."""
    made = case(labels=HOSTILE)
    made["title"] = HOSTILE[0]
    made["matters"][0]["title"] = HOSTILE[15]
    made["matters"][0]["approvals"] = [{"label": HOSTILE[2]}]
    made["subjects"][0]["label"] = HOSTILE[9]
    made["changes"] = [{"place": text, "reason": text} for text in HOSTILE]
    made["references"] = [{"label": text, "resolved": False} for text in HOSTILE]
    return made
