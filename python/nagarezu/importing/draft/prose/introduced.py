"""The system that a paper is about, where no sentence says that anything is recorded in it.

甲システム（以下「本システム」という。）を用いることとした, 乙システムを導入したい: what the office
is to use from now on records what the paper lists. Several such systems decide nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.draft.prose.system_names import SYSTEM, Systems, is_general
from nagarezu.importing.draft.prose.systems import OF_OTHERS, OWN_LEAD, is_other
from nagarezu.importing.form.prose.form import Prose, body, head, text_of
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import bracketed, fold, key, tidy, without_brackets

_USE = (
    r"(?:用い|利用|使用|導入|整備|構築|新設|設け|設置|採用|運用|開発|稼働|活用)"
    r"(?:る|し|す|を?行)?(?:、[^。、]{0,12})?[^。、]{0,4}(?:こと(?:と|に)|たい|もの(?:で|と)|(?:予定|計画)|べく|ため)"
)
_ENDS = r"(?:用いる|設ける|(?:利用|使用|導入|整備|構築|新設|採用|運用|開発|稼働|活用)する)(?:。|$)"
_INTRODUCED = re.compile(rf"(?P<name>{SYSTEM})を(?:新たに|新しく|、)?(?:{_USE}|{_ENDS})")
_STORED = re.compile(  # このたび、甲システムへ登録するため, 乙システムに移すこととした
    rf"(?P<name>{SYSTEM})(?:に|へ)、?[^。、]{{0,8}}?(?:登録|記録|入力|移行|格納|収録|移|取り?込)[^。、]{{0,4}}?"
    r"(?:ため|こととし|こととす|こととな|たい|予定|計画)"
)
# 甲システムは、…, 甲システムのサーバは、… where the paper describes the systems
_TOPIC = re.compile(rf"(?:^|。)(?P<name>{SYSTEM})(?:の[^、。はが]{{1,10}})?(?:は|とは)、")
_COMMON = re.compile(
    r"^(?:(?:クラウド|外部|民間|既存|専用|新|新たな|他|電算|情報|オンライン|インターネット|ウェブ|web|asp|saas|共同|市販|庁内|電子|同)+の?)"
    r"(?:システム|サービス|サーバー?|サイト|アプリ|データベース|基盤|台帳)$"
)
_BY = re.compile(r"(?:^|[。、])(?P<who>[^、。はが]{2,30})[はが]、?(?=[^。はが]*$)")
_ELSEWHERE = re.compile(
    r"他(?:の)?(?:市|区|町|村|団体|自治体)|近隣|全国|従来|これまで|国(?:は|が)|県(?:は|が)"
)
_NOT_TOLD = ("safeguards", "conclusion", "items", "subjects", "attachments")


def read(systems: Systems, paper: Prose) -> dict[str, Passage]:
    """The one system that the explanation introduces; none if it is not certain which."""
    found = {systems.holder(name, line): line for line, name in _named(systems, paper)}
    return found if len(found) == 1 else {}


def _named(systems: Systems, paper: Prose) -> Iterator[tuple[Passage, str]]:
    made: dict[str, tuple[Passage, str]] = {}
    about = [text_of(part.node) for part in paper.about("system")]
    described = [line for text in about for line in text.lines()]
    for line, pattern in (
        *((line, each) for line in paper.running(*_NOT_TOLD) for each in (_INTRODUCED, _STORED)),
        *((line, _TOPIC) for line in described),
    ):
        plain = systems.plain(line)
        for match in pattern.finditer(plain):
            lead = plain[: match.start()].rpartition("。")[2]
            doer = _BY.search(lead)
            if (doer and is_other(systems.builder, doer["who"])) or _ELSEWHERE.search(lead):
                continue
            name = systems.longest(plain, match["name"], match.end("name"))
            if not systems.is_general(name) and not _COMMON.match(key(name)):
                made.setdefault(systems.written(name), (line, name))
    yield from made.values() if len(made) == 1 else ()


_WHOLE = re.compile(SYSTEM)
_KEEPS = re.compile(
    r"[^、。をがは](?:を|は、?)[^、。]{0,12}?"
    r"(?:(?:記録|登録|入力|保存|保管|蓄積)(?:し|する|され)|取り?込[みむ])"
)


def described(systems: Systems, paper: Prose) -> Iterator[tuple[str, Passage]]:
    """甲システム as a head below the part on the systems, and below it who records what in it."""
    for part in paper.about("system"):
        for node in part.node.children:
            name, line = key(without_brackets(head(node))), node.passage
            told = fold(without_brackets(tidy(body(node).text))).replace(name, "")
            other = is_general(name) or compiled(SYSTEM).search(told)
            if _WHOLE.fullmatch(name) and _KEEPS.search(told) and not other:
                yield systems.holder(head(node), line), line


def passed_over(systems: Systems, paper: Prose) -> None:
    """The one system of all described that the row of those that record does not name."""
    builder = systems.builder
    told = dict(described(systems, paper)) if len(systems.computers) >= _FEWEST else {}
    listed = {builder.find_holder(systems.written(name)) for name in systems.computers}
    rest = [id_ for id_ in told if id_ not in listed]
    if len(rest) != 1 or len(told) - 1 < _FEWEST:
        return
    for id_, place in told.items():
        entity = builder.holder_entity(id_)
        row = {"sheet": "workflow", "source": str(entity.get("source", place.source))}
        sheet = {"sheet": "system", "source": place.source}
        entity["mentions"] = [sheet] if id_ in rest else [sheet, row]


_FEWEST = 2  # systems that both places name
_DIGITAL = re.compile(r"電[磁子]的?(?:記録)?媒体|電子データ")


def kept_in(systems: Systems, paper: Prose) -> Iterator[tuple[str, Passage]]:
    """電磁的媒体（甲システムのサーバ、乙サーバ）: in what the row of the media says they are."""
    for part in paper.about("medium"):
        for line in part.node.passage.lines():
            if not _DIGITAL.search(line.text):
                continue
            for piece in compiled(r"、|，|・|及び|並びに").split("、".join(bracketed(line.text))):
                name = compiled(r"(?<=システム)の?(?:サーバー?|データベース)$").sub("", tidy(piece))
                name = OWN_LEAD.sub("", name)
                other = OF_OTHERS.match(name) or is_general(name)
                if _WHOLE.fullmatch(name) and not other:
                    yield systems.holder(name, line), line
