"""Whom a handover is with: holders by any of their names, and others by the word that is printed.

A table may name a partner with its system, 甲社（予約システム）; then the system's name means the
partner. 以下「乙」という gives a name to somebody who is no holder of the draft, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.fields import by_what
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key, without_brackets

_CALLED = re.compile(
    r"(?P<name>[^、。,，()（）「」\s]{2,30})[(（](?:[^()（）「」]*、)?以下(?:[^「」()（）]{0,8})「(?P<short>[^」]{1,16})」"
)
_POINTS = re.compile(r"^(?:各|同|当該|本件|上記|この|その)?(?=.{2})")
_TAIL = re.compile(r"(?:の(?:担当者?|従事者|職員|サーバー?|端末|側|窓口)|側|等|各課|職員)$")
_BRACKETED = re.compile(r"^(?P<who>[^()（）]{2,40})[(（](?P<what>[^()（）]{2,20})[)）]$")
_OWN = re.compile(
    r"(?:本|当)?(?:市|区|町|村|県|都|府)|当方|自庁|庁内|甲|(?:本|当)?(?:市|区|町|村)(?:の|側|職員|長|役場|役所).*|.{0,6}職員|実施機関.*|担当課|主管課|所管課"
)
_LEGAL = re.compile(
    r"^(?:(?:株式|有限|合同|合資)会社|(?:(?:一般|公益)(?:財団|社団)|社会福祉|特定非営利活動|医療|学校|独立行政|地方独立行政|npo)法人)|(?:株式|有限|合同)会社$"
)
_SHORTEST = 3
FIRST = ("entrust", "delegate", "link", "provide", "transfer")  # not those further down
_NUMBERED = re.compile(
    r"(?:業務)?委託(?:先|事項|業務)?(?P<number>[0-9]{1,2})(?![0-9]|から|~|-|の再)"
)


class Names:
    """Names of partners in one document, each with an identity: a holder's id, or a word."""

    def __init__(self, builder: Builder, rows: Sequence[Row]) -> None:
        self.builder = builder
        self._moved = {  # sections to which something is transferred are partners, too
            str(id_)
            for flow in builder.list_of("flows")
            if flow["relation"] in ("transfer", "provide")
            for id_ in flow.get("to", [])
            if id_ != builder.own
        }
        self._entrusted = list(  # in the order in which the document counts them
            dict.fromkeys(
                str(flow["to"][0])
                for flow in builder.list_of("flows")
                if flow["relation"] == "entrust" and len(flow.get("to", [])) == 1
            )
        )
        self._known: dict[str, str] = {}
        for name, id_ in builder.names():
            if len(name) > 1 and self._is_partner(id_):
                self._known[name] = id_
                bare = _LEGAL.sub("", name)
                if len(bare) >= _SHORTEST:
                    self._known.setdefault(bare, id_)
        for row in rows:
            for match in _CALLED.finditer(row.text) if "以下" in row.text else ():
                self._call(key(match["name"]), key(match["short"]))

    def _is_partner(self, id_: str) -> bool:
        holder = self.builder.holder_entity(id_)
        return bool(holder.get("external")) or id_ in self._moved

    def _call(self, name: str, short: str) -> None:
        if self._is_own_name(short):
            return
        known = max((each for each in self._known if name.endswith(each)), key=len, default="")
        plain = self.builder.find_holder(short) or self.builder.find_holder(name)
        if not known and plain and not self._is_partner(plain):
            return
        if not known and not compiled(rules("carriers")["handover"]["body"]).search(name):
            return
        identity = self._known.get(known) or f"~{name}"
        self._known.setdefault(short, identity)
        self._known.setdefault(name, identity)

    def _is_own_name(self, short: str) -> bool:
        return bool(_OWN.fullmatch(short)) or short in self.builder.names_of(self.builder.own)

    def of_block(self, cell: Passage) -> str:
        """The partner in whose block of a form (委託事項2, 移転先1) a cell stands."""
        found = self.builder.of_block(cell)
        return found[0] if found and self._is_partner(found[0]) else ""

    def pair(self, printed: str) -> None:
        """甲社（予約システム） in a table: the system's name means the partner."""
        match = _BRACKETED.match(printed.strip())
        who = self.find(match["who"]) if match else ""
        if match and who and who != self.builder.own:
            self._known[key(match["what"])] = who

    def label(self, identity: str) -> str:
        if identity.startswith("~"):
            return identity[1:]
        return str(self.builder.holder_entity(identity)["label"]) if identity else ""

    def is_own(self, printed: str) -> bool:
        plain = key(without_brackets(printed))
        if plain in self._known:
            return False
        return bool(_OWN.fullmatch(plain)) or parties.is_own(self.builder, plain)

    def within(self, text: str) -> Iterator[tuple[int, str]]:
        """Where a text names partners, and which; of two names at one place the longer."""
        plain, end = key(text), 0
        here = [name for name in self._known if name in plain]
        for at, _, found in sorted((at, -len(one), one) for one in here for at in _at(one, plain)):
            if at >= end:
                yield at, self._known[found]
                end = at + len(found)

    def last(self, text: str) -> str:
        """The partner whom a text names last."""
        found = list(self.within(text))
        return found[-1][1] if found else ""

    def alone(self, text: str) -> str:
        """The only partner whom a text names."""
        found = {identity for _, identity in self.within(text)}
        return found.pop() if len(found) == 1 else ""

    def find(self, printed: str) -> str:
        """The partner of that name, of a part of it, or the own side; empty if nobody is sure."""
        plain = _TAIL.sub("", key(without_brackets(printed)))
        if not plain:
            return ""
        if plain in self._known:
            return self._known[plain]
        if self.is_own(plain):
            return self.builder.own
        inside = {identity for _, identity in self.within(plain)}
        if len(inside) == 1:
            return inside.pop()
        bare = _POINTS.sub("", plain)
        if compiled(rules("carriers")["handover"]["partner_row"]).search(bare):
            return ""  # 委託先 is nobody's name
        among = {id_ for name, id_ in self._known.items() if len(bare) > 1 and bare in name}
        return among.pop() if len(among) == 1 else ""

    def of_role(self, text: str, matter: str) -> str:
        """委託先, 提供先 of a matter, or of a paper, that has one such; 委託先2 of several."""
        if _NUMBERED.search(key(text)):
            return self.numbered(text)
        found = parties.by_role(self.builder, key(text), matter)
        alone = matter or len(parties.by_role(self.builder, key(text), "", several=True)) == 1
        return found[0] if len(found) == 1 and alone else ""

    def several(self, text: str, matter: str) -> bool:
        """Whether a text names 提供先 where a matter has several of them: no one of these."""
        return (
            bool(matter) and len(parties.by_role(self.builder, key(text), matter, several=True)) > 1
        )

    def numbered(self, text: str) -> str:
        """委託2 of a document that counts those to whom it entrusts something."""
        found = {int(each["number"]) - 1 for each in _NUMBERED.finditer(key(text))}
        at = found.pop() if len(found) == 1 else len(self._entrusted)
        return self._entrusted[at] if 0 <= at < len(self._entrusted) else ""

    def take(self, printed: str) -> None:
        """A name in a column of takers: of somebody, though the draft has no such holder."""
        plain = key(without_brackets(printed))
        if len(plain) >= _SHORTEST and not self.find(plain) and self._may_be(plain):
            self._known[plain] = f"~{plain}"

    def _may_be(self, plain: str) -> bool:
        words = rules("carriers")["handover"]
        return not any(compiled(words[name]).search(plain) for name in ("partner_row", "person"))

    def only(self, matter: str, label: str = "") -> str:
        """The only partner of a matter; nobody beside a label for those in another relation."""
        found = set(parties.only_partner(self.builder, matter)) if matter else set()
        asked = {
            relation
            for rule in rules("labels")["measure_roles"]
            if compiled(rule["words"]).fullmatch(key(label))
            for relation in rule["relations"]
        }
        given = {(id_, by) for id_, by in parties.receivers(self.builder, matter)}
        if asked and not any((id_, by) in given for id_ in found for by in asked):
            return ""
        return found.pop() if len(found) == 1 else ""

    def contractor(self, matter: str) -> str:
        """The only one to whom a sheet entrusts work, where it says that he hands some on."""
        each = next((m for m in self.builder.list_of("matters") if m["id"] == matter), {})
        first = {id_ for id_, _ in parties.receivers(self.builder, matter, FIRST)}
        return first.pop() if len(first) == 1 < len(each.get("partners", ())) else ""

    def all_of(self, matter: str, *, alike: bool = False) -> list[str]:
        """Those to whom anything goes in a matter: いずれの事業者; not 委託先, which is a label.

        `alike`: nobody where they are in different relations.
        """
        found = parties.receivers(self.builder, matter, FIRST)
        if alike and len({relation for _, relation in found}) > 1:
            return []
        return list(dict.fromkeys(id_ for id_, _ in found if not self.is_label(id_)))

    def is_label(self, identity: str) -> bool:
        """Whether what was taken for a partner is the label of a row, or a medium."""
        plain = key(self.label(identity))
        words = rules("carriers")["handover"]
        labels = (compiled(words[name]).search(plain) for name in ("partner_row", "medium_row"))
        return any(labels) or bool(by_what.of_phrase(plain).thing)

    def matters(self, identity: str) -> list[str]:
        """The matters in which anything goes to a partner, or comes from it."""
        return list(
            dict.fromkeys(
                str(flow.get("matter", ""))
                for flow in self.builder.list_of("flows")
                if identity in (*flow.get("to", []), flow.get("from"))
            )
        )


def _at(name: str, text: str) -> Iterator[int]:
    """Wherever a name stands in a text."""
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)
