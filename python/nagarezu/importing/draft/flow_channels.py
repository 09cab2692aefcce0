"""The ways of sending of a flow: the form of a link, or what measures and work say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.flow_ways import Way
from nagarezu.importing.fields import carriers
from nagarezu.importing.fields.carriers import Carrier
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key

if TYPE_CHECKING:
    from nagarezu.importing.draft.matters import Made


_LINK_WORDS = re.compile(r"いずれか|方法")


def _told(made: Made, name: str) -> list[Carrier]:
    """The ways that the row of the work, or what the overview says of the partner, tells."""
    content = made.sheet.get(name)
    texts = [content.value.text] if content is not None else []
    called = {key(part.label) for part in made.partners} | {
        "委託先",
        "受託事業者",
        "受託者",
        "委任先",
    }
    texts += [
        sentence
        for sentence in compiled(r"[。\n]").split(made.overview.text)
        if any(each in key(sentence) for each in called)
    ]
    return told(texts, made.entity)


def told(texts: Iterable[str], matter: Entity) -> list[Carrier]:
    """The ways that sentences about handing over tell, each kind once.

    A line is one way among others, unless the text says that it is the only one though the matter
    has what is carried, or the matter has nothing from which a line leads.
    """
    kinds = {row["kind"] for row in matter.get("media", [])}
    portable = bool(kinds) and kinds <= _PORTABLE
    found: list[Carrier] = []
    for text in texts:
        only = portable or (kinds & _CARRIED and carriers.wholly(text))
        found.extend(
            each
            for each in carriers.handed(text)
            if (only or each.kind in _BY_HAND) and all(each.kind != known.kind for known in found)
        )
    return found


_REPORTED = re.compile(
    r"書面(?:で|に)[^。]{0,24}(?:報告|回答|申し?出|届け|届出|連絡|通知|提出)"
    # the names of those who do the work, and none of whom the matter tells
    r"|(?:従事|作業|担当|取り?扱|責任|就く|関わる|携わる)[^。、]{0,8}(?:者|員)の(?:氏名|名前|名簿|一覧|名)"
)
_CARRIED = {"usb_memory", "optical_disk", "magnetic_disk"}
_PORTABLE = {"paper", *_CARRIED}
_BY_HAND = {"paper", "media", "in_person"}


def channels(made: Made, way: Way) -> list[Carrier]:
    """The form of a link, or the ways of sending that a measure of the own column names."""
    form = made.sheet.get("link_form")
    if way.relation == "link" and form is not None:
        return carriers.channels(form.value.text)[:1]
    if way.relation == "delegate" or way.relation == "entrust":
        own = made.sheet.get(f"{way.relation}_own")
        if own is not None:
            for sentence in compiled(r"(?<=。)").split(own.value.text):
                named, _ = carriers.of_measure(sentence)
                if len(named) > 1 and _LINK_WORDS.search(sentence):
                    return named
        return _told(made, f"{way.relation}_content")
    if way.relation == "reentrust":
        entry = made.sheet.get("entrust_partner_own", "reentrust_partner_own")
        match = (
            compiled(r"再委託先(?:と|を)[^。]{0,20}(専用回線)").search(entry.value.text)
            if entry
            else None
        )
        return [Carrier("dedicated_line", match[1])] if match else []
    return []


def on_paper(builder: Builder) -> None:
    """What sentences say is handed over on paper, where the row of the media has none.

    Without a thing that is handed over it is a letter about the work: 消去した旨を書面で報告する.
    """
    for matter in builder.list_of("matters"):
        kinds = {row["kind"] for row in matter.get("media", [])}
        if not kinds or kinds & {"paper", "unspecified"}:
            continue
        for told in matter.get("handovers", []):
            if "paper" not in told["ways"] or "label" not in told:
                continue
            if told.get("listed") or told.get("only"):
                continue  # a table of ways, or a part about them, stands for itself
            if _REPORTED.search(key(told["provenance"][0]["printed"])):
                continue
            to = builder.find_holder(str(told.get("partner", "")))
            for flow in builder.of_matter("flows", str(matter["id"])) if to else ():
                if to in (*flow["to"], flow["from"]) and "channel" not in flow:
                    proof = told["provenance"][0]
                    flow["channel"] = {"kind": "paper", "label": proof["normalised"]}
                    flow["provenance"].append({**proof, "field": "channel"})
