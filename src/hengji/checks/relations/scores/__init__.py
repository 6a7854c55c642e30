"""How points and scores are read: in the headings of an analysis, in rubrics, in the prose of standards."""
