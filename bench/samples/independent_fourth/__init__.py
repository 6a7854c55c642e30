"""The fourth set of independent documents."""
