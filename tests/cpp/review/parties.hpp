// Two sides of one matter and what goes between them: the ground of the tests on partners and on checklists.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "raising.hpp"

namespace nagarezu::review::testing {

class Parties : public ::testing::Test {
protected:
    built::Builder built;
    MatterIndex first{0};
    SubjectIndex group = built.subject("s");
    std::vector<ItemIndex> items = built.items(2);
    HolderIndex own = built.holder("own");
    HolderIndex partner = built.outsider("partner");

    Matter& matter(MatterIndex index = MatterIndex{0}) { return built.made.matters[index.get()]; }
    Flow& flow(const std::string& id, HolderIndex from, HolderIndex to,
               ChannelKind channel = ChannelKind::unspecified) {
        auto& one = built.flow(id, from, {to}, {group}, items);
        one.relation = Relation::entrust;
        one.channel.kind = channel;
        one.source = "d:" + id;
        return one;
    }
    Safeguard& measured_by(Safeguard safeguard) { return built.made.safeguards.emplace_back(std::move(safeguard)); }
};

}  // namespace nagarezu::review::testing
