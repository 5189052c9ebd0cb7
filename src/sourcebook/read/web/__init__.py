"""What web pages are made of: their bytes, their words as a reader sees them, and what they say of themselves."""
