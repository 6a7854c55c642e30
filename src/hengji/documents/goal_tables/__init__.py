"""Goal tables and projects' self-evaluation tables, found in the tables of a document and read by their labels."""
