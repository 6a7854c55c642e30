"""Files of our own forms, YAML and workbooks, read into located data and written back."""
