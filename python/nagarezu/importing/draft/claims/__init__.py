"""Claims: what a document says of all that there is, and so of what there is not."""
