#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <random>
#include <set>

#include "cells.hpp"
#include "nagarezu/metrics/concentration.hpp"
#include "worked.hpp"

namespace nagarezu::metrics {
namespace {

using built::Builder;
using built::cells;
using built::row;
using Holders = std::vector<HolderIndex>;
using Texts = std::vector<std::string>;

TEST(Herfindahl, IsAFractionOfWholeNumbers) {
    EXPECT_EQ(herfindahl({16, 12, 14}), (Fraction{596, 1764}));
    EXPECT_EQ(herfindahl({5}), (Fraction{25, 25}));
    EXPECT_EQ(herfindahl({2, 2, 0}), (Fraction{8, 16}));
    EXPECT_FALSE(herfindahl({}));
    EXPECT_FALSE(herfindahl({0, 0}));
}

TEST(Herfindahl, IsRefusedBeyondTheLargestSquare) {
    EXPECT_EQ(herfindahl({3'037'000'499})->part, Count{3'037'000'499} * 3'037'000'499);
    EXPECT_FALSE(herfindahl({3'037'000'500}));
    EXPECT_FALSE(herfindahl({std::numeric_limits<Count>::max(), 1}));
}

TEST(Concentration, OfTheSupplement) {
    const Measured measured = built::Supplement{}.measured();
    const Concentration found = concentration_of(measured);
    EXPECT_EQ(found.distinct, 22);
    EXPECT_EQ(found.index(), (Fraction{596, 1764}));
    const Frame frame = concentration(measured);
    EXPECT_EQ(built::names(frame), (Texts{"holder", "items", "share", "items_upper", "dominators"}));
    EXPECT_EQ(row(frame, 0), (Texts{"municipalities", "16", std::to_string(16.0 / 22.0), "16", "system"}));
    EXPECT_EQ(cells(frame, "items"), (Texts{"16", "12", "14"}));
    ASSERT_EQ(frame.notes.size(), 2U);
    const Note note{"herfindahl",
                    {{"numerator", "596"}, {"denominator", "1764"}, {"decimal", "0.337868"}, {"value", "596/1764"}}};
    EXPECT_EQ(frame.notes[0], note);
    EXPECT_EQ(frame.notes[1].code, "open_class");
}

TEST(Concentration, WithoutCertainItemsHasNoShareAndNoIndex) {
    Builder build;
    const auto group = build.subject("s", 1);
    const auto items = build.items(2);
    const auto own = build.holder("own"), a = build.outsider("a"), b = build.outsider("b");
    build.creates(own, {group}, items);
    build.flow("f", own, {a, b}, {group}, items);
    const Frame frame = concentration(build.measured());
    EXPECT_EQ(cells(frame, "share"), (Texts{"null", "null"}));
    EXPECT_EQ(cells(frame, "items"), (Texts{"0", "0"}));
    EXPECT_EQ(cells(frame, "items_upper"), (Texts{"2", "2"}));
    const Note unsettled{"certain_only", {{"holders", "a b"}}};
    EXPECT_EQ(frame.notes, std::vector{unsettled});
}

TEST(Dominators, AreTheHoldersOnEveryWay) {
    const built::Delegation build;
    const auto passed = dominators(build.measured());
    EXPECT_TRUE(passed[build.city.get()].empty());
    EXPECT_EQ(passed[build.jlis.get()], Holders{build.city});
    EXPECT_EQ(passed[build.contractors[5].get()], (Holders{build.city, build.jlis}));
}

TEST(Dominators, ASecondWayFreesAHolder) {
    built::Delegation build;
    build.flow("direct", build.city, {build.contractors[0]}, {build.residents}, {build.former_surname});
    const auto passed = dominators(build.measured());
    EXPECT_EQ(passed[build.contractors[0].get()], Holders{build.city});
    EXPECT_EQ(passed[build.contractors[1].get()], (Holders{build.city, build.jlis}));
}

TEST(Dominators, WhoeverCreatesOrStatesWhatItDoesNotHoldIsAnOrigin) {
    built::Delegation build;
    const auto more = build.items(2);
    build.creates(build.jlis, {build.residents}, {more[0]});
    EXPECT_TRUE(dominators(build.measured())[build.jlis.get()].empty());
    EXPECT_EQ(dominators(build.measured())[build.contractors[0].get()], Holders{build.jlis});
    build.flow("unsourced", build.contractors[0], {build.contractors[1]}, {build.residents}, {more[1]});
    EXPECT_FALSE(dominators(build.measured())[build.contractors[2].get()].empty());
    EXPECT_TRUE(dominators(build.measured())[build.contractors[0].get()].empty());
}

TEST(Dominators, OfACircleWithoutOriginAreNobody) {
    Builder build;
    const auto group = build.subject("s", 1);
    const auto item = build.items(1);
    const auto a = build.holder("a"), b = build.holder("b");
    build.flow("f", a, {b}, {group}, item);
    build.flow("g", b, {a}, {group}, item);
    EXPECT_EQ(dominators(build.measured()), (std::vector<Holders>(2)));
}

// Property, slow and obvious: y dominates x if without y no way reaches x.
TEST(Dominators, AgreeWithRemovingEachHolder) {
    std::mt19937 random{3};
    constexpr std::size_t n = 6;
    for (int round = 0; round < 100; ++round) {
        Builder build;
        const auto group = build.subject("s", 1);
        const auto item = build.items(1);
        for (std::size_t i = 0; i < n; ++i) build.holder(built::numbered("h", i));
        build.creates(HolderIndex{0}, {group}, item);
        // Flows that are open and list nothing: no holder becomes an origin by what it states.
        std::set<std::pair<std::size_t, std::size_t>> edges;
        for (std::size_t e = 0; e < 9; ++e) {
            const std::size_t from = random() % n, to = 1 + random() % (n - 1);
            edges.emplace(from, to);
            build.flow(built::numbered("f", e), HolderIndex{from}, {HolderIndex{to}}, {group}).open = true;
        }
        std::vector<bool> root(n, true);
        for (const auto& [from, to] : edges)
            if (from != to) root[to] = false;
        const auto reached_without = [&](std::size_t gone) {
            std::vector<bool> reached(n);
            for (std::size_t i = 0; i < n; ++i) reached[i] = root[i] && i != gone;
            for (std::size_t step = 0; step < n; ++step)
                for (const auto& [from, to] : edges)
                    if (reached[from] && to != gone) reached[to] = true;
            return reached;
        };
        const auto everyone = reached_without(n);
        const auto found = dominators(build.measured());
        for (std::size_t x = 0; x < n; ++x) {
            const std::set<HolderIndex> passed(found[x].begin(), found[x].end());
            for (std::size_t y = 0; y < n; ++y) {
                if (x == y) continue;
                EXPECT_EQ(passed.contains(HolderIndex{y}), everyone[x] && !reached_without(y)[x]);
            }
        }
    }
}

}  // namespace
}  // namespace nagarezu::metrics
