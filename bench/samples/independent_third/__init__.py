"""A third set of documents by a third writer, close to the style and the faults of published papers; all held out."""
