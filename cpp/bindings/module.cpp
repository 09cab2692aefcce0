// The extension module nagarezu._core: conversions between the core's values and Python's, no logic.
#include "bind.hpp"

PYBIND11_MODULE(_core, module, pybind11::mod_gil_not_used()) {
    module.doc() = "The C++ core of nagarezu; use the package, not this module.";
    nagarezu::bindings::bind_words(module);
    nagarezu::bindings::bind_tables(module);
    nagarezu::bindings::bind_cases(module);
    nagarezu::bindings::bind_review(module);
    nagarezu::bindings::bind_linkage(module);
    nagarezu::bindings::bind_assessment(module);
}
