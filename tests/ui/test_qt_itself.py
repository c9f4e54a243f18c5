import subprocess
import sys

PROBE = """
import sys
from PySide6.QtCore import QCoreApplication, QObject
qt = QCoreApplication([])
thing = QObject()
before = sys.getrefcount(None)
for _ in range(500):
    thing.setObjectName("x")
print(before - sys.getrefcount(None))
"""


def test_this_pyside_does_not_lose_references_to_none():
    """PySide6 6.12 on Python 3.11 loses one for each call and aborts after some hundred."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE], capture_output=True, text=True, timeout=60, check=True
    )
    assert abs(int(done.stdout)) < 50
