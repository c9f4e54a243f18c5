"""What macOS refuses the sealed room. Written from the manual page; not tested.

sandbox_init(3) is deprecated but has no successor for a program that is not
in the App Store. Only the profile "no-network" is used: a stricter one of our
own, untested, could keep the room from starting.
"""

import ctypes

_NAMED = 1  # SANDBOX_NAMED: the profile is one of the system's own


def seal() -> dict[str, str]:
    """Give up the network. Returns what is in force, by name."""
    system = ctypes.CDLL("/usr/lib/libSystem.dylib")
    problem = ctypes.c_char_p()
    done = system.sandbox_init(b"no-network", ctypes.c_uint64(_NAMED), ctypes.byref(problem))
    return {"sandbox": "no-network" if done == 0 else "absent"}
