"""The wording of findings: from a code and what stands at each place to a question to the author.

A question names both statements and asks; it never says who is at fault. `{about}` is what both
places speak of, `{a}` and `{b}` what they say. What each code compares: docs/findings.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from nagarezu.languages import Lang, Text
from nagarezu.tables.words import WORDS, unit_name

QUESTIONS: dict[str, Text] = {
    "claim_against_list": Text(
        "「{about}」について「{a}」とありますが、ほかに{b}の記載もあります。どちらが正しいですか。",
        "Of “{about}” it says “{a}”, while {b} is stated as well. Which of the two holds?",
    ),
    "claimed_item_unlisted": Text(
        "「{about}」に渡すとある{a}が、その項目の一覧に見当たりません。一覧への追加が必要ですか。",
        "{a} is said to reach “{about}” but is not on its list of items. Should the list have it?",
    ),
    "claim_fails": Text(
        "「{a}」とありますが、{b}についてはその記載が見当たりません。どのように確保されますか。",
        "It says “{a}”, but nothing to that effect is stated for {b}. How is it ensured?",
    ),
    "stored_elsewhere": Text(
        "「{a}」とありますが、「{about}」への登録・保管（{b}）はこれに当たりませんか。",
        "It says “{a}”. Does what is kept in “{about}” ({b}) not fall under this?",
    ),
    "channel_not_in_media": Text(
        "送付の方法に{a}がありますが、記録媒体の欄は{b}だけです。記録媒体に加える必要がありますか。",
        "{a} is a way of sending, but the row of the media has only {b}. Should it be added there?",
    ),
    "medium_not_stated": Text(
        "対策に{a}の取扱いがありますが、記録媒体の欄は{b}です。{a}は使われますか。",
        "Measures deal with {a}, but the row of the media has {b}. Will {a} be used?",
    ),
    "medium_without_channel": Text(
        "記録媒体に{a}がありますが、経路は{b}だけです。{a}はどのように受け渡しますか。",
        "{a} is among the media, but the only channels are {b}. How is it handed over?",
    ),
    "medium_names_part": Text(
        "記録媒体の欄は{a}だけですが、相手方の欄には{b}もあります。{b}の媒体は何ですか。",
        "The row of the media has only {a}, while that of the partner also has {b}. "
        "What is its medium?",
    ),
    "items_beyond_system": Text(
        "処理させる項目に{a}がありますが、媒体とされる「{about}」の記録項目にはありません。"
        "どこから取り出されますか。",
        "{a} is to be processed, but “{about}”, named as the medium, does not list it. "
        "Where does it come from?",
    ),
    "title_without_content": Text(
        "件名に「{a}」とありますが、内容（{b}）にはそれに当たる記載が見分けられません。"
        "どれを指しますか。",
        "The title says “{a}”, but the contents ({b}) show nothing that it stands for. "
        "Which is meant?",
    ),
    "contents_differ": Text(
        "「{about}」について、一方は「{a}」、他方は「{b}」です。同じものを指しますか。",
        "For “{about}”, one list has “{a}” and the other “{b}”. Do they mean the same?",
    ),
    "direction_differs": Text(
        "「{about}」の向きが、一方は「{a}」、他方は「{b}」です。どちらですか。",
        "“{about}” goes one way in one place ({a}) and another in the other ({b}). Which is it?",
    ),
    "period_outside_contract": Text(
        "{a}は、契約の期間（{b}）に収まりません。外れる間はどの契約によりますか。",
        "{a} is not within the contract ({b}). Which contract covers the rest?",
    ),
    "named_once": Text(
        "「{a}」は、{b}を挙げる概要には出てきません。概要にも加える必要がありますか。",
        "“{a}” does not appear in the overview, which names {b}. Should the overview name it too?",
    ),
    "partner_not_named": Text(
        "相手方の欄は{a}だけですが、同じ様式に{b}との連携もあります。相手方に含まれますか。",
        "The row of the partner has only {a}, while the same sheet speaks of {b}. "
        "Is that a partner?",
    ),
    "partner_column_identical": Text(
        "相手方の欄の対策（{a}）が実施機関側の欄と同じ文言です。相手方に行わせることは何ですか。",
        "The partner's column repeats the own side's wording ({a}). What is the partner to do?",
    ),
    "checklist_without_selection": Text(
        "チェックリストの{a}行がすべて「○」です。この案件に必要がない対策はありませんか。",
        "All {a} rows of the checklist are marked as taken. Is there none that is not needed here?",
    ),
    "reentrustment_forbidden": Text(
        "「{a}」とありますが、「{about}」からの再委託先として{b}が挙がっています。"
        "承諾などの根拠がありますか。",
        "It says “{a}”, while “{about}” hands work on to {b}. Is there a consent for it?",
    ),
    "count_bound": Text(
        "「{about}」の数は「{a}」とありますが、扱いは「{b}」です。数の範囲を示せますか。",
        "The number of “{about}” is given as “{a}” and treated as {b}. Can its range be stated?",
    ),
    "count_differs": Text(
        "「{about}」の数が、一方は{a}、他方は{b}です。どちらですか。",
        "The number of “{about}” is {a} in one place and {b} in the other. Which is it?",
    ),
    "scope_wider_than_purpose": Text(
        "対象者は「{a}」ですが、目的で述べられているのは{b}です。この範囲が必要な理由は何ですか。",
        "It covers “{a}”, while the purpose speaks of {b}. Why is this scope needed?",
    ),
    "duplicated_row": Text(
        "「{about}」が{a}と{b}の両方に同じ文言で記載されています。どちらも正しいですか。",
        "“{about}” stands in the same words under {a} and {b}. Are both right?",
    ),
    "item_name_differs": Text(
        "並びが同じ二つの一覧で、一方は「{a}」、他方は「{b}」です。同じ項目ですか。",
        "In two lists that otherwise agree, one has “{a}” and the other “{b}”. Are they the same?",
    ),
    "credential_from_attribute": Text(
        "「{a}」は「{b}」から作られます。本人以外が推測できませんか。",
        "“{a}” is made from “{b}”. Can others not guess it?",
    ),
    "identifying_item": Text(
        "「{a}」とありますが、「{about}」の{b}から本人が分かることはありませんか。",
        "It says “{a}”. Can {b} in “{about}” not tell who the person is?",
    ),
    "reference_missing": Text(
        "「{about}」が見当たりません。{a}の全体はそこに示されていますか。",
        "“{about}” is not at hand. Does it show the whole of {a}?",
    ),
    "crosswalk_unresolved": Text(
        "「{a}」が挙げる「{about}」に当たる対策が見当たりません。次のどれですか：{b}",
        "“{a}” cites “{about}”, which is no measure. Which of these is meant: {b}?",
    ),
    "unit_mixture": Text(
        "数が{a}と{b}のように異なる単位で示されています。人数にそろえて示せますか。",
        "Numbers stand in different units: {a} and {b}. Can they be given in persons?",
    ),
    "unsourced_item": Text(
        "「{about}」から渡すとある{a}が、その項目の一覧に見当たりません。どこで生じますか。",
        "{a} is said to come from “{about}”, whose items do not include it. Where does it arise?",
    ),
    "recipient_without_safeguard": Text(
        "「{a}」に当たる対策の記載が、ほかの相手方にはありますが、見当たりません。どの対策によりますか。",
        "Measures are stated for other recipients but none for “{a}”. Which apply to it?",
    ),
    "own_and_partner_differ": Text(
        "「{a}」と「{b}」とでは、期間、回数などが異なります。どちらが正しいですか。",
        "“{a}” and “{b}” differ in how long, how often or how many. Which of the two holds?",
    ),
}

# The wording where nothing stands at the second place (or, of an attachment, in its stead).
_ALONE: dict[str, Text] = {
    "own_and_partner_differ": Text(
        "「{a}」が一方の欄にだけあります。他方に載せない理由がありますか。",
        "“{a}” stands in one column only. Is there a reason to leave it out of the other?",
    ),
    "partner_not_named": Text(
        "「{a}」の相手方は未定です。決まったときに、誰に何を渡すかを改めて示せますか。",
        "The partner of “{a}” is not decided. Will it be said who gets what once it is?",
    ),
    "contents_differ": Text(
        "「{a}」は、一覧・概要とその内容の一方にだけあります。どちらが正しいですか。",
        "“{a}” stands only in the list or overview, or only in the contents. Which is right?",
    ),
    "named_once": Text(
        "「{a}」はここにだけ出てきます。何のための接続か、事務の内容にも示せますか。",
        "“{a}” appears here only. Can the description of the work say what it is for?",
    ),
    "reference_missing": Text(
        "「{about}」が見当たりません。添付されますか。",
        "“{about}” is not at hand. Will it be attached?",
    ),
    "crosswalk_unresolved": Text(
        "「{a}」が挙げる「{about}」に当たる対策が見当たりません。どの対策ですか。",
        "“{a}” cites “{about}”, which is no measure. Which one is meant?",
    ),
    "stored_elsewhere": Text(
        "「{a}」とありますが、「{about}」への登録・保管はこれに当たりませんか。",
        "It says “{a}”. Does what is kept in “{about}” not fall under this?",
    ),
}

_COUNT = re.compile(r"(?P<value>\d+) (?P<unit>person|household|record)(?: (?P<date>[-\dFY]+))?")


def question(code: str, about: str, a: str, b: str, lang: Lang) -> str:
    """Return the sentence of a finding; a code that has none stands for itself with its values."""
    alone = a if code == "reference_missing" else b
    text = _ALONE[code] if code in _ALONE and not alone else QUESTIONS.get(code)
    if text is None:
        return " ".join(part for part in (code, about, a, b) if part)
    said = _SAID.get(code, _plain)
    return text.in_(lang).format(about=_listed(about, lang), a=said(a, lang), b=said(b, lang))


def with_questions(frame: Mapping[str, Any], lang: Lang) -> dict[str, Any]:
    """Return the frame of the core with the column `question` behind the places."""
    columns = list(frame["columns"])
    values = {column["name"]: column["values"] for column in columns}
    parts = zip(
        *(values[name] for name in ("code", "about", "says_a", "says_b")),
        strict=True,
    )
    sentences = [question(code, about, a, b, lang) for code, about, a, b in parts]
    column = {
        "name": "question",
        "kind": "text",
        "values": sentences,
        "valid": [True] * len(sentences),
    }
    position = [entry["name"] for entry in columns].index("place_b") + 1
    return {**frame, "columns": [*columns[:position], column, *columns[position:]]}


def _listed(text: str, lang: Lang) -> str:
    return text if lang == "ja" else text.replace("、", ", ")


def _plain(text: str, lang: Lang) -> str:
    return _listed(text, lang)


def _words(kind: str) -> Callable[[str, Lang], str]:
    def said(text: str, lang: Lang) -> str:
        return WORDS[kind][text].in_(lang) if text in WORDS[kind] else text

    return said


def _counts(text: str, lang: Lang) -> str:
    def one(found: re.Match[str]) -> str:
        unit = unit_name(found["unit"], lang)
        number = f"{int(found['value']):,}"
        date = f"（{found['date']}）" if lang == "ja" else f" ({found['date']})"
        return f"{number}{'' if lang == 'ja' else ' '}{unit}{date if found['date'] else ''}"

    return _listed(_COUNT.sub(one, text), lang)


_SAID: dict[str, Callable[[str, Lang], str]] = {
    "direction_differs": _words("direction"),
    "count_bound": _words("bound"),
    "count_differs": _counts,
    "unit_mixture": _counts,
}
