"""Two statements that do not agree, each with where it is from."""
