"""What a fax machine makes of a page: black or white, and in one way half as many lines."""

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

import pypdfium2
from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

from tests.app.dossier.looks.drawn import Box, Stroke

DPI = 200
"""Dots an inch: those of a “fine” fax (ITU-T T.4), as near as matters."""

_MIDDLE = 128
_NEAR = 3  # dots square
_LIKE = 40  # of 255 tones
_INK = [255 if level < 96 else 0 for level in range(256)]
_PAPER = [255 if level > 200 else 0 for level in range(256)]


class Fax(Enum):
    """The two ways to send a fax; the value is how many lines of a “fine” one become one."""

    FINE = 1
    STANDARD = 2


@dataclass(frozen=True, slots=True)
class Faxed:
    """A page in grey and as it arrives: black or white. Both have `DPI` dots an inch."""

    grey: Image.Image
    arrived: Image.Image

    def lost(self, box: Box) -> float:
        """Give how much of the ink in a box has nothing black near it on arrival, from 0 to 1.

        So a stroke of a letter that is gone counts, and one that became
        thinner does not. Of light words on dark, the light is the ink.
        """
        full, arrived = self._seen(box)
        return _part(full.point(_INK), arrived.filter(ImageFilter.MinFilter(_NEAR)))

    def filled(self, box: Box) -> float:
        """Give how much of the paper around and in the letters of a box arrives as ink."""
        full, arrived = self._seen(box)
        return _part(full.point(_PAPER), ImageChops.invert(arrived))

    def _seen(self, box: Box) -> tuple[Image.Image, Image.Image]:
        """Give what stands in a box, black on white in full contrast, and what arrives of it."""
        scale, high = DPI / 72, self.grey.height
        place = (
            int(box.left * scale) - 1,
            int(high - box.top * scale) - 1,
            int(box.right * scale) + 2,
            int(high - box.bottom * scale) + 2,
        )
        full = ImageOps.autocontrast(self.grey.crop(place))
        arrived = self.arrived.crop(place)
        if ImageStat.Stat(full).mean[0] < _MIDDLE:
            return ImageOps.invert(full), ImageOps.invert(arrived)
        return full, arrived

    def inked(self, stroke: Stroke) -> float | None:
        """Give how much of a stroke arrives black, from 0 to 1; None for one that is hidden.

        Only where the page shows the stroke's own ink is asked: something may
        lie over it, and a dashed one has gaps of its own.
        """
        red, green, blue = stroke.ink
        tone = 0.299 * red + 0.587 * green + 0.114 * blue
        shown = [
            spot for spot in map(self._dots, stroke.spots())
            if any(abs(level - tone) < _LIKE for level in self._near(self.grey, spot))
        ]  # fmt: skip
        if not shown:
            return None
        return sum(min(self._near(self.arrived, spot)) == 0 for spot in shown) / len(shown)

    def gaps(self, stroke: Stroke) -> int:
        """Count how often a stroke arrives interrupted."""
        black = [min(self._near(self.arrived, self._dots(spot))) == 0 for spot in stroke.spots()]
        begun = sum(after and not before for before, after in pairwise([False, *black]))
        return begun - 1

    def _dots(self, spot: tuple[float, float]) -> tuple[int, int]:
        return int(spot[0] * DPI / 72), int(self.grey.height - spot[1] * DPI / 72)

    def _near(self, image: Image.Image, dots: tuple[int, int]) -> tuple[int, int]:
        """Give the darkest and the lightest of nine dots."""
        across, down = dots
        return image.crop((across - 1, down - 1, across + 2, down + 2)).getextrema()

    def _seen(self, box: Box) -> tuple[Image.Image, Image.Image]:
        """Give what stands in a box, black on white in full contrast, and what arrives of it."""
        scale, high = DPI / 72, self.grey.height
        place = (
            int(box.left * scale) - 1,
            int(high - box.top * scale) - 1,
            int(box.right * scale) + 2,
            int(high - box.bottom * scale) + 2,
        )
        full = ImageOps.autocontrast(self.grey.crop(place))
        arrived = self.arrived.crop(place)
        if ImageStat.Stat(full).mean[0] < _MIDDLE:
            return ImageOps.invert(full), ImageOps.invert(arrived)
        return full, arrived


def faxed(page: pypdfium2.PdfPage, fax: Fax) -> Faxed:
    """Send a page."""
    grey = page.render(scale=DPI / 72, grayscale=True).to_pil()
    size = (grey.width, -(-grey.height // fax.value))
    seen = grey.resize(size, Image.Resampling.BOX) if fax.value > 1 else grey
    arrived = seen.point([0 if level < _MIDDLE else 255 for level in range(256)])
    return Faxed(grey, arrived.resize(grey.size, Image.Resampling.NEAREST))


def _part(of: Image.Image, held: Image.Image) -> float:
    """Give how much of what is white in `of` is white in `held` too, from 0 to 1."""
    whole = ImageStat.Stat(of).sum[0]
    return ImageStat.Stat(ImageChops.darker(of, held)).sum[0] / whole if whole else 0.0
