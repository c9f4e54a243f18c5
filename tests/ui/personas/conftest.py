"""The front door of the program, with a folder of papers beside it."""

import pytest

from tests.ui.personas.hands import wait


class Files:
    """Answers the dialogs of the system, which are not ours, with paths in one folder."""

    def __init__(self, folder, monkeypatch):
        from ui import file_choice

        self.folder = folder
        self.next: list = []
        for ask in (
            "ask_for_new_case",
            "ask_for_papers",
            "ask_where_to_export",
            "ask_where_to_print",
            "ask_where_to_save",
            "ask_where_to_pack",
            "ask_where_to_archive",
            "ask_where_to_make_copy",
            "ask_for_folder_of_cases",
            "ask_for_lists",
        ):
            monkeypatch.setattr(file_choice, ask, self._give)

    def choose(self, *names):
        """Choose these in the next dialog, and give their paths."""
        self.next = [self.folder / name for name in names]
        return self.next[0]

    def _give(self, *_about, **_more):
        given, self.next = self.next, []
        assert given, "a dialog opened that nobody expects"
        return given


@pytest.fixture
def files(tmp_path, monkeypatch):
    """The folder of the person, and what is chosen in it."""
    return Files(tmp_path, monkeypatch)


@pytest.fixture
def door(qtbot, looks, tmp_path, files):
    """The program, just started."""
    from ui import accessible
    from ui.front_door import FrontDoor

    accessible.install()
    door = FrontDoor(looks, tmp_path / "example")
    door.begin([])
    yield door
    door.stop()
    wait(lambda: not door.jobs.busy)
    for window in list(door.windows):
        window.leaving.go()
    wait(lambda: not door.windows, "closing the windows")
    door.welcome.close()
    if door.board is not None:
        door.board.close()
