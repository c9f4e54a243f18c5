"""The filter is run here step by step, for both machines, without asking a kernel."""

import struct

import pytest

from app.worker import seccomp

ALLOWED, REFUSED, KILLED, UNKNOWN = 0x7FFF0000, 0x00050001, 0x80000000, 0x00050026
OURS = 4711  # the number of the process
CLONE_THREAD = 0x00010000
FILES = {"x86_64": {"read": 0, "openat": 257}, "aarch64": {"read": 63, "openat": 56}}
ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}


def answer(machine, number, first=0, arch=None):
    """What the filter says to a system call, as the kernel would run it (bpf(4))."""
    memory = struct.pack("<IIQQ", number, arch or ARCH[machine], 0, first)
    code = seccomp._filter(machine, OURS)
    steps = [struct.unpack_from("=HBBI", code, at) for at in range(0, len(code), 8)]
    at, value = 0, 0
    while True:
        kind, then, otherwise, constant = steps[at]
        at += 1
        if kind == 0x20:
            (value,) = struct.unpack_from("<I", memory, constant)
        elif kind == 0x54:
            value &= constant
        elif kind == 0x15:
            at += then if value == constant else otherwise
        elif kind == 0x35:
            at += then if value >= constant else otherwise
        else:
            assert kind == 0x06
            return constant


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_what_harms_is_refused_and_what_reads_is_allowed(machine):
    column = ["x86_64", "aarch64"].index(machine)
    for name, numbers in seccomp._REFUSED.items():
        if numbers[column] is not None:
            assert answer(machine, numbers[column]) == REFUSED, name
    for name, number in FILES[machine].items():
        assert answer(machine, number) == ALLOWED, name


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_threads_may_start_but_no_process(machine):
    clone = {"x86_64": 56, "aarch64": 220}[machine]
    assert answer(machine, clone, CLONE_THREAD | 0x100) == ALLOWED
    assert answer(machine, clone, 17) == REFUSED
    assert answer(machine, 435) == UNKNOWN  # clone3: the C library then tries clone


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_only_itself_may_be_signalled_or_limited(machine):
    tgkill, prlimit = {"x86_64": (234, 302), "aarch64": (131, 261)}[machine]
    assert answer(machine, tgkill, OURS) == ALLOWED
    assert answer(machine, tgkill, OURS + 1) == REFUSED
    assert answer(machine, prlimit, 0) == ALLOWED
    assert answer(machine, prlimit, OURS + 1) == REFUSED


def test_another_numbering_of_calls_is_no_way_around():
    assert answer("x86_64", 0x40000000 | 41) == REFUSED  # x32
    assert answer("x86_64", 41, arch=0x40000003) == KILLED  # 32-bit calls
