"""The words of the field as frozen, exact, comparable values. Standard library only."""
