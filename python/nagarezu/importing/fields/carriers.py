"""Channels and media: by what way, and on what, information travels or is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import (
    bracketed,
    fold,
    key,
    outside_brackets,
    tidy,
    without_brackets,
)


@dataclass(frozen=True, slots=True)
class Carrier:
    """A channel or medium: its kind, the words that say it, a system it names."""

    kind: str
    label: str
    system: str = ""


_SENDING = re.compile(
    r"送付|送信|送受信|郵送|受け?渡[しす]|手渡[しす]|手交|運搬|持参|搬送|提供する際|授受|移送|引き?渡[しす]"
    r"|から受け?取|交付する際|で送る|経由|に(?:[^。、]{1,10}を)?添付|貸与し|受領の(?:都度|際|とき)|受け?取る(?:都度|際|とき)"
    r"|(?:で|により)(?:受け?取っ|受領し|受信し)た(?:データ|ファイル|名簿|情報|一覧|リスト)"
    r"|サービスを(?:用い|使|利用)"
)
# 書留郵便で受託者へ送る, 職員が委託先に届ける: of what goes to persons it says nothing
_SENT = re.compile(
    r"(?<!見)送(?:る|り|って|らせ)|届け(?!出)|運(?:ぶ|び|んで)|渡(?:す|し|させ)|預け"
)
_POSTAL = re.compile(r"書留|郵送|郵便")
_BY_POST = r"(?:等)?(?:を|は)、?[^、。]{0,16}(?:書留|郵送|郵便)"
_NEGATED = re.compile(
    r"(?:使用|利用|接続|持込|持ち込|持出|保存)[^。]{0,14}(?:禁止|禁じ|しない|できない|行わない|させない)|接続でき(?:ない|ず)"
    r"|(?:引き?渡し|受け?渡し|送付|送信|提供|授受|搬送|持参|郵送|交付)(?:は|を|も)(?:、?一切)?"
    r"(?:行わ(?:ない|せない|ず)|し(?:ない|ません)|させない|行いません|認めない|許さない|禁止|禁じ)"
)


LINES = {"lgwan", "resident_network", "dedicated_line", "local_network", "internet"}


def channels(text: str) -> list[Carrier]:
    """The channels that a text names, in its order, each kind once."""
    return _named(text, rules("carriers")["channels"])


def media(passage: Passage) -> list[Carrier]:
    """The media of the row 記録媒体; brackets say which, where the word does not."""
    found: list[Carrier] = []
    text = compiled(r"(?<=[)）])[ 　]*\n").sub("、", passage.text.split("※")[0])  # one on each line
    for part in outside_brackets(tidy(text), "、，,"):
        for piece in compiled(r"(?:及び|並びに|又は|または)(?![^(（]*[)）])").split(part):
            found.extend(_medium(piece.strip(" ・。")))
    return found


def _medium(text: str) -> list[Carrier]:
    if not text:
        return []
    head = without_brackets(text).strip()
    inner = bracketed(text)
    generic = compiled(rules("carriers")["generic"]).search(key(head))
    if generic and inner and not any(note.endswith("。") for note in inner):
        parts = [
            tidy(part)
            for note in inner
            for part in compiled(r"及び|並びに|、|，|又は|と(?=[^い])").split(note)
        ]
        parts = [part for part in parts if part]
        kinds = [_kind(part) for part in parts]
        carried = [kind for kind in kinds if kind and kind != "server"]
        if not carried and LINES & {each.kind for each in channels("、".join(inner))}:
            return [Carrier("server", text)]  # 電磁的媒体（専用回線により送信する宛名データ）
        if carried or len(parts) > 1:
            return [
                Carrier(kind or "electromagnetic", part, _system(part))
                for part, kind in zip(parts, kinds, strict=True)
            ]
        system = _system(parts[0]) if parts else ""
        return [Carrier("server" if kinds == ["server"] else "electromagnetic", text, system)]
    kind = _kind(head) or ("electromagnetic" if generic else "")
    if kind in ("", "electromagnetic") and LINES & {each.kind for each in channels(head)}:
        return [Carrier("server", text)]  # 電子データ VPN回線による送受信: nothing that is carried
    if not kind:
        system = _system(head)
        return [Carrier("server", text, system)] if system else []
    return [Carrier(kind, text, _system(head) if kind == "server" else "")]


def _kind(text: str) -> str:
    plain = key(text)
    for rule in rules("carriers")["media"]:
        if compiled(rule["words"]).search(plain):
            return str(rule["kind"])
    return ""


def _system(text: str) -> str:
    plain = tidy(without_brackets(text))
    if compiled(rules("carriers")["some_server"]).fullmatch(plain):
        return ""  # データセンター内のサーバー: where one stands, not which
    if compiled(rules("names")["system"]).search(key(plain)) or compiled(
        r"(?:システム|サーバー?)"
    ).search(plain):
        return compiled(r"(?<=システム)(?:内の?)?サーバー?$").sub("", plain)
    return ""


def of_measure(text: str) -> tuple[list[Carrier], list[Carrier]]:
    """Channels and media of a measure: only those by which something is sent or handed over."""
    sentences = [part for part in compiled(r"(?<=。)").split(text) if part]
    ways: list[Carrier] = []
    things: list[Carrier] = []
    for sentence in sentences:
        if not _sends(sentence) or _NEGATED.search(sentence):
            continue
        for found, table in ((ways, "sending"), (things, "carried")):
            named = _unposted(sentence, _named(sentence, rules("carriers")[table]))
            for carrier in (each for each in named if not _of_no_data(sentence, each)):
                if all(carrier.kind != other.kind for other in found):
                    found.append(carrier)
    return ways, things


def _sends(sentence: str) -> bool:
    """Whether a sentence of a measure hands something over, not to the persons themselves."""
    return bool(
        _SENDING.search(sentence) or (_SENT.search(sentence) and not _TO_PERSON.search(sentence))
    )


def _unposted(sentence: str, found: list[Carrier]) -> list[Carrier]:
    """DVD-Rを書留郵便で送る: what the post carries there is no paper."""
    plain = fold(tidy(sentence))
    posted = any(
        each.kind == "media" and compiled(rf"{re.escape(each.label)}{_BY_POST}").search(plain)
        for each in found
    )
    return [each for each in found if not (posted and _POSTAL.search(each.label))]


_THING = re.compile(r"(?:^|[、。はがを])(?P<thing>[^、。はがを]{1,24})[はを]、?[^。はを]*$")


def holds_no_data(thing: str) -> bool:
    """Whether a thing is none that holds what lists name: 報告書, what undoes an encryption."""
    return bool(compiled(rules("carriers")["handover"]["not_data"]).search(thing))


def _of_no_data(sentence: str, carrier: Carrier) -> bool:
    """データは暗号化し、解除の番号は電子メールで送る: nothing of the data goes that way."""
    plain = fold(tidy(sentence))
    thing = _THING.search(plain[: max(plain.find(carrier.label), 0)])
    return thing is not None and holds_no_data(thing["thing"])


_HANDED = re.compile(
    r"(?:区|市|町|村|県|実施機関)(?:が|は|から|より|で)、?[^。]{0,24}?"
    r"(?P<by>紙|書面|郵送)"
    r"(?:で|により|に(?:記録|出力|格納|保存)(?:して|し、))[^。]{0,14}?(?:引き?渡|手渡|貸与|送付|提供|交付|作成し|送信)"
)
_GIVEN = re.compile(
    r"引き?渡|手渡|提出|貸与|送付|送信|送受信|提供|交付|受け?取|受領|持参|搬送|授受|受け?渡|伝送|転送|納品"
    r"|(?<![見回郵])送(?:る|り、|って|り?届け)|(?<![り見言])渡(?:す|し、|して)|届ける|届け、|持ち込[むみ]"
)
_BY = re.compile(  # by what, right behind its name
    r"(?:[(（][^()（）]*[)）])?(?:等|など)?(?:で|により|による|によって|を(?:用い|使用し|利用し|介し|経由し|通じ|もって)"
    r"|経由(?:で|により)|に(?:記録|出力|格納|保存|収め|収録|書き込|複写|入れ|添付)|の(?:受け?渡|授受|送付|引き?渡|貸与|交付|提供))"
)
_LEFT_AS = re.compile(r"(?<![一-龥])紙(?:媒体)?の(?:まま|状態で)")  # 予診票は、紙のまま…送り届ける
_NOT_NOW = re.compile(r"これまで|従来|従前|現在は|現行|してきた|していた|禁止|場合")
_NONE = re.compile(
    r"(?:しない|行わない|用いない|使わない|せず|行わず|用いず|ない(?:もの|こと)?とする)"
)
_TO_PERSON = re.compile(  # what is sent to the persons themselves has its own ways
    r"(?:(?<!受託)(?<!受任)(?<!業)(?<!担当)(?<!従事)(?<!責任)者|本人|世帯主?|住民|[区市町村]民|家族)(?:等)?(?:に|へ|宛|あて)"
)
_WHOLLY = re.compile(
    r"全て|すべて|のみ|だけ|限[りる]|一切|媒体[^、。]{0,16}(?:ない|せず|行わず|用いず)"
)


_ON_WORK = re.compile(  # 点検報告書は、電子メールで送る: nothing that the lists hold
    r"[^、。はをが]{0,16}(?:報告書?|[日月週]報|工程表?|予定表?|日程表?|計画書|議事録|体制図)[をはが]"
)


def handed(text: str) -> list[Carrier]:
    """By what information is handed over, as a row of the work says it.

    区が紙で作成した名簿に基づき · 一覧は、DVD-Rに収めて引き渡す · データはLGWAN回線により送信し、…
    """
    found: list[Carrier] = []
    for clause in _clauses(text):
        made = [Carrier("paper", match["by"]) for match in _HANDED.finditer(clause)]
        if _GIVEN.search(clause) and not _ON_WORK.match(clause):
            made.extend(Carrier("paper", "紙") for _ in _LEFT_AS.finditer(clause))
            made.extend(each for each in _named(clause, _told()) if _is_means(clause, each.label))
        made.extend(_of_thing(clause))
        found.extend(each for each in made if all(each.kind != other.kind for other in found))
    return found


# 利用者の名簿（紙）を…手渡す: of what the thing is that is handed over
_MADE_OF = re.compile(
    r"[(](?P<by>[^()]{1,12})[)](?:を|は、?)[^。]{0,40}?(?:手渡|引き?渡|持参|郵送|搬送|交付|預け)"
)


def _of_thing(clause: str) -> Iterator[Carrier]:
    for match in _MADE_OF.finditer(clause):
        if _kind_of(match["by"]) == "paper":
            yield Carrier("paper", match["by"])


_GIVES = re.compile(
    r"(?:渡[すし]|提供する|送付する|交付する|貸与する|預ける|搬送する|持参する)(?:際の|ための|とき(?:の|は)、?)?$"
)
_IS_GIVEN = re.compile(
    r"(?:[(（][^()（）]*[)）])?(?:等)?を、?[^。、を]{0,12}?(?:手渡|引き?渡|持参|送付|郵送|搬送|交付|預け)"
)


def given(text: str) -> list[Carrier]:
    """By what a measure says that something is handed over: 甲に渡すフラッシュメモリは、…"""
    found = handed(text)
    for clause in _clauses(text):
        for each in _named(clause, _told()):
            at = clause.find(each.label)
            gives = at >= 0 and _GIVES.search(clause[:at])
            if gives or (at >= 0 and _IS_GIVEN.match(clause, at + len(each.label))):
                found.extend([each] if all(each.kind != other.kind for other in found) else [])
    return found


def _clauses(text: str) -> Iterator[str]:
    """What sentences say of today; a clause that says what is not done is left out."""
    for sentence in compiled(r"(?<=[。\n])").split(text):
        plain = fold(tidy(sentence))
        if _NOT_NOW.search(plain):
            continue
        parts = compiled(r"(?<=[いしりきっ])、").split(plain)
        left = [p for p in parts if not _NONE.search(p) and not _TO_PERSON.search(p)]
        yield "、".join(left)


def _is_means(sentence: str, words: str) -> bool:
    at = sentence.find(words)
    return at >= 0 and bool(_BY.match(sentence, at + len(words)))


def _told() -> list[dict[str, str]]:
    table: list[dict[str, str]] = rules("carriers")["told"]
    return table


def wholly(text: str) -> bool:
    """Whether a text says that all of it goes the ways that it names."""
    return any(
        _WHOLLY.search(part) for part in compiled(r"。").split(fold(text)) if _GIVEN.search(part)
    )


def ticked(names: Iterable[str]) -> list[Carrier]:
    """The ways of handing over that a form ticks, as what may be on them; a line leads to a server.

    紙（データは専用線で送る。） is paper; その他（専用線） is what its brackets say. What a
    form does not name is `unspecified`, which may be anything.
    """
    return [
        Carrier(_kind_of(without_brackets(fold(name))) or _kind_of(name) or _ANY, tidy(name))
        for name in names
    ]


_ANY = "unspecified"


def _kind_of(name: str) -> str:
    plain = fold(name)
    ways = rules("carriers")["ways"]
    return next((str(rule["kind"]) for rule in ways if compiled(rule["words"]).search(plain)), "")


def _named(text: str, table: list[dict[str, str]]) -> list[Carrier]:
    plain = fold(tidy(text))
    found: list[tuple[int, Carrier]] = []
    taken: list[tuple[int, int]] = []
    for rule in table:
        for match in compiled(rule["words"], re.IGNORECASE).finditer(plain):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            if all(carrier.kind != rule["kind"] for _, carrier in found):
                found.append((match.start(), Carrier(rule["kind"], tidy(match.group()))))
    return [carrier for _, carrier in sorted(found, key=lambda pair: pair[0])]
