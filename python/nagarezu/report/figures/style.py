"""How things look: sizes in millimetres, lines by channel, words of the legend.

Nothing is said by colour. Channels differ by the pattern of the line, changes by its weight and a
tag, kinds of holders by the shape of the box, safeguards by a sign in a square.
"""

from __future__ import annotations

from dataclasses import dataclass

from nagarezu.languages import Lang, Text

INK = "#1a1a1a"
QUIET = "#595959"
RULE = "#949494"
SHADE = "#ececec"
PAPER = "#ffffff"

TEXT = 2.82  # 8 pt
SMALL = 2.3  # 6.5 pt

PORTRAIT = (170.0, 235.0)  # A4 less margins of 20 mm and a caption below
LANDSCAPE = (257.0, 148.0)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line pattern: dashes in millimetres, and the width of a white core for double lines.

    The core is a share of the width; `ties` are the dashes of the core, so that the line looks like
    a railway.
    """

    dashes: tuple[float, ...] = ()
    double: bool = False
    ties: tuple[float, ...] = ()
    round: bool = False


# The plainest line for what is not stated; the closed networks are double.
CHANNELS: dict[str, tuple[Stroke, Text]] = {
    "dedicated_line": (Stroke(double=True), Text("専用回線", "dedicated line")),
    "resident_network": (
        Stroke(double=True, ties=(1.6, 0.8)),
        Text("住基ネット", "resident register network"),
    ),
    "lgwan": (Stroke(dashes=(3.6, 1.2)), Text("LGWAN", "LGWAN")),
    "local_network": (Stroke(dashes=(1.5, 0.9)), Text("庁内ネットワーク", "local network")),
    "internet": (Stroke(dashes=(0.01, 1.3), round=True), Text("インターネット", "internet")),
    "media": (Stroke(dashes=(4.2, 0.9, 0.6, 0.9)), Text("電子媒体", "electronic media")),
    "paper": (
        Stroke(dashes=(1.7, 0.7, 0.45, 0.7, 0.45, 0.7)),
        Text("紙・郵送", "paper, post"),
    ),
    "in_person": (Stroke(dashes=(0.8, 2.2)), Text("対面・窓口", "in person")),
    "mixed": (Stroke(double=True, ties=(0.4, 0.4)), Text("複数の種類", "several channels")),
    "unspecified": (Stroke(), Text("経路の種類の記載なし", "channel not stated")),
}

BANDS: dict[str, Text] = {
    "persons": Text("本人", "Persons"),
    "own": Text("実施機関側", "Own side"),
    "partner": Text("相手方", "Partner"),
    "sub_contractor": Text("再委託先", "Sub-contractor"),
    "outside": Text("外部", "Outside"),
    "unknown": Text("区分不詳", "Side unknown"),
}
PERSONS = Text("対象者本人", "Data subjects")

KINDS: dict[str, Text] = {
    "organisation": Text("組織", "organisation"),
    "section": Text("部課", "section"),
    "system": Text("システム", "system"),
    "terminal": Text("端末", "terminal"),
    "persons": Text("本人", "persons"),
    "": Text("種別の記載なし", "kind not stated"),
}

# One sign each, and what it stands for in the legend.
MARKS: dict[str, tuple[Text, Text]] = {
    "NET": (Text("限", "N"), Text("接続先の限定", "restricted network")),
    "SEP": (Text("分", "S"), Text("ネットワーク分離", "separation")),
    "ENC": (Text("暗", "E"), Text("暗号化", "encryption")),
    "FWL": (Text("侵", "F"), Text("不正侵入対策", "firewall")),
    "MAL": (Text("ウ", "M"), Text("不正プログラム対策", "malware")),
    "LOG": (Text("録", "L"), Text("ログ・監視", "logs")),
    "TRN": (Text("渡", "T"), Text("媒体の受渡し", "handling of media")),
}

CHANGES: dict[str, tuple[Text, Text]] = {
    "added": (Text("追加", "NEW"), Text("追加（太線）", "added (bold)")),
    "partly_added": (Text("一部追加", "NEW part"), Text("一部追加", "added in part")),
    "changed": (Text("変更", "CHG"), Text("前回からの変更", "changed")),
    "removed": (Text("削除", "DEL"), Text("削除", "removed")),
}


def line_width(change: str, *, double: bool) -> float:
    """Added flows are bold; a double line is as wide as both of its lines."""
    if double:
        return 1.5 if change == "added" else 0.85
    return 0.75 if change == "added" else 0.28


def kind_word(kind: str, lang: Lang) -> str:
    """What people read for a kind; a kind that no list knows stands for itself."""
    return KINDS[kind].in_(lang) if kind in KINDS else kind


def channel_word(channel: str, lang: Lang) -> str:
    return CHANNELS[channel][1].in_(lang) if channel in CHANNELS else channel


def stroke_of(channel: str) -> Stroke:
    """The pattern of a channel; one that no list knows looks like one that is not stated."""
    return CHANNELS[channel][0] if channel in CHANNELS else Stroke()
