"""A desk for the tests of this folder, and programs on it."""

import pytest

# What needs Qt or a D-Bus client is imported inside: this file is read where they are missing, too.


@pytest.fixture(scope="session")
def desk():
    """The screen and the buses, started once."""
    from tests.ui.atspi.desk import Desk

    made = Desk()
    yield made
    made.close()


@pytest.fixture(scope="session")
def bus(desk):
    """A line to the bus of AT-SPI; whoever keeps the list of programs is there."""
    from tests.ui.atspi.bus import Bus

    made = Bus(desk.around["AT_SPI_BUS_ADDRESS"])
    made.programs()  # starts the registry, so that no program comes before it
    yield made
    made.close()


@pytest.fixture
def start(desk, bus, tmp_path):
    """Return a function that starts the program; none of them may reach for a network."""
    from tests.ui.atspi.program import Program

    started = []

    def run(*arguments):
        started.append(Program(desk, bus, tmp_path, *map(str, arguments)))
        return started[-1]

    yield run
    try:
        for program in started:
            assert program.connections() == []
            assert "Traceback" not in program.said, program.said
    finally:
        for program in started:
            program.close()


@pytest.fixture
def quill(tmp_path):
    """The path of a small case whose patient, record and question can be told apart by name."""
    from app.case.casefile import CaseFile
    from app.model.person import Patient
    from tests.ui.shown_papers import add_record, pdf

    path = tmp_path / "back.casepack"
    case = CaseFile.create(path)
    with case.change("Name"):
        case.people.save(Patient(name="Ada Quill"))
        case.questions.add("Could Ada Quill wait?")
    add_record(case, pdf(tmp_path / "letter.pdf", ["A letter"]), "Letter on Ada Quill", 1)
    case.close()
    return path
