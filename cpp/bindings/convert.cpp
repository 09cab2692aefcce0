#include "convert.hpp"

#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <algorithm>

namespace py = pybind11;

namespace nagarezu::bindings {

py::list to_python(const std::vector<Error>& errors) {
    py::list list;
    for (const Error& error : errors) {
        py::dict entry;
        entry["code"] = name_of(error.code);
        entry["severity"] = name_of(error.severity);
        entry["file"] = error.file;
        entry["line"] = error.line;
        entry["column"] = error.column;
        entry["pointer"] = error.pointer;
        entry["subject"] = error.subject;
        entry["hint"] = error.hint;
        list.append(std::move(entry));
    }
    return list;
}

namespace {

template <class Out, class In>
py::array_t<Out> array_of(const std::vector<In>& values) {
    py::array_t<Out> array(static_cast<py::ssize_t>(values.size()));
    std::ranges::transform(values, array.mutable_data(), [](In value) { return static_cast<Out>(value); });
    return array;
}

struct ColumnValues {
    py::dict& entry;

    void operator()(const Column::Texts& values) const { put("text", py::cast(values)); }
    void operator()(const Column::Wholes& values) const { put("whole", array_of<std::int64_t>(values)); }
    void operator()(const Column::Reals& values) const { put("real", array_of<double>(values)); }
    void operator()(const Column::Truths& values) const { put("truth", array_of<bool>(values)); }

    void put(const char* kind, const py::object& values) const {
        entry["kind"] = kind;
        entry["values"] = values;
    }
};

}  // namespace

py::dict to_python(const Frame& frame) {
    py::list columns;
    for (const Column& column : frame.columns) {
        py::dict entry;
        entry["name"] = column.name();
        std::visit(ColumnValues{entry}, column.values());
        entry["valid"] = array_of<bool>(column.valid());
        columns.append(std::move(entry));
    }
    py::list notes;
    for (const Note& note : frame.notes) {
        py::dict values;
        for (const auto& [name, value] : note.values) values[py::str(name)] = value;
        py::dict entry;
        entry["code"] = note.code;
        entry["values"] = std::move(values);
        notes.append(std::move(entry));
    }
    py::dict result;
    result["columns"] = std::move(columns);
    result["notes"] = std::move(notes);
    return result;
}

}  // namespace nagarezu::bindings
