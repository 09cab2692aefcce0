"""Partners of numbered prose: named in a row of their own, or told in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.prose import naming as naming
from nagarezu.importing.draft.prose import sections as sections
from nagarezu.importing.draft.prose import told as sentences
from nagarezu.importing.draft.prose.partner import Partner, Partners
from nagarezu.importing.draft.prose.sections import Sections
from nagarezu.importing.draft.prose.systems import is_system
from nagarezu.importing.fields import names
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.fields.reentrusted import FIRM
from nagarezu.importing.form.prose.form import Part, Prose, body, head, paragraphs, text_of, title_of
from nagarezu.importing.form.prose.topics import (
    labelled,
    named_list,
    relation_of,
    relations_of,
    topic_of,
)
from nagarezu.importing.form.rows import Row
from nagarezu.importing.list_marks import CITED
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import bracketed, fold, key, without_brackets


def read(builder: Builder, paper: Prose, rows: Sequence[Row]) -> tuple[list[Partner], Sections]:
    """The partners of all parts about them and of sentences that tell of more."""
    partners = Partners(builder, rows)
    for part in paper.about("partner"):
        if not _of_measures(part):
            partners.within = tuple(id(node) for node in part.path)
            _of_part(partners, part)
            if remark := paper.remarks.get(id(part.node)):  # なお、甲社は乙社に再委託する。
                _of_text(partners, remark, relations_of(head(part.node)) or [""])
    partners.within = ()
    found = sections.read(partners, paper)
    sections.handed_on(partners, paper, found)
    _elsewhere(partners, paper, history=False)
    _elsewhere(partners, paper, history=True, among=_not_named(partners))
    _of_role(partners, paper)
    _below_heads(partners, paper)
    _using(partners, paper)
    _running(partners, paper)
    _by_short_form(partners, paper)
    _working(partners, paper)
    if not partners.found:
        _of_their_measures(partners, paper)
    partners.settle()
    _entrusted(partners)
    return partners.found, sections.read(partners, paper)


def _entrusted(partners: Partners) -> None:
    """氏名を甲社に提供する in a paper on a 委託 that entrusts nobody else: that is how it is done.

    Only one who hands on a part of it, or is the only one at all, is certain.
    """
    kinds = {kind for matter in partners.builder.list_of("matters") for kind in matter["kinds"]}
    first = [each for each in partners.found if not each.giver]
    if not {"entrust"} == kinds - {"other"} or any(
        each.relation in ("entrust", "delegate", "") for each in first
    ):
        return
    givers = {each.giver for each in partners.found if each.giver}
    told = [each for each in first if each.relation == "provide"]
    for each in told:
        if each.holder in givers or len(first) == 1:
            each.relation = "entrust"


_NOT_TOLD = ("safeguards", "conclusion", "items", "subjects", "partner")


def _of_measures(part: Part) -> bool:
    return key(head(part.node)).endswith(("対策", "措置")) or any(
        node is not part.node and topic_of(head(node)) == "safeguards" for node in part.path
    )


def _of_part(partners: Partners, part: Part) -> None:
    """The names below one head. A numbered part of its own topic is read by itself."""
    above = [r for node in reversed(part.path) for r in relations_of(head(node))]
    own = relations_of(head(part.node)) or above[:1] or [""]
    _of_text(partners, body(part.node), own)
    for child in part.node.children:
        _of_child(partners, child, own)


def _of_child(partners: Partners, node: Node, relations: list[str]) -> None:
    lines = node.passage.lines()
    if not lines:
        return
    pair = labelled(lines[0])
    if topic_of(head(node)) or pair or node.kind.startswith("table:"):
        return  # a part of its own
    headed = not sentences.is_sentence(lines[0].text) and not partners.is_known(lines[0].text)
    if headed and _work_above(node, lines):
        for line in lines[1:]:
            _of_text(partners, line, relations)
        for child in node.children:
            _of_child(partners, child, relations)
        return
    told = len(lines) > 1 and lines[1].text.rstrip().endswith("。")
    if len(lines) > 1 and (node.kind in ("label", "bracket", "paper") or (headed and told)):
        _of_text(partners, body(node), relations)
    elif len(lines) > 1 and not headed and partners.is_known(lines[0].text):
        _of_text(partners, lines[0], relations)  # what is below a name is what it does
        for line in lines[1:]:
            if naming.names_company(line.text) or sentences.is_sentence(line.text):
                _of_text(partners, line, relations)
    else:
        _of_text(partners, node.passage, relations)
    named = bool(node.mark) and _is_firm(key(without_brackets(lines[0].text)))
    for child in node.children:
        if named and not _names(child):
            continue  # (ア) 配車計画の作成 below the name of a firm: what it does
        _of_child(partners, child, relations)


def _work_above(node: Node, lines: list[Passage]) -> bool:
    """受付の業務, and below it a firm or 委託先 with its name: what the work is, not who does it."""
    firms = any(naming.is_name(key(without_brackets(line.text))) for line in lines[1:])
    labels = any(child.kind == "label" and topic_of(head(child)) for child in node.children)
    return firms or labels


def _names(node: Node) -> bool:
    """Whether a part below a name may name somebody else: a firm, a sentence, a label."""
    text = node.passage.lines()[0].text if node.passage else ""
    if naming.names_company(text) or sentences.is_sentence(text) or relation_of(head(node)):
        return True
    return naming.is_name(names.written(without_brackets(text))) and not _tells_work(text)


_ASIDE = re.compile(
    r"^(?:所在地?|住所|代表者?|電話|担当|業務|選定|資本金|設立|ホームページ|url|委託業務|委託内容)"
)


_YES = re.compile(r"^(?:有り?|あり|予定(?:有り?|あり))[ 　]*[(（](?P<told>.+)[)）]。?$", re.DOTALL)


def _of_text(partners: Partners, text: Passage, relations: list[str]) -> None:
    above = ""
    for line in paragraphs(text):
        above, before = key(line.text), above
        if _is_firm(before) and _tells_work(line.text):
            continue
        pair = labelled(line)
        if pair and topic_of(pair[0].text) in _OTHER:
            continue  # 契約期間　… below the name
        stated = relations_of(pair[0].text) if pair else []
        _of_paragraph(partners, pair[1] if pair and stated else line, stated or relations)


_OTHER = ("time", "medium", "items", "subjects", "content")


def _is_firm(line: str) -> bool:
    return naming.names_company(line) and naming.is_name(line)


_WORK = re.compile(
    r"(?:作成|送付|発送|印[刷字]|封入|封かん|入力|集計|精算|取りまとめ|処理|保守|管理|運用|収納|調査|収集|運搬|点検|設置|構築|業務|作業)$"
)


def _tells_work(line: str) -> bool:
    """納付書の作成及び送付 below the name of a firm: what it does."""
    pieces = re.split(r"、|，|及び|並びに", key(line))
    return bool(_WORK.search(pieces[-1])) and not any(map(naming.is_name, pieces))


_SOURCE = re.compile(r"^(?:利用される|利用元|提供元|保有する?)[^ 　:：]{0,10}[ 　:：]")
_USER = re.compile(
    r"^(?:目的外)?利用する(?:業務|事務|課|部署)[ 　:：]+(?:[^()（）]+[(（])?(?P<who>[^()（）]+)"
)


_MARKS_BEHIND = re.compile(
    rf"(?P<who>[^、。,]{{2,40}}?)[ :]+{CITED}(?:の(?:項目|情報|事項|データ))?(?:\(.*\))?。?$"
)


def _of_paragraph(partners: Partners, each: Passage, relations: list[str]) -> None:
    if _SOURCE.match(each.text):
        return
    user = _USER.match(each.text)  # 利用する業務　予防接種に関する業務（保健課）
    each = each.part(*user.span("who")) if user else each
    said = _YES.match(each.text)
    each = each.part(*said.span("told")) if said else each
    if sentences.is_sentence(each.text):
        _of_sentence(partners, each, relations)
        return
    if _ASIDE.match(key(each.text)) or (dates(each.text) and not naming.names_company(each.text)):
        return
    if marks := _MARKS_BEHIND.match(fold(each.text)):  # 甲法人　①から⑥まで及び⑧
        each = each.part(*marks.span("who"))
    front, _ = named_list(each)
    known = bool(front) and partners.is_known(front.text)
    tier = 2 if "reentrust" in relations else 1
    for name in map(_behind_service, names.partners(front if known else _name_of(each), tier)):
        if name.undecided:
            partners.builder.notes.ask(name.passage, "partner_undecided")
            continue
        for relation in relations:
            partners.add(name, relation)
        for further in _further(each):
            partners.add(further, "reentrust", name.label)


_FURTHER = re.compile(r"^再々?(?:委託先|受託者|委託事業者)(?:は|[ :])[ ]*(?P<name>[^、。]{4,40})$")


def _further(line: Passage) -> Iterator[names.Name]:
    """株式会社甲（再委託先　有限会社乙）: whom the one named hands it on to."""
    for note in bracketed(line.text):
        match = _FURTHER.match(fold(note))
        made = names.name(match["name"], line) if match else None
        if made is not None and naming.is_name(made.label):
            yield made


def _name_of(line: Passage) -> Passage:
    """（1）収納業務　株式会社甲: the name is what follows the label."""
    folded = fold(line.text)
    for mark in re.finditer(r"[ :]+", re.sub(r"\([^()]*\)", lambda m: "x" * len(m[0]), folded)):
        front, rest = line.text[: mark.start()].strip(), line.text[mark.end() :]
        named = naming.is_name(names.written(without_brackets(rest)))
        if named and front and not naming.names_company(front):
            return line.part(mark.end())
    return line


def _behind_service(name: names.Name) -> names.Name:
    """電子申請サービス（甲社）: who is in the brackets serves it."""
    if not is_system(name.label):
        return name
    for note in bracketed(name.printed):
        served = re.sub(r"(?:が|の)(?:提供|運営|運用).*$", "", note)
        made = names.name(served, name.passage) if naming.names_company(served) else None
        if made is not None and naming.is_name(made.label):
            made.system, made.tier = name.label, name.tier
            return made
    return name


def _of_sentence(partners: Partners, passage: Passage, relations: list[str]) -> None:
    told, unread = sentences.read(passage)
    for one in told:
        again = one.again or relations == ["reentrust"]
        relation = "reentrust" if again else one.relation or relations[0]
        _told(partners, one, relation)
        if one.refers and not _referred(partners, one.refers):
            unread.append(one.passage)
    for sentence in unread:
        partners.builder.notes.skip(sentence, "partner_not_read")


def _referred(partners: Partners, words: str) -> str:
    """受託者 as the paper shortens it; 同社 the one named last."""
    if words.startswith("同") and partners.found:
        return partners.found[-1].holder
    return partners.builder.find_holder(words)


def _told(partners: Partners, one: sentences.Told, relation: str) -> None:
    for name in one.names:
        partners.add(name, relation, one.giver, one.topics)
    known = _referred(partners, one.refers) if one.refers else ""
    short = None if known else partners.shortened(one.refers, one.passage)
    if known:
        partners.keep(Partner(known, one.passage, "", one.topics, relation))
    elif short is not None:
        partners.add(short, relation, "", one.topics)


def _of_their_measures(partners: Partners, paper: Prose) -> None:
    """Nothing else names anybody: 運用は、株式会社甲に委託し、… among the measures."""
    for part in paper.about("safeguards"):
        for each in paragraphs(text_of(part.node)):
            for one in sentences.read(each)[0]:
                if one.names and not one.again and one.relation in ("entrust", "link"):
                    _told(partners, one, one.relation)


_WORK_HEAD = re.compile(r"(?:業務|事務|作業|調査)?の?(?:外部)?委託(?:等|について|の概要|の内容)?$")


def _below_heads(partners: Partners, paper: Prose) -> None:
    """相続人の調査は、甲組合に依頼する。 below 業務の委託: the head says what that is."""
    closed = {id(part.node) for part in paper.parts if part.reasons or part.topic in _NOT_TOLD}
    for root in paper.roots:
        for path in root.walk():
            if any(id(node) in closed for node in path):
                continue
            if any(_WORK_HEAD.search(key(title_of(node))) for node in path):
                for line in paragraphs(path[-1].passage):
                    for one in sentences.read(line)[0] if "依頼" in line.text else ():
                        if one.asked:
                            _told(partners, one, "entrust")


_USES = re.compile(  # 甲課が保有する情報を、乙課が利用する
    r"(?P<giver>[一-龥ァ-ヶー]{2,24}[課係室局所])が(?:保有|管理|所管|収集)する[^、。]{0,24}を、?"
    r"(?P<taker>[一-龥ァ-ヶー]{2,24}[課係室局所])(?:が|において|に)(?:利用|使用|閲覧)"
)


def _using(partners: Partners, paper: Prose) -> None:
    """Who uses what another section has, in a paper on use for other ends."""
    if "目的外" not in key(paper.title.text):
        return
    for line in paper.running("safeguards", "conclusion", "items", "subjects", history=False):
        for match in _USES.finditer(line.text):
            name = names.name(match["taker"], line)
            if name is not None:
                partners.add(name, "transfer")


def _running(partners: Partners, paper: Prose) -> None:
    """A paper on a link that names nobody as linked: who runs what is linked."""
    kinds = {kind for matter in partners.builder.list_of("matters") for kind in matter["kinds"]}
    if "link" not in kinds or any(each.relation in ("link", "") for each in partners.found):
        return
    known = {each.holder for each in partners.found}
    for each in paper.running(*_NOT_TOLD, history=False):
        for name in sentences.runs(each):
            if partners.builder.find_holder(name.label) not in known:
                partners.add(name, "link")


_OF_ROLE = re.compile(
    rf"(?P<role>{naming.ROLE}|[一-龥]{{2}}の相手方)である(?P<name>{FIRM.pattern})"
)


def _of_role(partners: Partners, paper: Prose) -> None:
    """結合の相手方である甲社に、…: named beside its role, wherever that is."""
    among = _not_named(partners)
    for each in paper.running("conclusion", history=False) if among is None or among else ():
        for match in _OF_ROLE.finditer(each.text):
            relation = relation_of(match["role"])
            name = names.name(match["name"], each)
            if name and relation and (among is None or relation in among):
                partners.add(name, relation)


def _by_short_form(partners: Partners, paper: Prose) -> None:
    """甲社（以下「受託者」という。）: the short form says what it is, if nothing else does."""
    named = {each.relation for each in partners.found}
    for short, place in partners.roles(paper.running(*_NOT_TOLD)):
        relation = relation_of(short)
        name = partners.shortened(short, place)
        known = partners.builder.find_holder(name.label) if name else ""
        if name and relation in ("entrust", "delegate") and relation not in named and not known:
            partners.add(name, relation)


def _working(partners: Partners, paper: Prose) -> None:
    """A firm that does a piece of what one other is entrusted with: its partner, though unsaid."""
    entrusted = {each.holder for each in partners.found if each.relation in ("entrust", "delegate")}
    if len(entrusted) != 1:
        return
    known = {each.holder for each in partners.found}
    for part in paper.about("content", "partner"):
        for each in paragraphs(text_of(part.node)):
            for name in sentences.works(each):
                if partners.builder.find_holder(name.label) not in known:
                    partners.add(name, "reentrust")
                    partners.builder.notes.ask(name.passage, "who_reentrusts")


def _not_named(partners: Partners) -> set[str] | None:
    """The relations that the title names and nothing so far has; None for all."""
    named = {each.relation for each in partners.found}
    kinds = {kind for matter in partners.builder.list_of("matters") for kind in matter["kinds"]}
    return kinds & {"link", "provide", "reentrust"} - named if partners.found else None


def _elsewhere(
    partners: Partners, paper: Prose, *, history: bool, among: set[str] | None = None
) -> None:
    """What sentences of the explanation tell; of its history only relations `among` these."""
    if among is not None and not among:
        return
    for each in paper.running(*_NOT_TOLD, history=history):
        if not re.search(r"委託|委任|提供|結合|結[びぶん]|受託|請け?負|させ|わせ|任せ|委ね", each.text):
            continue
        told, unread = sentences.read(each)
        for one in told:
            relation = "reentrust" if one.again else one.relation
            if one.asked:
                continue
            if among is None or relation in among:
                _told(partners, one, relation)
        for passage in unread:
            if naming.names_company(passage.text):
                partners.builder.notes.skip(passage, "partner_not_read")
