"""The seventh set of independent documents."""
