"""Scores as papers print them: in rubrics, scored headings, forms, conclusions and the prose of standards."""
