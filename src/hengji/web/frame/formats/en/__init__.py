"""Dates in en."""
