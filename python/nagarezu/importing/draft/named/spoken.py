"""Items that running text speaks of, though no list of those whom it is about has them.

「案内の際に続柄を確かめる」 says that 続柄 is there. It is a claim where the lists of the holder
lack it whom the sentence, its row or the head above it names; and of the matter, where nothing
else of that matter names such an item. What is denied, supposed, or told of staff says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.claims import named_items, things, told_items
from nagarezu.importing.draft.named import blocks, matter_rows
from nagarezu.importing.draft.named.kinds import Kind, kinds, may_name, names_kind
from nagarezu.importing.draft.named.outline import Columns, Outline, in_front_of_steps
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy
from nagarezu.importing.sentences.frames import Frame, frames
from nagarezu.importing.sentences.parts import Part

_MOST = 4_000  # rows; a table of so many has no sentences
_SENTENCE = re.compile(r"[^。\n(（)）]+[。]?")
_SHORTEST = 6
_AGENT = ("が", "は")
_MARK = re.compile(r"^\s*(?:[(]?[0-9]{1,2}[).]?|[①-⑳]|[ア-ン])[ \u3000]+")  # 2　同社は、…
_SAME = re.compile(r"同(?:社|法人|組合|協会|機構|公社|事業者|団体|会|所)")
_OF_PAPER = re.compile("の(?:ある|ない|付いた|入った)|付き|入りの")  # 顔写真のある書類 is looked at
_GIVES = re.compile(r"[にへ](?:は)?、?[^。]{2,120}を[^。を]{0,24}(?:移転|提供|送|渡|届|連携)")
_PAPER = re.compile(r"(?:手帳|通帳|カード|証)$")
_COPY = re.compile(r"(?:等|など)?の?(?:写し|コピー|原本|現物)")
_ON_PAPER = re.compile(r"の番号$|免許証?の|個人番号|マイナンバー")  # a number may only be looked at
_SHOWN = re.compile(r"持参|提示|提出|添付|返す|返却|返還|見せる|示す")
_ABOUT = re.compile(r"(?P<who>[^、。はがをに]{2,24})は、?")
_ASKS = re.compile("聞き|尋ね|問い|聴|から(?:取得|収集|受け|得)|収集|取得|入手|記入|申告")
_OF_STAFF = re.compile(
    r"(?:届け?出|提出|報告|通知)させ(?:る|ている)。?$"
)  # what a contractor's staff tell
# 金融機関及び勤務先への照会: who is asked, and nothing that anybody holds
_ASKED = re.compile(
    r"(?:の担当者?)?(?:への|に対する)(?:照会|調査|問い?合わ?せ|聞き?取り|聴取)"
    r"|(?:の担当者?)?からの(?:回答|報告|通知|聴取|聞き?取り|情報|提供)"
)
_NEAR = 2  # rows above a sentence in which 同社 is named


@cache
def _word(name: str) -> re.Pattern[str]:
    return re.compile(rules("spoken")[name])


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Claims that somebody has an item, from the sentences of each matter."""
    if len(rows) > _MOST:
        return
    collected = frozenset(
        (row.grid, n)
        for row in rows
        for n, cell in enumerate(row.cells)
        if row.grid and len(row.filled) > _NEAR and _word("collected").fullmatch(key(cell.text))
    )
    for matter, part in matter_rows.by_matter(builder, rows):
        _Reader(builder, matter, part, collected).read()


_WHY = re.compile("必要性|メリット|効果")  # 所得を正確に把握する: what for, and no item's name
_DEFINES = re.compile(r"とは、[^。]*(?:をいう|を指す|をさす|のこと(?:である|です)?|を意味する)。?$")


