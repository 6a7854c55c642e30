"""The fifth set of independent documents."""
