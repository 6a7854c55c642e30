"""Measures a checker against labels: reads its reports and the labels, matches them, counts."""
