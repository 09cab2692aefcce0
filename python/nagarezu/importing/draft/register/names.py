"""Names of holders as the cells of a register print them, and what of a cell is no name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.register import by_number
from nagarezu.importing.fields import names, told_parts
from nagarezu.importing.fields.names import Name
from nagarezu.importing.form.register.file import opens
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import bracketed, key, without_brackets

_NOT_NAMED = re.compile(
    r"^(?:委託|提供|利用|電算処理|手作業|手処理|マニュアル|業者|民間業者|委託業者|未定)$"
)
_WAY = re.compile(r"(?:のみ|だけ)$|から.{1,12}への|のとおり$|を参照$")  # 市から受託者への送信のみ

_ALLOWED = re.compile(  # 市の承諾を得て可
    r"(?:承諾|承認|許可|同意|許諾|協議|届出)[^。]{0,16}(?:可|可能|認める|できる|行う|条件|限る|よる)$"
)


def partners(body: Passage) -> list[Name]:
    """The partners of a cell; one that a head or a bracket calls 再委託先 is of the second tier."""
    found = [_headed(each) for each in names.partners(_apart(body)) if not empty(each)]
    for each in found:
        if any(_SUB.fullmatch(key(note)) for note in bracketed(each.printed)):
            each.tier = 2
    return found


def systems(body: Passage, *, certain: bool) -> Iterator[Name]:
    """A row of systems names them, whatever they are called; elsewhere the name must tell."""
    if not certain:
        yield from names.systems(body)
        return
    for name in names.partners(body):
        if not empty(name) and not name.undecided and len(name.label) <= 40:
            yield name


def empty(name: Name) -> bool:
    """Whether it is an answer such as 無, or a word such as 業者 that names nobody."""
    label = key(name.label)
    if compiled("[0-9.・()①-⑳]+").fullmatch(label):
        return True
    said = told_parts.says_no(label) or told_parts.says_yes(label)
    told = _NOT_NAMED.match(label) or _WAY.search(label) or _ALLOWED.search(label)
    return said or bool(told or _TERM.match(label))


_MOVED = re.compile(r"移転|庁内|内部(?:で|に)")
_SECTION = re.compile(r"(?:課|係|室|担当|支所|出張所)$")
_APART = re.compile(r"委員会|議会|(?:公営企業|水道|消防|病院|交通)[^、。]*[局部院]")


def within(builder: Builder, name: Name) -> bool:
    """Whether a recipient is of the own side: a section of the town, or a bracket says so."""
    own = str(builder.content.get("municipality", {}).get("name", ""))
    if not _SECTION.search(name.label) or _APART.search(name.label):
        return False
    told = any(_MOVED.search(note) for note in bracketed(name.printed))
    return told or bool(own and name.label.startswith(own) and name.label != own)


_SUB = re.compile(r"(?:二次|再)(?:委託|受託)(?:先|者|業者|事業者)?|下請(?:業者|負)?")


def _headed(name: Name) -> Name:
    """印刷：株式会社甲 is 株式会社甲; 再委託あり：乙 is a sub-contractor."""
    match = compiled(r"(?P<head>[^：:（(]{1,20})[：:](?P<rest>.+)$", re.DOTALL).match(name.printed)
    made = names.name(match["rest"], name.passage) if match else None
    if match is None or made is None:
        return name
    made.tier = 2 if "再委託" in match["head"] else name.tier
    return made


_WHO = re.compile(
    r"会社|[会社合署局所課院庫]$|組合|公社|機構|センター|法人|協会|事業団|[都道府県市町村]$"
)
_VERB = re.compile(r"(?:[うくすつぬむぶるたい]|ます|です)$")


_IN_SENTENCE = re.compile(r"[をがはへ。]|に(?!し)|(?:から|より)|[、,]$")


def named_first(body: Passage) -> tuple[Passage, Passage]:
    """甲社（検査）。町が承諾した。: the names, and the sentences that a cell says of them."""
    lines = body.lines()
    names_ = next((n for n, line in enumerate(lines) if "。" in line.text), 0)
    plain = [without_brackets(line.text).strip() for line in lines[:names_]]
    if plain and all(_WHO.search(key(line)) and not _IN_SENTENCE.search(line) for line in plain):
        return joined(lines[:names_]), joined(lines[names_:])
    depth = 0
    for at, char in enumerate(body.text):
        depth += (char in "（(") - (char in "）)")
        if char == "。" and depth == 0:
            first = body.part(0, at)
            said = body.part(at + 1)
            if said and "\n" not in body.text and not _VERB.search(first.text):
                return first, said
            break
    return body, Passage()


_BODY = (
    r"(?:会|組合|公社|機構|センター|署|局|所|課|校|園|銀行|金庫|株式会社|有限会社|法人"
    r"|[都道府県市町村庁省])"
)
_DOT = re.compile(
    rf"(?<=[会合社構署局所課校園行庫人都道府県市町村庁省ー])・(?=[^・、\n]*{_BODY}(?:[・、\n（(]|$))"
)
_TERM = re.compile(
    r"[ 　、]*[（(]?(?:委託期間|契約期間|期間)?[:： 　]*"
    r"(?:(?:令和|平成|昭和)[ 　]*[0-9０-９元]|[RHS][0-9]{1,2}[./]|20[0-9]{2}[年/.]).*$"
)


# 甲連合会 乙基金: two whole names; 甲市 教育委員会 and 甲協議会 地域福祉課 are one
_WHOLE = (
    r"(?:連合会|協議会|協会|組合|公社|機構|基金|事業団|株式会社|有限会社|法人|銀行|金庫|警察署)"
)
_SIDE_BY_SIDE = re.compile(
    rf"(?<=[会合社構金団人行庫署])[ 　]+(?=[^ 　、]*{_WHOLE}(?:[ 　、（(]|$))"
    r"(?![^ 　、]*支[部所社])"
)
_OPENED = re.compile(r"[ 　]*[（(][^（）()\n]*$")  # 甲会（運営、: what stood behind is a label
_SAID_OF_IT = re.compile(  # 甲会。受信のみ
    r"^([^。（）()\n]+)。[^。（）()\n]*(?:のみ|する|ない|送信|受信|による|通じて|回|方法|随時)。?$",
    re.MULTILINE,
)
_MORE = re.compile(
    r"[ 　]*(?:ほか|他|外)[ 　]?[0-9０-９]{1,3}[ 　]?"
    r"(?:社|機関|団体|者|[かヶカケ]所|課|施設|校|園|院|名)"
)
_NUMBERS = re.compile(rf"(?<=[^\s0-9０-９])[ 　]+{by_number.MARKS}[ 　]*$", re.MULTILINE)
_WORK = re.compile(r"^[ 　]*(?P<name>[^：:（）()、。]{3,40})[：:](?P<work>.+)$")


def _doer(line: re.Match[str]) -> str:
    """株式会社甲：清掃及び案内 names 株式会社甲 alone."""
    proper = rules("names")["proper"]
    named = compiled(proper).search(key(line["name"])) and not compiled(proper).search(
        key(line["work"])
    )
    return line["name"] if named else line.group()


def _without_term(line: str) -> str:
    """甲社　令和6年4月1日から without the term; 甲社（令和6年に承諾） is closed behind it."""
    term = _TERM.search(line)
    within = term is not None and opens(line[: term.start()])
    return line[: term.start()] if term and not within else line


def _apart(body: Passage) -> Passage:
    """甲協会・乙組合 as two names, and none of them with a term behind it."""
    text = _SAID_OF_IT.sub(r"\1", _OPENED.sub("", body.text))
    text = _SIDE_BY_SIDE.sub("、", _DOT.sub("、", _MORE.sub("", _NUMBERS.sub("", text))))
    lines = [_without_term(_WORK.sub(_doer, line)) for line in text.split("\n")]
    short = "\n".join(lines)
    return replace(body, text=short) if short == text or len(lines) == 1 else body
