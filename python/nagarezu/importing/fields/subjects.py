"""Subject groups: who the information is about, in rows of the form and beside counts (trap 15)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from nagarezu.importing.fields.counts import Count, counts
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_PERSON = (
    r"(?:者|人|住民|方|区民|市民|町民|村民|世帯|児童|生徒|職員|保護者|受給者|利用者|対"
    r"象者|世帯主|子ども|学生|患者|[会職役委議教社団隊係]?員|主|[園幼乳熟害生遺孤]児|産婦|子供|こども|父母|親|親族|遺族|家庭|女性|男性|個人|名|(?<=[のたるい])子|家族|乳幼児|高齢者|妊婦|事業主|本人"
    r"|講師|保健師|選手|夫婦|親子|ボランティア|サポーター|リーダー|メンバー|アドバイザー|ヘルパー|スタッフ|ドナー|オーナー|コーチ"
    r"|ホストファミリー|ランナー|ガイド|ユーザー|コーディネーター|インストラクター)(?:等)?"
)
_ENDS_WITH_PERSON = re.compile(rf"{_PERSON}(?:[(（][^()（）]*[)）])*$")
_AND = re.compile(r"及び|並びに|および|ならびに|、")
_ONE_WORD = re.compile(
    r"(?:[幼乳園]児|児童|父|妊婦)(?:及び|および|並びに)(?:[幼園]児|児童|生徒|母|産婦)"
)
_TRAILING = re.compile(r"(?:者|住民|人|方|区民|市民)$")
_PREFIX = re.compile(
    r"^(?:[一-龥ヶ]{1,5}[区市町村](?:内)?(?:に|の|において)?|(?:区|市|町|村|本市|本区|当区|当市)(?:内)?(?:に|の))"
)
_LEFT_OVER = re.compile(r"^(?:なお|ただし|※|以下|上記|次の|詳細|資料|別紙|のとおり)")


@dataclass(slots=True)
class Group:
    """A group under its first printed name; `names` are all printed ones with their place."""

    label: str
    passage: Passage
    names: list[tuple[str, Passage]] = field(default_factory=list)
    cores: set[str] = field(default_factory=set)
    counts: list[tuple[Count, Passage]] = field(default_factory=list)
    places: list[Passage] = field(default_factory=list)


@lru_cache(maxsize=1 << 14)
def core(label: str) -> str:
    """What is left of a name without the municipality, brackets and the last noun."""
    plain = key(without_brackets(label))
    return _TRAILING.sub("", _PREFIX.sub("", plain))


def without_place(label: str) -> str:
    """本市の被保険者: the name without the municipality in front of it."""
    return _PREFIX.sub("", key(label))


def labels(passage: Passage) -> list[tuple[str, Passage]]:
    """The groups that a row names. 及び splits only between names of persons."""
    before, nodes = outline(passage)
    parts = [path[-1].passage for node in nodes for path in node.walk()] if nodes else []
    found: list[tuple[str, Passage]] = []
    for part in [*([before] if before else []), *parts]:
        for line in part.lines():
            if compiled(r"[(（※].*(?:現在|時点|実績|による|を含む)[^ぁ-ん]*[)）]?").fullmatch(
                line.text.strip()
            ):
                continue
            texts = (_OF_THOSE.sub("", without_count(each)) for each in _each_counted(line.text))
            sides = [side for text in texts for side in _side_by_side(text)]
            for piece in [piece for side in sides for piece in _pieces(side)]:
                label = piece.strip(" 　・、。:：")
                if (
                    2 <= len(label) <= 80
                    and not _LEFT_OVER.match(label)
                    and not label.startswith("※")
                ):
                    found.append((label, line))
    return found


_BETWEEN = re.compile(r"(?<=[)）人名])[ 　]*(?:及び|および|並びに|、|と)[ 　]*")


def _each_counted(text: str) -> list[str]:
    """会員（312人）及び講師（24人）: what is counted by itself is a group, however short."""
    sides = _BETWEEN.split(text)
    told = all(counts(side) and names_persons(without_count(side)) for side in sides)
    return sides if len(sides) > 1 and told else [text]


_OF_THOSE = re.compile(
    r"^[ 　]*(?:[(（]?(?:その)?うち|内訳|内数)[)）]?[、:： 　]*(?=[^わ\s、。]{3})"
)
_BLANK = re.compile(r"(?<=\S)[ \u3000]+(?=[^\s\d０-９約(（])(?!及び|並びに|又は|で|の)")
_NAME = 6  # characters of a name that stands beside another; fewer may be a part of one


def _side_by_side(text: str) -> list[str]:
    """申込者 前年度の利用者: the line break between two names may be lost."""
    cuts = [
        found
        for found in _BLANK.finditer(text)
        if text[found.start() - 1] == "者" or _apart(text[: found.start()], text[found.end() :])
    ]
    starts = [0, *(found.end() for found in cuts)]
    ends = [*(found.start() for found in cuts), len(text)]
    sides = [tidy(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    return sides if all(_ENDS_WITH_PERSON.search(side) for side in sides) else [tidy(text)]


def _apart(left: str, right: str) -> bool:
    """Whether both sides of a blank are whole names: 在籍する児童 在籍する児童の保護者."""
    whole = min(len(tidy(left)), len(tidy(right))) >= _NAME
    return whole and bool(_ENDS_WITH_PERSON.search(tidy(left)))


_WHEN_COUNTED = re.compile(
    r"[(（][^()（）]{0,24}(?:現在|時点|実績|末|見込み?|年度?)[のでは、:： 　]*(?:延べ?)?$"
    r"|[ 　](?:令和|平成|[0-9０-９]{4}(?=年))[^\s()（）、。]{0,14}(?:年度|現在|時点|末|実績)"
    r"(?:分|中|見込み?)?[ 　:：]*$"
)


# 者（1,234人。令和7年1月1日現在）: the date behind the number in the same bracket
_IN_BRACKET = re.compile(
    r"^[ 　]*(?:[。、，,;；：:・ 　]|(?=令和|平成|[RHＲＨ][0-9０-９]))"
    r"[^()（）]*(?:現在|時点|末|実績|見込み?)[ 　]*(?=[)）])"
)


def without_count(text: str) -> str:
    """What is left of a line without its counts, their dates and the brackets around them."""
    for count in reversed(counts(text)):
        head = text[: count.start]
        tail = compiled(r"^\s*[(（][^()（）]*(?:現在|時点|実績|見込み?|年)[^()（）]*[)）]").sub(
            "",
            text[count.end :],
        )
        tail = _IN_BRACKET.sub("", tail) if head.rstrip()[-1:] in ("(", "（") else tail
        if dated := _WHEN_COUNTED.search(head):  # 者（令和2年度実績 18,356人）
            head, tail = head[: dated.start()], compiled(r"^[ 　]*[)）]").sub("", tail)
        text = head.rstrip(" 　:：・…．.=＝、") + (" " + tail if tail.strip() else "")
    text = compiled(r"[ 　]+(?:年間|毎年度?|例年|1日平均)[ 　]*$").sub("", text)
    text = compiled(r"(?<=[者人方員])[ 　]*(?:合わせて|あわせて|合計で?|総勢)[ 　]*$").sub("", text)
    text = compiled(r"[(（][\s、]*[)）]").sub("", text)  # brackets that held the number alone
    return compiled(r"[・…．.]{3,}").sub("", text)


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    rest = text
    for match in _AND.finditer(text):
        consumed = len(text) - len(rest)
        left = text[consumed : match.start()]
        right = compiled(r"。").split(text[match.end() :])[0]
        least = 3 if match.group() == "、" else 8
        apart = len(right) >= least and not compiled(r"その|同|当該").match(right)
        closed = len(compiled(r"[(（]").findall(left)) == len(compiled(r"[)）]").findall(left))
        persons = _ENDS_WITH_PERSON.search(left) and _ENDS_WITH_PERSON.search(right)
        near = text[max(match.start() - 2, 0) : match.end() + 2]
        if apart and closed and persons and not _ONE_WORD.fullmatch(near):
            pieces.append(left)
            rest = text[match.end() :]
    return [*pieces, rest]


_AND_THEIRS = re.compile(r"(?:及び|並びに|と)(?:その|同|当該)(?=.)")


def with_theirs(label: str) -> tuple[str, str] | None:
    """児童及びその保護者: the two groups that one name holds, if each names persons."""
    parts = _AND_THEIRS.split(label)
    return (parts[0], parts[1]) if len(parts) == 2 and all(map(names_persons, parts)) else None


def counted(passage: Passage) -> list[tuple[str, Count, Passage]]:
    """Each count, with the words of its line that say of whom."""
    found = []
    for count in counts(passage.text):
        line_start = passage.text.rfind("\n", 0, count.start) + 1
        found.append(
            (
                _who(count, passage.text[:line_start]),
                count,
                passage.part(line_start, _line_end(passage.text, count)),
            )
        )
    return found


def _line_end(text: str, count: Count) -> int:
    end = text.find("\n", count.end)
    end = len(text) if end < 0 else end
    return min(end, count.end + 40)


_AMONG = re.compile(
    r"^[(（]?(?:(?:この|その|上記の)?(?:うち|内訳|内数)|再掲[\d①-⑳]{0,2})[)）]?[、,:：]?[ ]?"
    r"(?:(?:当|今|本|現)年度の)?"
)
_LOOSELY = re.compile(
    r"^(?:.*。)?(?:おおよそ|およそ|おおむね|概ね|対象(?:者|となるの)?は、?(?=.{2}))"
)
# 利用者 年間 9,730件: over what time or how a number counts, and no part of the name
_MEASURED = re.compile(
    r"[ 　、(（:：]*(?:[1１一][日月年]?(?:当たり|あたり)|年間|月間|毎年|毎月|1日平均|年平均|延べ?"
    r"|累計|概数)$"
)
# 者（4月1日現在 120人）, 者（4月1日現在） 120人, and below it 者（同） 30人
_AS_OF = re.compile(
    r"[ ]*[(（](?:[^()（）]*(?:現在|時点|末)|同(?:じ|上|日)?(?=[)）]))[)）、,: 　]*$"
)
_DATED = re.compile(  # 令和6年4月1日現在の利用者
    r"^(?:令和|平成|[RH]?\d)[^、。()]{1,16}"
    r"(?:(?:現在|時点)(?:で|の|における)?|末(?:で|の|における)|年度(?:の?[一-龥]{2,6})?における)、?"
)
# 所有者は令和6年4月1日現在で 1,000人
_TOLD_AT = re.compile(
    r"(?<=.{2})(?:は|が|の数は)、?(?:令和|平成|[RH]\d)[^、。()]{1,16}(?:現在|時点|末)(?:で|に|において)?、?$"
)
_OPENED = re.compile(r"\((?P<inside>[^()]{3,40})$")
# behind this stands of whom: 条例に基づき、手当を受ける者（…）
_GROUND = re.compile(r"^.*(?:に基づき|に基づいて|により|に関し|に伴い)[、,]")
# 1 規模　利用者は600人: a head on the line of the sentence
_HEADED = re.compile(
    r"^\s*(?:(?:\d{1,2}|[(（]\d{1,2}[)）]|[ア-ン])[ 　.．]+)?[(（]?"
    r"(?P<head>[^\s、。()（）\d]{2,8})　+(?=\S{4})"
)
_COUNT_WORD = re.compile(r"(?:数|人員|人数|件数|世帯数)$")


_PART_OF = re.compile(  # 滞納している者(4月1日現在の利用者2,371人のうち
    r"(?P<part>[^、。() 　]{2,40}?)\([^()]*のうち、?(?:約|およそ)?$"
)
_WITHIN = re.compile(r"\((?P<when>[^()]*(?:現在|時点))(?:で|の|における)、?(?P<whole>[^()]{2,30})$")

# ア　利用者, (イ) 利用者, a. 利用者: the letter of an entry, before blanks are dropped
_LETTER = re.compile(
    r"^\s*(?:[(](?:[ア-ンa-zA-Z]|[ivx]{1,4})[)]|(?:[ア-ンa-zA-Z]|[ivx]{1,4})[).]"
    r"|[ア-ンa-zA-Z](?=[ ])|[ア-ン](?=[一-龥]))\s*"
)
_NEAR = 120  # characters in front of a number that can say so


def _opened(lead: str) -> str:
    """案内を送る（所有者は 1,000人）: the name within a bracket that the number stands in."""
    found = _OPENED.search(lead)
    inside = _TOLD_AT.sub("", found["inside"]) if found else ""
    return inside if names_persons(compiled("は$").sub("", inside)) else lead


def is_part(count: Count) -> bool:
    """Whether a count in the bracket behind a name is part of another: 者（…のうち30人）."""
    return bool(_PART_OF.search(_near(count)))


def _near(count: Count) -> str:
    return fold(count.before[-_NEAR:])


def _of_part(count: Count, lead: str) -> str:
    """Within such a bracket, who is part of whom: the name in front, or the one inside."""
    if part := _PART_OF.search(_near(count)):
        return part["part"]
    within = _WITHIN.search(lead)
    return within["whole"] if within else lead


_JOINING = re.compile(r"^[ 　、]*(?:及び|並びに|および|ならびに|又は|と、?)(?=[^\s、]{3})")


def _who(count: Count, above: str) -> str:
    """The words in front of a number, behind an earlier count of the line."""
    lead = count.before
    for earlier in reversed(counts(lead)):
        rest = compiled(r"^\s*[(（][^()（）]*[)）]").sub("", lead[earlier.end :])
        if rest.strip(" 　、，,・/／"):
            lead = _JOINING.sub("", rest.lstrip(" 　)）"))
            break
        lead = lead[: earlier.start]  # 38,214人、24,907世帯: both of one group
    mark = compiled(r"\s*([①-⑳])\s*").fullmatch(lead)
    if mark:  # ① of the row of persons
        return mark[1]
    headed = _HEADED.match(lead)
    lead = lead[headed.end() :] if headed and not names_persons(headed["head"]) else lead
    lead = _LETTER.sub("", fold(lead))
    lead = compiled(
        r"^\s*(?:[・･]|\d{1,2}[ 　])?\s*(?:対象者数?等?|対象人数|人数|件数)[\s:：]+"
    ).sub("", lead)
    lead = tidy(compiled(r"…|[・．.･]{2,}").sub("", lead)).strip(" 　:：・、-")
    lead = compiled(
        r"^[(（]\d{1,2}[)）]\s*|^\d{1,2}(?:[)）.．]\s*|\s+|(?![\d歳年月か級回以人]))|^[①-⑳]\s*"
    ).sub(
        "",
        lead,
    )
    lead = _opened(lead)
    lead = lead.rstrip(" (") if len(lead) > 1 else lead  # 会員(312人)
    lead = _of_part(count, lead)
    lead = _DATED.sub("", _GROUND.sub("", _AS_OF.sub("", lead)))
    lead = _MEASURED.sub("", _LOOSELY.sub("", _AMONG.sub("", lead)))
    if lead and lead != "(":  # (120人 on a line of its own: of those above
        last = compiled(r"[。]").split(lead)[-1].lstrip(" 　・･")
        return _AMONG.sub("", _DATED.sub("", last))
    lines = [line.strip() for line in above.split("\n") if line.strip()]
    return tidy(lines[-1]).strip(" 　:：・、") if lines else ""


def names_persons(text: str) -> bool:
    """Whether a text ends as the name of a group does; 受給世帯数 and 対象者数 do not."""
    plain = tidy(text)
    return bool(_ENDS_WITH_PERSON.search(plain)) and not _COUNT_WORD.search(
        without_brackets(fold(plain))
    )
