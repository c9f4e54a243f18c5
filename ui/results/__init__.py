"""Typed results as series, and their chart."""
