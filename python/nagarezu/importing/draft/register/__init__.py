"""Drafts of registers of files and tasks."""
