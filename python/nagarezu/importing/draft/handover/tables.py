"""Ways of handing over that tables, labelled rows and drawn lines state.

A table names partners and ways in columns (送り手 | 受け手 | 方法) or in rows (委託先, below it
受渡しの方法); a sheet has a row of its own; a drawn line is 「甲課 → 乙社（DVD-R）」.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from nagarezu.importing.draft import parties, sheet_marks
from nagarezu.importing.draft.handover.names import Names
from nagarezu.importing.draft.handover.statement import Statement
from nagarezu.importing.fields import by_what
from nagarezu.importing.fields.by_what import Way
from nagarezu.importing.fields.options import marked
from nagarezu.importing.form import handed
from nagarezu.importing.form.handed import Handed
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_ARROW = re.compile(r"\s*(?:→|⇒|➡|⟶)\s*")
_BOX = re.compile(r"[\[［〔]\s*[○◯●✓レ]?\s*[\]］〕]|[□☐☑■]\s?\S")
_LONGEST_HEAD = 16
_LONGEST_LINE = 160
_FOR = re.compile(
    r"[(](?P<whom>[^()]{1,16}?)(?:への?|に|と|から)?の?(?:引き?渡し?|受け?渡し?|提供|送付|納品|授受)?用[)]"
)
_HANDING = re.compile("処理|委託|委任|受け?渡|引き?渡|提供|授受")
_BY_NATURE = ("usb_memory", "memory_card")  # nothing is kept on these but to be carried
_PORTABLE = (*_BY_NATURE, "optical_disk", "magnetic_disk", "magnetic_tape", "paper")
_PASSED = re.compile(r"受け?渡|引き?渡|授受|やり?[取と]り|渡[すし]|送[るり付]")
_HANDED = re.compile(
    r"(?:渡す|渡し|送る|送付|送り|提供(?:する|した|情報|データ|に用いる|に使う|の際)|交付|授受|預ける|返却)[^、]{0,10}媒体$"
)
_OF_PROVISION = re.compile("提供(?:時?の)?媒体$")  # of several, each may have its own use
_RETURNED = re.compile("から|返却|返す|受け取|受領")
_DATA = re.compile(  # 紙、電子データ: these may go by a line
    r"(?:^|[、・，\s及びとや]|又は)(?:電子|電磁的)?(?:データ|記録|ファイル)(?:$|[、・，\s及びとや]|又は)"
)
_SEVERAL = re.compile(  # 委託及び提供・移転に用いる媒体等
    r"^(?:委託|提供|移転)(?:(?:及び|並びに|又は|・|、|,)(?:委託|提供|移転))+(?=に(?:用い|使)|の|時|する)"
)
_INSIDE = re.compile(
    r"(?:課|室|係|部|局|システム|サーバー?)$"
)  # of the own side, for it is no partner
_PERSONS = re.compile(r"(?<!業)(?<!託)(?:者|人|本人|世帯|保護者|住民|[市区町村]民)(?:等|全員)?$")
_BACK = re.compile(r"^(?:返し|戻し|返却|納品|受け?取り?)")
_FORTH = re.compile(r"^(?:引き?)?渡し方|^(?:送り|届け)方")
_IN = re.compile(r"(?:入手|取得)の?(?:方法|手段)$")
_NOTHING_ELSE = re.compile(
    r"(?:これ|この方法|上記)?以外の(?:方法|手段|媒体)(?:では|により|によっては|は)[^。]*(?:ない|ません|ず)"
)


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(rules("carriers")["handover"][name])


class Tables:
    """Reads tables with heads, then labelled rows; a row of partners holds for those below."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.partners: list[str] = []  # of the columns of the table at hand
        self.matter = ""
        self.issued: set[str] = set()  # where rows stand by which something goes to persons

    def with_heads(self, rows: Sequence[Row], matters: dict[str, str]) -> Iterator[Statement]:
        """The statements of all tables that name who hands what to whom in columns."""
        for table in handed.tables(rows, ways=True):
            for row in table:
                file, head = row.get("file").text, row.heads.get("file", "")
                of_file = self.names.builder.matter_called(file)
                of_file = of_file or self.names.builder.matter_called(f"{head}{file}")
                # 件名3の情報項目: whose items they are says of which sheet the row is
                of_file = of_file or sheet_marks.named(self.names.builder, row.get("items").text)
                self.matter = of_file or matters.get(str(row.row.place), "")
                yield from self._columns(row)

    def read(self, matter: str, row: Row) -> Iterator[Statement]:
        """The statements of one row with a label in front, or of a drawn line."""
        if matter != self.matter:
            self.matter, self.partners = matter, []
        cells = _from_label(_cells(row))
        if cells and _ARROW.search(row.text):
            yield from self._drawn(joined(cells, "\u3000\u3000"))
        if len(cells) > 1 and _BOX.search(row.text):
            yield from self._taken_in(cells)
        elif len(cells) > 1:
            yield from self._labelled(cells)

    def field(self, matter: str, label: Passage, value: Passage) -> Iterator[Statement]:
        """The statements of a field of one matter, wherever its label stands."""
        self.matter, self.partners = matter, []
        words = compiled(r"[【】［］〔〕《》〈〉\[\]：:■●◆◇]").sub("", label.text)
        if not _BOX.search(value.text):
            stated = list(self._labelled([replace(label, text=words), value]))
            yield from stated
            carried = [each for each in stated if each.way.thing in _PORTABLE[:-1]]
            for each in carried if len(stated) > 1 else ():  # 方法 | 紙、USBメモリ
                if not each.listed:
                    yield replace(each, listed=True, only=False, direction=each.direction or "send")

    def _columns(self, row: Handed) -> Iterator[Statement]:
        """A row of a table with heads."""
        giver, taker, way = (row.get(n) for n in ("giver", "taker", "way"))
        for end in (giver, taker):
            self.names.pair(tidy(end.text))
        if way and not giver:
            self.names.take(tidy(taker.text))
        for partner, direction in self._all_ends(giver.text, taker.text):
            yield from self._between(row, partner, direction)

    def _all_ends(self, giver: str, taker: str) -> list[tuple[str, str]]:
        """The partners of a row, several where the paper has a word for all of them."""
        groups = self.names.builder.groups
        for side, direction in ((taker, "send"), (giver, "receive")):
            if several := groups.get(key(without_brackets(tidy(side))), []):
                return [(each, direction) for each in several]
        return [self._ends(giver, taker)]

    def _between(self, row: Handed, partner: str, direction: str) -> Iterator[Statement]:
        taker, way, medium = (row.get(n) for n in ("taker", "way", "medium"))
        if not partner and _PERSONS.search(key(without_brackets(taker.text))):
            self.issued.update(row.row.whole.source.split())
        if not partner or by_what.names_more(way.text):
            return
        what = tidy(row.get("items").text)
        whole = joined([each for each in row.cells.values() if each], " ")
        media = by_what.of_cell(medium.text)
        stated = Statement(partner, direction, what, Way(), whole, self.matter, printed=way.text)
        for each in by_what.of_cell(way.text):
            if each.carried and not each.thing and len(media) == 1 and not media[0].line:
                each = Way("", media[0].thing, each.carried, f"{media[0].label}・{each.label}")
            yield replace(stated, way=each, only=True)
        for each in media:
            yield replace(stated, way=each, listed=True, only=not way, printed=medium.text)

    def _ends(self, giver: str, taker: str) -> tuple[str, str]:
        """The partner of a way, and the direction that the own side sees."""
        own = self.names.builder.own
        gives = self._meant(giver) if giver else own
        takes = self._meant(taker)
        if takes and takes != own:
            return takes, "send"
        if gives and gives != own and (takes or _INSIDE.search(key(taker))):
            return gives, "receive"
        return "", ""

    def _meant(self, printed: str) -> str:
        """The partner of that name, or the only one whose part or trade a cell names."""
        return self.names.find(tidy(printed)) or parties.by_word(self.names.builder, printed)

    def _labelled(self, cells: Sequence[Passage]) -> Iterator[Statement]:
        """A row with its label in front: 受渡しの方法 | LGWAN."""
        label = key(without_brackets(compiled(r"^[①-⑳0-9.()\s]+").sub("", fold(cells[0].text))))
        label = _SEVERAL.sub("提供", label)
        if len(label) > 2 * _LONGEST_HEAD:
            return
        if _words("partner_row").search(label):
            if not label.startswith("再") or not self.partners:
                self.partners = [self.names.find(_first(each.text)) for each in cells[1:]]
            return
        way, medium = (
            bool(_words("way_row").search(label)),
            bool(_words("medium_row").search(label)),
        )
        yield from self._taken_in(cells)
        if way or medium:
            for column, cell in enumerate(cells[1:]):
                yield from self._value(label, column, cell, listed=medium)

    def _value(
        self, label: str, column: int, cell: Passage, *, listed: bool
    ) -> Iterator[Statement]:
        if "。" in cell.text.rstrip("。\n 　") or cell.text.startswith("別"):
            return  # sentences are read as such
        named = self.partners[column] if column < len(self.partners) else ""
        of_label = self.names.of_role(label, self.matter)
        if of_label and len(self.partners) == 1:
            named = of_label  # 委託先への引渡しの方法 below 提供先
        in_column = bool(named) and len(self.partners) > 1
        named = named if len(self.partners) > 1 else self._of_block(cell) or named
        partner = named or self._of_block(cell) or of_label
        if not partner and "移転" not in label:  # 移転方法: to a section, not to the one partner
            partner = self.names.only(self.matter)
        told = {identity for _, identity in self.names.within(cell.text)}
        if cell.text.rstrip().endswith("。") and told and partner not in told:
            return  # 配達票は丙社に郵送する。: of somebody else
        several = (
            parties.by_role(self.names.builder, label, self.matter, several=True)
            if self.matter and not (self._of_block(cell) or of_label or in_column)
            else []
        )
        for each in several or [partner]:
            each = "" if each == self.names.builder.own else each
            named = each if several else named
            yield from self._of_partner(label, cell, each, named, listed=listed)

    def _of_partner(
        self, label: str, cell: Passage, partner: str, named: str, *, listed: bool
    ) -> Iterator[Statement]:
        stated = Statement(partner, "", "", Way(), cell, self.matter, printed=cell.text)
        ways = by_what.of_cell(cell.text)
        if listed and _PASSED.search(label) and ways and all(each.line for each in ways):
            listed = False  # 受渡しの媒体 | LGWAN: no medium, but the way
        if not listed:
            round_ = "receive" if _BACK.search(label) else "send" if _FORTH.search(label) else ""
            for each in () if by_what.names_more(cell.text) else by_what.of_cell(cell.text):
                yield replace(stated, way=each, only=True, direction=round_)
            return
        if _HANDED.search(label) or (len(ways) == 1 and _OF_PROVISION.search(label)):
            round_ = "receive" if _RETURNED.search(label) else "send"
            stated = replace(stated, direction=round_)
            lines = any(each.line for each in ways) or _DATA.search(cell.text)
            for each in (
                () if lines else ways
            ):  # 委託先に渡す情報の媒体 | 紙: nothing else is handed over
                yield replace(stated, way=each, only=True)
        beside = sum(map(bool, self.partners)) > 1  # the table has a row of ways, too
        media = by_what.of_cell(_opened(cell.text))
        moved = len(media) > 1 and all(each.thing in _PORTABLE for each in media)
        for each in media:
            whom = _FOR.match(_behind(cell.text, each.label))
            if whom:
                to = self._whom(whom["whom"])
                yield replace(stated, way=each, listed=True, partner=to, direction="send")
            elif named or moved or _HANDING.search(label) or each.thing in _BY_NATURE:
                yield replace(stated, way=each, listed=True, only=beside)

    def _of_block(self, cell: Passage) -> str:
        """移転方法 below 移転先1: the one in whose block of an assessment the row stands."""
        return next(iter(self.names.builder.of_block(cell)), "")

    def _whom(self, printed: str) -> str:
        found = self.names.of_role(printed, self.matter) or self.names.find(printed)
        return "" if found == self.names.builder.own else found

    def _taken_in(self, cells: Sequence[Passage]) -> Iterator[Statement]:
        """入手方法: by what anything comes in that no partner hands back."""
        if not _IN.search(key(cells[0].text)):
            return
        cell = joined(cells[1:], " ")
        text = (
            "、".join(each.text for each in marked(cell)) if _BOX.search(cell.text) else cell.text
        )
        for each in by_what.of_cell(text) if "。" not in text else ():
            yield Statement(
                "", "receive", "", each, cell, self.matter, only=True, printed=cell.text
            )

    def _drawn(self, line: Passage) -> Iterator[Statement]:
        """④　データの引渡し　　甲課　→　乙社（DVD-R、手渡し）"""
        if len(line.text) > _LONGEST_LINE or not _ARROW.search(line.text):
            return
        ends = _ARROW.split(tidy_gaps(line.text))
        if len(ends) != 2:
            return
        what, _, giver = ends[0].rpartition("  ")
        taker, bracket, ways = ends[1].partition("(")
        partner, direction = self._ends(giver, taker)
        if not partner or not bracket:
            return
        told = _NOTHING_ELSE.sub("", ways.rpartition(")")[0])
        only = told != ways.rpartition(")")[0]
        for each in by_what.of_cell(told.replace("。", "、")) if "、" not in told else _one(told):
            yield Statement(
                partner,
                direction,
                _what(what),
                each,
                line,
                self.matter,
                only=only,
                drawn=True,
                printed=line.text,
            )


