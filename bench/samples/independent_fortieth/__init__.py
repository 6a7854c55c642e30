"""The fortieth set of independent documents."""
