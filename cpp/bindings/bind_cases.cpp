// Reading, writing and asking one case.
#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <stdexcept>
#include <thread>

#include "bind.hpp"
#include "convert.hpp"
#include "measured_case.hpp"
#include "nagarezu/io/read.hpp"
#include "nagarezu/io/write.hpp"
#include "nagarezu/review/readings.hpp"
#include "nagarezu/review/tables.hpp"

namespace py = pybind11;

namespace nagarezu::bindings {

namespace {

/// A reading with its holdings computed, before anything of Python is touched. A case whose holdings would
/// not fit has one more error, with the file that it came from.
struct Measuring {
    MeasuredCase measured;
    std::vector<Error> errors;

    Measuring() = default;
    Measuring(io::Reading<Case> reading, const std::string& name) : errors{std::move(reading.errors)} {
        if (!reading.value) return;
        try {
            measured = std::make_shared<const metrics::Measured>(*std::move(reading.value));
        } catch (const InvalidInput& fault) {
            for (Error error : fault.errors()) {
                error.file = name;
                errors.push_back(std::move(error));
            }
        }
    }

    [[nodiscard]] py::tuple to_tuple() const {
        py::object value = measured ? py::cast(PyCase{measured}) : py::object{py::none()};
        return py::make_tuple(std::move(value), to_python(errors));
    }
};

py::tuple read_file(const std::string& path) {
    Measuring result;
    {
        py::gil_scoped_release release;
        result = Measuring{io::read_case_file(path), path};
    }
    return result.to_tuple();
}

py::tuple read_text(const py::bytes& text, const std::string& name) {
    const std::string copy = text;
    Measuring result;
    {
        py::gil_scoped_release release;
        result = Measuring{io::read_case(copy, name), name};
    }
    return result.to_tuple();
}

std::vector<Measuring> read_files(const std::vector<std::string>& paths, std::size_t threads) {
    std::vector<Measuring> results(paths.size());
    std::vector<std::exception_ptr> faults(paths.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < paths.size(); i = next++) try {
                results[i] = Measuring{io::read_case_file(paths[i]), paths[i]};
            } catch (...) {
                faults[i] = std::current_exception();  // must not leave the thread
            }
    };
    std::vector<std::jthread> workers;
    for (std::size_t i = 1; i < std::min(threads, paths.size()); ++i) workers.emplace_back(work);
    work();
    workers.clear();  // joins
    for (const auto& fault : faults)
        if (fault) std::rethrow_exception(fault);
    return results;
}

py::list load_many(const std::vector<std::string>& paths, std::size_t threads) {
    std::vector<Measuring> results;
    {
        py::gil_scoped_release release;
        results = read_files(paths, threads);
    }
    py::list list;
    for (const Measuring& result : results) list.append(result.to_tuple());
    return list;
}

template <class Entity>
std::size_t position(const std::vector<Entity>& entities, const std::string& id) {
    const auto found = std::ranges::find(entities, id, &Entity::id);
    if (found == entities.end()) throw py::key_error(id);
    return static_cast<std::size_t>(found - entities.begin());
}

graph::Reach reach_of(const std::string& word) {
    if (word == "lower") return graph::Reach::lower;
    if (word == "upper") return graph::Reach::upper;
    if (word == "potential") return graph::Reach::potential;
    throw py::value_error("reach is lower, upper or potential, not " + word);
}

py::object witness(const PyCase& self, const std::string& holder, const std::string& item, const std::string& subject,
                   const std::string& reach) {
    const Case& source = self.source();
    const auto way = self.holdings().witness(HolderIndex{position(source.holders, holder)},
                                             SubjectIndex{position(source.subjects, subject)},
                                             ItemIndex{position(source.items, item)}, reach_of(reach));
    if (!way) return py::none();
    py::list flows;
    for (FlowIndex flow : way->flows) flows.append(source.flows[flow.get()].id);
    py::list holders;
    for (HolderIndex at : way->holders) holders.append(source.holders[at.get()].id);
    py::dict result;
    result["flows"] = std::move(flows);
    result["holders"] = std::move(holders);
    result["depth"] = way->depth();
    return result;
}

py::dict table(const PyCase& self, const std::string& name, const std::vector<Profile>& profiles,
               const BandTable* bands) {
    Frame frame;
    {
        py::gil_scoped_release release;
        frame = review::table(name, *self.measured, profiles, bands);
    }
    return to_python(frame);
}

/// A value for each (group, item), the unlisted remainder in the last column: shape (groups, items + 1).
template <class Out, class Value>
py::array_t<Out> per_pair(const Case& source, Value value) {
    const std::size_t groups = source.subjects.size();
    const std::size_t items = source.items.size() + 1;
    py::array_t<Out> array({static_cast<py::ssize_t>(groups), static_cast<py::ssize_t>(items)});
    Out* next = array.mutable_data();
    for (std::size_t group = 0; group < groups; ++group)
        for (std::size_t item = 0; item < items; ++item) *next++ = value(SubjectIndex{group}, ItemIndex{item});
    return array;
}

py::array_t<bool> holdings(const PyCase& self, const std::string& holder, const std::string& reach) {
    const auto& held = self.holdings();
    const auto bits = held.at(HolderIndex{position(self.source().holders, holder)}, reach_of(reach));
    return per_pair<bool>(self.source(), [&](SubjectIndex group, ItemIndex item) {
        return graph::test(bits, held.graph().bit(group.get(), item.get()));
    });
}

py::array_t<std::int64_t> depths(const PyCase& self, const std::string& holder, const std::string& reach) {
    const HolderIndex at{position(self.source().holders, holder)};
    const auto wanted = reach_of(reach);
    return per_pair<std::int64_t>(self.source(), [&](SubjectIndex group, ItemIndex item) {
        const auto depth = self.holdings().depth(at, group, item, wanted);
        return depth ? static_cast<std::int64_t>(*depth) : std::int64_t{-1};
    });
}

py::dict readings(const PyCase& self) {
    const review::Readings found = review::readings(self.source());
    py::dict result;
    for (const Review state : {Review::unreviewed, Review::confirmed, Review::corrected, Review::rejected})
        result[py::str(std::string{name_of(state)})] = found.of(state);
    return result;
}

py::dict counts(const PyCase& self) {
    const Case& source = self.source();
    py::dict result;
    result["matters"] = source.matters.size();
    result["subjects"] = source.subjects.size();
    result["items"] = source.items.size();
    result["holders"] = source.holders.size();
    result["lists"] = source.lists.size();
    result["flows"] = source.flows.size();
    result["safeguards"] = source.safeguards.size();
    result["clauses"] = source.clauses.size();
    result["checklist"] = source.checklist.size();
    result["criteria"] = source.criteria.size();
    result["claims"] = source.claims.size();
    result["references"] = source.references.size();
    result["transfers"] = source.transfers.size();
    result["changes"] = source.changes.size();
    return result;
}

py::dict municipality(const PyCase& self) {
    py::dict result;
    result["code"] = self.source().municipality.code;
    result["name"] = self.source().municipality.name;
    return result;
}

}  // namespace

