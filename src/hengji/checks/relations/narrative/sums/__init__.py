"""Totals and their parts: announced compositions, lists, rows of one frame, neighbouring sentences."""
