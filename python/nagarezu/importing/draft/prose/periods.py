"""Periods of a 答申 or 諮問書: parts about time, and sentences such as 委託の期間は、…とする。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.numbers import work_periods
from nagarezu.importing.fields.dates import dates, impossible
from nagarezu.importing.fields.periods import Period, periods
from nagarezu.importing.fields.work_periods import WorkPeriod
from nagarezu.importing.form.prose.form import Part, Prose, body, paragraphs, text_of, title_of
from nagarezu.importing.form.prose.topics import relation_of, topic_of
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, without_brackets

_TOLD = re.compile(
    r"(?P<name>[^、。「」\n]{0,24}?(?:期間|契約|時期|開始日|期限))(?:は|を)、?(?P<value>[^。]{4,160})。?"
)
# 提供は、令和7年4月1日から行う。
_DONE_FROM = re.compile(
    r"(?:^|(?<=。))[ 　]*(?P<name>[^、。は]{0,8}"
    r"(?:提供|結合|接続|委託|移転|運用|利用|受付|貸与|交付|公開|配信|募集))は、"
    r"(?P<value>(?:令和|平成|20|２０)[^。は]{4,40}?(?:(?:から|より)(?:行う|開始する|実施する|始める)|とする))。"
)
_SAYS = re.compile(
    r"(?:始める|とする|とします|である|を予定して?いる|を予定する|行う|開始する|開始します|締結する|実施する"
    r"|予定です|です|まで|から|し|とし|であり)[。、]?$"
)
_OF_COUNCIL = re.compile("答申|諮問|審議")
_LEFT = re.compile(r"(?:別途|改めて|更新|締結(?:する)?|なお|ただし)")


def read(builder: Builder, paper: Prose, matter: Entity) -> None:
    """Each stretch of time once, with the kind that its head or name says."""
    written: list[tuple[tuple[int, str], Entity]] = []
    for part in paper.about("time"):
        if _OF_COUNCIL.search(key(title_of(part.node))):
            continue  # 答申を希望する時期
        found = list(_of_part(part))
        if not found:
            for printed in impossible(body(part.node).text):
                builder.notes.skip(part.node.passage, "impossible_date", printed)
            if dates(part.node.passage.text) or compiled(r"\d").search(body(part.node).text):
                builder.notes.skip(part.node.passage, "period_not_read")
        entrusted = any(_ENTRUSTED.match(key(name)) for name, _ in found)
        before = len(matter.get("periods", []))
        for name, period in found:
            _write(matter, name, period, "other" if entrusted and _APART_OF.match(name) else "")
        if len(part.path) > 1:
            within = id(part.path[-2]), key(title_of(part.path[-2]))
            written.extend((within, each) for each in matter.get("periods", [])[before:])
    _by_part(written)
    for name, period in (*_told(paper), *_begun(paper), *_of_partners(paper)):
        _write(matter, name, period)
    contracted = any(each["kind"] == "contract" for each in matter.get("periods", []))
    for name, period in _of_work(paper):  # with a contract beside, it is when the work is done
        kind = work_periods.kind_of(matter, WorkPeriod(name, period))
        _write(matter, name, period, kind if contracted else "contract")
    for part in paper.about("content"):
        work_periods.write(matter, text_of(part.node), closed=True)


def _by_part(written: Sequence[tuple[tuple[int, str], Entity]]) -> None:
    """諮問事項1 and 諮問事項2 with a contract each: what is done in a part lies within its own."""
    ended = [each for each in written if each[1]["kind"] == "contract" and "end" in each[1]]
    parts = [of for of, _ in ended]
    if len(parts) < _SEVERAL or len(set(parts)) < len(parts):
        return
    for of, period in written:
        if of in parts:
            period["part"] = of[1]


_SEVERAL = 2  # contracts
# 提供の期間 beside 委託の期間: what another partner gets needs not lie within that contract
_ENTRUSTED = re.compile(r"(?:業務)?委託の?期間")
_APART_OF = re.compile(r"(?:外部|回線|庁内|目的外)?(?:提供|移転|結合|接続|連携|利用)の?期間")
_PLAN = re.compile(r"(?:業務|作業|委託|移行|実施|今後)の(?:予定|工程|日程)$|^(?:日程|工程)表?$")
_BARE = re.compile(r"(?:期間|時期|期限|期日)(?:等|について)?")


def _of_part(part: Part) -> Iterator[tuple[str, Period]]:
    title = title_of(part.node)
    if len(part.path) > 1 and _BARE.fullmatch(key(title)):  # 期間 below 委託
        title = f"{title_of(part.path[-2])}の{title}"
    text = body(part.node)
    if not text and not part.node.children:
        text = part.node.passage
    found = [*_named(title, text), *_beside(text)]
    beside = _contract_among(part.node)
    for child in part.node.children:
        found.extend(_of_node(child, title, beside=beside))
    steps = [each for _, each in found if not each.end and not _BEGINS.search(each.passage.text)]
    # many a plan says only when a step begins
    plan = _PLAN.search(key(title)) or len(steps) >= _STEPS
    yield from (
        each
        for each in found
        if not plan or (each[1].start and each[1].end) or _STEP.search(each[1].passage.text)
    )


_BEGINS = re.compile("から|より|以降|開始")
_STEP = re.compile(r"^[^、]*(?:開始|始期)[ 　。)）]*$")  # 10月15日　受付の開始: so it says itself
_STEPS = 3  # dates of as many steps: 契約, 発送, 集計


_CONTRACT = re.compile(r"契約|協定|(?:委託|受託)の?期間")


def _of_node(node: Node, above: str, *, beside: bool = False) -> Iterator[tuple[str, Period]]:
    """`beside` if another line of the same part is the contract: the head is not this one's."""
    if node.kind.startswith("table:"):
        for child in node.children:
            yield from _of_node(child, above, beside=beside)
        return
    first = node.passage.lines()[0] if node.passage else Passage()
    named = first and not dates(first.text)
    name = first.text if named else ""
    text = body(node) if named else node.passage
    if topic_of(name) not in ("", "time") and not _FROM_A_DAY.match(fold(text.text)):
        return  # 提供の方法 below 提供の期間及び方法; 再委託　令和…から…まで is a term
    own = name or _front(first.text)
    apart = bool(own) and not compiled(r"期間|時期|期限|開始|終了|日$").search(own)
    if beside and apart and not _CONTRACT.search(own):
        apart = False
    yield from _named(f"{own}の{above}" if apart else own or above, text)
    for child in node.children:
        yield from _of_node(child, f"{name}の{above}" if name else above, beside=beside)


