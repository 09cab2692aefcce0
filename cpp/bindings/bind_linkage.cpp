// What any holders of a case could join.
#include <pybind11/stl.h>

#include <algorithm>

#include "bind.hpp"
#include "convert.hpp"
#include "measured_case.hpp"
#include "nagarezu/metrics/tables.hpp"
#include "nagarezu/review/linkage.hpp"

namespace py = pybind11;

namespace nagarezu::bindings {

namespace {

py::dict linkage(const PyCase& self, const std::vector<std::string>& ids) {
    const auto& holders = self.source().holders;
    std::vector<HolderIndex> found;
    for (const std::string& id : ids) {
        const auto holder = std::ranges::find(holders, id, &Holder::id);
        if (holder == holders.end()) throw py::key_error(id);
        found.emplace_back(static_cast<std::size_t>(holder - holders.begin()));
    }
    Frame frame;
    {
        py::gil_scoped_release release;
        frame = metrics::with_case(review::linkage_table(*self.measured, found), self.source());
    }
    return to_python(frame);
}

}  // namespace

void bind_linkage(py::module_& module) {
    py::class_<PyCase>(module.attr("Case"))
        .def("linkage", &linkage, py::arg("holders"),
             "The row of table `linkage` for these holders. Raises KeyError for an unknown one.");
}

}  // namespace nagarezu::bindings
