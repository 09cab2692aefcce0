"""What a title says is done (情報項目の追加、再委託先の変更), though the paper says it is not.

A thing that is added or changed must be spoken of. A sentence may deny it (項目は従前と変わらない):
that settles it, unless another sentence tells of something added. Without such a sentence only an
act without any word for it in the whole paper counts, or a part that tells what is changed
(変更の概要) and speaks of other things alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nagarezu.importing.draft.additions import told, words
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.fields.reading import Question
from nagarezu.importing.form.register import labels
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy

_SAME = {"新設": "追加", "新規": "追加"}
_BRACKET = re.compile(r"\(([^()]+)\)")
_AND = re.compile(r"、|,|・|及び|並びに|又は")
_ACT = re.compile(
    r"^(?P<thing>[^()]{2,16}?)の?(?P<act>追加|新設|新規|変更|拡大|廃止|削除)"
    r"(?:等|(?:について|に(?:係る|関する|伴う|よる)).*)?$"
)
_IN_TITLE = re.compile(
    r"(?P<thing>[一-龥ァ-ヶー]{2,14})の(?P<act>追加|変更|廃止|削除|拡大)"
    r"(?=$|について|に係る|に関する|に伴う|及び|並びに|、)"
)


@dataclass(frozen=True, slots=True)
class Act:
    """Something and what is done to it, as the title prints it."""

    thing: str
    act: str
    label: str


def acts(title: str) -> list[Act]:
    """Of the brackets and of the end of a title."""
    outside = _BRACKET.sub("", tidy(fold(title)))
    plain = [Act(m["thing"], m["act"], m.group()) for m in _IN_TITLE.finditer(outside)]
    return list(dict.fromkeys([*_bracketed(title), *plain]))


def _bracketed(title: str) -> list[Act]:
    """（甲及び乙の追加）: both are added."""
    found: list[Act] = []
    for inner in _BRACKET.findall(tidy(fold(title))):
        waiting: list[str] = []
        for side in _AND.split(inner):
            match = _ACT.match(side.strip())
            if match is None:
                waiting.append(side.strip())
                continue
            for thing in (*waiting, match["thing"]):
                act = _SAME.get(match["act"], match["act"])
                found.append(Act(thing, act, f"{thing}の{match['act']}"))
            waiting = []
    return found


_TOPICS = {"item": "(?:情報)?項目", "recipient": "結合先|委託先|委任先|提供先|相手方"}
_CHANGES = {"変更": "changed", "拡大": "changed", "廃止": "removed", "削除": "removed"}


def announce(builder: Builder, title: Passage, matter: str = "") -> None:
    """（情報項目及び結合先の追加）: of what the title speaks, and what it says is done."""
    for each in _bracketed(title.text):
        for topic, things in _TOPICS.items():
            if thing := compiled(things).search(each.thing):
                word = "情報項目" if topic == "item" else thing.group()
                made: Entity = {"topic": topic, "label": f"{word}の{each.act}"}
                made |= {"change": _CHANGES.get(each.act, "added"), "source": title.source}
                made |= {"matter": matter} if matter else {}
                proof = evidence("label", title, made["label"], "title_brackets", 0.9)
                builder.add("announcements", {**made, "provenance": [proof]})


def settle(builder: Builder, title: str, lines: Sequence[str]) -> list[str]:
    """What the title says is done and is not; what it announces of items is held against the text.

    A denied announcement is raised in these words only. Where the text tells which items are new,
    they are marked; where it tells that some are, and not which, nothing can be compared.
    """
    found = acts(title)
    if not found:
        return []
    body = list(_below(title, lines))
    marked = words.any_marked(builder)
    undone = [
        (label, denied)
        for label, denied in _untold(builder, title, found, body)
        if not (denied and marked and "項目" in label)  # in print that only the eye sees
    ]
    if not undone and not marked:
        undone = [(label, True) for label in _of_others(builder, found, body)]
    promised = any(map(_is_promise, builder.list_of("announcements")))
    if any("項目" in label for label, denied in undone if denied):
        _keep(builder, lambda each: not _is_promise(each))
    elif promised and not told.promised(builder, body):
        _ask(builder, _is_promise)
    return [label for label, _ in undone]


def unmarked(builder: Builder) -> None:
    """Where the emphasis that marks added items is lost, which are added is unknown (trap 12).

    What a title announces of items is then a question, and no statement to hold the lists against.
    """
    lost = [str(each["id"]) for each in builder.list_of("matters") if each.get("emphasis_lost")]
    if lost and not words.any_marked(builder):
        _ask(builder, lambda each: each["topic"] == "item" and each.get("matter", lost[0]) in lost)


def _is_promise(announced: Entity) -> bool:
    return announced["topic"] == "item" and announced.get("change") == "added"


def _ask(builder: Builder, which: Callable[[Entity], bool]) -> None:
    """What is announced becomes a question to the reader."""
    for each in filter(which, builder.list_of("announcements")):
        question = Question("change_not_marked", each.get("source", ""), each["label"])
        builder.notes.questions.append(question)
    _keep(builder, lambda each: not which(each))


def _keep(builder: Builder, which: Callable[[Entity], bool]) -> None:
    builder.content["announcements"] = list(filter(which, builder.list_of("announcements")))


def _untold(
    builder: Builder, title: str, found: Sequence[Act], body: Sequence[str]
) -> Iterator[tuple[str, bool]]:
    """What the title says is done and the paper does not, and whether a sentence denies it.

    An item that is added is told of by its name alone.
    """
    names = told.by_name(builder)
    brackets = _BRACKET.findall(tidy(fold(title)))
    for each in found:
        spoken = words_for(each.thing)
        if spoken and each.label in " ".join(brackets) and not _spoken(spoken, body):
            yield each.label, False
        elif _answered_no(builder, each, body) or (
            spoken
            and (_denied(each, body) or _kept(builder, each, body))
            and not _done(each, spoken, body, names)
        ):
            yield each.label, True
        elif (
            [each] == found
            and each.label in brackets
            and not (_acted(each, body) or _begun(spoken, body))
        ):
            yield each.label, False


_CHANGED = re.compile(
    r"^(?:[(]?[0-9一二三四五六七八九十ア-ン]{1,2}[).、 ]?|[【■◆●○・])?[ ]*"
    r"(?:(?:[^ 。、]{0,10}(?:番号|名称?|欄|区分)|No\.?|№|項番) ){0,4}"  # heads of columns beside it
    r"(?:(?:今回|今般|主|登録|登載|届出|記載)[のな]|主要な|本)?"
    r"(?:変更|改正|修正|見直し|改訂|改定|異動)(?:等?の|した|する|を行う|理由及び|年月日及び)?"
    r"(?:概要|内容|箇所|点|事項|要旨|部分|欄|(?:新旧)?(?:対照)?(?:一覧)?表|(?:の?一覧)(?=$|[(】 ]))"
    r"(?:の?一覧(?:表)?|は、?次のとおり|及びその?内容|(?:及び|・)(?:その)?理由)?(?:\([^()]{1,24}\))?[】]?"
    # its value behind a blank, or behind one that the print has lost
    r"(?:[ 　:](?!.*(?:該当)?(?:なし|無し)$)|$"
    r"|(?=[^をはがにのもと及、 ][^。]{4,80}(?:改め|変更|整理|修正)(?:する|した)?$))"
    r"|^(?:(?:今回|今般|この度|このたび|本件)の|本|この)?(?:変更|改正|修正|見直し)(?:する|した)?(?:の|点|箇所|内容)?は、"
    r"(?!.*(?:次の|以下|別[紙表添に]|理由))"
)
_COLUMNS = re.compile(
    r"^(?:[^ 。、]{1,10} ){0,4}(?:変更|改正|修正|現行?|旧)前?"
    r" (?:変更|改正|修正|改定|新)後?(?: 備考)?$"
)
_NEXT_PART = re.compile(
    r"^(?:別[紙表添]|(?:ファイル|登録|整理|届出|事務)(?:の)?番号|[【]?(?:個人情報ファイル|事務)の名称"
    r"|様式|以上$)"
)
_COUNTED = re.compile(r"^[(]?(?:[0-9]{1,2}(?![0-9年月日人件])|[一二三四五六七八九十])[).、 ]?")
_MOST_LINES = 20
_TELLS_CHANGE = re.compile(
    r"改め|(?:の|を)変更|変更(?:[)(。]|のみ|$)|整理|だけで|に限る|変更前|変更後|変わ|→|移[しすっ]|見直|から.*(?:へ|に)|とする|変更[すし]"
)


def _of_others(builder: Builder, found: Sequence[Act], body: Sequence[str]) -> Iterator[str]:
    """What a title says is done, where the paper tells what is changed, and that is other things.

    委託先の変更 above 変更の内容　所管課を…に改める. Nothing is new there, and nobody is named.
    """
    heads = [n for n, line in enumerate(body) if _CHANGED.match(line)]
    part = list(dict.fromkeys(line for at in heads for line in _changed(body[at:])))
    names = set(told.by_name(builder)) if part else []
    titles = [fold(str(each["title"])) for each in builder.list_of("matters")]
    said = [_CHANGED.sub("", line) for line in part]
    plain = "\n".join(line for line in said if not _COLUMNS.match(line))
    for title in titles:
        plain = plain.replace(title, " ")
    if not _TELLS_CHANGE.search("\n".join(said)):
        return
    for each in found:
        spoken = words_for(each.thing)
        new = each.act != "変更" and compiled(rules("additions")["acts"][each.act]).search(plain)
        named = compiled(spoken + _BODIES).search(plain) if spoken else None
        of_items = "項目" in each.thing and any(name in key(plain) for name in names)
        if (
            spoken
            and not (named or new or of_items)
            and not _done(each, spoken, [line for line in body if line not in part], names)
        ):
            yield each.label


def _changed(body: Sequence[str]) -> Iterator[str]:
    """The lines below the head of what is changed, up to the next part of the paper.

    Of a card that says it beside the head, only up to the next of its labels.
    """
    counted = bool(_COUNTED.match(body[0]))
    beside = bool(_CHANGED.sub("", body[0]).strip())
    for n, line in enumerate(body[:_MOST_LINES]):
        begun = _NEXT_PART.match(line) or (counted and _COUNTED.match(line))
        if n and (begun or (beside and _is_label(line))):
            return
        yield line


def _is_label(line: str) -> bool:
    """Whether a line of a card begins with a label, as far as it tells without its blanks."""
    first = compiled(r"[ 　:]").split(line, 1)[0]
    return bool(labels.exact(first) or compiled("備考|摘要|特記").match(line))


def _below(title: str, lines: Sequence[str]) -> Iterator[str]:
    """What stands below the title; the title told again says nothing of its own."""
    again = key(title)
    for clause in words.clauses(lines):
        plain = key(clause)
        if again not in plain and not (len(plain) > 8 and plain in again):
            yield clause


def words_for(thing: str) -> str:
    """By what words a paper speaks of the thing; none if it is of no known kind."""
    return str(rules("additions")["things"].get(_kind(thing), ""))


def _kind(thing: str) -> str:
    return next((kind for kind in rules("additions")["things"] if compiled(kind).search(thing)), "")


def _spoken(spoken: str, body: Sequence[str]) -> bool:
    """Whether any clause speaks of it and does not say that there is none."""
    return any(
        compiled(spoken).search(each) and not words.has("none_at_end", each) for each in body
    )


def _acted(each: Act, body: Sequence[str]) -> bool:
    """Whether any word for the act stands anywhere in the paper."""
    loosely = rules("additions")["acts_loosely"].get(each.act)
    done = "|".join(filter(None, (rules("additions")["acts"][each.act], loosely)))
    return bool(compiled(done).search(key("".join(body))))


def _begun(spoken: str, body: Sequence[str]) -> bool:
    """このたび、甲社が乙社に再委託する: what a clause tells as done this time is new."""
    this = compiled("このたび|この度|今[回般]")
    return bool(spoken) and any(
        this.search(each) and compiled(spoken).search(each) for each in body
    )


_HEAD = 20  # characters


def _denied(each: Act, body: Sequence[str]) -> bool:
    """Whether a clause says of the thing itself, not of what is done with it, that it stays."""
    known = rules("additions")
    kind = known["things_denied"].get(_kind(each.thing), _kind(each.thing))
    stays = compiled(known["stays"])
    nothing = compiled(known["none"].replace("THING", kind)) if each.act == "追加" else None
    headed = compiled(rf"(?:{kind})(?:の?名称)?$")  # 委託先, and below it 甲社（変更なし）
    below = [f"{a} {b}" for a, b in pairwise(body) if len(a) <= _HEAD and headed.search(a)]
    return any(
        (nothing and nothing.search(clause))
        or any(stays.search(clause[match.end() :]) for match in compiled(kind).finditer(clause))
        for clause in (*body, *below)
    )


_WHOM = {"委託先": ("entrust",), "受託": ("entrust",), "再委託": ("reentrust",), "結合": ("link",)}
_GOES_ON = re.compile(
    r"(?:委託|受託|委任|結合|接続)し(?:て(?:いる|おり|います|きて?)|、現在)|引き?続[きく]|以[来降]|続け|継続"
    r"|現(?:在の)?(?:受託|委託|行)|同一の?(?:事業者|業者|法人|者|社)|同社$|同社\)$"
)
_GONE = re.compile(r"変更|改め|[代替]え|変わ|切り?替|移[しすっる]|新た|新規|ていた|までは|今回")


def _kept(builder: Builder, each: Act, body: Sequence[str]) -> bool:
    """委託先の変更, and whoever is entrusted is so since long: 令和4年度から甲社に委託している."""
    relations = next((by for kind, by in _WHOM.items() if each.thing.startswith(kind)), ())
    if each.act != "変更" or not relations:
        return False
    whom = {to for f in builder.list_of("flows") if f["relation"] in relations for to in f["to"]}
    clauses = [key(one) for one in body if _GOES_ON.search(one) and not _GONE.search(one)]
    return bool(whom) and all(
        any(name in one for name in builder.names_of(id_) if len(name) > 2 for one in clauses)
        for id_ in whom
    )


_RELATIONS = {
    "再委託": "reentrust", "委託": "entrust", "提供": "provide", "移転": "transfer", "結合": "link"
}  # fmt: skip


def _answered_no(builder: Builder, each: Act, body: Sequence[str]) -> bool:
    """委託先の追加, and 委託の有無 委託しない: nothing of the kind is done at all."""
    word = next((word for word in _RELATIONS if each.thing.startswith(word)), "")
    done = (flow["relation"] for flow in builder.list_of("flows"))
    if not word or each.act in ("廃止", "削除") or _RELATIONS[word] in done:
        return False
    no = compiled(
        rf"(?<!再)(?:{word})(?:先|(?:を行うこと)?の?有無)[ :\[【(]*"
        rf"(?:(?:(?:{word}|実施)し(?:ない|ていない)|行(?:わない|っていない))(?!場合|とき|もの)"
        r"|(?:無し?|なし|該当なし)(?=[ \])】]|$))"
    )
    return any(no.search(line) for line in body)


_BODIES = "|会社|法人|組合|協会|公社|機構|センター"


def _done(each: Act, spoken: str, body: Sequence[str], names: Collection[str]) -> bool:
    known = names if compiled("項目|情報").search(each.thing) else ()
    if compiled("[先者方]$").search(each.thing):
        spoken += _BODIES  # 有限会社甲（今回追加）
    return any(words.tells(each.act, spoken, clause, known, strict=True) for clause in body)
