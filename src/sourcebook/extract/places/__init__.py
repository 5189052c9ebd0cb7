"""Places, and what kind of place each is."""
