"""Whom a paper on a provision exchanges information with, where no sentence names it as provided.

一覧は、市から甲社へ毎週送信する, 甲社は、実績を市に送る: the one body that the paper has
introduced and that nothing else makes a partner is the one that the title speaks of.
"""

from __future__ import annotations

import re

from nagarezu.importing.draft.prose.partner import Partners
from nagarezu.importing.fields import names
from nagarezu.importing.form.prose.form import Prose
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

_SENDS = r"(?:送[信付るり]|提供|引?き?渡[すし]|通知|交付|伝送|転送|届け)"
_GIVES = rf"(?:へ|に)(?:は|対し(?:て)?)?、?[^。]{{0,40}}?{_SENDS}"
_OWN = r"(?:(?:本|当)?[市区町村県]|実施機関|組合|広域連合|教育委員会|[一-龥]{2,10}[課係室])"
_BRINGS = rf"(?:は|が|から)、?[^。]{{0,60}}?{_OWN}(?:へ|に)、?[^。]{{0,24}}?{_SENDS}"
_NOT = re.compile(r"(?:ない|せず|ません)[^。]{0,4}$")


def add(partners: Partners, paper: Prose) -> None:
    """The one body beside the known partners with which information goes to and fro."""
    kinds = {kind for matter in partners.builder.list_of("matters") for kind in matter["kinds"]}
    if "provide" not in kinds or any(each.relation in ("provide", "") for each in partners.found):
        return
    known = {each.holder for each in partners.found}
    found: dict[str, Passage] = {}
    for words, full in partners.introduced():
        if partners.builder.find_holder(full) in known:
            continue
        place = _told(words, paper)
        if place:
            found.setdefault(full, place)
    if len(found) == 1:
        full, place = found.popitem()
        name = names.name(full, place)
        if name is not None:
            partners.add(name, "provide")


def _told(words: str, paper: Prose) -> Passage:
    """The first sentence that tells of something sent to or by the one who is so called."""
    sent = re.compile(rf"(?:^|[、。はがをにへら]){re.escape(words)}(?:{_GIVES}|{_BRINGS})")
    for line in paper.running("conclusion", "items", "subjects"):
        for sentence in compiled(r"[^。]+").finditer(
            compiled(r"\s").sub("", fold(tidy(line.text)))
        ):
            if sent.search(sentence[0]) and not _NOT.search(sentence[0]):
                return line
    for part in paper.about("safeguards"):
        for path in part.node.walk():
            plain = key(path[-1].passage.text)
            if sent.search(plain) and not _NOT.search(plain.rstrip("。")):
                return path[-1].passage
    return Passage()
