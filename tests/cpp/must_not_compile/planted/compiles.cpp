// For the check itself: the line called wrong compiles.
// expect: anything
int probe() {
#ifdef NAGAREZU_WRONG
    return 1;  // wrong
#else
    return 0;
#endif
}
