"""Who holds which office, and works for whom."""
