// Sets of words of different lists have no union.
// expect: no match for|invalid operands
#include "nagarezu/model/words.hpp"

using namespace nagarezu;

auto probe(Categories categories, ItemClasses classes) {
#ifdef NAGAREZU_WRONG
    return categories | classes;  // wrong
#else
    return categories | Categories::of_bits(classes.bits());
#endif
}
