"""Arithmetic that sentences announce, a room for each kind of relation."""
