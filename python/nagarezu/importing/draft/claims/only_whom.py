"""移転先は甲課のみ: the others who get something in that way, to whom then nothing goes."""

from __future__ import annotations

import re

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.claims.everything import is_everything
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key


def others(builder: Builder, act: str, printed: str, matter: str, thing: str = "") -> list[str]:
    """Nobody, if one of the named is not known or gets nothing in that way."""
    receiving, named = _of_act(builder, act, printed, matter)
    if thing:  # 名簿の提供先は甲課に限る: of those to whom the list of that name goes
        listed = [
            id_
            for each in builder.of_matter("lists", matter)
            if key(thing) in key(each.get("label", ""))
            for id_ in each.get("holders", [])
        ]
        receiving = [id_ for id_ in receiving if id_ in listed]
    if compiled("両|双方").search(printed) and len(named) < 2:  # of both only one is known
        return []
    return [id_ for id_ in receiving if named and id_ not in named]


def denied(builder: Builder, act: str, printed: str, matter: str) -> list[str]:
    """甲課への提供は行っていない: the named, if all of them get something in that way."""
    return _of_act(builder, act, printed, matter)[1]


def receiving(builder: Builder, act: str, matter: str, *, inside: bool = True) -> list[str]:
    """All who get something in that way; in whatever way, if the act says nothing of it."""
    relations = next(
        (
            each["relations"]
            for each in rules("claims")["acts"]
            if compiled(each["words"]).search(act)
        ),
        (),
    )
    if builder.content.get("procedure") == "assessment":
        # 他のシステムとの接続: over which systems something goes, and no one who gets it
        relations = [each for each in relations if each != "link"]
    given = parties.receivers(builder, matter, relations, inside=inside)
    return list(dict.fromkeys(id_ for id_, _ in given))


def _of_act(builder: Builder, act: str, printed: str, matter: str) -> tuple[list[str], list[str]]:
    """All who get something in that way, and those of them who are named."""
    found = receiving(builder, act, matter)
    named = parties.all_of(builder, printed)
    return found, named if set(named) <= set(found) else []


_WORKERS = re.compile(
    r"(?:[市区町村庁]の?|役[所場]の?|組織の?)?(?:外部?|民間|事業者|業者|会社|企業|他の者|者|の)+"
)
_ALL_WORK = re.compile(
    r"(?:いかなる|すべての|全ての|いずれの|どの)[^のはがを]{1,8}|[^、。]{0,16}の(?:すべて|全て|全部)"
    r"|(?:この|本|当該)?(?:事務|業務|作業|取り?扱い|委託)(?:の(?:作業|一切))?"
    r"|特定個人情報(?:ファイル)?(?:の(?:取り?扱い|処理|管理))?"
)
_NO_WORK = re.compile(r"(?:いかなる|いずれの|どの|どのような|何らの)[^、。はがをに]{1,8}も")
_DONE_WITH = re.compile(r"の?(?:取り?扱い|処理|管理|作業|事務|入力)$")
_BUT = re.compile(r"除[いくき]|以外|ただし|原則|場合|とき|ならない|いけない|当面|当分|今後|検討")


def entrusted(builder: Builder, who: str, what: str, sentence: str, matter: str) -> list[str]:
    """いかなる作業も外部に委ねない, in an assessment: all to whom something is entrusted."""
    if builder.content.get("procedure") != "assessment" or _BUT.search(sentence):
        return []
    if who and not _WORKERS.fullmatch(key(who)):
        return []
    thing = _DONE_WITH.sub("", what)
    if what and not (
        _NO_WORK.search(sentence)
        or _ALL_WORK.fullmatch(key(what))
        or is_everything(builder, thing, matter)
    ):
        return []
    found = parties.receivers(builder, matter, ("entrust",))
    return list(dict.fromkeys(id_ for id_, _ in found))


_TOPIC = re.compile(
    r"^(?:[(（]?[0-9０-９ア-ン①-⑳]{1,2}[)）.、 　]+|※[ 　]*|(?:なお|また|ただし)、?)*"
    r"(?P<what>[^。はが]{2,60})は、"
)


def topic_items(builder: Builder, sentence: str) -> list[str]:
    """電話番号は、甲課に限って提供する: the items of which alone that is said."""
    match = _TOPIC.match(sentence)
    if not match:
        return []
    found = builder.find_item(match["what"])
    parts = [match["what"]] if found else compiled(r"及び|並びに|、").split(match["what"])
    items = [builder.find_item(part) for part in parts]
    return [str(item) for item in items] if all(items) else []
