"""Our own pages of the sample look as they did when somebody last looked at them."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from app.dossier.plan import Paper
from tests.app.dossier.looks.pictures import MOST, difference, kept, picture, shown_difference

GOLDEN = Path(__file__).parent / "golden"
ON_LETTER = ("cover-", "one-page-summary-")
"""The parts that are looked at on Letter too: they have to fit on one page."""

_MOST_BYTES = 500_000


@dataclass(frozen=True)
class Pictures:
    """The pictures of the pages as they are now, by the name of their file."""

    now: dict[str, Image.Image]
    prefix: str

    def stale(self) -> list[Path]:
        return [one for one in GOLDEN.glob(f"{self.prefix}*.png") if one.stem not in self.now]


@pytest.fixture
def pictures(sample, request) -> Pictures:
    paper = request.param
    prefix = f"{paper.name.lower()}-"
    pages = sample[paper]
    names = [one for one in pages if paper is Paper.A4 or one.startswith(ON_LETTER)]
    return Pictures({f"{prefix}{name}": picture(pages[name]) for name in names}, prefix)


@pytest.mark.parametrize("pictures", Paper, indirect=True, ids=lambda paper: paper.name)
def test_every_page_looks_as_it_did(pictures, tmp_path, request):
    if request.config.getoption("--regenerate-golden"):
        _keep(pictures)
        pytest.skip("the kept pictures were written anew: look at each of them")
    wrong = [f"{one.stem}: there is no such page any more" for one in pictures.stale()]
    for name, now in pictures.now.items():
        wrong += _compared(name, now, tmp_path)
    again = "If that is meant, run with --regenerate-golden and look at the new pictures."
    assert not wrong, "\n".join([*wrong, again])


def _keep(pictures: Pictures) -> None:
    for gone in pictures.stale():
        gone.unlink()
    for name, now in pictures.now.items():
        kept(now).save(GOLDEN / f"{name}.png", optimize=True)


def _compared(name: str, now: Image.Image, folder: Path) -> list[str]:
    """Give a sentence about a page that looks different, and leave pictures of it in `folder`."""
    new = folder / f"{name}-new.png"
    if not (GOLDEN / f"{name}.png").exists():
        now.save(new)
        return [f"{name}: no picture of this page is kept. See {new}"]
    with Image.open(GOLDEN / f"{name}.png") as golden:
        golden.load()
    most, _where = difference(now, golden)
    if most <= MOST:
        return []
    now.save(new)
    where = folder / f"{name}-difference.png"
    shown_difference(now, golden).save(where)
    return [
        f"{name}: {most:.0f} at the worst place, at most {MOST:.0f} is alike. See {new}, {where}"
    ]


def test_the_kept_pictures_are_grey_and_small():
    files = list(GOLDEN.glob("*.png"))
    for one in files:
        with Image.open(one) as golden:
            assert golden.mode == "L"
    assert 0 < sum(one.stat().st_size for one in files) < _MOST_BYTES
