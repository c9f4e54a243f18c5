"""Finds out what a file is and has the right reader read it."""

from collections.abc import Callable
from pathlib import Path

from app.worker.orders import Examination, Refusal, Refused
from app.worker.protocol import Header
from app.worker.readers import pdf, picture
from app.worker.readers.outcome import CannotRead, Made
from app.worker.readers.sniffing import media_type


def examine(folder: Path, order: Header, tell: Callable[[Header], None]) -> Examination | Refused:
    """Read the file of an "examine" order; what is made of it goes into `folder`."""
    source = folder / order["file"]
    made = Made(folder, order["serial"])

    def step(done: int, total: int) -> None:
        tell({"step": done, "of": total})

    try:
        kind = media_type(source, order["suffix"])
        if kind == "application/pdf":
            as_pictures = bool(order["as_pictures"])
            return pdf.read(source, made, order["password"], step, as_pictures=as_pictures)
        if kind.startswith("image/"):
            return picture.read(source, made, kind)
        from app.worker.readers import text  # reportlab takes longer to load than all else

        return text.read(source, made, kind)
    except CannotRead as problem:
        return Refused(problem.why, problem.detail)
    except RecursionError:
        return Refused(Refusal.DAMAGED, "nesting")
