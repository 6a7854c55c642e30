"""Dates as officers write them; no thousands separators, which belong to the figures filter."""

DATE_FORMAT = "Y-m-d"
DATETIME_FORMAT = "Y-m-d H:i"
SHORT_DATE_FORMAT = "m-d"
TIME_FORMAT = "H:i"
