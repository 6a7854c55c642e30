"""The tenth set of independent documents."""
