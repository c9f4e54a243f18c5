"""Own lists as a file: what goes in, what comes out, entry by entry."""
