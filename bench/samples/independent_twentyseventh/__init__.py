"""The twenty-seventh set of independent documents."""
