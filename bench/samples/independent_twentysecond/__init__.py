"""The twenty-second set of independent documents."""