void bind_cases(py::module_& module) {
    py::class_<PyCase>(module, "Case")
        .def_property_readonly("id", [](const PyCase& self) { return self.source().id; })
        .def_property_readonly("title", [](const PyCase& self) { return self.source().title; })
        .def_property_readonly("body", [](const PyCase& self) { return self.source().body; })
        .def_property_readonly("procedure", [](const PyCase& self) { return name_of(self.source().procedure); })
        .def_property_readonly("municipality", &municipality)
        .def("table", &table, py::arg("name"), py::arg("profiles"), py::arg("bands") = nullptr,
             "The columns of one table. Raises IndexError for an unknown name.")
        .def("counts", &counts, "How many entities of each kind.")
        .def("readings", &readings, "How many values were read, by state of review.")
        .def(
            "to_json", [](const PyCase& self) { return io::write_case(self.source()); }, "The case as a case file.")
        .def(
            "write", [](const PyCase& self, const std::string& path) { io::write_case_file(self.source(), path); },
            py::arg("path"), py::call_guard<py::gil_scoped_release>(), "Writes the case file whole or not at all.")
        .def("holdings", &holdings, py::arg("holder"), py::arg("reach") = "upper",
             "Which (group, item) pairs reach a holder: bool, shape (groups, items + 1), the last column "
             "for something that no list names. Raises KeyError for an unknown holder.")
        .def("depths", &depths, py::arg("holder"), py::arg("reach") = "upper",
             "Fewest flows by which each pair arrives: int64, the same shape, -1 where it does not.")
        .def("witness", &witness, py::arg("holder"), py::arg("item"), py::arg("subject"), py::arg("reach") = "upper",
             "A shortest way of an item of a group to a holder, or None. Raises KeyError for an unknown id.");
    module.def("read_case_file", &read_file, py::arg("path"), "(Case or None, errors)");
    module.def("read_case", &read_text, py::arg("text"), py::arg("name"), "(Case or None, errors)");
    module.def("load_many", &load_many, py::arg("paths"), py::arg("threads"),
               "read_case_file for each path, in order, over several threads.");
}

}  // namespace nagarezu::bindings
