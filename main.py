"""Start the program: a window, a command, or the sealed room."""

import sys
from pathlib import Path

HERE = str(Path(__file__).resolve().parent)


def main(argv: list[str] | None = None) -> int:
    """Run what the arguments ask for and return the exit status.

    A command never pays for Qt, the window never for the commands unless it
    is given words, and the sealed room pays for neither.
    """
    arguments = sys.argv[1:] if argv is None else argv
    if arguments and arguments[0] == "--worker":
        from app.worker.child import run as run_sealed

        return run_sealed(arguments[1:])

    if not arguments:
        return _window([])

    from app.cli import is_command, run

    if is_command(arguments):
        return run(arguments, show=_window)
    return _window(arguments)


def _window(arguments: list[str]) -> int:
    from ui.application import run

    return run(arguments)


if __name__ == "__main__":
    if HERE not in sys.path:  # `python -I`, as the sealed room is started, leaves it out
        sys.path.insert(0, HERE)
    sys.exit(main())
