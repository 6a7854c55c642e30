"""The twenty-third set of independent documents."""
