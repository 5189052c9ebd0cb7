"""Who takes part in an event, chairs it, and where it is."""