_FROM_A_DAY = re.compile(r"\s*(?:令和|平成|20\d\d|R[ ]?\d)[^。]{4,60}?(?:から|~)")


def _contract_among(node: Node) -> bool:
    """Whether one of several lines names the contract itself: 契約の期間, 試験, 本番."""
    fronts = [_front(child.passage.text) for child in node.children]
    named = [bool(_CONTRACT.search(front)) for front in fronts if front]
    return any(named) and not all(named)


def _front(text: str) -> str:
    found = dates(text)
    return compiled(r"[\s　:：(（]+$").sub("", text[: found[0].start]) if found else ""


_OF_ITSELF = re.compile(
    r"(?P<who>[^、。はが\d]{2,16})(?:は|については)、?(?=(?:令和|平成|20\d\d|[RHＲＨ]))"
)


def _named(name: str, text: Passage) -> Iterator[tuple[str, Period]]:
    closed = False
    for line in _without_notes(text):
        if closed and compiled("は、|[をが]").search(line.text) and not _OF_TIME.search(line.text):
            continue  # 通知は、11月に発送する。 below the term: when something else is done
        subject = _OF_ITSELF.match(line.text)  # 外部提供は…から行う
        front = _front(line.text)
        name = front if topic_of(front) == "time" else name  # 契約の期間　…から…まで
        if _DONE_THEN.search(line.text) and not _OF_TIME.search(line.text):
            continue  # 案内は7月に、督促は11月に発送する: when it is done once
        for period in periods(line):
            closed = closed or bool(period.start and period.end)
            if period.start or period.end:
                yield f"{subject['who']}の{name}" if subject else name, period


