"""Drafts of agenda sheets."""
