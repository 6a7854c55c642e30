"""A year's round: opening it, the matrix of departments and stages, deadlines."""
