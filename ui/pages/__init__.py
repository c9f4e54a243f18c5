"""One module for each place in the sidebar."""
