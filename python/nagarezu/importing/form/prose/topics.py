"""What a head or label of a 答申 or 諮問書 is about, by the words of the data file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_LONGEST = 40  # characters of a head
_AWAY = re.compile(
    r"(?:は|を)?、?(?:次|以下|下記|別[紙表添]\d*|資料[\d-]*)の(?:とおり|通り)(?:です|である|とする|"
    r"定める)?。?$|[:：。]$"
)
_ENCLOSED = re.compile(r"^[【〔\[<＜≪《〈■◆●○◇□▼▽・]+|[】〕\]>＞≫》〉]+$")
_LOOSE = re.compile(
    r"(?:の?(?:名称|概要|状況|内容|詳細|一覧|別|所在地?|氏名))?(?:等|など|について|に関する(?:こと|事項)|及び所在地?)?$"
)
_SEPARATOR = re.compile(r"[ 　]*[:：][ 　]*|[\t　 ]+")
_GOES_ON = re.compile(r"^(?:[のにをはがとでへも、。]|[─━―]{2}|[→←⇒⇔])")  # or is a figure


@cache
def _patterns(kind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((topic, re.compile(words)) for topic, words in rules("labels")[kind].items())


@lru_cache(maxsize=1 << 14)
def label_of(text: str) -> str:
    """A head without enclosing brackets and words such as は、次のとおりである。"""
    plain = tidy(text)
    while True:
        shorter = _AWAY.sub("", _ENCLOSED.sub("", plain)).strip()
        if shorter == plain:
            return plain
        plain = shorter


@lru_cache(maxsize=1 << 12)
def topic_of(text: str) -> str:
    """The topic of a head; empty for a sentence, or if no known word stands in it."""
    label = label_of(text)
    if "。" in label:  # 提供する項目（氏名は含まない。）
        label = without_brackets(label)
    if not label or len(label) > _LONGEST or "。" in label:
        return ""
    whole, bare = key(label), key(without_brackets(label))
    for plain in dict.fromkeys((bare, whole, _LOOSE.sub("", bare))):
        for topic, pattern in _patterns("prose_questions" if _ASKS.search(plain) else "prose"):
            if plain and pattern.search(plain):
                return topic
    return ""


_ASKS = re.compile(r"か\??$|\?$")
_SAYS = re.compile(r"は、")


_IS = re.compile(
    r"(?:と(?:する|します|した|なる|定める)|である|であり.{0,60}|です|予定(?:する)?|未定|とおり"
    r"|(?:選定|決定|選考|指定|公募|入札|契約|検討|調整)[^、。]{0,12})。?[)）]?$"
)


def _does(value: str) -> bool:
    """受託者は、一覧を市へ送信する。 says what somebody does, not who it is."""
    first = value.partition("。")[0]
    named = compiled(r"会社|法人|組合|協会|公社|センター|機構|とし、").search(first)
    return value.rstrip().endswith("。") and not named and not _IS.search(first)


ARROW = re.compile("[→⇒⇔←↔]")


def labelled(line: Passage, *, told: bool = False) -> tuple[Passage, Passage] | None:
    """委託先　株式会社甲 → label and value, if the words in front are a known label.

    `told` takes 委託先は、… as well: in a numbered line that is the label.
    """
    said = _SAYS.search(line.text[:28]) if told else None
    if said and topic_of(line.text[: said.start()]) == "partner" and _does(line.text[said.end() :]):
        said = None
    if said and topic_of(line.text[: said.start()]) and "次の" not in line.text[said.end() :][:6]:
        return line.part(0, said.start()), line.part(said.end())
    found = None
    for mark in _SEPARATOR.finditer(line.text[:48]):
        head = line.text[: mark.start()]
        inside = fold(head).count("(") > fold(head).count(")")  # 甲社（再委託先　乙社）
        if not head.strip() or len(head) > 32 or inside or ARROW.search(head):
            continue  # 職員 → 提供先：名簿の手渡し: what goes there, and not who it is
        value = line.part(mark.end())
        if value and topic_of(head) and "、" not in head and not _GOES_ON.match(value.text):
            found = line.part(0, mark.start()), value  # the longest: 対 象 者, not 対 象
    return found


_LISTED = re.compile(
    r"(?P<who>[^、。，]{2,40}?)(?:[ 　]*[:：][ 　]*|[ 　\t]+|\n)"
    r"(?P<list>[^、。]{1,40}(?:[、，]|及び|並びに).+)$",
    re.DOTALL,
)


def named_list(line: Passage) -> tuple[Passage, Passage]:
    """甲社　氏名、住所 → name and list; empty if the line is not of this kind."""
    match = _LISTED.match(line.text)
    if not match:
        return Passage(), Passage()
    return line.part(*match.span("who")), line.part(match.start("list"))


def also(label: str, topic: str) -> str:
    """提供先及び提供する情報, 委託先、業務及び期間: that a head speaks of partners, too."""
    parts = list(_parts(label_of(label)))
    topics = {topic_of(part) for part in parts} if 1 < len(parts) <= _PARTS else set()
    beside = "partner" in topics and topics <= {"partner", "content", topic, ""}
    return "partner" if beside and topic in ("items", "time", "content") else ""


_PARTS = 3  # of a head


@lru_cache(maxsize=1 << 14)
def relation_of(label: str) -> str:
    """What a partner under this label gets information by: 委託先 → entrust; empty if unsaid."""
    plain = key(without_brackets(label))
    for relation, words in rules("labels")["prose_relations"].items():
        if compiled(words).search(plain):
            return str(relation)
    return ""


def relations_of(label: str) -> list[str]:
    """All relations that a label names: 委託先及び結合の相手方."""
    return list(dict.fromkeys(found for part in _parts(label) if (found := relation_of(part))))


def _parts(label: str) -> Iterator[str]:
    yield from compiled(r"及び|並びに|兼|・|、|/|(?<=先)と(?=[一-龥])").split(fold(label))


def is_party_own(label: str) -> bool | None:
    """Whether a side of the measures is the own one; None if its head does not say."""
    plain = key(label_of(label))
    words = rules("labels")["prose_parties"]
    if _TOWARD.search(plain):
        return True
    if compiled(words["partner"]).search(plain):
        return False
    own = compiled(words["own"]).search(plain) or _OF_BODY.search(plain)
    return True if own else None


# 受託者に対する市の措置, 委託先に関して町が講じる対策: whose it is stands behind whom it is about
_TOWARD = re.compile(
    r"(?:に対(?:する|して?)|に関(?:する|して?)|について|への)、?"
    r"(?:(?:当|本)?(?:[市区町村県局課室館院校園]|実施機関|事務局|委員会|教育委員会)|当該課)"
    r"(?:[がの](?:行う|講[じず]る|とる|取る|実施する)?)"
    r"(?:安全管理|安全確保|保護|監督)?の?(?:ため)?の?(?:措置|対策|監督)"
)
# システム上の対策（市）: whose it is stands behind it
_OF_BODY = re.compile(
    r"[(](?:本|当)?(?:[市区町村県]|実施機関)(?:が(?:行う|講じる|とる)もの)?[)]$"
    # 移転に当たり本市が講じる対策
    r"|(?:(?:本|当)[市区町村県]|実施機関)が(?:行う|講[じず]る|とる|実施する)[^、。]{0,10}(?:対策|措置|こと|もの)$"
)
