"""Agreements: treaties, memoranda, declarations and what else is signed."""
