// Positions are not added: a sum of two flows is nothing.
// expect: no match for|invalid operands
#include "nagarezu/base/index.hpp"

using namespace nagarezu;

FlowIndex probe(FlowIndex flow) {
#ifdef NAGAREZU_WRONG
    return flow + flow;  // wrong
#else
    return FlowIndex{flow.get() + flow.get()};
#endif
}
