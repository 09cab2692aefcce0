// Inside a case, a reference takes only the index of its own kind.
// expect: could not convert|cannot convert|no viable overloaded|no match for|no known conversion
#include "nagarezu/model/case.hpp"

using namespace nagarezu;

void probe(Flow& flow, HolderIndex holder, MatterIndex matter) {
#ifdef NAGAREZU_WRONG
    flow.matter = holder;  // wrong
#else
    flow.matter = matter;
    flow.from = holder;
#endif
}
