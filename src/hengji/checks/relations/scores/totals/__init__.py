"""Points and scores that add up, and the same score told in several places."""
