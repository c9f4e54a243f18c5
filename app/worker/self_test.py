"""What the sealed room must not be able to do, tried from inside."""

import errno
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

REFUSED = "refused"
ALLOWED = "allowed"
ABSENT = "absent"


def try_all(home: str, elsewhere: str) -> dict[str, str]:
    """Try everything; `elsewhere` is a path outside the room that may be created."""
    return {
        "network": _outcome(_open_socket),
        "home": _outcome(lambda: list(Path(home).iterdir())),
        "passwd": _outcome(lambda: Path("/etc/passwd").read_bytes()),
        "exec": _outcome(_run_program),
        "fork": _outcome(_fork),
        "write": _outcome(lambda: Path(elsewhere).write_bytes(b"")),
    }


def _outcome(attempt: Callable[[], object]) -> str:
    try:
        attempt()
    except FileNotFoundError:
        return ABSENT
    except OSError as problem:
        denied = problem.errno in (errno.EPERM, errno.EACCES) or sys.platform == "win32"
        return REFUSED if denied else f"error {problem.errno}"
    return ALLOWED


def _open_socket() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as opened:
        opened.bind(("127.0.0.1", 0))


def _run_program() -> None:
    """Try to become another program that does not exist: only a refusal tells."""
    if sys.platform == "win32":
        os.spawnv(os.P_WAIT, sys.executable, [sys.executable, "-c", ""])
    else:
        os.posix_spawn("/bin/sh", ["sh", "-c", ":"], {})


def _fork() -> None:
    if sys.platform == "win32":
        raise FileNotFoundError
    if os.fork() == 0:
        os._exit(0)
    os.wait()
