"""Which way information goes: what sentences and tables state, deny or say of one way only."""
