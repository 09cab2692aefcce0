"""Drafts of assessment sheets, their digests and lists of changes."""
