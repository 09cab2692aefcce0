"""What the sheet of instructions of a review workbook says."""

from __future__ import annotations

from nagarezu.languages import Lang, Text

_LINES: tuple[Text, ...] = (
    Text("資料から読み取った値の確認", "Review of the values read from a document"),
    Text("", ""),
    Text(
        "一行が一つの値です。「値」が「記載」と「資料の文」のとおりかを見て、"
        "色の付いた三つの列だけに記入してください。",
        "Each row is one value. See whether “Value” is what “As printed” and “Text of the source” "
        "say, and fill in the three coloured columns only.",
    ),
    Text("", ""),
    Text("確認：値は正しい。", "confirm: the value is right."),
    Text(
        "訂正：値が違う。正しい値を「訂正後の値」に書きます。",
        "correct: the value is wrong. Write the right one into “Corrected value”.",
    ),
    Text(
        "却下：資料にその値はない。値は不詳になります。",
        "reject: the document has no such value. It becomes unknown.",
    ),
    Text(
        "要素ごと却下：その行の要素（対象者、経路など）そのものが資料にない。"
        "ほかから参照されていると却下できません。",
        "reject entity: the document has no such entity at all. One that others refer to is kept.",
    ),
    Text(
        "空欄：まだ判定しない。コメントだけを書くこともできます。",
        "empty: not decided yet. A comment may stand alone.",
    ),
    Text("", ""),
    Text("訂正後の値の書き方", "How to write a corrected value"),
    Text(
        "数は数字だけで書きます（10117）。不詳だった件数は確度も書きます（500 以上）。",
        "Numbers in digits only (10117). A count that was unknown needs its bound (500 at_least).",
    ),
    Text(
        "日付は 2019-11-05、2020-06、FY2019（年度）のいずれかで書きます。",
        "Dates as 2019-11-05, 2020-06 or FY2019 (fiscal year).",
    ),
    Text(
        "語と識別子は一覧から選びます（シート「選択肢」と同じ）。"
        "いくつも書く欄では、識別子や語を空白で区切って並べます。",
        "Words and ids are chosen from the list (as on the sheet “Choices”). Where several fit, "
        "write the ids or words with spaces between them.",
    ),
    Text("", ""),
    Text(
        "絞り込みや行の非表示は差し支えありません。色のない列を書き換えたり、行の一部だけを"
        "動かしたりすると、読み込みのときに場所を示して断ります。数式は読みません。",
        "Filtering and hidden rows do no harm. A part of a row that was moved, or a column without "
        "colour that was changed, is refused with its place. Formulas are not read.",
    ),
)


def guide(lang: Lang) -> list[str]:
    """Return the lines, the title first."""
    return [line.in_(lang) for line in _LINES]
