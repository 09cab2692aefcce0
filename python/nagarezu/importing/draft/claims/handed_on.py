"""Work that a document says a partner hands on, where the document forbids it.

Such a partner often stands in no table, and where nothing is forbidden it is left to the list of
told flows; beside a ban it is what the ban is at odds with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nagarezu.importing.draft import parties, said
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.claims import bans, whom
from nagarezu.importing.draft.claims import write as claims
from nagarezu.importing.draft.claims.pieces import pieces
from nagarezu.importing.draft.said import Said
from nagarezu.importing.fields.names import Name
from nagarezu.importing.fields.reentrusted import FIRM
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key, tidy
from nagarezu.importing.sentences.frames import Frame, frames
from nagarezu.importing.sentences.parts import Part

_NAMED = re.compile(
    rf"(?:再委託(?:先|事業者)|再受託者|下請(?:負|け)?(?:先|業者)?)"
    rf"(?:の?名称|である|の|は|[:：、)）】\s])*(?P<name>{FIRM.pattern})"
)
_WORD = re.compile(r"再(?:委託|受託)|下請|請け?負|外注|[わさせ]せ[、るてた]|委託|任せ|委ね|回さ|担")
_DOES = re.compile(rf"(?P<name>{FIRM.pattern})[がは]、?[^、。]{{0,12}}?請け?負(?:い|う|って)")
_BY = re.compile(  # 丁社が、甲社からの再委託により配送する; 配送は丁社へ再委託。
    rf"(?P<name>{FIRM.pattern})(?:[がは]、?(?P<giver>[^、。（）()]{{2,40}}?)(?:から|より)の?再?(?:委託|受託|下請け?)"
    rf"(?:によ|を受け|に基づ)|が再(?:々)?受託"
    rf"|(?:へ|に)の?再委託(?=[。)）]|$|とする|中|済|予定(?!は?(?:な|無))|により|の(?:上|うえ)))"
)
_GIVES = re.compile(
    r"(?:.*年度?(?:から|より))?(?P<giver>[^、。（）()はが]{2,40})(?:[がは]|から|より)、?$"
)
_FORM = re.compile(r"(?:株式|有限|合同|合資)会社|(?:一般|公益)?(?:社団|財団)法人|社会福祉法人")
_BEHIND = re.compile(rf"^(?:.{{0,6}}(?:者|先|業者|会社|法人))?[である、:：\s]*(?:{FIRM.pattern})")
_ROLE = re.compile(r"乙|同社|受託者|受注者|(?:委託|委任|契約)先|受託事業者|事業者")
_SAME = re.compile(r"同(?:社|法人|組合|協会|公社|事業者)の")
_WORKS = ("entrust", "delegate")
_KNOWN = ("reentrust", "provide", "transfer", "link")


@dataclass(frozen=True, slots=True)
class Handing:
    """丁社, 甲社 of 配送は、甲社が丁社に請け負わせる; `plain`: its words are of handing on."""

    name: str
    giver: str = ""
    plain: bool = False


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Cells that forbid it, and flows to those to whom work is handed on against a ban."""
    for ban in bans.cells(builder, rows):
        claims.forbidden(builder, ban.passage, ban.matter, [ban.holder] if ban.holder else [])
        if ban.holder:
            _of_all(builder, ban)
    if not _banned(builder):
        return
    heads = _Heads(builder, rows)
    for matter, row in said.placed(builder, rows):
        value = bans.labelled(row)
        for firm in FIRM.finditer(value.text):
            _flow(builder, Said(value.text, value, matter), Handing(firm.group(), "", True), heads)
        for handing in in_row(row):
            _flow(builder, Said(row.text, row.cells[0], matter), handing, heads)
    for each in said.everything(builder, rows, _WORD):
        for handing in told(each.text):
            _flow(builder, each, handing, heads)


def _of_all(builder: Builder, ban: bans.Ban) -> None:
    """Take back what the same cell, read as a sentence, says of all: it stands in his block."""
    said_of_all = [
        claim
        for claim in _bans(builder)
        if claim["source"] == ban.passage.source and not claim.get("holders")
    ]
    for claim in said_of_all:
        builder.list_of("claims").remove(claim)


_ON = r"(?:再々?委託|再受託|下請け?|外注)"
_FROM = re.compile(  # 甲社からの再委託による清書; 再委託（甲社から）
    rf"(?P<giver>[^、。（）()]{{2,40}}?)(?:から|より|の|が)の?{_ON}"
    r"(?:(?:を受け|によ|に係|先|者|業者|事業者|する|した)[^、。（）()]{0,16})?(?:[（(][^（）()]{0,40}[)）])?。?"
    rf"|{_ON}先?[（(](?P<inside>[^（）()]{{2,40}}?)(?:から|より|の再?委託)[^（）()]{{0,8}}[)）]"
)
_ROLE_OF = re.compile(
    rf"{_ON}(?:先|負|(?:先の?)?(?:事業者|業者|会社)|者)?|二次受託者|二次委託先|孫請け?"
)
_ASIDE = re.compile(r"(?P<name>[^（）()]+)[（(](?P<told>[^（）()]+)[)）]")
_ARROW = re.compile(r"(?P<giver>[^→⇒]{2,30})[→⇒](?P<taker>[^→⇒]{2,30})")


