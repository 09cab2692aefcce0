"""Bounds on what is read of a file from outside. A file beyond one of them is refused by name."""

from __future__ import annotations

FILE_BYTES = 64 * 2**20
UNPACKED_BYTES = 256 * 2**20  # of all parts that are read, as they unpack, not as they claim
PARTS = 10_000
CELLS = 1_000_000
SHEETS = 1_000
ROWS = 1_048_576
COLUMNS = 16_384
FIELD = 1_000_000  # characters
DEPTH = 64  # of nested JSON and XML
PLACES = 1_500_000  # paragraphs and cells of a document
PAGES = 2_000
SECONDS = 120  # of computing for one file
MEMORY = 2 * 2**30  # bytes that the process which reads one PDF may take
