"""Item lists of a 答申 or 諮問書: by system, by partner, by group, in whatever layout."""

from __future__ import annotations

import re
from collections.abc import Set

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.lists import Listed
from nagarezu.importing.draft.prose import systems as prose_systems
from nagarezu.importing.draft.prose.elsewhere import stands_elsewhere
from nagarezu.importing.draft.prose.held import (
    BODY,
    HANDED,
    OUT_OF,
    Held,
    behind_clause,
    held_by,
    is_handed,
    taken_from,
)
from nagarezu.importing.draft.prose.inline import items_of, one_below, whole_lines
from nagarezu.importing.draft.prose.nodes import (
    all_of,
    bracketed_parts,
    flat,
    only_remarks,
    sort,
    told_beside,
    trimmed,
    ungrouped,
)
from nagarezu.importing.draft.prose.sections import ABOUT, Sections
from nagarezu.importing.draft.prose.system_names import Systems, is_system
from nagarezu.importing.fields import items
from nagarezu.importing.fields.items import ItemList
from nagarezu.importing.form.prose.form import Prose, body, paragraphs, title_of
from nagarezu.importing.form.prose.topics import named_list
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import bracketed, fold, key, tidy, without_brackets


def read(
    builder: Builder, paper: Prose, systems: Systems, sections: Sections, cited: Set[int]
) -> list[Held]:
    """The lists of every part about items, outside the council's own reasons.

    Parts whose items are `cited` by the marks of another list hold none themselves.
    """
    reader = _Reader(builder, systems, paper, cited)
    found: list[Held] = []
    taken: set[int] = set()
    for part in paper.about("items"):
        if any(id(node) in taken for node in part.path) or id(part.node) in cited:
            continue
        taken.update(id(path[-1]) for path in part.node.walk())
        if not stands_elsewhere(part, paper):
            made = reader.of_part(part.node)
            for held in made:
                held.within = tuple(id(node) for node in part.path)
            owners = sections.of(part.path)
            found.extend(each for held in made for each in held_by(builder, held, owners))
    if not found:  # no head speaks of items: a paper of tables or lists may be called otherwise
        return found
    filled = [held for held in found if held.listed.found.entries]
    return filled or found


_GIVEN = (
    r"渡す|引き渡す|提供|送|預け|登録|連携|記録|載せ|保存|取り?扱わせ|処理させ|閲覧|入力|利用させ|委託|移転"
    r"|取り?込|格納|開示|通知|交付"
)
_HELD_BY = re.compile(
    rf"^(?P<who>.{{2,40}}?)(?:(?P<given>に対し|に|へ)、?(?:おいて)?(?:{_GIVEN})"
    r"|(?:で|が|において|により)、?(?:管理|保有|保管|取り?扱|扱|記録|処理|使用|利用|保存|登録|付与|受信|取得)|に(?:保有|記録|登録|保存|管理|蓄積)(?:され|し)て?(?:いる|た))"
    r"[^、。]{0,16}(?:項目|情報|事項|データ|もの)$"
)
_HANDLED_BY = re.compile(
    rf"^(?P<who>.{{2,30}}?)(?:に対し|に|へ|が|で)、?(?:おいて)?(?:{_GIVEN}|処理|取り?扱)[^、。]{{0,16}}$"
)
_OWN_HOLDS = re.compile(
    rf"^(?:{BODY}|(?:所管|担当|主管)課)(?:が|で|において|の)、?(?:保有|管理|収集|取得|記録|台帳)(?![^。]*(?:から|より))"
)
_RECORD_OF = re.compile(
    r"^(?P<who>[^、。]{2,30}?)(?:の|に)(?:おける)?(?:記録|登録|保有|収録|管理|記載)(?:する|される)?"
    r"(?:項目|事項|情報|もの)(?:一覧)?$"
)
_MARKED_PARTY = re.compile(
    r"(?P<mark>\(\d{1,2}\)|[⑴-⒇①-⑳]|[ア-ン]|\([ア-ン]\))の(?:者|法人|会社|事業者|団体|受託者|委託先)"
)
_LIST_HEAD = re.compile(
    r"(?:(?<!に関)(?:する|した|している|させる|される|わせる)|渡す|送る|受け取る|受ける|得る|扱う|用いる|使う|生[じず]る|預かる|預ける|載せる|(?:取り?込み|管理|送信|受信|連携|提供|登録|抽出|その他の))"
    r"(?:(?:個人|保有)?(?:情報)?の?(?:項目|情報|データ|記録|事項)|[一-龥]{1,4}(?:情報|データ))$"
)
_LEADS = re.compile(r"(?:次|以下|下記)の(?:項目|情報|事項|データ|とおり|通り|もの)")
_FEWEST = 2
_TAKEN_IN = re.compile(r"から|取り?込|受信|入力|記録する|付番|管理(?:する)?(?:情報)?項目")


