// What the benchmark program does on request: build a workload, solve it, hand it to peers.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "generate.hpp"
#include "nagarezu/graph/bulk.hpp"

namespace nagarezu::bench {

using Seconds = std::map<std::string, double>;  // by phase, and sizes by name

/// Runs it and adds the time that it took.
template <class Work>
void timed(double& seconds, const Work& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

graph::Kernel kernel_of(const std::string& name);

/// W1: many small graphs.
class Small {
public:
    Seconds build(std::size_t cases, Options options);
    /// Repeats short solutions and returns the mean.
    Seconds solve(std::size_t cases, std::size_t threads, graph::Kernel kernel);
    void write_graphs(std::size_t cases, const std::string& path) const;
    void write_rows(std::size_t cases, const std::string& path) const;

private:
    Options options_;
    graph::Bulk bulk_;
    std::vector<graph::Block> held_;
    std::vector<std::uint16_t> counts_;
};

/// W2: one large graph.
class Large {
public:
    Seconds build(std::size_t nodes, std::size_t flows, Options options);
    Seconds solve(std::size_t threads, graph::Kernel kernel);
    void write_graph(const std::string& path) const;
    void write_rows(const std::string& path) const;

private:
    Raw raw_;
    std::vector<graph::Network> network_;  // one, or none yet
    graph::Solution solution_;
};

/// W4: reads each file whole, `repeats` times by each reader. Phases: ours, nlohmann_dom; and megabytes.
Seconds load(const std::vector<std::string>& paths, std::size_t repeats, std::size_t threads);

/// Of the libraries compared with, as 10,000 major + 100 minor + patch.
Seconds versions();

/// Writes that many case files of the usual size into the folder.
Seconds write_cases(std::size_t cases, const std::string& folder);

}  // namespace nagarezu::bench
