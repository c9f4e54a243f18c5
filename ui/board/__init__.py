"""The window that lists the cases of a folder."""
