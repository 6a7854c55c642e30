"""The twenty-eighth set of independent documents."""
