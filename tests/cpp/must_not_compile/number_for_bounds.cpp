// Bounds say which end a number is: a number alone is neither.
// expect: could not convert|cannot convert|no viable conversion|conversion from
#include "nagarezu/base/bounds.hpp"

using namespace nagarezu;

Bounds probe() {
#ifdef NAGAREZU_WRONG
    Bounds persons = 348587;  // wrong
#else
    Bounds persons = Bounds::at_least(348587);
#endif
    return persons;
}
