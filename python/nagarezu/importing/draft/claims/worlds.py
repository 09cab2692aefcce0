"""Closed statements as claims: only, never, nobody is known, nothing is handed on.

Only of those whom the flows and lists have, and of items that stand in the lists: what a sentence
denies of something that is nowhere listed can be at odds with nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.claims import meant, myself, only_whom, scoped, told_items, whom
from nagarezu.importing.draft.claims.everything import is_everything, is_staff
from nagarezu.importing.draft.claims.pieces import pieces
from nagarezu.importing.draft.claims.shown import is_screen, is_shown, shows
from nagarezu.importing.draft.claims.whom import Whom, entity
from nagarezu.importing.draft.said import Said
from nagarezu.importing.fields import closed
from nagarezu.importing.fields.by_what import any_way
from nagarezu.importing.fields.claims import parts
from nagarezu.importing.fields.closed_parts import Closed
from nagarezu.importing.fields.concepts import meaning
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key
from nagarezu.importing.sentences.frames import frames

_COUNT = re.compile(r"の?[0-9０-９一二三四五六七八九]{1,2}(?:項目|点|つ)$")
# one of the answers that a form offers, ticked or not
_OFFERED = re.compile(r"[\[［][ \u3000○〇✓レ]*[\]］]|選択肢|^[^。]{1,14}$")
_OWN_THING = re.compile(r"(?:システム|サーバー?|台帳|名簿|端末)$")  # 予約システムから送らない
_GIVEN = re.compile(r"(?:への(?:提供|送付|移転)|に対する(?:もの|提供)|の職員)$")


def read(builder: Builder, each: Said, whose: str) -> Iterator[Entity]:
    """The claims of a sentence and of what stands in brackets within it."""
    if _OFFERED.search(each.text):
        return
    for text in pieces(each.text):
        for told in closed.read(text):
            yield from _CLAIMS[told.says](builder, each, told, whose)
        if _ANY_SYSTEM.search(text) and not compiled(rules("closed")["asked"]).search(text):
            yield from _unlinked(builder, each, text)


_ANY_SYSTEM = re.compile(
    r"(?:庁内|[市区町村]内部|他|ほか)?の?(?:他の)?(?:いずれの|どの|いかなる)(?:他の|業務)?システム"
)


def _unlinked(builder: Builder, each: Said, text: str) -> Iterator[Entity]:
    """甲システムは庁内のいずれのシステムとも接続しない: those to which it is said to be linked."""
    for frame in frames(text):
        to, topic = frame.part("と", "に"), frame.parts.get("は")
        linked = frame.act == "link" or frame.verb == "連携"
        if not (linked and frame.denied and to) or frame.supposed or frame.of or to.besides:
            continue
        links = [f for f in builder.of_matter("flows", each.matter) if f["relation"] == "link"]
        named = parties.find(builder, topic.text) if topic else ""
        several = len({str(flow["from"]) for flow in links}) > 1
        if not _ANY_SYSTEM.fullmatch(key(to.text)) or ((several or topic) and not named):
            continue  # of which system it is said, is not known
        found = [str(id_) for f in links if named in ("", f["from"]) for id_ in f["to"]]
        own = [id_ for id_ in found if builder.holder_entity(id_).get("operator") == builder.own]
        inside = compiled("庁内|内部").match(key(to.text))
        yield from _none(each, list(dict.fromkeys(own if inside else found)))


def _never(builder: Builder, each: Said, told: Closed, whose: str) -> Iterator[Entity]:
    if told.by and not _is_ours(builder, told.by):
        return
    if told.act == "receive" and not told.who and _GIVES_ONLY.search(each.text):
        return  # 市が甲社に渡すだけで、受け取ることはない: said of the own side
    if told.by and told.who:
        return  # what 市から甲社に never goes may come to 甲社 from others
    if is_shown(told) or scoped.of_log(each.text) or scoped.of_password(each, told.verb):
        return
    if is_everything(builder, told.what, each.matter):
        of = _unentrusted if told.act == "handle" and told.who else _nothing
        yield from of(builder, each, told, whose)
        return
    if scoped.is_exception(each, told.what) or scoped.into_thing(builder, told):
        return
    who = whom.about(builder, each, told, whose)
    items = meant.items(builder, who, told.what)
    if told.act == "view" and any(is_screen(builder, id_) for id_ in who.holders):
        return
    if who.holders and items:
        if told.act != "give" or not _given_others(builder, who, items):
            yield entity("never", each, who, items=items)
    elif compiled(r"データ$").search(told.what):
        yield from _nothing(builder, each, told)


_GIVES_ONLY = re.compile(
    r"(?:渡す|送る|出す|提供する|知らせる|送信する|送付する|通知する)(?:のみ|だけ)[^。、]{0,6}、"
)


def _given_others(builder: Builder, who: Whom, items: Sequence[str]) -> bool:
    """Whether a table says what goes to each of them, and these items are not among it."""
    given = [builder.given.get(id_, set()) for id_ in who.holders]
    return all(given) and not any(set(items) & each for each in given)


_USE = re.compile(
    r"(?:業務|事務|目的|用途|事業|作業|ため|(?:集|統)計|計算|算定|判定|連絡|案内|通知|抽選)等?$"
)


def _is_use(told: Closed) -> bool:
    """乗車日時を委託業務のほかに使わせない: for what it is used, and not by whom."""
    return told.act == "handle" and bool(_USE.search(key(told.alone))) and bool(told.what)


def _is_ours(builder: Builder, printed: str) -> bool:
    """The own side, or a system that it runs: nothing goes from there to the partner."""
    if parties.is_own(builder, printed):
        return True
    found = parties.find(builder, printed)
    if found:
        return builder.holder_entity(found).get("operator") == builder.own
    return bool(_OWN_THING.search(key(printed))) and not parties.within(builder, printed)


_BUT = re.compile(
    r"(?:場合|とき|際|定め|規定|法令|条例|法律|もの|同意|求め)(?:[^、。]{0,8})(?:除[いくき]|のほか|以外)"
)

# 上の表の2者のほかに、別紙1に掲げる者以外に: those of a table are left out, whoever they are
_BUT_LISTED = re.compile(
    r"(?:表|一覧|別[紙添]|上記|前記|以上|左記|これら)[0-9]*(?:[のにと][^、。はが]{0,12})?(?:の(?:ほか|他|外)|以外)"
    r"|[0-9二三四五六七八九](?:者|社|機関|団体|法人|か所|施設)(?:の(?:ほか|他|外)|以外)"
)


def _nothing(builder: Builder, each: Said, told: Closed, _: str = "") -> Iterator[Entity]:
    """移転は行わない, 外へは出さない: nobody gets anything in that way."""
    plain = key(told.who)
    ruled = compiled("ならない|いけない|禁").search(each.text)  # what a duty forbids may be done
    if (
        told.act != "give"
        or ruled
        or "しか" in each.text
        or _BUT.search(each.text)
        or _BUT_LISTED.search(fold(each.text))
        or _by_some_way(each.text, told.verb)
        or compiled(r"^(?:他|ほか|それ|これ)$|^(?:その|それ|これ|上記)(?:以外|の?[他ほ])").search(
            plain
        )
    ):
        return
    outside = compiled(rules("closed")["outside"]).search(plain)
    outside = outside if outside and "第三者" not in plain else None
    everyone = _ANY_OTHER.search(plain)
    verb = told.verb
    if not (outside or everyone) and (named := _takers(builder, told, each.matter)):
        yield from _none(each, named)
        return
    if everyone:
        verb = "提供" if compiled("機関|団体").search(plain) else "移転"
    if not outside and not compiled("提供|移転|開示").search(verb):
        return
    if outside or everyone or not plain:
        way = "" if verb == "渡る" else verb  # 市の外の者に渡る: in whatever way
        found = only_whom.receiving(builder, way, each.matter, inside=not outside)
        yield from _none(each, found)


def _takers(builder: Builder, told: Closed, matter: str) -> list[str]:
    """他の市町村への提供は行わない: those named, as far as something goes to them in that way."""
    receiving = only_whom.receiving(builder, told.verb, matter, inside=True)
    return [id_ for id_ in parties.all_of(builder, told.who) if id_ in receiving]


def _by_some_way(sentence: str, verb: str) -> bool:
    """紙で他の部署に移転することはない: other ways are open."""
    before = sentence.split(verb)[0] if verb in sentence else ""
    clause = fold(compiled("[、。]").split(before)[-1])
    found = [match.end() for match in any_way().finditer(clause)]
    return any(_BY.match(clause, end) for end in found)


_BY = re.compile(r"(?:等|など)?(?:で|により|によって|による|を(?:用い|使|介し|通じ))")
_ANY_OTHER = re.compile(
    r"(?:(?:他|ほか|別|よそ)の?|(?:どの|いずれの|いかなる|どこの))"
    r"(?:部?[課署局室]|部署|所属|(?:行政)?機関|(?:公共)?団体)$"
)


def _none(each: Said, holders: Sequence[str]) -> Iterator[Entity]:
    if holders:
        yield entity("only", each, Whom(list(holders), each.matter))


def _only(builder: Builder, each: Said, told: Closed, whose: str) -> Iterator[Entity]:
    """What is alone named are items or holders, whichever the draft has."""
    if between_systems(builder, each.text) or is_shown(told) or scoped.of_log(each.text):
        return
    if _is_use(told):
        return
    if told.act == "receive" and told.by and not (told.who or parties.is_own(builder, told.by)):
        return  # 甲システムから取り込むのは番号に限る: what comes from others is not told
    names = [_COUNT.sub("", name) for name in parts(_COUNT.sub("", told.alone))]
    who = whom.about(builder, each, told, whose)
    if who.holders and (marked := meant.marked(builder, each, told.alone)):
        yield entity("only", each, who, items=marked)
        return
    allowed = [meant.items(builder, who, name) for name in names]
    if names and all(allowed) and who.holders:
        on_screen = told.act == "view" and shows(builder, each.text)  # 端末には番号だけを表示する
        if on_screen or scoped.of_direction(builder, each, who.holders):
            return
        yield entity("only", each, who, items=sorted({id_ for ids in allowed for id_ in ids}))
        return
    everything = is_everything(builder, told.what, each.matter)
    if told.act == "handle" and told.what and not everything:
        yield from _others_never(builder, each, told)
        return
    if told.act not in ("give", "receive", "entrust", "link", "view"):
        return
    alone = _GIVEN.sub("", told.alone)
    named = [id_ for id_ in parties.all_of(builder, alone) if id_ != builder.own]
    own = not named and (parties.is_own(builder, alone) or _by_staff(told, each))
    if own and _SYSTEM.search(told.what) and told.act in ("view", "link"):
        return  # who works with it, and not who gets what is in it: see `users`
    if not (named or own) or not everything:
        return
    inside = not (own or compiled(rules("closed")["outside"]).search(key(told.who + each.text)))
    receiving, matter = _beside(builder, told, each.matter, named, inside=inside)
    if _SECTIONS.search(key(told.who)):  # 他の課に渡すのは: nothing is said of those outside
        receiving = [id_ for id_ in receiving if builder.holder_entity(id_)["kind"] == "section"]
    if own or set(named) <= set(receiving):
        yield from _none(replace(each, matter=matter), [i for i in receiving if i not in named])


def _beside(
    builder: Builder, told: Closed, matter: str, named: Sequence[str], *, inside: bool
) -> tuple[list[str], str]:
    """Who gets something in that way, on this sheet, or in all if it names one of another."""
    if told.verb == "渡る" and not named:  # 市の職員以外の手に渡る: in whatever way
        return only_whom.receiving(builder, "", matter, inside=inside), matter
    here = only_whom.receiving(builder, told.verb, matter, inside=inside)
    if named and not inside and told.who and not _THIS.match(told.what):
        return only_whom.receiving(builder, told.verb, "", inside=False), ""  # 町の外に渡す相手は
    if set(named) <= set(here) or not matter:
        return here, matter
    return only_whom.receiving(builder, told.verb, "", inside=inside), ""


_HANDED = ("entrust", "delegate", "reentrust")


def _others_never(builder: Builder, each: Said, told: Closed) -> Iterator[Entity]:
    """番号を取り扱うのは甲課の職員に限る, 甲社だけ: no other who is entrusted has it."""
    named = parties.all_of(builder, told.alone)
    own = not named and is_staff(builder, told.alone)
    works = [id_ for id_, _ in parties.receivers(builder, each.matter, _HANDED)]
    if not own and not (named and set(named) <= set(works)):
        return
    for id_ in dict.fromkeys(works):
        who = Whom([id_], each.matter)
        items = meant.items(builder, who, told.what) if id_ not in named else []
        if items:
            yield entity("never", each, who, items=items)


_THIS = re.compile("本|この|その|当該|これ")
_SYSTEM = re.compile("(?:システム|アプリ|データベース|端末)$")
_SECTIONS = re.compile(r"(?:[課係室]|部[署局]|所属|庁内|内部)$")


def between_systems(builder: Builder, sentence: str) -> bool:
    """甲サーバから乙サイトへは番号のみを送る: what 乙サイト has besides may come from others."""
    for frame in (each for text in pieces(sentence) for each in frames(text)):
        ends = [part.text if (part := frame.parts.get(role)) else "" for role in ("から", "に")]
        found = [parties.find(builder, name) if name else "" for name in ends]
        systems = all(id_ and builder.holder_entity(id_)["kind"] == "system" for id_ in found)
        if systems and frame.act in ("give", "receive"):
            return True
    return False


def _by_staff(told: Closed, each: Said) -> bool:
    """この情報に触れる者は甲課の職員以外にいない: nobody outside sees any of it."""
    staff = compiled(r"(?:[課係室署]|支所|部署)の職員$").search(told.alone)
    beside = compiled("以外|ほかに").search(each.text)
    return bool(staff and beside and told.act in ("view", "handle") and told.what)


def _nobody(builder: Builder, each: Said, told: Closed, whose: str) -> Iterator[Entity]:
    if whom.published(each) or (not told.who and whom.of_statistics(builder, each)):
        return
    if scoped.of_copy(each) or (told.act == "contain" and scoped.of_report(each)):
        return
    if scoped.of_these(each) or scoped.of_group(builder, each):
        return
    if whose and (told.act == "keep" or told.who) and _of_record(told, each.text):
        here = Whom([whose], each.matter)
        yield entity("never", each, here, classes=list(rules("claims")["identifying"]))
        return
    who = whom.about(builder, each, told, "")
    if whom.of_answers(builder, each):
        who = Whom(whom.answering(builder))
    if _of_file(builder, each, told):
        who = Whom(told_items.recorded(builder, "本ファイル", each.matter, whose), each.matter)
    outside = [id_ for id_ in who.holders if id_ != builder.own]
    if whose:  # a file goes whole to those of whom nothing else is listed
        outside = [id_ for id_ in outside if whom.has_list(builder, id_, who.matter)]
    if outside:
        outside = whom.with_sharers(builder, outside, who.matter)
        classes = [*rules("claims")["identifying"], *_numbers(builder, outside, who.matter)]
        yield entity("never", each, Whom(outside, who.matter), classes=classes)


_THIS_FILE = re.compile(
    r"(?:本|この|当該?)(?:特定)?(?:個人情報)?(?:ファイル|台帳|名簿|帳簿|データベース)"
)


def _of_file(builder: Builder, each: Said, told: Closed) -> bool:
    """個人を識別できる事項は記録していない: said of the file of an assessment, and of no copy."""
    if builder.content.get("procedure") != "assessment" or told.act not in ("keep", "contain"):
        return False
    if told.who:
        return bool(compiled(f"{_THIS_FILE.pattern}$").search(key(told.who)))
    front = compiled("識別|特定|判別|割り出").split(each.text)[0]
    return bool(_THIS_FILE.search(front)) or not compiled("[はも、]").search(front)


def _of_record(told: Closed, sentence: str) -> bool:
    """個人を特定できる情報は記録していない: of the persons on file, and not of a log or others."""
    here = not told.who or _THIS_FILE.fullmatch(key(told.who)) is not None
    return here and not _OTHER_PERSON.search(sentence)


_OTHER_PERSON = re.compile(
    r"以外の者|第三者|加害|被害|相手|家族|職員|担当者|委託|[録表計ログ]に(?:は|も)、"
    r"|(?:け|な|す)れば|ないか、"
)


def _numbers(builder: Builder, holders: Sequence[str], matter: str) -> list[str]:
    """The class of numbers, if all that these get are official ones, which tell who somebody is.

    整理番号 may be made for the purpose.
    """
    labels = [str(entry["label"]) for entry in whom.entries(builder, holders, matter)]
    numbers = [label for label in labels if "OI" in meaning(label).classes]
    official = [
        label for label in numbers if compiled(rules("closed")["official"]).search(key(label))
    ]
    return ["OI"] if numbers and len(official) == len(numbers) else []


def _unentrusted(builder: Builder, each: Said, told: Closed, _: str) -> Iterator[Entity]:
    works = only_whom.entrusted(builder, told.who, told.what, each.text, each.matter)
    yield from _none(each, works)


_CLAIMS = {
    "never": _never,
    "only": _only,
    "nobody": _nobody,
    "myself": myself.read,
    "unentrusted": _unentrusted,
}
