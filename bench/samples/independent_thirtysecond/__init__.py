"""The thirty-second set of independent documents."""
