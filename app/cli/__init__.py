"""The same work without a window."""

from app.cli.run import is_command, run

__all__ = ["is_command", "run"]
