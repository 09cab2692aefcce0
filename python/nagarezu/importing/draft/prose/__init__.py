"""Drafts of answers and consultations in numbered prose."""
