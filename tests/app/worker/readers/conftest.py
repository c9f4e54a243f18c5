import pytest

from app.worker.readers.outcome import Made


@pytest.fixture
def made(tmp_path):
    return Made(tmp_path, 1)


@pytest.fixture
def no_steps():
    return lambda _done, _total: None
