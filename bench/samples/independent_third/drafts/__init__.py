"""One module a document: written true, then faults put into named places."""
