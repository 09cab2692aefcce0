"""Handovers: by what way, and in which direction, a document says that something goes."""
