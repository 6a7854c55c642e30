"""The nineteenth set of independent documents."""
