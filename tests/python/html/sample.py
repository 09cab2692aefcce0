"""A small case whose answers are worked by hand, and documents that hold every kind of block.

persons → city → system → firm → branch; the archive received once, and no longer does.

| item | city | system | firm | branch | archive |
|---|---|---|---|---|---|
| name | yes | yes | yes | maybe | no |
| mail | no | optional | maybe | maybe | no |
| memo | no | no | no | no | no |
"""

from __future__ import annotations

import json
from typing import Any

from frames import HOSTILE, concentration, item_recipient, recipients, subjects

from nagarezu.case import Case
from nagarezu.languages import Lang
from nagarezu.report.tree import (
    Block,
    Contents,
    Document,
    Facts,
    FigureBlock,
    Heading,
    Listing,
    Paragraph,
    Run,
    Section,
    TableBlock,
)
from nagarezu.tables import Table

_PLAIN = ("見出し",)
_MATTER = {"id": "m1", "title": "窓口業務の委託", "kinds": ["entrust"]}
_ABOUT = {"matter": "m1", "subjects": ["s1"]}


def sample_json(**labels: str) -> dict[str, Any]:
    """The case as its file has it; `labels` change those of holders and items."""

    def named(id_: str, label: str, **more: Any) -> dict[str, Any]:
        return {"id": id_, "label": labels.get(id_, label), **more}

    outside = {"kind": "organisation", "external": True}
    entries = [
        {"position": "1", "label": "氏名", "item": "name"},
        {"position": "2", "label": "電子メール", "item": "mail", "optional": True},
    ]
    count = {"value": 1000, "unit": "person", "bound": "exact"}
    return {
        "format": "nagarezu/1",
        "id": "sample",
        "title": "見本の案件",
        "matters": [_MATTER],
        "subjects": [{"id": "s1", "label": "住民", "counts": [count]}],
        "items": [named("name", "氏名"), named("mail", "電子メール"), named("memo", "メモ")],
        "holders": [
            named("city", "見本区", kind="organisation"),
            named("system", "窓口システム", kind="system"),
            named("firm", "受託事業者", tier=1, **outside),
            named("branch", "再委託先", tier=2, **outside),
            named("archive", "保管庫", kind="system"),
        ],
        "lists": [{"id": "l1", "matter": "m1", "holders": ["system"], "entries": entries}],
        "flows": [
            {"id": "form", "to": ["city"], "relation": "collect", "items": ["name"]},
            {
                "id": "load",
                "from": "city",
                "to": ["system"],
                "relation": "process",
                "lists": ["l1"],
            },
            {
                **{"id": "send", "from": "system", "to": ["firm"], "relation": "entrust"},
                **{"items": ["name"], "open": True, "change": "added"},
                "channel": {"kind": "lgwan", "label": "総合行政ネットワーク"},
            },
            {
                **{"id": "pass", "from": "firm", "to": ["branch"], "relation": "reentrust"},
                "open": True,
            },
            {
                **{"id": "old", "from": "city", "to": ["archive"], "relation": "process"},
                **{"items": ["name"], "change": "removed"},
            },
        ],
    }


def sample(**labels: str) -> Case:
    content = sample_json(**labels)
    content["flows"] = [{**_ABOUT, **flow} for flow in content["flows"]]
    return Case.from_json(json.dumps(content, ensure_ascii=False))


def document(
    lang: Lang = "ja",
    *,
    labels: tuple[str, ...] = _PLAIN,
    tables: tuple[Table, ...] | None = None,
    contents: bool = False,
    drawn: bool = True,
) -> Document:
    """Every kind of block, with these labels as its texts, the first in the figure if `drawn`."""
    if tables is None:
        tables = (
            recipients(lang=lang), subjects(lang=lang), item_recipient(), concentration(),
        )  # fmt: skip
    text: list[Block] = []
    for place, label in enumerate(labels):
        text += [
            Heading(1, label, f"part-{place}"),
            Heading(2, label, f"part-{place}-a"),
            Paragraph((Run(label), Run(label, strong=True), Run(label, added=True)), "lead"),
            Listing(((Run(label),), (Run("二"),)), numbered=True),
            Facts(((label, (Run(label),)),), label),
            Paragraph((Run(label),), "end"),
        ]
    named: dict[str, str] = {} if labels == _PLAIN or not drawn else {"firm": labels[0]}
    figure = sample(**named).flow_map(lang=lang)
    picture = FigureBlock(figure, "sample-figure-1", "説明" + labels[0])
    blocks = [TableBlock(table, f"table-{place}") for place, table in enumerate(tables)]
    front = [Contents("目次の題")] if contents else []
    return Document(
        title=labels[0],
        subtitle=labels[0],
        box=labels[0],
        lang=lang,
        sections=(
            Section((*front, *text)),
            Section((picture,), landscape=True),
            Section(tuple(blocks)),
        ),
        cases=("sample",),
    )


def hostile() -> Document:
    return document(labels=HOSTILE)
