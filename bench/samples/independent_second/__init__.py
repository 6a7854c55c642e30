"""A second set of documents by another writer, who had seen neither the checker nor the text of the first set."""
