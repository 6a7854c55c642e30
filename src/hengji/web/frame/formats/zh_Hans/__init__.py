"""Dates in zh_Hans."""