class _Reader:
    def __init__(self, builder: Builder, systems: Systems, paper: Prose, cited: Set[int]) -> None:
        self.builder, self.systems, self.cited = builder, systems, cited
        self.paper, self.remarks = paper, paper.remarks

    def of_part(self, node: Node) -> list[Held]:
        """Lists of the heads that name who holds them; else one list with groups as entries."""
        node = ungrouped(node, self._is_list)
        parts = flat(node)
        if not parts:
            alone = self._inline(body(node), node)
            for held in alone:
                held.handed = is_handed(node) and not held.holder
            return alone
        parts = [part for part in parts if id(part) not in self.cited]
        if not parts:
            return []
        if self._holder(node) or not any(self._is_list(part) for part in parts):
            return self._of_head(node)
        found: list[Held] = []
        loose: list[Node] = []
        beside = all(flat(part) for part in parts) and any(
            is_system(title_of(part)) for part in parts
        )  # beside a system's list, each part that holds items is a list
        for part in parts:
            if beside or self._is_list(part):
                found.extend(self._of_head(part))
            elif part.children or not (self._sentence(part) or told_beside(part, parts)):
                loose.append(part)
        if loose:
            rest = Node(node.kind, node.mark, node.value, node.passage, loose)
            found.append(Held(self._list(rest)))
        return found

    def _sentence(self, node: Node) -> bool:
        first = paragraphs(node.passage)[:1]
        return bool(first) and first[0].text.rstrip().endswith("。")

    def _is_list(self, node: Node) -> bool:
        """Whether a head begins a list: it names a system, a partner or a way."""
        title, below = without_brackets(title_of(node)), bool(flat(node))
        if node.kind in ("bracket", "row"):  # a row of a table of items is an item
            return below and node.kind == "bracket"
        if not below and not body(node):
            front, rest = named_list(node.passage)
            return bool(rest and front and self._who(front))
        if not below and only_remarks(body(node)):
            return False
        if any(child.kind == "table:items" for child in node.children):
            return True  # a table of its own, counted anew
        if is_system(title) or self._named(title) or _HELD_BY.match(title):
            return True
        record = _RECORD_OF.match(title)
        if record and prose_systems.is_one(record["who"]):
            return True
        if below and _LEADS.search(key(body(node).text or node.passage.text)):
            return True
        return bool(_LIST_HEAD.search(key(title)))

    def _named(self, words: str) -> str:
        """The holder whom words name; a system or firm that was not named before is new."""
        label = self.systems.written(words)
        about = ABOUT.match(label)  # 甲社との間
        known = self.builder.find_holder(label)
        known = known or (self.builder.find_holder(about["who"]) if about else "")
        if known and known != self.builder.own:
            return known
        ends = [
            each["id"]
            for each in self.builder.list_of("holders")
            if each["label"].endswith(label) and len(label) >= (2 if each.get("external") else 3)
            if each["kind"] == "section" or (each.get("external") and each["kind"] != "system")
        ]  # 健康課 of 福祉部健康課, 協会 of 社団法人甲協会
        return str(ends[0]) if len(ends) == 1 else ""

    def _who(self, front: Passage) -> str:
        """Whom the words in front of a list name: a partner, or a system."""
        words = tidy(front.text)
        known = self._named(words)
        return known or (self.systems.holder(words, front) if is_system(words) else "")

    def _of_head(self, node: Node) -> list[Held]:
        parts = flat(node)
        holder, given = self._holder(node), self._given(node)
        groups = [part for part in parts if flat(part) and self._is_list(part)]
        if self._all_of(holder, parts):
            themes = not any(_TAKEN_IN.search(title_of(part)) for part in parts)
            found = [
                held
                for number, part in enumerate(parts, 1)
                for held in self._of_group(part, number if themes else None)
            ]
        elif groups and len(groups) == len(parts):
            found = [held for part in groups for held in self._of_head(part)]
        elif parts and any(self._is_list(part) for part in parts):
            found = [held for part in parts for held in self._of_head(part)]
        elif parts:
            found = [Held(self._list(node))]
        else:
            found = self._inline(body(node), node)
        run = self._run_by(node)
        if run and not holder:
            holder, given, run = run, True, ""
        handed = not holder and is_handed(node)
        source = prose_systems.told(self.systems, self._said_of(node), prose_systems.TAKEN)
        source = source or self._taken(node)
        if run:
            prose_systems.runs(self.builder, holder, run, node.passage)
        for held in found:
            held.also = held.also or run
            held.given = held.given or (given and not held.holder)
            held.holder = held.holder or holder
            held.comes_back(self.builder)
            held.handed, held.source = held.handed or handed, held.source or source
        return found

    def _of_group(self, node: Node, number: int | None) -> list[Held]:
        """A group of what a system holds: a theme is a part of the list, a way in is a list."""
        found = self._of_head(node)
        for held in found:
            entries = held.listed.found.entries
            head = items.entry(held.listed.label_printed, ItemList(), title_of(node))
            if number and entries and head and len(found) == 1:
                head.children, head.number = entries, number
                held.listed.found.entries = [head]
            held.group = True
        return found

    def _all_of(self, holder: str, parts: list[Node]) -> bool:
        """Whether the parts are groups of what one system holds, wherever each comes from."""
        titles = [without_brackets(title_of(part)) for part in parts]
        apart = any(is_system(title) or HANDED.search(key(title)) for title in titles)
        if not holder or self.builder.holder_entity(holder)["kind"] != "system":
            return False
        if apart or len(parts) < _FEWEST or not all(map(flat, parts)):
            return False
        return all(self._holder(part) in ("", holder) for part in parts)

    def _run_by(self, node: Node) -> str:
        """甲システム（乙社に処理させる項目）: 乙社, if it is somebody outside."""
        for note in bracketed(title_of(node)):
            match = _HANDLED_BY.match(note)
            known = self._named(match["who"]) if match else ""
            if known and self.builder.holder_entity(known).get("external"):
                return known
        return ""

    def _taken(self, node: Node) -> str:
        """甲システムから取り込む項目: the system from which a list comes, as its head says."""
        name = taken_from(without_brackets(title_of(node)))
        if not name:
            return ""
        place = node.passage.lines()[0] if node.passage else Passage()
        return self.systems.holder(name, place)

    def _said_of(self, node: Node) -> Passage:
        """What is said of a list: below its head, and behind its last item."""
        last = flat(node)[-1] if flat(node) else None
        behind = last.passage.lines()[1:] if last and not last.children else []
        return joined([body(node), *behind, self.remarks.get(id(node), Passage())])

    def _given(self, node: Node) -> bool:
        words = _HELD_BY.match(without_brackets(title_of(node)))
        return bool(words and words["given"])

    def _holder(self, node: Node) -> str:
        """Whom a head such as 「…に渡す項目」 or 「…で管理する項目」 names, or a system's name."""
        title = without_brackets(title_of(node))
        place = node.passage.lines()[0] if node.passage else Passage()
        known = self._named(title) or self._by_mark(title_of(node))
        if known:
            return known
        if is_system(title) and (node.children or body(node)):
            return self.systems.holder(title, place)
        if _OWN_HOLDS.match(title):
            return self.builder.own
        record = _RECORD_OF.match(title)
        if record and prose_systems.is_one(record["who"]):
            return self.systems.holder(record["who"], place)
        noted = [note for note in bracketed(title_of(node)) if is_system(note)]
        if len(noted) == 1 and node.children:  # 記録する項目（甲システム）
            return self.systems.holder(noted[0], place)
        words = _HELD_BY.match(OUT_OF.sub("", title))
        told = prose_systems.told(self.systems, body(node), prose_systems.HOLDS)
        alone = [line for line in body(node).lines() if is_system(tidy(line.text))]
        if len(alone) == 1 and words is None and not told:  # its name on a line of its own
            return self.systems.holder(tidy(alone[0].text), alone[0])
        if words is None or (told and not self._named(words["who"])):
            return told
        who = compiled(r"^.*?(?:うち|から)、?(?=.{2})").sub("", words["who"])
        who = compiled(r"^[^、]{1,16}(?:し|して)、(?=.{2})").sub("", who)  # 抽出し、甲社に渡す項目
        who = compiled(r"^(?:本|当)?(?:市|区|町|村|県|実施機関)が、?").sub("", who)
        who = behind_clause(who)
        known = self._named(who)
        if not known and prose_systems.is_one(who) and not self.systems.is_general(who):
            return self.systems.holder(who, place)
        return known

    def _by_mark(self, title: str) -> str:
        """(3)の者に渡すもの: the firm that stands in the line (3) of the partners."""
        marked = _MARKED_PARTY.match(fold(title))
        found: set[str] = set()
        for part in self.paper.about("partner") if marked else ():
            for child in flat(part.node):
                if marked and fold(child.mark) == marked["mark"]:
                    text = key(child.passage.text)
                    found |= {
                        each["id"]
                        for each in self.builder.list_of("holders")
                        if each.get("external") and key(each["label"]) in text
                    }
        return found.pop() if len(found) == 1 else ""

    def _list(self, node: Node) -> Listed:
        found = ItemList()
        sort(node)
        heads = any(self._headed(child, ItemList(), _FEWEST) for child in flat(node))
        for child in flat(node):
            group = self._headed(child, found, 1 if heads else _FEWEST)
            found.entries.extend(
                [group] if group else items.of_node(trimmed(child), found, len(flat(node)))
            )
        lines = node.passage.lines()
        place = lines[0] if lines else all_of(node)
        return Listed(title_of(node) or "情報項目", found, all_of(node), label_printed=place)

    def _headed(self, node: Node, found: ItemList, fewest: int) -> items.Entry | None:
        """(1) 基本的事項　氏名、住所: a group with what stands behind it."""
        front, rest = named_list(node.passage)
        if fewest == 1 and not front:
            front, rest = one_below(node.passage)
        group = items.entry(front, found, front.text) if front and not node.children else None
        listed = items_of(rest) if group and "\n" not in node.passage.text else None
        below = items.read(listed).entries if listed else []
        if group is None or group.children or len(below) < fewest:
            return None
        group.children = below
        return group

    def _inline(self, text: Passage, node: Node) -> list[Held]:
        """氏名、住所 in lines, with the name of who gets them in front: 甲社　氏名、住所."""
        if not text:
            front, rest = named_list(node.passage)
            text = rest if rest and front and self._who(front) else text
            holder = self._who(front) if text and front else ""
            return [self._of_line(text, node, holder)] if text else []
        found: list[Held] = []
        plain: list[Passage] = []
        groups = bracketed_parts(text)
        if groups:  # 【甲システムに記録するもの】, and below it 氏名、住所
            return [each for group in groups for each in self._of_bracket(group)]
        for line in whole_lines(text):
            front, rest = named_list(line)
            holder = self._who(front) if front else ""
            if rest and holder:
                found.append(self._of_line(rest, node, holder))
            else:
                plain.append(line)
        if plain:
            found.append(self._of_line(joined(plain), node, ""))
        return found

    def _of_bracket(self, node: Node) -> list[Held]:
        holder, given = self._holder(node), self._given(node)
        found = self._inline(body(node), node)
        for held in found:
            held.holder, held.given = held.holder or holder, held.given or given
        return [held for held in found if held.listed.found.entries]

    def _of_line(self, text: Passage, node: Node, holder: str) -> Held:
        lines = [line for each in text.lines() if (line := items_of(each))]
        left = [each for each in text.lines() if not items_of(each)]
        for each in left:
            self.builder.notes.skip(each, "items_not_read")
        found = items.read(joined(lines)) if lines else ItemList()
        if left and not lines and compiled(r"のとおり|参照").search(text.text):
            found = items.read(text)
        title = node.passage.lines()[0] if node.passage else text
        label = title_of(node) or "情報項目"
        return Held(Listed(label, found, text, label_printed=title), holder, bool(holder))
