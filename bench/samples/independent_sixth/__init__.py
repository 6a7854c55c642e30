"""The sixth set of independent documents."""
