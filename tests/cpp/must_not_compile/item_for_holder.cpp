// An item has no place where a holder belongs.
// expect: could not convert|cannot convert|no known conversion|no matching function
#include "nagarezu/base/index.hpp"

using namespace nagarezu;

std::size_t position_of(HolderIndex holder) {
    return holder.get();
}

std::size_t probe() {
#ifdef NAGAREZU_WRONG
    return position_of(ItemIndex{1});  // wrong
#else
    return position_of(HolderIndex{1});
#endif
}
