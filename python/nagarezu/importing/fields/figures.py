"""Figures: every number with its unit that a document tells, and the words that say of what.

Counts of the persons whom a case is about are read by `counts`. Here stand all numbers, wherever
they are printed, so that two places that speak of one group can be held against each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from nagarezu.importing.fields.counts import number
from nagarezu.importing.fields.dates import PrintedDate, dates
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold


@dataclass(slots=True, eq=False)
class Figure:
    """`value` is the printed number, also of 約1,200人; `bound` says how it bounds the true one."""

    value: int
    unit: str
    bound: str
    printed: str
    passage: Passage
    start: int
    end: int
    row: int  # of the stream of rows
    cell: int
    lead: str  # what its clause prints in front of it
    words: frozenset[str] = frozenset()  # nouns of its clause, or of the label of its row
    counted: frozenset[str] = frozenset()  # nouns right in front of it
    labelled: bool = False  # nothing but the label of its row says of what
    as_of: str = ""
    total: bool = False  # 合計, 計
    parts: list[Figure] = field(default_factory=list)  # what it is said to be the sum of
    whole: Figure | None = None  # the sum of which it is a part

    @property
    def sentence(self) -> str:
        """The sentence or line in which it stands."""
        text = fold(self.passage.text)
        since = max(text.rfind(mark, 0, self.start) for mark in "。\n") + 1
        return compiled(r"[。\n]").split(text[since:], maxsplit=1)[0]

    @property
    def front(self) -> str:
        """What its line prints in front of it with a gap, as the label of a row is."""
        line = fold(self.passage.text)[: self.start].split("\n")[-1]
        return compiled(r"[ ]{2,}").split(line.strip())[-1] if line.endswith("  ") else ""

    @property
    def distinct(self) -> bool:
        """A number that hardly two groups have: four digits that are not rounded."""
        return self.value >= 1000 and self.value % 100 != 0


# 1 , 2 6 4 and 8 6 5, as a reading machine parts it; one mark and one digit are no such number
_SPACED = (
    r"(?<!\d )\d(?:[ ]?\d){0,2}[ ]?,(?:[ ]?\d){3}(?!\d|[ ]\d)|(?<!\d )\d(?:[ ]\d){2,5}(?![ ]?\d)"
    r"|(?<!\d )[1-9][ ]0(?![ ]?\d)"  # 5 0項目未満: nobody counts to 0
)
_NUMBER = rf"\d{{1,3}}(?:,\d{{3}})+|{_SPACED}|\d+(?:\.\d)?"


@cache
def _pattern() -> re.Pattern[str]:
    words = rules("figures")
    units = "|".join(
        sorted((u for us in words["units"].values() for u in us), key=len, reverse=True)
    )
    before = f"(?:{'|'.join(sorted(words['before'], key=len, reverse=True))})"
    after = "|".join(sorted(words["after"], key=len, reverse=True))
    scaled = rf"(?:{_NUMBER})(?:[億万千](?:{_NUMBER})?){{0,3}}"
    return re.compile(
        rf"(?P<before>(?<![契予規条要節集制協誓特確]){before})?[ ]?(?<![\d.,第条項号R-])(?<!条の)"
        rf"(?P<number>{scaled}|[(\[][ ]?\d{{1,2}}[ ]?[)\]](?=[ ]?件))"
        rf"(?:[ ](?=人|名|世帯|件))?(?P<unit>{units})(?!{words['no_unit']})(?P<after>{after})?"
    )


@cache
def _unit(word: str) -> str:
    units = rules("figures")["units"].items()
    return next(str(unit) for unit, words in units if word in words)


def figures(passage: Passage, row: int = 0, cell: int = 0, label: str = "") -> list[Figure]:
    """The figures of one cell; `label` is that of its row."""
    text = fold(passage.text)
    if not compiled(r"\d").search(text):
        return []
    found: list[Figure] = []
    printed_dates: list[PrintedDate] | None = None
    for match in _pattern().finditer(text):
        value = number(match["number"].strip("()[] "))
        if value is None or compiled(rules("figures")["apart"]).search(_around(text, match)):
            continue
        if printed_dates is None:
            printed_dates = dates(passage.text)
        since = max(found[-1].end if found else 0, text.rfind("\n", 0, match.start()) + 1)
        lead = _clause(text[since : match.start()])
        words = rules("figures")
        bound = words["before"].get(match["before"] or "") or words["after"].get(
            match["after"] or ""
        )
        figure = Figure(
            value,
            _unit(match["unit"]),
            bound or "exact",
            passage.text[slice(*match.span())].strip(),
            passage,
            match.start(),
            match.end(),
            row,
            cell,
            lead,
            as_of=_as_of(text, match, printed_dates),
        )
        figure.total = bool(compiled(words["total"]).search(lead))
        figure.words = _words(figure, text, label)
        found.append(figure)
    return found


def _around(text: str, match: re.Match[str]) -> str:
    """The number with a few characters on both sides: ‹1人につき›1件, 30人‹で›."""
    front = text[max(match.start() - 8, 0) : match.start()]
    aside = compiled(r"[(][^()]{0,24}[)]").match(text[match.end() :])  # 3,000人（4月1日見込み）
    behind = max(6, aside.end() if aside else 0)
    return f"{front}<{match.group()}>{text[match.end() : match.end() + behind]}"


def _clause(lead: str) -> str:
    """What stands in front of a number and its date, behind the last mark of a clause."""
    lead = _DATED.sub("", lead) if lead.rstrip().endswith(("現在", "時点", "末")) else lead
    lead = _LABEL.sub("", compiled(r"^[^()]{0,12}\)").sub("", lead))
    pieces = compiled(r"[。、,()（）\[\]・]|[ ]{2,}|(?<=。)").split(lead.rstrip(" :(、,"))
    return pieces[-1].strip(" :") if pieces else ""


_LABEL = re.compile(r"^[ ]*[〔【][^〔〕【】]{2,20}[〕】](?=.*[一-龥])")  # 〔記録範囲〕会員
_DATED = re.compile(  # 滞納している保護者(令和7年5月1日現在 216人)
    r"[(、,]?[ ]*(?:(?:令和|平成|昭和)[ ]?[0-9元]{1,2}|20[0-9]{2})[ ]?[年./][^()、。]{0,16}$"
)
_RUN = re.compile(r"[一-龥々ァ-ヶー]{2,}")


def _words(figure: Figure, text: str, label: str) -> frozenset[str]:
    """The nouns of the clause: those in front, those of an open bracket's head, those behind."""
    tail = compiled(r"[。、,()（）\n|]|\d").split(text[figure.end :], maxsplit=1)[0][:24]
    line = text[text.rfind("\n", 0, figure.start) + 1 : figure.start]
    head = ""
    if line.count("(") > line.count(")"):
        head = _clause(line[: line.rfind("(")])
    if not _RUN.search(figure.lead):
        figure.labelled = not _nouns(_without_dates(f"{line} {tail}").replace(label, ""))
        head = f"{head} {_clause(_without_dates(line))} {label if len(label) <= 30 else ''}"
    topic = compiled(r"(?:^|[。、])([^。、]{2,30})は、[^。]*$").search(line)
    front = f"{_without_dates(figure.lead)} {topic[1] if topic else ''}"
    figure.counted = _nouns(front)
    return figure.counted | _nouns(f"{head} {tail}")


