"""The twenty-ninth set of independent documents."""
