"""Partners of numbered prose: named in a row of their own, or told in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.prose import beside as beside
from nagarezu.importing.draft.prose import exchanging, serving, unsaid
from nagarezu.importing.draft.prose import naming as naming
from nagarezu.importing.draft.prose import sections as sections
from nagarezu.importing.draft.prose import told as sentences
from nagarezu.importing.draft.prose.partner import Partner, Partners
from nagarezu.importing.draft.prose.sections import Sections
from nagarezu.importing.draft.prose.system_names import is_system
from nagarezu.importing.fields import names
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.form.prose.form import Part, Prose, body, head, paragraphs
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
from nagarezu.importing.rules import compiled
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
    beside.elsewhere(partners, paper, history=False)
    beside.elsewhere(partners, paper, history=True, among=beside.not_named(partners))
    beside.of_role(partners, paper)
    beside.in_brackets(partners, paper)
    beside.below_heads(partners, paper)
    beside.using(partners, paper)
    beside.moved(partners, paper)
    beside.running(partners, paper)
    beside.by_short_form(partners, paper)
    serving.add(partners, paper)
    exchanging.add(partners, paper)
    beside.sharing(partners, paper)
    beside.working(partners, paper)
    if not partners.found:
        beside.of_their_measures(partners, paper)
    partners.settle()
    unsaid.settle(partners, paper)
    beside.entrusted(partners)
    partners.name_groups()
    return partners.found, sections.read(partners, paper)


def _of_measures(part: Part) -> bool:
    return key(head(part.node)).endswith(("対策", "措置")) or any(
        node is not part.node and topic_of(head(node)) == "safeguards" for node in part.path
    )


def _of_part(partners: Partners, part: Part) -> None:
    """The names below one head. A numbered part of its own topic is read by itself."""
    above = [r for node in reversed(part.path) for r in relations_of(head(node))]
    own = relations_of(head(part.node)) or above[:1] or [_as_fellows(partners, part.node)]
    _of_text(partners, body(part.node), own)
    apart = any(topic_of(head(child)) == "partner" for child in part.node.children)
    for child in part.node.children:
        if apart and not any(_names(path[-1]) for path in child.walk()):
            continue  # 渡し方, 決めごと beside 委託先　甲社
        _of_child(partners, child, own)


def _as_fellows(partners: Partners, node: Node) -> str:
    """The relation of those who get the same thing by a table of what goes to whom."""
    if key(head(node)) != "相手方":
        return ""
    named = {partners.builder.find_holder(line.text) for line in body(node).lines()}
    known = {each.relation for each in partners.found if each.holder in named and not each.giver}
    return known.pop() if len(known) == 1 else ""


def _of_child(partners: Partners, node: Node, relations: list[str]) -> None:
    lines = node.passage.lines()
    if not lines:
        return
    pair = labelled(lines[0])
    if pair and topic_of(pair[0].text) == "partner" and relations_of(pair[0].text):
        _of_text(partners, pair[1], relations_of(pair[0].text))  # ア　委託先　甲社, below a head
    if topic_of(head(node)) or pair or node.kind.startswith("table:"):
        return  # a part of its own
    if _beside_names(partners, node, lines):
        return
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
    named = named or bool(_LEADS_TO_WORK.search(key(lines[-1].text)))
    for child in node.children:
        if named and not _names(child):
            continue  # (ア) 配車計画の作成 below the name of a firm: what it does
        _of_child(partners, child, relations)


# 委託先は、甲社とし、次の業務を行わせる。: what is numbered below is work
_LEADS_TO_WORK = re.compile(
    r"(?:次|以下|下記|左記)(?:に掲げる|の各?|に示す|に定める)*(?:業務|作業|事務|仕事|工程|役割|こと|事項)"
    r"[^、。]{0,24}(?:行わせ|させ|担わせ|任せ|委託|請け?負わせ|行[うい]|担[うい]|担当|とする|処理|求め|頼)[^、。]{0,8}。?$"
    r"|(?:業務|作業|事務|仕事|役割)(?:の内容|の範囲)?は、?(?:次|以下|下記)の(?:とおり|通り)[^、。]{0,8}。?$"
)
_WHO = re.compile(
    r"名称?$|氏名$|商号|先$|者$|方$|事業者|業者|会社|法人|団体|機関|組合|課$|部署$|所属$|施設|学校|その他|ほか|同上|[0-9]$"
)


def _beside_names(partners: Partners, node: Node, lines: list[Passage]) -> bool:
    """市との通信　閉域網 in rows that name partners: neither asks who it is nor says it."""
    if node.kind != "label" or len(lines) < 2 or relations_of(head(node)):
        return False
    if _WHO.search(key(without_brackets(lines[0].text))) or partners.is_known(lines[0].text):
        return False
    return not any(
        naming.names_company(line.text)
        or partners.is_known(line.text)
        or sentences.is_sentence(line.text)
        for line in lines[1:]
    )


def _work_above(node: Node, lines: list[Passage]) -> bool:
    """受付の業務, and below it a firm or 委託先 with its name: the work, not who does it."""
    firms = any(naming.is_name(key(without_brackets(line.text))) for line in lines[1:])
    labels = any(child.kind == "label" and topic_of(head(child)) for child in node.children)
    return firms or labels


def _names(node: Node) -> bool:
    """Whether a part below a name may name somebody else: a firm, a sentence, a label."""
    text = node.passage.lines()[0].text if node.passage else ""
    if naming.names_company(text) or sentences.is_sentence(text) or relation_of(head(node)):
        return True
    below = node.passage.lines()[1:] if node.kind == "label" else []
    if _WHO.search(key(text)) and any(naming.names_company(line.text) for line in below):
        return True  # 名称 above 株式会社甲
    return naming.is_name(names.written(without_brackets(text))) and not _tells_work(text)


_ASIDE = re.compile(
    r"^(?:所在地?|住所|代表者?|電話|担当|業務|(?:仕事|作業|役割|期間)[:：]|選定|資本金|設立|ホームページ|url|委託業務|委託内容)"
)


_YES = re.compile(r"^(?:有り?|あり|予定(?:有り?|あり))[ 　]*[(（](?P<told>.+)[)）]。?$", re.DOTALL)


def _of_text(partners: Partners, text: Passage, relations: list[str]) -> None:
    above = ""
    for line in (part for each in paragraphs(text) for part in _by_role(each)):
        above, before = key(line.text), above
        if _is_firm(before) and _tells_work(line.text):
            continue
        pair = labelled(line)
        if pair and topic_of(pair[0].text) in _OTHER:
            continue  # 契約期間　… below the name
        alone = not pair and _BARE_ROLE.fullmatch(key(without_brackets(line.text)))
        if alone and relations_of(line.text):
            relations = relations_of(line.text)  # 再委託先 alone: those on the lines below it
            continue
        stated = relations_of(pair[0].text) if pair else []
        _of_paragraph(partners, pair[1] if pair and stated else line, stated or relations)


# 委託先：甲社、再委託先：乙社 on one line
_ROLE = re.compile(
    r"(?:^|[、，。 　])[ 　]*(?P<role>再?々?(?:委託|提供|結合|移転)先|再?受託者|元請|下請)"
    r"[：: 　]+(?=\S)"
)


def _by_role(line: Passage) -> list[Passage]:
    """A line cut where another role begins; a sentence stays whole."""
    starts = [found.start("role") for found in _ROLE.finditer(line.text)]
    if len(starts) < 2 or starts[0] != 0 or line.text.rstrip().endswith("。"):
        return [line]
    ends = [*starts[1:], len(line.text)]
    return [
        line.part(start, start + len(line.text[start:end].rstrip(" 　、，。")))
        for start, end in zip(starts, ends, strict=True)
    ]


_BARE_ROLE = re.compile(
    r"再?々?(?:委託|委任|提供|結合|接続|移転)の?(?:先|相手方)|再?(?:受託|委託)(?:者|事業者|業者)"
)
_OTHER = ("time", "medium", "items", "subjects", "content", "computer")


def _is_firm(line: str) -> bool:
    return naming.names_company(line) and naming.is_name(line)


_WORK = re.compile(
    r"(?:作成|送付|発送|送信|受信|配[送達布]|印[刷字]|封入|封かん|差出し?|投函|入力|集計|精算|取りまとめ|処理|保守|管理|運用|監視|収納"
    r"|徴収|督促|催告|調査|収集|回収|廃棄|消去|運搬|点検|検査|設置|構築|開発|改修|導入|移行|変換|抽出|照合|突合せ?|登録|更新|確認|審査|判定"
    r"|取付け?|取替え?|交換|取外し|撤去|据付け?|修理|修繕|清掃|工事|配線|回答|応対|撮影|翻訳|製本|裁断|保管|貼付け?|梱包"
    r"|受付|通知|連絡|案内|調整|見直し|手渡し?|引渡し?|受渡し?|持参|持込み?|提出|交付|返却|返送|転送|閲覧|提示|出力|貸出し?|貸与|報告|読取り?|打込み?|聞取り?|差替え?|業務|作業)$"
)
_OF_WORK = re.compile(
    r"(?:内容|仕事|作業|事項|こと|条件|理由|方法|やり方|期間|時期|期限|手順|範囲|体制|概要|状況|場所|日程|費用|金額|頻度|回数|有無"
    r"|目的|効果|流れ|取り?扱い|項目|情報|データ|資料|媒体|対策|措置)$"
)
_IS_WORK = re.compile(rf"[^ 　]の(?:[一-龥]{{2,4}}(?:及び|・))?{_WORK.pattern}")


def _tells_work(line: str) -> bool:
    """納付書の作成及び送付 below the name of a firm: what it does."""
    pieces = compiled(r"、|，|及び|並びに").split(key(line))
    return bool(_WORK.search(pieces[-1])) and not any(map(naming.is_name, pieces))


_SOURCE = re.compile(r"^(?:利用される|利用元|提供元|保有する?)[^ 　:：]{0,10}[ 　:：]")
_USER = re.compile(
    r"^(?:目的外)?利用する(?:業務|事務|課|部署)[ 　:：]+(?:[^()（）]+[(（])?(?P<who>[^()（）]+)"
)


_OTHERS = re.compile(
    r"(?<=.{3})[ 　、]?(?:ほか|外|他)[ 　]?[0-9０-９一二三四五六七八九十]{1,2}[ 　]?"
    r"(?:者|社|団体|法人|機関|施設)$"
)
_LETTERS = r"[a-z](?:(?:から|~|、|,|及び|・)[a-z])*(?:まで)?"
_MARKS_BEHIND = re.compile(
    rf"(?P<who>[^、。,]{{2,40}}?)[ :]+(?:{CITED}|{_LETTERS})"
    r"(?:の(?:項目|情報|事項|データ))?(?:\(.*\))?。?$"
)


_NAMED_FIRST = re.compile(r"(?P<who>[^、。()（）]{4,40}(?:[(（][^()（）]*[)）])?)。(?=.)")


def _of_paragraph(partners: Partners, each: Passage, relations: list[str]) -> None:
    if _SOURCE.match(each.text):
        return
    user = _USER.match(each.text)  # 利用する業務　予防接種に関する業務（保健課）
    each = each.part(*user.span("who")) if user else each
    said = _YES.match(each.text)
    each = each.part(*said.span("told")) if said else each
    named = _NAMED_FIRST.match(each.text)  # 甲社（保守）。再委託は、市が承諾する。
    if named and naming.is_name(names.written(without_brackets(named["who"]))):
        _of_paragraph(partners, each.part(*named.span("who")), relations)
        each = each.part(named.end())
    if sentences.is_sentence(each.text):
        _of_sentence(partners, each, relations)
        return
    each = _in_front_of_work(each)
    plain = key(each.text)
    if (_IS_WORK.search(plain) and _tells_work(plain)) or (
        _OF_WORK.search(plain) and not naming.is_name(plain)
    ):
        return  # 水道の使用量の収集 in a list of what is done, 任せる仕事 over it
    if _ASIDE.match(key(each.text)) or (dates(each.text) and not naming.names_company(each.text)):
        return
    if others := _OTHERS.search(each.text):  # 甲社ほか2者: two more, whom nothing names
        partners.builder.notes.skip(each, "partner_not_read", others.group())
        each = each.part(0, others.start())
    if marks := _MARKS_BEHIND.match(fold(each.text)):  # 甲法人　①から⑥まで及び⑧
        each = each.part(*marks.span("who"))
    front, _ = named_list(each)
    known = bool(front) and partners.is_known(front.text)
    tier = 2 if "reentrust" in relations else 1
    found = names.partners(front if known else _name_of(each), tier)
    if said:  # あり（乙社、印刷の一部）: whom, and what of it
        found = [name for name in found if naming.names_company(name.label)] or found
    for name in map(_behind_service, found):
        if name.undecided:
            partners.builder.notes.ask(name.passage, "partner_undecided")
            continue
        for relation in relations:
            further_on = relation == "entrust" and name.tier > 1  # 乙社（再委託）
            partners.add(name, "reentrust" if further_on else relation)
        for further in _further(each):
            partners.add(further, "reentrust", name.label)


_WAY = re.compile(r"(?:回線|通信|手渡し|手交|持参|郵送|書留|メール|媒体|メモリ|dvd-r|cd-r|vpn)$")
_GAP = re.compile(r"[ 　\t:：]+")


def _in_front_of_work(line: Passage) -> Passage:
    """甲市医師会　健診の実施: the name alone, where what it does stands behind it."""
    gap = _GAP.search(line.text)
    named = gap is not None and naming.is_name(names.written(line.text[: gap.start()]))
    rest = line.text[gap.end() :] if gap else ""
    if timed := dates(rest):  # 甲社　印刷　令和5年4月1日から…まで
        rest = rest[: timed[0].start].strip(" 　\t:：(（")
    told = _tells_work(rest) if rest else bool(timed)
    # 甲会　安否を確かめるため, 甲会　専用回線
    told = told or rest.rstrip("。").endswith(("ため", "目的")) or bool(_WAY.search(key(rest)))
    return line.part(0, gap.start()) if gap and named and told else line


_FURTHER = re.compile(r"^再々?(?:委託先?|受託者|委託事業者)(?:は|[ :])[ ]*(?P<name>[^、。]{4,40})$")


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
    for mark in compiled(r"[ :]+").finditer(
        compiled(r"\([^()]*\)").sub(lambda m: "x" * len(m[0]), folded)
    ):
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
        served = compiled(r"(?:が|の)(?:提供|運営|運用).*$").sub("", note)
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
        beside.add_told(partners, one, relation)
        if one.refers and not beside.referred(partners, one.refers):
            unread.append(one.passage)
    givers = [name.label for one in told for name in one.names]
    for further in _further(passage):  # 甲社に委託する（再委託先：乙社）。
        partners.add(further, "reentrust", givers[0] if len(givers) == 1 else "")
    for sentence in unread:
        partners.builder.notes.skip(sentence, "partner_not_read")
