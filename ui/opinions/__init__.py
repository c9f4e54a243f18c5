"""Opinions: what each doctor said, what was answered, and what was at hand."""
