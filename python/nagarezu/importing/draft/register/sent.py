"""Items that a remark says one partner gets: 甲県へは、氏名、住所及び税額を毎月送付する.

Such a sentence narrows the flow to that partner, which else takes all that is recorded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft import alike, parties, sourced
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.claims import told_items
from nagarezu.importing.draft.said import Said
from nagarezu.importing.fields import claims as statements
from nagarezu.importing.fields.concepts import meaning
from nagarezu.importing.rules.characters import key
from nagarezu.importing.sentences.frames import frames

_OPEN = re.compile(r"(?:等|など|ほか)$")
_PAPER = re.compile(r"書類?$|写し$|票$|証$|名簿$|台帳$|データ$|一式$|業務|事務|作業|[をはが]")
_BESIDES = re.compile(
    r"併せて|あわせて|も、?(?:[^、。はをが]{0,8})(?:提供|送|渡|引き?渡)|についても|のほか"
)
_LONGEST = 16
_FEWEST = 2


def write(builder: Builder, sentences: Sequence[Said]) -> None:
    """Narrow the flows of those whom a sentence names with two items or more of the records.

    所得額も併せて提供する adds what the records lack.
    """
    for each in sentences:
        for printed, labels in statements.includes(each.text) or _in_frames(each.text):
            labels = [label for label in labels if not _WHEN.search(label)]
            flow = _flow(builder, printed, each.matter)
            if flow is not None and not any(_OPEN.search(label) for label in labels):
                _narrow(builder, flow, each, labels)


_WHEN = re.compile(
    r"[0-9一二三四半数]+(?:日|週間|か?月|年|回)[ごにか]?|(?:[前後]|末|初め|中|たび|都度|際|時)に?$|毎|^(?:その|次)"
)
_GIVES = re.compile("[にへ](?:は|対)?.*(?:渡|送|提供|届|交付)|(?:渡|送|提供|届|交付).*[にへ]")
_DRAWN = re.compile(
    r"^(?:(?:この|本|当該|上記の?)?(?:個人情報)?(?:台帳|ファイル|名簿|簿冊)"
    r"(?:の|(?:から|に)[^、をはが]{2,8}(?:した|された|った|いた|いる|ある)))(?=..)"
)


def _in_frames(text: str) -> Iterator[tuple[str, list[str]]]:
    """同会へは、氏名及び住所を一覧にして渡す: the verb that gives may stand behind another."""
    found = frames(text) if _GIVES.search(text) else []
    if any(each.denied or each.supposed or each.made_to for each in found):
        return
    given = next((each for each in found if each.act == "give" and not each.of), None)
    takers = [each.part("に") for each in found] if given else []
    things = [each.part("を") for each in found] if given else []
    for thing in filter(None, things):
        labels = statements.parts(_DRAWN.sub("", thing.text))
        if len(labels) >= _FEWEST and not (thing.besides or thing.only):
            yield from ((to.text, labels) for to in takers if to is not None)
            return


def without(builder: Builder) -> None:
    """健診結果は甲社に渡さない: of what is recorded, all the rest goes to 甲社.

    Unless the card says itself what goes there: then the two are compared.
    """
    denied = [
        each
        for each in builder.list_of("claims")
        if each["kind"] == "never" and each.get("items") and len(each.get("holders", ())) == 1
    ]
    for claim in denied:
        flows = [f for f in builder.of_matter("flows", claim.get("matter", "")) if _taken(f, claim)]
        for flow in flows:
            records = [e for one in _records(builder, flow) for e in one["entries"]]
            items = [str(e["item"]) for e in records if e.get("item")]
            rest = [id_ for id_ in dict.fromkeys(items) if id_ not in claim["items"]]
            if rest and flow.get("lists"):
                flow.pop("lists")
                flow["items"] = rest
                proof = {**claim["provenance"][0], "field": "items", "rule": "told_items"}
                flow["provenance"].append(proof)


def _taken(flow: Entity, claim: Entity) -> bool:
    """Whether a flow hands on what is recorded, to whom a claim denies some of it."""
    stated = any(each["field"] in ("lists", "items") for each in flow["provenance"])
    handed = flow["relation"] in ("provide", "transfer", "entrust", "reentrust")
    return handed and flow.get("to") == claim["holders"] and not stated


def _flow(builder: Builder, printed: str, matter: str) -> Entity | None:
    """The flow to the partner so called, if it takes the records as they are.

    同会, 上記の協会 or 提供先 is the only one.
    """
    plain = _POINTING.sub("", key(printed))
    holder = parties.find(builder, plain) if plain else ""
    if not holder and plain:
        holder = next(iter(parties.by_role(builder, plain, matter)), "")
    if not holder and plain != key(printed) and _BODY.fullmatch(plain):
        holder = next(iter(parties.only_partner(builder, matter)), "")
    found = [
        flow
        for flow in builder.of_matter("flows", matter)
        if holder and flow.get("to") == [holder] and flow.get("from") == builder.own
    ]
    return found[0] if len(found) == 1 and _records(builder, found[0]) else None


_POINTING = re.compile("^(?:上記の?|前記の?|左記の?|当該|同(?!居|伴|行|乗))")
_BODY = re.compile("法人|団体|機関|会社|社|会|者|相手方?")


def _records(builder: Builder, flow: Entity) -> list[Entity]:
    """The lists of a flow if all are closed records of the own side; else nothing."""
    lists = [
        each
        for each in builder.of_matter("lists", flow["matter"])
        if each["id"] in flow.get("lists", [])
    ]
    closed = all(each["holders"] == [builder.own] and not each.get("open") for each in lists)
    return lists if closed else []


def _known(builder: Builder, flow: Entity, entries: Sequence[Entity]) -> str:
    """All words of the records, of whom they are about, and of what they are for."""
    groups = builder.of_matter("subjects", flow["matter"])
    matter = [one for one in builder.list_of("matters") if one["id"] == flow["matter"]]
    return "".join(
        [
            *(str(each["label"]) for each in (*entries, *groups)),
            *(str(each.get(member, "")) for each in matter for member in ("title", "purpose")),
        ]
    )


def _narrow(builder: Builder, flow: Entity, each: Said, labels: Sequence[str]) -> None:
    entries = [
        entry for one in _records(builder, flow) for entry in one["entries"] if entry.get("item")
    ]
    items: list[str] = []
    missing: list[str] = []
    known = _known(builder, flow, entries)
    for label in map(told_items.bare, labels):
        if alike.of_another(label, known):  # 主治医の氏名 is not the 氏名 of who is recorded
            missing.append(label)
            continue
        held = told_items.listed(builder, entries, label) or alike.held(label, entries)
        if held:
            items.append(held)
        elif not alike.made_on_sending(label):
            missing.append(label)
    whole = len(items) >= _FEWEST and (not missing or sourced.is_slip(len(missing), len(labels)))
    if not whole and (items or not _BESIDES.search(each.text)):
        return
    missing = missing if whole else [label for label in missing if meaning(label).classes]
    if not items + missing or any(
        _PAPER.search(label) or len(label) > _LONGEST for label in missing
    ):
        return
    items += [builder.item(label, each.passage, label, "told_items") for label in missing]
    if whole:
        flow.pop("lists")
    flow["items"] = list(dict.fromkeys([*flow.get("items", []), *items]))
    flow["provenance"].append(evidence("items", each.passage, "", "told_items", printed=each.text))