class _Reader:
    """The sentences of one matter against its lists."""

    def __init__(
        self,
        builder: Builder,
        matter: str,
        rows: Sequence[Row],
        collected: Collection[tuple[int, int]] = (),
    ) -> None:
        self.collected = collected  # the columns that tell from what the items are taken
        self.builder, self.matter, self.rows = builder, matter, rows
        self.lists = [each for each in builder.of_matter("lists", matter) if each.get("holders")]
        self.texts = [key(row.text) for row in rows]
        self.outline = Outline(builder)
        self.columns = Columns(builder, rows)
        self.blocks = blocks.holders(builder, rows)
        self.before = ""  # what stands above: whom 同社 means

    def read(self) -> None:
        if not self.lists or any(each.get("open") for each in self.lists):
            return
        for at, row in enumerate(self.rows):
            self.outline.add(row)
            above = (each.text for each in self.rows[max(at - _NEAR, 0) : at])
            self.before = key("".join(above))
            if not self._may_tell(fold(row.text)) or _word("collected").match(self.texts[at]):
                continue
            label = row.filled[0].text if len(row.filled) > 1 else ""
            if label and (things.heads(label) or _WHY.search(key(label))):
                continue
            for n, cell in enumerate(row.cells):
                if not cell or (row.grid, n) in self.collected:
                    continue
                for sentence in _SENTENCE.finditer(fold(cell.text)):
                    if len(sentence.group()) >= _SHORTEST:
                        self._sentence(at, cell, sentence)

    def _may_tell(self, text: str) -> bool:
        known = names_kind(text) or _GIVES.search(text)
        return bool(known or named_items.tells(text) or _word("party").search(text))

    def _sentence(self, at: int, cell: Passage, sentence: re.Match[str]) -> None:
        text = _MARK.sub("", sentence.group())
        if _DEFINES.search(text) or _OF_STAFF.search(text):
            return
        if not self._may_tell(text) or _word("unsaid").search(text) or self._elsewhere(text):
            return
        done = self._given(at, cell, sentence, text)
        topic = self._topic(text)
        for kind, name, frame in (*_spoken(text), *self._named(text)):
            if self._of_a_party(text, name):
                continue
            taker = self._taker(text, frame, name)
            taker = taker or ("" if _agents(frame) else topic)
            holders = self._whose(at, cell, frame, kind, name, taker)
            if holders and not any(name in each or each in name for each in done):
                done.add(name)
                self._claim(cell.part(*sentence.span()), text, name, holders)

    def _topic(self, text: str) -> str:
        """受託者は、番号を用いて…: the holder outside of whom the whole sentence tells."""
        match = _ABOUT.match(text)
        return self._external(match["who"]) if match and not _ASKS.search(text) else ""

    def _elsewhere(self, text: str) -> bool:
        """別の台帳に口座番号を記録し, 講師登録ファイルでは: said of another file than this."""
        if _word("elsewhere").search(text):
            return True
        titles = [each for each in self.builder.list_of("matters") if each["id"] != self.matter]
        return bool(self.matter) and any(f"{each['title']}" in text for each in titles)

    def _of_a_party(self, text: str, name: str) -> bool:
        """甲組合の電話番号 is that of a partner, and of none of the persons."""
        front = text.partition(f"の{name}")[0] if f"の{name}" in text else ""
        who = compiled(r"[^、。・(はがをに]{2,20}$").search(front)
        return bool(who and parties.find(self.builder, who.group()))

    def _given(self, at: int, cell: Passage, sentence: re.Match[str], text: str) -> set[str]:
        """Claims of items that a sentence gives to somebody whose list lacks them."""
        done: set[str] = set()
        found = frames(text) if _GIVES.search(text) else ()
        for name, frame in named_items.given(self.builder, found):
            taker = self._taker(text, frame, name)
            lists = self._lists_of(taker) if taker and taker != self.builder.own else []
            if lists and not _has(lists, _kind_of(name), name):
                done.add(name)
                self._claim(cell.part(*sentence.span()), text, name, list(lists[0]["holders"]))
        return done

    def _named(self, text: str) -> Iterator[tuple[Kind, str, Frame]]:
        """What a sentence says to be recorded, or a party outside to work with."""
        found = frames(text) if named_items.tells(text) or _word("party").search(text) else ()
        teller = next((each for each in found if self._agent(each)), None)
        for name, frame in named_items.recorded(text, found):
            if not self.builder.find_holder(name.rpartition("の")[2]):  # 届出の甲機構への報告
                yield _kind_of(name), name, teller or frame
        if teller is not None:
            for name, frame in named_items.used(self.builder, found):
                if self._agent(frame) and not self._kept_in(frame, name):
                    yield _kind_of(name), name, frame

    def _kept_in(self, frame: Frame, name: str) -> bool:
        """甲社は、出席及び所見を甲システムに記録する: that has it, and 甲社 may have made it."""
        where = frame.part("に", "で") if frame.act == "keep" else None
        known = self.builder.find_holder(where.head) if where is not None else ""
        return bool(known) and _has(self._lists_of(known), _kind_of(name), name)

    def _claim(self, passage: Passage, text: str, name: str, holders: Sequence[str]) -> None:
        if self._told_already(passage, name):
            return
        item = self.builder.find_item(name) or self.builder.item(name, passage, name, "spoken")
        self.builder.add(
            "claims",
            {
                "id": self.builder.fresh(f"c{self.builder.count_up('claim')}"),
                "kind": "includes",
                "label": tidy(text),
                "holders": list(holders),
                "items": [item],
                **({"matter": self.matter} if self.matter else {}),
                "source": passage.source,
                "provenance": [evidence("kind", passage, "includes", "spoken", 0.7)],
            },
        )

    def _told_already(self, passage: Passage, name: str) -> bool:
        """Whether a claim of the same line has it, maybe under a longer name."""
        items = {
            id_
            for each in self.builder.list_of("claims")
            if each["kind"] == "includes" and each.get("source") == passage.source
            for id_ in each.get("items", ())
        }
        items |= {
            id_
            for flow in self.builder.of_matter("flows", self.matter)
            for proof in flow.get("provenance", ())
            if proof["rule"] == "told_items" and passage.source in str(proof.get("source", ""))
            for id_ in flow.get("items", ())
        }
        known = self.builder.list_of("items") if items else []
        return any(each["id"] in items and key(each["label"]).endswith(name) for each in known)

    def _taker(self, text: str, frame: Frame, name: str) -> str:
        """Who is given what the item is written on: 名簿に電話番号も載せて委託先に渡す."""
        found = frames(text)
        at = next((at for at, each in enumerate(found) if each is frame), len(found))
        if frame.act != "give" and not _word("put_on").fullmatch(frame.verb):
            return ""
        onto = frame.part("に")
        for number in range(max(at - 1, 0), min(at + 2, len(found))):
            each = found[number]
            to, what = each.part("に"), each.part("を", "は")
            if each.act != "give" or each.denied or each.supposed or to is None or to.besides:
                continue
            if what and what.topic and parties.is_own(self.builder, what.text):
                what = None  # 市は、名簿に電話番号を載せ、委託先に渡す
            if number < at:  # 委託先に渡す名簿に電話番号を載せる
                given = bool(each.of and onto and onto.text.endswith(each.of))
            else:
                given = what is None or name in what.text
                given = given or bool(frame.of and what and what.text.endswith(frame.of))
            if given:
                return parties.find(self.builder, to.head) or parties.by_word(self.builder, to.head)
        return ""

    def _whose(
        self, at: int, cell: Passage, frame: Frame, kind: Kind, name: str, taker: str
    ) -> Sequence[str]:
        """Whose lists lack it: the one that is named, or anybody if nothing has it."""
        told = taker or self._told(at, cell, frame)
        if told and told != self.builder.own:
            lists = self._lists_of(told)
            if lists and not _has(lists, kind, name):
                return list(lists[0]["holders"])
        if not self.matter or _has(self.lists, kind, name):
            return []
        others = (text for number, text in enumerate(self.texts) if number != at)
        if any(kind.told.search(text) for text in others):
            return []
        return list(self.lists[0]["holders"])

    def _lists_of(self, told: str) -> list[Entity]:
        """What he holds himself, in a system that he operates, or as what goes to him."""
        brought = {
            id_
            for flow in self.builder.of_matter("flows", self.matter)
            if flow.get("to") == [told]
            for id_ in flow.get("lists", [])
        }
        return [
            each
            for each in self.lists
            if told in each["holders"]
            or each["id"] in brought
            or any(
                self.builder.holder_entity(id_).get("operator") == told for id_ in each["holders"]
            )
        ]

    def _told(self, at: int, cell: Passage, frame: Frame) -> str:
        """The holder outside of whom the sentence, its row or the head above it speaks."""
        if any(
            part.particle != "を" and parties.is_own(self.builder, part.text)
            for part in _agents(frame)
        ):
            return self.builder.own
        if agent := self._agent(frame):
            return agent
        giver = frame.part("から")
        if giver is not None and self._external(giver.head):
            return self.builder.own  # 甲連合から保険料額を入手する
        lead = in_front_of_steps(cell.text)
        whole = (cell.text, self.rows[at].text) if lead is None else (lead,)
        named = next(filter(None, (_outside(self.builder, text) for text in whole)), set())
        if named:
            return named.pop() if len(named) == 1 else ""
        column = self.columns.holder(at, cell)
        return column or self.blocks.get(at, "") or self.outline.holder

    def _agent(self, frame: Frame) -> str:
        """The holder outside who does it, by name or by role."""
        return next(filter(None, (self._external(part.head) for part in _agents(frame))), "")

    def _external(self, printed: str) -> str:
        found = parties.find(self.builder, printed)
        if not found and _SAME.fullmatch(printed):
            found = parties.pointed_at(self.builder, printed, self.before)
        role = parties.by_role(self.builder, printed, self.matter)
        found = found or (role[0] if len(role) == 1 else "")
        return found if found and self.builder.holder_entity(found).get("external") else ""


