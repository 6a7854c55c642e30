"""Official forms (final account, headcount, assets): found by title, read by row label and column heading."""
