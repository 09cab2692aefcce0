"""Words that mean all that a document is about: この情報, 就学援助ファイルの情報, 児童の情報.

What is denied of all of it is denied of every flow; what is denied of a part of it (同意しない者の
情報) says nothing of the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.fields.claims import parts
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key, without_brackets

_ALL = re.compile(
    r"(?:(?:これらの|この|その|本|当該)(?:ファイル|事務|事業|業務|システム|台帳|名簿)?の?)?(?:特定)?"
    r"(?:個人|回答|保有|記録)?(?:情報|データ|ファイル|項目|名簿|台帳)?"
)
# 本ファイルの内容, このファイルに記録された事項: 内容 alone may be of anything
_WITHIN = re.compile(
    r"(?:これらの|この|その|本|当該?|同)(?:個人情報)?(?:ファイル|システム|名簿|台帳|原簿|データベース)(?:の中?の?|内の?|"
    r"(?:に|で|へ)(?:記録|登録|保有|登載|収録|保存|格納|管理)(?:され(?:た|ている|る)|し(?:た|ている)|する))"
    r"(?:全ての?|一切の)?(?:(?:特定|記録|登録|保有)?(?:個人)?(?:情報|データ|項目|内容|事項|記録|もの)|全部|全て)"
)
_ABOUT = re.compile(
    r"(?:の|に関する|に係る|に(?:記録|登録|保有|登載)(?:され(?:た|ている)|した|している))"
    r"(?:特定)?(?:個人)?(?:情報|データ|記録|内容|項目)$"
)
_PAPER = re.compile(
    r"(?:この|その|当該)?(?:届け?出|申請|申込み?|登録|回答|申告|調査|アンケート)(?:書|票|者)?の?"
    r"(?:内容|情報|記載(?:内容|事項)|データ)"
)
_TASK = 3  # characters of a name of work
_FILE = re.compile(r"(?:ファイル|台帳|名簿|システム|サーバー?|データベース|原簿)$")


_BARE = re.compile(
    r"(?:ファイル|台帳|名簿|原簿)の(?:全ての?|一切の)?"
    r"(?:(?:特定|記録|登録|保有)?(?:個人)?(?:情報|データ|項目|内容|事項|記録)|全部|全て)"
)


def plain_all(printed: str) -> bool:
    """この情報, 個人情報, 本ファイルの内容, 台帳の情報: words that name nothing."""
    plain = compiled("^(?:平常時|平時|通常|常時)の").sub("", key(printed))
    return any(each.fullmatch(plain) for each in (_ALL, _WITHIN, _BARE))


def is_everything(builder: Builder, printed: str, matter: str = "") -> bool:
    """Whether words mean all that the document, or the matter, has."""
    if plain_all(printed):
        return True
    plain = key(without_brackets(printed))
    if _PAPER.fullmatch(plain):  # 届出の内容, where it is no item among others
        return bool(matter) and not builder.find_item(printed)
    about = _ABOUT.search(plain)
    named = plain[: about.start()] if about else plain if _FILE.search(plain) else ""
    if len(named) < 2:
        return False
    if about and _of_persons(builder, named, matter):
        return True
    if len(named) < _TASK or not (about or _FILE.search(named)):
        return False
    stem = _FILE.sub("", named)  # 就学援助ファイル in a paper on 就学援助に関する事務
    names = list(_names(builder, matter))
    return any(named in name or (len(stem) >= _TASK and name.startswith(stem)) for name in names)


def _names(builder: Builder, matter: str) -> Iterator[str]:
    """What the matters are called, and the files and systems of the own side."""
    for one in builder.list_of("matters"):
        if matter in ("", one["id"]) or len(builder.list_of("matters")) == 1:
            yield key(str(one["title"]))
    yield key(builder.file)
    for one in builder.list_of("holders"):
        if one.get("kind") == "system" and one.get("operator") == builder.own:
            yield key(str(one["label"]))


def _of_persons(builder: Builder, named: str, matter: str) -> bool:
    """児童及び保護者 of 児童及び保護者の情報, if these are all groups that there are."""
    who = [key(part) for part in parts(named)]
    groups = [
        key(str(one["label"]))
        for one in builder.list_of("subjects")
        if not matter or one.get("matter", "") in ("", matter)
    ]
    known = all(any(part in group for group in groups) for part in who)
    return bool(groups) and known and all(any(w in group for w in who) for group in groups)


def is_staff(builder: Builder, printed: str) -> bool:
    """甲課の職員: the own side, and not only those of it who are allowed."""
    plain = key(printed)
    if compiled(r"権限|許可|指定|任命|限ら|資格|担当者|従事").search(plain):
        return False
    named = compiled(r"の?(?:中|内|内部|職員|所属職員|者)$").sub("", plain)
    if parties.all_of(builder, named):
        return False
    return parties.is_own(builder, plain) or bool(
        compiled(r".{0,16}(?:[課係室署局部]|支所|部署|[市町村区]|事務局|所管課)").fullmatch(named)
    )


_PUT = re.compile(
    r"(?:^|[、。])(?:なお、?|また、?)?(?P<where>[^、。はがをに]{2,24}?)の?(?:面|欄|表|裏|上)?"
    r"に(?:は、?|、|[^、。にはが]{1,24}(?:のみ|だけ)を?[^、。]{0,4}(?:載|記|印|表示|書|貼|刻|示))"
)
_RECORDS = re.compile(
    r"ファイル|台帳|名簿|帳|簿|原票|データ|システム|サーバー?|端末|項目|一覧|[課係]$"
    r"|(?<!操作)(?<!通信)(?<!接続)(?<!アクセス)記録"
)


def is_elsewhere(builder: Builder, sentence: str, matter: str) -> bool:
    """広報紙には氏名だけを載せる: said of that, whatever the file has besides."""
    put = _PUT.search(sentence)
    if put is None or _TIME.search(put["where"]) or _RECORDS.search(put["where"]):
        return False
    return not is_everything(builder, put["where"], matter)


_TIME = re.compile(r"[年月日時後前度末]$|場合|とき|際|当たって|際し|当該|本事務|この")
