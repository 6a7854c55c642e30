"""The forty-sixth set of independent documents."""
