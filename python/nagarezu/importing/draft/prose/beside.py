"""Partners told outside the part that is about them: in sentences, by roles, by what they run."""

from __future__ import annotations

import re

from nagarezu.importing.draft.prose import naming as naming
from nagarezu.importing.draft.prose import told as sentences
from nagarezu.importing.draft.prose.partner import HANDED_ON, Partner, Partners
from nagarezu.importing.fields import names
from nagarezu.importing.fields.reentrusted import FIRM
from nagarezu.importing.form.prose.form import Prose, paragraphs, text_of, title_of
from nagarezu.importing.form.prose.topics import relation_of
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, without_brackets

_NOT_TOLD = ("safeguards", "conclusion", "items", "subjects", "partner")


def referred(partners: Partners, words: str) -> str:
    """受託者 as the paper shortens it; 同社 the one named last."""
    if words.startswith("同") and partners.found:
        return partners.found[-1].holder
    return partners.builder.find_holder(words)


def add_told(partners: Partners, one: sentences.Told, relation: str) -> None:
    giver = one.giver
    if relation == "entrust" and partners.is_partner(one.doer):
        relation, giver = "reentrust", one.doer  # 甲社は、印刷を乙社に委託している
    for name in one.names:
        does = one.made and relation == "entrust"
        if not (does and partners.is_further(name.label)):
            partners.add(name, relation, giver, one.topics)
        if does:
            partners.by_work.add(partners.builder.find_holder(name.label))
    known = referred(partners, one.refers) if one.refers else ""
    short = None if known else partners.shortened(one.refers, one.passage)
    if known:
        partners.keep(Partner(known, one.passage, "", one.topics, relation))
    elif short is not None:
        partners.add(short, relation, "", one.topics)


def of_their_measures(partners: Partners, paper: Prose) -> None:
    """Nothing else names anybody: 運用は、株式会社甲に委託し、… among the measures."""
    for part in paper.about("safeguards"):
        for each in paragraphs(text_of(part.node)):
            for one in sentences.read(each)[0]:
                if one.names and not one.again and one.relation in ("entrust", "link"):
                    add_told(partners, one, one.relation)


_WORK_HEAD = re.compile(r"(?:業務|事務|作業|調査)?の?(?:外部)?委託(?:等|について|の概要|の内容)?$")


def below_heads(partners: Partners, paper: Prose) -> None:
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
                            add_told(partners, one, "entrust")


_USES = re.compile(  # 甲課が保有する情報を、乙課が利用する
    r"(?P<giver>[一-龥ァ-ヶー]{2,24}[課係室局所])が(?:保有|管理|所管|収集)する[^、。]{0,24}を、?"
    r"(?P<taker>[一-龥ァ-ヶー]{2,24}[課係室局所])(?:が|において|に)(?:利用|使用|閲覧)"
)


def using(partners: Partners, paper: Prose) -> None:
    """Who uses what another section has, in a paper on use for other ends."""
    if "目的外" not in key(paper.title.text):
        return
    for line in paper.running("safeguards", "conclusion", "items", "subjects", history=False):
        for match in _USES.finditer(line.text):
            name = names.name(match["taker"], line)
            if name is not None:
                partners.add(name, "transfer")


_SECTION = r"[^、。()はがをにへの]{1,20}[課室係局所]"
_BEGINS = r"(?:^|[、。]|(?<=[課室係局所])(?:が|は|から))"
_MOVED = re.compile(  # 甲課が乙課に…を移転する, 乙課は、…の移転を甲課から受け, 甲課から乙課への移転
    rf"{_BEGINS}(?P<to>{_SECTION})(?:に|へ)(?:対し(?:て)?)?、?(?:[^。、はがに]{{1,24}}を)?"
    r"移転(?!しない|せず|する(?:こと|もの)は|は?を?行わない)(?:[すしさ]|を?行[ういっ])"
    rf"|{_BEGINS}(?P<gets>{_SECTION})(?:は|が)、?[^。]{{2,80}}?移転を(?:{_SECTION}(?:から|より))?受け(?!ない|ず)"
    rf"|{_SECTION}(?:から|より)(?P<at>{_SECTION})への(?:情報の)?移転$"
)


def moved(partners: Partners, paper: Prose) -> None:
    """Sections of the own side to which another one moves what it has, told in sentences only."""
    labels = [partners.builder.holder_entity(each.holder)["label"] for each in partners.found]
    for line in paper.running("safeguards", "conclusion", history=False):
        plain = compiled(r"\s").sub("", fold(without_brackets(line.text)))
        for match in _MOVED.finditer(plain):
            taker = match["to"] or match["gets"] or match["at"]
            known = any(label.endswith(taker) or taker.endswith(label) for label in labels)
            name = None if known else names.name(taker, line)
            if name is not None:
                labels.append(taker)
                partners.add(name, "transfer")


def running(partners: Partners, paper: Prose) -> None:
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


def of_role(partners: Partners, paper: Prose) -> None:
    """結合の相手方である甲社に、…: named beside its role, wherever that is."""
    among = not_named(partners)
    for each in paper.running("conclusion", history=False) if among is None or among else ():
        for match in _OF_ROLE.finditer(each.text):
            relation = relation_of(match["role"])
            name = names.name(match["name"], each)
            if name and relation and (among is None or relation in among):
                partners.add(name, relation)


