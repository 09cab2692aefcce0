// New names are proposed, with the reason, and never assumed.
#include <gtest/gtest.h>

#include "metrics/builder.hpp"
#include "nagarezu/review/difference.hpp"

namespace nagarezu::review {
namespace {

/// Two items on a list, handed to one holder by one flow.
struct Listed : built::Builder {
    SubjectIndex residents = subject("residents", 100);
    ItemIndex first = item("first", {ItemClass::F4}, "name");
    ItemIndex second = item("second", {ItemClass::DI});
    HolderIndex city = holder("city");
    HolderIndex contractor = outsider("contractor");
    ListIndex handed = list("handed", {contractor}, {first, second});

    Listed() { flow("f1", city, {contractor}, {residents}).lists = {handed}; }
};

/// `kind before>after reason`.
std::vector<std::string> proposals(const Case& a, const Case& b) {
    std::vector<std::string> lines;
    for (const Rename& rename : difference(a, b).renames)
        lines.push_back(std::string{rename.kind} + " " + rename.before + ">" + rename.after + " " +
                        std::string{rename.reason});
    return lines;
}

using Lines = std::vector<std::string>;

TEST(Renames, AreProposedForTheSameContent) {
    const Listed before;
    Listed after;
    after.made.items[0].id = "premier";
    EXPECT_EQ(proposals(before.made, after.made), (Lines{"item first>premier content"}));
    const auto found = difference(before.made, after.made);
    EXPECT_TRUE(found.changes_meaning());  // the proposal replaces nothing
    EXPECT_EQ(found.rows.front().turn, Turn::added);
    EXPECT_EQ(apply(found, before.made), after.made);
}

TEST(Renames, AreProposedForTheSameLabelThenTheSameConcept) {
    const Listed before;
    Listed after;
    after.made.items[0].id = "premier";
    after.made.items[0].role = "世帯主";
    EXPECT_EQ(proposals(before.made, after.made), (Lines{"item first>premier label"}));
    after.made.items[0].label = "other";
    after.made.items[0].role = "";
    EXPECT_EQ(proposals(before.made, after.made), (Lines{"item first>premier concept"}));
    after.made.items[0].role = "世帯主";  // somebody else's: the list position is all that is left
    EXPECT_EQ(proposals(before.made, after.made), (Lines{"item first>premier neighbours"}));
    after.made.lists[0].entries[0].position = "9";
    EXPECT_EQ(proposals(before.made, after.made), (Lines{}));
}

TEST(Renames, OfHoldersAndGroupsGoByTheirFlows) {
    const Listed before;
    Listed after;
    after.made.holders[1].id = "company";
    after.made.holders[1].label = "company";
    after.made.subjects[0].id = "persons";
    after.made.subjects[0].label = "persons";
    EXPECT_EQ(proposals(before.made, after.made),
              (Lines{"subject residents>persons neighbours", "holder contractor>company neighbours"}));
}

TEST(Renames, OfFlowsAndListsGoByTheirEnds) {
    const Listed before;
    Listed after;
    after.made.flows[0].id = "f9";
    after.made.flows[0].purpose = "other";
    after.made.lists[0].id = "given";
    after.made.lists[0].label = "given";
    EXPECT_EQ(proposals(before.made, after.made), (Lines{"list handed>given neighbours", "flow f1>f9 neighbours"}));
}

TEST(Renames, OfSafeguardsGoByTheirPosition) {
    Listed before;
    Safeguard safeguard;
    safeguard.id = "g1";
    safeguard.party = "own";
    safeguard.label = "one";
    safeguard.position = "3";
    before.made.safeguards = {safeguard};
    Listed after;
    safeguard.id = "g7";
    safeguard.label = "two";
    after.made.safeguards = {safeguard};
    EXPECT_EQ(proposals(before.made, after.made), (Lines{"safeguard g1>g7 position"}));
    after.made.safeguards[0].position = "";
    EXPECT_EQ(proposals(before.made, after.made), (Lines{}));
}

TEST(Renames, TakeEachEntityOnce) {
    Listed before;
    before.item("a");
    before.made.items.back().label = "same";
    Listed after;
    after.item("b");
    after.item("c");
    for (std::size_t i = 2; i < 4; ++i) after.made.items[i].label = "same";
    EXPECT_EQ(proposals(before.made, after.made), (Lines{"item a>b content"}));
}

}  // namespace
}  // namespace nagarezu::review
