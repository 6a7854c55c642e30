"""A paper that people sign, before it becomes a docx, a pdf or a sheet: one description, several writers."""
