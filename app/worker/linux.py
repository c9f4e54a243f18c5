"""What Linux refuses the sealed room: Landlock for files, seccomp for the rest.

Landlock: https://docs.kernel.org/userspace-api/landlock.html
seccomp: https://docs.kernel.org/userspace-api/seccomp_filter.html
Neither needs a privilege, and neither can be taken back by the process.
"""

import contextlib
import ctypes
import os
import struct
import sys
from pathlib import Path

from app.worker import seccomp

assert sys.platform == "linux"  # the type checker skips the rest elsewhere

_PR_SET_NO_NEW_PRIVS = 38

# The same numbers on every machine since Linux 5.13.
_SYS_LANDLOCK_CREATE_RULESET = 444
_SYS_LANDLOCK_ADD_RULE = 445
_SYS_LANDLOCK_RESTRICT_SELF = 446
_CREATE_RULESET_VERSION = 1
_RULE_PATH_BENEATH = 1

_WRITE_FILE = 1 << 1
_READ_FILE = 1 << 2
_READ_DIR = 1 << 3
_REMOVE_FILE = 1 << 5
_MAKE_REG = 1 << 8
_TRUNCATE = 1 << 14
_READ = _READ_FILE | _READ_DIR
# No links, pipes, sockets or folders: what the parent finds there is a plain file.
_OWN_FOLDER = _READ | _WRITE_FILE | _REMOVE_FILE | _MAKE_REG | _TRUNCATE
_FOR_FILES = _READ_FILE | _WRITE_FILE | _TRUNCATE

# How many file rights each version of Landlock knows, counted from bit 0.
_RIGHTS_OF_VERSION = {1: 13, 2: 14, 3: 15, 4: 15}
_RIGHTS_SINCE_5 = 16
_NET_BIND_AND_CONNECT = 0b11  # from version 4
_SCOPE_SOCKETS_AND_SIGNALS = 0b11  # from version 6


def seal(readable: list[Path], writable: Path) -> dict[str, str]:
    """Refuse this process what it does not need, for good.

    It may read below `readable` and write inside `writable` only. Call it
    while there is one thread; later threads inherit it. Returns what is in
    force: "landlock" and "seccomp", each "absent" where the kernel has none.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return {"landlock": "absent", "seccomp": "absent"}
    version = _restrict_files(libc, readable, writable)
    return {
        "landlock": f"version {version}" if version else "absent",
        "seccomp": "on" if seccomp.install(libc) else "absent",
    }


def _restrict_files(libc: ctypes.CDLL, readable: list[Path], writable: Path) -> int:
    """Apply Landlock; gives its version, or 0 where the kernel has none."""
    version = int(libc.syscall(_SYS_LANDLOCK_CREATE_RULESET, None, 0, _CREATE_RULESET_VERSION))
    if version < 1:
        return 0
    handled = (1 << _RIGHTS_OF_VERSION.get(version, _RIGHTS_SINCE_5)) - 1
    attributes = struct.pack("=Q", handled)
    if version >= 4:
        attributes += struct.pack("=Q", _NET_BIND_AND_CONNECT)
    if version >= 6:
        attributes += struct.pack("=Q", _SCOPE_SOCKETS_AND_SIGNALS)
    ruleset = int(libc.syscall(_SYS_LANDLOCK_CREATE_RULESET, attributes, len(attributes), 0))
    if ruleset < 0:
        return 0
    try:
        for path in readable:
            with contextlib.suppress(FileNotFoundError, PermissionError):  # needs no rule
                _allow(libc, ruleset, path, _READ & handled)
        _allow(libc, ruleset, writable, _OWN_FOLDER & handled)
        _allow(libc, ruleset, Path(os.devnull), (_READ_FILE | _WRITE_FILE) & handled)
        done = libc.syscall(_SYS_LANDLOCK_RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)
    return version if done == 0 else 0


def _allow(libc: ctypes.CDLL, ruleset: int, path: Path, rights: int) -> None:
    """Add a rule for `path` and what lies below it."""
    if not path.is_dir():
        rights &= _FOR_FILES
    opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = struct.pack("=Qi", rights, opened)
        if libc.syscall(_SYS_LANDLOCK_ADD_RULE, ruleset, _RULE_PATH_BENEATH, rule, 0) != 0:
            raise OSError(ctypes.get_errno(), "Landlock refused a rule")
    finally:
        os.close(opened)
