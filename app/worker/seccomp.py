"""The system calls that the sealed room may not make.

Numbers are those of the kernel's asm/unistd.h, for x86_64 and for aarch64,
None where a machine does not have the call. The filter is classic BPF over
struct seccomp_data (seccomp(2)): a refused call fails with EPERM.
"""

import ctypes
import os
import platform
import struct

_PR_SET_SECCOMP = 22
_SECCOMP_MODE_FILTER = 2

# What a filter may answer (linux/seccomp.h).
_KILL = 0x80000000
_ALLOW = 0x7FFF0000
_ERRNO = 0x00050000
_EPERM = 1
_ENOSYS = 38

# The instructions of classic BPF that are used here (linux/bpf_common.h).
_LOAD = 0x20
_AND = 0x54
_JUMP_IF_EQUAL = 0x15
_JUMP_IF_AT_LEAST = 0x35
_RETURN = 0x06

# Where struct seccomp_data keeps things, in bytes, on a little-endian machine.
_NUMBER = 0
_MACHINE = 4
_FIRST_ARGUMENT = 16

_AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_COLUMN = {"x86_64": 0, "aarch64": 1}
_X32_BIT = 0x40000000  # the second numbering of x86_64
_CLONE_THREAD = 0x00010000

_REFUSED: dict[str, tuple[int | None, int | None]] = {
    # the network
    "socket": (41, 198),
    "socketpair": (53, 199),
    "connect": (42, 203),
    "bind": (49, 200),
    "listen": (50, 201),
    "accept": (43, 202),
    "accept4": (288, 242),
    # other programs
    "fork": (57, None),
    "vfork": (58, None),
    "execve": (59, 221),
    "execveat": (322, 281),
    # other processes
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "kill": (62, 129),
    "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "pidfd_open": (434, 434),
    "pidfd_send_signal": (424, 424),
    "pidfd_getfd": (438, 438),
    "setpriority": (141, 140),
    "sched_setaffinity": (203, 122),
    # what Landlock does not watch over: rights, owners, links, devices
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "fchown": (93, 55),
    "lchown": (94, None),
    "fchownat": (260, 54),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "setxattrat": (463, 463),
    "link": (86, None),
    "linkat": (265, 37),
    "symlink": (88, None),
    "symlinkat": (266, 36),
    "mknod": (133, None),
    "mknodat": (259, 33),
    # the machine
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "unshare": (272, 97),
    "setns": (308, 268),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "mount_setattr": (442, 442),
    "open_by_handle_at": (304, 265),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "ioperm": (173, None),
    "iopl": (172, None),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    # parts of the kernel with a long history of holes
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "request_key": (249, 218),
}
_CLONE = (56, 220)
_CLONE3 = (435, 435)
_TGKILL = (234, 131)
_PRLIMIT64 = (302, 261)


class _Program(ctypes.Structure):
    """struct sock_fprog."""

    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def install(libc: ctypes.CDLL) -> bool:
    """Apply the filter to this thread and those it starts; needs no_new_privs.

    False where the kernel has no seccomp or the machine is not one of ours.
    """
    machine = platform.machine()
    if machine not in _COLUMN:
        return False
    code = _filter(machine, os.getpid())
    kept = ctypes.create_string_buffer(code, len(code))
    program = _Program(len(code) // 8, ctypes.addressof(kept))
    done = libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0)
    return bool(done == 0)


def _filter(machine: str, process: int) -> bytes:
    column = _COLUMN[machine]
    steps = [
        _step(_LOAD, _MACHINE),
        _step(_JUMP_IF_EQUAL, _AUDIT_ARCH[machine], then=1),
        _step(_RETURN, _KILL),
        _step(_LOAD, _NUMBER),
    ]
    if machine == "x86_64":
        steps += [_step(_JUMP_IF_AT_LEAST, _X32_BIT, otherwise=1), _step(_RETURN, _ERRNO | _EPERM)]
    for numbers in _REFUSED.values():
        number = numbers[column]
        if number is not None:
            steps += _answer_to(number, [_step(_RETURN, _ERRNO | _EPERM)])
    # Without clone3 the C library falls back on clone, whose flags can be looked at here.
    steps += _answer_to(_CLONE3[column], [_step(_RETURN, _ERRNO | _ENOSYS)])
    steps += _answer_to(
        _CLONE[column],
        [
            _step(_LOAD, _FIRST_ARGUMENT),
            _step(_AND, _CLONE_THREAD),
            _step(_JUMP_IF_EQUAL, _CLONE_THREAD, otherwise=1),
            _step(_RETURN, _ALLOW),
            _step(_RETURN, _ERRNO | _EPERM),
        ],
    )
    steps += _answer_to(_TGKILL[column], _only_for(process))  # abort() signals itself
    steps += _answer_to(_PRLIMIT64[column], _only_for(0))  # 0: this process
    steps.append(_step(_RETURN, _ALLOW))
    return b"".join(steps)


def _only_for(process: int) -> list[bytes]:
    return [
        _step(_LOAD, _FIRST_ARGUMENT),
        _step(_JUMP_IF_EQUAL, process, otherwise=1),
        _step(_RETURN, _ALLOW),
        _step(_RETURN, _ERRNO | _EPERM),
    ]


def _answer_to(number: int, steps: list[bytes]) -> list[bytes]:
    """Run `steps`, which must end in an answer, when the call has this number."""
    return [_step(_JUMP_IF_EQUAL, number, otherwise=len(steps)), *steps]


def _step(code: int, value: int, *, then: int = 0, otherwise: int = 0) -> bytes:
    """One struct sock_filter; `then` and `otherwise` say how many steps to skip."""
    return struct.pack("=HBBI", code, then, otherwise, value)
