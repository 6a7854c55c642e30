"""The thirty-seventh set of independent documents."""
