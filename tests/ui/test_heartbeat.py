import os

import pikepdf
from PySide6.QtCore import QElapsedTimer, Qt, QTimer

MOST = 250  # milliseconds; 100 on a computer that does nothing else


def heavy_pdf(make_pdf, name, size):
    path = make_pdf(name, f"Report {name}")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.Ballast = pikepdf.Stream(pdf, os.urandom(size))
        pdf.save(path)
    return path


def test_the_window_answers_while_30_megabytes_go_in(window, case, qtbot, make_pdf, reviewed):
    papers = [heavy_pdf(make_pdf, f"{n}.pdf", 6_000_000) for n in range(5)]
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

    assert sum(record.document.size for record in case.records.all()) > 30_000_000
    assert len(gaps) > 5
    assert max(gaps) <= MOST
