"""One figure told in two places, or two of them exchanged."""
