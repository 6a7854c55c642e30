"""The web application: the year of a whole city in the browser. One Django project, one app."""
