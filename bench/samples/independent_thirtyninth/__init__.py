"""The thirty-ninth set of independent documents."""