def _agents(frame: Frame) -> list[Part]:
    found = [frame.parts.get(each) for each in _AGENT]
    return [part for part in found if part is not None and part.particle != "を"]


def _kind_of(name: str) -> Kind:
    """The kind of the table that a name is of, or the name itself."""
    known = next((each for each in kinds() if each.told.search(name)), None)
    named = compiled(re.escape(name))
    return known or Kind(named, named, None)


def _outside(builder: Builder, text: str) -> set[str]:
    """The holders outside whom a text names."""
    plain = key(text)
    return {
        id_
        for name, id_ in builder.names()
        if len(name) >= 3 and name in plain and builder.holder_entity(id_).get("external")
    }


def _has(lists: Sequence[Entity], kind: Kind, name: str) -> bool:
    plain = key(name)
    entries = [entry for each in lists for entry in each["entries"]]
    if any(
        plain in key(one["label"]) or kind.stands_in(key(one["label"]), plain) for one in entries
    ):
        return True
    return kind.listed is None and bool(told_items.same(entries, name))


def _spoken(text: str) -> Iterator[tuple[Kind, str, Frame]]:
    """The items of which a sentence says that something is done with them.

    病歴に当たるもの says of what kind others are, and names none.
    """
    for kind in kinds() if may_name(text) else ():
        for match in kind.told.finditer(text) if kind.needs.search(text) else ():
            found = frames(text)
            frame = next((each for each in found if _uses(each, match)), None)
            frame = frame or next((each for each in found if _stands_for(each, match)), None)
            behind = (_OF_PAPER, _ASKED, _word("kind_only"))
            other = any(each.match(text, match.end()) for each in behind)
            if frame is not None and not (other or _word("whose").search(text[: match.start()])):
                yield kind, match.group(), frame
                break


