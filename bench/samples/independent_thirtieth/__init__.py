"""The thirtieth set of independent documents."""
