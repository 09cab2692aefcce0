// One registration per topic; module.cpp calls them in this order.
#pragma once

#include <pybind11/pybind11.h>

namespace nagarezu::bindings {

void bind_words(pybind11::module_& module);
void bind_tables(pybind11::module_& module);
void bind_cases(pybind11::module_& module);
void bind_review(pybind11::module_& module);
void bind_linkage(pybind11::module_& module);
void bind_assessment(pybind11::module_& module);

}  // namespace nagarezu::bindings
