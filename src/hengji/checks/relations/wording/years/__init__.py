"""The year that a paper is about against the years that it names."""
