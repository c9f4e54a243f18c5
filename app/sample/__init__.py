"""The built-in sample case: every person and every paper in it is made up."""