def in_row(row: Row) -> Iterator[Handing]:
    """清書 | 丁社 | 甲社からの再委託: a table of who does what, with what he is in a cell."""
    cells = [tidy(each.text) for each in row.cells if each]
    if len(cells) < 2:
        return
    asides = [match for cell in cells if (match := _ASIDE.fullmatch(cell))]
    for match in asides:
        named = FIRM.fullmatch(match["name"].strip())
        if named and (told := _FROM.fullmatch(match["told"])):
            yield Handing(named.group(), told["giver"] or "", True)
    for cell in cells:
        arrow = _ARROW.fullmatch(cell)
        if arrow and FIRM.fullmatch(arrow["taker"].strip()) and any(map(_ROLE_OF.fullmatch, cells)):
            yield Handing(arrow["taker"].strip(), arrow["giver"].strip(), True)
    firms = [cell for cell in cells if FIRM.fullmatch(cell) and not compiled(_ON).search(cell)]
    if len(firms) != 1:
        return
    for cell in cells:
        told = _FROM.fullmatch(cell)
        if told:
            yield Handing(firms[0], told["giver"] or told["inside"], True)
        elif len(cells) >= 3 and _ROLE_OF.fullmatch(cell):
            yield Handing(firms[0], "", True)


class _Heads:
    """The partner below whose name a line stands, looked for only where it is asked."""

    def __init__(self, builder: Builder, rows: Sequence[Row]) -> None:
        self.builder, self.rows = builder, rows
        self.at = {str(row.place): n for n, row in reversed(list(enumerate(rows)))}

    def above(self, each: Said) -> str:
        place = each.passage.source.split(" ")[0]
        at = self.at.get(place, 0)
        return bans.above_of(self.builder, self.rows[max(at - 9, 0) : at])


def _banned(builder: Builder) -> bool:
    """Whether a claim, a clause or a measure forbids anything of the kind."""
    return bool(_bans(builder)) or any(
        each.get("modality") == "prohibition" and "SUB" in each.get("categories", ())
        for kind in ("clauses", "safeguards")
        for each in builder.list_of(kind)
    )


def _bans(builder: Builder) -> list[Entity]:
    return [each for each in builder.list_of("claims") if each["kind"] == "depth_at_most"]


def told(text: str) -> Iterator[Handing]:
    """To whom a sentence says that work is handed on; who hands it on may be unsaid."""
    if not FIRM.search(text):
        return
    for match in (*_NAMED.finditer(text), *_DOES.finditer(text)):
        yield Handing(compiled(r"を(?=含|除)").split(match["name"])[0], plain=True)
    for match in _BY.finditer(text):
        before = _GIVES.search(text[: match.start()])
        yield Handing(match["name"], match["giver"] or (before["giver"] if before else ""), True)
    for piece in pieces(text):
        topic = ""  # 甲社は印刷し、…丁社に行わせる
        for frame in frames(piece):
            topic = _text(frame.parts.get("は")) or topic
            if not frame.denied and not frame.supposed:
                yield from _of_frame(frame, piece, topic)


def _of_frame(frame: Frame, sentence: str, topic: str) -> Iterator[Handing]:
    plain = frame.act == "hand_on" or frame.verb == "請け負う"
    made = frame.made_to and frame.act in ("handle", "entrust", "hand_on", "")
    if not (plain or made or frame.act == "entrust" or frame.passive):
        return
    giver = frame.part("から") or frame.part("が", "は")
    said = _text(giver) or topic
    behind = _BEHIND.search(sentence[frame.end :]) if frame.of else None
    taker = _firm(frame.parts.get("に"), sentence)
    doer = _firm(frame.parts.get("が"), sentence)
    if behind and (plain or made):  # 甲社から請け負った丁社, 甲社が行わせる事業者 丁社
        yield Handing(behind["behind"] or behind["front"], said, plain)
    elif taker:
        yield Handing(taker, said, plain)
    elif doer and frame.verb == "請け負う" and not frame.made_to:
        yield Handing(doer, _text(frame.part("から")), True)


def _firm(part: Part | None, sentence: str) -> str:
    """The name of a firm in a part; its words may cut a name asunder."""
    if part is None:
        return ""
    found = [match for match in FIRM.finditer(sentence) if match.start() < part.end]
    if _SAME.match(part.text):  # 丁社の作業場に運び、同社の従業員に行わせる
        return next((each.group() for each in reversed(found) if each.end() <= part.start), "")
    return next((match.group() for match in found if part.start < match.end()), "")


