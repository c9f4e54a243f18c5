import threading
import time

from app.errors import CasepackError
from ui.jobs import JobQueue


def test_progress_and_result_arrive_on_the_window_thread(qtbot):
    here = threading.get_ident()
    queue, seen = JobQueue(), []

    def work(progress):
        assert threading.get_ident() != here
        progress.step(0, 2, "one")
        progress.step(1, 2, "two")
        return "done"

    queue.progressed.connect(lambda job, *a: seen.append((a, threading.get_ident())))
    with qtbot.waitSignal(queue.finished):
        queue.add("t", work, lambda result: seen.append((result, threading.get_ident())))

    assert [told for told, _ in seen] == [(0, 2, "one"), (1, 2, "two"), "done"]
    assert {thread for _, thread in seen} == {here}


def test_a_flood_of_steps_does_not_flood_the_window(qtbot):
    queue, seen = JobQueue(), []
    queue.progressed.connect(lambda *told: seen.append(told))
    with qtbot.waitSignal(queue.finished):
        queue.add("t", lambda p: [p.step(n, 20000, "same") for n in range(20000)], print)
    assert 1 <= len(seen) < 200


def test_stopping_takes_effect_at_the_next_step(qtbot):
    queue, results, reached = JobQueue(), [], threading.Event()

    def work(progress):
        for n in range(1000):
            progress.step(n, 1000, "")
            reached.set()
            time.sleep(0.005)

    with qtbot.waitSignal(queue.finished, timeout=2000), qtbot.assertNotEmitted(queue.failed):
        job = queue.add("t", work, results.append)
        assert reached.wait(2)
        job.cancel()
    assert results == []


def test_a_job_that_was_stopped_while_it_waited_never_starts(qtbot):
    queue, done, gate = JobQueue(), [], threading.Event()
    queue.add("first", lambda progress: gate.wait(5), done.append)
    second = queue.add("second", lambda progress: done.append("started"), done.append)
    second.cancel()
    gate.set()
    qtbot.waitUntil(lambda: not queue.busy)
    assert done == [True]


def test_a_failure_is_handed_over_not_swallowed(qtbot):
    queue = JobQueue()

    def work(progress):
        raise CasepackError("no")

    with qtbot.waitSignal(queue.failed) as failed:
        queue.add("t", work, print)
    assert str(failed.args[1]) == "no"


def test_even_an_exit_inside_a_job_is_handed_over(qtbot):
    queue = JobQueue()

    def work(progress):
        raise SystemExit(3)

    with qtbot.waitSignal(queue.failed) as failed:
        queue.add("t", work, print)
    assert isinstance(failed.args[1], SystemExit)
    qtbot.waitUntil(lambda: not queue.busy)


def test_stop_waits_for_work_under_way(qtbot):
    queue, state = JobQueue(), []

    def work(progress):
        state.append("in")
        while True:
            progress.step(0, 0, "")
            time.sleep(0.001)

    queue.add("a", work, print)
    queue.add("b", work, print)
    qtbot.waitUntil(lambda: state == ["in"])
    queue.stop()
    qtbot.waitUntil(lambda: not queue.busy)
    assert state == ["in"]


def test_jobs_run_one_after_another_in_order(qtbot):
    queue, results = JobQueue(), []
    for n in range(500):
        queue.add(
            "t",
            lambda progress, n=n: [progress.step(i, 20, "x") for i in range(20)] and n,
            results.append,
        )
    qtbot.waitUntil(lambda: not queue.busy, timeout=10000)
    assert results == list(range(500))


def test_a_queue_may_go_with_work_under_way(qtbot):
    stopped = 0
    for _ in range(50):
        queue = JobQueue()
        queue.add("t", lambda progress: [progress.step(i, 200, "") for i in range(200)], print)
        queue.stop()
        stopped += 1
        del queue
        qtbot.wait(1)
    assert stopped == 50
