"""Who gives and who takes, by any name that a sentence or row has for them.

The own side, a partner of the flows, or a system that stands for one of them: 甲サービス that 乙社
runs is 乙社, the machine on which the own side keeps its files is the own side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key, without_brackets

_OWN = re.compile(r"こちら(?:側|から)?|当[方課局市町村区]|所管課|主管課")
_OWN_MACHINE = re.compile(
    r"(?:[本当]|[^の]{1,8}[課室係局])?(?:市|区|町|村|県|都|府|道|組合|庁内?)?(?:側|職員)?の(?:業務用?)?(?:端末|パソコン|サーバー?)"
)
_BODY = re.compile(r"[都府県市区町村](?:側)?")
_NUMBERED = re.compile(r"(提供|移転|委託)(?:先|事項)?([0-9]{1,2})")
_RELATION = {"提供": "provide", "移転": "transfer", "委託": "entrust"}
_SYSTEM = r"[一-龥々ァ-ヴーA-Za-z]{2,20}?(?:システム|サービス|サイト|ポータル|アプリ|クラウド)"
_RUNS = r"(?:が|の)(?:[^、。()]{0,12}(?:提供|運営|運用|開発|保有|管理)(?:する|している))?"
_CLOUD = re.compile(r"サービス|サイト|ポータル|アプリ|クラウド")
_POINTED = re.compile(r"(?:同|当該|その)(?P<end>[課室係局署所社会院校部館])")
_MATTER = re.compile(rf"(?P<name>{_SYSTEM})(?:と)?の(?:外部)?(?:結合|接続|連携)")
_SAME = re.compile(r"(?:同|当該|この|本)(?P<name>システム|サービス|サイト|ポータル|アプリ)")
_THIS = re.compile(r"[本当](?:情報)?システム(?:側)?")  # of which the sheet is
_FROM = re.compile(r"^.*[、,]")
_SECTION = re.compile(r"[課室係局]$")
_PLACE = re.compile(
    r"(?P<who>[^の、。]{3,40})の[^の、。]{0,16}?(?:サーバー?|システム|端末|機器|装置|パソコン|データベース|ストレージ|センター|窓口"
    r"|作業[所場]|作業室|事業[所場]|営業所|事務所|事務室|倉庫|工場|本[店社]|支[店社]|担当者?|(?:職|社|従業)員)"
)
_OF_TASK = re.compile(r"(?!.*の)(?!.*(?:情報提供ネットワーク|連携|宛名)システム$).{2,}システム")


_STANDS = re.compile(rf"(?P<name>{_SYSTEM})[(]$")
_RUN_BY = re.compile(_RUNS)
_IN_BRACKETS = re.compile(rf"[(](?P<name>{_SYSTEM})[)]")
_RUN = re.compile(rf"が[^、。()]{{0,12}}(?:提供|運営|運用|開発|保有)する(?P<name>{_SYSTEM})")


def _beside(text: str, start: int, end: int) -> Iterator[str]:
    """The system for which the firm stands whose name is `text[start:end]`."""
    before = _STANDS.search(text[:start]) if text[start - 1 : start] == "(" else None
    if before and _RUN_BY.match(text, end):
        yield before["name"]
    for shape in (_IN_BRACKETS, _RUN):
        if behind := shape.match(text, end):
            yield behind["name"]


class Ends:
    """Parties of a document; partners are those to or from whom a flow goes."""

    def __init__(self, builder: Builder, rows: Sequence[Row] = ()) -> None:
        self.builder = builder
        label = str(builder.holder_entity(builder.own)["label"]) if builder.own else ""
        self.body = label[-1:] if _BODY.fullmatch(label[-1:]) else ""
        flows = builder.list_of("flows")
        self.inner = {
            str(id_)
            for flow in flows
            if flow["relation"] == "process" and flow.get("from") == builder.own
            for id_ in flow.get("to", ())
            if builder.holder_entity(str(id_)).get("kind") == "system"
        }
        away = [flow for flow in flows if flow["relation"] != "process"]
        self.partners = {
            str(id_)
            for flow in away
            for id_ in (*flow.get("to", ()), flow.get("from", ""))
            if id_ not in ("", None, builder.own)
        }
        self.aliases = dict(self._aliases(rows))

    def _aliases(self, rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
        """甲サービス（乙社が提供するもの）, 乙社（甲サービス）: the system stands for him."""
        firms = {id_: key(self._label(id_)) for id_ in self.partners if self._is_outside(id_)}
        for row in rows:
            text = key(row.text)
            for id_, label in firms.items():
                if len(label) < 3 or label not in text:
                    continue
                for at in (each.start() for each in compiled(re.escape(label)).finditer(text)):
                    yield from ((name, id_) for name in _beside(text, at, at + len(label)))
        for matter in self.builder.list_of("matters"):
            called = _MATTER.search(key(matter["title"]).replace("と", "と ").replace(" の", "の"))
            linked = parties.receivers(self.builder, str(matter["id"]), ("link",))
            whom = {id_ for id_, _ in linked}
            if called and len(whom) == 1:
                yield called["name"].rpartition("と")[2], whom.pop()

    def _label(self, id_: str) -> str:
        return str(self.builder.holder_entity(id_).get("label", ""))

    def _is_outside(self, id_: str) -> bool:
        return bool(self.builder.holder_entity(id_).get("external"))

    def all(self, printed: str, matter: str, before: str = "") -> list[str]:
        """Those whom a word means: 両法人, or 提供先 of which there are several."""
        plain = key(without_brackets(printed))
        if plain in self.builder.groups:
            return [str(each) for each in self.builder.groups[plain]]
        if (
            compiled(r"(?:各|両|いずれの|[全同]ての)?(?:提供|移転|委託|結合)先").fullmatch(plain)
            and matter
        ):
            found = parties.by_role(self.builder, plain, matter, several=True)
            if found:
                return [each for each in found if each in self.partners]
        one = self.one(printed, matter, before)
        return [one] if one else []

    def one(self, printed: str, matter: str, before: str = "") -> str:
        """The id of a partner, `own`, or nothing; behind a comma, if the whole is nobody."""
        found = self._one(printed, matter, before)
        bare = _FROM.sub("", printed)
        return found or (self._one(bare, matter, before) if bare != printed else "")

    def _one(self, printed: str, matter: str, before: str) -> str:
        plain = key(printed)
        builder = self.builder
        if _OWN.fullmatch(plain):
            return "own"
        if plain in self.aliases:
            return self.aliases[plain]
        if called := _SAME.fullmatch(plain):  # 同サイト
            meant = {id_ for name, id_ in self.aliases.items() if name.endswith(called["name"])}
            if len(meant) == 1:
                return meant.pop()
        if self.inner and _THIS.fullmatch(plain):
            return next(iter(self.inner)) if len(self.inner) == 1 else "own"
        if (_BODY.fullmatch(plain) and not self.body) or self._of_task(printed):
            return "own"
        if _BODY.fullmatch(plain) and plain[0] != self.body:
            named = [each for each in builder.names() if each[1] in self.partners]
            ends = {id_ for name, id_ in named if name.endswith(plain[0])}
            ends = ends or {id_ for name, id_ in named if plain[0] in name}  # 甲県消防本部
            return ends.pop() if len(ends) == 1 and builder.own not in ends else ""
        numbered = _NUMBERED.fullmatch(plain)
        if numbered:
            return self._numbered(_RELATION[numbered[1]], int(numbered[2]), matter)
        if plain in builder.groups:
            return str(builder.groups[plain][0])
        found = parties.find(builder, printed)
        if found in self.inner:
            return found
        if found not in self.partners:  # a section may be one, though it is of the own side
            if parties.is_own(builder, printed) or self._keeps(plain):
                return "own"
            found = found or parties.pointed_at(builder, printed, before, matter)
            found = found or self._pointed(plain, before)
        if found in self.inner:
            return found
        if not found and plain.endswith("先"):
            role = parties.by_role(builder, printed, matter)
            found = role[0] if len(role) == 1 else ""
        if not found and plain in ("相手方", "相手", "相手先", "先方", "相手側") and matter:
            found = "".join(parties.only_partner(builder, matter))
        if not found and (place := _PLACE.fullmatch(plain)):  # 甲社の収納サーバー, 甲社の作業所
            whose = parties.find(builder, place["who"])
            found = whose if whose in self.partners else ""
        if found and found not in self.partners:  # a system stands for him who runs it
            found = str(builder.holder_entity(found).get("operator", ""))
        return found if found in self.partners else ""

    def _of_task(self, printed: str) -> bool:
        """料金システム: of a paper without a list of systems the one that is nobody else's."""
        plain = key(without_brackets(printed))
        called = not self.inner and _OF_TASK.fullmatch(plain)
        names = [key(self._label(id_)) for id_ in self.partners]
        return bool(called) and not (
            parties.find(self.builder, printed)
            or parties.within(self.builder, printed)
            or any(plain[:-4] in name for name in names)
        )

    def _keeps(self, plain: str) -> bool:
        """図書館, of which 図書館情報システム is a machine of the own side."""
        return len(plain) > 2 and any(key(self._label(id_)).startswith(plain) for id_ in self.inner)

    def _pointed(self, plain: str, before: str) -> str:
        """同署, 同課: whoever of such a name was told of last."""
        match, text = _POINTED.fullmatch(plain), key(before)
        if not match:
            return ""
        end = "会社" if match["end"] == "社" else match["end"]
        hits = [
            (text.rfind(name), id_)
            for name, id_ in self.builder.names()
            if id_ in self.partners and (end in name[-2:] or (end == "会社" and end in name))
        ]
        last = max(hits, default=(-1, ""))
        return last[1] if last[0] >= 0 else ""

    def _numbered(self, relation: str, number: int, matter: str) -> str:
        flows = [
            flow
            for flow in self.builder.of_matter("flows", matter)
            if flow["relation"] == relation and len(flow.get("to", [])) == 1
        ]
        return str(flows[number - 1]["to"][0]) if 0 < number <= len(flows) else ""

    def section(self, printed: str) -> str:
        """`own` for a section that is no partner: it is one of the own side."""
        return "own" if _SECTION.search(key(printed)) else ""

    def machine(self, printed: str) -> bool:
        """市の端末, 会計課の端末."""
        return bool(_OWN_MACHINE.fullmatch(key(printed)))

    def pairs(self, giver: str, taker: str, gives: bool) -> Iterator[tuple[str, str, str]]:
        """(direction, partner, the own system if it is named), as the own side sees it.

        The partner may be left open, the direction not. Of two systems of the own side each may be
        the partner of the other; what anybody can reach over the net is no place of the own side.
        """
        if giver == taker:
            return
        systems = [each for each in (giver, taker) if each in self.inner]
        if len(systems) == 2:
            for direction, partner, own in (("send", taker, giver), ("receive", giver, taker)):
                if not _CLOUD.search(self._label(own)):
                    yield direction, partner, own
            return
        if len(systems) == 1 and (giver and taker) and "own" not in (giver, taker):
            giver, taker = ("own" if each in self.inner else each for each in (giver, taker))
        if giver and taker and "own" not in (giver, taker):
            return
        if giver == "own" or (taker and taker != "own"):
            yield "send", taker, ""
        elif giver or taker:
            yield "receive", giver, ""
