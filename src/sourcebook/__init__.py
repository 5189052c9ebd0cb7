"""Articles in, a cited and cross-linked knowledge base out."""

__version__ = "0.1.0"
HOME = "https://git.example.org/sourcebook"
"""Where this project lives; reports for machines lead there."""
