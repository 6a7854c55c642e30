"""Files to located data and documents, with exact places."""
