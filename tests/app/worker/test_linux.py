import sys

import pytest

if sys.platform != "linux":
    pytest.skip("Landlock is of Linux", allow_module_level=True)

from app.worker import linux


class KernelWithout:
    """A kernel without Landlock: the call is not known."""

    def __init__(self):
        self.calls = []

    def syscall(self, number, *_arguments):
        self.calls.append(number)
        return -1


def test_an_older_kernel_is_told_from_one_with_landlock(tmp_path):
    kernel = KernelWithout()
    assert linux._restrict_files(kernel, [tmp_path], tmp_path) == 0
    assert kernel.calls == [444]  # asked once, and nothing else was tried


def test_without_new_rights_nothing_is_claimed(tmp_path, monkeypatch):
    class Stubborn(KernelWithout):
        def prctl(self, *_arguments):
            return -1

    monkeypatch.setattr(linux.ctypes, "CDLL", lambda *_arguments, **_named: Stubborn())
    assert linux.seal([], tmp_path) == {"landlock": "absent", "seccomp": "absent"}
