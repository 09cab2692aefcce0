"""What a 答申 or 諮問書 calls its systems: in full, for short, between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.prose.nodes import heads_apart
from nagarezu.importing.fields import names
from nagarezu.importing.fields.options import marked
from nagarezu.importing.form.prose.form import Part, Prose, head, paragraphs, text_of
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_INNER = "[りみきしちびぎめけせれえげじべい]"  # 見守り支援システム
_TWO = "[かがさたなまわ][りし]"  # 一時預かり予約サイト
_WORD = rf"(?:[一-龥ァ-ヶーA-Za-z0-9・々]|(?<=[一-龥])(?:{_INNER}|{_TWO})(?=[一-龥ァ-ヶ]))"
_ENDS = "システム|データベース|サーバー?|台帳|サービス|アプリ|サイト|ポータル|基盤|チャット"
SYSTEM = rf"{_WORD}{{1,28}}?(?:{_ENDS})"
# 「蜂の巣駆除受付システム」: quoted, a name may hold any words
_QUOTED = re.compile(
    rf"(?<!以下)(?<!以下、)[「『](?P<name>[^「」『』、。()]{{2,24}}(?:{_ENDS}))[」』]"
)
_SHORT = re.compile(
    rf"(?P<name>{SYSTEM})[」』]?\((?:[^()]|\([^()]*\))*?以下、?「(?P<short>[^「」]{{2,24}})」"
)
_NO_SYSTEM = re.compile(
    r"^(?:本|当該?|同|各|この|その|支援|他の?|外部の?|業務)?(?:システム|サーバー?|サービス|台帳|サイト|データベース)$"
    r"|ネットワーク(?:システム)?$|(?:サーバー?|オンライン)サービス$"
)


def is_general(name: str) -> bool:
    """各サービス, 本システム: a word for systems, not the name of one."""
    return bool(_NO_SYSTEM.search(key(name)))


_DEVICE = re.compile(
    r"(?:ターミナル|タブレット(?:型?端末)?|スマートフォン|モバイル機器|携帯機器|携帯端末機|読取機|読取装置|リーダー|録画装置|防犯カメラ|車載機|[一-龥ァ-ヶー]{2,}装置|伝言板)$"
)


def is_system(title: str) -> bool:
    """Whether a head is the name of a system or device: 健康管理システム, ハンディターミナル."""
    plain = key(without_brackets(title))
    return bool(compiled(rules("names")["system"]).search(plain) or _DEVICE.search(plain))


_BOX = re.compile(r"[\[［【〔(（][ 　]*[○◯〇●レ✓]?[ 　]*[\]］】〕)）]")
_LINKED = re.compile(r"接続|連携|連動|つな[がぐい]")


def named(part: Part) -> Passage:
    """What a part about systems names: of those with boxes in front the ticked ones."""
    text = text_of(part.node) or part.node.passage
    return joined(marked(text)) if _BOX.search(text.text) else text


def is_of_links(part: Part) -> bool:
    """接続するシステム　〔○〕甲 〔　〕乙: with what it is connected, not where it records."""
    return bool(_LINKED.search(key(head(part.node))) and _BOX.search(part.node.passage.text))


class Systems:
    """The systems of a paper by their full names."""

    def __init__(self, builder: Builder, rows: Sequence[Row]) -> None:
        self.builder = builder
        self._full: dict[str, str] = {}
        self.own_names: list[str] = []
        self._quoted: list[str] = []
        lines = [each.text for each in paragraphs(joined(list(map(heads_apart, rows))))]
        self._lines = [compiled(r"\s+").sub(" ", fold(tidy(row.whole.text))) for row in rows]
        self._grown: dict[str, str] = {}
        self.computers: list[str] = []
        for text in (*lines, "".join(lines)):
            plain = compiled(r"\s").sub("", fold(tidy(text)))
            self._quoted.extend(each["name"] for each in _QUOTED.finditer(plain))
            for match in _SHORT.finditer(plain):
                self._shortened(match)

    def _shortened(self, match: re.Match[str]) -> None:
        short = match["short"]
        if key(short) in self._full or short in self.own_names:
            return
        name = self.longest(match.string, match["name"], match.end("name"))
        name = _begun(match.string[: match.start("name")]) + name
        if name in self._quoted or set(short) - set("本当該各同") <= set(name):
            self._full.setdefault(key(short), name)
        else:  # 母子手帳アプリ（以下「すくすく」という。）: a name of its own
            self.own_names.append(short)

    def plain(self, text: Passage) -> str:
        """The words of a sentence without spaces, brackets and quotation marks of names."""
        words = compiled(r"\s").sub("", fold(without_brackets(tidy(text.text))))
        return _QUOTED.sub(lambda name: name["name"], words)

    def is_general(self, name: str) -> bool:
        """各サービス; 本システム as well, unless the paper has said what it stands for."""
        return is_general(name) and key(names.written(name)) not in self._full

    def written(self, printed: str) -> str:
        """The full name of a system that is printed in its short form."""
        label = names.written(without_brackets(printed))
        return self._full.get(key(label)) or self._in_full(self._with_kana(label))

    def listed(self, paper: Prose) -> None:
        """The systems that the parts about computers name: others are called after them."""
        for part in paper.about("computer"):
            for line in named(part).lines():
                self.computers.extend(names.written(each.label) for each in names.systems(line))

    def _in_full(self, label: str) -> str:
        """受付システム where the computer of the paper is 粗大ごみ受付システム."""
        longer = {each for each in self.computers if each.endswith(label) and each != label}
        known = label in self.computers or len(label) < _SHORTEST or _NO_SYSTEM.search(label)
        return longer.pop() if len(longer) == 1 and not known else label

    def _with_kana(self, name: str) -> str:
        """ふれあい台帳システム where 台帳システム never stands without these words in front.

        One of the places has to begin with them, or nobody knows where the name begins.
        """
        if name not in self._grown and is_system(name):
            self._grown[name] = _in_front(fold(name), self._lines) + name
        return self._grown.get(name, name)

    def longest(self, plain: str, name: str, end: int) -> str:
        """The known system whose name ends there: ごみ予約サイト, not 予約サイト."""
        known = [
            fold(each["label"])
            for each in self.builder.list_of("holders")
            if each["kind"] == "system"
        ]
        longer = (each for each in (*known, *self._quoted) if len(each) > len(name))
        return next((label for label in longer if plain[:end].endswith(label)), name)

    def is_one(self, holder: str) -> bool:
        return bool(self.builder.holder_entity(holder)["kind"] == "system")

    def holder(self, printed: str, passage: Passage) -> str:
        label = self.written(printed)
        found = self.builder.find_holder(label)
        found = found or self.builder.holder(label, "system", passage, operator=self.builder.own)
        shorts = [short for short, full in self._full.items() if key(full) == key(label)]
        for each in (names.written(without_brackets(printed)), *shorts):
            self.builder.alias(each, found)
        return found


_KANA_RUN = re.compile(  # 粗大ごみ, but no verb: 行う
    r"(?:[一-龥々ァ-ヶー]+[ぁ-ん]{0,3}[ぁ-こさしせそちねひふほまみめもよりれろんびじずべげけ](?<!及び)|[ぁ-ん]+)$"
)
_FUNCTION = re.compile(
    r"(?:において|における|について|により|による|および|ならびに|または|もしくは|から|より|には|では|との|とは"
    r"|ため|この|その|これら|それら|また|なお|する|した|いる|ある|れる|もの|こと|まで|ほか|うち|とおり)$"
)
_BEGINS = re.compile(r"(?:^|[ 、,。.・「『()\[【①-⑳]|[ア-ン] |及び|並びに|又は|から)$")


def _begun(before: str) -> str:
    """The kana with which a name begins where it is explained: 、子ども|会員システム（以下「…」."""
    run = _KANA_RUN.search(before)
    if run is None or len(run[0]) < _KANA or not _BEGINS.search(before[: run.start()]):
        return ""
    return "" if _FUNCTION.search(run[0]) or run[0][-1] in "なのにをはがでとへ" else run[0]


def _in_front(name: str, lines: Sequence[str]) -> str:
    """The kana that stand in front of a name wherever a paper has it."""
    runs: list[str] = []
    begun: set[str] = set()
    for line in lines:
        for match in compiled(re.escape(name)).finditer(line):
            before = line[: match.start()]
            run = _KANA_RUN.search(before)
            runs.append(run[0] if run else "")
            if run and _BEGINS.search(before[: run.start()]):
                begun.add(run[0])
    common = runs[0] if runs else ""
    for other in runs[1:]:
        while common and not other.endswith(common):
            common = common[1:]
    fits = len(common) >= _KANA and common in begun and not _FUNCTION.search(common)
    return common if fits else ""


_KANA = 2  # characters
_SHORTEST = 5  # of a name by which a longer one is called
