"""Parts of a title that nothing below the title speaks of, while it does of the other parts.

（再委託、外部結合の開始）: a title that names things side by side. A thing is spoken of by its own
words or by others for the same (`title_kinds` in labels.json). A line that says なし does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nagarezu.importing.draft.additions import titles as promised
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.whole.parts import Parts
from nagarezu.importing.form import handed
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy

_AND = re.compile(r"、|,|・|及び|並びに|又は|と(?=[一-龥ァ-ヶ])")
_NAME = (  # システムの名称 is no name of the paper
    r"(?<!システムの)(?<!システム)(?<!ファイルの)(?<!ファイル)(?<!組織の)(?<!機関の)(?<!機関等の)"
    r"(?<!課の)(?<!部署の)(?<!先の)(?<!者の)名称"
)
_LABEL = re.compile(rf"^[^、。]{{0,8}}(?:件名|{_NAME}|表題|評価書名|題名|議題|諮問事項)$")
_TITLE = re.compile(
    rf"^[^、。 ]{{0,8}}(?:件名|{_NAME}|表題|評価書名|題名|議題)[ :]+"
    # 名称 甲株式会社 所在地 … is that of a partner
    r"(?![^、。 ]{0,12}(?:会社|法人|協会|公社)(?!(?s:.)*(?:について|のこと|業務|事務|事業)))\S"
    r"|^.{8,}?について(?:\([^()]{1,8}\))?$"
    r"|^[^。]{4,}\([^()。]*の(?:追加|変更|廃止|削除|拡大)\)(?:\([^()]{1,8}\))?$"
)
_END = re.compile(
    r"(?:に係る|に関する|における|のための|の(?:開始|実施|追加|変更|一部|条件|新規)|について|等|など|分$|所管|関係|編$).*$"
)
_NONE = re.compile(
    r"[ :|\t(|](?:なし|無し?|該当(?:なし|しない)|-|行わない|しない)[。)|\t ]*$"
    r"|(?:は|を)(?:行わない|しない|認めない)|禁止|ならない|(?:利用|提供|委託|し)(?:し)?ない。"
)
_WORD = re.compile(r"[一-龥々]+|[ァ-ヶー]{2,}|[A-Za-z]{2,}")
_BODY = re.compile(r"審議会|審査会|会議|様$|次のとおり")  # of the letter, not of its subject
_COVER = 12  # rows in which the title of a document stands
_SORT = re.compile(r"(?<=..)(?:事務|業務|事業|作業)$")  # 抽選事務 is told as 抽選, too
# parts that no line has to tell: of the paper itself, and 審査補助, which is any work beside
_OF_ANY = re.compile(
    r"\d|年度|公表|現在$|事項$|[部課局室係]$|^(?:保有|特定)?個人情報"
    r"|(?:審査|点検|入力|受付|窓口|事務|業務|運営|判定|確認|作業|処理)補助(?:業務|事務)?(?:の委託)?$"
)
_SHORTEST = 2
_LONG = 4  # characters of a word that is told apart from others
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Title:
    """A title, the rows that it stands over, and the matter if it is the title of one."""

    passage: Passage
    below: Sequence[str]
    matter: str = ""
    whole: bool = False  # of the document: what it names may be of any sort, else only kinds
    table: bool = False  # of a paper that is a table: what it lists needs a column


def write(builder: Builder, parts: Parts) -> None:
    """An announcement of kind for each part of a title that nothing speaks of."""
    titles = list(_titles(builder, parts))
    undone = [
        promised.settle(builder, title.passage.text, title.below) if title.whole else []
        for title in titles
    ]
    announced = builder.list_of("announcements")
    given_inside = any(flow["relation"] == "transfer" for flow in builder.list_of("flows"))
    known = [key(each["label"]) for each in announced]
    # what a title says is changed or dropped is held against nothing else
    loose = [key(each["label"]) for each in announced if each.get("change", "added") != "added"]
    for title, acts in zip(titles, undone, strict=True):
        for label in [*_unspoken(title), *acts]:
            plain = key(label)
            if "目的外" in plain and given_inside:
                continue  # to whom of the own side it goes says so without the word
            if plain in loose and label in acts:
                loose = [each for each in loose if each != plain]
            elif any(_same(plain, each) for each in known):
                continue
            known.append(plain)
            proof = evidence("label", title.passage, label, "title_words", 0.8)
            made = {"topic": "kind", "label": label, "source": title.passage.source}
            if title.matter:
                made["matter"] = title.matter
            builder.add("announcements", {**made, "provenance": [proof]})


def _same(one: str, other: str) -> bool:
    """業務委託 and 業務の委託 are announced once."""
    return one in other or other in one or set(one) >= set(other) or set(other) >= set(one)


def _titles(builder: Builder, parts: Parts) -> Iterator[Title]:
    """Of the whole document, of its attached papers and sections, and of its matters."""
    matters = {key(each["title"]): each for each in builder.list_of("matters")}
    whole = key(builder.content.get("title", "") or "")
    # the name of a card promises nothing: it is what the task is called
    cards = [title for title, each in matters.items() if len(matters) > 1 or _is_card(each)]
    for at, text in enumerate(parts.texts[:_COVER]):
        cell, last = _unbroken(parts, at)
        if not cell or _BODY.search(text):
            continue
        act = _act_below(parts, at)
        cell = act or cell
        cells = _unnumbered(parts, at)
        labelled = _below_label(parts, at) or (
            len(cells) == 2 and bool(_LABEL.match(key(cells[0].text)))
        )
        alone = len(cells) == 1 and (at == 0 or bool(_TITLE.search(fold(cell.text))))
        named = labelled or alone or key(cell.text) == whole
        named = named or _lists_kinds(fold(cell.text)) or _bracket_below(parts, at) or bool(act)
        if named and key(cell.text) not in cards:
            yield Title(cell, [*parts.texts[:at], *parts.texts[last + 1 :]], whole=True)
    for head in parts.heads:
        if head.is_paper and head.title:
            near = range(len(parts.texts))[head.at : head.at + 2]
            rows = [at for at in near if head.title in parts.texts[at]]
            below = [parts.texts[at] for at in parts.within(head) if at not in (head.at, *rows)]
            grids = [parts.rows[at].grid for at in parts.within(head) if at not in (head.at, *rows)]
            table = len(grids) > _SHORTEST and all(grids)
            if any(map(_is_card, builder.list_of("matters"))):
                below += _told_of(parts, parts.within(head))
            yield Title(parts.rows[rows[0] if rows else head.at].whole, below, table=table)
    yield from _of_basis(builder, parts)
    yield from _of_matters(parts, matters)
    yield from _of_heads(parts)


_FIRM = re.compile(r"会社|法人|事業体$|共同体$|グループ$|団体$")


def _told_of(parts: Parts, listed: Sequence[int]) -> list[str]:
    """What the cards say of the firms of a list: 指定管理者 甲社, where it only names 甲社."""
    cells = (cell for at in listed for cell in handed.celled(parts.rows[at]).filled)
    firms = {key(cell.text) for cell in cells if _FIRM.search(key(cell.text))}
    others = (text for at, text in enumerate(parts.texts) if at not in listed)
    return [text for text in others if any(firm in text for firm in firms)]


def _is_card(matter: Entity) -> bool:
    return bool(matter["kinds"] == ["other"] and matter.get("register_name") == matter["title"])


def _of_basis(builder: Builder, parts: Parts) -> Iterator[Title]:
    """◇第11条第2項（電算処理） ◇第9条第1項（目的外利用）: the kinds of a basis, as one title."""
    basis = builder.list_of("basis")
    places = {place for each in basis for place in str(each.get("source", "")).split()}
    at = [n for n, row in enumerate(parts.rows) if places & set(row.places)]
    printed = fold("\n".join(parts.texts[n] for n in at))
    listed = compiled(r"(?<=[項号条])\(([^()]+)\)").findall(printed)
    if len(listed) > 1 and at:
        below = [text for n, text in enumerate(parts.texts) if n not in at]
        yield Title(Passage.of("、".join(listed), parts.rows[at[0]].place), below)


def _unbroken(parts: Parts, at: int) -> tuple[Passage, int]:
    """The cell of a title with the line on which it ends, and where that is: …の利用に / ついて."""
    cell = _title_cell(parts, at)
    tail = _title_cell(parts, at + 1) if at + 1 < len(parts.rows) else Passage()
    if cell and tail and len(parts.rows[at].filled) == 1 and not _TITLE.search(fold(cell.text)):
        whole = joined([cell, tail], "")
        if _TITLE.search(fold(whole.text)) and not _TITLE.search(fold(tail.text)):
            return whole, at + 1
    return cell, at


def _bracket_below(parts: Parts, at: int) -> bool:
    """（甲業務の委託の追加及び乙の改正） on the line below the title: the end of it."""
    above = parts.texts[at - 1] if at else ""
    bracket = compiled(r"\([^()]{4,}\)").fullmatch(parts.texts[at])
    return bool(bracket) and len(parts.rows[at].filled) == 1 and bool(_TITLE.search(above))


_SUBTITLE = re.compile(
    r"[ 　]*[―－ー—–~〜～\-【〔<《(（]*[ 　]*"
    r"(?P<act>[^()（）。、【】]{2,30}の(?:追加|変更|廃止|削除|新設|拡大))"
    r"(?:について)?[ 　]*[―－ー—–~〜～\-】〕>》)）]*[ 　]*"
)
_ABOVE = re.compile(r"(?:簿|票|書|変更|登録|について)(?:\([^()]{1,10}\))?$")


def _act_below(parts: Parts, at: int) -> Passage:
    """― 委託先の追加 ― on the line below the title of the paper: its end."""
    above = key(parts.texts[at - 1]) if 0 < at <= _UNDER else ""
    act = _SUBTITLE.fullmatch(parts.rows[at].text) if _ABOVE.search(above) else None
    alone = act is not None and len(parts.rows[at].filled) == 1
    return parts.rows[at].filled[0].part(*act.span("act")) if act and alone else Passage()


_UNDER = 3  # rows below which no subtitle stands


def _below_label(parts: Parts, at: int) -> bool:
    """番号 | 名称 stands above it: the head of its column says that it is the title."""
    above = parts.rows[at - 1].filled if at else []
    if len(above) != len(parts.rows[at].filled):
        return False
    heads = compiled(r"[ \t]{2,}").split(fold(above[-1].text).strip())
    wide = len(above) > 1 or len(heads) > 1
    return wide and bool(_LABEL.match(key(heads[-1])))


def _lists_kinds(text: str) -> bool:
    """The basis of an inquiry, which names the kinds that it is for."""
    kinds = rules("labels")["title_kinds"]
    return len([part for part in _conjuncts(text) if any(kind in part for kind in kinds)]) > 1


_NUMBER = re.compile(r"第?\d{1,2}[.、]?|[(]\d{1,2}[)]|[①-⑳]")


def _unnumbered(parts: Parts, at: int) -> Sequence[Passage]:
    """The cells of a row without the number in front: 1 | 件名 | …."""
    cells = parts.rows[at].filled
    numbered = len(cells) > _PAIR and _NUMBER.fullmatch(fold(cells[0].text).strip())
    return cells[1:] if numbered else cells


_PAIR = 2  # cells


def _title_cell(parts: Parts, at: int) -> Passage:
    """The cell of a title: the only one of its row, or the one behind its label."""
    cells = _unnumbered(parts, at)
    fits = (
        0 < len(cells) <= 2 and len(cells[-1].text) <= 2 * _LONGEST and "。" not in cells[-1].text
    )
    return cells[-1] if fits else Passage()


def _of_matters(parts: Parts, matters: dict[str, dict[str, str]]) -> Iterator[Title]:
    if len(matters) < 2:
        return
    starts = list(_starts(parts, {title: each["id"] for title, each in matters.items()}))
    for number, (at, matter) in enumerate(starts):
        end = starts[number + 1][0] if number + 1 < len(starts) else len(parts.texts)
        if end - at > _SHORTEST:
            yield Title(_title_cell(parts, at), parts.texts[at + 1 : end], matter)


def _starts(parts: Parts, matters: dict[str, str]) -> Iterator[tuple[int, str]]:
    """The rows that a matter's title stands in, with the matter."""
    titles = {title: id_ for title, id_ in matters.items() if len(title) > _SHORTEST}
    for at in range(len(parts.rows)):
        text = key(_title_cell(parts, at).text)
        yield from ((at, id_) for title, id_ in titles.items() if title in text)


