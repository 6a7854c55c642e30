"""So much for each, how many, and what they make together."""
