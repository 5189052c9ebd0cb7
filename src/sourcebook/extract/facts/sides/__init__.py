"""Which two states deal with each other, and whom "both sides" mean."""
