"""The forty-fifth set of independent documents."""
