"""Firms that serve what a paper records in, though it nowhere says that they are entrusted.

甲社がASP方式で提供するサイト, 乙社が運営するデータセンターのサーバで動かす: who provides or runs it
has the information in hand. They are partners where the paper prints what they have to do, too:
their measures, or the term of their contract.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.draft.prose import naming as naming
from nagarezu.importing.draft.prose import told as sentences
from nagarezu.importing.draft.prose.partner import Partners
from nagarezu.importing.fields import names
from nagarezu.importing.fields.names import Name
from nagarezu.importing.fields.reentrusted import FIRM
from nagarezu.importing.form.prose.form import Prose, head
from nagarezu.importing.form.prose.topics import is_party_own, topic_of
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import key

_NOT_TOLD = ("safeguards", "conclusion", "items", "subjects", "partner")
_PLACE = (
    r"(?:システム|サーバー?|サイト|サービス|クラウド|データセンター?|アプリ|基盤|設備|施設"
    r"|電算室|計算機センター?)"
)
_ITS = re.compile(  # 甲社のデータセンターに置く, 甲社から提供を受ける
    rf"(?:^|(?<=[。、はをにで]))(?P<who>{FIRM.pattern})"
    rf"(?:の[^。、はがを]{{0,12}}?{_PLACE}(?:[^。、はがを]{{0,8}})(?:に(?:置|設け|保管|保存|記録|預け)|で(?:動|稼働|運用|管理)|を(?:用い|利用|使用|借))"
    r"|(?:から|より)[^。、]{0,16}?(?:の)?提供を受け)"
)
_RUNS = re.compile(  # 甲社が運用する, 運営は甲社が行う, 甲社との契約により提供される
    rf"(?P<who>{FIRM.pattern})"
    r"(?:(?:が|の)、?(?:[^。はが]{0,40}?[でにをへ上]、?)?(?:提供|運営|運用|管理|開設|設置|構築|保守|稼働)(?:し|す|を行|中)"
    r"|が、?(?:これを)?(?:行|担|受け持|担当)|との契約[^。]{0,16}?(?:提供|運用|運営)さ)"
)
_DENIED = re.compile(r"含まない|含めない|対象(?:と(?:は)?しない|外)|ではない|廃止|従来|これまで")
_CONTRACT = re.compile(r"契約|協定|委託")


def add(partners: Partners, paper: Prose) -> None:
    """Whoever runs or serves a system, if the paper holds him to something."""
    if any(each.relation == "link" for each in partners.found):
        return
    heads = list(_heads(paper))
    known = {each.holder for each in partners.found}
    left: dict[str, Name] = {}
    for line in paper.running(*_NOT_TOLD):
        for name in _serving(line):
            called = tuple(map(key, partners.all_names(name.label)))
            if partners.builder.find_holder(name.label) in known:
                continue
            if _given(line.text, name.label) or any(words.startswith(called) for words in heads):
                partners.add(name, "entrust")
            else:
                left.setdefault(called[0], name)
    entrusted = any(each.relation in ("entrust", "delegate", "") for each in partners.found)
    if len(left) == 1 and not entrusted and any(map(_ROLE.match, heads)):
        partners.add(left.popitem()[1], "entrust")  # 受託者の対策, and only one can be meant


# 甲社が提供するサービスを使う。同社には、乙の情報を預ける。
_GIVEN = re.compile(
    r"。(?:同(?:社|法人|組合|協会|センター|機構)|この会社)(?:に|へ)は?、?[^。]{2,40}?を(?:すべて|全て)?"
    r"(?:預け|渡[しす]|引き?渡|送[るり信付]|提供[しす])(?!な|ませ|する?こと(?:は|も)な)[^。な]{0,6}。"
)


def _given(text: str, name: str) -> bool:
    """Whether a sentence right behind the one that names a firm hands something to it."""
    _, _, behind = text.partition(name)
    first, stop, _ = behind.partition("。")
    found = _GIVEN.match(behind, len(first)) if stop else None
    return found is not None


_ROLE = re.compile(
    r"(?:委託先|受託者|受託事業者|委託事業者|(?:運営|提供|サービス提供)?事業者)(?!以外)"
)


def _serving(line: Passage) -> Iterator[Name]:
    plain, where = sentences.bare(line.text)
    for match in (*_ITS.finditer(plain), *_RUNS.finditer(plain)):
        if _DENIED.search(plain[match.start() :].partition("。")[0]):
            continue
        start, end = match.span("who")
        made = names.name(line.text[where[start] : where[end]], line)
        if made is not None and naming.is_name(made.label):
            yield made


def _heads(paper: Prose) -> Iterator[str]:
    """The heads of measures that are not the own ones, and of contracts."""
    for root in paper.roots:
        for path in root.walk():
            words = key(head(path[-1]))
            below = any(topic_of(head(node)) == "safeguards" for node in path)
            measures = below and is_party_own(words) is not True
            if measures or (_CONTRACT.search(words) and topic_of(words) == "time"):
                yield words
