"""Ways of handing over that sentences tell: who hands what to whom, by what, and whether only so.

A clause hands over if its verb does (sentences.json: give, receive, link). What is done to that end
in front of it, 「CD-Rに記録し、郵送する」, tells its way, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.handover import clause, nominal
from nagarezu.importing.draft.handover.ends import (
    HANDS,
    Ends,
    EndsReader,
    carried,
    handed,
    is_handing,
    on_paper,
    word,
)
from nagarezu.importing.draft.handover.heads import Heads
from nagarezu.importing.draft.handover.names import Names
from nagarezu.importing.draft.handover.places import begins_paper
from nagarezu.importing.draft.handover.statement import Statement
from nagarezu.importing.fields import by_what
from nagarezu.importing.fields.reentrusted import FIRM
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets
from nagarezu.importing.sentences.frames import Frame, frames

_SENTENCE = re.compile(r"[^。\n]+。?|\n")
_BRACKET = re.compile(r"[(（]([^()（）]{8,})[)）]")
_AS_IT_IS = re.compile(r"て(?:いる|おり|います)(?:が|ため|ので)?[、。]?$|ておりますが")
_CLAUSE = re.compile(r"(?:^|[、。はがにの])[甲乙丙](?=[はがにのへと])")
_ALL = re.compile(r"全て|すべて|一切|限[りるっ]|のみ|だけ")
_LISTED = re.compile(  # (1), ア, 措置15, and of a step 2-②
    r"^[(（]?(?:[0-9]{1,2}|[ア-ン]|[①-⑳]|[a-z])(?:-(?:[0-9]{1,2}|[①-⑳]|[a-z]))?(?:[)）.]+\s*|\s+)"
    r"|^(?:(?:措置|対策)[ ]?|[A-Z]-)[0-9]{1,2}(?:-[0-9]{1,2})?\s+|^[・※*\s]+"
)
_REMARK = re.compile(  # the label of a printed line, in front of its sentence
    r"^\s*[【\[]?(?:備考|摘要|特記事項|参考事項|注記|補足(?:事項)?|その他)[】\]]?(?:\s+|\s*:\s*)(?=\S)"
)
_ABOUT = re.compile(  # 配送票 受託者が…渡す。, not a name and what it does
    r"(?P<thing>[^\s。、|()はがをにでへ]{2,16}(?:[票書表簿帳]|DVD-R|CD-R|USBメモリ|ディスク|メモリ|媒体))\s+(?=[^\s][^\n]*。)"
)
_NAMED = re.compile(  # the handing over that a bracket behind it tells more of
    r"[^\s。、|()]{0,24}(?:納品|提供|引き?渡し?|受け?渡し?|送付|送信|返却|授受|移転|連携|結合)$"
)
_BY_HOW = re.compile(  # 申請書の引渡し（週1回、手渡し）, on a line of its own
    rf"{_NAMED.pattern.removesuffix('$')}[(（](?P<how>[^()（）]+)[)）]\s*$"
)
_NO_OTHER = re.compile(
    r"(?:以外の|ほかの|他の|別の)(?:方法|手段|媒体|経路)[^。]{0,10}?(?:ない|ません|[らわせ]ず|ぬ)"
    r"|(?:方法|手段|経路)は、?(?:この|これら?の?|以上の?|上記の?|上の)?(?:[0-9一二三四五六](?:つ|通り|とおり|種類?|者|方法)?|ところ|もの|方法|とおり)?"
    r"(?:に?限[るらり定]|のみ|だけ|に?とどま|に?尽き)"
    r"|(?:データ|(?:電子|電磁|記録)的?(?:記録)?媒体|回線|オンライン|ネットワーク)(?:による|での|を(?:用い|介し|使っ)た)"
    r"(?:受け?渡し?|引き?渡し?|授受|提供|送付|やり取り)は、?(?:一切)?(?:行わ|し|せ)(?:ない|ません|ず)"
    r"|(?:受け?渡し?|引き?渡し?|授受|提供|送付|やり取り)は、?(?:この|これらの?|以上の?|上記の?|上の)"
    r"(?:[0-9一二三四五](?:つ|通り|とおり|種類?|方法)|(?:もの|方法|とおり))"
    r"(?:で(?:全て|すべて|全部)|に?限|のみ|だけ|に?尽き|しかな)"
)
_SHEET = re.compile(  # 予約者一覧表の受渡し: how one paper goes says nothing of the others
    r"(?:一覧表|[票書表])(?:の(?:引き?渡し?|受け?渡し?|授受))?$"
)
_OF_ONE = re.compile(  # DVD-Rの受渡しは: how one medium goes says nothing of the others
    r"の(?:受け?渡し?|引き?渡し?|授受|提供|送付|搬送|運搬|納品|貸与)(?:の?方法)?は"
)
_COLUMNS = re.compile(r"\s/\s")
_PAPER = re.compile(r"(?:本|別添の?)?(?:資料|評価書|別紙)")  # a part of what is being read
_COUNTER = re.compile("窓口(?:に?で|において)")  # where persons come, and no one partner
_FURTHER = re.compile("窓口|再委託|再受託|回線|ネットワーク|LGWAN|システム|本人|者から")
_HOW = ("方法", "手段", "形", "形式", "方式")
_LONGEST_LABEL = 16  # characters
_AFTER = 4  # characters behind a verb that may close it: 見るのみ
_ASIDE = re.compile(
    r"\([^()]{2,7}\)"
)  # 引渡し（週1回、手渡し）: longer ones are read by themselves
_DENIED_NEXT = re.compile(r"[、。][^。、]*(?:ない|ません)")  # 画面だけで行い、紙は渡さない
_DONE_BY = re.compile("よる|行う|用いる|使う|使用|利用|限る|とる|採る|する")
_POSTS = ("発送", "投函")  # to the persons, unless it says to whom
_MOVED = re.compile("移転$")  # from one section of the office to another
_BACK = re.compile("返却|返還|返す|回収")  # what is carried goes back as it came, unless
_RECORDED = re.compile("に(?:収め|記録|格納|保存|書き込|入れ|収録)")  # something new is on it
_TAKEN_IN = re.compile(r"[^、。は]{0,8}(?:入手|取得|収集)の?(?:方法|手段)は")
_TICKS = re.compile(r"^.*\[[ ]?[○◯●〇✓]?[ ]?\][^\n。]*(?:\n|$)", re.DOTALL)


def _unticked(said: str) -> str:
    """A sentence without the boxes above it: [○]庁内連携システム [ ]紙 are answers of a form."""
    return _TICKS.sub("", said) if "[" in said else said


_WHAT_FOR = re.compile("用途|使途|必要性")
_WE_DO = re.compile(r"[区市町村県]が(?:行う|講[じず]る|とる)")
_SENT = re.compile("送信|送付|提供|交付|引き?渡し?")


def _sent_by_us(frame: Frame, label: str) -> bool:
    """データの送信は…に限る, in the row of what the own side does: so it is what it sends."""
    topics = [part.head for part in clause.every(frame) if part.topic]
    return bool(_WE_DO.search(key(label))) and any(map(_SENT.fullmatch, topics))


class Sentences:
    """Reads cells and lines in reading order; heads above a line say whom it is about."""

    def __init__(self, names: Names, *, in_force: bool = False) -> None:
        self.names = names
        self.heads = Heads(names)
        self.own = names.builder.own
        self.ends = EndsReader(names)
        self.in_force = in_force  # what the document says to be done is no state to be mended
        self.media = self.how = False  # whether the head above speaks of media, of ways

    def read(
        self, matter: str, cell: Passage, label: str = "", row: str = ""
    ) -> Iterator[Statement]:
        """The statements of a cell or paragraph; `label` stands in front of it, `row` beside it."""
        text, before = fold(cell.text), ""
        if "→" in text or ("/" in text and len(_COLUMNS.findall(text)) > 1):
            return  # drawn lines are read as such; a line of heads says nothing
        if row and any(word(name).search(key(text)) for name in ("medium_row", "way_row")):
            return  # the label of a row, not a sentence
        if row and _WHAT_FOR.search(key(label)):
            return  # 提供先における用途　磁気ディスクへの記録: what the taker does with it
        if not row and begins_paper(text):  # the heads of the last paper are closed
            self.heads.clear()
        how = _BY_HOW.search(text) if text.rstrip().endswith((")", "）")) else None
        sentence = how is not None and by_what.any_way().search(how["how"])
        head = not sentence and self.heads.add(text) and not row
        if not (head or row) and self._begins(text):
            return
        row_of = head and word("medium_row").search(key(self.heads.above))  # (1) CD-R
        if row_of or (self.media and not row and not head and "。" not in text):
            yield from nominal.listed(cell, matter, self.heads.partner or self.names.only(matter))
            return
        if head:
            self.media = bool(word("medium_row").search(key(self.heads.label)))
            self.how = bool(word("way_row").search(key(self.heads.label)))
            return
        outer = text
        for inner in _BRACKET.finditer(text):
            outer = outer.replace(inner.group(), "" if "。" in inner[1] else inner.group(), 1)
            named = _NAMED.search(text[: inner.start()])
            for said in _SENTENCE.findall(inner[1]):
                about = f"{named[0]}は、{said}" if named and "は" not in said else said
                yield from self._sentence(about, matter, cell, label, text[: inner.start()], row)
        told: list[Statement] = []
        for said in map(_unticked, _SENTENCE.findall(outer)):
            if by_what.names_way(said):
                yield from nominal.of_media(self.names, said, matter, cell)
                told.extend(nominal.of_handing(self.names, said, matter, cell))
                told.extend(self._sentence(said, matter, cell, label, before, row))
            if _NO_OTHER.search(said):  # これ以外の方法は用いない, of what was said right before
                told.extend(nominal.more_ways(told, before))
                told = [one for each in told for one in self._closed(each)]
            before += said
        yield from told

    def _closed(self, told: Statement) -> Iterator[Statement]:
        """データによる受渡しは行わない: of whom it is said, else of each that gets something."""
        unsaid = not told.partner and told.matter and told.direction != "receive"
        found = self.names.all_of(told.matter, alike=True) if unsaid else []
        for each in found or [told.partner]:
            yield replace(told, partner=each, only=bool(each))

    def _begins(self, text: str) -> bool:
        """受渡しの方法, on a line of its own without a number: what follows is about that."""
        label = key(text)
        if "。" in text or len(label) > _LONGEST_LABEL or _LISTED.match(text.lstrip()):
            return False
        media, how = (bool(word(name).search(label)) for name in ("medium_row", "way_row"))
        if media or how or not by_what.names_way(text):
            self.media, self.how = media, how
        return media or how

    def _knows(self, name: str) -> bool:
        """Whether a name is a partner's, or the end of one: 陸上協会 of 甲市陸上協会."""
        return bool(self.names.alone(name) or self.names.find(name))

    def _sentence(
        self, said: str, matter: str, cell: Passage, label: str, before: str, row: str
    ) -> Iterator[Statement]:
        said = _REMARK.sub("", fold(said))
        plain = self._about(_LISTED.sub("", said.lstrip()))
        plain = fold(tidy(plain))  # tidy joins ア and what follows
        if not by_what.names_way(plain) or nominal.NOT_NOW.search(plain) or _CLAUSE.search(plain):
            return
        strangers = filter(None, map(FIRM.match, (plain, label)))
        if any(not self._knows(each.group()) for each in strangers):
            return  # told of somebody whom the lists do not know, not of the one partner
        if not row and not self.in_force and _AS_IT_IS.search(plain):
            return
        if _TAKEN_IN.match(plain) and not self.names.alone(plain):
            return  # from persons and from anybody: no way of the one partner
        found = frames(plain)
        start = 0
        for frame in found:
            segment = plain[start : frame.end] + frame.of
            if frame.of in _HOW:
                continue  # これを郵送する方法で渡す
            if frame.denied and "以外" not in segment:
                start = frame.end
                continue
            aside = _ASIDE.match(plain, frame.end)
            closed = segment + plain[frame.end : aside.end() if aside else frame.end + _AFTER]
            closed = carried(frame, start, found) + closed
            if _DENIED_NEXT.match(plain, frame.end):
                closed = segment
            if self._hands(frame, closed) and not frame.supposed:
                yield from self._frame(
                    frame,
                    closed,
                    plain,
                    matter,
                    cell,
                    label,
                    before,
                    row,
                )
                start = frame.end
            elif not (frame.of or frame.act == "is" or clause.prepares(frame)):
                start = frame.end

    def _about(self, said: str) -> str:
        """エ 調整指示書　委託先が送る。: the line is about the thing in front of the gap."""
        head = _ABOUT.match(said)
        if head is None or self.names.alone(head["thing"]) or self.names.is_own(head["thing"]):
            return said
        return f"{head['thing']}は、{said[head.end() :]}"

    def _carries(self, thing: str) -> bool:
        """紙（配達票、調整指示書）: what a row of media names holds what the lists name."""
        matters = self.names.builder.list_of("matters")
        media = (str(each["label"]) for one in matters for each in one.get("media", []))
        return len(thing) > 2 and any(thing in label for label in media)

    def _hands(self, frame: Frame, segment: str) -> bool:
        to = frame.parts.get("に")
        unsaid = to is None or by_what.names_way(to.text)
        back = _BACK.search(frame.verb) and not (self.how or _RECORDED.search(segment))
        if back or (frame.verb in _POSTS and unsaid):
            return False
        if frame.act in HANDS or compiled(word("more_hands")).fullmatch(frame.verb):
            return True
        if clause.prepares(frame) and any(
            each.topic and is_handing(each) for each in clause.every(frame)
        ):
            return True  # 納品は、共有フォルダに置く
        if frame.act == "view":
            return bool(_ALL.search(segment))
        if frame.act == "is" or _DONE_BY.fullmatch(frame.verb):
            return any(is_handing(part) and part.particle != "で" for part in clause.every(frame))
        return False

    def _frame(
        self,
        frame: Frame,
        segment: str,
        plain: str,
        matter: str,
        cell: Passage,
        label: str,
        before: str,
        row: str,
    ) -> Iterator[Statement]:
        what = self._what(frame)
        if frame.act != "link" and (
            any(clause.no_data(each) and not self._carries(each) for each in clause.things(frame))
            or clause.only_tells(frame, plain)
            or clause.opens(frame)
            or clause.of_incident(frame, plain)
            or clause.of_letter(frame)
        ):
            return
        if _PAPER.match(frame.of):  # あらかじめ郵送した資料1をご覧ください
            return
        ends = self.ends.of(frame, matter, before)
        if ends.inside:
            return
        ends.unknown = ends.unknown or self._within_office(frame, matter)
        if ends.person or clause.of_anything(frame, ends, segment):
            self.ends.note(ends, clause.things(frame))
            return
        sent = list(clause.things(frame)) or [frame.verb]  # 回答は郵便で受ける
        if self.ends.of_persons(ends, sent, before + plain):
            return
        ways = clause.ways(segment)
        ways = [on_paper(self.names, each, what or handed(frame), matter) for each in ways]
        if not ways:
            return
        partner = ends.other or next(
            (each for each in (ends.taker, ends.giver) if each not in ("", "?", self.own)), ""
        )
        partner = partner or self._around(plain, before, label, row, matter, ends, cell)
        direction = self.ends.direction(frame, ends, partner)
        direction = direction or ("send" if _sent_by_us(frame, label) else "")
        how = self.how or (row and word("way_row").search(key(without_brackets(label))))
        only = bool(how) or self._only(frame, segment)
        unsaid = not (partner or ends.unknown or ends.person or frame.act == "link")
        if only and unsaid and matter:
            partner, *ends.more = self.names.all_of(matter, alike=True) or [
                ""
            ]  # 受渡しは…による: of each
        only = only and bool(partner)
        for each in ways:
            if (each.line == "view" and not only) or clause.of_what(frame, each):
                continue
            stated = Statement(
                partner, direction, what, each, cell, matter, only=only, printed=plain
            )
            back = bool(_BACK.search(frame.verb))
            stated = replace(stated, links=frame.act == "link" and not how, back=back)
            yield stated
            for other in ends.more:
                yield replace(stated, partner=other)

    def _around(
        self, plain: str, before: str, label: str, row: str, matter: str, ends: Ends, cell: Passage
    ) -> str:
        """The partner of whom the sentence, what stands before it, its row or a head speaks."""
        if ends.unknown:
            return ""
        way_row = bool(row) and word("way_row").search(key(without_brackets(label)))
        of_block = way_row or _NO_OTHER.search(fold(cell.text))  # 渡し方 in the column of a block
        several = self.names.several(plain, matter)
        if several:
            before = ""  # 提供先に渡す where there are two: no one of them, nor who was named last
        return (
            self.names.alone(plain)
            or self.names.of_role(plain, matter)
            or self.names.last(before)
            or self.names.alone(label)
            or self.names.of_role(label, matter)
            or self.names.alone(row)
            or self.names.numbered(row)
            or (self.names.of_block(cell) if of_block else "")
            or ("" if several else self.heads.partner)
            or ("" if _COUNTER.search(plain) else self.names.only(matter, label))
            or ("" if _FURTHER.search(plain) else self.names.contractor(matter))
        )

    def _what(self, frame: Frame) -> str:
        for particle in ("は", "を", "が"):
            part = frame.parts.get(particle)
            if part is None or is_handing(part):
                continue
            if by_what.of_phrase(part.head).thing:
                return ""
            if particle != "を" and (self.names.find(part.text) or self.names.is_own(part.text)):
                continue
            return part.text
        return ""

    def _within_office(self, frame: Frame, matter: str) -> bool:
        """移転は、庁内の網を経由して行う beside one contractor: no way to him."""
        moved = _MOVED.search(frame.verb) or any(
            part.topic and _MOVED.search(part.head) for part in clause.every(frame)
        )
        receivers = parties.receivers(self.names.builder, matter) if moved and matter else ()
        taken = any(relation == "transfer" for _, relation in receivers)
        return bool(moved) and not taken

    def _only(self, frame: Frame, segment: str) -> bool:
        """Whether a clause says that there is no other way, or how the handing over is done."""
        whole = not any(_SHEET.search(each) for each in clause.things(frame))
        ways = list(by_what.any_way().finditer(segment))
        if any(_OF_ONE.match(segment, each.end()) for each in ways):
            return False
        verb = frame.verb
        topics = [part.text for part in clause.every(frame) if part.topic and is_handing(part)]
        topics += [f"{verb}{of}{topic}" for of in ("", "方法", "の方法") for topic in "はも"]
        about = next((topic for topic in topics if topic in segment), "") if whole else ""
        if about and by_what.any_way().search(segment.replace(about, "", 1)):
            return True  # 送付は、郵便で行う; 持参は2人で行う only tells by whom
        return any(
            compiled(
                r"[^、。]{0,8}?(?:のみ|だけ|に限|以外(?:の[^、。]{0,6})?(?:に|では|によ|は|を))"
            ).match(
                segment[each.end() :],
            )
            for each in ways
        )