def _of_heads(parts: Parts) -> Iterator[Title]:
    """Heads that the source marks as such."""
    at = [n for n, row in enumerate(parts.rows) if row.level and 0 < len(row.text) <= _LONGEST]
    for start, end in pairwise([*at, len(parts.texts)]):
        if end - start > _SHORTEST:
            yield Title(parts.rows[start].whole, parts.texts[start + 1 : end])


def _unspoken(title: Title) -> list[str]:
    """The parts that nothing speaks of, if something speaks of another part."""
    kinds = rules("labels")["title_kinds"]
    conjuncts = _conjuncts(tidy(fold(title.passage.text)))
    again = [key(each) for each in conjuncts]
    below = [line for line in title.below if not _is_again(line, again)]
    body = key("\n".join(title.below))
    spoken: dict[str, bool] = {}
    for part in conjuncts:
        named = [words for kind, words in kinds.items() if kind in part]
        if named:
            spoken[part] = all(_told(words, below) for words in named)
        else:
            others = "\n".join(key(each) for each in conjuncts if each != part)
            spoken[part] = not title.whole or _said(part, body, others)
            if title.table and (words := _measured(part)):
                spoken[part] = bool(compiled(words).search(body))
    unspoken = [part for part, said in spoken.items() if not said] if any(spoken.values()) else []
    return unspoken + (_occasions(title) if title.whole else [])


