"""Dates: what can be a date, and the order and length of what lies between two."""
