"""Labels in the words of one office, by their root and by what their value holds.

取り扱わせる項目, 渡す情報, 守りごと, 相手先, 実施時期: no list has them all. What such a label
may stand for is told by the word at its end; that it does, by a value that holds what a field of
this sort holds. One without the other is no field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cache

from nagarezu.importing.fields import carriers, counts, dates, items, names, partner_cells, subjects
from nagarezu.importing.form.labels import Label
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_LEAD = re.compile(
    r"^[(（\[【]?(?:第?\d{1,2}|[ア-ン①-⑳])(?:[)）\]】.．、]|(?=[^\dァ-ヶー]))(?=.{2})"
)
_LONGEST = 32
_SENTENCE = re.compile(r"(?:こと|る|す|た|い|ず|う|く)(?:。|$)")
_POINTER = re.compile(r"(?:のとおり|参照|に記載)(?:とする|です)?。?$")
_ORGANISATION = re.compile(
    r"会社|法人|組合|協会|協議会|連合会|機構|公社|公団|財団|社団|センター|研究所|大学|病院|銀行|金庫|社会福祉|[(（][株有][)）]"
    r"|㈱|㈲|商店|事務所|未定|選定|入札|決定"
)
_SECTION = re.compile(
    r"^[^、。]{1,20}(?:課|係|室|館|所|部|局|センター|課[ 　].{1,10}係|[ 　].{1,14})$"
)
_FEWEST = 2  # entries of a list


def read(printed: str, value: Passage, kind: str, there: Collection[str]) -> Label | None:
    """The field of a label of an office's own on a sheet of a kind; `there` are those it has."""
    plain = _plain(printed)
    if not 1 < len(plain) <= _LONGEST or compiled("[。、]").search(plain) or not value:
        return None
    part = "overview" if kind == "overview" else "matter"
    for name, root, holds, kinds in _roots(part):
        if not root.search(plain) or (kinds and kind not in kinds):
            continue
        field = _of_kind(name, kind, plain, value)
        if field not in there and _HOLDS[holds](value):
            return Label(field, tidy(without_brackets(printed)), "label_root")
    return None


def may_be(printed: str) -> bool:
    """Whether a text ends as labels do, whatever its value is."""
    plain = _plain(printed)
    roots = [*_roots("matter"), *_roots("overview")]
    return 1 < len(plain) <= _LONGEST and any(root.search(plain) for _, root, _, _ in roots)


def _plain(printed: str) -> str:
    return _LEAD.sub("", key(without_brackets(printed)).strip("()[]【】■◆"))


@cache
def _roots(part: str) -> tuple[tuple[str, re.Pattern[str], str, tuple[str, ...]], ...]:
    words = rules("labels")["own_labels"]
    return tuple(
        (
            each["field"],
            re.compile(f"{each['root']}{words['tail']}$"),
            each["holds"],
            tuple(each.get("kinds", ())),
        )
        for each in words[part]
    )


def _of_kind(name: str, kind: str, label: str, value: Passage) -> str:
    """any_own on a sheet of 委託 → entrust_own, or that of a partner who is made to do it."""
    if not name.startswith("any_"):
        return name
    rest = name.removeprefix("any_")
    if rest == "own" and _of_partner(label, value):
        rest = "partner_own"
    return f"{kind}_{rest}"


def _of_partner(label: str, value: Passage) -> bool:
    """Whether measures are the partner's: by the label, else by who is made to do them."""
    words = rules("labels")["own_labels"]
    if compiled(words["own"]).search(label):
        return False
    if compiled(words["partner"]).search(label) or compiled(words["made"]).search(label):
        return True
    sentences = [each for each in compiled("[。\n]").split(value.text) if len(each) > _FEWEST]
    made = [each for each in sentences if compiled(words["made"]).search(each)]
    return len(made) * 2 > len([each for each in sentences if _SENTENCE.search(each)])


def _lists(value: Passage) -> bool:
    """At least two names of items, or heads such as 個人の範囲 above them; no sentences."""
    text = value.text
    if text.count("。") > 1:
        return False
    found = items.read(value).leaves()
    return len(found) >= _FEWEST or bool(_POINTER.search(tidy(text)))


def _measures(value: Passage) -> bool:
    text = tidy(value.text)
    return (
        "。" in text or bool(_POINTER.search(text)) or bool(compiled("[】>〉]").search(fold(text)))
    )


def _says(value: Passage) -> bool:
    return len(tidy(value.text)) > _FEWEST


def _partner(value: Passage) -> bool:
    named = names.partners(value)
    return (
        bool(named)
        and bool(_ORGANISATION.search(value.text))
        and "。" not in without_brackets(value.text)[:40]
    )


def _persons(value: Passage) -> bool:
    lines = [without_brackets(line.text) for line in value.lines()]
    return bool(lines) and subjects.names_persons(subjects.without_count(lines[0]))


def _section(value: Passage) -> bool:
    return bool(_SECTION.match(tidy(value.text)))


def _name(value: Passage) -> bool:
    text = tidy(value.text)
    return 1 < len(text) <= _LONGEST * 2 and "。" not in text


_HOLDS: dict[str, Callable[[Passage], bool]] = {
    "measures": _measures,
    "text": _says,
    "date": lambda value: bool(dates.dates(value.text)),
    "medium": lambda value: bool(carriers.media(value)),
    "system": lambda value: bool(names.systems(value)),
    "partner": _partner,
    "handed_on": lambda value: bool(partner_cells.handed_on("", value)),
    "list": _lists,
    "persons": _persons,
    "section": _section,
    "name": _name,
    "count": lambda value: bool(counts.counts(value.text)),
}
