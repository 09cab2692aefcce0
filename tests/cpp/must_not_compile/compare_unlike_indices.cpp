// The third item and the third holder are not equal: they cannot be compared.
// expect: no match for|invalid operands
#include "nagarezu/base/index.hpp"

using namespace nagarezu;

bool probe(ItemIndex item, HolderIndex holder) {
#ifdef NAGAREZU_WRONG
    return item == holder;  // wrong
#else
    return item == ItemIndex{holder.get()};
#endif
}
