"""The formula language of data items: grammar, units, and its exact, printed and workbook readings."""
