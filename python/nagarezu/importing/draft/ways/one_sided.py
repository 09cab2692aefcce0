"""Who gives to whom, as the frames of a sentence say it: stated, denied, or all that is done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.said import Said
from nagarezu.importing.draft.ways.one_way import OTHER, Way
from nagarezu.importing.rules.characters import key, without_brackets
from nagarezu.importing.sentences.frames import Frame, frames
from nagarezu.importing.sentences.parts import Part

_OWN = re.compile(r"こちら(?:側|から)?|当[方課局市町村区]|所管課|主管課")
_OWN_MACHINE = re.compile(
    r"(?:本|当)?(?:市|区|町|村|県|都|府|道|組合|庁内?)(?:側|職員)?の(?:業務用?)?(?:端末|パソコン|サーバー?)"
)
_BODY = re.compile(r"[都府県市区町村](?:側)?")
_MUNICIPAL = ("市", "区", "町", "村")
_ALONE = re.compile(r"^(?:の)?(?:のみ|だけ)(?!でな|なら)|^に(?:とどま|留ま|限[らりっる])")
_ALL = re.compile(
    r"(?:(?:一切の|その|これらの|この|個人)?(?:個人)?(?:情報|データ|もの|資料|書類|記録|流れ|やり取り)|の|こと)?"
)
_KIND = re.compile(r"(?:情報|データ|もの|資料|書類|記録|支給額|結果|名簿)$")
_LINE = re.compile(r"回線|オンライン|ネットワーク|通信")
_ONE_WAY = re.compile(
    r"(?P<giver>[^、。は]{1,24}?)から(?:の|(?P<taker>[^、。は]{1,24}?)(?:への?|に))、?(?:一方|片方向)"
)
_EACH = re.compile(r"(?:^|、)(?P<who>[^、。]{2,24}?)(?P<role>から|へ|に)は、?[^、。]{1,24}を(?=、)")
_BOTH_WAYS = re.compile(
    r"(?:相互|双方向|互い)(?:に|で|の)[^。、]{0,16}?(?:送受信|送信|通信|やり?取り|やりとり|交換|授受|送り合|提供し合)"
    r"(?![^、。]{0,6}(?:ない|ません|せず|できず|行わず))"
)
_LEAVE = re.compile(
    r"許[諾可]|認[証定可]|承[諾認]|指[定示導]|研修|教育|監査|検査|点検|立ち?入|証明"
)
_DATA = re.compile(r"(?:番号|情報|データ|項目)$")  # 許可証の番号 is no permission
_BETWEEN = re.compile(r"との(?:間|授受|やり取り)$")
_POINTS = re.compile(
    r"(?:毎[日週月年]度?|随時|都度|常に)?(?:これら?|それら?|その写し?|(?:当該|同)[^、。]{1,6})"
)
_TOPIC = re.compile(r"(?:[^、。]{1,12}、)?(?P<what>[^、。はがを]{4,20})(?:は|については?)、?")
_SECTION = re.compile(r"(?:課|室|係|局)$")
_WHEN = re.compile(r"毎|年|月|日|回|随時|都度|一方|初め|末|頃|ごと|紙|媒体|方法|形")
_NUMBERED = re.compile(r"(提供|移転|委託)(?:先|事項)?([0-9]{1,2})")
_RELATION = {"提供": "provide", "移転": "transfer", "委託": "entrust"}


@dataclass(frozen=True, slots=True)
class Told:
    """`says` states, only or never."""

    says: str
    way: Way
    matter: str
    again: bool = False  # what goes is that of the clause before: 受け取るだけで、送ることはない
    pointed: bool = False  # これ means one thing, and says nothing of others

    @property
    def denied(self) -> str:
        """The direction in which nothing goes; empty if it says nothing of the kind."""
        what = key(self.way.what)
        general = _ALL.fullmatch(what) or (self.says == "only" and _KIND.search(what))
        if self.pointed or (len(what) >= _SHORTEST and _LIST.search(what)):
            return ""
        if self.says == "states" or not (general or self.again):
            return ""
        return self.way.direction if self.says == "never" else OTHER[self.way.direction]

    @property
    def denied_thing(self) -> str:
        """The one thing that a sentence says to go only the other way, or never; or nothing."""
        what = key(self.way.what)
        whole = self.says == "states" or self.denied or len(what) < _SHORTEST
        return "" if whole or _SOME.search(what) else what

    @property
    def against(self) -> str:
        """The direction in which it does not go."""
        return self.way.direction if self.says == "never" else OTHER[self.way.direction]


_SHORTEST = 4  # characters of a thing
_LIST = re.compile(r"名簿$|一覧表?$|台帳$")  # 返納者名簿 says nothing of other information
_SOME = re.compile(r"ない|以外|除|限|場合|同意|一部|うち|その他|ほか|等$|など$|内容$|こと$")


def pair_of(giver: str, taker: str, gives: bool) -> tuple[str, str] | None:
    """(send, partner) of the two sides; the partner may be left open, the direction not."""
    if giver == taker or (giver and taker and "own" not in (giver, taker)):
        return None
    if giver == "own" or (taker and taker != "own"):
        return "send", taker
    return "receive", giver


class Reader:
    """Reads who gives to whom; parties are the own side, or partners of the flows."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.body = str(builder.holder_entity(builder.own)["label"])[-1:] if builder.own else ""
        flows = builder.list_of("flows")
        away = [flow for flow in flows if flow["relation"] != "process"]
        self.partners = {
            str(id_)
            for flow in away
            for id_ in (*flow.get("to", ()), flow.get("from", ""))
            if id_ not in ("", None, builder.own)
        }

    def sentence(self, each: Said) -> Iterator[Told]:
        plain = without_brackets(each.text)
        found = frames(plain)
        self.last = self.who(each.about, each.matter) if each.about else ""
        self.last = "" if self.last == "own" else self.last
        for match in _ONE_WAY.finditer(plain):
            yield from self._one_way(match, each)
        if _BOTH_WAYS.search(plain):
            yield from self._both_ways(plain, each)
        for frame in found:
            gives = frame.act == "give" or frame.verb in ("戻る", "返る", "書き込む")
            if (gives or frame.act == "receive") and not frame.supposed and not frame.made_to:
                yield from self._frame(frame, found, each, gives)
                yield from self._others(frame, plain, each)

    def _one_way(self, match: re.Match[str], each: Said) -> Iterator[Told]:
        """甲課から乙課への一方向; a section that is no partner is one of the own side."""
        sides = []
        for name in ("giver", "taker"):
            printed = match[name] or ""
            found = self.who(printed, each.matter, each.before + each.text) if printed else ""
            sides.append(found or ("own" if _SECTION.search(printed) else ""))
        pair = pair_of(sides[0], sides[1], True) if any(sides) else None
        if pair and pair[1]:
            self.last = pair[1]
            yield Told("only", Way(*pair, "", each.passage, each.text), each.matter)

    def _both_ways(self, plain: str, each: Said) -> Iterator[Told]:
        """相互に送受信する: with whom it names, or with the only partner of the sheet."""
        named = parties.within(self.builder, plain)
        one = parties.only_partner(self.builder, each.matter) if each.matter else []
        partner = named if named in self.partners else "".join(one)
        for direction in OTHER if partner in self.partners else ():
            way = Way(direction, partner, "", each.passage, each.text)
            yield Told("states", way, each.matter)

    def _others(self, frame: Frame, plain: str, each: Said) -> Iterator[Told]:
        """甲からは…を、乙からは…を受け取る: one verb for several."""
        if frame.denied:
            return
        for match in _EACH.finditer(plain[: frame.start]):
            partner = self.who(match["who"], each.matter)
            fits = (match["role"] == "から") == (frame.act == "receive")
            if partner and partner != "own" and fits:
                direction = "receive" if frame.act == "receive" else "send"
                yield Told(
                    "states", Way(direction, partner, "", each.passage, each.text), each.matter
                )

    def _frame(
        self, frame: Frame, found: Sequence[Frame], each: Said, gives: bool
    ) -> Iterator[Told]:
        roles = ("から", "が", "は") if gives else ("から", "に")
        giver, taker = self._first(frame, roles, each), self._first(frame, ("に",), each)
        if not gives:
            taker = self._first(frame, ("が", "は"), each)
        where = frame.parts.get("で")
        says = _says(frame, found, without_brackets(each.text))
        if says == "never" and any(o.supposed and o.end <= frame.start for o in found):
            return  # 番号が一致しないときは取り込まない: else it is taken in
        by = where and says != "states" and not _LINE.search(where.text)
        if "?" in (giver, taker) or (by and not _BETWEEN.search(where.text)):
            return  # 紙で渡すことはない: it goes in another way
        pair = pair_of(giver, taker, gives) or self._with_system(frame)
        if pair is None:
            return
        direction, partner = pair
        partner = partner or self._topic(frame, each) or self.last or self._named(each)
        if not partner:
            return
        self.last = partner
        what = next(
            (
                p.text
                for r in ("を", "は", "が")
                if (p := frame.parts.get(r)) and not self._who(p, each)
            ),
            frame.of,
        )
        thing = _TOPIC.match(each.text) if _POINTS.fullmatch(key(what)) else None
        what = thing["what"] if thing else what
        if _LEAVE.search(key(what)) and not _DATA.search(key(what)):
            return
        way = Way(direction, partner, what, each.passage, each.text)
        part = frame.parts.get("を")
        ends = [other.end for other in found if other.end < frame.start and other.act]
        again = bool(part and ends and part.start < max(ends))
        yield Told(says, way, each.matter, again, thing is not None)

    def _with_system(self, frame: Frame) -> tuple[str, str] | None:
        """市の端末から甲システムへ: a system that the own side uses, and its own machines."""
        ends = [frame.parts.get(role) for role in ("から", "に")]
        names = [part.text if part else "" for part in ends]
        if not all(names):
            return None
        own = [bool(_OWN_MACHINE.fullmatch(key(name))) for name in names]
        found = parties.find(self.builder, names[own.index(False)]) if sum(own) == 1 else ""
        if not found or self.builder.holder_entity(found)["kind"] != "system":
            return None
        return ("send" if own[0] else "receive"), found

    def _first(self, frame: Frame, roles: Sequence[str], each: Said) -> str:
        """The party of the first of these parts that is one; ? if it is somebody unknown."""
        for role in roles:
            part = frame.parts.get(role)
            if part is None:
                continue
            if found := self._who(part, each):
                return found
            pointed = part.text.startswith("同") and len(part.text) <= 3
            if role in ("から", "に") and not pointed and not _WHEN.search(part.text):
                return "?"
        return ""

    def _named(self, each: Said) -> str:
        """甲会との間では、…を受け取るだけ: the only partner whom the sentence names."""
        found = parties.within(self.builder, without_brackets(each.text))
        return found if found in self.partners else ""

    def _topic(self, frame: Frame, each: Said) -> str:
        for role in ("と", "は"):
            part = frame.parts.get(role)
            if part and (found := self._who(part, each)) and found != "own":
                return found
        return ""

    def _who(self, part: Part, each: Said) -> str:
        return self.who(part.text, each.matter, each.before + each.text)

    def who(self, printed: str, matter: str, before: str = "") -> str:
        """The id of a partner, `own`, or nothing."""
        plain = key(printed)
        builder = self.builder
        if _OWN.fullmatch(plain):
            return "own"
        if plain in _MUNICIPAL and self.body not in _MUNICIPAL:
            return "own"  # nothing says whose paper it is
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
        if found not in self.partners:  # a section may be one, though it is of the own side
            if parties.is_own(builder, printed):
                return "own"
            found = found or parties.pointed_at(builder, printed, before)
        if not found and plain.endswith("先"):
            role = parties.by_role(builder, printed, matter)
            found = role[0] if len(role) == 1 else ""
        if not found and plain == "相手方" and matter:
            found = "".join(parties.only_partner(builder, matter))
        if found and found not in self.partners:  # a system stands for him who runs it
            found = str(builder.holder_entity(found).get("operator", ""))
        return found if found in self.partners else ""

    def _numbered(self, relation: str, number: int, matter: str) -> str:
        flows = [
            flow
            for flow in self.builder.of_matter("flows", matter)
            if flow["relation"] == relation and len(flow.get("to", [])) == 1
        ]
        return str(flows[number - 1]["to"][0]) if 0 < number <= len(flows) else ""


def _says(frame: Frame, found: Sequence[Frame], sentence: str) -> str:
    """Whether it is denied, by its verb or by that of the clause above, or all that is done."""
    nothing = any(
        other.denied
        and not (other.act or other.supposed)
        and any(p.told is frame for p in other.parts.values())
        for other in found
    )
    if frame.denied or nothing:
        return "never"
    return "only" if _ALONE.match(sentence[frame.end :]) else "states"
