// What-if edits, and two cases compared.
#include <pybind11/stl.h>

#include "bind.hpp"
#include "convert.hpp"
#include "measured_case.hpp"
#include "nagarezu/review/difference.hpp"
#include "nagarezu/review/edit.hpp"
#include "nagarezu/review/effects.hpp"

namespace py = pybind11;

namespace nagarezu::bindings {

namespace {

/// The members of an edit by name; what is left out keeps its default.
class Members {
public:
    explicit Members(const py::dict& values) : values_{values} {}

    template <class T>
    Members& take(const char* name, T& into) {
        if (values_.contains(name)) into = values_[name].cast<T>();
        return *this;
    }

private:
    const py::dict& values_;
};

review::Edit edit_of(const std::string& kind, const py::dict& values) {
    Members members{values};
    if (kind == "WithoutItem") {
        review::WithoutItem edit;
        members.take("item", edit.item).take("flow", edit.flow);
        return edit;
    }
    if (kind == "WithoutFlow") {
        review::WithoutFlow edit;
        members.take("flow", edit.flow);
        return edit;
    }
    if (kind == "WithoutRecipient") {
        review::WithoutRecipient edit;
        members.take("recipient", edit.recipient);
        return edit;
    }
    if (kind == "WithItem") {
        review::WithItem edit;
        members.take("item", edit.item).take("flow", edit.flow).take("label", edit.label).take("classes", edit.classes);
        return edit;
    }
    if (kind == "WithFlow") {
        review::WithFlow edit;
        members.take("flow", edit.flow).take("from_", edit.from).take("to", edit.to).take("relation", edit.relation);
        members.take("items", edit.items).take("subjects", edit.subjects).take("matter", edit.matter);
        return edit;
    }
    if (kind == "WithRecipient") {
        review::WithRecipient edit;
        members.take("recipient", edit.recipient).take("label", edit.label).take("flow", edit.flow);
        return edit;
    }
    if (kind != "WithSafeguard") throw py::value_error("no edit " + kind);
    review::WithSafeguard edit;
    members.take("category", edit.category).take("flow", edit.flow).take("party", edit.party);
    return edit;
}

py::tuple edited(const PyCase& self, const std::string& kind, const py::dict& values) {
    const review::Edit edit = edit_of(kind, values);
    MeasuredCase measured;
    std::vector<Error> errors;
    {
        py::gil_scoped_release release;
        try {
            measured = std::make_shared<const metrics::Measured>(review::edited(self.source(), edit));
        } catch (const InvalidInput& fault) {
            errors = fault.errors();
        }
    }
    py::object value = measured ? py::cast(PyCase{measured}) : py::object{py::none()};
    return py::make_tuple(std::move(value), to_python(errors));
}

py::dict difference(const PyCase& before, const PyCase& after) {
    Frame frame;
    {
        py::gil_scoped_release release;
        frame = review::difference_table(review::difference(before.source(), after.source()), after.source());
    }
    return to_python(frame);
}

py::dict effects(const PyCase& before, const PyCase& after, const std::vector<Profile>& profiles,
                 const BandTable* bands) {
    Frame frame;
    {
        py::gil_scoped_release release;
        const auto found = review::effects(*before.measured, *after.measured, profiles, bands);
        frame = review::effects_table(found, after.source());
    }
    return to_python(frame);
}

}  // namespace

void bind_review(py::module_& module) {
    module.def("edited", &edited, py::arg("case"), py::arg("kind"), py::arg("values"),
               "(Case or None, errors): the case with one edit, by the name of its kind and its members.");
    module.def("difference", &difference, py::arg("before"), py::arg("after"),
               "The columns of the table of differences.");
    module.def("effects", &effects, py::arg("before"), py::arg("after"), py::arg("profiles"),
               py::arg("bands") = nullptr, "The columns of the table of effects on the metrics.");
}

}  // namespace nagarezu::bindings
