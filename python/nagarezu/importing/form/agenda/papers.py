"""Heads of the papers within an agenda paper, and lists of them, of which no line heads one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.fields import references
from nagarezu.importing.fields.checklist_columns import word_of
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, key

# 資料9-2 対策チェックリスト, 別紙イ 対策一覧, 様式4 業務委託: a label and a name behind it
_PAPER = re.compile(
    r"^[(（【・■◆○●]?[ ]?(?P<label>(?:参考資料|添付資料|資料|別紙|別添|別表|別記|様式|参考|付表)"
    r"[ ]?(?:第?\d{1,3}(?:[ ]?-[ ]?\d{1,2})?号?|[ア-ンA-Z一二三四五六七八九十]"
    r"|[甲乙丙丁](?=[ :)）】・]|$))?)"
    r"[)）】]?[ :：…]*(?P<name>\S.*)$"
)
# 資料2 事務の流れ heads a paper; 資料の提供を… does not
_HEADS = re.compile(
    r"^[(（【]?[^\dぁ-ん]{2,4}図?[ ]?(?:\d[\d -]*)?[)）】]?(?:$|[^\dぁ-ん。][^。]*$)"
)
# （資料等の返還） heads a clause on papers
_PHRASE = re.compile(r"^[(（【]?\s*(?:参考|添付)?(?:資料|別紙|様式)等?(?:の|及び|並びに|又は)")
_LONGEST = 60
_CELLS = 2  # of a line that names a paper: its label, and its name beside it
_CHECKLIST = re.compile(
    r"(?:チェック(?:リスト|シート|表)|(?:対策|措置)の?(?:点検|確認)(?:表|票|シート))[)）]?"
    r"(?:[(（][^()（）]{1,20}[)）])?$"
    r"|^(?:別[紙添])?チェック(?:リスト|シート|表)\d{1,2}(?![にをの及並、はで]|参照)[^。]{0,30}$"
)
_CHECKS = re.compile(  # 確認表（票2）, 別表2 点検票
    r"^(?:別[紙添表]|資料|様式)?[\d\-]{0,4}[^。、]{0,16}(?:確認|点検|照合|自己点検|対策|措置)"
    r"の?(?:一覧)?(?:表|票|シート|リスト|書|結果)(?:[(（][^()（）]{1,30}[)）])?\d{0,2}$"
)
_LEGEND = re.compile(
    r"[ \u3000]*[(（]?[○◯〇●✓レ☑][^。（）()]*[=＝…:：][^（）()]*[)）]?$"
)  # ○＝行う
_PRINTED = re.compile(r"^[ \u3000]*[0-9０-９]{1,2}[.．)） \u3000]+[○◯〇●✓レ☑ー－―×][ \u3000]+\S")
_LOOK = 8  # rows below the title of a checklist in which marks stand
_CLAUSES = re.compile(
    r"^[■□◆●○◎【〔]?(?:第?\d{1,2}[.．、]?(?!条))?(?:[(（]?(?:別[紙添記]|資料)[\d\-]{0,4}[ア-ンA-Za-z]?[)）]?)?"
    r"(?:個人情報.{0,12})?(?:特記|遵守)(?:事項|仕様書)(?:[(（][^()（）]{1,24}[)）])?[】〕]?$"
)
# 契約書に付ける特記事項: a title in other words, where clauses stand below it
_NAMES_CLAUSES = re.compile(
    r"^[^。、：:]{0,30}(?:(?:特記|遵守|特約|順守|特則)(?:事項|条項|仕様書)|個人情報.{0,12}(?:条項|条件|要領|覚書)"
    r"|特則)(?:の?(?:抜粋|要旨|概要|写し))?(?:[(（][^()（）]{1,24}[)）])?$"
)
_HEAD_OF_CLAUSE = re.compile(r"^[(（【][^()（）【】。]{2,24}[)）】]$")
_FIRST_CLAUSE = re.compile(
    r"^第?[ ]?1(?:条|[ .．、　(（]).{0,40}?"
    r"(?:乙|受[注託](?:事業)?者|[委受]任者|指定管理者)(?:は|が)"
)
_BOUND = re.compile(
    r"(?:第1条)?(?:甲|乙|受[注託](?:事業)?者|[委受]任者|指定管理者)(?:は|が).*(?:ない|する|できる)"
)
_TITLE = re.compile(r"^[^(（【。、][^。、]{1,38}[^。、ぁ-ん]$")


def among_papers(rows: Sequence[Row], at: int) -> bool:
    """Whether the line beside a row, above or below, names another paper as the row does."""
    own = _label(rows[at])
    beside = [rows[n] for n in (at - 1, at + 1) if 0 <= n < len(rows)]
    return bool(own) and any(_label(row) not in ("", own) for row in beside)


def _label(row: Row) -> str:
    if len(row.filled) > _CELLS or len(row.text) > _LONGEST:
        return ""
    found = _PAPER.match(fold(" ".join(cell.text for cell in row.filled)).strip())
    beside = found is not None and key(row.filled[0].text) == key(found["label"])
    return key(found["label"]) if found and (beside or len(row.filled) == 1) else ""


_FLOWS = re.compile(
    r"流れ(?:図|について)?[)）]?$|受け?渡し(?:の(?:流れ|方法|経路|一覧))?$|フロー図?$|(?:関係|概念|系統|連携)図$"
)


def shows_flows(lines: Sequence[str]) -> bool:
    """Whether the first lines of a paper say that it shows who hands what to whom."""
    return any(_FLOWS.search(key(line)) for line in lines[:2])


def heads_paper(text: str) -> bool:
    """Whether a line is the head of another paper: 資料2 事務の流れ."""
    plain = fold(text)
    return bool(
        references.heading(text) and _HEADS.match(plain) and not _PHRASE.match(plain.strip())
    )


def heads_clauses(title: Passage, later: Sequence[Row]) -> bool:
    """By its own words, as a title of clauses below which a head stands, or the first clause."""
    plain = key(title.text)
    if _CLAUSES.match(plain):
        return True
    below = [fold(row.text).strip() for row in later[:2]]
    headed = bool(below) and bool(_HEAD_OF_CLAUSE.match(below[0]))
    if headed and _NAMES_CLAUSES.match(plain):
        return True
    if _NAMES_CLAUSES.match(plain) and _tabled(later[:3]):
        return True
    first = below[1:] if headed else below[:1]
    return bool(_TITLE.match(plain)) and any(map(_FIRST_CLAUSE.match, first))


def _tabled(rows: Sequence[Row]) -> bool:
    """番号 | 見出し | 内容: clauses whose number, head and words stand in cells of their own."""
    cells = (cell for row in rows for cell in row.filled if row.grid and len(row.filled) > 1)
    return any(_BOUND.match(key(cell.text)) for cell in cells)


def heads_checklist(title: Passage, later: Sequence[Row]) -> bool:
    """By its name; by one that only tells of checking where rows with marks stand below it."""
    plain = key(_LEGEND.sub("", title.text))
    if _CHECKLIST.search(plain):
        return True
    if not _CHECKS.match(plain):
        return False
    return sum(map(_is_marked, later[:_LOOK])) > 1


def _is_marked(row: Row) -> bool:
    """A mark in a cell beside others, or between the number and the measure of a line."""
    if len(row.filled) > 1:
        return any(word_of(cell.text) for cell in row.filled)
    return bool(_PRINTED.match(row.text))
