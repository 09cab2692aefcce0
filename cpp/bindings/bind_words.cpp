// The closed lists of the format, so that Python never repeats them.
#include <pybind11/stl.h>

#include <string>
#include <vector>

#include "bind.hpp"
#include "nagarezu/base/error.hpp"
#include "nagarezu/io/write.hpp"
#include "nagarezu/model/words.hpp"

namespace py = pybind11;

namespace nagarezu::bindings {

namespace {

template <class Enum>
std::vector<std::string> listed() {
    const auto list = words<Enum>();
    return {list.begin(), list.end()};
}

std::vector<std::string> error_codes() {
    std::vector<std::string> names;
    for (int code = 0; code <= static_cast<int>(ErrorCode::too_many_errors); ++code)
        names.emplace_back(name_of(static_cast<ErrorCode>(code)));
    return names;
}

}  // namespace

void bind_words(py::module_& module) {
    module.def("error_codes", &error_codes, "Every error code, in the order of the core.");
    module.def("categories", &listed<Category>, "The 30 safeguard categories, in order.");
    module.def("item_classes", &listed<ItemClass>, "The 17 item classes, in order.");
    module.def("schema", &io::case_schema, "The JSON Schema (2020-12) of the case format.");
}

}  // namespace nagarezu::bindings
