import gc
import threading

from PySide6.QtCore import QCoreApplication, QObject, QThread

from ui.jobs import JobQueue
from ui.tidying import Tidying


class Ring(QObject):
    """Part of a cycle, so that only the collector can free it."""

    def __init__(self, ended):
        super().__init__()
        self.me = self
        self.ended = ended

    def __del__(self):
        self.ended.append(QThread.currentThread() is QCoreApplication.instance().thread())


def test_what_a_job_leaves_to_the_collector_is_freed_on_the_window_thread(qtbot):
    ended, made = [], threading.Event()
    tidying = Tidying()
    try:
        Ring(ended)
        queue = JobQueue()

        def work(progress):
            litter = [[n] for n in range(100_000)]  # enough for the collector to start by itself
            made.set()
            return len(litter)

        with qtbot.waitSignal(queue.finished):
            queue.add("t", work, print)
        assert made.is_set()
        assert ended == []
        tidying._collect()
        assert ended == [True]
    finally:
        tidying.stop()
    assert gc.isenabled()
