"""绩效目标: the goal table as sheets, comments on rows, versions and their differences, import, export, projects."""
