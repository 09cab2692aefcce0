"""Sentences as frames: who does what to what, read with a morphological dictionary."""
