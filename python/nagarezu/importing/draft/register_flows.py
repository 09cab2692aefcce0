"""Who gets what from a register: partners, sections and systems of each file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from nagarezu.importing.draft import prose_told
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.fields import names, ticks, told_parts
from nagarezu.importing.fields.names import Name
from nagarezu.importing.form import register_labels as labels
from nagarezu.importing.form.register_file import File, put_together
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import key, tidy, without_brackets

_RELATIONS = {
    "recipients": "provide",
    "transfer": "transfer",
    "entrust": "entrust",
    "reentrust": "reentrust",
    "link": "link",
    "system": "process",
}
_OWN_SECTION = re.compile(r"^[^県都府道]{1,20}(?:課|係|室|担当|支所|出張所)$")
_NOT_NAMED = re.compile(
    r"^(?:委託|提供|利用|電算処理|手作業|手処理|マニュアル|業者|民間業者|委託業者|未定)$"
)


@dataclass(slots=True)
class Share:
    """The items that only some holders get: 提供する項目."""

    label: Passage
    text: Passage
    lists: list[str] | None = None  # ids once written; empty if the items are not there


@dataclass(slots=True)
class Going:
    """One holder, with the relation, the field that names its items, and these if it does."""

    relation: str
    name: Name
    items_of: str
    giver: str = ""
    share: Share | None = None


@dataclass(slots=True)
class Told:
    """What a file says of where its information goes."""

    going: list[Going] = field(default_factory=list)
    waiting: dict[str, Share] = field(default_factory=dict)  # items in front of their holders
    no_reentrust: Passage = field(default_factory=Passage)


def read(builder: Builder, file: File) -> Told:
    """Every holder that the cells and remarks of a file name."""
    told = Told()
    named = [*labels.FLOWS, *filter(None, dict.fromkeys(labels.FLOWS.values()))]
    parts = [(name, part) for name in named for part in file.parts(name) if part.text]
    for name, part in sorted(parts, key=lambda pair: pair[1].text.spots[:1]):
        _part(builder, name, part.text, part.label, told)
    _remarks(builder, file, told)
    _media(file, told)
    for each in told.going:
        each.share = each.share or told.waiting.get(each.items_of)
    return told


def _part(builder: Builder, name: str, text: Passage, label: Passage, told: Told) -> None:
    if name.endswith("_items"):
        _share(name, Share(label, text), told)
        return
    whole = text if name == "reentrust" else told_parts.content(text)
    options = ticks.options(text) if name == "processing" and whole.text == text.text else []
    # ☑電算（システム名：甲） ☑紙（つづり）: what a bracket names ends with it
    pieces = [each.name for each in options if each.ticked] if options else [whole]
    split = (told_parts.split(each, name, labels.exact) for each in pieces if each)
    for inner, piece in chain.from_iterable(split):
        if "reentrust" in (name, inner) and _forbids(piece):
            told.no_reentrust = told.no_reentrust or piece
        elif inner.endswith("_items"):
            _share(inner, Share(Passage(), piece), told)
        elif inner in labels.FLOWS:
            _holders(builder, inner, piece, told)


def _share(name: str, share: Share, told: Told) -> None:
    """Items belong to the holders named since the last ones, or to those that follow."""
    open_ = [each for each in told.going if each.items_of == name and each.share is None]
    for each in open_:
        each.share = share
    if not open_:
        told.waiting[name] = share


def _forbids(text: Passage) -> bool:
    chosen = [each for each in ticks.options(text) if each.ticked]
    if chosen:
        return all(told_parts.says_no(ticks.plain(each)[0]) for each in chosen)
    plain = key(text.text)
    return bool(re.match(r"^(?:不可|禁止|認めない|しない|できない)", plain)) or bool(
        re.search(rules("registers")["no_reentrust"], "再委託は" + plain)
    )


def _holders(builder: Builder, name: str, text: Passage, told: Told) -> None:
    body = told_parts.content(text)
    if not body or told_parts.says_no(tidy(body.text)):
        return
    if name in ("system", "processing"):
        for system in _systems(body, certain=name == "system"):
            told.going.append(Going("process", system, ""))
        return
    if name == "entrust" and prose_told.is_sentence(body.text):
        _sentences(body, told)
        return
    found = [each for each in names.partners(_apart(body)) if not _empty(each)]
    if not found:
        builder.notes.skip(body, "recipient_not_read")
    for each in map(_headed, found):
        relation = "reentrust" if name == "entrust" and each.tier > 1 else name
        if name == "shared":
            relation = "transfer" if _OWN_SECTION.search(each.label) else "recipients"
        if relation == "reentrust":
            each.tier = 2
        told.going.append(Going(_RELATIONS[relation], each, labels.FLOWS[relation]))
        if relation == "entrust":
            _handed_on(each, told)


def _headed(name: Name) -> Name:
    """印刷：株式会社甲 is 株式会社甲; 再委託あり：乙 is a sub-contractor."""
    match = re.match(r"(?P<head>[^：:（(]{1,20})[：:](?P<rest>.+)$", name.printed, re.DOTALL)
    made = names.name(match["rest"], name.passage) if match else None
    if match is None or made is None:
        return name
    made.tier = 2 if "再委託" in match["head"] else name.tier
    return made


_BODY = (
    r"(?:会|組合|公社|機構|センター|署|局|所|課|校|園|銀行|金庫|株式会社|有限会社|法人"
    r"|[都道府県市町村庁省])"
)
_DOT = re.compile(
    rf"(?<=[会合社構署局所課校園行庫人都道府県市町村庁省ー])・(?=[^・、\n]*{_BODY}(?:[・、\n（(]|$))"
)
_TERM = re.compile(
    r"[ 　、]*[（(]?(?:委託期間|契約期間|期間)?[:： 　]*"
    r"(?:(?:令和|平成|昭和)[ 　]*[0-9０-９元]|[RHS][0-9]{1,2}[./]|20[0-9]{2}[年/.]).*$"
)


_MORE = re.compile(
    r"[ 　]*(?:ほか|他|外)[ 　]?[0-9０-９]{1,3}[ 　]?"
    r"(?:社|機関|団体|者|[かヶカケ]所|課|施設|校|園|院|名)"
)


def _apart(body: Passage) -> Passage:
    """甲協会・乙組合 as two names, and none of them with a term behind it."""
    text = _DOT.sub("、", _MORE.sub("", body.text))
    lines = [_TERM.sub("", line) for line in text.split("\n")]
    short = "\n".join(lines)
    return replace(body, text=short) if short == text or len(lines) == 1 else body


def _empty(name: Name) -> bool:
    label = key(name.label)
    return told_parts.says_no(label) or told_parts.says_yes(label) or bool(_NOT_NAMED.match(label))


def _handed_on(name: Name, told: Told) -> None:
    """甲社（再委託先：乙社）"""
    match = re.search(rules("registers")["inner_reentrust"], name.printed)
    again = names.name(match["name"], name.passage) if match else None
    if again is not None and not _empty(again):
        again.tier = 2
        told.going.append(Going("reentrust", again, "entrust_items", name.label))


def _systems(body: Passage, *, certain: bool) -> Iterator[Name]:
    """A row of systems names them, whatever they are called; elsewhere the name must tell."""
    if not certain:
        yield from names.systems(body)
        return
    for name in names.partners(body):
        if not _empty(name) and not name.undecided and len(name.label) <= 40:
            yield name


# Remarks


def _remarks(builder: Builder, file: File, told: Told) -> None:
    for paragraph in _paragraphs(file.get("remarks")):
        for inner, text in told_parts.split(paragraph, "remarks", labels.exact):
            end = text.text.find("。") + 1 or len(text.text)
            if inner in labels.FLOWS and inner != "processing":
                _holders(builder, inner, text.part(0, end), told)
                text = text.part(end)
            elif inner != "remarks":
                continue
            if "委託" in text.text or "受託" in text.text:
                _sentences(text, told)
            _told_systems(text, told)
    for part in file.parts("detail"):
        if "委託" in part.text.text:
            for aside in _BRACKET.finditer(part.text.text):
                _sentences(part.text.part(*aside.span("inside")), told)
            _sentences(part.text, told)


_BRACKET = re.compile(r"[（(](?P<inside>[^（）()]+)[)）]")


def _media(file: File, told: Told) -> None:
    """電磁的記録（給付システム）: the system in which it is recorded."""
    for part in file.parts("medium"):
        options = ticks.options(part.text)
        for text in [each.name for each in options if each.ticked] if options else [part.text]:
            for bracket in _BRACKET.finditer(text.text):
                for system in names.systems(text.part(*bracket.span("inside"))):
                    if not _named(told, system.label, "process"):
                        told.going.append(Going("process", system, ""))


def _paragraphs(passage: Passage) -> list[Passage]:
    """Lines, those that a full line breaks put together."""
    found: list[Passage] = []
    for line in passage.lines():
        whole = put_together(found[-1], line) if found else line
        if found and "\n" not in whole.text:
            found[-1] = whole
        else:
            found.append(line)
    return found


def _sentences(text: Passage, told: Told) -> None:
    read_, _ = prose_told.read(text)
    for each in read_:
        for name in each.names if each.again or each.relation == "entrust" else []:
            if _named(told, name.label, "reentrust" if each.again else "entrust"):
                continue
            if each.again:
                name.tier = 2
            relation = "reentrust" if each.again else "entrust"
            told.going.append(Going(relation, name, "entrust_items", each.giver))


def _named(told: Told, label: str, relation: str) -> bool:
    return any(each.relation == relation and each.name.label == label for each in told.going)


def _told_systems(text: Passage, told: Told) -> None:
    plain = text.text if "（" not in text.text and "(" not in text.text else ""
    for match in re.finditer(
        rules("registers")["system_told"], plain or without_brackets(text.text)
    ):
        label = names.written(match["name"])
        if not re.match(r"(?:当該|同|この|本|各)システム", label) and not _named(
            told, label, "process"
        ):
            passage = text.part(*match.span()) if plain else text
            told.going.append(Going("process", Name(label, passage, match["name"], "told"), ""))
