"""Partners that a sentence names: 委託先は甲社とし、同社から乙社に再委託する。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from nagarezu.importing.draft.prose.naming import CUT, FORM, ROLE, SAME, is_name, names_before
from nagarezu.importing.fields import names
from nagarezu.importing.fields.names import Name
from nagarezu.importing.fields.reentrusted import FIRM
from nagarezu.importing.form.prose.topics import relation_of
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, without_brackets

_VERB = re.compile(
    r"(?P<gives>再委託|委託|委任|提供|発注|回線結合|結合)(?=す|し|さ|を?行|を?予定|契約|(?:が|を)?でき|、|。|済|中|$)"
    r"|(?P<asks>(?<![御ご])依頼)(?=す|し|を?行)"
    r"|(?:を?、?(?:専用|通信|暗号化した)?(?:の)?[一-龥]{0,6}(?:回線|網)(?:で|により|によって|を通じて))(?P<ties>結)(?=[びぶん])"
    rf"|を(?P<named>{ROLE})(?:と|に)(?=し|す|決|選|な)"
    r"|(?P<takes>が、?再?(?:受託|受注))(?=す|し)"
    r"|(?P<makes>を(?:行わせ|実施させ|処理させ|担わせ|請け?負わせ)|(?<=[にへ])(?:行わせ|請け?負わせ|担わせ|任せ|委ね))(?=る|ま|、|て)"
    r"|(?P<equals>と(?=する|し[、た]|し(?=\S*[にへを、])(?!て)|なる|なっ|決)|であ[るり]|です)"
)
_LONGEST = 300  # characters in front of a verb that are searched for names
_NOBODY = re.compile(r"(?:しない|行わない|認めない|できない|てはならない|禁止(?:する|とする))。?$")
_GIVEN = re.compile(
    r"に(?!よ[りっる]|おい|おけ|係る|関[すし]|つい|基づ|伴|当た|対する|際し|応じ|先立|限|とも)"
    r"|へ|と(?=契約|の間|$)"
)
_LINKED = re.compile(
    r"(?:(?:が(?:管理|運用|設置|保有|提供)する|の[^、。はがをにとの]{0,16}?)(?:電子計算(?:機|組織)|コンピューター?|システム|サーバー?|機器|端末))?(?:と|に)"
)
_SHORTLY = re.compile(
    r"(?:^|[、をは])(?P<who>[一-龥ァ-ヶー]{2,12}?)(?:の(?:電子計算(?:機|組織)|コンピューター?|システム|サーバー?))?[にと]$"
)
_NOT_NOW = re.compile(r"(?:は|を)?(?:(?:し|行わ|さ|させ)?(?:ない|ず)|して(?:いた|きた))")


@dataclass(slots=True)
class Told:
    """Who is named. `giver` as printed, empty if the sentence does not say; `again`: 再委託.

    `refers` is a short form such as 受託者 where the sentence has it in place of a name.
    """

    names: list[Name]
    passage: Passage
    again: bool = False
    giver: str = ""
    topics: list[str] = field(default_factory=list)
    relation: str = ""
    refers: str = ""
    asked: bool = False  # 依頼する: work only where the head above says so
    doer: str = ""  # who entrusts, of 甲は、印刷を乙社に委託する
    made: bool = False  # 行わせる: who does what, though it be of another tier


def is_sentence(text: str) -> bool:
    """A statement, not a name alone: 株式会社甲 and 株式会社甲。 are names."""
    plain = fold(without_brackets(text)).strip(" 。")
    if is_name(plain):
        return False
    return text.rstrip().endswith("。") or bool(_VERB.search(plain))


def read(passage: Passage) -> tuple[list[Told], list[Passage]]:
    """What the sentences of a paragraph tell, and those that tell of a partner without a name."""
    found: list[Told] = []
    unread: list[Passage] = []
    for sentence in _sentences(passage):
        told = _of_sentence(sentence)
        found.extend(told)
        speaks = compiled(rf"委託|委任|{ROLE}").search(sentence.text)
        if not told and speaks and not _NOBODY.search(fold(sentence.text)):
            unread.append(sentence)
    return found, unread


def _sentences(passage: Passage) -> Iterator[Passage]:
    start, depth = 0, 0
    for offset, char in enumerate(fold(passage.text)):
        depth += (char in "(「") - (char in ")」" and depth > 0)
        if char == "。" and not depth:
            yield passage.part(start, offset + 1)
            start = offset + 1
    if passage.text[start:].strip():
        yield passage.part(start)


_DOER = re.compile(r"(?:^|[、。])(?P<who>[^、。はが]{2,40}?)(?:は|が)(?=、)")


def _of_sentence(sentence: Passage) -> list[Told]:
    plain, where = bare(sentence.text)
    found: list[Told] = []
    start = 0
    for verb in _VERB.finditer(plain):
        if _NOT_NOW.match(plain, verb.end()):
            start = verb.end()
            continue
        start = max(start, verb.start() - _LONGEST)
        segment = plain[start : verb.start()]
        told = _of_verb(sentence, plain, where, (start, verb.start()), verb)
        again = bool(compiled(r"再委託|再受託").search(segment + verb.group()))
        relation = _relation(verb, segment)
        if told is not None:
            giver = _giver(segment) if again else ""
            one = Told(told, sentence, again, giver, _topics(segment), relation)
            doer = _DOER.search(segment)
            one.asked, one.doer = bool(verb["asks"]), doer["who"] if doer else ""
            one.made = bool(verb["makes"])
            found.append(one)
            start = verb.end()
        elif verb["gives"] and relation in ("entrust", "link") and not again:
            short = _SHORTLY.search(segment)
            if short:
                found.append(Told([], sentence, False, "", [], relation, short["who"]))
    return [*found, *_taking(sentence, plain, where), *_named_behind(sentence, plain, where)]


_RUNS = re.compile(
    r"(?:^|(?<=[。、]))(?P<who>[^、。]{2,60})(?:が|は)、?"
    r"[^。]{0,60}?(?:提供|運営|運用|管理|開設|設置)(?:する|し、|し、?て|される)"
)


def runs(passage: Passage) -> Iterator[Name]:
    """Firms of which a sentence says that they run or serve something: 甲社が…により提供する。"""
    for sentence in _sentences(passage):
        plain, where = bare(sentence.text)
        for match in _RUNS.finditer(plain):
            form = FORM.search(match["who"])
            first = match.start("who")
            inner = first + form.start() if form else 0
            if inner and sentence.text[where[inner] - 1].isspace():
                first = inner  # 甲サービス　株式会社乙が…: a label and a space in front
            if form and is_name(plain[first : match.end("who")]):
                made = names.name(sentence.text[where[first] : where[match.end("who")]], sentence)
                if made is not None:
                    yield made


_WORKS = re.compile(  # 封入及び封緘は、甲社がその自社工場において行い、…
    r"(?:^|[。、])(?P<who>[^、。]{4,40}?)が、?(?![^、。]{0,12}(?:提供|運営|開設|保有))"
    r"(?P<how>[^。]{0,40}?)(?:行う|行い|行って|担う|担い|担当|実施|処理|作業|従事|受け持|当たる|当たり)"
)
_OWN_CARRIER = re.compile(r"日本郵便|郵便局|ゆうちょ")


def works(passage: Passage) -> Iterator[Name]:
    """Firms of which a sentence says that they do a piece of the work themselves."""
    for sentence in _sentences(passage):
        plain, where = bare(sentence.text)
        for match in _WORKS.finditer(plain):
            who = match["who"]
            start = next((form.start() for form in FORM.finditer(who)), -1)
            start = 0 if is_name(who) else start
            if start < 0 or not is_name(who[start:]) or not FORM.search(who):
                continue
            if not _OWN_CARRIER.search(who) and not _PAST.search(match.group()):
                first = match.start("who") + start
                made = names.name(sentence.text[where[first] : where[match.end("who")]], sentence)
                if made is not None:
                    yield made


def is_past(text: str) -> bool:
    """従来は甲社が…行っていた, or somebody who carries what is sent: no partner by that."""
    return bool(_PAST.search(text) or _OWN_CARRIER.search(text))


_PAST = re.compile(r"これまで|従来|現在|場合|行って(?:いない|いた|きた)|して(?:いた|きた)")


# 委託先から運搬を請け負った甲社が、…: who took it on, and from whom
_TOOK = re.compile(
    r"(?P<giver>[^、。はが]{2,40}?)(?:から|より)(?P<what>[^、。はが]{0,24}?)"
    r"(?:請け?負った|引き受けた|受託した|受注した|(?:委託|依頼|発注)を受けた)(?P<who>[^、。]{4,60})"
)


_BODY = re.compile(
    r"協会|組合|公社|機構|法人|財団|社団|連合会|協議会|センター"
)  # alone, of one named


def _taking(sentence: Passage, plain: str, where: list[int]) -> Iterator[Told]:
    for match in _TOOK.finditer(plain):
        form = FORM.search(match["who"])
        ends = [cut.start() for cut in CUT.finditer(match["who"])] if form else []
        stop = next((end for end in ends if is_name(match["who"][:end])), 0)
        giver = compiled(r"^.*[はが、]").sub("", match["giver"])
        if stop and (is_name(giver) or SAME.fullmatch(giver) or _BODY.fullmatch(giver)):
            first = match.start("who")
            made = names.name(sentence.text[where[first] : where[first + stop]], sentence)
            if made is not None:
                yield Told([made], sentence, again=True, giver=giver, relation="reentrust")


_BEHIND = re.compile(  # 運用を委託する株式会社甲のサーバー: who is given it stands behind the verb
    r"を、?(?P<verb>(?:再委託|委託|委任)(?:する|した|して(?:いる|おり)|(?:する|を)?予定(?:の|している)"
    r"|することと(?:する|した))|請け?負(?:う|った|わせる|っている)|受託(?:する|した|している)"
    r"|任せる|任せている|委ねる|担う)"
    rf"(?P<who>{FIRM.pattern})"
)


_FROM = re.compile(r"(?:委託先|受託者|事業者|会社|法人|組合|同社|者)から[^、。]*$")


def _named_behind(sentence: Passage, plain: str, where: list[int]) -> Iterator[Told]:
    for match in _BEHIND.finditer(plain) if "を" in plain else ():
        first, last = match.span("who")
        made = names.name(sentence.text[where[first] : where[last]], sentence)
        if match["verb"].startswith(("請", "受託")) and _FROM.search(plain[: match.start()]):
            continue  # 委託先から運搬を請け負った甲社: of the next tier, and told above
        if made is not None and is_name(match["who"]) and not _PAST.search(plain[:first]):
            again = match["verb"].startswith("再")
            yield Told([made], sentence, again=again, relation="reentrust" if again else "entrust")


def _relation(verb: re.Match[str], segment: str) -> str:
    """By what the verb says, else by the role that is named: 委託先は甲社とする."""
    if verb["makes"] or verb["ties"]:
        return "entrust" if verb["makes"] else "link"
    said = (verb["gives"] or verb["named"] or verb["takes"] or "") or " ".join(
        compiled(rf"{ROLE}").findall(segment)[-1:]
    )
    served = not said and _SERVES.search(segment)
    return "entrust" if served else relation_of(said)


# 運用事業者は、甲社とする: who does a part of the work for the own side
_SERVES = re.compile(
    r"(?:運用|運営|保守|開発|構築|印刷|配送|配達|受付|点検|集計|設計|設置|収集|運搬|検査|調査|警備|調理|清掃|訪問)"
    r"(?:担当|受託|請負)?(?:事業者|業者|会社|者)は、?[^、。]*$"
)


def bare(text: str) -> tuple[str, list[int]]:
    """Half width without brackets, and for each character where it stood."""
    plain, where, depth = "", [], 0
    folded = fold(text)
    for offset, char in enumerate(folded):
        depth += char == "("
        if not depth and not char.isspace():
            plain += "、" if char == "," else char
            where.append(offset)
        depth -= char == ")" and depth > 0
    return plain, [*where, len(text)]


def _of_verb(
    sentence: Passage, plain: str, where: list[int], span: tuple[int, int], verb: re.Match[str]
) -> list[Name] | None:
    start, end = span
    if verb["gives"] or verb["makes"] or verb["asks"] or verb["ties"]:
        linked = bool(verb["ties"]) or (verb["gives"] or "").endswith("結合")
        pattern = _LINKED if linked else _GIVEN
        ends = [m.start() + start for m in pattern.finditer(plain[start:end])]
    else:
        ends = [end]
    for stop in reversed(ends):
        spans = names_before(plain, start, stop)
        made = [
            names.name(sentence.text[where[first] : where[last]], sentence) for first, last in spans
        ]
        good = [name for name in made if name is not None]
        if good and verb["gives"]:
            return [*_beside(sentence, plain, where, (start, spans[0][0])), *good]
        if good:
            return good
    return None


_OTHER = re.compile(r"に、[^。、]{1,40}を$")


def _beside(
    sentence: Passage, plain: str, where: list[int], span: tuple[int, int]
) -> Iterator[Name]:
    """保守を甲社に、印刷を乙社に委託する: the one in front of the last."""
    start, end = span
    other = _OTHER.search(plain[start:end])
    for first, last in names_before(plain, start, start + other.start()) if other else ():
        made = names.name(sentence.text[where[first] : where[last]], sentence)
        if made is not None:
            yield made


def _giver(segment: str) -> str:
    """甲社から: the words in front, from the last cut on that leaves a name."""
    for mark in reversed(list(compiled(r"から|より").finditer(segment))):
        begins = [0, *(cut.end() for cut in CUT.finditer(segment[: mark.start()]))]
        for first in begins:
            words = segment[first : mark.start()]
            if words and (is_name(words) or SAME.fullmatch(words)):
                return words
    for mark in compiled(r"(?:^|、)(?P<who>[^、]{2,40}?)(?:は|が)(?=、)").finditer(segment):
        if is_name(mark["who"]) or SAME.fullmatch(mark["who"]):
            return mark["who"]
    return ""


def _topics(segment: str) -> list[str]:
    """What is entrusted: 予約通知は…, …に印刷を."""
    found = compiled(r"(?:^|[、へに])([^、。はをにへ]{2,30})(?:は|を)").findall(segment)
    return [
        words
        for words in found
        if not (compiled(ROLE).search(words) or FORM.search(words) or SAME.fullmatch(words))
    ]
