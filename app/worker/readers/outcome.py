"""What readers share: how they refuse, and what they call the files they make."""

from dataclasses import dataclass
from pathlib import Path

from app.worker.orders import Refusal

PICTURE_SIDE = 400  # pixels, the longer side of a first page's picture


class CannotRead(Exception):
    """A file is refused; `detail` is one word for the log, never from the file."""

    def __init__(self, why: Refusal, detail: str = "") -> None:
        super().__init__(why.value)
        self.why = why
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Made:
    """Where a reader puts what it makes; `serial` keeps the names of orders apart."""

    folder: Path
    serial: int

    @property
    def rendition(self) -> Path:
        """The PDF that stands for the file in a dossier."""
        return self.folder / f"made-{self.serial}-rendition.pdf"

    @property
    def repaired(self) -> Path:
        """A damaged PDF, written anew."""
        return self.folder / f"made-{self.serial}-repaired.pdf"

    @property
    def picture(self) -> Path:
        """The JPEG of the first page."""
        return self.folder / f"made-{self.serial}-first.jpg"
