// A bare number does not say what it counts, so it is no index.
// expect: could not convert|cannot convert|no viable conversion|no matching function|conversion from
#include "nagarezu/base/index.hpp"

using namespace nagarezu;

FlowIndex probe() {
#ifdef NAGAREZU_WRONG
    FlowIndex flow = 3;  // wrong
#else
    FlowIndex flow{3};
#endif
    return flow;
}
