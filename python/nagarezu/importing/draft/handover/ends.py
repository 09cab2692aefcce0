"""Who gives and who takes, as the parts of a clause say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from nagarezu.importing.draft.handover.names import Names
from nagarezu.importing.fields import by_what
from nagarezu.importing.fields.by_what import Way
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key, without_brackets
from nagarezu.importing.sentences.acts import act_of
from nagarezu.importing.sentences.frames import Frame
from nagarezu.importing.sentences.parts import Part

_AND = re.compile(r"及び|並びに|又は|、|,|・|と")
HANDS = ("give", "receive", "link")
_TELLS = ("知る", "分かる")
_EACH = re.compile(  # いずれの事業者, 両社, 各委託先
    r"(?:(?:いずれの|どの|全ての|すべての|双方の|両)(?:者|社|事業者|業者|法人|団体|会社|受託者|受託事業者|(?:委託|提供|結合|相手)先|相手方?)"
    r"|各(?:社|者|事業者|業者|法人|団体|会社|受託者|受託事業者|(?:委託|提供|結合|相手)先)|双方|いずれ|それぞれ)"
)
_SHARE = ("分", "もの")  # 消防署の分は、郵送する
_SURVEY = re.compile("調査|アンケート|意向|照会文書")  # 回答 is that of a person
_ENDS = ("に", "から", "が", "は", "と", "を")


@dataclass(slots=True)
class Ends:
    """Who gives and who takes, as far as a clause says; `person` if one of them is a person."""

    giver: str = ""
    taker: str = ""
    other: str = ""  # a partner of whom nothing more is said
    more: list[str] = field(default_factory=list)  # the others of several who take: 甲及び乙へ
    person: bool = False
    unknown: bool = False  # somebody is named whom nobody knows
    inside: bool = False  # from one system of the own side to another


@cache
def word(name: str) -> re.Pattern[str]:
    return re.compile(rules("carriers")["handover"][name])


def is_handing(part: Part) -> bool:
    """Whether a part is the name of the handing over itself: 受渡し, 甲社への送付."""
    head = compiled(r"(?:の)?(?:方法|手段)$").sub("", part.head)
    return act_of(head) in HANDS or bool(compiled(word("more_hands")).fullmatch(head))


def on_paper(names: Names, way: Way, what: str, matter: str) -> Way:
    """申請書を手渡す: on paper, where the row of media says 紙（申請書）."""
    if way.thing or way.line or not what:
        return way
    entity = next((m for m in names.builder.list_of("matters") if m["id"] == matter), {})
    rows = (key(row["label"]) for row in entity.get("media", []) if row["kind"] == "paper")
    listed = filter(None, (compiled(r"^紙(?:媒体)?[(](.+)[)]$").search(row) for row in rows))
    forms = (form for each in listed for form in compiled("、|,|及び|並びに|・").split(each[1]))
    named = any(f"の{key(what)}".endswith(f"の{form}") for form in forms)
    return replace(way, thing="paper") if named else way


def carried(frame: Frame, start: int, found: Sequence[Frame]) -> str:
    """CD-Rは、 of CD-Rは、数を確かめて手渡す: what this clause hands over and another one names."""
    topic = frame.parts.get("は")
    if topic is None or topic.start >= start or {"を", "が"} <= set(frame.parts):
        return ""
    denied = any(each.denied and each.parts.get("は") is topic for each in found)
    kept = "を" in frame.parts and frame.parts["を"].start > topic.end
    thing = by_what.of_phrase(topic.text).thing not in ("", "any")
    return f"{topic.text}は、" if thing and not (denied or kept) else ""


def handed(frame: Frame) -> str:
    """申請書 of 申請書の甲課への引渡し."""
    value = [frame.value] if frame.value else []
    parts = (part for part in (*frame.parts.values(), *value) if is_handing(part))
    of = (each for part in parts for each in part.of)
    return next((text for text, link in of if link in ("の", "を")), "")


class EndsReader:
    """Finds the ends of clauses among the names of a document."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.before = ""
        self.persons_own: set[str] = set()  # what was said to go to persons, or to come from them
        subjects = names.builder.list_of("subjects")
        groups = (key(without_brackets(each["label"])) for each in subjects)
        self.persons = {each.rpartition("の")[2] for each in groups if each.endswith(("者", "人"))}

    def of(self, frame: Frame, matter: str, before: str) -> Ends:
        """The ends of one clause; `before` it stands what 同社 points at."""
        self.before = before
        ends = Ends()
        for particle in _ENDS:
            part = frame.parts.get(particle)
            if part is None:
                continue
            if part.head in _SHARE and part.of:
                self._end(ends, part.of[-1][0], "に", frame, matter)
            told = [each for each in part.of if each[1] in ("に", "から", "と")]
            whole = [] if told or is_handing(part) else [(part.text, particle)]
            for text, link in (*part.of, *whole):
                self._end(ends, text, link, frame, matter)
        ends.inside = all(self._is_system(frame.parts.get(each)) for each in ("から", "に"))
        return ends

    def _is_system(self, part: Part | None) -> bool:
        """Whether a part names a system that the own side runs."""
        builder = self.names.builder
        id_ = builder.find_holder(part.text) if part else ""
        holder = builder.holder_entity(id_) if id_ else {}
        return holder.get("kind") == "system" and holder.get("operator") == builder.own

    def note(self, ends: Ends, things: Iterable[str]) -> None:
        """Keep in mind what is sent to persons: 使用者に案内状を送る."""
        if ends.person:
            self.persons_own.update(map(key, things))

    def of_persons(self, ends: Ends, things: Iterable[str], said: str) -> bool:
        """Whether nobody is named and all that is sent is what persons fill in or get: 調査票."""
        sent = {key(each) for each in things}
        if not sent or ends.giver or ends.taker or ends.other:
            return False
        asked = word("of_persons" if _SURVEY.search(said) else "always_of_persons")
        return all(each in self.persons_own or asked.fullmatch(each) for each in sent)

    def _end(self, ends: Ends, text: str, link: str, frame: Frame, matter: str) -> None:
        """Take what one part says of who gives or takes."""
        if link in ("を", "の", "で", "") or by_what.names_way(text):
            found = self.names.alone(text) if frame.act == "link" else ""
            ends.other = ends.other or found
            return
        if link in ("に", "から", "が", "は") and self._is_person(text):
            ends.person = True
            return
        several = [self._named(each, matter) for each in _AND.split(text)]
        if matter and _EACH.fullmatch(key(text)):
            several = self.names.all_of(matter)
        found = self._named(text, matter) or next(iter(several), "")
        if len(several) > 1 and all(several):
            found, ends.more = several[0], several[1:]
        if not found and link in ("に", "から"):
            ends.unknown = ends.unknown or bool(word("body").search(text))
            ends.giver = ends.giver or ("?" if link == "から" else "")
        elif not found:
            return
        elif link == "に":
            told = frame.verb in _TELLS or frame.act == "link"  # 知らせる makes nobody give
            if frame.made_to and not told and found != self.names.builder.own:
                ends.giver = found
            else:
                ends.taker = found
        elif link == "から":
            ends.giver = found
        elif link == "と":
            ends.other = ends.other or (found if found != self.names.builder.own else "")
        elif frame.act == "receive":
            ends.taker = ends.taker or found
        else:
            ends.giver = ends.giver or found

    def _is_person(self, text: str) -> bool:
        """本人, or as the groups of the document are called: 使用者 of 市営霊園の使用者."""
        plain = key(text)
        return bool(word("person").search(plain)) or plain.rpartition("の")[2] in self.persons

    def _named(self, text: str, matter: str) -> str:
        if text.startswith(("同", "当該")):
            same = text == "同社" and (self.names.only(matter) or self.names.contractor(matter))
            return self.names.last(self.before) or same or ""
        return self.names.find(text) or self.names.of_role(text, matter)

    def direction(self, frame: Frame, ends: Ends, partner: str) -> str:
        if frame.act == "view":
            return "send"
        if not partner:
            gives = ends.giver == self.names.builder.own or (
                ends.taker and ends.taker != self.names.builder.own
            )
            takes = ends.taker == self.names.builder.own or ends.giver == "?"
            return "send" if gives else "receive" if takes else ""
        if ends.taker == partner and ends.giver != partner:
            return "send"
        if ends.giver == partner or ends.taker == self.names.builder.own:
            return "receive"
        if ends.giver == self.names.builder.own:
            return "send"
        if frame.act == "give" and frame.made_to:
            return "receive"
        return ""
