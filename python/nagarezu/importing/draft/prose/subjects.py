"""Of whom a 答申 or 諮問書 speaks: in a part of its own, or in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.draft.prose import most_named
from nagarezu.importing.draft.prose.names import (
    NOT_A_NAME,
    SUM_OF_GROUPS,
    bare_count,
    name_of,
    pieces,
    undated,
    whole_counts,
)
from nagarezu.importing.fields import subjects
from nagarezu.importing.fields.counts import Count, counts
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.form.prose.form import Prose, beside, body, head, paragraphs, text_of
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets


def read(groups: Groups, paper: Prose, rows: Sequence[Row]) -> None:
    """The groups with their numbers; what other sentences say of them is added."""
    for part in paper.about("subjects"):
        remark = paper.remarks.get(id(part.node), Passage())  # ※人数は、…現在, behind the list
        for name in _of_node(groups, part.node, remark):
            groups.builder.notes.skip(name, "count_not_given")
    for passage in _explained(paper):
        for sentence in _told(passage):
            _of_line(groups, sentence, None, told=True)
    _counted(groups, paper)
    for passage in [*_explained(paper), *_judged(paper)]:
        _more_counts(groups, passage)
    if not groups.groups:
        most_named.read(groups, rows)


def _explained(paper: Prose) -> Iterator[Passage]:
    """Running text outside the parts on subjects and measures and the council's reasons."""
    return paper.running("subjects", "safeguards", "conclusion", "attachments")


def _judged(paper: Prose) -> Iterator[Passage]:
    """What the council says itself: it may print a number once more, and another one."""
    for part in paper.parts:
        if part.topic == "reasons":
            for path in part.node.walk():
                if not path[-1].kind.startswith("table:"):
                    yield from paragraphs(path[-1].passage)


def _told(passage: Passage) -> Iterator[Passage]:
    """対象者は、…とする。 within running text."""
    for match in compiled(
        r"(?:^|(?<=。))\s*(?:本人|情報)?対象(?:となる)?(?:者|個人)は、?[^。]{2,200}。"
    ).finditer(passage.text):
        yield passage.part(*match.span())


def _of_node(groups: Groups, node: Node, behind: Passage) -> Iterator[Passage]:
    """The names of one part, with numbers in the same line or below; what is left over."""
    last: int | None = None
    when = _dated(joined([*node.passage.lines()[:1], text_of(node), behind]))
    unit = compiled(r"単位[：:][ 　]*(人|名|世帯)").search(head(node))
    rows = any(child.kind == "table:subjects" for child in node.children)
    day = ""  # of the number above: 同日現在
    named = False  # whether a bare name stands above, which a sentence may say again in full
    for line, of_child in _lines_of(node):
        for number, said in enumerate(_sentences(_with_unit(line, unit))):
            if named and not of_child and _DEFINES.search(said.text):
                continue
            if rows and not of_child and said.text.endswith("。") and not counts(said.text):
                continue  # what is said beside a table of groups names none
            remark = last is not None and not of_child and _REMARKS.match(said.text.strip())
            if remark and not counts(said.text):
                continue
            shown = fold(tidy(said.text))
            label = bool(_NUMBER_LABEL.match(shown)) and not SUM_OF_GROUPS.match(shown)
            more = number > 0 or label
            found = _more_of(groups, said, last) if more and last is not None else None
            dated = when or (day if _SAME_DAY.search(fold(said.text)) else "")
            found = found if found is not None else _of_line(groups, said, last, when=dated)
            day = next((each.as_of for each in counts(said.text) if each.as_of), day)
            if found is None and counts(said.text):
                yield said
            last = found if found is not None else last
            named = last is not None and not said.text.rstrip().endswith("。")


def _with_unit(line: Passage, unit: re.Match[str] | None) -> Passage:
    """利用者　1,240 below a head that says （単位：人）."""
    if unit is None or counts(line.text) or not compiled(r"[ 　][\d,]+$").search(fold(line.text)):
        return line
    return replace(line, text=line.text.rstrip() + unit[1])


def _lines_of(node: Node) -> Iterator[tuple[Passage, bool]]:
    """The lines below a head, and whether they belong to a numbered part of it."""
    for line in _joined(body(node)):
        yield line, False
    if _CONDITIONS.search(fold(body(node).text)):
        return
    for child in node.children:
        for path in child.walk() if not beside(child) else ():
            own = path[-1].kind == "label" and path[-1].children
            for line in [] if own else _joined(path[-1].passage):
                yield line, True


