// Runs one function on several threads; the first exception of any of them reaches the caller.
#pragma once

#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace nagarezu::graph {

/// Calls work(0) … work(workers - 1), the first on the calling thread. `work` must not share what it writes.
template <class Work>
void in_parallel(std::size_t workers, const Work& work) {
    std::vector<std::exception_ptr> failures(workers);
    const auto guarded = [&](std::size_t worker) {
        try {
            work(worker);
        } catch (...) {
            failures[worker] = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> pool;
        for (std::size_t worker = 1; worker < workers; ++worker) pool.emplace_back(guarded, worker);
        guarded(0);
    }
    for (const auto& failure : failures)
        if (failure) std::rethrow_exception(failure);
}

}  // namespace nagarezu::graph
