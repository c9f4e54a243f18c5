"""The comparison: opinions side by side, why they may differ, and what is still open."""
