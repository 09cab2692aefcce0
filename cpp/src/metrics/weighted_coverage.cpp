#include "nagarezu/metrics/weighted_coverage.hpp"

#include <algorithm>
#include <limits>

#include "first_seen.hpp"
#include "nagarezu/metrics/coverage.hpp"
#include "row.hpp"

namespace nagarezu::metrics {

namespace {

constexpr double no_end = std::numeric_limits<double>::infinity();

/// One kind of persons in the search for the least share of `part`: its items at their fewest, those of
/// the rest at their most.
struct Weight {
    double part{};
    double rest{};
    double least{};  // persons
    double most{};
    [[nodiscard]] double share() const { return part / (part + rest); }
};

/// What travels altogether on either side.
struct Split {
    double part{};
    double rest{};
    [[nodiscard]] double share() const { return part / (part + rest); }
};

/// Where the share of the part is least; nothing if every weight is 0. A share of sums is drawn towards the
/// share of what grows. So in the order of their shares, some of the first persons are as many as possible
/// and all further ones as few; persons without an end are alone in the limit.
std::optional<Split> least_share(std::vector<Weight> weights) {
    std::erase_if(weights, [](const Weight& weight) { return weight.part + weight.rest == 0 || weight.most == 0; });
    std::ranges::sort(weights, {}, &Weight::share);
    std::optional<Split> best;
    const auto consider = [&best](const Split& split) {
        if (split.part + split.rest > 0 && (!best || split.share() < best->share())) best = split;
    };
    Split sum;
    for (const Weight& weight : weights) {
        sum.part += weight.part * weight.least;
        sum.rest += weight.rest * weight.least;
    }
    consider(sum);
    for (const Weight& weight : weights) {
        if (weight.most == no_end) {
            consider({weight.part, weight.rest});
            continue;
        }
        sum.part += weight.part * (weight.most - weight.least);
        sum.rest += weight.rest * (weight.most - weight.least);
        consider(sum);
    }
    return best;
}

double end_of(std::optional<Count> count, double otherwise) {
    return count ? static_cast<double>(*count) : otherwise;
}

bool may_travel(const Sides& sides) {
    return *sides.stated.upper + *sides.unstated.upper > 0 && sides.persons.upper != Count{0};
}

/// Categories that the flows of one scope state, with what the flows carry.
class Scope {
public:
    void include(const FlowExposure& flow, Categories stated) {
        ++flows_;
        for (const Portion& portion : flow.portions) portions_.push_back({people_(portion.people), portion, stated});
        sums_.push_back({flow.person_items(), stated});
        for (const std::string& code : flow.missing) missing_(code);
    }

    void print(Frame& frame, const char* scope, const std::optional<std::string>& matter) const {
        if (flows_ == 0) return;
        const std::string missing = joined(missing_.keys());
        for (std::size_t i = 0; i < category_count; ++i) {
            const auto category = static_cast<Category>(i);
            const Range range = share_of(category);
            Row{frame}
                .text(scope)
                .text(matter)
                .text(name_of(category))
                .bounds(sum([&](Categories stated) { return stated.contains(category); }))
                .bounds(sum([](Categories) { return true; }))
                .real(range.lower)
                .real(range.upper)
                .text(missing);
        }
    }

private:
    struct Placed {
        std::size_t people;  // among those of the scope
        Portion portion;
        Categories stated;
    };
    struct Carried {
        Bounds person_items;
        Categories stated;
    };

    [[nodiscard]] Range share_of(Category category) const {
        std::vector<Sides> sides(people_.size());
        for (const auto& [people, portion, stated] : portions_) {
            sides[people].persons = portion.persons;
            Bounds& side = stated.contains(category) ? sides[people].stated : sides[people].unstated;
            side = side + portion.items;
        }
        return stated_share(sides);
    }

    /// Person-items on the flows that are picked, as in M06: the lower end adds what is known.
    template <class Pick>
    [[nodiscard]] Bounds sum(Pick pick) const {
        Bounds total = Bounds::exact(0);
        bool any = false;
        bool known = false;
        for (const Carried& flow : sums_) {
            if (!pick(flow.stated)) continue;
            any = true;
            known = known || flow.person_items.lower.has_value();
            total = total + Bounds{flow.person_items.lower.value_or(0), flow.person_items.upper};
        }
        if (any && !known) total.lower.reset();
        return total;
    }

    std::size_t flows_{};
    FirstSeen<std::size_t> people_;
    std::vector<Placed> portions_;
    std::vector<Carried> sums_;
    FirstSeen<std::string> missing_;
};

}  // namespace

Range stated_share(std::span<const Sides> sides) {
    if (std::ranges::none_of(sides, may_travel)) return {};
    std::vector<Weight> least;  // of what is stated
    std::vector<Weight> most;   // the other way round: the least of what is not
    for (const auto& [persons, stated, unstated] : sides) {
        const double few = end_of(persons.lower, 0);
        const double many = end_of(persons.upper, no_end);
        least.push_back({end_of(stated.lower, 0), end_of(unstated.upper, 0), few, many});
        most.push_back({end_of(unstated.lower, 0), end_of(stated.upper, 0), few, many});
    }
    const auto lower = least_share(std::move(least));
    const auto upper = least_share(std::move(most));
    // Where nothing can stand on the other side, the share is whole whenever anything travels.
    return {lower ? lower->share() : 1, upper ? upper->rest / (upper->part + upper->rest) : 0};
}

Frame weighted_coverage(const Measured& measured) {
    using enum Cells;
    const Case& source = measured.source;
    Frame frame = frame_of({{"scope", text},
                            {"matter", text},
                            {"category", text},
                            {"stated_lower", whole},
                            {"stated_upper", whole},
                            {"total_lower", whole},
                            {"total_upper", whole},
                            {"ratio_lower", real},
                            {"ratio_upper", real},
                            {"missing", text}});
    const auto carried = flow_exposures(measured);
    const auto stated = stated_by_flow(source);
    Scope whole_case;
    std::vector<Scope> matters(source.matters.size());
    for (std::size_t f = 0; f < source.flows.size(); ++f) {
        if (source.flows[f].change == Change::removed) continue;
        whole_case.include(carried[f], stated[f]);
        if (source.flows[f].matter.valid()) matters[source.flows[f].matter.get()].include(carried[f], stated[f]);
    }
    whole_case.print(frame, "case", std::nullopt);
    for (std::size_t i = 0; i < matters.size(); ++i) matters[i].print(frame, "matter", source.matters[i].id);
    return frame;
}

}  // namespace nagarezu::metrics
