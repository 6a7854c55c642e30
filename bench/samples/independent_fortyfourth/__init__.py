"""The forty-fourth set of independent documents."""
