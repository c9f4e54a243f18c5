"""A Windows job object around the sealed room. Written from the manual; not tested.

The job allows one process, so the room cannot start another; it ends with
the handle that the parent holds; memory is limited; a crash shows no box.
https://learn.microsoft.com/windows/win32/procthread/job-objects
"""

import ctypes
import sys
from ctypes import wintypes

assert sys.platform == "win32"  # the type checker skips the rest elsewhere

_PROCESS_SET_QUOTA_AND_TERMINATE = 0x0100 | 0x0001
_EXTENDED_LIMIT_INFORMATION = 9
_LIMIT_ACTIVE_PROCESS = 0x0008
_LIMIT_PROCESS_MEMORY = 0x0100
_LIMIT_DIE_ON_UNHANDLED_EXCEPTION = 0x0400
_LIMIT_KILL_ON_JOB_CLOSE = 0x2000


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", wintypes.DWORD),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", wintypes.DWORD),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", wintypes.DWORD),
        ("SchedulingClass", wintypes.DWORD),
    )


class _ExtendedLimits(ctypes.Structure):
    _fields_ = (
        ("BasicLimitInformation", _BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def confine(process: int, memory_bytes: int) -> int:
    """Put a process, by its id, into a job of its own; returns the job's handle.

    The process ends when the handle is closed or this process ends. Raises
    OSError when Windows refuses.
    """
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    kernel.OpenProcess.restype = wintypes.HANDLE
    job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
    limits = _ExtendedLimits()
    limits.BasicLimitInformation.LimitFlags = (
        _LIMIT_ACTIVE_PROCESS
        | _LIMIT_PROCESS_MEMORY
        | _LIMIT_DIE_ON_UNHANDLED_EXCEPTION
        | _LIMIT_KILL_ON_JOB_CLOSE
    )
    limits.BasicLimitInformation.ActiveProcessLimit = 1
    limits.ProcessMemoryLimit = memory_bytes
    set_up = kernel.SetInformationJobObject(
        job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), ctypes.sizeof(limits)
    )
    opened = wintypes.HANDLE(
        kernel.OpenProcess(_PROCESS_SET_QUOTA_AND_TERMINATE, False, wintypes.DWORD(process))
    )
    joined = set_up and opened and kernel.AssignProcessToJobObject(job, opened)
    problem = ctypes.WinError(ctypes.get_last_error())
    if opened:
        kernel.CloseHandle(opened)
    if not joined:
        kernel.CloseHandle(job)
        raise problem
    return job.value or 0


def release(job: int) -> None:
    """Close the handle; the process inside ends."""
    ctypes.WinDLL("kernel32").CloseHandle(wintypes.HANDLE(job))