# このうち3月31日までを準備の期間とする。: within the stretch that was told before
_LEFT_OUT = re.compile(
    r"(?:なお|ただし|また|翌年度|次年度|(?:こ|そ)のうち(?=[^。]{0,30}(?:準備|試行|移行)))"
)
_DONE_THEN = re.compile(
    r"[年月旬日](?:頃|中)?に、?[^。]*(?:発送|送付|郵送|配[布付送]|通知|送信|印刷|抽出|集計|納品|報告|返却|廃棄)(?:する|し|を?行)"
)
_OF_TIME = re.compile("期間|時期|期限(?!と)|開始|終了|から|まで|更新|契約")


def _without_notes(text: Passage) -> Iterator[Passage]:
    """Lines and sentences, brackets such as （令和7年2月以降は別途契約する。） left out."""
    for line in _whole(paragraphs(text)):
        for sentence in compiled(r"(?:[^。(（]|[(（][^()（）]*[)）])+").finditer(line.text):
            part = line.part(*sentence.span())
            note = compiled(r"[(（][^()（）]{6,}(?:。|する|とする|更新)[)）]?$").search(part.text)
            if note:
                part = part.part(0, note.start())
            if part and not _LEFT_OUT.match(part.text):
                yield part


def _whole(lines: Sequence[Passage]) -> Iterator[Passage]:
    """令和5年4月1日から on one line and 令和6年3月31日まで on the next are one stretch."""
    begun = Passage()
    for line in lines:
        ends = bool(begun) and _ENDED.match(fold(line.text)) is not None
        if begun and not ends:
            yield begun
        line, begun = (joined([begun, line], "") if ends else line), Passage()
        if _BEGUN.search(fold(line.text)) and dates(line.text):
            begun = line
        else:
            yield line
    if begun:
        yield begun


_BEGUN = re.compile(r"(?:から|より|~)[ ]*$")
_ENDED = re.compile(r"[ ]*(?:令和|平成|[RH]\d|20\d\d|同)[^、。]{3,16}?(?:まで|迄)")


_APART = re.compile(
    r"(?:なお|また|ただし|うち|このうち)、?(?P<name>[^、。]{2,24}?)(?:について)?は、?"
)


_WITHIN = re.compile(  # （このうち令和6年4月1日から同月30日までは準備の期間とし、…）
    r"[（(]?(?:この|その)?うち、?(?=令和|平成|20\d\d|[同RHＲＨ])"
    r"[^。]{6,60}?まで(?:の(?:間|期間))?[はを]、?(?P<name>[^、。]{2,20}?)(?:と(?:し|する|なる)|に(?:充て|当て))"
)


def _beside(text: Passage) -> Iterator[tuple[str, Period]]:
    """なお、印刷は、…から…まで行う。: a stretch of its own within the part."""
    for line in paragraphs(text):
        for sentence in compiled(r"[^。]+").finditer(line.text):
            part = line.part(*sentence.span())
            named = _APART.match(part.text) or _WITHIN.match(part.text)
            if not named or _LEFT.search(part.text[named.end() :]) or "延長" in part.text:
                continue
            for period in periods(part)[:1]:
                if period.start and period.end:
                    yield named["name"], period


def _of_work(paper: Prose) -> Iterator[tuple[str, Period]]:
    """システムの保守　令和5年4月1日から…まで in a part that says what is done."""
    for part in paper.about("content"):
        for line in text_of(part.node).lines():
            name = _front(line.text)
            for period in periods(line)[:1] if name and "。" not in line.text else []:
                if period.start and period.end:
                    yield name, period


def _of_partners(paper: Prose) -> Iterator[tuple[str, Period]]:
    """再委託先　乙社　梱包　令和5年4月1日から…まで: the term in the line that names a partner."""
    for part in paper.about("partner"):
        above = ""
        for line in text_of(part.node).lines():
            front, sentence = _front(line.text), "。" in line.text
            relation = relation_of(front) or relation_of(above)
            for period in periods(line)[:1] if relation and front and not sentence else []:
                if period.start and period.end and topic_of(front) != "time":
                    yield _TERMS.get(relation, "提供の期間"), period
            above = "" if sentence or dates(line.text) else line.text


_TERMS = {"reentrust": "再委託の期間", "entrust": "委託の期間", "link": "結合の期間"}
_BEGIN = re.compile(
    r"(?P<name>[^、。はがを\d]{2,20}(?:公開|開設|開通|稼働|供用|始まり|始動|発足|施行))(?:の?(?:予定)?日|時期)?"
    r"[ 　\t：:\n]+(?P<value>[（(]?(?:令和|平成|20\d\d|２０)[^、。]{4,30}?(?:から|より)?)[。]?"
)


