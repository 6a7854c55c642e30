"""绩效目标: the goal table edited like a spreadsheet, for departments and projects."""
