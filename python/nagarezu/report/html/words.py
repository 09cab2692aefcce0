"""What the page itself says: labels of its controls, and sentences of its script."""

from __future__ import annotations

from nagarezu.languages import Lang, Text
from nagarezu.report.figures.style import PERSONS
from nagarezu.tables.words import WORDS

SKIP = Text("本文へ進む", "Skip to content")
CONTROLS = Text("表示の設定", "Display")
LANGUAGE = Text("言語", "Language")
THEME = Text("配色", "Colours")
THEMES = {
    "auto": Text("自動", "System"),
    "light": Text("明", "Light"),
    "dark": Text("暗", "Dark"),
}
NAMES: dict[Lang, str] = {"ja": "日本語", "en": "English"}
CONTENTS = Text("目次", "Contents")
ILLUSTRATIONS = Text("図表一覧", "Tables and figures")
DESCRIPTION = Text("図の説明", "Description of the figure")
EMPTY = Text("該当なし", "no rows")

# Sentences of the script. Words in braces are filled in there.
SCRIPT = {
    "sort": Text("{label}で並べ替え", "Sort by {label}"),
    "sorted": Text("{label}：{order}", "{label}: {order}"),
    "ascending": Text("昇順に並べた", "sorted, ascending"),
    "descending": Text("降順に並べた", "sorted, descending"),
    "none": Text("元の順に戻した", "back in the order of the paper"),
    "filter": Text("行の絞り込み", "Filter rows"),
    "filtered": Text("{all}行中{shown}行", "{shown} of {all} rows"),
    "map": Text("個人情報の流れを調べる", "Explore the flows"),
    "hint": Text(
        "図の枠を押すと、そこへ届く情報項目と経路を示す。"
        "キーボードでは矢印キーで移り、Enterで選び、Escで解除する。",
        "Press a box to see which items reach it, and by which way. "
        "With the keyboard: arrows move, Enter selects, Esc clears.",
    ),
    "holder": Text("保有者", "Holder"),
    "item": Text("情報項目", "Item"),
    "choose": Text("選択なし", "none selected"),
    "clear": Text("選択を解除", "Clear"),
    "cleared": Text("選択を解除した", "Cleared"),
    "persons": PERSONS,
    "reaching": Text("届く情報項目と最短の経路", "Items that reach it, and the shortest way"),
    "nothing": Text(
        "記載された情報項目のうち、ここへ届くものはない。",
        "None of the listed items reaches it.",
    ),
    "into": Text(
        "ここへ入る経路（開いた一覧は、ほかの項目も運び得る）",
        "Flows into it (open lists may bring more)",
    ),
    "own": Text("作成し、又は本人から収集する。", "created here or collected from the persons"),
    "depth": Text("{count}段", "depth {count}"),
    "reached": Text("届く保有者と最短の経路", "Holders that it reaches, and the shortest way"),
    "unreached": Text("この項目が届く保有者はない。", "It reaches no holder."),
    "carrying": Text("一覧にこの項目を掲げる経路", "Flows that list it"),
    "said": Text(
        "{label}：届く項目{items}、そこへ至る経路{flows}本を強調表示",
        "{label}: {items} items arrive; {flows} flows lead there and are highlighted",
    ),
    "told": Text(
        "{label}：届く保有者{holders}、経路{flows}本を強調表示",
        "{label}: reaches {holders} holders; {flows} flows are highlighted",
    ),
    "assumed": Text(
        "経路は、記載から否定できない最大の範囲（最大到達量）による。"
        "（任意）は任意項目としてのみ記載、（可能性）は記載からは否定できないことを示す。",
        "Ways are those of the largest reach that the stated facts allow. (optional): listed as "
        "optional only; (maybe): not excluded by what is stated.",
    ),
    "separator": Text("、", ", "),
    "more": Text("ほか{count}項目", "{count} more items"),
    "aside": Text("（{text}）", " ({text})"),
    "by": Text("［{text}］", "[{text}] "),
}


def script_words(lang: Lang) -> dict[str, str | dict[str, str]]:
    """Return the sentences of the script, and the words for how certainly an item arrives."""
    reach = {code: text.in_(lang) for code, text in WORDS["reach"].items()}
    return {**{name: text.in_(lang) for name, text in SCRIPT.items()}, "reach": reach}
