"""The thirty-eighth set of independent documents."""
