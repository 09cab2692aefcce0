// What Python holds as a Case: shared, immutable, with its holdings.
#pragma once

#include <pybind11/pybind11.h>

#include <memory>

#include "nagarezu/metrics/measured.hpp"

namespace nagarezu::bindings {

/// Immutable, so it may be read from several threads without the interpreter lock.
using MeasuredCase = std::shared_ptr<const metrics::Measured>;

struct PyCase {
    MeasuredCase measured;
    [[nodiscard]] const Case& source() const { return measured->source; }
    [[nodiscard]] const graph::Holdings& holdings() const { return measured->holdings; }
};

}  // namespace nagarezu::bindings