_NOTED = re.compile(rf"(?P<name>{FIRM.pattern})[ 　]*[(（](?P<note>[^()（）]{{2,60}})[)）]")


def in_brackets(partners: Partners, paper: Prose) -> None:
    """集計　有限会社乙（甲社からの再委託先）: what brackets behind a name say of it, wherever."""
    known = {each.holder for each in partners.found}
    for each in paper.running("conclusion", history=False) if known else ():
        for match in _NOTED.finditer(each.text):
            name = names.name(match["name"], each.part(*match.span()))
            told = HANDED_ON.match(compiled(r"\s").sub("", fold(match["note"])))
            if name and told and partners.builder.find_holder(name.label) not in known:
                partners.add(name, "")


def by_short_form(partners: Partners, paper: Prose) -> None:
    """甲社（以下「受託者」という。）: the short form says what it is, if nothing else does."""
    named = {each.relation for each in partners.found}
    for short, place in partners.roles(paper.running(*_NOT_TOLD)):
        relation = relation_of(short)
        name = partners.shortened(short, place)
        known = partners.builder.find_holder(name.label) if name else ""
        if name and relation in ("entrust", "delegate") and relation not in named and not known:
            partners.add(name, relation)


def working(partners: Partners, paper: Prose) -> None:
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


_SHARES = re.compile(  # 甲社は、名簿を受け取り、集計を行う。
    rf"(?:^|(?<=。))(?P<who>{FIRM.pattern})は、(?P<how>[^。]{{2,160}}?)"
    r"(?:行[うい]|担[うい]|担当|実施|処理|受け持[つち]|当た[るり]|請け?負[うい]|作成|印刷|発送|送付|入力|集計|回収|保守|運用)"
    r"(?:する|します|ます|る|つ)?。"
)
_UNDER = re.compile(  # 甲社の下で, 甲社から請け負って
    r"(?P<giver>[^、。はがをに]{2,40}?)(?:の(?:下|もと|指[示図揮]の?(?:下|もと)?|依頼|再?委託|発注)"
    r"(?:で|により|を受け)|(?:から|より)[^、。]{0,8}?(?:請け?負|を受け|引き受け))"
)


def sharing(partners: Partners, paper: Prose) -> None:
    """業務の分担 in sentences: who does the work of a paper on a 委託 that names nobody else.

    Who does it under another one has it from that one.
    """
    kinds = {kind for matter in partners.builder.list_of("matters") for kind in matter["kinds"]}
    named = {each.relation for each in partners.found}
    if not kinds & {"entrust", "delegate"} or named & {"entrust", "delegate", ""}:
        return
    for each in paper.running("safeguards", "conclusion", "items", "subjects", history=False):
        plain, _ = sentences.bare(each.text)
        for match in _SHARES.finditer(plain):
            name = names.name(match["who"], each)
            if name is None or sentences.is_past(match.group()):
                continue
            under = _UNDER.search(match["how"])
            known = partners.is_known(under["giver"]) if under else False
            again = known or bool(under and naming.refers_back(under["giver"]))
            partners.add(
                name, "reentrust" if again else "entrust", under["giver"] if under and again else ""
            )


def not_named(partners: Partners) -> set[str] | None:
    """The relations that the title names and nothing so far has; None for all."""
    named = {each.relation for each in partners.found}
    kinds = {kind for matter in partners.builder.list_of("matters") for kind in matter["kinds"]}
    return kinds & {"link", "provide", "reentrust"} - named if partners.found else None


_HANDS = re.compile(
    r"委託|委任|提供|結合|結[びぶん]|受託|請け?負|させ|わせ|任せ|委ね|業者は|会社は"
)


def elsewhere(
    partners: Partners, paper: Prose, *, history: bool, among: set[str] | None = None
) -> None:
    """What sentences of the explanation tell; of its history only relations `among` these."""
    if among is not None and not among:
        return
    for each in paper.running(*_NOT_TOLD, history=history):
        if not _HANDS.search(each.text):
            continue
        told, unread = sentences.read(each)
        for one in told:
            relation = "reentrust" if one.again else one.relation
            if one.asked:
                continue
            if among is None or relation in among:
                add_told(partners, one, relation)
        for passage in unread:
            if naming.names_company(passage.text):
                partners.builder.notes.skip(passage, "partner_not_read")


def entrusted(partners: Partners) -> None:
    """氏名を甲社に提供する in a paper on a 委託 that entrusts nobody else: that is how it is done.

    Only one who hands on a part of it, or is the only one at all, is certain.
    """
    kinds = {kind for matter in partners.builder.list_of("matters") for kind in matter["kinds"]}
    first = [each for each in partners.found if not each.giver]
    if kinds - {"other"} != {"entrust"} or any(
        each.relation in ("entrust", "delegate", "") for each in first
    ):
        return
    givers = {each.giver for each in partners.found if each.giver}
    told = [each for each in first if each.relation == "provide"]
    for each in told:
        if each.holder in givers or len(first) == 1:
            each.relation = "entrust"
