"""From published documents to a draft that a person confirms.

source → blocks → form → fields → draft: one module or folder a step, each knowing only those before
it. Rules only, deterministic, offline. What is not read is unknown and listed; nothing is guessed.
"""

from __future__ import annotations
