"""The sealed room: a process with limits, the only one that opens foreign files."""
