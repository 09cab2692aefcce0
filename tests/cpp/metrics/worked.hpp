// Two of the real cases, reduced to what reach and exposure need: counts, lists and who receives them.
#pragma once

#include "builder.hpp"

namespace nagarezu::built {

/// 2024, supplement of the family register: lists of 12, 16, 12 and 14 entries, three external recipients.
struct Supplement : Builder {
    SubjectIndex residents = subject("residents", 305'627);
    SubjectIndex domicile = subject("domicile", 383'395);
    SubjectIndex filed = subject("filed", 11'138, Unit::record);
    std::vector<ItemIndex> all = items(22);
    HolderIndex system = holder("system");
    HolderIndex municipalities = outsider("municipalities");
    HolderIndex jlis = outsider("jlis");
    HolderIndex contractor = outsider("contractor");

    Supplement() {
        const auto supplement = part(all, 0, 12);
        const auto notices = part(all, 4, 20);  // eight of them in the supplement too
        auto filings = supplement;
        filings.insert(filings.end(), all.begin() + 20, all.end());
        list("l1", {system}, supplement);
        const auto l2 = list("l2", {municipalities}, notices);
        const auto l3 = list("l3", {jlis}, supplement);
        const auto l4 = list("l4", {contractor}, filings);
        creates(system, {residents, domicile, filed}, all);
        flow("f1", system, {municipalities}, {residents, domicile}).lists = {l2};
        flow("f2", system, {jlis}, {domicile}).lists = {l3};
        flow("f3", system, {contractor}, {domicile, filed}).lists = {l4};
        made.holders[municipalities.get()].open_class = true;
    }
};

/// 2019, delegation of the card business: an item is added for the delegate and its six contractors, who
/// are named together.
struct Delegation : Builder {
    SubjectIndex residents = subject("residents", 348'587, Unit::person, Bound::at_least);
    ItemIndex former_surname = item("former_surname");
    HolderIndex city = holder("city");
    HolderIndex jlis = outsider("jlis");
    std::vector<HolderIndex> contractors;

    Delegation() {
        for (std::size_t i = 1; i <= 6; ++i) contractors.push_back(holder(numbered("r", i), true, 2));
        creates(city, {residents}, {former_surname});
        flow("delegated", city, {jlis}, {residents}, {former_surname});
        flow("entrusted", jlis, contractors, {residents}, {former_surname});
    }
};

}  // namespace nagarezu::built
