"""A score, its points, its standard and its datum, wherever in the paper each of them stands, joined by name."""
