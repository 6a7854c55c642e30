"""The thirty-third set of independent documents."""
