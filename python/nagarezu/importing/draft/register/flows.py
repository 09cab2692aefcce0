"""Who gets what from a register: partners, sections and systems of each file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.prose import naming as prose_naming
from nagarezu.importing.draft.prose import told as prose_told
from nagarezu.importing.draft.register import broken_down, by_number, ticked_systems
from nagarezu.importing.draft.register import names as register_names
from nagarezu.importing.draft.register.going import Going, Share, Told
from nagarezu.importing.draft.register.ticked_systems import OWN_NAME
from nagarezu.importing.fields import names, ticks, told_parts
from nagarezu.importing.fields.names import Name
from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register.file import File, Part, put_together
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_RELATIONS = {
    "recipients": "provide",
    "transfer": "transfer",
    "entrust": "entrust",
    "reentrust": "reentrust",
    "link": "link",
    "system": "process",
}
_OWN_SECTION = re.compile(r"^[^県都府道]{1,20}(?:課|係|室|担当|支所|出張所)$")


def read(builder: Builder, file: File, written: Sequence[str] = ()) -> Told:
    """Every holder that the cells and remarks of a file name."""
    told = Told(written=written)
    named = [*labels.FLOWS, *filter(None, dict.fromkeys(labels.FLOWS.values()))]
    parts = [(name, part) for name in named for part in file.parts(name) if part.text]
    parts = [(name, part) for name, part in parts if not _of_work(file, name, part)]
    for name, part in sorted(parts, key=lambda pair: pair[1].text.spots[:1]):
        _part(builder, name, part.text, part.label, told)
    _remarks(builder, file, told)
    for part in file.parts("items"):
        if lead := _FIRST.match(part.text.text):  # 甲システムに次の項目を記録する。
            _told_systems(part.text.part(*lead.span()), told)
    _media(file, told)
    for each in told.going:
        each.share = each.share or told.waiting.get(each.items_of)
    return told


_WHO = re.compile(r"先|者|相手方|名")


def _of_work(file: File, name: str, part: Part) -> bool:
    """外部委託　有（発送及び印字）, where 委託先 stands below: what is done, and nobody."""
    if name != "entrust" or _WHO.search(key(part.label.text)):
        return False
    named = (each for each in file.parts(name) if _WHO.search(key(each.label.text)))
    proper = compiled(rules("names")["proper"]).search(key(part.text.text))
    return not proper and any(told_parts.content(each.text) for each in named)


_FIRST = re.compile(r"[^。、\n]{4,80}。(?=[ 　]*\n|[ 　]*[①1１(（【〔])")


def _part(builder: Builder, name: str, text: Passage, label: Passage, told: Told) -> None:
    if _each_its_own(builder, name, text, told):
        return
    if name.endswith("_items"):
        nothing = not told_parts.content(text)  # 無（庁舎内で作業を行う。）
        _share(name, Share(label, text, [] if nothing else None), told)
        return
    if ticked := ticked_systems.read(text) if name in ("system", "link") else []:
        told.going.extend(Going(_RELATIONS[name], each, "") for each in ticked)
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


def _each_its_own(builder: Builder, name: str, text: Passage, told: Told) -> bool:
    """甲協会：氏名、住所, line by line: whether a cell tells for each holder what he gets."""
    relation = name.removesuffix("_items")
    if relation not in ("recipients", "transfer"):
        return False
    pairs = broken_down.lines(builder, text, told.written)
    shares: dict[int, Share] = {}  # 1と同じ項目 is one list
    for holder, items in pairs:
        own = register_names.within(builder, replace(holder, printed=holder.passage.text))
        to = "transfer" if own else relation
        mine = (each for each in told.going if each.relation == _RELATIONS[to])
        known = [each for each in mine if key(each.name.label) == key(holder.label)]
        if not known:
            known = [Going(_RELATIONS[to], holder, labels.FLOWS[to] or "")]
            told.going.extend(known)
        for each in known:
            each.share = shares.setdefault(id(items), Share(Passage(), items))
    return bool(pairs)


def _share(name: str, share: Share, told: Told) -> None:
    """Items belong to the holders named since the last ones, or to those that follow."""
    label = key(share.label.text)
    mine = [each for each in told.going if each.items_of == name]
    named = [each for each in mine if key(each.name.label) in label]  # 甲組合に処理させる項目
    open_ = named or [each for each in mine if each.share is None]
    for each in open_:
        each.share = share
    if not open_:
        told.waiting[name] = share


def _forbids(text: Passage) -> bool:
    chosen = [each for each in ticks.options(text) if each.ticked]
    if chosen:
        return all(told_parts.says_no(ticks.plain(each)[0]) for each in chosen)
    plain = key(text.text)
    if compiled(rules("registers")["no_reentrust"]).search("再委託は" + plain):
        return True
    return bool(_FORBIDDEN.search(plain)) and not _WITH_CONSENT.search(plain)


_FORBIDDEN = re.compile(
    r"禁止|禁じ|禁ずる|不可|(?:認め|行わ|行わせ|し|させ|でき)(?:てい)?ない|(?:しては|させては|は)?ならない"
)
_WITH_CONSENT = re.compile(r"承諾|許可|同意|承認|許諾|協議|除き|除く|場合に限")


_BOX = re.compile(r"[□☐■☑✓✔レ○◯〇●]")  # an answer alone


def _holders(builder: Builder, name: str, text: Passage, told: Told) -> None:
    body = told_parts.content(text)
    if not body or told_parts.says_no(tidy(body.text)) or _BOX.fullmatch(tidy(body.text)):
        return
    if name in ("system", "processing"):
        for system in _systems(body, certain=name == "system"):
            told.going.append(Going("process", system, ""))
        if name == "processing" and not told_parts.says_yes(tidy(body.text)):
            _told_systems(body, told)  # 甲システムに記録する。
        return
    whole = body
    body, said = register_names.named_first(body)
    if name in ("entrust", "reentrust") and prose_told.is_sentence(body.text):
        _sentences(whole, told)
        _numbered(whole, name, told)
        return
    if whole.text.endswith("。") and _given(builder, whole, name, told):
        _numbered(whole, name, told)
        return
    if said:
        _sentences(said, told)
    found = register_names.partners(body)
    if not found:
        builder.notes.skip(body, "recipient_not_read")
    for each in found:
        share = _listed_behind(builder, each, told) if name in _LISTED else None
        relation = "reentrust" if name == "entrust" and each.tier > 1 else name
        if name == "shared":
            relation = "transfer" if _OWN_SECTION.search(each.label) else "recipients"
        if relation == "recipients" and register_names.within(builder, each):
            relation = "transfer"
        if relation == "reentrust":
            each.tier = 2
        items_of = labels.FLOWS[name if name != "shared" else relation] or ""
        told.going.append(Going(_RELATIONS[relation], each, items_of, share=share))
        if relation == "entrust":
            _handed_on(each, told)


_LISTED = ("recipients", "shared", "transfer", "entrust")  # whose items a bracket may list


def _given(builder: Builder, text: Passage, name: str, told: Told) -> bool:
    """甲組合に…を提供する。 names 甲組合 alone; whether a sentence says to whom it goes."""
    wanted = _RELATIONS.get(name, "")
    found = [each for each in prose_told.read(text)[0] if each.relation == wanted]
    if not found and wanted == "provide":
        return _given_to(builder, text, name, told)
    for each in found:
        for one in each.names:
            if not _named(told, one.label, wanted):
                one.tier = 2 if wanted == "reentrust" else one.tier
                told.going.append(Going(wanted, one, labels.FLOWS[name] or ""))
    return bool(found)


def _given_to(builder: Builder, text: Passage, name: str, told: Told) -> bool:
    """各小学校に、氏名及び学年を提供する。, in a cell that says who gets something."""
    found = broken_down.sentences(builder, text, told.written)
    for one, items in found:
        relation = "transfer" if register_names.within(builder, one) else name
        share = Share(Passage(), items) if items else None
        told.going.append(Going(_RELATIONS[relation], one, labels.FLOWS[name] or "", share=share))
    return bool(found)


def _numbered(text: Passage, name: str, told: Told) -> None:
    """渡す項目は、3の1、2及び7である。"""
    marks = by_number.told(text)
    if marks and labels.FLOWS[name]:
        _share(labels.FLOWS[name], Share(Passage(), marks), told)


def _systems(body: Passage, *, certain: bool) -> list[Name]:
    """The systems of a cell; of 電算処理（収納システム） the one that the bracket names."""
    found = list(register_names.systems(body, certain=certain))
    inside = [] if found or certain else [*_BRACKET.finditer(body.text)]
    named = [each for match in inside for each in names.systems(body.part(*match.span("inside")))]
    return found or [each for each in named if OWN_NAME.search(each.label)]


def _listed_behind(builder: Builder, name: Name, told: Told) -> Share | None:
    """甲組合（氏名、住所）: what this partner gets, if most of it is among the items."""
    for inside in _BRACKET.finditer(name.printed):
        at = name.passage.text.find(inside["inside"])
        if at >= 0:
            place = name.passage.part(at, at + len(inside["inside"]))
            if items := broken_down.items(builder, place, told.written):
                return Share(Passage(), items)
    return None


def _handed_on(name: Name, told: Told) -> None:
    """甲社（再委託先：乙社）"""
    match = compiled(rules("registers")["inner_reentrust"]).search(name.printed)
    inside = (
        compiled(r"[^：:は。()（）]*").match(name.printed, match.end("name")) if match else None
    )
    behind = _AND.split(f"{match['name']}{inside[0]}") if match and inside else []
    proper = compiled(rules("names")["proper"])  # 乙社、丙社 are two, 乙社、印刷に限る is one
    for at, printed in enumerate(behind):
        again = names.name(printed, name.passage) if not at or proper.search(key(printed)) else None
        if again is not None and not register_names.empty(again):
            again.tier = 2
            told.going.append(Going("reentrust", again, "entrust_items", name.label))


_AND = re.compile(r"、|及び|並びに")


# Remarks


_PREDICATE = re.compile(r"[をがはにへで]|(?:する|した|ある|ない)。")


def _remarks(builder: Builder, file: File, told: Told) -> None:
    _told_share(file.get("remarks"), told)
    for paragraph in _paragraphs(file.get("remarks")):
        for inner, text in told_parts.split(paragraph, "remarks", labels.exact):
            end = text.text.find("。") + 1 or len(text.text)
            if inner in labels.FLOWS and inner != "processing":
                said = _PREDICATE.search(text.text[:end])  # 甲社。 behind its label is no sentence
                piece = text.part(0, end if said else len(text.text[:end].rstrip("。")))
                _holders(builder, inner, piece, told)
                text = text.part(end)
            elif inner != "remarks":
                continue
            if "委託" in text.text or "受託" in text.text:
                _sentences(text, told)
            _told_systems(text, told)
    for part in [*file.parts("detail"), *file.parts("others")]:
        if "委託" in part.text.text:
            for aside in _BRACKET.finditer(part.text.text):
                _sentences(part.text.part(*aside.span("inside")), told)
            _sentences(part.text, told)


_HANDED = re.compile(
    r"(?:^|[\n。　 （(])(?:渡す|提供する|送る|委託する|引き渡す)(?:データの|個人情報の)?項目"
    r"[ 　]*(?:[：:]|は、?)[ 　]*"
    r"(?P<items>[^。\n]{4,400})"
)


def _told_share(text: Passage, told: Told) -> None:
    """甲会へデータを渡す。…渡す項目：①性別: items of whom the words in front name last."""
    for match in _HANDED.finditer(text.text):
        before = key(text.text[: match.start()])
        placed = [(before.rfind(key(each.name.label)), each) for each in told.going]
        named = [(at, each) for at, each in placed if at >= 0 and each.share is None]
        if named:
            each = max(named, key=lambda pair: pair[0])[1]
            each.share = Share(Passage(), text.part(*match.span("items")))


_BRACKET = re.compile(r"[（(](?P<inside>[^（）()]+)[)）]")


def _media(file: File, told: Told) -> None:
    """電磁的記録（給付システム）: the system in which it is recorded."""
    for part in file.parts("medium"):
        options = ticks.options(part.text)
        for text in [each.name for each in options if each.ticked] if options else [part.text]:
            inside = [text.part(*each.span("inside")) for each in _BRACKET.finditer(text.text)]
            for piece in [text, *inside]:
                for system in names.systems(piece):
                    if OWN_NAME.search(system.label) and not _named(told, system.label, "process"):
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


# 甲社の配信設備により: what is theirs is no part of the name
_THEIRS = re.compile(
    r"の[^の]{0,10}(?:設備|工場|作業場所?|サーバー?|システム|端末|担当者|従業[員者]|社員)$"
)


def _sentences(text: Passage, told: Told) -> None:
    sorts = ("by_reentrust", "called_reentrust", "bracketed_reentrust")
    for match in (
        found for sort in sorts for found in compiled(rules("registers")[sort]).finditer(text.text)
    ):
        printed = _THEIRS.sub("", match["name"])
        sub = names.name(printed, text)
        named = sub is not None and prose_naming.is_name(fold(printed))
        if sub is not None and named and not _named(told, sub.label, "reentrust"):
            sub.tier = 2
            told.going.append(Going("reentrust", sub, "entrust_items"))
    read_, _ = prose_told.read(text)
    for each in read_:
        for name in each.names if each.again or each.relation == "entrust" else []:
            name.label = _THEIRS.sub("", name.label)
            if _named(told, name.label, "reentrust" if each.again else "entrust"):
                continue
            if each.again:
                name.tier = 2
            relation = "reentrust" if each.again else "entrust"
            told.going.append(Going(relation, name, "entrust_items", each.giver))


def _named(told: Told, label: str, relation: str) -> bool:
    return any(each.relation == relation and each.name.label == label for each in told.going)


_BOTH = re.compile("及び|並びに")
_POINTS = re.compile(r"(?:当該|同|この|本|各)システム")


def _told_systems(text: Passage, told: Told) -> None:
    plain = text.text if "（" not in text.text and "(" not in text.text else ""
    for match in compiled(rules("registers")["system_told"]).finditer(
        plain or without_brackets(text.text)
    ):
        pieces = _BOTH.split(match["name"])
        both = all(OWN_NAME.search(piece) for piece in pieces)
        for printed in pieces if both else [match["name"]]:
            label = names.written(printed)
            if _POINTS.match(label) or _named(told, label, "process"):
                continue
            passage = text.part(*match.span()) if plain else text
            told.going.append(Going("process", Name(label, passage, printed, "told"), ""))
