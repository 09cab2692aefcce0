// For the check itself: the file does not compile, but not for the reason that it is about.
// expect: undeclared|not declared
int probe() {
#ifdef NAGAREZU_WRONG
    missing_elsewhere();
    return 1;  // wrong
#else
    return 0;
#endif
}
