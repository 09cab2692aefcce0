// Measures of both sides and clauses: how long, how often, copied, and places in which nothing stands.
#include <gtest/gtest.h>

#include "raising.hpp"

namespace nagarezu::review::testing {
namespace {

class Measured : public ::testing::Test {
protected:
    built::Builder built;
    MatterIndex first{0};
    SubjectIndex group = built.subject("s");
    std::vector<ItemIndex> items = built.items(2);
    HolderIndex own = built.holder("own");
    HolderIndex partner = built.outsider("partner");

    Safeguard& says(const char* party, const char* sentence, const char* place) {
        auto one = measure(place, first, party, sentence, place);
        one.position = std::to_string(built.made.safeguards.size() + 1);
        return built.made.safeguards.emplace_back(std::move(one));
    }
    Lines of(const char* ours, const char* theirs) {
        built.made.safeguards.clear();
        says("own", ours, "d:1");
        says("partner", theirs, "d:2");
        return raised(built.made);
    }
};

const Lines asked{"own_and_partner_differ question d:1 / d:2"};

TEST_F(Measured, TheSameMeasureHasOneNumber) {
    EXPECT_EQ(of("閲覧の履歴を1年間保存する。", "閲覧の履歴を３か月間保存させる。"), asked);
    EXPECT_EQ(of("契約終了後30日以内に記憶媒体を返却させる。", "記憶媒体は、契約終了後60日以内に返却する。"), asked);
    EXPECT_EQ(of("貸与台帳を四半期ごとに確認する。", "貸与台帳を半年ごとに提出させる。"), asked);
    EXPECT_EQ(of("訓練を年2回行う。", "作業者の訓練を年1回行わせる。"), asked);
    EXPECT_EQ(of("株式会社みなと及び東西協会に、閲覧の履歴を5年間保存させる。",
                 "閲覧の履歴を2年間保存し、期限の来た帳票は溶解する。"),
              asked);
    EXPECT_EQ(of("委託先における閲覧の履歴を５年間保存させる。", "閲覧の履歴を１年間保存し、期限の後に消す。"), asked);
    EXPECT_EQ(of("障害を知った時から1時間以内に電話する。", "障害を知った時から24時間以内に文書で知らせる。"), asked);
    EXPECT_EQ(
        of("受託者から、作業の進捗の状況の報告を毎月受ける。", "作業の進捗の状況を、3か月に1回、校長会に報告させる。"),
        asked);
}

TEST_F(Measured, TheSameTimeInOtherWordsIsNoDifference) {
    EXPECT_EQ(of("閲覧の履歴を1年間保存する。", "閲覧の履歴を12か月間保存させる。"), Lines{});
    EXPECT_EQ(of("貸与台帳を四半期ごとに確認する。", "貸与台帳を3か月に1回提出させる。"), Lines{});
    EXPECT_EQ(of("訓練を年1回行う。", "訓練を毎年行わせる。"), Lines{});
}

TEST_F(Measured, OtherDeedsHaveOtherNumbers) {
    EXPECT_EQ(of("閲覧の履歴を1年間保存し、四半期ごとに点検する。", "閲覧の履歴を1年間保存し、毎月、市に報告する。"),
              Lines{});
    EXPECT_EQ(of("契約終了後30日以内に証書を確認する。", "搬入の7日前までに車両を届け出る。"), Lines{});
    EXPECT_EQ(of("4月1日から始める。", "5月1日から始める。"), Lines{});
    EXPECT_EQ(of("機器の履歴を毎月確認する。", "年1回の市による確認に応じさせ、再委託先にも応じさせる。"), Lines{});
    EXPECT_EQ(of("年に1回、受託者の事業所を訪れて確認する。", "受託者の作業の記録を毎月確認する。"), Lines{});
    EXPECT_EQ(of("閲覧の履歴を5年間保存する。", "映像を2年間保存し、期限の来た帳票は溶解する。"), Lines{});
    EXPECT_EQ(of("催しの終了後7日以内に名札を裁断する。", "催しの終了後2か月以内に映像を消去させる。"), Lines{});
    EXPECT_EQ(of("催しの終了後7日以内に映像を消去する。", "催しの終了後2か月以内に映像を消去させる。"), asked);
}

TEST_F(Measured, NumbersOfTwoDeedsHaveTheirTwins) {
    says("own", "業務の状況を四半期ごとに報告させる。", "d:1");
    says("own", "業務の状況を年1回検査する。", "d:2");
    says("partner", "業務の状況を四半期ごとに報告する。", "d:3");
    says("partner", "業務の状況につき年1回検査を受ける。", "d:4");
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Measured, AMeasureThatIsAskedForHasAnAnswer) {
    says("own", "作業者の名簿を届け出るよう求める。", "d:1");
    says("own", "帳票を施錠できる書庫に納めさせる。", "d:2");
    says("own", "貸与台帳に記入させる。", "d:3");
    says("own", "通信記録を毎月点検するよう求める。", "d:4");
    says("partner", "作業者の名簿を届け出る。", "d:5");
    says("partner", "帳票を施錠できる書庫に納める。", "d:6");
    says("partner", "貸与台帳に記入する。", "d:7");
    EXPECT_EQ(raised(built.made), Lines{"own_and_partner_differ question d:4 / d:7"});
    auto& clause = built.made.clauses.emplace_back();  // says it in its place
    clause.number = 1;
    clause.label = "乙は、通信記録を毎月点検する。";
    clause.source = "d:8";
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.clauses.clear();
    built.made.safeguards[3].label = "庁内の通信記録を毎月点検する。";  // asks nobody
    EXPECT_EQ(raised(built.made), Lines{});
    says("partner", "退去の際に室温を測る。", "d:9");  // a column with measures of its own
    built.made.safeguards[3].label = "通信記録を毎月点検させる。";
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Measured, OneThingIsAskedAndNobodySpeaksOfIt) {
    says("own", "鍵の受渡しを帳簿に記す。", "d:1");
    says("own", "従事者に年一回の講習を受けさせるよう求める。", "d:2");
    says("own", "苦情の内容を翌日までに報告するよう求める。", "d:3");
    says("partner", "鍵の受渡しのたびに帳簿に署名させる。", "d:4");
    says("partner", "その日に回る家の分だけを持たせる。", "d:5");
    says("partner", "苦情の内容を翌日までに報告させる。", "d:6");
    EXPECT_EQ(raised(built.made), Lines{"own_and_partner_differ question d:2 / d:6"});
    built.made.safeguards[1].label = "職員に年一回の講習を受けさせるよう求める。";  // asks others
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.safeguards[1].label = "従事者に年一回の講習を受けさせるよう求める。";
    says("own", "機器の台数を書面で届けるよう求める。", "d:7");  // two are asked in vain: a short column
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.safeguards.pop_back();
    built.made.safeguards[4].label = "働く人の教育を行わせる。";  // may answer it in other words
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.safeguards[4].label = "その日に回る家の分だけを持たせる。";
    auto& clause = built.made.clauses.emplace_back();  // says it in its place
    clause.number = 1;
    clause.label = "乙は、従事者に講習を受けさせる。";
    clause.source = "d:8";
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Measured, ADemandIsRepeatedByThePartner) {
    says("own", "委託先に対し、通信の全てを暗号化することを求める。", "d:1");
    says("own", "委託先に対し、入室者を生体認証により確かめることを求める。", "d:2");
    says("partner", "通信の全てを暗号化する。", "d:3");
    says("partner", "技術者の名簿を町に届ける。", "d:4");
    says("partner", "町の求めに応じ、作業の記録を見せる。", "d:5");
    EXPECT_EQ(raised(built.made), Lines{"own_and_partner_differ question d:2 / d:5"});
    built.made.safeguards[1].label = "入室者を生体認証により確かめる。";  // what the own side does itself
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.safeguards[1].label = "委託先に対し、作業の記録を示すことを求める。";
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Measured, ADemandMayNameThePartnerBehindTheThing) {
    says("own", "通信の全ての暗号化を委託先に義務付ける。", "d:1");
    says("own", "生体認証による入室者の確認を受託者に求める。", "d:2");
    says("partner", "通信の全てを暗号化する。", "d:3");
    says("partner", "技術者の名簿を町に届ける。", "d:4");
    says("partner", "町の求めに応じ、作業の記録を見せる。", "d:5");
    EXPECT_EQ(raised(built.made), Lines{"own_and_partner_differ question d:2 / d:5"});
    built.made.safeguards[1].label = "生体認証による入室者の確認を受託者と行う。";
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Measured, OneWordInPairsOfItsCharactersIsNoAnswer) {
    says("own", "委託先に、従事者全員の守秘の誓約書を提出させる。", "d:1");
    says("own", "委託先に、回線につなぐ端末を三台に限定させる。", "d:2");
    says("partner", "従事者に特記事項を読ませる。", "d:3");
    says("partner", "回線につなぐ端末を三台に限定する。", "d:4");
    says("partner", "写しを金庫に入れる。", "d:5");
    EXPECT_EQ(raised(built.made), Lines{"own_and_partner_differ question d:1 / d:5"});
    built.made.safeguards[2].label = "従事者全員から誓約書を取る。";
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Measured, WhatTheWorkIsCalledEverywhereAnswersNoLine) {
    says("own", "作業は庁舎の作業室に限る。", "d:1");
    says("own", "作業室に携帯電話を持ち込むことを禁じさせる。", "d:2");
    says("own", "作業室の鍵を毎日照合する。", "d:3");
    says("partner", "作業は庁舎の作業室で行わせる。", "d:4");
    says("partner", "作業室の鍵を毎日照合させる。", "d:5");
    EXPECT_EQ(raised(built.made), Lines{"own_and_partner_differ question d:2 / d:5"});
    auto& clause = built.made.clauses.emplace_back();
    clause.number = 1;
    clause.label = "乙は、携帯電話を用いてはならない。";
    clause.source = "d:8";
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Measured, HowOftenAVisitIsAndHowMuchIsKept) {
    EXPECT_EQ(of("特記事項を付し、年1回の実地調査により履行を確かめる。", "名簿を返し、市の実地調査を2年に1回受ける。"),
              asked);
    EXPECT_EQ(of("年1回、作業場所の立入検査を行う。", "半年に1回、作業場所の立入検査に応じる。"), asked);
    EXPECT_EQ(of("年1回の実地調査により確かめる。", "毎年、市の実地調査を受ける。"), Lines{});
    EXPECT_EQ(of("職員の研修を年1回行う。", "作業場所の点検を2年に1回行う。"), Lines{});
    EXPECT_EQ(of("写真は7日分とする。", "写真を30日分残させる。"), asked);
    EXPECT_EQ(of("写真は7日分とする。", "予備の紙を30日分置く。"), Lines{});
    EXPECT_EQ(of("映像は、受付の日から90日を経過した後に消させる。", "映像は、受付の日から60日の経過後に消す。"),
              asked);
    EXPECT_EQ(of("映像は、受付の日から90日を経過した後に消させる。", "映像は、受付の日から90日の経過後に消す。"),
              Lines{});
}

TEST_F(Measured, ADemandMayGoOnWithWhatTheOwnSideDoes) {
    says("own", "甲組合に対し、従事者の名簿を毎年度提出させ、内容を確かめる。", "d:1");
    says("own", "甲組合に対し、緊急時の連絡網を作成させ、半年ごとに見直す。", "d:2");
    says("partner", "端末の画面を自動で閉じさせる。", "d:3");
    says("partner", "室への入室を指紋により制限させる。", "d:4");
    says("partner", "緊急時の連絡網を作成させ、半年ごとに見直させる。", "d:5");
    EXPECT_EQ(raised(built.made), Lines{"own_and_partner_differ question d:1 / d:5"});
    says("partner", "従事者の名簿を毎年度提出させる。", "d:6");
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Measured, ALineLeftOutOfAColumnThatFollowsTheOther) {
    says("own", "契約書に特記事項を付ける。", "d:1");
    says("own", "従事者の研修を実施させる。", "d:2");
    says("own", "取扱いの状況を文書で報告させる。", "d:3");
    says("partner", "特記事項を守らせる。", "d:4");
    says("partner", "取扱いの状況を文書で報告させる。", "d:5");
    EXPECT_EQ(raised(built.made), Lines{"own_and_partner_differ question d:2 / d:5"});
    built.made.safeguards[1].label = "職員の研修を行う。";  // asks nobody
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.safeguards[1].label = "従事者の研修を実施させる。";
    built.made.safeguards[3].label = "特記事項を守らせ、従事者の研修を行わせる。";
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.safeguards[3].label = "入退室を記録させる。";  // measures of its own
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Measured, WhatGoesBackIsNotDestroyed) {
    EXPECT_EQ(of("委託の終了後、ＵＳＢメモリは町に返却させる。", "委託の終了後、ＵＳＢメモリは破砕し廃棄する。"),
              asked);
    EXPECT_EQ(of("業務完了後は名簿を返還させる。", "業務の完了後、名簿を溶解処分する。"), asked);
    EXPECT_EQ(of("委託の終了後、ＵＳＢメモリは返却させる。", "委託の終了後、帳票は溶解する。"), Lines{});
    EXPECT_EQ(of("終了後、貸与した帳票は返却させる。", "終了後、作成した帳票は裁断する。"), Lines{});
    EXPECT_EQ(of("終了後、帳票は返却し、又は廃棄させる。", "終了後、帳票は裁断する。"), Lines{});
    EXPECT_EQ(of("帳票は返却させる。", "書き損じた帳票は裁断する。"), Lines{});
}

TEST_F(Measured, ARowOfBothSidesSpeaksOfOneThing) {
    says("own", "契約終了後14日以内に証書を受け取る。", "d:1");
    says("partner", "契約終了後30日以内に廃棄させる。", "d:1");
    EXPECT_EQ(raised(built.made), Lines{"own_and_partner_differ question d:1 / -"});
    says("own", "庁舎を施錠する。", "d:1");  // a place of many measures, such as a page
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Measured, AClauseAndAMeasureAreCompared) {
    says("own", "作業後7日以内に記憶媒体の返却を受ける。", "d:1");
    auto& clause = built.made.clauses.emplace_back();
    clause.number = 3;
    clause.label = "乙は、作業後14日以内に記憶媒体を返却しなければならない。";
    clause.source = "d:2";
    EXPECT_EQ(raised(built.made), asked);
    auto& again = built.made.clauses.emplace_back(clause);
    again.number = 4;
    again.source = "d:3";
    EXPECT_EQ(raised(built.made).front(), "duplicated_row warning d:2 / d:3");
}

TEST_F(Measured, AnEmptyPlaceForThePartnerIsAskedAbout) {
    auto& flow = built.flow("2", own, {partner}, {group}, items);
    flow.relation = Relation::entrust;
    flow.source = "d:2";
    built.made.holders[partner.get()].source = "d:7";
    auto& place = says("partner", "委託先の措置", "d:5");
    place.position.clear();
    place.status = Status::blank;
    EXPECT_EQ(raised(built.made), Lines{"recipient_without_safeguard question d:7 / d:5"});
    built.made.flows[0].relation = Relation::provide;  // it is not the place for those
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Measured, TheOneMatterWithoutMeasuresIsAskedAbout) {
    const char* places[]{"d:1", "d:2", "d:3", "d:4"};
    for (std::size_t i = 0; i < 4; ++i) {
        const MatterIndex matter = i ? built.matter("m" + std::to_string(i + 1)) : first;
        const HolderIndex taker = built.outsider("firm" + std::to_string(i));
        built.made.holders[taker.get()].source = "d:9";
        auto& flow = built.flow(std::to_string(i), own, {taker}, {group}, items);
        flow.matter = matter;
        flow.relation = i ? Relation::provide : Relation::entrust;
        if (i == 3) continue;
        says("partner", "返却させる。", places[i]).matter = matter;
        built.made.safeguards.back().applies_to = {FlowIndex{i}};
    }
    EXPECT_EQ(raised(built.made), Lines{"recipient_without_safeguard question d:9 / d:1 d:2 d:3"});
    built.made.flows[0].relation = built.made.flows[2].relation = Relation::provide;
    built.made.flows[3].relation = Relation::entrust;  // nobody else has such work
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.flows[3].relation = Relation::provide;
    EXPECT_EQ(raised(built.made), Lines{"recipient_without_safeguard question d:9 / d:1 d:2 d:3"});
    const HolderIndex firm = built.outsider("firm");
    for (std::size_t i = 1; i < 3; ++i) {  // of two kinds of partners, to whom measures of all are said is open
        auto& work = built.flow("work" + std::to_string(i), own, {firm}, {group}, items);
        work.matter = MatterIndex{i};
        work.relation = Relation::entrust;
        built.made.safeguards[i].applies_to.clear();
    }
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.flows.resize(4);
    built.made.safeguards[1].party = "own";  // not every partner has measures of its own
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.safeguards.pop_back();
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Measured, TheOnlyOneBehindAPartnerIsAskedWhereEveryOtherHasMeasuresOfItsOwn) {
    const HolderIndex other = built.outsider("other");
    const HolderIndex third = built.outsider("third");
    built.made.holders[third.get()].source = "d:9";
    built.flow("1", own, {partner}, {group}, items);
    built.flow("2", own, {other}, {group}, items);
    built.flow("3", partner, {third}, {group}, items).relation = Relation::reentrust;
    says("partner", "施錠する。", "d:5").applies_to = {FlowIndex{0}, FlowIndex{2}};
    says("partner", "記録する。", "d:6").applies_to = {FlowIndex{1}};
    const Lines missing{"recipient_without_safeguard question d:9 / d:5 d:6"};
    EXPECT_EQ(raised(built.made), missing);
    auto& proofs = built.made.safeguards[0].provenance;
    proofs.emplace_back().field = "applies_to";  // laid upon him, too
    EXPECT_EQ(raised(built.made), Lines{});
    proofs.clear();
    built.made.safeguards[1].applies_to = {FlowIndex{0}, FlowIndex{1}, FlowIndex{2}};  // of both
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.safeguards[1].applies_to = {FlowIndex{1}};
    built.made.safeguards[1].categories = {Category::SUB};
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Measured, SentencesThatAreCopiedIntoOneLineAreAskedAbout) {
    for (const char* sentence : {"鍵を帳簿に記す。", "帳簿を毎日見る。"})
        says("own", sentence, sentence).wording = sentence;
    auto& copy = says("partner", "鍵を帳簿に記す。帳簿を毎日見る。", "d:5");
    copy.wording = "both";
    EXPECT_EQ(raised(built.made), Lines{"partner_column_identical question 鍵を帳簿に記す。 帳簿を毎日見る。 / d:5"});
    copy.label = "鍵を帳簿に記す。帳簿を棚に置く。";
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Measured, MostOfAColumnCopiedIsAskedAbout) {
    for (const char* wording : {"w1", "w2", "w3", "w4"}) says("own", wording, wording).wording = wording;
    for (const char* wording : {"w1", "w2", "x", "y"})
        says("partner", wording, ("d:" + std::string{wording}).c_str()).wording = wording;
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.safeguards.back().wording = "w4";
    EXPECT_EQ(raised(built.made), Lines{"partner_column_identical question w1 w2 w4 / d:w1 d:w2 d:y"});
}

}  // namespace
}  // namespace nagarezu::review::testing
