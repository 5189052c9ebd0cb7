"""Persons, and the offices that they hold."""
