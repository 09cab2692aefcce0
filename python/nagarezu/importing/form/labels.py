"""Labels of forms, matched by a separate key; a near miss is suggested and never taken (trap 2)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import blurred, key, mistaken_for, without_brackets

_DROPPED = "にのをはがへでともな、・,.:;"
_PARTICLES = re.compile(f"[{_DROPPED}]")
_LEAD = re.compile(
    r"^(?:第?[0-9]{1,2}(?:-[0-9]{1,2})?[.)、]?|[(（〔［\[【<][0-9]{1,2}[)）〕］\]】>]|[①-⑳]"
    r"|[ア-ン](?=[^ァ-ヶー])|[a-z]{1,2}[-.][0-9]{1,2}[.)、]?"  # A-4 情報項目
    r"|(?:i{1,3}|iv|vi{0,3}|ix|x)[.)、]?(?=[^a-z0-9]))"  # Ⅱ 事業の概要
)
_OWNER = re.compile(
    r"^(?:[0-9①-⑳]*)?(?:個人情報(?:ファイル)?の|記録情報の|個人情報取扱事務の|当該)"
)
_OPEN_BRACKET = re.compile(r"[(（].*$", re.DOTALL)
Rule = Literal[
    "label", "label_without_particles", "label_pattern", "label_root", "label_look_alike"
]
_CONFIDENCE: dict[Rule, float] = {
    "label": 0.99,
    "label_without_particles": 0.95,
    "label_pattern": 0.9,
    "label_root": 0.85,
    "label_look_alike": 0.8,
}


@dataclass(frozen=True, slots=True)
class Label:
    """A known field and how its printed label was recognised."""

    field: str
    standard: str  # the label as forms print it
    rule: Rule

    @property
    def confidence(self) -> float:
        return _CONFIDENCE[self.rule]


@cache
def _table(form: str) -> dict[Rule, dict[str, Label]]:
    tables: dict[Rule, dict[str, Label]] = {
        "label": {},
        "label_without_particles": {},
        "label_look_alike": {},
    }
    for name, printed in rules("labels")[form].items():
        for label in printed:
            for rule, form_of in _KEYS.items():
                tables[rule].setdefault(form_of(_plain(label)), Label(name, printed[0], rule))
    return tables


@cache
def _strange(form: str) -> re.Pattern[str]:
    """A character that is in no label of a form, whatever the rule: most texts have one soon."""
    known = {char for labels in _table(form).values() for label in labels for char in label}
    known.update(_DROPPED)
    return re.compile(f"[^{re.escape(''.join(sorted(known | mistaken_for(known))))}]")


@lru_cache(maxsize=1 << 14)
def _plain(text: str) -> str:
    return key(without_brackets(text))


def _bare(plain: str) -> str:
    return _PARTICLES.sub("", plain)


@lru_cache(maxsize=1 << 14)
def _blurred(plain: str) -> str:
    return _PARTICLES.sub("", blurred(plain))


_KEYS: dict[Rule, Callable[[str], str]] = {  # of what `_plain` leaves of a label
    "label": str,
    "label_without_particles": _bare,
    "label_look_alike": _blurred,
}


@lru_cache(maxsize=1 << 14)
def find(form: str, printed: str) -> Label | None:
    """Return the field that a printed label stands for; None for anything longer than a label."""
    if not printed.strip() or len(printed) > 160:
        return None
    whole = key(printed)
    behind_number, open_bracket = _LEAD.sub("", whole), whole
    if "(" in whole:
        whole, behind_number = _plain(printed), _plain(behind_number)
        open_bracket = _plain(_OPEN_BRACKET.sub("", printed))
    for plain in dict.fromkeys((whole, open_bracket, behind_number, _OWNER.sub("", whole))):
        if not plain or _strange(form).search(plain):
            continue
        for rule, form_of in _KEYS.items():
            found = _table(form)[rule].get(form_of(plain))
            if found is not None:
                return found
    return _by_pattern(form, behind_number)


@cache
def _patterns(form: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Fields of a form and how their labels are built, each for every kind of sheet."""
    built = rules("labels")["patterns"].get(form, {})
    parts = built.get("parts", {})
    found: list[tuple[str, re.Pattern[str]]] = []
    for name, pattern in built.get("fields", {}).items():
        for kind, words in built["kinds"].items() if "<kind>" in pattern else [("", "")]:
            whole = pattern
            for part, of_part in {"kind": words, **parts}.items():
                whole = whole.replace(f"<{part}>", f"(?:{of_part})")
            found.append((name.replace("<kind>", kind), re.compile(whole)))
    return tuple(found)


@cache
def _any_pattern(form: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each.pattern})" for _, each in _patterns(form)) or r"(?!)")


def _by_pattern(form: str, plain: str) -> Label | None:
    """A label that no list holds but that is built like one: 委託に際し町が講ずる情報保護措置."""
    if not 2 < len(plain) <= 60:
        return None
    if not _any_pattern(form).fullmatch(plain):
        return None
    for name, pattern in _patterns(form):
        if pattern.fullmatch(plain):
            standard = rules("labels")[form].get(name, [plain])[0]
            return Label(name, standard, "label_pattern")
    return None


def numbered(printed: str) -> bool:
    """Whether a number of a list stands in front of a label."""
    return bool(_LEAD.match(key(printed)))


_COUNTED = re.compile(r"[ \u3000]*[0-9０-９]{1,2}$")  # 提供先1, 委託先 2
_SEPARATOR = re.compile(r"[ \u3000]*[:：\t][ \u3000]*|[ \u3000]+")


def _spaced(line: str, end: int, start: int) -> bool:
    """対　象　者: whether one more letter of the label stands between two blanks."""
    return start - end == 1 and line[end].isalpha() and line[end - 1] in " \u3000"


def leading(form: str, line: str) -> tuple[Label, int] | None:
    """Return the label that a line begins with and where its value starts."""
    led: tuple[Label, int] | None = None
    for found in _SEPARATOR.finditer(line[:80]):
        if led is not None and not _spaced(line, led[1], found.start()):
            break
        head = line[: found.start()]
        label = find(form, head) or find(form, _COUNTED.sub("", head))
        if label is not None and label.rule != "label_look_alike":
            led = label, found.end()
        elif led is not None:
            break
    return led


@lru_cache(maxsize=1 << 12)
def begins(form: str, printed: str) -> bool:
    """Whether a text is a label, or the beginning of one that is broken or explained."""
    text = _OPEN_BRACKET.sub("", printed) or printed
    plain = key(text)
    if find(form, text) is not None:
        return True
    known = _table(form)["label"]
    return len(plain) >= 4 and any(label.startswith(plain) for label in known)


def suggestion(form: str, printed: str) -> str:
    """The known label that looks most like this one, for a question; empty if none comes near."""
    from difflib import get_close_matches

    known = {_plain(label): label for labels in rules("labels")[form].values() for label in labels}
    close = get_close_matches(_plain(printed)[:80], known, n=1, cutoff=0.75)
    return known[close[0]] if close else ""


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(key(word) for word in rules("labels")[group])


def is_one_of(group: str, printed: str) -> bool:
    """Whether the text is a heading of a group such as `cover`, numbers in front aside."""
    text = key(printed)
    return text in _words(group) or _LEAD.sub("", text) in _words(group)
