"""The forty-seventh set of independent documents."""
