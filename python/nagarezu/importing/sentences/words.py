"""Words of a sentence, as the morphological dictionary cuts and names them."""

from __future__ import annotations

import importlib.util
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from nagarezu.errors import MissingExtra
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold

if TYPE_CHECKING:
    from sudachipy import Morpheme, Tokenizer


class Word(NamedTuple):
    """One word; `base` is its dictionary form, `start` and `end` are offsets in the sentence."""

    text: str
    base: str
    sort: str  # 名詞, 動詞, 助詞, …
    sub: str  # 格助詞, 副助詞, …
    form: str  # 連用形-一般, …; * if it is not inflected
    start: int
    end: int

    @property
    def nominal(self) -> bool:
        """Whether it is, or is a part of, the name of a thing."""
        if self.sub == "助動詞語幹" or self.sort == "補助記号":  # よう, そう; 、 and brackets
            return self.text in _WITHIN
        return self.sort in _NOMINAL or self.text in _WITHIN

    @property
    def is_comma(self) -> bool:
        return self.text in ("、", ",", "，")

    @property
    def is_end(self) -> bool:
        return self.text in ("。", "．", "!", "?")


_NOMINAL = ("名詞", "代名詞", "接頭辞", "接尾辞", "形状詞", "連体詞", "記号")
_WITHIN = "「」『』・~-/%&＆ー"
_POTENTIAL, _PLAIN = tuple("えけせてねべめれげ"), tuple("うくすつぬぶむぐ")
_OPEN, _CLOSE = "(（[〔", ")）]〕"


@cache
def _tokenizer() -> Tokenizer:
    for library in ("sudachipy", "sudachidict_small"):
        if importlib.util.find_spec(library) is None:
            raise MissingExtra(library, "import")
    from sudachipy import Dictionary, SplitMode  # takes some 30 ms, so not with the package

    asked = {"surface", "pos", "dictionary_form", "normalized_form"}  # the rest is not loaded
    return Dictionary(dict="small").tokenizer(mode=SplitMode.C, fields=asked)


_SMALL_KE = ("ヶ", "ケ", "ヵ")


def words(sentence: str) -> list[Word]:
    """Words outside brackets; an aside in brackets is no part of what is said."""
    found: list[Word] = []
    depth = 0
    for each in _tokenizer().tokenize(_named(fold(sentence))):
        text = each.surface()
        if text in _OPEN:
            depth += 1
        elif text in _CLOSE:
            depth = max(depth - 1, 0)
        elif not depth and text.strip():
            sort = each.part_of_speech()
            base = _base(each, sort[0])
            if text in _SMALL_KE and sort[0] == "助詞":  # 柚ヶ浦 is a place, and no particle in it
                found.append(Word(text, text, "名詞", "普通名詞", "*", each.begin(), each.end()))
                continue
            word = Word(text, base, sort[0], sort[1], sort[5], each.begin(), each.end())
            if text == "に" and found and found[-1].text == "並び":  # which is no noun with に
                word = Word("並びに", "並びに", "接続詞", "*", "*", found.pop().start, each.end())
            found.append(word)
    return _stems(_compounds(found))


_FIRM = re.compile(
    r"(?:^|(?<=から)|(?<=[はがをにへと、]))[ぁ-ん]{2,8}(?=[一-龥ァ-ヶー]{1,12}(?:株式|有限|合同)会社)"
    r"|(?<=会社)(?![にへをがはでとのもや]|(?:から|まで|より|など|ほか|その|また|ただ|だけ|ごと|する|した|され))"
    r"[ぁ-ん]{2,8}(?=[一-龥ァ-ヶー])"  # 株式会社さざなみ発送
)
_TO_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ん") + 1)}


def _named(sentence: str) -> str:
    """みおぎ情報株式会社 with its kana as one word: み would be taken for a verb."""
    if "会社" not in sentence:
        return sentence
    return _FIRM.sub(lambda match: match.group().translate(_TO_KATAKANA), sentence)


def _stems(found: list[Word]) -> list[Word]:
    """手渡し of 印刷して手渡し、受領印をもらう is a verb: behind て no noun stands by itself.

    Nor does it behind a particle of a verb: 職員だけが取り扱い、他の者には渡さない; 乙に手渡し、….
    """
    for i in range(1, len(found) - 1):
        word, before, after = found[i], found[i - 1], found[i + 1]
        if word.sort != "名詞" or not after.is_comma:
            continue
        verb = word.text[:-1] + _ENDS.get(word.text[-1], "")
        joins = before.sub == "接続助詞" and before.text in ("て", "で")
        joins = joins or (before.sub == "格助詞" and before.text in "がをにへで")
        if joins and verb in _verbs():
            found[i] = word._replace(sort="動詞", sub="一般", base=verb, form="連用形-一般")
    return found


_ENDS = dict(zip("いきぎしちにびみり", "うくぐすつぬぶむる", strict=True))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(verb for verbs in rules("sentences")["acts"].values() for verb in verbs)


def _compounds(found: list[Word]) -> list[Word]:
    """かかりつけ of かかりつけ医, and 見守り of 見守り員, are no verbs: a noun follows at once."""
    for i in range(len(found) - 2, -1, -1):
        word, after = found[i], found[i + 1]
        verb = word.sort == "動詞" and word.form == "連用形-一般" and word.end == after.start
        if verb and after.sort in ("名詞", "接尾辞") and not (i and _governs(found[i - 1])):
            found[i] = word._replace(sort="名詞", sub="普通名詞", base=word.text, form="*")
    return found


def _governs(word: Word) -> bool:
    """Whether what stands in front of a verb is a part of its clause."""
    kana = word.sort == "名詞" and compiled("[ぁ-ん]+").fullmatch(word.text)  # かかり of かかりつけ
    noun = word.sort in ("副詞", "名詞") and not kana
    return noun or (word.sort == "助詞" and word.text != "の")


def _base(word: Morpheme, sort: str) -> str:
    """扱う of the potential 扱える, 引き渡す of 引渡せる."""
    base: str = word.dictionary_form()
    if sort != "動詞" or base[-2:-1] not in _POTENTIAL:
        return base
    normalised: str = word.normalized_form()
    return normalised if normalised[-1:] in _PLAIN and base[0] == normalised[0] else base
