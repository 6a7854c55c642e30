"""The forty-second set of independent documents."""
