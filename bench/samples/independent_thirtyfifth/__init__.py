"""The thirty-fifth set of independent documents."""
