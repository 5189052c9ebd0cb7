"""The parts of pages, one in each file."""
