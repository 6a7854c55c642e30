"""How tables are read for checking: cells with one figure, lines with their depth, columns with what they hold."""