def _begun(paper: Prose) -> Iterator[tuple[str, Period]]:
    """サイトの公開　令和4年8月1日: a day beside the name of what begins on it, in any part."""
    for root in paper.roots:
        for path in root.walk():
            match = _BEGIN.fullmatch(path[-1].passage.text)
            value = path[-1].passage.part(*match.span("value")) if match else Passage()
            if match and len(dates(value.text)) == 1:
                yield from ((match["name"], each) for each in periods(value)[:1])


def _told(paper: Prose) -> Iterator[tuple[str, Period]]:
    """委託の期間は、…から…までとする。 wherever the explanation says it."""
    for line in paper.running("time", "safeguards", "items", "conclusion", "attachments"):
        yield from _of_sentences(line)


def _of_sentences(line: Passage) -> Iterator[tuple[str, Period]]:
    for match in (*_TOLD.finditer(line.text), *_DONE_FROM.finditer(line.text)):
        value = line.part(*match.span("value"))
        if not dates(value.text) or not _SAYS.search(value.text) or _LEFT.match(value.text):
            continue
        for period in periods(value)[:1]:
            if period.start:
                yield match["name"], period


_PROVIDED = re.compile(r"(?:外部|目的外|情報の?|個人情報の?)?(?:提供|利用)(?!事業者|サービス|業務)")


_USED = re.compile(r"(?:個人情報の?|情報の?)?(?:目的外)?利用(?!事業者|サービス|業務)")
_LINKED = re.compile(r"(?:外部|回線|オンライン)?(?:結合|接続)(?!業務|作業|試験)")


_AGREED = re.compile(r"[^の]{0,8}(?:協定|覚書)書?(?:の?(?:有効)?(?:期間|期限))?")


def kind_of(name: str, kinds: Sequence[str] = ()) -> str:
    """委託契約の期間 → contract; when something is used or done → operation."""
    plain = key(without_brackets(name))
    if {"entrust", "provide"} <= set(kinds) and _PROVIDED.match(plain):
        return "other"  # what is provided needs no contract with who is entrusted
    if "transfer" in kinds and _USED.match(plain):
        return "other"  # nor what another section uses
    if {"entrust", "link"} <= set(kinds) and _LINKED.match(plain):
        return "other"  # nor what is linked, with another partner
    if _AGREED.fullmatch(plain):
        return "other" if "entrust" in kinds else "contract"  # with others than the contractor
    if compiled(r"再委託|再受託|(?:の予定|工程|日程)(?:表)?$").search(plain):
        return "operation"  # it has to lie within the contract, as what is done does
    return (
        "contract"
        if compiled(r"委託|契約|委任|受託|業務(?:の)?期間|指定(?:管理者?)?の?期間").search(plain)
        else "operation"
    )


def _open(name: str, kinds: Sequence[str]) -> str:
    """A contract that does not say when it ends is the start of what it is about."""
    kind = kind_of(name, kinds)
    return "operation" if kind == "contract" else kind


_BEFORE = re.compile(  # 契約の締結 令和7年5月: a day before it, and no term
    r"(?:締結|公募|募集|選定|入札|開札|諮問|答申|審議|議決|告示|公告|公表|周知)(?:の?(?:時期|予定日?|日|(?:委託|契約)の?期間))?$"
)


def _write(matter: Entity, name: str, period: Period, kind: str = "") -> None:
    if not period.end and _BEFORE.search(key(without_brackets(name))):
        return
    known = [(each.get("start"), each.get("end")) for each in matter.get("periods", [])]
    if (period.start or None, period.end or None) in known:
        return
    found: Entity = {
        "label": key(name)[:60] or "期間",
        "kind": kind
        or (kind_of(name, matter["kinds"]) if period.end else _open(name, matter["kinds"])),
        "printed": period.printed.strip(),
    }
    for member in ("start", "end", "renewed"):
        if getattr(period, member):
            found[member] = getattr(period, member)
    found["source"] = period.passage.source
    value = f"{period.start}/{period.end}"
    found["provenance"] = [
        evidence("start", period.passage, value, period.rule, printed=period.printed)
    ]
    matter.setdefault("periods", []).append(found)
