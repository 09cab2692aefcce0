// Values of the core as Python values: errors as dicts, columns as arrays.
#pragma once

#include <pybind11/pybind11.h>

#include <vector>

#include "nagarezu/base/error.hpp"
#include "nagarezu/base/frame.hpp"

namespace nagarezu::bindings {

/// {"code", "severity", "file", "line", "column", "pointer", "subject", "hint"}
pybind11::list to_python(const std::vector<Error>& errors);

/// {"columns": [{"name", "kind", "values", "valid"}], "notes": [{"code", "values"}]}: text columns as
/// a list, the others as arrays of shape (rows,); `valid` is an array of bool of the same shape.
pybind11::dict to_python(const Frame& frame);

}  // namespace nagarezu::bindings
