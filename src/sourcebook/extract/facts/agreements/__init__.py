"""Who has made an agreement."""
