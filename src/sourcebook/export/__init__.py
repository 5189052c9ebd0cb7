"""What other programs read of a knowledge base; one form for each module."""
