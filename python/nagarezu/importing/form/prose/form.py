"""Answers and consultations as a tree of heads, and which head is about what.

A head is a numbered line, a label in front of a value, or the label cell of a table: below this
module nobody needs to know which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from nagarezu.importing.form.prose import named_parts, stacked
from nagarezu.importing.form.prose.item_rows import is_keeper
from nagarezu.importing.form.prose.labelling import by_labels, heads_layer, is_head, labels_of
from nagarezu.importing.form.prose.papers import Paper, papers, table_of
from nagarezu.importing.form.prose.placing import cut_tables, label_tables, place_tables
from nagarezu.importing.form.prose.title import title_line
from nagarezu.importing.form.prose.topics import also, label_of, labelled, topic_of
from nagarezu.importing.form.prose.tree import regrouped
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import Node, outline
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, tidy

# Topics whose parts hold values: what looks like a head below them is one of the values.
_VALUES = ("items", "safeguards", "subjects", "attachments", "time")
_COUNCIL = ("reasons", "opinion")


@dataclass(slots=True)
class Part:
    """A head with what stands below it. `reasons` if it belongs to what the council says itself."""

    topic: str
    node: Node
    reasons: bool
    path: tuple[Node, ...]


@dataclass(slots=True)
class Prose:
    """`preamble` are the lines in front of the first number; `parts` all heads with a topic."""

    preamble: list[Passage]
    title: Passage
    roots: list[Node]
    parts: list[Part] = field(default_factory=list)
    # なお、… after the last item of a list, by the id of the head of that list
    remarks: dict[int, Passage] = field(default_factory=dict)
    attached: dict[str, Node] = field(default_factory=dict)  # 別紙1 → what stands there
    forms: list[Paper] = field(default_factory=list)  # clauses and checklists that are attached

    def about(self, *topics: str, reasons: bool = False) -> list[Part]:
        return [part for part in self.parts if part.topic in topics and part.reasons == reasons]

    def running(self, *apart: str, history: bool | None = None) -> Iterator[Passage]:
        """The paragraphs outside parts on these topics and outside the council's reasons.

        `history` keeps only, or leaves out, what stands directly below a head on the background.
        """
        closed = {id(p.node) for p in self.parts if p.reasons or p.topic in apart}
        topics = {id(part.node): part.topic for part in self.parts}
        for root in self.roots:
            for path in root.walk():
                if any(id(node) in closed for node in path) and not aside(path[-1]):
                    if topics.get(id(path[-1])) == "items" and not history:
                        yield from _leading_sentence(path[-1])
                    continue
                nearest = next((topics[id(n)] for n in reversed(path) if id(n) in topics), "")
                if history is None or (nearest == "history") == history:
                    yield from paragraphs(path[-1].passage)


def paragraphs(passage: Passage) -> list[Passage]:
    """Lines, those of a sentence that is broken at the end of a full line put together."""
    found: list[Passage] = []
    for line in passage.lines():
        if found and len(found[-1].text) >= 25 and _is_broken(found[-1].text, line.text):
            found[-1] = joined([found[-1], line], "")
        else:
            found.append(line)
    return found


_ENDS = re.compile(r"^[^、。]{2,10}[:：　].*\d日?まで$")


def _is_broken(text: str, below: str) -> bool:
    """Whether a line goes on below: not after 期間：…まで, where a name or a label follows."""
    whole = _ENDS.match(fold(text)) and not compiled("^[ぁ-ん、]").match(below)
    return text[-1] not in "。）)」" and not whole


def read(rows: Sequence[Row]) -> Prose:
    """The whole paper as one outline, attached papers at its end."""
    letter, *attached = papers(rows)
    before, roots = _tree(letter)
    preamble = before.lines()
    prose = Prose(preamble, title_line(preamble), roots)
    for paper in attached:
        if paper.kind:
            prose.forms.append(paper)
            prose.attached[paper.label] = Node("paper", paper.label, len(roots), paper.title)
            continue
        text, children = _tree(paper)
        lines = text.lines()
        title = paper.title if paper.title else Passage()
        rest = [line for line in lines if line.text != title.text]
        node = Node("paper", paper.label, len(roots) + 1, joined([title, *rest]), children)
        prose.attached[paper.label] = node
        roots.append(node)
    for root in roots:
        prose.remarks.update(_cut_remarks(root))
        prose.parts.extend(_parts(root, (), False))
    if not prose.title:
        prose.title = _labelled_title(prose)
    return prose


def _tree(paper: Paper) -> tuple[Passage, list[Node]]:
    """The outline of one paper: by numbers, or by labels where no number has a topic."""
    before, roots = outline(_below_a_line(paper.text))
    numbered = [path[-1] for root in roots for path in root.walk()]
    heads = sum(1 for node in numbered if topic_of(head(node)) or _leading(node))
    lines = paper.text.lines()
    bare = [line for line in lines if is_head(line)]
    if heads >= _FEWEST:  # heads of tables and layers between numbered heads are none of the paper
        above = {id(a) for a, b in pairwise(lines) if table_of(b)}
        bare = [line for line in bare if id(line) not in above and not heads_layer(line)]
    if len(bare) >= 3 and len(bare) > heads and not _chapters(roots):
        before, roots = by_labels(paper.text, label_tables(paper))
    else:
        before, roots = regrouped(before, stacked.nested(roots))
    for root in roots:
        place_tables(root, paper)
    roots = [each for root in roots for each in (root.children if not root.passage else [root])]
    lines, tables = cut_tables(before, paper)
    labels, rest = labels_of(lines)
    return rest, [*labels, *tables, *roots]


_CHAPTERS = 3


def _chapters(roots: Sequence[Node]) -> bool:
    """Numbers that go through the whole paper, each in front of a head with words below it.

    Heads are known by that even where an office words them as no other does.
    """
    values = [node.value for node in roots if node.mark]
    if len(roots) < _CHAPTERS or values != list(range(1, len(roots) + 1)):
        return False
    heads = [title_of(node) for node in roots]
    told = [bool(node.children) or len(node.passage.lines()) > 1 for node in roots]
    return all(told) and all(0 < len(text) <= _TITLE and "。" not in text for text in heads)


_TITLE = 40  # characters


def _below_a_line(text: Passage) -> Passage:
    """A number at the very start is that of the letter, 4高市第210号, and begins no list."""
    return Passage("\n" + text.text, tuple(start + 1 for start in text.starts), text.spots)


def _leading(node: Node) -> bool:
    lines = node.passage.lines()
    return bool(lines and labelled(lines[0]))


_REMARK = re.compile(r"^(?:なお|また|ただし|但し|さらに|おって|このほか|いずれも)[、，,]")


def _cut_remarks(node: Node) -> Iterator[tuple[int, Passage]]:
    """Take what speaks of the whole list out of its last item: なお、… on a line of its own."""
    for child in node.children:
        yield from _cut_remarks(child)
    if len(node.children) < 2 or node.children[-1].children:
        return
    last = node.children[-1]
    lines = last.passage.lines()
    for index, line in enumerate(lines[1:], 1):
        if _REMARK.match(line.text) or compiled(r"[※*＊]").match(line.text):
            whole = index == 1 or lines[0].text.rstrip().endswith("。") or line.text[0] in "※*＊"
            if whole and not (index > 1 and topic_of(head(last))):
                last.passage = joined(lines[:index])
                yield id(node), joined(lines[index:])
            return


def head(node: Node) -> str:
    """The first line of a numbered part."""
    lines = node.passage.lines()
    return tidy(lines[0].text) if lines else ""


def title_of(node: Node) -> str:
    """The head without words that only lead to what follows, and number of a table in front."""
    return _CAPTION.sub("", label_of(head(node)))


_CAPTION = re.compile(r"^表[ ]?[0-9０-９]{1,2}(?![の0-9０-９])[ 　:：.．]*")  # 表1　記録する項目


def body(node: Node) -> Passage:
    """What stands below the first line, numbered parts excluded."""
    lines = node.passage.lines()
    return joined(lines[1:])


def text_of(node: Node) -> Passage:
    """What stands below the first line, with all numbered parts."""
    return joined([body(node), *[p[-1].passage for c in node.children for p in c.walk()]])


def _parts(node: Node, above: tuple[Node, ...], reasons: bool, inside: str = "") -> Iterator[Part]:
    topic = _topic(node, inside)
    reasons = reasons or topic in _COUNCIL
    if topic == "items" and (_of_parts(node) or _of_sentences(node)):
        topic = ""
    if not topic and not inside and not reasons and _of_layers(node):
        topic = "safeguards"
    if topic:
        yield Part(topic, node, reasons, (*above, node))
        other = also(head(node), topic)
        if other:
            yield Part(other, node, reasons, (*above, node))
    if topic == "partner":
        named_parts.split(node)
    named = node.kind == "table:partner"  # beside a table of items in one part
    inside = topic if topic in _VALUES else ("" if named else inside)
    if not inside and not reasons and _leads_to_items(node):
        yield Part("items", node, reasons, (*above, node))
        inside = "items"
    if not inside and not reasons:
        _set_apart(node, among=("time",) if topic == "partner" else ())
    for child in node.children:
        yield from _parts(child, (*above, node), reasons, inside)


def _leading_sentence(node: Node) -> Iterator[Passage]:
    """甲と乙社の装置とを回線で結び、次の情報を送信する。: it heads a list, and tells more."""
    first = paragraphs(node.passage)[:1]
    if node.children and first and first[0].text.rstrip().endswith("。") and "、" in first[0].text:
        yield first[0]


_COLUMN = re.compile(r"^\S[^。、]{0,15}?(?:[ 　]{2,}|　|[ ]*[:：])(?=\S)")


def _set_apart(node: Node, among: Sequence[str] = ()) -> None:
    """対象者　… and 担当　… on lines below the sentences of a part: labels with their values.

    Only labels `among` these topics, if there are any.
    """
    lines = node.passage.lines()
    pairs = [labelled(line) if _COLUMN.match(line.text) else None for line in lines[1:]]
    pairs = [pair if pair and _fits(pair[0], among) else None for pair in pairs]
    first = next((at for at, pair in enumerate(pairs, 1) if pair), 0)
    if not first:
        return
    made: list[Node] = []
    for line, pair in zip(lines[first:], pairs[first - 1 :], strict=True):
        if pair:
            made.append(Node("label", "", len(made) + 1, joined(pair)))
        elif _COLUMN.match(line.text) and "。" not in line.text:
            made.append(Node("label", "", len(made) + 1, line))
        else:
            made[-1].passage = joined([made[-1].passage, line])
    node.passage = joined(lines[:first])
    node.children[:0] = made


def _fits(label: Passage, among: Sequence[str]) -> bool:
    return not among or topic_of(label.text) in among


def _topic(node: Node, inside: str) -> str:
    """The topic of a node; a label in front of a value is put on a line of its own."""
    if node.kind.startswith("table:"):
        topic = node.kind.removeprefix("table:")
        return "" if topic in ("other", inside) else topic
    if inside:
        return aside(node) if inside == "items" else beside(node) if inside == "subjects" else ""
    lines = node.passage.lines()
    pair = labelled(lines[0], told=True) if lines else None
    if pair:
        node.passage = joined([*pair, *lines[1:]])
    topic = topic_of(head(node))
    if (
        topic == "items"
        and compiled(r"範囲$").search(title_of(node))
        and _PERSONS.search(_told(node))
    ):
        return "subjects"
    if not topic and node.kind == "label" and _STRETCH.match(_told(node)):
        return "time"  # 試行　令和…から…まで, whatever it is that is done then
    return topic


_STRETCH = re.compile(r"^(?:令和|平成|R|20\d\d)[ ]?[^。]{4,36}から[^。]{2,36}まで(?:$|[(、])")


_LAYERED = re.compile(r"^(?:運用|システム|技術|物理|組織|人)(?:面|的|上)")


def _of_layers(node: Node) -> bool:
    """運用上の…, システム上の… below a head, or below each side of it: what speaks of measures."""
    heads = [label_of(title_of(child)) for child in node.children]
    layered = [bool(_LAYERED.match(text)) and len(text) <= _TITLE for text in heads]
    if len(heads) >= _FEWEST and all(layered):
        return True
    sides = [child for child in node.children if child.children]
    return len(sides) >= _FEWEST and len(sides) == len(heads) and all(map(_of_layers, sides))


_BESIDE_LISTS = ("computer", "medium")


def aside(node: Node) -> str:
    """項目の記録先 among lists of items, with sentences or systems below it, and no item."""
    topic = "" if node.children else topic_of(head(node))
    told = paragraphs(body(node)) if topic in _BESIDE_LISTS else []
    named = topic == "computer" and all(is_keeper(each.text) for each in told)
    only = bool(told) and (named or all(each.text.rstrip().endswith("。") for each in told))
    return topic if only else ""


def beside(node: Node) -> str:
    """使用するシステム among groups of persons, with its name below it: no group."""
    topic = topic_of(head(node)) if _told(node) else ""
    return topic if topic in _BESIDE_LISTS else ""


def _of_parts(node: Node) -> bool:
    """対象者及び取り扱う項目 above (1) 対象者, (2) 項目, (3) 媒体: each part has its own topic."""
    topics = set()
    for child in node.children:
        lines = child.passage.lines()
        pair = labelled(lines[0], told=True) if lines else None
        topic = topic_of(pair[0].text) if pair else topic_of(head(child))
        if topic or child.children or not body(child):  # その他 with a sentence is no list
            topics.add(topic)
    return "items" in topics and bool(topics & _BESIDE_ITEMS) and "" not in topics


def _of_sentences(node: Node) -> bool:
    """移転する情報 above 1 甲課に移転する。項目は、別紙1のとおりとする。: the list is elsewhere."""
    told = [child.passage.text.rstrip() for child in node.children]
    plain = all(text.endswith("。") for text in told)
    plain = plain and not any(child.children for child in node.children)
    long = len(told) >= _FEWEST and all(len(text) >= _SENTENCE for text in told)
    return plain and (long or any(_STANDS_ELSEWHERE.search(text) for text in map(fold, told)))


_STANDS_ELSEWHERE = re.compile(r"別[紙表添記][ ]?第?\d{0,2}号?[^。]{0,12}のとおり")
_BESIDE_ITEMS = {"subjects", "medium", "partner", "time", "safeguards", "computer"}
_LEADS = re.compile(
    r"(?:次|以下|下記)の(?:個人)?(?:情報|項目|情報項目|データ)(?:を|が|は)、?"
    r"[^。]{0,24}?(?:記録|保有|管理|登録|保存|蓄積|格納|提供|送信|取り?扱|処理|抽出|引き?渡)[^。]{0,16}。?$"
    r"|(?:^|。)[^、。]{2,24}の(?:記録)?項目は、?(?:次|以下|下記)の(?:とおり|通り)[^。]{0,8}。?$"
)
_FEWEST = 2
_SENTENCE = 20  # characters


def _leads_to_items(node: Node) -> bool:
    """次の項目を記録する。 above a list of names, below a head about a system or a partner."""
    lines = node.passage.lines()
    if len(node.children) < _FEWEST or not lines or not _LEADS.search(fold(tidy(lines[-1].text))):
        return False
    return not any(
        child.kind.startswith("table:") or child.passage.text.rstrip().endswith("。")
        for child in node.children
    )


_PERSONS = re.compile(r"(?:者|人|世帯主?|住民|児童|生徒|保護者)(?:\(|。|$)|\d[ ]*(?:人|名|世帯)")


def _told(node: Node) -> str:
    return fold(tidy(text_of(node).text))


def _labelled_title(prose: Prose) -> Passage:
    """件名　…, 諮問事項, or the title of the first attached paper."""
    for part in prose.about("title"):
        text = text_of(part.node)
        if text:
            return text.lines()[0]
    for node in prose.attached.values():
        if node.passage:
            return node.passage.lines()[0]
    return Passage()
