// An index becomes a number only where one asks for it by name.
// expect: cannot convert|no viable conversion
#include <cstddef>

#include "nagarezu/base/index.hpp"

using namespace nagarezu;

std::size_t probe(SubjectIndex subject) {
#ifdef NAGAREZU_WRONG
    const std::size_t position = subject;  // wrong
#else
    const std::size_t position = subject.get();
#endif
    return position;
}
