"""Draft: a case file of what was read, with what was not and what must be asked."""