def _uses(frame: Frame, match: re.Match[str]) -> bool:
    """Whether a clause does something with what the match names."""
    part = next(
        (each for each in _parts(frame) if each.start <= match.start() and match.end() <= each.end),
        None,
    )
    if part is None or frame.denied or frame.supposed or part.besides:
        return False
    if frame.act == "leave_out" or compiled(_word("no_use")).fullmatch(frame.verb):
        return False
    if frame.verb == "照会" and "に" in frame.parts:
        return False  # 障害の程度を福祉課に照会する: another section has it
    front = part.text[: max(match.start() - part.start, 0)]
    if _word("depends").fullmatch(frame.verb) and not front.endswith("者の"):
        return False  # 学年に応じて; 相談者の住所に応じて is what somebody looks up
    behind = part.text[match.end() - part.start :] if part.start <= match.start() else ""
    paper = _PAPER.search(match.group()) or _COPY.match(behind)
    if paper and (frame.act not in ("keep", "give") or _SHOWN.fullmatch(frame.verb)):
        return False  # 手帳の写しを添えた申請書, 通帳を見て: looked at, and not what a file holds
    kept = frame.act == "keep" or _word("written").fullmatch(frame.verb)
    if _ON_PAPER.search(match.group()) and not kept:
        return False
    if frame.act == "is":
        value = frame.value.head if frame.value else ""
        if not _word("nouns").search(value):
            return False
    return bool(compiled(_word("behind")).fullmatch(behind)) or bool(
        _word("nouns").search(part.head)
    )


def _stands_for(frame: Frame, match: re.Match[str]) -> bool:
    """Whether a clause in front of it says that it is there: 記録してある電話番号."""
    there = frame.act in ("keep", "receive", "give") and not frame.denied
    return there and frame.end <= match.start() and frame.of.startswith(match.group())


def _parts(frame: Frame) -> Iterator[Part]:
    yield from frame.parts.values()
    if frame.value is not None:
        yield frame.value
