"""What all stages share: how content changes, how a state moves on, who waits for what."""
