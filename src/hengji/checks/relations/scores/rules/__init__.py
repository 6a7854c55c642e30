"""A score against its points, its standard and the data beside it."""
