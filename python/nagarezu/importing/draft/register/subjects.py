"""Groups of persons of a register, with the numbers that stand beside, below or in a column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.draft.register import counted_lines, days
from nagarezu.importing.fields import subjects, ticks
from nagarezu.importing.fields.counts import Count, counts
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.fields.figure_sums import without_parts
from nagarezu.importing.form.register.file import File, opens, put_together
from nagarezu.importing.numbering import Node, outline
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_LONGEST = 6000  # characters of a cell that names groups
# （令和5年度 480件） without its number
_YEAR = re.compile(r"[(（](?:[^()（）]*年度(?:末|分|実績)?|[RHSrhs][0-9]{1,2})[:： 　]*[)）]$")
_SUM = re.compile(r"^(?:合計|総数|総計|計|延べ|全体)$")  # of the groups above it
_NOTE = re.compile(  # 注1, but not 注射済票の交付を受けた者
    r"^[(（]?(?:※|＊|注(?:[0-9０-９)）:：. 　]|意|記|$))"
    r"|^[(（][^()（）]*(?:現在|時点)[)）]$|^(?:なお|ただし)、"
)
_DATED = re.compile(
    r"[(（][^()（）]*(?:現在|時点|末日?|\d日\s*)[)）]|[、 　]*[^、。 　（）()]{4,15}(?:現在|時点)$"
)
_DAY = re.compile(r"[ 　]*(?:現在|時点|末|末日)?")
_BARE = re.compile(
    r"(?P<number>(?:約|およそ|おおむね)?[0-9][0-9,]*(?:[.][0-9]+)?[万千]?)"
    r"(?P<bound>以上|以下|未満|超|程度|前後|余り?|弱|強)?"
)
_ASIDE = re.compile(r"[(（](?![^()（）]*(?:現在|時点))[^()（）]*(?:除く|含む|限る)[^()（）]*[)）]")
_REMARK = re.compile(r"(?:本人|者).{0,6}(?:数|人数)|対象人数")
# 登録者2,361人（…現在）: all of a file, unlike 新規登録者 or うち市外の者
_OF_ALL = re.compile(
    r"(?:^|[、。(（\s]|(?:現在|時点)の?)"
    r"(?:本?(?:ファイル|台帳|名簿)[にの]?)?(?:(?:記録|登録|保有)(?:して|されて|し|された|した)*(?:いる)?)?"
    r"(?:本人|対象者|登録者|記録者|加入者|利用者|会員|受給者|被保険者|個人|者|人員)"
    r"(?:の?(?:総|実)?(?:数|人数|人員))?(?:は|が|:|、)*"
    r"(?:(?:令和|平成)[0-9元年月日度末]{2,12}(?:現在|時点)?(?:で|において)?、?)?[ ]?(?:約)?$"
)


def read(groups: Groups, file: File, as_of: str = "", known: Sequence[int] = ()) -> list[int]:
    """The numbers of the groups of one file. What 及び joins in one cell is one group.

    `as_of` is the date of numbers that bear none; `known` are groups that the card of the same file
    names, where this is its entry in a list of contents.
    """
    found: list[int] = []
    whole = file.get("subjects")
    as_of = days.date_alone(file.get("as_of").text) or as_of
    as_of = (
        days.heading_date(whole.text)
        or days.of_each(whole.text)
        or days.date_of_numbers(file.get("remarks").text)
        or as_of
    )
    of_all, inside, last = (
        "",
        False,
        "",
    )  # the date of a number of which the next ones tell the parts
    if len(whole.text) > _LONGEST:
        groups.builder.notes.skip(whole, "no_subjects")
        return found
    for line in _partly(_each(whole, file)):
        text = without_parts(counted_lines.LEAD.sub("", line.text))
        among = _OF_WHOM.match(text)
        text = text[among.end() :] if among else text
        label = _DATED.sub("", tidy(subjects.without_count(text)))
        label = (_YEAR.sub("", label) if counts(text) else label).strip("、。 　:：")
        when = dates(label)
        if when and not when[0].start and _DAY.fullmatch(label[when[0].end :]):
            label = ""
        if not label and found:  # 令和5年9月30日現在 1,162人, below the group
            for each in counts(text):
                groups.give_to(found[-1], _dated(each, as_of), line)
        if not label or _NOTE.match(tidy(line.text)) or _SUM.match(key(label)):
            continue
        number = _group(groups, label, line, [*known, *found])
        found.append(number)
        for each in counts(text):
            each = _dated(each, last if _SAME_DAY.search(text) else "")
            last = each.as_of or last
            inside = not each.as_of and (among is not None or inside)
            groups.give_to(number, _dated(each, (of_all if inside else "") or as_of), line)
            of_all = of_all if inside else each.as_of
    # a list of contents names no group
    _column(groups, file, found or list(known[:1]), as_of, own=bool(found))
    _remarks(groups, file, found)
    return found


def _each(whole: Passage, file: File) -> list[Passage]:
    """Lines, those cut that count several groups: 児童 20人、保護者 30人."""
    lines = [piece for line in _lines(whole) for piece in _one_by_one(line)]
    beside = [text for part in file.parts("count") for text in counted_lines.names(part.text)]
    if len(lines) == 1 and len(beside) > 1:
        pieces = _pieces(lines[0], _AND)
        if len(pieces) == len(beside) and all(
            name in piece.text for name, piece in zip(beside, pieces, strict=True)
        ):
            return pieces
    found: list[Passage] = []
    for line in lines:
        found.extend(counted_lines.each(line))
    return found


_TOP_COMMA = re.compile(r"、(?![^()（）]*[)）])")
_JOINED = re.compile(r"及び|並びに|又は|若しくは|または|および|ならびに")
_BACK = re.compile(r"^(?:その|それら|これら|同|当該|上記|うち|この)")


def _one_by_one(line: Passage) -> list[Passage]:
    """入居者、同居者、連帯保証人: what nothing but commas joins are as many groups."""
    pieces = _pieces(line, _TOP_COMMA)
    plain = (subjects.without_count(counted_lines.LEAD.sub("", piece.text)) for piece in pieces)
    names = [_DATED.sub("", tidy(each)) for each in plain]
    alone = all(subjects.names_persons(name) and not _BACK.match(name) for name in names)
    joined_ = any(_JOINED.search(without_brackets(name)) for name in names)
    return pieces if len(pieces) > 1 and alone and not joined_ else [line]


_OF_THEM = re.compile(
    r"[ 　]*[(（](?:この|その)?うち、?[ 　]*(?P<part>[^()（）]{2,40}?(?:[名件人]|世帯))[)）]"
)


def _partly(lines: list[Passage]) -> list[Passage]:
    """利用者 80人（うち市外の者 3人）: a group within the other, with a number of its own."""
    found: list[Passage] = []
    for line in lines:
        inside = _OF_THEM.search(line.text)
        if inside is None or not counted_lines.names(line.part(*inside.span("part"))):
            found.append(line)
            continue
        kept = line.text[: inside.start()] + line.text[inside.end() :]
        found.append(replace(line.part(0, len(line.text)), text=kept))
        part = line.part(*inside.span("part"))
        found.extend(counted_lines.each(part))
    return found


_OF_WHOM = re.compile(r"(?:この|その)?うち、?[ 　]*(?=[^\s\d])")
_AND = re.compile(r"、|及び|並びに|・")


def _pieces(line: Passage, cut: re.Pattern[str]) -> list[Passage]:
    starts = [0, *(match.end() for match in cut.finditer(line.text))]
    ends = [*(match.start() for match in cut.finditer(line.text)), len(line.text)]
    return [line.part(start, end) for start, end in zip(starts, ends, strict=True)]


def _lines(passage: Passage) -> list[Passage]:
    """Ticked options, numbered parts or lines; a line that goes on is put together."""
    options = ticks.options(passage)
    if options:
        return [_unwrapped(option) for option in options if option.ticked]
    passage = _without_lead(passage)
    before, nodes = outline(passage)
    numbered = [node for node in nodes if node.kind != "bullet"]
    if len(numbered) > 1 and len(numbered) == len(nodes) and not before:
        return [part for node in nodes for path in node.walk() for part in _named_lines(path[-1])]
    found: list[Passage] = []
    for line in passage.lines():
        aside = _ASIDE.fullmatch(tidy(line.text))  # （…を除く。） of the line above
        bare = counts(line.text) and not tidy(subjects.without_count(line.text)).strip("、。:： 　")
        if found and bare and not counts(found[-1].text):  # 記録された者 / 120人（…現在）
            found[-1] = joined([found[-1], line], "　")
        elif found and (aside or opens(found[-1].text)):
            found[-1] = put_together(found[-1], line)
        else:
            found.append(line)
    return found


_SIGN = r"[(（]?[0-9０-９ア-ン①-⑳][)）]?|及び|から|まで|、"
_BEGINS = r"(?=[ 　]*\n|[ 　]+(?:[(（]?[1１ア][)）.．、 　]|①))"
# 次に掲げる者, and not 次の全ての要件を満たす者, whose lines name no groups
_LEADS = re.compile(
    r"[ 　]*(?:(?:次|以下|下記)[のに](?![^\n]{0,20}(?:全て|すべて|いずれも|いずれにも|要件|条件))"
    rf"(?:掲げる|該当する|定める|示す|列記する|各号|いずれか|とおり|に|の|{_SIGN})*"
    rf"(?:者|人|方|個人|本人|世帯)?|(?:{_SIGN})+に掲げる(?:者|世帯|個人))"
    rf"(?:とする|である|です)?[。：:]?{_BEGINS}"
)


def _without_lead(passage: Passage) -> Passage:
    """The groups below 次に掲げる者, which is none itself."""
    lead = _LEADS.match(passage.text)
    return passage.part(lead.end()) if lead and passage.part(lead.end()) else passage


def _named_lines(node: Node) -> list[Passage]:
    """1 登録者　120人 / …を受けた者をいう。: what is said below a name is no group."""
    lines = node.passage.lines()
    said = "".join(each.text for each in lines[1:]).rstrip().endswith("。")
    name = subjects.without_count(lines[0].text) if lines else ""
    return lines[:1] if said and subjects.names_persons(_DATED.sub("", name)) else lines


def _unwrapped(option: ticks.Option) -> Passage:
    """■その他（推薦者） names the 推薦者."""
    name, inside = ticks.plain(option)
    if compiled(r"^その他").match(name) and inside:
        start = option.name.text.find(inside[0])
        return option.name.part(start, start + len(inside))
    return option.name


def _group(groups: Groups, label: str, passage: Passage, mine: Sequence[int]) -> int:
    """A group by its whole name. One of another file is the same only if no number tells them."""
    number = groups.added(label)
    if number is None or (number not in mine and groups.groups[number].counts):
        number = groups.add(label, passage)
    else:
        groups.groups[number].names.append((label, passage))
    return number


def tell_apart(groups: Groups) -> None:
    """Of 利用の承認を受けた者 in two files, the one number is no number of the other group."""
    named = Counter(group.label for group in groups.groups if group.counts)
    claims = groups.builder.list_of("claims")
    kept = [each for each in claims if each["kind"] != "count" or named[each["label"]] < _TWICE]
    claims[:] = kept


_TWICE = 2


def _dated(count: Count, as_of: str) -> Count:
    return count if count.as_of or not as_of else replace(count, as_of=as_of)


_SAME_DAY = re.compile(r"[(（、。・ 　]同(?:日|年度|[0-9０-９])")


def _column(
    groups: Groups, file: File, found: list[int], default: str, *, own: bool = True
) -> None:
    """A column of numbers; its head may print the unit and the date."""
    unit = _unit(file)
    for part in file.parts("count"):
        head = f"{unit}{part.label.text}"  # 人数 | 単位, in columns of their own
        dated = dates(part.label.text)
        as_of = (dated[0].iso if dated else "") or days.beside(part.text.text) or default
        lines = [each for line in _lines(part.text) for each in counted_lines.each(line)]
        rows = [line for line in lines if _counts(line, head)]
        if not found:
            continue
        for index, line in enumerate(rows):
            each = [count for count in _counts(line, head) if not _AMONG.search(count.before)]
            who = _named(groups, found, line.text)
            if who is None:
                apart = len(rows) == len(found) and len(found) > 1
                who = found[index] if apart else found[0] if len(found) == 1 else None
            if who is None:
                groups.builder.notes.ask(line, "count_of_whom")
                continue
            for count in each:
                told = [] if own else [known for known, _ in groups.groups[who].counts]
                if any((count.value, count.unit) == (one.value, one.unit) for one in told):
                    continue  # a list of contents tells the number of the card again
                groups.give_to(who, _dated(count, as_of), part.text if len(rows) == 1 else line)


def _unit(file: File) -> str:
    units = {key(part.text.text) for part in file.parts("unit")}
    return units.pop() if len(units) == 1 else ""


def _named(groups: Groups, found: list[int], text: str) -> int | None:
    """The group that a line of numbers names, by its whole name or its last words."""
    plain = key(text)
    hits = [number for number in found if key(groups.groups[number].label) in plain]
    lead = [each.before for each in counts(text)[:1]]
    plain_lead = counted_lines.LEAD.sub("", lead[0]) if lead else ""
    words = _NUMBER_OF.sub("", key(plain_lead).strip("、:は"))
    if not hits and len(words) >= _WORDS:
        hits = [number for number in found if key(groups.groups[number].label).endswith(words)]
    return max(hits, key=lambda number: len(groups.groups[number].label)) if hits else None


_NUMBER_OF = re.compile(r"の(?:総|実|人)?数$")
_WORDS = 2  # characters of the end of a name that stand for it
_AMONG = re.compile(r"\d[^\d]*(?:[、。(（ 　]|\))(?:この|その)?うち、?[^、。()（）\d]{2,30}$")


def _counts(line: Passage, label: str) -> list[Count]:
    found = counts(without_parts(line.text))
    bare = _BARE.fullmatch(fold(tidy(_DATED.sub("", line.text))))
    if found or not bare:
        return found
    unit = "世帯" if "世帯" in label else "件" if "件" in label else "人"
    made = counts(f"{bare['number']}{unit}{bare['bound'] or ''}")
    return [replace(each, start=0, end=len(line.text), printed=tidy(line.text)) for each in made]


def _remarks(groups: Groups, file: File, found: list[int]) -> None:
    """備考: 記録されている本人の数 1,264人（…現在）; each number is of whom its words name."""
    for line in file.get("remarks").lines() if found else ():
        numbers = counts(line.text)
        end, when = 0, ""
        for count in numbers:
            words = line.text[end : count.end] if len(numbers) > 1 else line.text
            before = line.text[end : count.start]
            when = days.heading_date(before) or ("" if "。" in before else when)
            end = count.end
            who = _named(groups, found, words)
            only = found[0] if len(found) == 1 else None
            if who is None and _REMARK.search(words):
                who = only
            of_all = only is not None and bool(count.as_of) and _of_all(groups, only, count)
            whose = only if who is None and of_all else who
            if whose is None or _AMONG_THEM.search(before) or _BOUND.search(count.printed):
                continue
            if not count.as_of and _tells(groups.groups[whose].label, before):
                count = _dated(count, when)
            if _REMARK.search(count.before) or count.as_of:
                groups.give_to(whose, count, line)


_BOUND = re.compile(r"(?:に満たない|未満|を下回る)$")  # of what the law leaves out: no number
_AMONG_THEM = re.compile(r"(?:うち|中で|内訳|新たに|新規|除く|除い)[^。]*$")
_IS = re.compile(r"の?(?:(?:総|実)?(?:人|員)?数)?(?:は|が|として|[:：、 　(（])*(?:約|およそ)?$")


def _tells(label: str, before: str) -> bool:
    """Whether words in front of a number name the group and nothing narrower."""
    return key(_IS.sub("", before)).endswith(key(label))


def _of_all(groups: Groups, only: int, count: Count) -> bool:
    """Whether the words in front of a number mean the whole group, such as the last of its name."""
    before = fold(count.before)
    words = key(compiled(r"[。、(（\s]").split(before.strip("　 は:："))[-1])
    named = len(words) > 1 and key(groups.groups[only].label).endswith(words)
    return named or bool(_OF_ALL.search(before))