# 申し込んだ者で、次のいずれにも該当するもの: what is numbered below it are no groups
_CONDITIONS = re.compile(
    r"者(?:で|のうち)(?:あって)?、?(?:次|以下|下記)の[^。]{0,8}"
    r"(?:いずれにも|(?:全て|すべて)[のに]|要件|条件)[^。]{0,12}(?:該当|満たす|備える)"
)
_ASIDE = re.compile(r"[ 　]*(?:[（(【※＊*]|参考|なお|うち|ほか|その他|全体|町内|市内)")
# 地区に住む世帯で、貸与を申し込んだもの above 貸与申込世帯　100世帯: who these are
_DESCRIBES = re.compile(r"、.*(?:もの|こと)$")


def _sentences(line: Passage) -> Iterator[Passage]:
    """甲を申し込む者とする。前年度の実績は、100件である。: each sentence by itself."""
    for match in compiled(
        r"(?:[^。(（]|[(（](?:[^()（）]|[(（][^()（）]*[)）])*[)）]|[(（])+。?"
    ).finditer(line.text):
        if match.group().strip():
            yield line.part(*match.span())


_SAME_DAY = re.compile(
    r"(?:同(?:日|上)(?:現在|時点|付け)?[)]?|[(]同(?:じ)?[)])[。]?$|同日(?:現在|時点)で"
)
# 空き地は、町が調べて判定した。 below the name and number of those who own it
_REMARKS = re.compile(
    r"[^。]{1,30}は、?[^。]*(?:(?<!と)した|された|(?:して|されて)いる|行う|行った)。$"
)
_DEFINES = re.compile(r"(?:とする|をいう|である)。$")
_GENERAL = re.compile(
    r"^対象(?:と(?:なる|する)|の|である)(?:[一-龥]{1,4}者|児童|生徒|世帯|[市区町村住]民|[者方人])$"
    r"|^.{0,2}(?:対象|利用|登録|申請|申込|加入|受給|参加|該当|予約)者等?$"
)

# 登録者数（…の合計）　100人: the label of a number of the group above
_NUMBER_LABEL = re.compile(
    r"^[・※ ]*[^、。()]{0,14}(?:数|人員|実績|見込み?|規模|合計|総計)(?:\([^()]*\))?"
    r"[ :はが、,]*(?:約|およそ|おおむね|概ね|延べ)?[ ]?\d"
)


def _more_of(groups: Groups, said: Passage, last: int) -> int | None:
    """A number that is said of the group above: 前年度の申込みの実績は、100件である。"""
    own = whole_counts(tidy(said.text))
    if len(own) > 1 and len(set(_each_named(said.text))) == len(own):
        return None  # 在籍数は、甲組の児童が39人、乙組の児童が75人である。
    lead = name_of(tidy(said.text))[0] if own else ""
    lead = _beside(tidy(said.text)) if _DOES.search(lead) else lead
    label = bool(_NUMBER_LABEL.match(fold(tidy(said.text)))) or bool(_GENERAL.match(lead))
    if not own or (subjects.names_persons(without_brackets(lead)) and not label):
        return None
    for count in own:
        groups._give(groups.groups[last], count, said, groups.groups[last].label)
    return last


def _each_named(text: str) -> list[str]:
    """The names of persons in front of each number of a sentence."""
    named = (name_of(piece)[0] for piece in pieces(tidy(text)))
    return [name for name in named if subjects.names_persons(without_brackets(name))]


def _dated(text: Passage) -> str:
    """（いずれも令和3年1月1日現在） on a line of its own: the date of all numbers."""
    for line in text.lines():
        folded = fold(line.text)
        joint = not counts(line.text) or compiled(r"いずれも|ともに|それぞれ").search(folded)
        for each in dates(line.text) if joint else []:
            if _COUNTED_THEN.match(folded[each.end :]):
                return each.iso
    return ""


_COUNTED_THEN = re.compile(  # 人数は、令和6年度の実績である。
    r"[ ]?(?:末日?)?(?:現在|時点)"
    r"|(?:中)?(?:の|における)?(?:実績|実数|人数|件数)(?:値)?(?:である|によ|です|とする|[。)）]|$)"
)


def _joined(passage: Passage) -> list[Passage]:
    """A name in one line, its number in the next; a name that is broken at the end of a line."""
    found: list[Passage] = []
    for line in passage.lines():
        before = found[-1].text.rstrip() if found else ""
        if found and bare_count(line.text):
            found.append(line)
        elif (
            _DESCRIBES.search(before)
            and name_of(tidy(line.text))[0]
            and counts(line.text)
            and not _ASIDE.match(line.text)
        ):
            found[-1] = line
        elif (
            len(before) >= 30
            and before[-1] not in "。）)"
            and not subjects.names_persons(before)
            and not (before.endswith("もの") and line.text.rstrip().endswith("。"))
            and not _ASIDE.match(line.text)
        ):
            found[-1] = joined([found[-1], line], "")
        else:
            found.append(line)
    return found


