"""Loads and checks the wording and lists in resources/content."""
