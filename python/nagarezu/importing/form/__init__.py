"""Form: which family a document belongs to, which sheets it has, which label stands where."""
