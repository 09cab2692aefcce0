#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "commands.hpp"
#include "nagarezu/io/read.hpp"
#include "nagarezu/io/write.hpp"

namespace nagarezu::bench {
namespace {

std::string numbered(const char* prefix, std::size_t number) {
    return prefix + std::to_string(number);
}

void add_items(Case& value, Random& random) {
    for (std::size_t i = 0; i < 120; ++i) {
        Item item;
        item.id = numbered("i", i);
        item.label = numbered("住民基本台帳の記載事項", i);
        item.source = numbered("000:", i + 1);
        value.items.push_back(item);
    }
    for (std::size_t l = 0; l < 12; ++l) {
        ItemList list;
        list.id = numbered("l", l);
        list.matter = MatterIndex{0};
        for (std::size_t e = 0; e < 30; ++e) {
            ListEntry entry;
            entry.position = std::to_string(e + 1);
            entry.item = ItemIndex{random.below(value.items.size())};
            entry.label = value.items[entry.item.get()].label;
            list.entries.push_back(entry);
        }
        value.lists.push_back(list);
    }
}

void add_flows(Case& value, Random& random) {
    const std::size_t flows = 50 + random.below(351);
    for (std::size_t f = 0; f < flows; ++f) {
        Flow flow;
        flow.id = numbered("f", f);
        flow.matter = MatterIndex{0};
        flow.from = HolderIndex{random.below(value.holders.size())};
        flow.to = {HolderIndex{random.below(value.holders.size())}};
        flow.lists = {ListIndex{random.below(value.lists.size())}};
        flow.subjects = {SubjectIndex{random.below(value.subjects.size())}};
        flow.source = numbered("000:", 1000 + f);
        flow.purpose = "証明書の交付に係る事務の処理";
        value.flows.push_back(flow);
    }
}

// Holders and flows as many as in W1.
Case generated_case(std::size_t number) {
    Random random{number};
    Case value;
    value.id = numbered("case-", number);
    value.title = "住民情報システムの業務委託について";
    value.municipality.name = "見本市";
    Source source;
    source.id = "000";
    source.title = "審議会資料";
    source.kind = "text";
    value.sources = {source};
    value.matters.resize(1);
    value.matters[0].id = "m1";
    value.matters[0].title = value.title;
    value.matters[0].kinds = {MatterKind::entrust};
    for (std::size_t s = 0; s < 3; ++s) {
        Subject subject;
        subject.id = numbered("s", s);
        subject.label = numbered("対象者の区分", s);
        value.subjects.push_back(subject);
    }
    const std::size_t holders = 20 + random.below(81);
    for (std::size_t h = 0; h < holders; ++h) {
        Holder holder;
        holder.id = numbered("h", h);
        holder.label = numbered("受託事業者", h);
        holder.external = h % 3 == 0;
        value.holders.push_back(holder);
    }
    add_items(value, random);
    add_flows(value, random);
    return value;
}

std::string text_of(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::size_t flows_ours(const std::string& text) {
    const auto reading = io::read_case(text, "bench");
    if (!reading.value) throw std::runtime_error{"our reader refuses a generated case"};
    return reading.value->flows.size();
}

std::size_t flows_dom(const std::string& text) {
    return nlohmann::json::parse(text).at("flows").size();
}

struct Outcome {
    double seconds{0};
    std::size_t flows{0};  // read in all: shows that the work was done
};

// Files are shared out over the threads in turn.
template <class Read>
Outcome time_of(const std::vector<std::string>& texts, std::size_t repeats, std::size_t threads, const Read& read) {
    Outcome outcome;
    std::vector<std::size_t> flows(threads, 0);
    timed(outcome.seconds, [&] {
        std::vector<std::jthread> pool;
        for (std::size_t t = 0; t < threads; ++t)
            pool.emplace_back([&, t] {
                for (std::size_t r = 0; r < repeats; ++r)
                    for (std::size_t k = t; k < texts.size(); k += threads) flows[t] += read(texts[k]);
            });
    });
    outcome.seconds /= static_cast<double>(repeats);
    outcome.flows = std::accumulate(flows.begin(), flows.end(), std::size_t{0}) / repeats;
    return outcome;
}

}  // namespace

Seconds versions() {
    return {{"nlohmann",
             NLOHMANN_JSON_VERSION_MAJOR * 10'000 + NLOHMANN_JSON_VERSION_MINOR * 100 + NLOHMANN_JSON_VERSION_PATCH}};
}

Seconds write_cases(std::size_t cases, const std::string& folder) {
    Seconds seconds;
    std::filesystem::create_directories(folder);
    for (std::size_t c = 0; c < cases; ++c) {
        const Case value = generated_case(c);
        timed(seconds["write"], [&] { io::write_case_file(value, folder + "/" + value.id + ".json"); });
    }
    return seconds;
}

Seconds load(const std::vector<std::string>& paths, std::size_t repeats, std::size_t threads) {
    std::vector<std::string> texts;
    Seconds seconds;
    timed(seconds["read_bytes"], [&] {
        for (const auto& path : paths) texts.push_back(text_of(path));
    });
    for (const auto& text : texts) seconds["megabytes"] += static_cast<double>(text.size()) / 1e6;
    const Outcome ours = time_of(texts, repeats, threads, flows_ours);
    const Outcome dom = time_of(texts, repeats, threads, flows_dom);
    seconds["ours"] = ours.seconds;
    seconds["nlohmann_dom"] = dom.seconds;
    seconds["ours_flows"] = static_cast<double>(ours.flows);
    seconds["nlohmann_dom_flows"] = static_cast<double>(dom.flows);
    return seconds;
}

}  // namespace nagarezu::bench
