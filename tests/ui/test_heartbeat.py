import os

import pikepdf
from PySide6.QtCore import QElapsedTimer, Qt, QTimer

MOST = 250  # milliseconds; under 100 on a computer that does nothing else
TRIES = 3  # a window that is held up is so every time; a busy computer is not


def heavy_pdf(make_pdf, name, size):
    path = make_pdf(name, f"Report {name}")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.Ballast = pikepdf.Stream(pdf, os.urandom(size))
        pdf.save(path)
    return path


def longest_gap(window, qtbot, reviewed, papers):
    clock, gaps = QElapsedTimer(), []
    beat = QTimer(timerType=Qt.TimerType.PreciseTimer)
    beat.setInterval(20)
    beat.timeout.connect(lambda: gaps.append(clock.restart()))
    clock.start()
    beat.start()
    review = reviewed(window, *papers)
    with qtbot.waitSignal(window.session.added, timeout=30000):
        review.add_button.click()
    beat.stop()
    qtbot.waitUntil(lambda: not window.session.jobs.busy)
    assert len(gaps) > 5
    return max(gaps)


def test_the_window_answers_while_30_megabytes_go_in(window, case, qtbot, make_pdf, reviewed):
    gaps = []
    while len(gaps) < TRIES and min(gaps, default=MOST + 1) > MOST:
        papers = [heavy_pdf(make_pdf, f"{len(gaps)}-{n}.pdf", 6_000_000) for n in range(5)]
        gaps.append(longest_gap(window, qtbot, reviewed, papers))
    assert min(gaps) <= MOST, gaps
    assert sum(record.document.size for record in case.records.all()) > 30_000_000
