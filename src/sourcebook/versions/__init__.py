"""Versions of a file that people edited at the same time -> one file. Pure."""
