"""The eleventh set of independent documents."""
