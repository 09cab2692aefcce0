"""Frames of sentences: who does what to what, denied or not, alone or with the rest."""

from __future__ import annotations

import pytest

from nagarezu.importing.sentences.frames import Frame, frames

# A sentence, and what one of its frames must say: the act, NOT, MADE, particle=text (! only,
# ~ besides), = what the topic is. What is not named may be anything; +act is another frame.
SENTENCES = {
    # who gets what
    "見積書に添えて、甲社に会員名簿を渡す。": "give に=甲社 を=会員名簿",
    "甲社には、名簿を紙に印刷して手渡し、印をもらう。": "give に=甲社 を=名簿",
    "名簿は、係長が甲社の責任者に手渡し、冊数を記す。": "give に=甲社の責任者 が=係長 は=名簿",
    "甲社並びに乙社に氏名並びに住所を渡す。": "give に=甲社並びに乙社 を=氏名並びに住所",
    "係は、住所を台帳並びに会員名簿に記録する。": "keep に=台帳並びに会員名簿 を=住所",
    "甲社に会員名簿を確実に引き渡す。": "give に=甲社 を=会員名簿",
    "会員の学年を新たに記録する。": "keep を=会員の学年",
    "会員の学年を、新たに台帳に記録する。": "keep に=台帳 を=会員の学年",
    "甲社への会員名簿の提供は行わない。": "give NOT に=甲社 を=会員名簿",
    "会員名簿の甲社への提供は認めない。": "give NOT に=甲社 を=会員名簿",
    "甲社に会員名簿を引き渡さないものとする。": "give NOT に=甲社 を=会員名簿",
    "清掃業者には年齢を知らせない。": "give NOT MADE に=清掃業者 を=年齢",
    "血液型はどの業者にも明かしません。": "give NOT に=どの業者 は=血液型",
    "勤務先は村の外へは出さない。": "give NOT に=村の外 は=勤務先",
    "アレルギーの情報が村の外部に渡ることは一切ない。": "give NOT に=村の外部",
    "他の局への移転は行っていません。": "give NOT に=他の局",
    "警備会社への氏名の開示は禁止する。": "give NOT に=警備会社 を=氏名",
    "甲社は、県から抽出名簿の提供を受ける。": "receive から=県 を=抽出名簿",
    # who handles, keeps and sees what
    "性別は、いずれの業者においても取り扱わない。": "handle NOT で=いずれの業者 は=性別",
    "この業務で健康情報を扱うことはない。": "handle NOT を=健康情報 で=この業務",
    "三課は、いずれも健康情報を扱わない課である。": "handle NOT を=健康情報 は=三課",
    "年齢は分析の対象外とする。": "handle NOT は=年齢",
    "健康情報を提供の対象としない。": "give NOT を=健康情報",
    "台帳に勤務先は記録しない。": "keep NOT に=台帳 は=勤務先",
    "成績を外部の講師が目にすることはない。": "view NOT が=外部の講師 を=成績",
    "抽出名簿に性別は含めない。": "contain NOT に=抽出名簿 は=性別",
    "性別を除いた名簿を甲社に渡す。": "leave_out を=性別 +give に=甲社",
    "甲社に名簿を処理させる。": "handle MADE に=甲社 を=名簿",
    # only, and nothing besides
    "甲社に渡す情報は年齢と性別に限り、その他は渡さない。": "is は=情報 =年齢と性別!",
    "乙社へ送るのは年齢及び性別だけです。": "is は=の =年齢及び性別!",
    "乙社が扱うのは年齢に限られる。": "is は=の =年齢!",
    "乙社には会員番号以外の情報は持たせない。": "keep NOT MADE に=乙社 は=会員番号~",
    "村から乙社には、年齢以外の項目を送らない。": "give NOT に=乙社 を=年齢~",
    "乙社に渡す項目は、年齢及び性別以外にはない。": "is は=項目 =年齢及び性別!",
    "送付先は水道課以外にない。": "is は=送付先 =水道課!",
    "村外への提供は、県に対するものを除いてない。": "is =県に対するもの!",
    "提供は、水道課に対してのみ行う。": "give に=水道課!",
    "台帳を使えるのは係員に限定している。": "is は=の =係員! +handle を=台帳",
    "係員以外の者が台帳を閲覧することはできない。": "view NOT が=係員~ を=台帳",
    "委託先は両社だけであり、他に渡す相手はない。": "is は=委託先 =両社! +give NOT に=他~",
    "名簿は貸出システム以外には保存していない。": "keep NOT に=貸出システム~",
    # とし、 ends a clause, として does not
    "番号は乱数とし、変更を要しない。": "is は=番号 =乱数",
    "丙社を配送先として名簿を送る。": "give として=配送先 を=名簿",
    # handing on
    "乙は、作業を他の者に再委託してはならない。": "hand_on NOT に=他の者 を=作業",
    "乙は、甲が認めなければ、作業を他の者に行わせてはならない。": "entrust NOT MADE に=他の者",
    "再委託は一切認めていない。": "hand_on NOT",
    "再委託が禁じられていることを見届けた。": "hand_on NOT",
    "どの会社にも再委託の実績はなく、問題はない。": "hand_on NOT に=どの会社",
    "作業の一部でも下請けに出すことはありません。": "hand_on NOT",
    "配送は、甲社が丁社に請け負わせる。": "hand_on MADE に=丁社 が=甲社",
    "更に別の業者に任せる作業はない。": "entrust NOT に=別の業者",
    "甲社から再委託を受けた丁社が回収する。": "hand_on から=甲社",
    # nobody is known
    "番号だけでは会員を見分けることはできない。": "identify NOT を=会員",
    "名簿は仮名化されており、単独では個人を識別できない。": "mask は=名簿 +identify NOT を=個人",
    "どの会員のものかは分からない。": "identify NOT",
    "誰の回答であるかを丁社が知ることはない。": "identify NOT が=丁社",
    "丁社へ送るのは仮名にした一覧である。": "mask +is は=の =一覧",
    # conditions and duties are no denials
    "提供しなければならない。": "give",
    "名簿を渡す場合は、記録する。": "give IF を=名簿",
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_has_the_frames(sentence: str) -> None:
    found = frames(sentence)
    for wanted in SENTENCES[sentence].split("+"):
        assert any(_is(frame, wanted.split()) for frame in found), (wanted, found)


def _is(frame: Frame, wanted: list[str]) -> bool:
    said = {
        "NOT": frame.denied,
        "MADE": frame.made_to,
        "IF": frame.supposed,
    }
    if frame.act != wanted[0] or frame.denied != ("NOT" in wanted):
        return False
    for each in wanted[1:]:
        role, equals, text = each.partition("=")
        part = frame.parts.get(role) if role else frame.value
        marked = part and part.text + "!" * part.only + "~" * part.besides
        if said.get(each, marked == text if equals else False):
            continue
        return False
    return True


def test_a_topic_is_told_by_the_clause_in_front_of_it() -> None:
    told = frames("甲社に渡すのは年齢だけである。")[-1].parts["は"].told
    assert told is not None and told.act == "give" and told.parts["に"].text == "甲社"


def test_a_text_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    assert frames("個人情報を適正に取り扱わなけれ")[-1].act == "handle"


@pytest.mark.parametrize(
    ("sentence", "taker"),
    [
        ("一覧をDVD-Rに記録して株式会社さざなみ発送に手渡し、発送させる。", "株式会社さざなみ発送"),
        ("一覧を株式会社すみれ印刷に引き渡し、印刷させる。", "株式会社すみれ印刷"),
        ("一覧を株式会社から引き取り、課に手渡す。", "課"),
    ],
)
def test_kana_in_the_name_of_a_firm_is_no_particle(sentence: str, taker: str) -> None:
    gives = next(each for each in frames(sentence) if each.verb in ("手渡す", "引き渡す"))
    assert gives.parts["に"].text == taker


def test_by_what_something_is_handed_over_in_front_of_a_comma() -> None:
    found = frames("申請書は紙で手渡し、台帳の情報は専用線により送る。")
    assert [(each.verb, each.parts["で"].text) for each in found] == [
        ("手渡す", "紙"),
        ("送る", "専用線"),
    ]
