"""Slips of the unit: a 元 among 万元, a unit lost, one measure told in two."""
