// What tables are measured against, and which there are.
#include <pybind11/stl.h>

#include "bind.hpp"
#include "convert.hpp"
#include "nagarezu/io/read.hpp"
#include "nagarezu/review/tables.hpp"

namespace py = pybind11;

namespace nagarezu::bindings {

namespace {

py::tuple read_profile(const py::bytes& text, const std::string& name) {
    auto reading = io::read_profile(std::string{text}, name);
    py::object value = reading.value ? py::cast(*std::move(reading.value)) : py::object{py::none()};
    return py::make_tuple(std::move(value), to_python(reading.errors));
}

py::tuple read_bands(const py::bytes& text, const std::string& name) {
    auto reading = io::read_bands(std::string{text}, name);
    py::object value = reading.value ? py::cast(*std::move(reading.value)) : py::object{py::none()};
    return py::make_tuple(std::move(value), to_python(reading.errors));
}

std::vector<std::string> table_names() {
    const auto names = review::table_names();
    return {names.begin(), names.end()};
}

}  // namespace

void bind_tables(py::module_& module) {
    py::class_<Profile>(module, "Profile")
        .def_readonly("id", &Profile::id)
        .def_readonly("label_ja", &Profile::label_ja)
        .def_readonly("label_en", &Profile::label_en);
    module.def("read_profile", &read_profile, py::arg("text"), py::arg("name"), "(Profile or None, errors)");
    py::class_<BandTable>(module, "Bands")
        .def_readonly("id", &BandTable::id)
        .def_readonly("label_ja", &BandTable::label_ja)
        .def_readonly("label_en", &BandTable::label_en);
    module.def("read_bands", &read_bands, py::arg("text"), py::arg("name"), "(Bands or None, errors)");
    module.def("table_names", &table_names, "Every table of the catalogue, in order.");
}

}  // namespace nagarezu::bindings
