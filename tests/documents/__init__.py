"""Test documents in our own words: what is printed, where, and which facts it states."""
