"""绩效监控: execution and goals against the share of the year gone, lights, notices."""
