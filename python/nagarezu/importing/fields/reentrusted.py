"""Who gets the work next, as a row about the partner says it: ※発送は、株式会社…に再委託する。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.fields import names
from nagarezu.importing.fields.names import Name
from nagarezu.importing.passage import Passage

_FORM = r"(?:株式会社|有限会社|合[同資名]会社|(?:一般|公益)(?:社団|財団)法人|特定非営利活動法人)"
_TRADE = (  # 有限会社みずの印刷, 株式会社ふると料金サービス: particles within the name
    "サービス|計画|計算|無線|弁当|システム|データ|タクシー|バス|メンテナンス|印刷|製作所|運輸|運送|物流|商店|商会|企画|電機|電気|設備|清掃|警備|工業|建設|交通|観光|食品|給食|介護|情報"
)
_NAMES = (  # 株式会社ゆきぐにワークス: に in front of such a word is no particle
    "ワークス|テック|テクノロジー|ソリューションズ?|コーポレーション|ホールディングス|エンジニアリング|プランニング|ロジスティクス|クリエイト|"
    "パートナーズ|ラボ|プリンティング|工房|製作所|商店|商会|工務店|産業|通運|運輸|電設|興業"
)
# あおば通信株式会社 begins where a word does; そのほか甲社 does not begin with そのほか
_BEGINS = (
    r"(?:^|(?<=[\s、，：:はがをへ]))(?!また|なお|さらに|うち|および|ならびに|その|ほか|あらかじめ)"
)
FIRM = re.compile(
    rf"(?P<behind>(?:{_BEGINS}[ぁ-ん]{{1,6}}[一-龥ァ-ヶーA-Za-zＡ-Ｚａ-ｚ・]{{0,16}}"
    rf"|[一-龥ァ-ヶーA-Za-zＡ-Ｚａ-ｚ・]{{2,16}}){_FORM})"
    rf"|(?P<front>{_FORM}(?:[ぁ-ん]{{1,4}}の[一-龥ァ-ヶー]{{1,6}}(?=[（(]|\s|$)|[ぁ-ん]{{2,8}}[一-龥ァ-ヶー]{{0,4}}(?:{_NAMES})|[ぁ-ん]{{1,8}}(?<![がをへにでは])[一-龥ァ-ヶー]{{0,8}}(?:{_TRADE})"
    rf"|(?:(?!{_FORM})[一-龥ぁ-んァ-ヶーA-Za-zＡ-Ｚａ-ｚ・]){{2,24}}?))"
    r"(?=が|に|を|は|へ|と|で|の|から|より|及び|、|。|[（(）)：:]|\s|$)"
)
_PLACE = re.compile(  # a bracket, or a sentence with the rest of its line
    r"[(（](?P<inside>[^()（）\n]*再委託[^()（）\n]*)[)）]"
    r"|(?:^|(?<=[\n。※]))(?P<line>[^\n。※]*再委託[^\n。※]*)"
    r"(?:。[)）]?(?:(?!株式会社|法人)[^\n※])*|$)",
    re.MULTILINE,
)
_SECOND = re.compile(r"再委託(?:先|事業者)(?:の?名称)?(?:は、?|[:：]|[ 　]+)[ 　]*")
_HANDS_ON = re.compile(
    r"(?:[(（][^()（）]*[)）])?(?:に|へ)、?[^。、]{0,14}再委託"
    r"(?:する|し(?!ない|ません|てはな)|させる|を(?:行う|予定)|予定|[)）。]|$)"
)
_OPEN = re.compile(
    r"場合|とき|(?:承諾|承認|許諾)(?!する|した|し、|済|を得て|を受けて|の上)|なし|しない|禁止"
)


def split(passage: Passage) -> tuple[list[Passage], list[Name]]:
    """What is left of a row about partners, and those of the second tier that it names."""
    left: list[Passage] = []
    found: list[Name] = []
    end = 0
    for place in _PLACE.finditer(passage.text):
        group = str(place.lastgroup)
        start = place.start(group)
        if _OPEN.search(place[group]):
            continue
        firms = list(_second(place[group]))
        if not firms:
            continue
        before = [each for each in FIRM.finditer(place[group]) if each.end() <= firms[0].start()]
        bracket = max(place[group].rfind(mark, 0, firms[0].start()) for mark in "(（")
        ends = (
            bracket if before and bracket > before[-1].end() else before[-1].end() if before else 0
        )
        whole = start + ends if before else place.start()
        left.append(passage.part(end, whole))
        end = place.end()
        line = passage.part(place.start(), place.end())
        made = [names.name(each.group(), line) for each in firms]
        found.extend(each for each in made if each is not None)
    for each in found:
        each.tier = 2
    left.append(passage.part(end))
    return [each for each in left if each.text.strip(" 　\n※")], found


def _second(text: str) -> Iterator[re.Match[str]]:
    named = _SECOND.search(text)
    for firm in FIRM.finditer(text):
        if (named and firm.start() >= named.end()) or _HANDS_ON.match(text, firm.end()):
            yield firm
