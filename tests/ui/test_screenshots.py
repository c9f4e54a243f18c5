"""The pictures for the documents are made by one command."""

from contextlib import closing

from PySide6.QtGui import QImage

from app.case.casefile import CaseFile
from ui import screenshots
from ui.shell.places import spots


def test_every_place_is_pictured(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(screenshots, "CALM", 0.05)
    monkeypatch.setattr(screenshots, "SLOW", {})
    monkeypatch.setattr(screenshots, "LOOKS", (("light", "light", 1.0),))
    with closing(CaseFile.create(tmp_path / "a.casepack")) as case, case.change("Note"):
        case.records.add("My story", body="It began in May.")
    assert screenshots.take(tmp_path / "a.casepack", tmp_path / "shots") == 0
    expected = {
        f"{spot.code}_{ending}.png" for spot in spots() for ending, _, _ in screenshots.LOOKS
    }
    assert {path.name for path in (tmp_path / "shots").iterdir()} == expected
    for path in (tmp_path / "shots").iterdir():
        picture = QImage(str(path))
        assert picture.width() >= 1280
        spots_of_it = [(x, y) for x in range(0, 1280, 40) for y in range(0, 800, 5)]
        assert len({picture.pixelColor(x, y).name() for x, y in spots_of_it}) > 3
