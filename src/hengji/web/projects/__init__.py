"""项目支出: a department's projects through the stages of the year, and what they come to beside its own figures."""
