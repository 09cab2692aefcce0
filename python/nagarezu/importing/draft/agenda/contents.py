"""Lists of the work in the overview and in attached papers, beside those of the sheets.

委託する業務 ア 印刷 イ 発送 ウ 問合せ: the sheet of that kind lists the same again. An overview
puts much in other words; only a list with all lines of the sheet, or all but one, is the same list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from nagarezu.importing.draft.builder import Entity
from nagarezu.importing.draft.matters import Made, step_entity
from nagarezu.importing.fields import work
from nagarezu.importing.numbering import Node, outline
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_FEWEST = 3  # lines of a list
_MORE = 2  # lines that an overview may list beyond those of the sheet, and still be the same list
_HEAD = 30  # characters of a head; a sentence may be longer
_SENTENCE = 120
_POINTS = r"(?:次|以下|下記|左記)の"  # 次の業務を甲社に委託する
_ALIKE = 0.5  # two lines that say the same in other words
_NOT_SO = re.compile("ない|ず、|除く|これまで|従来|前回|前年度|昨年度|年度まで")
_DONE = (
    r"(?:業務|作業|事務)[^。]{0,40}(?:委託|委任)(?:する|し)"
    r"|(?:改修|開発|変更|追加|構築)を?(?:行う|する)"
)
_HEADS = (
    (
        ("entrust", "reentrust"),
        r"委託(?:する|に係る)?の?(?:業務|内容|事務|事項)|業務の?内容"
        r"|(?:委託|外注|委任|行わせる|任せる|外部に出す)[^。]{0,20}(?:業務|作業|仕事|事務|範囲|内訳)",
    ),
    (("delegate",), r"委任(?:する|に係る)?の?(?:業務|内容|事務|事項)"),
    (("process",), r"(?:改修|開発|変更|追加|構築)(?:する|の)?(?:内容|機能|事項|点)"),
)


def write(made: list[Made], papers: Sequence[Passage] = ()) -> None:
    """Add the list of the overview, or of a paper, to the one matter whose list it repeats."""
    if not made:
        return
    _of_text(made[0].overview, "overview", made)
    _of_sentences(made[0].overview, made)
    for paper in papers:
        _of_text(paper, "attachment", made)


def _of_text(text: Passage, sheet: str, made: list[Made]) -> None:
    for head, lines in _lists(text):
        for kinds, words in _HEADS:
            if len(lines) >= _FEWEST and _heads(head, words):
                entrusted = [one for one in made if set(kinds) & set(one.kinds)]
                _add(_steps(lines), sheet, head, entrusted)


_LAST_SENTENCE = re.compile(r"^.*。(?=[^。]{4,}は、?$)")  # 甲社に委託する。委託する業務は、ア …


def _lists(text: Passage) -> Iterator[tuple[str, list[Node]]]:
    """The lists of a text, each with the line that heads it, which a number may count or not.

    A paper is held against a copy of the list of the sheet, for which it may have more lines.
    """
    before, nodes = outline(text)
    if before:
        yield tidy(before.lines()[-1].text), nodes
    for path in (path for node in nodes for path in node.walk()):
        head = tidy(path[-1].passage.text)
        yield _LAST_SENTENCE.sub("", head), path[-1].children


_IN_SENTENCE = re.compile(
    r"委託(?:する|に係る)?の?(?:業務|内容|事務|作業)(?:の?(?:内容|範囲))?は、?(?P<told>[^。は]+?)"
    r"(?:の?(?:[0-9一二三四五]+(?:業務|つ|種類?|件|項目)))?(?:である|とする|です|で、|。|$)"
    r"|(?:^|[。はが]、?)(?P<given>[^。はが]+?)"
    r"(?:の?(?:[0-9一二三四五]+(?:業務|つ|種類?|件)|業務))?を、?[^。、を]{2,30}[にへ](?:業務)?(?:委託|外注)(?:する|し|して)"
)
_MARK = re.compile(r"^[ 　]*(?:[(（]?[0-9ア-ン①-⑳]{1,2}[)）.]?[ 　]+)?(?:業務委託[ 　:：]*)?")
_LAST = re.compile(r"及び|並びに|および|ならびに")


def _of_sentences(text: Passage, made: list[Made]) -> None:
    """委託する業務は、印刷、封入及び発送である: the list of the sheet in one sentence."""
    for line in text.lines():
        lead = _MARK.match(line.text)
        plain = line.part(lead.end() if lead else 0)
        told = None if _NOT_SO.search(plain.text) else _IN_SENTENCE.search(plain.text)
        if told is None:
            continue
        parts = [*compiled("[、，]").split(told["told"] or told["given"])]
        parts = [part.strip() for part in (*parts[:-1], *_LAST.split(parts[-1], maxsplit=1))]
        if len(parts) >= _FEWEST and all(parts):
            _add([work.step(part, plain) for part in parts], "overview", "", _entrusting(made))


def _entrusting(made: list[Made]) -> list[Made]:
    return [one for one in made if {"entrust", "reentrust"} & set(one.kinds)]


def _heads(head: str, words: str) -> bool:
    """Whether a line heads a list of work: by its words, or as a sentence that points to it."""
    if _NOT_SO.search(head):
        return False
    named, points = bool(compiled(words).search(head)), bool(compiled(_POINTS).search(head))
    if len(head) <= _HEAD and named:
        return True
    return len(head) <= _SENTENCE and points and (named or bool(compiled(_DONE).search(head)))


def _add(found: list[work.Step], sheet: str, heading: str, made: list[Made]) -> None:
    steps = [step_entity(step, sheet) for step in found]
    for one in made:
        lines = [each for each in one.entity.get("work", []) if each.get("sheet") is None]
        steps = [_as_printed(step, lines) for step in steps]
        if _repeats(steps, lines):
            if sheet != "overview":
                steps = [{**each, "sheet": "other"} for each in lines] + steps
                steps = [{**each, "heading": heading} for each in steps]
            one.entity["work"].extend(steps)
            return


def _as_printed(step: Entity, lines: list[Entity]) -> Entity:
    """シールの印刷, where the sheet has シールの印刷（乙社が行う。）: one line, told at length."""
    plain = fold(key(step["label"]))
    same = [
        str(each["label"])
        for each in lines
        if fold(key(without_brackets(each["label"])).strip("。")) == plain
    ]
    return {**step, "label": same[0]} if len(same) == 1 else step


_IS = re.compile("(?:である|とする|です)$")  # of a list within a sentence, behind its last line


def _steps(nodes: list[Node]) -> list[work.Step]:
    lines = [node.passage for node in nodes if node.passage and not node.children]
    return [
        work.step(_IS.sub("", without_brackets(tidy(line.text)).strip(" 。・、")), line)
        for line in work.alone(lines)
    ]


def _repeats(ours: list[Entity], theirs: list[Entity]) -> bool:
    """Whether it is the list of the sheet: but for one line, or with a line or two more.

    The line that differs is another thing and no other word for the same.
    """
    printed = [fold(key(each["label"])) for each in ours]
    if len(theirs) >= _FEWEST and 0 < len(ours) - len(theirs) <= _MORE:
        return all(fold(key(each["label"])) in printed for each in theirs)
    if len(ours) != len(theirs) or len(ours) < _FEWEST:
        return False
    pairs = [(key(a["label"]), key(b["label"])) for a, b in zip(ours, theirs, strict=True)]
    unlike = [pair for pair in pairs if fold(pair[0]) != fold(pair[1])]
    return len(unlike) == 1 and is_other(*unlike[0])


def is_other(one: str, two: str) -> bool:
    """Whether what is unlike in two lines names another thing: 券の発送, 券の回収."""
    start = _alike(one, two)
    one, two = one[start:], two[start:]
    end = _alike(one[::-1], two[::-1])
    one, two = one[: len(one) - end], two[: len(two) - end]
    if not all(compiled(r"[一-龥ァ-ヶ]").search(part) for part in (one, two)):
        return False
    return SequenceMatcher(None, one, two, autojunk=False).ratio() < _ALIKE


def _alike(one: str, two: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, two, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(two)))
