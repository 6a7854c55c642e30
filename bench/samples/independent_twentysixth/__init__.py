"""The twenty-sixth set of independent documents."""
