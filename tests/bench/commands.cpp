#include "commands.hpp"

#include <fstream>
#include <stdexcept>

#include "exchange.hpp"

namespace nagarezu::bench {
namespace {

constexpr double shortest = 0.05;  // seconds over which a short solution is repeated

std::ofstream binary_file(const std::string& path) {
    std::ofstream file;
    file.exceptions(std::ios::badbit | std::ios::failbit);
    file.open(path, std::ios::binary);
    return file;
}

template <class Work>
double mean_time(const Work& work) {
    double seconds = 0;
    std::size_t runs = 0;
    for (; runs == 0 || seconds < shortest; ++runs) timed(seconds, work);
    return seconds / static_cast<double>(runs);
}

}  // namespace

graph::Kernel kernel_of(const std::string& name) {
    if (name == "automatic") return graph::Kernel::automatic;
    if (name == "portable") return graph::Kernel::portable;
    if (name == "avx2") return graph::Kernel::avx2;
    throw std::invalid_argument{"no kernel " + name};
}

Seconds Small::build(std::size_t cases, Options options) {
    options_ = options;
    bulk_ = graph::Bulk{};
    Seconds seconds;
    std::size_t flows = 0;
    for (std::size_t c = 0; c < cases; ++c) {
        Raw raw;
        std::vector<graph::Block> masks;
        timed(seconds["generate"], [&] {
            raw = small_graph(c, options);
            masks.resize(raw.masks.size() / graph::block_words);
            for (std::size_t w = 0; w < raw.masks.size(); ++w)
                masks[w / graph::block_words].words[w % graph::block_words] = raw.masks[w];
        });
        timed(seconds["build"], [&] { bulk_.append(raw.nodes, raw.seeds, raw.carries, masks); });
        flows += raw.seeds.size() + raw.carries.size();
    }
    held_.assign(bulk_.nodes(), graph::Block{});
    counts_.assign(bulk_.nodes(), 0);
    seconds["nodes"] = static_cast<double>(bulk_.nodes());
    seconds["seeds_and_carries"] = static_cast<double>(flows);
    seconds["carries"] = static_cast<double>(bulk_.carries());
    seconds["masks"] = static_cast<double>(bulk_.masks());
    return seconds;
}

Seconds Small::solve(std::size_t cases, std::size_t threads, graph::Kernel kernel) {
    const graph::Bulk::Run run{.threads = threads, .kernel = kernel, .first = 0, .last = cases};
    return {{"solve", mean_time([&] { bulk_.solve(held_, run); })},
            {"solve_and_count", mean_time([&] { bulk_.count(counts_, run); })}};
}

void Small::write_graphs(std::size_t cases, const std::string& path) const {
    std::ofstream file = binary_file(path);
    for (std::size_t c = 0; c < cases; ++c) bench::write_graph(file, small_graph(c, options_));
}

void Small::write_rows(std::size_t cases, const std::string& path) const {
    std::ofstream file = binary_file(path);
    const std::size_t end = cases < bulk_.graphs() ? bulk_.first_node(cases) : bulk_.nodes();
    for (std::size_t n = 0; n < end; ++n) {
        if (counts_[n] != held_[n].count()) throw std::logic_error{"counts and rows disagree"};
        write_words(file, held_[n].words);
    }
}

Seconds Large::build(std::size_t nodes, std::size_t flows, Options options) {
    constexpr std::size_t items = 512;
    network_.clear();
    Seconds seconds;
    timed(seconds["generate"], [&] { raw_ = large_graph(nodes, flows, items, options); });
    graph::MaskTable table{raw_.words};
    std::vector<graph::Seed> seeds = raw_.seeds;
    std::vector<graph::Carry> carries = raw_.carries;
    graph::Order order;
    // Every flow comes with its set: looked up one by one.
    timed(seconds["intern"], [&] {
        const auto number = [&](graph::MaskId id) {
            return table.intern(graph::ConstBits{raw_.masks}.subspan(id * raw_.words, raw_.words));
        };
        for (graph::Seed& seed : seeds) seed.mask = number(seed.mask);
        for (graph::Carry& carry : carries) carry.mask = number(carry.mask);
    });
    timed(seconds["order"], [&] { order = order_of(graph::successors_of(nodes, carries)); });
    timed(seconds["build"], [&] { network_.emplace_back(std::move(order), seeds, carries, table); });
    seconds["carries"] = static_cast<double>(carries.size());
    seconds["masks"] = static_cast<double>(table.size());
    return seconds;
}

Seconds Large::solve(std::size_t threads, graph::Kernel kernel) {
    solution_ = graph::Solution{};
    Seconds seconds;
    timed(seconds["solve"], [&] { solution_ = network_.at(0).solve(threads, kernel); });
    std::size_t total = 0;
    timed(seconds["count"], [&] {
        for (std::size_t n = 0; n < raw_.nodes; ++n) total += solution_.count(static_cast<graph::Node>(n));
    });
    seconds["pairs"] = static_cast<double>(total);
    return seconds;
}

void Large::write_graph(const std::string& path) const {
    std::ofstream file = binary_file(path);
    bench::write_graph(file, raw_);
}

void Large::write_rows(const std::string& path) const {
    std::ofstream file = binary_file(path);
    write_words(file, solution_.rows());
}

}  // namespace nagarezu::bench
