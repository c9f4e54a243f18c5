"""Closing a case: archive, hand over, remove; and who holds copies."""
