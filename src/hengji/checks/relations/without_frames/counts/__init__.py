"""How many there are against what is listed: names, places in brackets, rows of tables, occasions."""
