"""The thirty-fourth set of independent documents."""
