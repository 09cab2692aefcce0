// A set of safeguard categories takes no item class.
// expect: cannot convert|cannot initialize a parameter
#include "nagarezu/model/words.hpp"

using namespace nagarezu;

void probe(Categories& categories) {
#ifdef NAGAREZU_WRONG
    categories.insert(ItemClass::NB);  // wrong
#else
    categories.insert(Category::LOG);
#endif
}
