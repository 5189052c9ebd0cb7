"""Articles in, a cited and cross-linked knowledge base out."""

__version__ = "0.1.0"
