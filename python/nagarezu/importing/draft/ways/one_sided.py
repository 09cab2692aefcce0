"""Who gives to whom, as the frames of a sentence say it: stated, denied, or all that is done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.said import Said
from nagarezu.importing.draft.ways.deeds import Deed, deeds
from nagarezu.importing.draft.ways.ends import Ends
from nagarezu.importing.draft.ways.one_way import OTHER, Way
from nagarezu.importing.draft.ways.sides import without_sides
from nagarezu.importing.draft.ways.things import ALL, SAME, about, spoken_of, topics_before
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules.characters import fold, key, without_brackets
from nagarezu.importing.sentences.acts import act_of
from nagarezu.importing.sentences.frames import Frame, frames
from nagarezu.importing.sentences.parts import Part

_KIND = re.compile(r"(?:情報|データ|もの|資料|書類|記録|支給額|結果|名簿)$")
_LINE = re.compile(
    r"回線|オンライン|ネットワーク|通信|結合|接続$|連携$|本件|事業$|[事業]務$|LGWAN|VPN|LAN|インターネット|API",
    re.IGNORECASE,
)
# ①から③までを送る: of which items, and not from whom
_RANGE = re.compile(r"[(（]?[ア-ン①-⑳0-9０-９][)）]?から[(（]?[ア-ン①-⑳0-9０-９]{1,2}[)）]?まで")
_ONE_WAY = (
    re.compile(
        r"(?P<giver>[^、。は]{1,24}?)から(?:の|(?P<taker>[^、。は]{1,24}?)(?:への?|に))、?(?:一方|片方向|単方向)"
    ),
    re.compile(
        r"(?:^|、|は)(?P<giver>)(?P<taker>[^、。はら]{1,24}?)(?:への?|に)、?(?:一方|片方向|単方向)"
    ),
    re.compile(
        r"(?:一方|片方向|単方向)[^。→]{0,12}[(（](?P<giver>[^→、。（(]{1,24})→(?P<taker>[^→、。）)]{1,24})[)）]"
    ),
)
_MAY_BE_ONE_WAY = re.compile("一方|片方向|単方向")  # in each of them
_DEDICATED = re.compile(r"(?<=送信|受信|取込|取得)専用(?=と|で|[。、)）]|$)")  # 受信専用とする
_ALONE = re.compile(r"(?:送信|受信|取り?込み?|取得|受領)(?:専用|のみ|だけ)")
_TAKEN = re.compile(r"^(?:取り?込み?|取得|受領)(?=専用|のみ|だけ)")
_ONLY_WAY = re.compile(r"[(（](?P<way>(?:一方|片方|単方)向)(?:通信|のみ)?[)）]")
# 甲システムからの異動の情報の受信機能, 甲システムとの連携: in front of a bracket (受信専用)
_AT = re.compile(r"(?:.*[、。])?(?P<who>[^、。はがを]{2,24}?)(?:から|と|への?)の")
_EACH = re.compile(r"(?:^|、)(?P<who>[^、。]{2,24}?)(?P<role>から|へ|に)は、?[^、。]{1,24}を(?=、)")
_BOTH_WAYS = re.compile(
    r"(?:相互|双方向|互い)(?:に|で|の)[^。、]{0,16}?(?:送受信|送信|通信|やり?取り|やりとり|交換|授受|送り合|提供し合)"
    r"(?![^、。]{0,6}(?:ない|ません|せず|できず|行わず))|双方向(?:と(?:する|なる|します)|である|です)"
)
_LEAVE = re.compile(
    r"許[諾可]|認[証定可]|承[諾認]|指[定示導]|研修|教育|監査|検査|点検|立ち?入|証明"
)
_OTHER_SIDE = re.compile(r"相手方|(?:結合|接続|連携)先")
_REPORTS = ("報告", "連絡", "説明", "通知", "通報", "伝える", "知らせる", "提出")
_RUNNING = re.compile(  # 運用の報告を受ける: of the work, and of nobody
    r"(?:四半期ごとの?|毎[月年日週]の?|定期的な)?(?:運用|稼働|障害|事故|作業|保守|履行|体制|監視|管理|停止|進捗|従事者?|点検)"
    r"(?:の?(?:状況|実績|結果|内容|発生|日程|予定|有無|記録|方法|名簿))*(?:の?(?:報告|連絡))?書?$"
    r"|(?:安全管理|利用|使用|取り?扱い?|遵守|研修|教育|実施|業務|処理)の?状況(?:の?(?:報告|連絡)書?)?$"
)
_NEWS_ONLY = re.compile(r"報告|連絡|説明|通報")  # 事故のときは報告を受ける
_DATA = re.compile(r"(?:番号|情報|データ|項目)$")  # 許可証の番号 is no permission
_WHEN = re.compile(r"毎|年|月|日|回|随時|都度|一方|初め|末|頃|ごと|紙|媒体|方法|形")
_UNTIL = re.compile(r"[うくすつるたい]まで(?:は|の間)?、?")  # 承認するまで送信しない: then it is
_REGISTER = re.compile(r"名簿$|一覧表?$|台帳$")  # one by its name says nothing of other information
_INTO = ("取り込む", "取込む", "取込み", "取り込み", "読み込む")  # into a system, not from it
_GATHERS = ("集める", "収集", "取得", "入手", "回収", "照会")  # from whom, it does not say
OFTEN = re.compile(r"^(?:毎[日週月年]度?|随時|定期に|都度)、?")
_SOON = re.compile(r"(?<=[にへを])(?:その|当|翌|即|同)[日週月](?:の?うち|中|以内)?に(?=[一-龥])")
_SHEET = re.compile(r"[表書票]|一覧表?|名簿|データ|情報")  # 納品の予定 and 納品予定表
_POINTS = ("これ", "それ", "これら")
_NEWS = ("知らせ", "通知", "報告", "連絡", "提供")  # of what it is, stands in front
_BRACKET = re.compile(r"[(（]([^()（）]{4,})[)）]")
_NAME = re.compile(r"[、。，,・]|及び|並びに")
_WHOSE = re.compile(r"(?P<who>[一-龥ァ-ヶー]{2,8})の(?P<what>(?:個人)?(?:情報|データ))")
_BULLET = re.compile(
    r"^\s*[-*・●○◆※]\s*(?:[(（][0-9ァ-ン]{1,2}[)）]\s*)?|^\s*[(（][0-9ァ-ン]{1,2}[)）]\s*"
)


# 甲システムとの間では, 甲社とのやり取りは: with whom it is done
_BETWEEN = re.compile(r"(?:間|通信|送受信|やり?取り|やりとり|授受|連携|接続|結合|交換)$")


def _with(part: Part) -> str:
    """甲システム of 甲システムとの間で; nothing of 紙で."""
    if not _BETWEEN.search(part.head):
        return ""
    return next((name for name, link in part.of if link == "と"), "")


def _identifies(parts: dict[str, Part]) -> bool:
    """本人を識別できる情報は受け取らない: of these alone, and other information may come."""
    told = (part.told for part in parts.values())
    return any(clause is not None and clause.act == "identify" for clause in told)


@dataclass(frozen=True, slots=True)
class Told:
    """`says` states, only or never."""

    says: str
    way: Way
    matter: str
    again: bool = False  # what goes is that of the clause before: 受け取るだけで、送ることはない
    own: str = ""  # the system of the own side, if one is named
    of: str = ""  # what alone the sentence is about: 結果については

    @property
    def denied(self) -> str:
        """The direction in which nothing goes; empty if it says nothing of the kind."""
        what = key(self.way.what)
        general = ALL.fullmatch(what) or (self.says == "only" and _KIND.search(what))
        named = len(what) >= SAME and _REGISTER.search(what)
        if self.says == "states" or named or self.of or not (general or self.again):
            return ""
        return self._other

    @property
    def _other(self) -> str:
        return self.way.direction if self.says == "never" else OTHER[self.way.direction]

    def denies(self, way: Way) -> bool:
        """Whether nothing goes as another place says: at all, or not this very thing."""
        if self.denied:
            return way.direction == self.denied
        if self.says == "states" or way.direction != self._other or self.way.partner != way.partner:
            return False
        what, other = (key(each).replace("の", "") for each in (self.way.what, way.what))
        end = other.rfind(what) if len(what) >= SAME else -1
        return end >= 0 and (
            end + len(what) == len(other) or bool(_SHEET.fullmatch(other[end + len(what) :]))
        )


class Reader:
    """Reads who gives to whom; parties are the own side, or partners of the flows."""

    def __init__(self, builder: Builder, rows: Sequence[Row] = ()) -> None:
        self.builder = builder
        self.ends = Ends(builder, rows)
        self.partners = self.ends.partners
        self.last: list[str] = []

    def sentence(self, each: Said) -> Iterator[Told]:
        """What a sentence tells, and what stands in its brackets, of whom it says that."""
        self.last = []
        for match in _ONE_WAY[-1].finditer(each.text) if _MAY_BE_ONE_WAY.search(each.text) else ():
            yield from self._one_way(match, each)
        for inner in _BRACKET.finditer(each.text):
            front = each.text[: inner.start()]
            name = _NAME.split(front)[-1]
            text = _TAKEN.sub("受信", inner[1])
            told = replace(each, text=text, before=each.before + front, about=name)
            named = self.ends.one(name, each.matter)
            self.last = [named] if named in self.partners else self._in_front(inner, each)
            yield from self._plain(told)
        self.last = []
        text = _ONLY_WAY.sub(r"\g<way>", each.text)
        yield from self._plain(replace(each, text=without_brackets(text)))

    def _in_front(self, inner: re.Match[str], each: Said) -> list[str]:
        """甲から情報を受け取る機能（受信専用）: of whom the clause in front of a bracket speaks."""
        self.last = []
        if not _ALONE.match(inner[1]):
            return []
        front = without_brackets(each.text[: inner.start()])
        list(self._plain(replace(each, text=front)))
        match = _AT.match(_BULLET.sub("", front))
        named = self.ends.one(match["who"], each.matter) if match else ""
        return self.last or ([named] if named in self.partners else [])

    def _plain(self, each: Said) -> Iterator[Told]:
        plain = _SOON.sub("", _RANGE.sub("項目", _BULLET.sub("", each.text)))
        plain = without_sides(_DEDICATED.sub("のみ", plain))
        found = frames(plain)
        shapes = _ONE_WAY[:-1] if _MAY_BE_ONE_WAY.search(plain) else ()
        for match in (one for shape in shapes for one in shape.finditer(plain)):
            yield from self._one_way(match, each)
        if _BOTH_WAYS.search(plain):
            yield from self._both_ways(plain, each)
        for deed in deeds(found, plain):
            yield from self._deed(deed, found, each)
            yield from self._others(deed, plain, each)

    def _one_way(self, match: re.Match[str], each: Said) -> Iterator[Told]:
        """甲課から乙課への一方向; a section that is no partner is one of the own side."""
        sides = []
        for name in ("giver", "taker"):
            printed = match[name] or ""
            before = each.before + each.text
            found = self.ends.one(printed, each.matter, before) if printed else ""
            sides.append(found or self.ends.section(printed))
        if not any(sides):
            return
        for direction, named, own in self.ends.pairs(sides[0], sides[1], True):
            partner = named or next(iter(self._linked(each)), "")
            if partner:
                self.last = [partner]
                way = Way(direction, partner, "", each.passage, each.text)
                yield Told("only", way, each.matter, own=own)

    def _both_ways(self, plain: str, each: Said) -> Iterator[Told]:
        """相互に送受信する: with whom it names, or with the only partner of the sheet."""
        named = parties.within(self.builder, plain)
        one = parties.only_partner(self.builder, each.matter) if each.matter else []
        partner = named if named in self.partners else "".join(one)
        for direction in OTHER if partner in self.partners else ():
            way = Way(direction, partner, "", each.passage, each.text)
            yield Told("states", way, each.matter)

    def _others(self, deed: Deed, plain: str, each: Said) -> Iterator[Told]:
        """甲からは…を、乙からは…を受け取る: one verb for several."""
        if deed.says != "states" or deed.frame.denied:
            return
        for match in _EACH.finditer(plain[: deed.frame.start]):
            partner = self.ends.one(match["who"], each.matter)
            fits = (match["role"] == "から") == (deed.act == "receive")
            if partner in self.partners and fits:
                direction = "receive" if deed.act == "receive" else "send"
                yield Told(
                    "states", Way(direction, partner, "", each.passage, each.text), each.matter
                )

    def _deed(self, deed: Deed, found: Sequence[Frame], each: Said) -> Iterator[Told]:
        gives, frame, parts = deed.act == "give", deed.frame, deed.parts
        into = not gives and deed.verb in _INTO and "に" in parts
        sources = ("から", "から?") if into else ("から", "に", "から?")
        givers = self._first(parts, ("から", "が", "は", "から?") if gives else sources, each)
        takers = self._first(parts, ("に", "に?") if gives or into else ("が", "は", "に?"), each)
        where = parts.get("で")
        if deed.says == "never" and any(o.supposed and o.end <= frame.start for o in found):
            return  # 番号が一致しないときは取り込まない: else it is taken in
        if deed.says == "never" and (_UNTIL.search(each.text) or _identifies(parts)):
            return
        by_way = where and not (_LINE.search(fold(where.text)) or _with(where))
        gathers = deed.verb in _GATHERS and takers and not givers and deed.says == "states"
        if gathers or "?" in (*givers, *takers) or (by_way and deed.says != "states"):
            return  # 紙で渡すことはない: it goes in another way
        what = spoken_of(self._of_all(self._what(deed, found, each), each.matter), each, frame)
        if deed.says == "only" and any(p.topic and _with(p) for p in parts.values()):
            what = ""  # 甲社とのやり取りは、結果の受領のみである: of all that is exchanged
        if _LEAVE.search(key(what)) and not _DATA.search(key(what)):
            return
        report = _RUNNING.match(key(what)) if what else _NEWS_ONLY.match(deed.verb)
        if deed.verb in _REPORTS and report and deed.says == "states":
            return
        part = parts.get("を")
        ends = [other.end for other in found if other.end < frame.start and other.act]
        again = bool(part and ends and part.start < max(ends))
        pairs = self._pairs(parts, givers, takers, each, gives=gives)
        for direction, partner, own in pairs if parts or not frame.of else ():
            row = self._of_row(each) if partner in self.ends.inner else []
            turned = OTHER[direction] == ("send" if gives else "receive")
            if deed.says == "never" and turned and partner in self.ends.inner and self.last:
                # 本システムは甲から受け取るだけで、送ることはない: to him
                direction, row = OTHER[direction], self.last
            partners = row or ([partner] if partner else self._unsaid(deed, found, each))
            for one in partners:
                self.last = partners
                way = Way(direction, one, what, each.passage, each.text)
                item = bool(what) and not again and bool(self.builder.find_item(what))
                of = what if what == about(each) or item else ""
                yield Told(deed.says, way, each.matter, again, own, of)

    def _of_all(self, what: str, matter: str) -> str:
        """会員の情報 is all that there is of those whom the file is about."""
        told = _WHOSE.fullmatch(key(what))
        if told is None or not matter:
            return what
        groups = [str(each["label"]) for each in self.builder.of_matter("subjects", matter)]
        titles = [str(e["title"]) for e in self.builder.list_of("matters") if e["id"] == matter]
        own = any(key(label).endswith(told["who"]) for label in groups)
        return told["what"] if own or any(told["who"] in key(one) for one in titles) else what

    def _pairs(
        self,
        parts: dict[str, Part],
        givers: list[str],
        takers: list[str],
        each: Said,
        *,
        gives: bool,
    ) -> Iterator[tuple[str, str, str]]:
        found = [
            pair
            for giver in givers or [""]
            for taker in takers or [""]
            for pair in self.ends.pairs(giver, taker, gives)
        ]
        yield from found or self._with_system(parts, each)
        said = {role for role in parts if role not in ("を", "で", "")}
        known = (each.about and self.last) or self._linked(each)
        if not found and not said and known:  # 専用回線（受信のみ）: of the own side
            yield ("send" if gives else "receive"), "", ""

    def _unsaid(self, deed: Deed, found: Sequence[Frame], each: Said) -> list[str]:
        """Whom a clause means that names none: its topic, or the one told of before it."""
        around = (self._topic(frame.parts, each) for frame in found if frame.end > deed.frame.start)
        before = (self._topic(frame.parts, each) for frame in found)
        return (
            self._topic(deed.parts, each)
            or self.last
            or self._of_row(each)
            or next((one for one in (*around, *before) if one), [])
            or self._meant(deed, each)
        )

    def _meant(self, deed: Deed, each: Said) -> list[str]:
        """市から番号を送り、相手方から残額を受け取る: who is linked, if the sentence has him."""
        found = self._linked(each)
        there = deed.says != "states" or _OTHER_SIDE.search(each.text)
        named = found and parties.within(self.builder, each.text) == found[0]
        return found if there or named else []

    def _linked(self, each: Said) -> list[str]:
        """The one partner of a link, on whose sheet nobody else can be meant: 受信のみを行う."""
        linked = [
            id_
            for id_, relation in parties.receivers(self.builder, each.matter or "-")
            if relation == "link"
        ]
        return linked if len(set(linked)) == 1 else []

    def _of_row(self, each: Said) -> list[str]:
        """The partner in front of the cell: 甲社 | 市の端末から登録する。"""
        found = self.ends.one(each.head, each.matter) if each.head else ""
        return [found] if found in self.partners else []

    def _what(self, deed: Deed, found: Sequence[Frame], each: Said) -> str:
        """What goes; これ is the topic of the sentence, as what it is said to be about."""
        told = (
            OFTEN.sub("", p.text)
            for r in ("を", "は", "が")
            if (p := deed.parts.get(r)) and not (self._all(p, each) or _with(p))
            if act_of(p.head) != deed.act
        )
        what = next(told, "" if deed.verb != deed.frame.verb else deed.frame.of)
        if what in ("", *_POINTS, *_NEWS) and (only := about(each)):
            return only
        if not what and deed.says == "never":
            kept = topics_before(found, deed.frame)
            there = (p for p in kept if not (self._all(p, each) or _LINE.search(p.text)))
            return next((p.text for p in there if not _with(p)), "")
        if what not in _POINTS:
            return what
        topics = (f.parts[r] for f in found for r in ("は", "を") if r in f.parts)
        return next(
            (p.text for p in topics if p.text not in _POINTS and not self._all(p, each)), what
        )

    def _with_system(self, parts: dict[str, Part], each: Said) -> Iterator[tuple[str, str, str]]:
        """市の端末から甲システムへ: a system that the own side uses, and its own machines."""
        ends = [parts.get(role) for role in ("から", "に")]
        names = [part.text if part else "" for part in ends]
        own = [self.ends.machine(name) for name in names]
        if not all(names) or sum(own) != 1:
            return
        found = parties.find(self.builder, names[own.index(False)])
        if found and self.builder.holder_entity(found)["kind"] == "system":
            whose = "".join(self._of_row(each)) or found  # 甲社 | …から本システムに登録する
            yield ("send" if own[0] else "receive"), whose, ""

    def _first(self, parts: dict[str, Part], roles: Sequence[str], each: Said) -> list[str]:
        """The parties of the first of these parts that is one; ? if it is somebody unknown."""
        held = [(role, parts[role]) for role in roles if role in parts]
        if {role for role, _ in held} <= {"が", "は"}:  # 同署が作成し、市は受け取る
            held.sort(key=lambda each: -each[1].start)
        for role, part in held:
            later = (p for r, p in held if r in ("が", "は") and p.start > part.end)
            if role == "から" and part.topic and any(later):
                continue  # 甲からは受け取るのみで、市が甲に送ることはない
            if part.besides:
                return ["?"]
            if found := self._all(part, each):
                return found
            if self.ends.machine(part.text):
                continue
            pointed = part.text.startswith("同") and len(part.text) <= 3
            if role in ("から", "に") and not pointed and not _WHEN.search(part.text):
                return ["?"]
        return []

    def _topic(self, parts: dict[str, Part], each: Said) -> list[str]:
        for role in ("と", "は", "で"):
            part = parts.get(role)
            named = _with(part) if part else ""
            found = self.ends.all(named, each.matter, each.before + each.text) if named else []
            found = found or (self._all(part, each) if part and role != "で" else [])
            if found and "own" not in found:
                return found
        return []

    def _who(self, part: Part, each: Said) -> str:
        return self.ends.one(part.text, each.matter, each.before + each.text)

    def _all(self, part: Part, each: Said) -> list[str]:
        return self.ends.all(part.text, each.matter, each.before + each.text)
