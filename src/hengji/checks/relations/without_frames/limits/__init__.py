"""Figures against the limit, ceiling or goal of their sentence, and what is said of the two."""
