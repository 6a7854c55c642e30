"""A report's words: references to data in braces, drafts made of the data, and the paper composed of both."""