def _of_line(
    groups: Groups, line: Passage, last: int | None, *, told: bool = False, when: str = ""
) -> int | None:
    """The groups of one line; a line of a number alone belongs to the group before."""
    text = tidy(_AS_MANY.sub("", _OF_THESE.sub("", line.text)))
    found = last
    when = when or _of_all(counts(text), text)
    for piece in pieces(text):
        label, own = name_of(piece)
        if told and not own and not subjects.names_persons(without_brackets(label)):
            continue  # 対象者は多数に上り、…
        if _DOES.search(label) and text.rstrip().endswith("。"):
            label = _beside(text) if own else ""  # 対象者は、書面を窓口に返送する。
        if not label and not own:
            continue
        if label:
            found = groups.name(label, line)
        if found is None:
            return None
        for each in own:
            count = each if each.as_of or not when else replace(each, as_of=when)
            groups._give(groups.groups[found], count, line, groups.groups[found].label)
    return found


def _of_all(found: Sequence[Count], text: str) -> str:
    """児童120人、保護者150人（…現在）: the only date of a line is of all its numbers."""
    days = [each.as_of for each in found]
    ahead = len(found) > 1 and bool(days[0]) and not set(days[1:]) - {"", days[0]}
    if ahead and _AHEAD.match(fold(text)):  # 令和7年4月1日現在の在籍数は、児童39人、生徒75人
        return days[0]
    last = len(found) > 1 and bool(days[-1]) and not any(days[:-1])
    same = compiled(r"[(（]同(?:日|上)?(?:現在|時点)?[、, 　]*(?=\d)").search(fold(text))
    return days[-1] if last else next(filter(None, days), "") if same else ""


_AHEAD = re.compile(r"(?:令和|平成|20\d\d)[^、。()]{2,16}(?:現在|時点)(?:の|で|における|において)")


def _beside(text: str) -> str:
    """このほか、甲組合の組合員214名の番号を登録する。: the words just in front of the number."""
    lead = text[: whole_counts(text)[0].start]
    who = compiled("[、，。はがを(（]").split(undated(lead))[-1].strip(" 　約")
    return who if subjects.names_persons(who) else ""


_DOES = re.compile(r"(?:する|れる|せる|[うくぐすつぬふぶむゆる])$")
_AS_MANY = re.compile(r"(?:[ 　:：]+|[（(])[^ 　（()）]{1,16}と同数[)）]?$")
# （令和7年3月末日現在。うち豊栄町236人）: a part of the number in front of the bracket
_OF_THESE = re.compile(
    r"(?<=[。、，])[ 　]*うち、?[^、。，()（）]{1,20}[\d０-９,，]+(?:人|名|件|世帯)(?=[)）])"
)
_NEXT = re.compile(
    r"(?P<who>(?:[^、。はが\n]|が(?=[なあ無])){2,30})(?:の数)?(?:は|が(?![なあ無]))、?[^。はが\n]{0,30}$"
)
_COUNTED = re.compile(
    r"(?P<who>[^、。\n]{2,30}?)(?:の数)?(?:(?:は|が)、?[^。\n]{0,30}?|(?<=[者人])は、[^。\n]{0,60}?)$"
)


def _counted(groups: Groups, paper: Prose) -> None:
    """利用者は…300人であり in the explanation, where no part names the subjects.

    Beside such a part, groups that are counted as of a day or over a year, and not the staff.
    """
    named = bool(groups.groups)
    for passage in _explained(paper):
        for count in whole_counts(passage.text):
            lead, notes = _shut(fold(tidy(passage.text[: count.start].split("\n")[-1])))
            who = _whose(lead, count)
            who = compiled(r"^[(]?(?:この|その|これらの?)?うち、?").sub("", who)
            who = compiled(r"^(?:本|当)(?:市|区|町|村|県|組合)の(?=.{3})").sub("", who)
            for sign, note in notes.items():
                who = who.replace(sign, note)
            if not who or not subjects.names_persons(who) or count.unit == "record":
                continue
            if named and (_OF_ALL.fullmatch(who) or _STAFF.search(who)):
                continue
            if not named or (count.as_of and count.bound == "exact"):
                groups.give(who, count, passage)


_OF_ALL = re.compile(r"(?:本|当該)?(?:対象者?|該当者)")  # who is named: no group of its own
_STAFF = re.compile(
    r"職員|従事者|従業|支援員|指導員|相談員|調査員|検針員|委員|担当|人口|事業者|業者"
)
_SENTENCE_WITHIN = re.compile(r"[(][^()]*。[^()]*[)]")


