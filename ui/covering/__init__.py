"""Covering parts of pages: boxes on the page, and the list of them beside it."""
