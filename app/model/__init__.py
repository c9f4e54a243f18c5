"""Frozen values in the words of the field; nothing here needs a database."""
