"""The inner side of the sealed room: the only code that opens foreign files."""

import importlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import BinaryIO

from app.errors import CasepackError
from app.resources import ROOT
from app.worker import examination_frames, page_frames, page_wire, protocol
from app.worker.limits import Limits
from app.worker.orders import Reader, Refusal, Refused, Rendered
from app.worker.protocol import Header, TooMuch

Tell = Callable[[Header], None]

_NEEDED = {
    "examine": "app.worker.examining",
    "bind": "app.worker.binding",
    Reader.LINKS: "app.worker.following",
    Reader.PAGES: "app.worker.looking",
}


def run(arguments: list[str]) -> int:
    """Seal this process, then take orders until the parent ends.

    `arguments` holds the private folder. Each order loads the libraries that
    it needs: they take longer than many an order, and much of the memory.
    """
    folder = Path(arguments[0])
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)  # what a library prints must not mix with the answers
    os.close(nowhere)
    base = _limit_process()
    protocol.send(answers, {"ready": _seal(folder)})
    orders: Queue[tuple[Header, bytes]] = Queue()
    Thread(target=_listen, args=(sys.stdin.buffer, orders), daemon=True).start()
    while True:
        header, body = orders.get()
        _limit_order(header["limits"], base)
        answer = _answer(folder, header, body, lambda frame: protocol.send(answers, frame))
        _end_order()
        try:
            protocol.send(answers, answer)
        except TooMuch:
            protocol.send(
                answers, examination_frames.encode_examination(Refused(Refusal.TOO_LARGE))
            )


def _listen(stream: BinaryIO, orders: "Queue[tuple[Header, bytes]]") -> None:
    """Read orders; end the process, whatever it is doing, when the parent is gone."""
    while (received := protocol.receive(stream)) is not None:
        orders.put(received)
    os._exit(0)


def _answer(folder: Path, header: Header, body: bytes, tell: Tell) -> Header:
    """Carry out one order; whatever a foreign file causes becomes an answer."""
    try:
        return _carry_out(folder, header, body, tell)
    except CasepackError as problem:
        return {"sentence": str(problem)}
    except MemoryError:
        if header["order"] == "examine":
            return examination_frames.encode_examination(Refused(Refusal.UNSAFE, "memory"))
        return {"failed": MemoryError.__name__}
    except Exception as problem:
        return {"failed": _kind_and_place(problem)}


def _kind_and_place(problem: Exception) -> str:
    """Say what broke and where, without a word of the file."""
    trace = problem.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(problem).__name__
    code = trace.tb_frame.f_code
    return f"{type(problem).__name__} in {Path(code.co_filename).name}:{trace.tb_lineno}"


def _carry_out(folder: Path, header: Header, body: bytes, tell: Tell) -> Header:
    match header["order"]:
        case "get_ready":
            importlib.import_module(_NEEDED[header["for"]])
            return {}
        case "examine":
            from app.worker.examining import examine

            return examination_frames.encode_examination(examine(folder, header, tell))
        case "render":
            from app.worker.readers import one_page

            made = folder / f"made-{header['serial']}-page.raw"
            source = folder / header["file"]
            size = one_page.draw(source, made, header["page"], header["width"], header["password"])
            return page_frames.encode_rendered(Rendered(made.name, *size))
        case "words":
            from app.worker.readers import one_page

            source = folder / header["file"]
            found = one_page.words(source, header["page"], header["password"])
            return page_frames.encode_words(found)
        case "bind":
            from app.worker.binding import bind

            binding = protocol.decode_binding(header, body)
            bind(folder, binding, lambda done, total: tell({"step": done, "of": total}))
            return {}
        case "verify":
            from app.worker.verifying import verify

            reader = Reader(header["reader"])
            verdict = verify(folder / header["file"], header["password"], reader)
            return protocol.encode_verdict(verdict)
        case "cover":
            from app.worker.covering import cover

            return page_wire.encode_covered(cover(folder, page_wire.decode_covering(header)))
        case "lighten":
            from app.worker.lightening import lighten

            light = lighten(folder, page_wire.decode_lightening(header))
            return page_wire.encode_lightened(light)
        case "seek":
            from app.worker.seeking import seek

            return page_wire.encode_found(seek(folder, page_wire.decode_seeking(header)))
        case "self_test":
            from app.worker import self_test

            return {"tried": self_test.try_all(header["home"], header["elsewhere"])}
    raise ValueError("an order that nobody knows")


def _readable() -> list[Path]:
    """Where the interpreter, its libraries, fonts and our own files lie."""
    libraries = [Path(entry) for entry in sys.path if entry and Path(entry) != ROOT.parent]
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        libraries.append(Path(bundle))
    own = [ROOT, ROOT.parent / "app"]
    system = [Path(sys.prefix), Path(sys.base_prefix)]
    shared = [Path(path) for path in ("/usr", "/lib", "/lib64", "/etc/fonts", "/dev/urandom")]
    return [*libraries, *own, *system, *shared]


if sys.platform == "win32":  # the parent's job object stands around this process

    def _limit_process() -> int | None:
        return None

    def _limit_order(bounds: dict[str, int], base: int | None) -> None:
        """Leave time and memory to the parent."""

    def _end_order() -> None:
        """Nothing was set."""

    def _seal(_folder: Path) -> dict[str, str]:
        return {"job": "on"}

else:
    from app.worker import posix

    def _limit_process() -> int | None:
        posix.limit_process()
        return posix.held_bytes()

    def _limit_order(bounds: dict[str, int], base: int | None) -> None:
        limits = Limits(bounds["wall"], bounds["memory"], bounds["file"])
        posix.limit_order(limits, base)

    def _end_order() -> None:
        posix.end_order()

    def _seal(folder: Path) -> dict[str, str]:
        if sys.platform == "darwin":
            from app.worker import macos

            return macos.seal()
        from app.worker import linux

        return linux.seal(_readable(), folder)
