"""Shares and the whole that each is taken of."""
