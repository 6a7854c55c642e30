"""A total against the word for its grade, by the bands that the paper states."""
