"""The twenty-fourth set of independent documents."""
