"""What is between states and bodies."""
