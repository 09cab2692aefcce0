"""Systems of a 答申 or 諮問書: short forms, those that record, those that a firm serves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.draft.builder import Builder, evidence
from nagarezu.importing.draft.prose.system_names import SYSTEM, Systems, is_of_links, is_system
from nagarezu.importing.draft.prose.system_names import named as named_in
from nagarezu.importing.fields import names
from nagarezu.importing.form.prose.form import Prose, body, head, paragraphs, text_of
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import bracketed, fold, tidy, without_brackets


def _into(name: str) -> str:
    return (
        rf"(?P<name>{name})(?:上)?(?:に|へ)(?:は)?、?(?:[^。、]{{0,16}}?を)?(?:\\d+(?:日|か月|年)間?、?)?(?:自動的に|直接|随時|一括して)?"
        r"(?P<act>取り?込|記録|登録|入力|保存|格納|保管|蓄積|反映)"
    )


_INTO = re.compile(_into(SYSTEM))
_OWN = r"(?:^|[、。はがを])(?:本|当|各)?(?:市|区|町|村|県|組合|広域連合|実施機関)の"
_OF_OWN = re.compile(  # 市の甲システムへ…送信され, 市の甲システムと、相手方の…とを結合する
    rf"{_OWN}(?P<name>{SYSTEM})"
    r"(?:(?:へ|に)[^。、]{0,20}?(?:送信|転送|連携|伝送|取得)|と、?[^。]{2,60}?とを?[^。]{0,30}?(?:結合|接続|結[びぶん]))"
)
# データの記録先は甲システムである, 保存する場所は、市の甲システムとする
_IS_WHERE = re.compile(
    r"(?:記録|登録|保存|保管|格納|入力|蓄積|収録|取り?込み?)(?:する|される)?"
    r"(?:先|場所|システム|コンピューター?|電子計算機|機器)は、?(?:[^。、]{1,12}(?:の|が管理する))?"
    rf"(?P<name>{SYSTEM})(?:のみ|だけ)?(?:と(?:する|し|します|なる)|で(?:あ|す)|に限|(?=。))"
)
# 映像を記録するシステムは、映像記録装置（分庁舎に設置）である: one, whatever its name
_IS_ONE = re.compile(
    r"(?:記録|登録|保存|保管|蓄積|管理)(?:する|される)(?:システム|機器|装置)は、"
    r"(?P<name>[^、。はがをに（()）]{2,20}(?:装置|機器|台帳|基盤|サーバー?|サービス|ソフト(?:ウェア)?))"
    r"(?:[（(][^()（）]*[)）])?(?:と(?:する|し|します)|で(?:あ|す))"
)
_RUN = r"[^。、]{2,40}?が(?:提供|運用|運営|管理|設置|開設)する"
_NAME = rf"(?P<name>{SYSTEM})"
_JOINED = r"とを?、?[^。]{0,30}?(?:結合|接続|連携|結[びぶん])"
_DEVICE = (
    r"(?:の|が(?:管理|運用|設置|保有)する)"
    r"(?:電子計算(?:機|組織)|コンピューター?|サーバー?|端末|機器|装置)"
)
_SENT = r"(?:へ|に)(?:は)?、?[^。]{0,40}?(?:送信|転送|連携|伝送)"
_BOTH = tuple(
    re.compile(words)
    for words in (
        # 甲システムと、乙社が運用する丙サービスとを…接続する
        rf"{_NAME}と、?(?:{_RUN}|[^。、]{{0,30}}の)?{SYSTEM}{_JOINED}",
        rf"{SYSTEM}と、?(?:{_RUN})?{_NAME}{_JOINED}",
        # 甲システムを乙警察本部の電子計算機と結合する, 甲システムと乙社の端末との結合
        rf"{_NAME}(?:を|と)、?[^。、はが]{{2,40}}?{_DEVICE}と(?:の|を|に|、)?(?:結合|接続|結[びぶん])",
        # 甲システムから丙サービスへ…送信する, 甲システムから…を経由して…送信する
        rf"{_NAME}から、?[^。]{{0,30}}?{SYSTEM}{_SENT}",
        rf"{SYSTEM}から、?[^。]{{0,30}}?{_NAME}{_SENT}",
        rf"{_NAME}から、?[^。]{{0,40}}?(?:経由|通じて|介し)[^。]{{0,20}}?送信",
    )
)
_FROM = re.compile(
    rf"(?P<name>{SYSTEM})(?:から|より|で|において)[^。、]{{0,24}}?(?:抽出|出力|検索|作成)"
)
# 甲システムを福祉課に置き、申請を記録する, 甲システムを用いて台帳を管理する
_BY_ITS = re.compile(
    rf"(?P<name>{SYSTEM})(?:(?:を|は)、?(?:[^。、]{{0,24}}?に)?(?:置|設け|設置|整備|構築|導入|新設|稼働)[^。、]{{0,8}}"
    r"|を(?:用い|使い|使っ|使用し|利用し|活用し)て?(?:、|て)?|により|によって|が|で(?=、|[^。]{0,24}を))、?"
    r"[^。]{0,48}?を(?:一元的に|一括して|まとめて|電算|電子的に)?(?:記録|登録|管理|保存|保管|蓄積)(?:する|します|している|しています|し)"
)
_HOSTED = re.compile(
    r"ASP|SaaS|クラウド(?:サービス|型|方式)|(?:事業者|委託先|受託者|相手方)(?:等)?が[^。()]{0,24}?(?:提供|運営|運用|設置|構築|管理)"
)
_CLOUD = re.compile(r"クラウド")
_AT_FIRM = re.compile(r"ASP|SaaS|が[^。()]{0,24}?(?:設置|管理|運営|運用)")


# 甲システムには、次の項目が記録されている。 and 甲システムから抽出し、提供する項目は…
HOLDS = re.compile(
    rf"(?P<name>{SYSTEM})(?:に(?:は|おいて)?|で(?:は)?|が|上に)、?[^。]{{0,24}}?"
    r"(?:記録|保有|管理|登録|保存|保管|格納|蓄積)(?:され|し|する)"
)
TAKEN = re.compile(
    rf"(?P<name>{SYSTEM})(?:(?:から|より)[^。]{{0,12}}?(?:抽出|出力|作成|提供|取り?出)"
    r"|(?:に|で)、?(?:記録|登録|管理|保有)(?:され|し)て?(?:いる|た)[^。]{0,16}?のうち)"
)


def told(systems: Systems, text: Passage, pattern: re.Pattern[str]) -> str:
    """The system of which the sentence in front of a list says that it holds or gives it."""
    plain = systems.plain(text)
    taken = TAKEN.search(plain)
    if taken and pattern is not TAKEN:
        return ""
    match = pattern.search(plain)
    if not match or systems.is_general(match["name"]):
        return ""
    names_told = side_by_side(match["name"])
    if len(names_told) > 1:  # recorded in each of them
        return ""
    return systems.holder(systems.longest(plain, match["name"], match.end("name")), text)


def recording(systems: Systems, paper: Prose) -> dict[str, Passage]:
    """The systems in which the paper says that information is recorded, with their place."""
    found: dict[str, Passage] = {}
    for part in paper.about("computer"):
        if is_of_links(part):
            continue
        text = named_in(part)
        named = joined([line for line in text.lines() if not line.text.rstrip().endswith("。")])
        for name in names.systems(named):
            label = OWN_LEAD.sub("", name.label)
            if OF_OTHERS.match(label):
                continue
            id_ = systems.holder(label, name.passage)
            found.setdefault(id_, name.passage)
            if name.zone:
                systems.builder.holder_entity(id_)["zone"] = name.zone
        about = None if named else _IS_ABOUT.match(compiled(r"\s").sub("", fold(text.text)))
        if about and not systems.is_general(about["name"]):
            found.setdefault(systems.holder(about["name"], text), text)
    for passage in _beside_lists(paper):
        plain = systems.plain(passage)
        for told in _INTO.finditer(plain):
            for one in side_by_side(told["name"]):
                if not systems.is_general(one):
                    found.setdefault(systems.holder(one, passage), passage)
    own_names = [re.compile(_into(re.escape(words))) for words in systems.own_names]
    for pattern in (_INTO, _IS_WHERE, _IS_ONE, _OF_OWN, _BY_ITS, *_BOTH, *own_names):
        for passage, match in _sentences(systems, paper, pattern):
            found.setdefault(systems.holder(match, passage), passage)
    return found


def linked(systems: Systems, paper: Prose) -> dict[str, Passage]:
    """The systems that a part about connections ticks."""
    found: dict[str, Passage] = {}
    for part in filter(is_of_links, paper.about("computer")):
        for option in named_in(part).lines():
            if (label := names.written(without_brackets(option.text))) and is_system(
                label.removesuffix("等")
            ):
                found.setdefault(systems.holder(label, option), option)
    return found


_IS_ABOUT = re.compile(rf"(?P<name>{SYSTEM})(?:\([^()]*\))?は、")  # 甲システムは、乙からなる。
_RECORDED = re.compile(
    r"(?:に|へ)、?(?:(?:次|以下)の[^、。]{1,8}を)?(?:記録|登録|保存|保管|入力)(?:(?:する|します|している)。$|しており、|し、)"
)


def _beside_lists(paper: Prose) -> Iterator[Passage]:
    """登録の内容は、甲システムに記録する。 beside whom or which items the paper is about."""
    for part in paper.about("subjects", "items"):
        last = part.node.children[-1:] if part.topic == "items" else []
        for text in [body(part.node), *map(body, last)]:
            for line in paragraphs(text):
                if _RECORDED.search(line.text.rstrip()):
                    yield line


OWN_LEAD = re.compile(r"^(?:本|当)?(?:市|区|町|村|県|組合|実施機関)(?:の|が(?:管理|設置|運用)する)")
OF_OTHERS = re.compile(
    r"^(?:相手方|結合先|委託先|提供先|受託者|[^、。]{0,16}(?:会社|法人|事業者))(?:の|が)"
)


def sources(systems: Systems, paper: Prose) -> dict[str, Passage]:
    """The systems that information is taken from: they hold it already."""
    found: dict[str, Passage] = {}
    for passage, match in _sentences(systems, paper, _FROM):
        found.setdefault(systems.holder(match, passage), passage)
    return found


def _sentences(
    systems: Systems, paper: Prose, pattern: re.Pattern[str]
) -> Iterator[tuple[Passage, str]]:
    apart = ("safeguards", "conclusion", "items", "attachments", "subjects")
    above = ""
    for line in paper.running(*apart, history=False):
        plain = systems.plain(line)
        above, label = plain, above
        for match in pattern.finditer(plain):
            doer = _DOER.search(plain[: match.start("name")])
            if is_other(systems.builder, doer["who"] if doer else label):
                continue  # 委託先は、管理サーバーに取り込み
            owner = _OWNER.search(plain[: match.start("name")])
            if owner and is_other(systems.builder, owner["who"]):
                continue  # 組合の通信指令システム
            *before, name = side_by_side(match["name"])
            name = systems.longest(plain, name, match.end("name"))
            for each in [*before, name]:
                if not systems.is_general(each):
                    yield line, each


def side_by_side(told: str) -> list[str]:
    """Names told side by side: 甲システム及び乙システム, 録音装置及び甲システム."""
    *before, last = compiled(r"及び|並びに|又は").split(told)
    return [*(name for name in before if is_system(name)), last]


def is_one(told: str) -> bool:
    """Whether words are the name of a system, and not of two that stand side by side."""
    return is_system(told) and len(side_by_side(told)) == 1


_DOER = re.compile(r"(?:^|。|[ウ-ン①-⑳)])(?P<who>[^、。はが]{2,30})は、?(?=[^。]*$)")
_OWNER = re.compile(r"(?P<who>[^、。はがをにとへ]{2,40})の$")
_OTHERS = re.compile(r"(?:相手方|結合先|委託先|提供先|受託者|受託事業者)(?:の側)?$")


def is_other(builder: Builder, who: str) -> bool:
    """Whether words in front of a system name somebody else, by name or by role."""
    who = compiled(r"^.*(?:から|より|及び|並びに)").sub("", who)
    id_ = builder.find_holder(who)
    known = bool(id_) and bool(builder.holder_entity(id_).get("external"))
    return known or bool(_OTHERS.search(who))


def runs(builder: Builder, system: str, by: str, passage: Passage) -> None:
    """A system of which a head says that somebody outside handles what is in it."""
    entity = builder.holder_entity(system)
    if entity["kind"] == "system":
        entity["external"], entity["tier"], entity["operator"] = True, 1, by
        entity.setdefault("provenance", []).append(
            evidence("operator", passage, by, "run_by_head", 0.85)
        )


def hosted(builder: Builder, systems: Systems, paper: Prose) -> None:
    """A system that the paper describes as a service is run by who provides the service."""
    sides = " ".join(head(path[-1]) for root in paper.roots for path in root.walk())
    for part in paper.about("computer"):
        for line in text_of(part.node).lines():
            for name in names.systems(line):
                own = builder.find_holder(systems.written(name.label))
                told = " ".join(fold(tidy(note)) for note in bracketed(name.printed))
                host = _host(builder, told)  # 甲システム（乙県が設置し、管理する。）
                if own and (host or _HOSTED.search(told)):  # （事業者が設置するもの）
                    _serve(builder, own, line, told, sides, host)
    for part in paper.about("system"):
        for path in part.node.walk():
            node = path[-1]
            own = builder.find_holder(systems.written(head(node)))
            told = fold(tidy(joined([body(node), node.passage]).text))
            if own and _HOSTED.search(told):
                host = _host(builder, compiled(r"\s").sub("", without_brackets(told)))
                _serve(builder, own, node.passage, told, sides, host)
                continue
            for line in paragraphs(node.passage):
                plain = compiled(r"\s").sub("", fold(tidy(line.text)))
                for entity in builder.list_of("holders"):
                    words = re.escape(fold(entity["label"]))
                    served = compiled(rf"{words}(?:は|が)[,、]?[^。]*?(?:ASP|SaaS)").search(plain)
                    if served and entity["kind"] == "system":
                        _serve(builder, entity["id"], line, plain, sides)


_RUNS = re.compile(r"^(?P<who>[^、。はが]{2,40})が、?[^。]{0,16}?(?:提供|運営|運用|設置|構築|管理)")


def _host(builder: Builder, told: str) -> str:
    """The partner of whom a note says that it runs the system."""
    match = _RUNS.match(told)
    found = builder.find_holder(match["who"]) if match else ""
    return found if found and builder.holder_entity(found).get("external") else ""


def _serve(
    builder: Builder, system: str, passage: Passage, told: str, sides: str, host: str = ""
) -> None:
    run_by = builder.holder_entity(system).get("operator", builder.own)
    if run_by != builder.own:
        return  # a head said it already
    others = [each for each in builder.list_of("holders") if each.get("external")]
    firms = [each["id"] for each in others if each["kind"] == "organisation"]
    provider = host or next(iter(firms), "")
    if not provider and "サービス提供事業者" in sides:
        provider = builder.holder(
            "サービス提供事業者",
            "organisation",
            passage,
            id_="service-provider",
            tier=1,
            external=True,
            rule="asp_service",
        )
    entity = builder.holder_entity(system)
    entity["external"] = True
    if not _CLOUD.search(told) or _AT_FIRM.search(told):  # a cloud service is used as an own system
        entity["tier"] = 1
    entity.pop("operator", None)
    if provider:
        entity["operator"] = provider
    if compiled(r"インターネット(?:上|に)").search(told):
        entity["zone"] = "インターネット"
    entity["provenance"].append(evidence("external", passage, "true", "asp_service", 0.8))
