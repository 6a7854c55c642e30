"""The forty-eighth set of independent documents."""
