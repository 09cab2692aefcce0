// The assessment of a case under a handling that the caller gives.
#include <pybind11/stl.h>

#include <optional>

#include "bind.hpp"
#include "convert.hpp"
#include "measured_case.hpp"
#include "nagarezu/metrics/assessment.hpp"
#include "nagarezu/metrics/tables.hpp"

namespace py = pybind11;

namespace nagarezu::bindings {

namespace {

using Given = std::optional<Count>;

py::dict assessment(const PyCase& self, const BandTable& bands, Given handlers_lower, Given handlers_upper,
                    std::optional<bool> accident) {
    Frame frame;
    {
        py::gil_scoped_release release;
        frame = metrics::assessment(*self.measured, &bands, {{handlers_lower, handlers_upper}, accident});
        frame = metrics::with_case(std::move(frame), self.source());
    }
    return to_python(frame);
}

std::string crossing(const PyCase& before, const PyCase& after, const BandTable& bands, Given handlers_lower,
                     Given handlers_upper, std::optional<bool> accident) {
    const metrics::Handling handling{{handlers_lower, handlers_upper}, accident};
    return std::string{name_of(metrics::crossing(*before.measured, *after.measured, handling, bands))};
}

}  // namespace

void bind_assessment(py::module_& module) {
    module.def("assessment", &assessment, py::arg("case"), py::arg("bands"), py::arg("handlers_lower") = py::none(),
               py::arg("handlers_upper") = py::none(), py::arg("accident") = py::none(),
               "The columns of the table `assessment` under a handling.");
    module.def("crossing", &crossing, py::arg("before"), py::arg("after"), py::arg("bands"),
               py::arg("handlers_lower") = py::none(), py::arg("handlers_upper") = py::none(),
               py::arg("accident") = py::none(), py::call_guard<py::gil_scoped_release>(),
               "Whether a change crosses from one band to another: none, up, down or unknown.");
}

}  // namespace nagarezu::bindings
