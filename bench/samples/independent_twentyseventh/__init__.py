"""The twenty-fifth set of independent documents."""
