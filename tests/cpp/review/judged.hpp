// Claims in tests: a builder that adds them, and their judgements with ids instead of positions.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "metrics/builder.hpp"
#include "nagarezu/review/claims.hpp"

namespace nagarezu::built {

struct Claims : Builder {
    Claim& claim(ClaimKind kind) {
        Claim entity;
        entity.id = numbered("c", made.claims.size() + 1);
        entity.kind = kind;
        made.claims.push_back(std::move(entity));
        return made.claims.back();
    }
    Claim& only(std::vector<HolderIndex> holders, std::vector<ItemIndex> items_) {
        Claim& made_claim = claim(ClaimKind::only);
        made_claim.holders = std::move(holders);
        made_claim.items = std::move(items_);
        return made_claim;
    }
    Claim& never(std::vector<HolderIndex> holders, std::vector<ItemIndex> items_, ItemClasses classes = {}) {
        Claim& made_claim = claim(ClaimKind::never);
        made_claim.holders = std::move(holders);
        made_claim.items = std::move(items_);
        made_claim.classes = classes;
        return made_claim;
    }
    Claim& includes(std::vector<HolderIndex> holders, std::vector<ItemIndex> items_) {
        Claim& made_claim = claim(ClaimKind::includes);
        made_claim.holders = std::move(holders);
        made_claim.items = std::move(items_);
        return made_claim;
    }
    /// The judgement of the last claim.
    [[nodiscard]] review::Judgement judged() const { return review::judge(measured(), made.claims.back()); }
    [[nodiscard]] review::Verdict holds() const { return judged().holds; }

    /// Holders and flows of a witness in turn.
    [[nodiscard]] std::string way(const review::Judgement& judgement) const {
        std::string text;
        if (!judgement.witness) return text;
        const auto& [flows, holders] = *judgement.witness;
        for (std::size_t i = 0; i < holders.size(); ++i) {
            if (i > 0) text += ' ' + made.flows[flows[i - 1].get()].id + ' ';
            text += made.holders[holders[i].get()].id;
        }
        return text;
    }
    [[nodiscard]] std::string repair(const review::Judgement& judgement) const {
        std::string text;
        if (!judgement.repair) return "none";
        for (FlowIndex flow : judgement.repair->flows) text += made.flows[flow.get()].id + ' ';
        for (ItemIndex item : judgement.repair->items) text += made.items[item.get()].id + ' ';
        return text;
    }
};

using Codes = std::vector<std::string>;

}  // namespace nagarezu::built
