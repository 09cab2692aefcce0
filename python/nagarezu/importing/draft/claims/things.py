"""Things that a paper makes beside its files, and says to name nobody: 試験データ, 集計表, 管理簿.

「年齢ごとの人数を集計した表を作る。表からは個人を特定できない。」 tells of the table, and not of
what the systems or a contractor have. What the table is made of stands in the sentences in front
of it; only what these name can be at odds with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.claims import told_items
from nagarezu.importing.draft.said import Said
from nagarezu.importing.fields.concepts import meaning
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_NOBODY = re.compile(
    r"(?:個人|本人|誰|だれ|[一-龥]{1,4}者(?:個人|本人)?)(?:を|が|は|の|であるか)[^。、]{0,6}(?:特定|識別|判別|分か|わか)"
    r"[^。]{0,40}(?:ない|ません|せず|おらず)"
)
_THING = (
    r"(?:(?:試験|検証|テスト|訓練|研修|学習|統計|集計|分析|見本)(?:用の?)?(?:データ|資料|情報)"
    r"|(?:統計|集計|分析|一覧|図|グラフ)?表|統計|グラフ|図表|報告書|帳票見本"
    r"|(?:管理|記録|受付|受渡|引渡|持出|交付|点検|出入)(?:簿|票|表)|送付状|送り状|受領書|掲示)"
)
_TOLD = re.compile(
    rf"(?:^|[、。])(?:この|その|当該|同)?(?P<thing>[^、。はがを]{{0,12}}?{_THING})"
    r"(?:から|で|に|の)(?:は|も|、|[^、。はがを]{0,8}(?:から|で|に)は?)"
)
_HEAD = re.compile(
    rf"(?:[0-9.()①-⑳ ]*)[^、。]{{0,12}}?(?:{_THING})"
    r"(?:の?(?:様式|記載(?:事項|項目)?|作成|内容|書き方))?|統計(?:的?な?)?(?:分析|処理)"
    r"|(?:改修時の|システムの)?(?:試験|検証|テスト)(?:データ)?"
)
_MADE = re.compile(
    r"構成|集計|書|載|記|作|含|印字|一覧|並べ|まとめ|抜き出|抽出|取り出|使|用い|成る|なる|のみ|だけ"
)
_TAKEN_OFF = re.compile(
    r"(?<!控)除|以外|削除|含ま[なず]|含め[なず]|伏せ|匿名|置き?換|架空|加工|乱数(?:に|へ)|仮名|消[去しさ]"
)
_PIECE = re.compile(r"、|,|及び|並びに|又は|と(?=[^、。]{2,12}(?:を|で|だけ|のみ))")
_NUMBER = re.compile(
    r"(?:個人|宛名|住民|基礎年金|世帯|学籍|職員|納税者|受給者|利用者|会員)番号$|被保険者(?:証の?)?番号$|住民票コード$"
)
_TAIL = re.compile(
    r"(?:のみ|だけ)?(?:を|で|から|に)[^、。]{0,40}。?$|(?:のみ|だけ)[^、。]{0,20}。?$"
)


def heads(text: str) -> bool:
    """管理簿の様式, 統計分析: whether the head of a row is a thing beside the files."""
    plain = key(without_brackets(text))
    return len(plain) <= _LONGEST and bool(_HEAD.fullmatch(plain))


_LONGEST = 20


def others(builder: Builder, sentences: Iterable[Said]) -> list[Said]:
    """The sentences that are not of such a thing; of those, a claim where it names somebody."""
    found: list[Said] = []
    for each in sentences:
        if not _is_of_thing(each):
            found.append(each)
        elif _NOBODY.search(fold(each.text)):
            _against(builder, each)
    return found


def _is_of_thing(each: Said) -> bool:
    headed = bool(each.head) and heads(each.head)
    if not _NOBODY.search(fold(each.text)):
        return headed and "だけ" in each.text
    told = _TOLD.search(fold(each.text))
    made = bool(_MADE.search(each.before))
    if told:
        noun = compiled(rf"{_THING}$").search(told["thing"])
        named = noun is not None and (noun.group() in fold(each.before))
        return made and (named or headed)
    return headed and made


def _against(builder: Builder, each: Said) -> None:
    """Write the claim, and what the thing has of it, if the sentences before name somebody."""
    names = [name for name in _items(each.before) if _tells(name)]
    if not names:
        return
    told = _TOLD.search(fold(each.text))
    label = tidy(each.head or (told["thing"] if told else ""))
    passage = each.passage
    matter = each.matter or str(builder.list_of("matters")[0]["id"])
    holder = builder.holder(label, "system", passage, operator=builder.own)
    entries: list[Entity] = [
        {
            "position": str(at),
            "label": name,
            "item": builder.find_item(name) or builder.item(name, passage, name, "told_items"),
            "source": passage.source,
            "provenance": [evidence("label", passage, name, "told_items", 0.7)],
        }
        for at, name in enumerate(names, 1)
    ]
    number = len(builder.list_of("lists")) + 1
    made: Entity = {"id": builder.fresh(f"l{number}"), "matter": matter, "holders": [holder]}
    made |= {"label": label, "entries": entries, "open": True, "source": passage.source}
    made["provenance"] = [evidence("label", passage, label, "told_items", 0.7)]
    builder.add("lists", made)
    classes = list(rules("claims")["identifying"])
    numbers = {kind for name in names if _NUMBER.search(name) for kind in meaning(name).classes}
    claim: Entity = {"id": builder.fresh(f"c{builder.count_up('claim')}"), "kind": "never"}
    claim |= {"label": tidy(each.text), "matter": matter, "holders": [holder]}
    claim |= {"classes": [*classes, *sorted(numbers - set(classes))], "source": passage.source}
    claim["provenance"] = [evidence("kind", passage, "never", "told_items", 0.7)]
    builder.add("claims", claim)


def _items(before: str) -> list[str]:
    """What the sentences say the thing is made of; nothing of what is taken off."""
    found: list[str] = []
    for sentence in before.split("。"):
        if _MADE.search(sentence) and not _TAKEN_OFF.search(sentence):
            for piece in _PIECE.split(sentence):
                name = _TAIL.sub("", tidy(piece)).split("は")[-1]
                found.append(told_items.bare(compiled(r"^.*(?:者|人|住民)の").sub("", name)))
    return list(dict.fromkeys(filter(None, found)))


def _tells(name: str) -> bool:
    """Whether an item says who somebody is; an age or a sex does not."""
    what = meaning(name)
    identifying = set(rules("claims")["identifying"]) & set(what.classes)
    named = bool(identifying) and what.concept != "sex" and not _ROUGH.search(name)
    return named or bool(_NUMBER.search(name))


_ROUGH = re.compile(r"ごと|別$|年齢|年代|階層|区分|地区|町名|学区|性別|の数$|人数|件数")
