"""What all finders said, weighed together: what stands, what is in doubt, what explains itself, what to mend."""
