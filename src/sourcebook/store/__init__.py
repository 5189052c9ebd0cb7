"""Files on disk and the model, both ways."""
