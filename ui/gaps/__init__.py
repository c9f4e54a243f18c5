"""What may be missing: the checklist of a case in the window."""
