"""Edits of the files that people keep, as functions from text to text. What they do not name, they do not touch."""