# 受渡し及び保存期間一覧: by what the cells of such a column are known, whatever its head
_OF_COLUMN = (
    (
        r"(?:期間|期限)(?:の?一覧)?表?$",
        r"期間|期限|時期|年限|\d+(?:年|か月|箇月|ヶ月|月|日)|永年|随時|まで",
    ),
    (r"(?:人数|件数|世帯数)(?:の?一覧)?表?$", r"数|\d+(?:人|名|件|世帯)"),
    (r"(?:電話番号|連絡先)(?:の?一覧)?表?$", r"電話|連絡|内線|\d{2,4}-\d{2,4}"),
)


def _measured(part: str) -> str:
    """What a table has somewhere that lists such things; empty for other words."""
    return next((words for names, words in _OF_COLUMN if compiled(names).search(part)), "")


_OCCASION = re.compile(
    r"(?:^|[ (の]|及び|並びに|、|に係る|に関する|における)"
    r"(?P<thing>(?:(?!に係る|に関する|における)[^() 、。の]){4,24}?)(?:の(?:業務)?委託)?へ?の"
    r"(?:導入|開始|追加|新設|移行|廃止)(?=に(?:伴う|よる|係る|関する)|及び|並びに|、|\))"
)
_GRAM = 3  # characters of a word that, standing together, are no chance


