"""What the timeline shows: its lines, and the same drawn on a strip."""
