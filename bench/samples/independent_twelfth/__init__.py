"""The twelfth set of independent documents."""
