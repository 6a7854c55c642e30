"""Data alone: the built-in schemes, one YAML file each, with citation and validity."""
