"""Workbooks (xlsx, xls, et) as people see them: displayed figures, merged cells, sheets in order."""
