"""Reference data that the checks read: names of budget codes, by the year from which they hold."""
