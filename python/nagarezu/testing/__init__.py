"""Oracles and generators for tests of programs that use nagarezu.

Nothing here is fast. `reference` computes holdings, depth, unions and coverage from the plain JSON
of a case, without the core and as close to the definitions (docs/metrics.md) as code can be;
`cases` makes random and enumerated cases.
"""
