"""The forty-third set of independent documents."""