def _one(told: str) -> list[Way]:
    """「暗号化したDVD-R、手渡し」 in a bracket is one way."""
    way = by_what.of_phrase(told)
    return [way] if way.certain else []


def _what(printed: str) -> str:
    plain = compiled(r"^\s*[(]?[①-⑳0-9ア-ン]{0,2}[).]?\s*").sub("", fold(printed)).strip()
    return compiled(r"の(?:引き?渡し?|受領|送付|取得|移転|提供|送信)$").sub("", plain)


def tidy_gaps(text: str) -> str:
    """In half width, each gap of a printed line as two spaces."""
    return compiled(r"[ \u3000]{2,}|\t").sub("  ", fold(text).replace("\u3000", " ")).strip()


def _first(printed: str) -> str:
    """The name of a cell of partners: 有　受託者:甲社（作成）."""
    plain = compiled(r"^(?:有|あり)?[\s:]*(?:受託者|委託先|相手方)?[\s::]*").sub(
        "", fold(printed).strip()
    )
    return compiled(r"[(、。\n]").split(plain)[0]


def _opened(text: str) -> str:
    """電磁的媒体（DVD-R、USBメモリ）: what stands in brackets, as a part of the row."""
    plain = fold(text)
    inner = "、".join(compiled(r"[(]([^()]*)[)]").findall(plain))
    return compiled(r"[(][^()]*[)]").sub("、", plain) + "、" + inner


def _behind(text: str, label: str) -> str:
    """What stands right behind the name of a medium."""
    plain = fold(text)
    name = label.split("・")[0]
    at = plain.find(name)
    return plain[at + len(name) :] if at >= 0 else ""


def _from_label(cells: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Without empty cells behind, and the cell of a head that spans rows: 提供 | 提供の媒体."""
    last = max((at for at, cell in enumerate(cells, 1) if cell), default=0)
    cells = cells[:last]
    if len(cells) < 3 or not cells[1] or _is_label(cells[0].text):
        return cells
    return cells[1:] if _is_label(cells[1].text) else cells


def _is_label(text: str) -> bool:
    label = key(without_brackets(text))
    names = ("partner_row", "way_row", "medium_row")
    return len(label) <= _LONGEST_HEAD and any(_words(name).search(label) for name in names)


def _cells(row: Row) -> tuple[Passage, ...]:
    """Cells of a ruled row, or of a printed line that leaves gaps between them.

    提供先 | 甲 | 提供先 | 乙: a label that stands in front of each value counts once.
    """
    cells = handed.celled(row).cells
    again = len(cells) > 2 and len({key(cell.text) for cell in cells[::2]}) == 1
    return (cells[0], *cells[1::2]) if again else cells
