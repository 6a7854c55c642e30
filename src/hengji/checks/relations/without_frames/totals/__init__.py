"""Totals that the figures around them make, but for a slip of the pen."""
