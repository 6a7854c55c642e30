"""Scorecards and findings to tables, pages and workbooks."""
