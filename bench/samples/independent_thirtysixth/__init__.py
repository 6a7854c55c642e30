"""The thirty-sixth set of independent documents."""
