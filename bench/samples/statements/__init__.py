"""Passages that occur in many kinds of document; each writes its text and records what holds in it."""
