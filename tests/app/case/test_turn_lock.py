"""Whoever comes for a moment gets their turn between the pieces of long work."""

import threading
import time

from app.case.turn_lock import TurnLock


def test_one_thread_may_take_it_twice():
    lock = TurnLock()
    with lock, lock:
        pass
    assert not lock.give_way()


def test_long_work_makes_way_only_when_somebody_had_to_wait():
    lock, at_it, done = TurnLock(), threading.Event(), threading.Event()

    def come_for_a_moment():
        at_it.set()
        with lock:
            done.set()

    with lock:
        other = threading.Thread(target=come_for_a_moment)
        other.start()
        at_it.wait()
        deadline = time.monotonic() + 10
        while not lock._waited and time.monotonic() < deadline:
            time.sleep(0.001)
        assert not done.is_set()
    assert lock.give_way()
    assert done.wait(10)
    assert not lock.give_way()
    other.join()


def test_a_reader_of_ten_things_does_not_wait_ten_times_for_the_same_long_work():
    lock, over = TurnLock(), threading.Event()
    pieces = []

    def work():
        while not over.is_set():
            with lock:
                time.sleep(0.005)  # a piece of work
                pieces.append(1)
            lock.give_way()

    worker = threading.Thread(target=work)
    worker.start()
    try:
        for _burst in range(5):
            with lock:
                before = len(pieces)
            for _reading in range(9):
                with lock:
                    pass
            between = len(pieces) - before
            if between <= 1:
                break
            time.sleep(0.02)
        assert between <= 1
    finally:
        over.set()
        worker.join()