def _nouns(text: str) -> frozenset[str]:
    rule = rules("figures")
    words = (compiled(rule["ending"]).sub("", run) for run in _RUN.findall(text))
    return frozenset(w for w in words if len(w) >= 2 and not compiled(rule["no_word"]).fullmatch(w))


def _without_dates(text: str) -> str:
    return compiled(r"(?:令和|平成|昭和)?[\d元]+年度?|\d+月|\d+日(?:現在|時点)?|現在|時点").sub(
        " ", text
    )


def _as_of(text: str, match: re.Match[str], printed: list[PrintedDate]) -> str:
    """The last date in front of a number in its sentence, else one in the bracket behind it."""
    since = max(text.rfind(mark, 0, match.start()) for mark in "。\n") + 1
    front = [each for each in printed if since <= each.start and each.end <= match.start()]
    if front and front[-1].iso:
        return front[-1].iso
    behind = re.compile(r"[ ]?\([^()]{0,30}(?:現在|時点|末|年度)\)").match(text, match.end())
    inside = [each for each in printed if behind and match.end() <= each.start < behind.end()]
    return inside[0].iso if inside else ""


def alike(one: str, other: str) -> bool:
    """Whether two nouns mean one thing as far as their print says: 入力, 入力作業."""
    return one in other or other in one


def shared(a: Figure, b: Figure) -> list[str]:
    """The words of the one that the other has, too."""
    return [word for word in a.words if any(alike(word, other) for other in b.words)]


def swapped(a: int, b: int) -> bool:
    """Whether two digits that stand side by side changed places: 3,745 and 3,754."""
    one, other = str(a), str(b)
    if len(one) != len(other) or len(one) < 3:
        return False
    at = [i for i in range(len(one)) if one[i] != other[i]]
    return (
        len(at) == 2
        and at[1] == at[0] + 1
        and one[at[0]] == other[at[1]]
        and one[at[1]] == other[at[0]]
    )