def _shut(lead: str) -> tuple[str, dict[str, str]]:
    """入居者(同居者を含む。): a bracket that ends as a sentence does ends none; a sign for each."""
    notes: dict[str, str] = {}
    for match in reversed(list(_SENTENCE_WITHIN.finditer(lead))):
        sign = chr(_SIGNS + len(notes))
        notes[sign] = match.group()
        lead = lead[: match.start()] + sign + lead[match.end() :]
    return lead, notes


_SIGNS = 0xE000  # for private use


def _whose(lead: str, count: Count) -> str:
    """The persons in front of a number: 在籍者は、児童300人、生徒200人、合わせて500人である。

    What stands between it and the number before says it, else the subject of the sentence.
    """
    earlier = whole_counts(lead)
    rest = lead[earlier[-1].end :] if earlier else lead
    rest = compiled(r"^[ ]?[(][^()]*[)]").sub("", rest)
    rest = _OUT_OF.sub("", rest)
    near = _NEXT.search(rest) or _COUNTED.search(rest)
    whole = compiled("[、。はが]").split(rest.rstrip(" 約"))[-1]
    *left, whose = _APART.split(whole)  # 市営施設の利用者: a name with what it is of
    if left and subjects.names_persons(left[-1]):
        whose = whole  # 利用者及び保護者300人: one number for both
    beside = whose.split("の")[-1]
    if near:
        own = whose if _PERSON_BESIDE.fullmatch(beside) else near["who"]
        return undated(own, [count])
    if subjects.names_persons(beside):
        return undated(whose, [count])
    first = _COUNTED.search(lead[: earlier[0].start]) if earlier else None
    return undated(first["who"], [count]) if first and _IN_ALL.search(rest) else ""


# 区民10人（…現在）から無作為に対象者3人を抽出する: out of those that are counted before
_OUT_OF = re.compile(
    r"^(?:のうち)?(?:から|より)、?(?:[^、。はがを]{1,12}?(?:に(?!よる|関する|係る)|で|により)、?)?"
)
_APART = re.compile("及び|並びに|または|又は|うち")
# 在籍者は、児童300人: who is counted first of those that the sentence is about
_PERSON_BESIDE = re.compile(r"[一-龥]{0,4}(?:児童|生徒|園児|学生|男性|女性|大人|子ども|[者員])")
_IN_ALL = re.compile(r"(?:合わせて|併せて|あわせて|合計|総計|全体で|全部で|計)[、 は]*(?:約)?$")


_GENERIC = re.compile(
    r"(?:^|[、。はがの])(?:本事業の|本業務の)?対象(?:者|世帯)の?(?:総?数)?(?:は|が)?、?"
)


def _more_counts(groups: Groups, passage: Passage) -> None:
    """A sentence that says the number of a group that the paper has named."""
    for count in whole_counts(passage.text):
        lead = fold(compiled(r"[。\n]").split(passage.text[: count.start])[-1])
        plain = key(lead)
        for group in groups.groups:
            name = key(without_brackets(group.label))
            own = name.rpartition("のうち、")[2]  # 受診した者のうち、同意した者: said shortly again
            alone = own != name and len(own) >= _OWN_NAME and f"、{plain}".rpartition(f"、{own}")[1]
            name = own if alone and name not in plain else name
            at = plain.rfind(name) if len(name) >= 4 else -1
            between = plain[at + len(name) :]
            direct = compiled(r"の?(?:総?数|人数)?[はが]、?").match(between)
            told = direct is not None and NOT_A_NAME.match(between[direct.end() :]) is not None
            stands = at >= 0 and (told or (not between and _same_day(group, count, plain[:at])))
            if stands or _reaches(passage.text[count.end :], key(group.label)):
                groups._give(group, count, passage, group.label)
        said = _GENERIC.search(plain)
        if len(groups.groups) == 1 and said and NOT_A_NAME.match(plain[said.end() :]):
            groups._give(groups.groups[0], count, passage, groups.groups[0].label)


def _reaches(text: str, name: str) -> bool:
    """…現在で8,240世帯に上る住民税非課税世帯: the number stands in front of the name."""
    found = compiled(r"に(?:上る|のぼる|達する|及ぶ)").match(fold(text))
    return found is not None and key(text[found.end() :]).startswith(name)


_OWN_NAME = 6  # characters
_BEFORE_NAME = re.compile(r"(?:^|[、。はがをに(]|及び|並びに|対象[とに]なる|対象の|に係る)$")


def _same_day(group: subjects.Group, count: Count, lead: str) -> bool:
    """対象となる甲の利用者100人（…現在）のうち: the whole group, as counted that day above."""
    days = {each.as_of for each, _ in group.counts if each.as_of}
    return count.as_of in days and bool(_BEFORE_NAME.search(lead))
