"""From which attribute a sentence says that a password is made: 暗証番号は、誕生日を初期値とする.

The two stand in one clause, in parts of their own, or the one in brackets behind the other. A
sentence that warns of such passwords, or that sends one to a telephone, says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import fold
from nagarezu.importing.sentences.frames import Frame, frames
from nagarezu.importing.sentences.parts import Part

_SOURCES = {
    "": ("を", "と", "", "value", "として"),
    "は": ("value", "を", "と", "として", "に", "から"),
    "が": ("value", "を", "と", "として", "から"),
    "に": ("を", "は", "が"),
    "として": ("を", "は", "が"),
    "を": ("から", "で", "に"),
    "value": ("は", "が", "を"),
    "of": ("から", "を", "で"),
}


_CLAUSE = re.compile(r"(?<=[しせけりいえみびてめれ])、(?=[^、。]{2,30}[はにを])")


# 誕生日の数字を用い、二度目からは…に改めさせる: no means of what follows
_GOES_ON = re.compile(r"を(?:用い|使い|使用し|利用し|充て|当て)、")

# 仮パスワードは、初めは誕生日とし: a second は is no topic
_AT_FIRST = re.compile(r"(?<=は、)(?:初め|はじめ|始め|当初|最初|初回)は、?")


@cache
def _word(name: str) -> re.Pattern[str]:
    return re.compile(rules("credentials")[name])


def secret() -> re.Pattern[str]:
    """A password, as it is called."""
    return _word("secret")


def speaks(text: str) -> bool:
    """Whether a text names both a password and an attribute."""
    return bool(_word("secret").search(text) and _word("attribute").search(text))


def read(sentence: str) -> Iterator[tuple[str, str, str]]:
    """(暗証番号, 申請者, 誕生日) of 暗証番号には申請者の誕生日を用いる."""
    plain = _initial().sub(r"\g<secret>は", fold(sentence))
    plain = _AT_FIRST.sub("", _GOES_ON.sub("を用いる。", plain))
    if not speaks(plain) or _word("warns").search(plain):
        return
    if _word("made_up").search(plain):  # 利用者IDは無作為に作り、パスワードは…: of something else
        parts = [part for part in _CLAUSE.split(plain) if not _word("made_up").search(part)]
        plain = next(filter(speaks, parts), "")
    bracket = _bracketed().search(plain)
    if bracket:
        if any(each.denied for each in frames(bracket["inside"])):
            return
        yield bracket["secret"], _owner(bracket["inside"]), _attribute(bracket["inside"])
        return
    for frame in frames(plain):
        for secret, source in _pairs(frame):
            yield secret, _owner(source), _attribute(source)
            return


@cache
def _initial() -> re.Pattern[str]:
    """パスワードは本人が定め、初期値は誕生日とする: what it is at first."""
    return re.compile(
        rf"(?P<secret>{rules('credentials')['secret']})は[^。]{{2,40}}?、(?:その)?初期(?:値|設定)は、?"
    )


@cache
def _bracketed() -> re.Pattern[str]:
    """A password with what it is made of in brackets behind it: パスワード(電話番号の下4桁)."""
    secret, attribute = rules("credentials")["secret"], rules("credentials")["attribute"]
    return re.compile(
        rf"(?P<secret>{secret})[のはに]?(?:初期値)?\((?P<inside>[^()]*?(?:{attribute})[^()]*)\)?"
    )


def _pairs(frame: Frame) -> Iterator[tuple[str, str]]:
    """The password and what it is made from, in two parts of one clause."""
    if frame.denied or frame.supposed:
        return
    texts = {role: _with_clause(part) for role, part in frame.parts.items()}
    if frame.value is not None:
        texts["value"] = _with_clause(frame.value)
    if frame.of:
        texts["of"] = frame.of
    for role, text in texts.items():
        secret = _word("secret").search(text)
        if not secret or (_word("attribute").search(text) and role != "value"):
            continue
        for other in _SOURCES.get(role, ()):
            source = texts.get(other, "")
            if source and _word("attribute").search(source) and _makes(frame, role, source):
                yield secret.group(), source


def _with_clause(part: Part) -> str:
    """A part with the clause in front of it: 誕生日を表す数字."""
    if part.told is None or part.told.denied:
        return part.text
    before = (each.text + role for role, each in part.told.parts.items() if not each.topic)
    return "".join(before) + part.text


def _makes(frame: Frame, role: str, source: str) -> bool:
    """Whether the verb makes the one of the other, rather than sends or compares it."""
    if _word("secret").search(source):
        return False
    if frame.act == "is" or role == "として" or "として" in frame.parts:
        return True
    return bool(_word("makes").fullmatch(frame.verb))


def _attribute(source: str) -> str:
    match = _word("attribute").search(source)
    return match.group() if match else ""


def _owner(source: str) -> str:
    """児童 of 児童の生年月日."""
    match = _word("attribute").search(source)
    front = source[: match.start()] if match else ""
    return front.removesuffix("の").rsplit("、", 1)[-1].strip() if front.endswith("の") else ""
