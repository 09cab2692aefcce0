"""A recipient whom the outline passes over: 福祉課と税務課に移転する beside 移転先3 水道課.

Only a sentence that names several of one relation says who they are; one with 等 does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from nagarezu.importing.draft.assessment import told
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.claims.everything import plain_all
from nagarezu.importing.draft.named import strangers
from nagarezu.importing.form.assessment.form import Assessment, Line
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key
from nagarezu.importing.sentences.frames import Frame, frames
from nagarezu.importing.sentences.parts import Part

_FEWEST = 2  # recipients that a sentence names
_ACTS = {  # by which verbs, and by which name of a role, a relation is told
    "transfer": ("移転|引き?継|渡|送|連携", "移転先"),
    "provide": ("提供|送|渡|届", "提供先"),
    "entrust": ("委託|委ね|請け負", "委託先"),
}
_SEES = re.compile("参照|閲覧|確認|利用|使用|照会")  # 福祉課及び税務課が参照する
_OPEN = re.compile(r"など|ほか|他の|その他|のうち|一部|場合|とき|年[^、。]{0,4}回|のみ|だけ")
_MORE = re.compile(r"等|各|関係")  # 福祉課等
_SENTENCE = re.compile(r"[^。\n]+")
_NUMBER = re.compile(
    r"^[ 　]*(?:[(（]?[0-9０-９]{1,2}(?:[-－][^ 　.．]{1,2})?[)）.．、 　]+|[①-⑳・])"
)


def write(builder: Builder, sheet: Assessment, matter: str) -> None:
    """Mentions of those whom a sentence of the outline names, and of the one it leaves out."""
    outline = [line.value or line.row.whole for line in told.steps(sheet)]
    outline += [line.value for line in sheet.of("task_content", "overview")]
    measures = list(_of_giving(sheet))
    for relation in _ACTS:
        takers = _takers(builder, relation, matter)
        if not (
            _left_out(builder, outline, relation, takers, matter)
            or _left_out(builder, measures, relation, takers, matter, _all_of)
        ):
            _beside_list(builder, sheet, relation, takers, matter)
            _beside_row(builder, sheet, relation, takers, matter)
    _drawn(builder, sheet, _takers(builder, "transfer", matter), matter)
    if not sheet.digest:  # which need not name those with whom nothing has changed
        takers = _takers(builder, "transfer", matter)
        _more_sections(builder, sheet, measures, takers, matter)
        _more_sections(builder, sheet, outline, takers, matter, "移転")
        takers = _takers(builder, "provide", matter)
        _more_sections(builder, sheet, [*measures, *outline], takers, matter, body=True)


def _of_giving(sheet: Assessment) -> Iterator[Passage]:
    """The measures of the section on those to whom something goes, in rows and in tables."""
    for line in sheet.of("risk_measures"):
        if _GIVES.search(f"{line.section} {line.printed.text}"):
            yield line.value
    for table in sheet.tables:
        at = table.column("measure") if table.kind == "measures" else -1
        for row in table.rows if at >= 0 else ():
            beside = (cell.text for n, cell in enumerate(row.cells) if n != at)
            if at < len(row.cells) and _GIVES.search(f"{table.section} {' '.join(beside)}"):
                yield row.cells[at]


_GIVES = re.compile("提供|移転")  # the section on those to whom something goes
_Whom = Callable[[Frame, str], str]


def _left_out(
    builder: Builder,
    passages: Sequence[Passage],
    relation: str,
    takers: dict[str, Entity],
    matter: str,
    whom: _Whom | None = None,
) -> bool:
    """Write the mentions where a sentence names all but one, of whom nothing else there speaks."""
    said = key("".join(passage.text for passage in passages))
    for passage, named in _named(builder, passages, relation, takers, whom or _whom):
        left = [id_ for id_ in takers if id_ not in named]
        if len(left) == 1 and not any(name in said for name in builder.names_of(left[0])):
            _mention(builder, takers, left[0], named, passage.source, matter)
            return True
    return False


_ARROW = re.compile(r"(?:→|⇒|➡|->)[ ]*(?P<whom>[^→⇒➡\n(]{2,60}?)(?=[ ]*(?:[(\n]|[ ]{2,}|$))")
_FEWEST_DRAWN = 3  # lines with an arrow


def _drawn(builder: Builder, sheet: Assessment, takers: dict[str, Entity], matter: str) -> None:
    """資格の移転 甲システム → 乙課: a section that no block has, or a block that no arrow has."""
    lines = [line for line in sheet.lines if "→" in line.row.text]
    drawn = [
        (line.row.whole, each["whom"])
        for line in lines
        for each in _ARROW.finditer(fold(line.row.text))
    ]
    if len(drawn) < _FEWEST_DRAWN or not takers:
        return
    ends = key("\n".join(whom for _, whom in drawn))
    met = [id_ for id_ in takers if any(name in ends for name in builder.names_of(id_))]
    left = [id_ for id_ in takers if id_ not in met]
    parts = {line.part for line in lines}
    said = key("\n".join(line.row.text for line in sheet.lines if line.part in parts))
    if met and len(left) == 1 and not any(name in said for name in builder.names_of(left[0])):
        names = builder.names_of(met[0])
        place = next(p for p, whom in drawn if any(name in key(whom) for name in names))
        _mention(builder, takers, left[0], met, place.source, matter)
    whole = key("\n".join(line.row.text for line in sheet.lines))
    for passage, whom in drawn if met and not left else ():
        sections = [each.strip() for each in _AND.split(whom)]
        new = [one for one in sections if _SECTION.fullmatch(one) and not builder.find_holder(one)]
        given = "移転" in passage.text or len(sections) > 1
        if len(new) == 1 and whole.count(key(new[0])) == 1 and given:
            strangers.claim(builder, passage, new[0], matter, "section")


_SECTION = re.compile(r"[^\s、。・()]{2,14}(?:[課室係局署所]|センター)")
_BODY = re.compile(
    r"[^\s、。・()]{2,20}(?:会社|協会|連合会|組合|機構|基金|病院|法人|協議会|遺族会|公社|銀行|金庫|会議所|知事|大臣|学校|大学)"
)
_AND = re.compile("及び|並びに|、|と(?=.{3})")
_HANDED = re.compile("移転|渡|送|提供|引き?継")
_OF_WORK = re.compile(r"記録|件数|報告|通知|結果|状況|控え|写し|時|際|場合|とき|書面|誓約")


def _more_sections(
    builder: Builder,
    sheet: Assessment,
    measures: Sequence[Passage],
    takers: dict[str, Entity],
    matter: str,
    verb: str = "",
    *,
    body: bool = False,
) -> None:
    """甲課及び乙課へ渡す一覧表は: a section beside one that is known, and named nowhere else."""
    known = {name for id_ in takers for name in builder.names_of(id_)}
    told = [(line.value or line.row.whole).text for line in sheet.lines]
    told += [row.text for table in sheet.tables for row in table.rows]
    whole = fold("\n".join(told)) if known else ""
    said = [(each, found) for each in measures for found in _SENTENCE.finditer(each.text)]
    for passage, found in said if known else ():
        text = _NUMBER.sub("", fold(found.group()))
        handed = verb in text and _HANDED.search(text) and _AND.search(text)
        for frame in frames(text) if handed else ():
            part = _whom_of_all(frame) if body else frame.part("に") or _toward(frame)
            thing = f"{frame.of} {what.text if (what := frame.part('を')) else ''}"
            if part is None or frame.denied or frame.supposed or _OF_WORK.search(thing):
                continue
            names = [each.strip() for each in _AND.split(part.text)]
            new = [each for each in names if key(each) not in known]
            gives = _HANDED.search(frame.verb) or frame.act == "is"
            if len(new) != 1 or len(names) < _FEWEST or not gives:
                continue
            once = whole.count(new[0]) == 1
            named = (_BODY if body else _SECTION).fullmatch(new[0])
            if once and named and not builder.find_holder(new[0]):
                place = passage.part(*found.span())
                strangers.claim(builder, place, new[0], matter, "" if body else "section")


_ONLY_SOME = re.compile(
    r"主な|代表的|(?:その)?(?:他|ほか)の?(?:提供先|移転先)"
    r"|(?:以外|以降|残り|詳細|すべて|全て|全部)[^。\n]{0,16}別[紙添表]"
)
_LIST = re.compile(
    r"(?P<kind>移転|提供|委託)(?:先|を受ける|する相手)?[^。]{0,8}(?:一覧|リスト|名簿|内訳|の?名称)"
)
_KINDS = {"移転": "transfer", "提供": "provide", "委託": "entrust"}
_FRONT = re.compile(
    r"^(?:(?:移転|提供|委託)先?[ ]?\d{1,2}|[(]?\d{1,2}[).、]?|[①-⑳]|[・●○■◆])?[ :]*"
    r"(?P<name>[^ :、,(|/…・]{2,24}"
    r"(?:[部局課係室所館園校会長庁県市町村社]|センター|担当|機構|組合|基金|大臣|知事|長官|法人|連合|病院|財団|銀行|金庫|学校))"
    r"(?=$|[ :、,(|/…・])"
)


def _beside_list(
    builder: Builder, sheet: Assessment, relation: str, takers: dict[str, Entity], matter: str
) -> None:
    """（別紙1）移転先一覧 with one more than the blocks of the outline Ⅱ, or with one less.

    At least two stand in both. Where the outline prints only the main ones, it says so.
    """
    for part, title in sheet.attached:
        kind = _LIST.search(fold(title.text))
        if kind is None or _KINDS[kind["kind"]] != relation or any(map(_only_some, sheet.lines)):
            continue
        here = {place for line in sheet.lines if line.part == "Ⅱ" for place in line.row.places}
        outline = dict.fromkeys(
            str(flow["to"][0])
            for flow in builder.list_of("flows")
            if flow["relation"] == relation and here & {*str(flow.get("source", "")).split()}
        )
        listed = _of_list(sheet, part)
        both = [id_ for id_ in outline if set(builder.names_of(id_)) & set(listed)]
        known = {name for id_ in both for name in builder.names_of(id_)}
        more = [name for name in listed if name not in known]
        less = [id_ for id_ in outline if id_ not in both]
        if len(both) < _FEWEST or len(more) + len(less) != 1:
            continue
        left = less[0] if less else builder.find_holder(more[0])
        if left not in takers:
            strangers.claim(builder, listed[more[0]], listed[more[0]].text, matter)
        elif less:
            _mention(builder, takers, left, both, next(iter(listed.values())).source, matter)
        else:
            place = str(takers[both[0]].get("source", "")).split()[0]
            _mention(builder, takers, left, both, place, matter)


_ROW = re.compile(  # 移転先一覧 | 甲課, 移転先の名称：甲課、乙課
    r"^(?:[(]?\d{1,2}[).、]?[ ]*|[①-⑳・■●○◆※][ ]*)?"
    r"(?P<kind>移転|提供|委託)(?:先|を受ける[課者]|する[課者])"
    r"(?:の?[ ]?[(]?(?:一覧表?|内訳|名称|全部|全て)[)]?)(?:[ ]*[:][ ]*|[ ]+|$)(?P<names>.*)$"
)
_NO_NAMES = re.compile(r"など|ほか|主な|のとおり|参照|別[紙添表]|。.|等$|等[、(]")


def _beside_row(
    builder: Builder, sheet: Assessment, relation: str, takers: dict[str, Entity], matter: str
) -> None:
    """移転先一覧 | 甲課 in the outline of the work, beside the blocks of 甲課 and of 乙課."""
    parts = {part for part, title in sheet.attached if "事務の内容" in title.text}
    lines = [line for line in sheet.lines if line.part in parts and line.row.filled]
    for at, line in enumerate(lines if len(takers) >= _FEWEST else ()):
        row = _ROW.match(fold(" ".join(cell.text for cell in line.row.filled)).strip())
        if row is None or _KINDS[row["kind"]] != relation:
            continue
        below = takewhile(_FRONT.match, (fold(one.row.text).strip() for one in lines[at + 1 :]))
        names = row["names"] or "\n".join(below)
        if _NO_NAMES.search(names):
            return
        printed = key(names)
        named = [id_ for id_ in takers if any(name in printed for name in builder.names_of(id_))]
        left = [id_ for id_ in takers if id_ not in named]
        if named and len(left) == 1:
            _mention(builder, takers, left[0], named, line.row.places[0], matter)
        return


def _of_list(sheet: Assessment, part: str) -> dict[str, Passage]:
    """The names in the lines and rows of an attached list, by their keys."""
    rows = [line.row for line in sheet.lines if line.part == part]
    rows += [row for table in sheet.tables if table.part == part for row in table.rows]
    found: dict[str, Passage] = {}
    for row in rows:
        for cell in row.filled[:2]:
            name = _FRONT.match(fold(cell.text).strip())
            if name is not None:
                at = cell.text.find(cell.text.strip())
                found.setdefault(
                    key(name["name"]), cell.part(at + name.start("name"), at + name.end("name"))
                )
                break
    return found


def _only_some(line: Line) -> bool:
    return line.part == "Ⅱ" and bool(_ONLY_SOME.search(fold(f"{line.row.text}\n{line.value.text}")))


def _takers(builder: Builder, relation: str, matter: str) -> dict[str, Entity]:
    """Who gets something in a block of its own, with the flow to it."""
    flows = [each for each in builder.list_of("flows") if each["relation"] == relation]
    return {
        each["to"][0]: each for each in flows if each["matter"] == matter and len(each["to"]) == 1
    }


def _whom_of_all(frame: Frame) -> Part | None:
    """提供先は甲県知事及び乙組合である, 送付は甲及び乙に限る: to whom all goes."""
    topic = frame.part("は")
    if topic is None or not _GOES.fullmatch(key(topic.head)):
        return None
    return frame.value if frame.act == "is" else frame.part("に")


_GOES = re.compile(r"(?:提供|送付|交付|送信)(?:先|する相手(?:方|先)?)?|相手方?")


def _toward(frame: Frame) -> Part | None:
    """甲課及び乙課 of 甲課及び乙課への移転は、免除の区分に限る."""
    topic = frame.part("は") if frame.act == "is" else None
    to = next((text for text, link in topic.of if link == "に"), "") if topic else ""
    return Part(to, 0, 0, to) if to and topic and _HANDED.search(topic.head) else None


def _named(
    builder: Builder,
    outline: Sequence[Passage],
    relation: str,
    takers: dict[str, Entity],
    whom: _Whom,
) -> Iterator[tuple[Passage, list[str]]]:
    """The sentences that give to several of them, each with those whom it names."""
    for passage in outline if len(takers) > _FEWEST else ():
        for found in _SENTENCE.finditer(passage.text):
            text = _NUMBER.sub("", fold(found.group()))
            if _OPEN.search(_bare(builder, text, takers)):
                continue
            for part in filter(None, (whom(frame, relation) for frame in frames(text))):
                named = [
                    id_
                    for id_ in takers
                    if any(name in key(part) for name in builder.names_of(id_))
                ]
                if len(named) >= _FEWEST and not _MORE.search(_bare(builder, part, takers)):
                    yield passage.part(*found.span()), named


def _bare(builder: Builder, text: str, takers: dict[str, Entity]) -> str:
    """A sentence without the names in it: その他 or 等 may be a part of one."""
    plain = key(text)
    for name in sorted((n for id_ in takers for n in builder.names_of(id_)), key=len, reverse=True):
        plain = plain.replace(name, "")
    return plain


def _whom(frame: Frame, relation: str) -> str:
    """To whom a clause gives, entrusts or lets see, in its own words; empty if to nobody."""
    verb, _ = _ACTS[relation]
    to, doer = frame.part("に"), frame.part("が", "は")
    if frame.denied or frame.supposed:
        return ""
    if every := _all_of(frame, relation):
        return every
    if compiled(verb).search(frame.verb) and to is not None and not to.besides:
        return " ".join([to.text, *(text for text, _ in to.of)])
    if relation == "transfer" and _SEES.search(frame.verb) and doer is not None and not frame.of:
        return doer.text
    return ""


_TO_WHOM = re.compile(r"の|相手方?|先|(?:部署|所属|課|団体|者)")
_ENCLOSED = re.compile(r"[(（](?P<names>[^()（）]{5,60})[)）]")


def _all_of(frame: Frame, relation: str) -> str:
    """移転先は甲課及び乙課であり, 移転先（甲課、乙課）に: who all of a role are."""
    verb, role = _ACTS[relation]
    topic = frame.part("は")
    if frame.denied or frame.supposed:
        return ""
    if frame.act == "is" and frame.value and topic:
        told = topic.told if topic.told and _TO_WHOM.fullmatch(topic.head) else None
        what = told.part("を") if told else None
        if told and (told.part("で") or (what and not plain_all(what.text))):
            return ""  # 紙で移転する先は, 所得を移転する先は: not all of them
        if key(topic.head).endswith(role) or (told and compiled(verb).search(told.verb)):
            return frame.value.text
    for part in frame.parts.values():
        at = part.text.find(f"{role}(")
        names = _ENCLOSED.match(part.text, at + len(role)) if at >= 0 else None
        if names is not None:
            return names["names"]
    return ""


def _mention(
    builder: Builder,
    takers: dict[str, Entity],
    left: str,
    named: Sequence[str],
    place: str,
    matter: str,
) -> None:
    source = str(takers[left].get("source", ""))
    builder.holder_entity(left)["mentions"] = [
        {"sheet": "matter", "matter": matter, "source": source}
    ]
    for id_ in named:
        there = {"sheet": "overview", "matter": matter, "source": place}
        builder.holder_entity(id_).setdefault("mentions", []).append(there)