def _occasions(title: Title) -> list[str]:
    """（コンビニ交付の導入に伴う再評価）: what a title is new for, though no line speaks of it."""
    printed = tidy(fold(title.passage.text))
    whole = key(printed)
    body = "\n".join(text for text in map(key, title.below) if whole not in text)
    found: list[str] = []
    for match in _OCCASION.finditer(printed):
        words = [key(word) for word in _WORD.findall(match["thing"])]
        long = next((word for word in words if len(word) >= _LONG), "")
        grams = [long[at : at + _GRAM] for at in range(len(long) - _GRAM + 1)]
        if promised.words_for(match["thing"]):
            continue
        if long and not any(gram in body for gram in grams):
            found.append(match["thing"])
    return found


def _is_again(line: str, conjuncts: Sequence[str]) -> bool:
    """Whether a line is the title once more: 件名, or …の委託及び…の利用について、次のとおり."""
    return len(conjuncts) > 1 and all(each in key(line) for each in conjuncts)


def _told(words: str, lines: Sequence[str]) -> bool:
    return any(compiled(words).search(line) and not _NONE.search(line) for line in lines)


def _conjuncts(text: str) -> list[str]:
    """What a title names side by side: of each bracket, and of what stands outside of them."""
    notes = [note for note in compiled(r"\(([^()]*)\)").findall(text) if not _TOLD.search(note)]
    pieces = [*notes, compiled(r"\([^()]*\)").sub(" ", text)]
    found: list[str] = []
    for piece in pieces:
        for clause in compiled(r"[ ]|に係る|に関する|における|に伴う|のための").split(piece):
            sides = [side for side in _AND.split(clause) if side]
            if len(sides) > 1:
                found.extend(_END.sub("", side).strip("◇※「」『』【】:") for side in sides)
    return [part for part in dict.fromkeys(found) if len(part) >= _SHORTEST and _WORD.search(part)]


# （甲は市、乙は管理者）, （契約書に添付する。）: said of the paper, and no part of what it is about
_TOLD = re.compile(r"(?:^|、)[甲乙丙丁](?:は|とは|を|が)|。|以下「")


def _said(part: str, body: str, others: str) -> bool:
    """By its first long word, or by most of the pairs of characters of its words.

    Not by the pairs that the parts beside it have: 手当 of 児童手当及び児童扶養手当.
    """
    words = [key(word) for word in _WORD.findall(part)]
    long = [word for word in words if len(word) >= _LONG]
    if not long or _OF_ANY.search(part):
        return True
    bare = [_SORT.sub("", word) for word in words]
    pairs = [word[at : at + 2] for word in bare for at in range(len(word) - 1)]
    own = [pair for pair in pairs if pair not in others] or pairs
    return long[0] in body or 2 * sum(pair in body for pair in own) > len(own)
