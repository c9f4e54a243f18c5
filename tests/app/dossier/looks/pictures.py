"""Pictures of pages, and how much two of them differ to the eye."""

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

DPI = 60
"""Enough to see every line of text, and small enough to keep a picture of each page."""

TILE = 8  # pixels: about one line of text high
MOST = 12.0
"""The greatest difference of two pictures that look the same to the eye; see `difference`."""

_LEVELS = 32  # of grey in a kept picture: the eye sees no more, and the file is a fifth smaller
_BLUR = 0.8  # pixels
_NEAR = 3  # pixels square: what has moved by one pixel has not moved


def picture(page: pypdfium2.PdfPage, dpi: float = DPI) -> Image.Image:
    """Render a page in grey, 8 bits a pixel."""
    return page.render(scale=dpi / 72, grayscale=True).to_pil()


def kept(image: Image.Image) -> Image.Image:
    """Give a picture with the fewer levels of grey that are kept."""
    last = _LEVELS - 1
    return image.point([round(level / 255 * last) * 255 // last for level in range(256)])


def difference(one: Image.Image, other: Image.Image) -> tuple[float, Image.Image]:
    """Give how much two pictures differ at the worst place, and a picture of where.

    0 is no difference, 255 black against white over a whole tile. A tone
    differs only where nothing near it in the other picture is like it, so
    edges drawn a little otherwise and a shift of a pixel do not count.
    """
    if one.size != other.size:
        wide, tall = max(one.width, other.width), max(one.height, other.height)
        return 255.0, Image.new("L", (wide, tall), 255)
    soft = [image.filter(ImageFilter.GaussianBlur(_BLUR)) for image in (one, other)]
    found = ImageChops.lighter(_beyond(*soft), _beyond(*reversed(soft)))
    return max(_worst_tile(found, start) for start in (0, TILE // 2)), found


def _beyond(one: Image.Image, other: Image.Image) -> Image.Image:
    """Give how far each pixel of `one` lies outside the tones near that place in `other`."""
    lighter = ImageChops.subtract(one, other.filter(ImageFilter.MaxFilter(_NEAR)))
    darker = ImageChops.subtract(other.filter(ImageFilter.MinFilter(_NEAR)), one)
    return ImageChops.lighter(lighter, darker)


def _worst_tile(found: Image.Image, start: int) -> float:
    """Give the greatest mean of a tile in a grid that begins at `start`."""
    part = found.crop((start, start, *found.size)).convert("F")
    part = part.crop((0, 0, part.width // TILE * TILE, part.height // TILE * TILE))
    return part.reduce(TILE).getextrema()[1]


def shown_difference(one: Image.Image, other: Image.Image) -> Image.Image:
    """Give both pictures in one: what only `one` has is red, what only `other` has is blue."""
    size = (max(one.width, other.width), max(one.height, other.height))
    here, there = (Image.new("L", size, 255) for _ in range(2))
    here.paste(one)
    there.paste(other)
    return Image.merge("RGB", (there, ImageChops.darker(here, there), here))
