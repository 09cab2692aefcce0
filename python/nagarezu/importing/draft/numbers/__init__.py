"""Numbers, times and scopes that are told beside the lists, and what they are told of."""