def _text(part: Part | None) -> str:
    return part.text if part else ""


def _contractors(builder: Builder, matter: str) -> list[str]:
    return list(dict.fromkeys(id_ for id_, _ in parties.receivers(builder, matter, _WORKS)))


def _giver(builder: Builder, each: Said, handing: Handing, to: str, heads: _Heads) -> str:
    """Who hands it on: the partner that is named, or the one whose row it is; empty if unsure."""
    works = [id_ for id_ in _contractors(builder, each.matter) if id_ != to]
    named = _called(builder, handing.giver, works)
    named = named or parties.pointed_at(builder, handing.giver, each.before)
    if named:
        entrusted = builder.has_flow_to([named], _WORKS)
        return named if named not in (builder.own, to) and entrusted else ""
    if not handing.plain and not _ROLE.search(handing.giver):
        return ""
    near = [id_ for id_ in whom.nearest(builder, each) if id_ in works]
    near = near or [id_ for id_ in (heads.above(each),) if id_ in works]
    if near or len(works) == 1:
        return (near or works)[0]
    bound = {id_ for one in _bans(builder) for id_ in one.get("holders", ())}
    return works[0] if works and bound.issuperset(works) else ""


def _called(builder: Builder, printed: str, works: Sequence[str]) -> str:
    """The holder of a name, of one with a legal form, or the contractor whose name ends so."""
    plain = key(printed)
    if len(plain) < 2:
        return ""
    found = {id_ for name, id_ in builder.names() if _FORM.sub("", name) == plain}
    ends = {id_ for name, id_ in builder.names() if id_ in works and name.endswith(plain)}
    whole = parties.find(builder, printed)
    return whole or next((one.pop() for one in (found, ends) if len(one) == 1), "")


def _whole(builder: Builder, name: str, text: str) -> str:
    """The known holder of whose name a firm as read is a part: kana may end what is read."""
    plain, sentence = key(name), key(text)
    known = [each for each, _ in builder.names() if plain in each and each in sentence]
    return builder.find_holder(max(known, key=len)) if known else parties.find(builder, name)


def _known(builder: Builder, name: str) -> str:
    """Who is under 再委託先 already, if what he does is read with his name: 甲社印字."""
    firms = [(n, id_) for n, id_ in builder.names() if key(name).startswith(n) and FIRM.search(n)]
    return next((id_ for _, id_ in firms if builder.has_flow_to([id_], _KNOWN)), "")


def _flow(builder: Builder, each: Said, handing: Handing, heads: _Heads) -> None:
    to = _whole(builder, handing.name, each.text) or _known(builder, handing.name)
    start = _giver(builder, each, handing, to, heads)
    if (to and builder.has_flow_to([to], _KNOWN)) or not (start or handing.plain):
        return
    direct = [one for one in builder.list_of("flows") if to and to in one.get("to", [])]
    if direct and not (start and _beside(builder, direct, start)):
        return
    named = Name(handing.name, each.passage, handing.name, "handed_on", tier=2)
    to = to or builder.organisation(named)
    builder.holder_entity(to)["tier"] = 2
    proof = evidence("to", each.passage, to, "handed_on", 0.6, printed=each.text)
    alone = [flow for flow in direct if flow["to"] == [to]]
    for flow in direct:  # it was taken for one who is entrusted by the own side
        if flow in alone:
            flow.update({"from": start, "relation": "reentrust"})
            flow["provenance"].append(proof)
        else:
            flow["to"].remove(to)
    if not alone:
        _add(builder, each, start or builder.own, to, proof)


def _beside(builder: Builder, direct: Sequence[Entity], start: str) -> bool:
    """Whether he who hands on is entrusted in each matter in which the other one is."""
    return all(
        flow["relation"] in _WORKS and start in _contractors(builder, str(flow["matter"]))
        for flow in direct
    )


def _add(builder: Builder, each: Said, start: str, to: str, proof: Entity) -> None:
    flows = builder.list_of("flows")
    of_start = [flow for flow in flows if start in flow.get("to", [])] or flows
    here = [flow for flow in of_start if flow["matter"] == each.matter]
    first = str(builder.list_of("matters")[0]["id"]) if builder.list_of("matters") else ""
    matter = next((str(flow["matter"]) for flow in here or of_start), each.matter or first)
    flow: Entity = {
        "id": builder.fresh(f"f{len(flows) + 1}"),
        "from": start,
        "to": [to],
        "relation": "reentrust",
        "open": True,
        "open_subjects": True,
        "source": each.passage.source,
        "provenance": [proof],
    }
    flow["matter"] = matter
    builder.add("flows", flow)
