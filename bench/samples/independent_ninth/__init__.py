"""The ninth set of independent documents."""
