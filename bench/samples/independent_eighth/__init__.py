"""The eighth set of independent documents."""
