"""The outer side of the sealed room: what the rest of the program asks."""

import secrets
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path
from threading import RLock
from typing import Self, TypeVar

from app.errors import SealedRoomFailure
from app.phrases import _
from app.progress import Cancelled, Progress
from app.worker import examination_frames, orders, page_frames, private, protocol
from app.worker import limits as bounds
from app.worker.limits import Limits
from app.worker.orders import Binding, Examination, PageWords, Refusal, Refused, Rendered, Verdict
from app.worker.process import Cause, RoomDied, SealedProcess
from app.worker.protocol import Header, ProtocolBroken
from app.worker.sentences import sentence_for, sentence_of

Found = TypeVar("Found")


class SealedRoom:
    """A process with limits, and a private folder that it shares with us.

    Put copies of foreign files into `folder`, then ask about them by their bare
    names. The process starts with the first order, and anew after a file has
    killed it. One order runs at a time; several rooms may work side by side.
    Close the room, or use it in a `with`: the folder goes.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        """Make the folder. `limits` stands in for those that fit each order.

        Raises FolderNotWritable.
        """
        self.folder = private.private_folder()
        self._limits = limits
        self._process: SealedProcess | None = None
        self._turn = RLock()
        self._serial = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_problem: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process and remove the folder with all that is in it."""
        with self._turn:
            self._put_away()
            if self.folder.exists():
                private.release(self.folder)

    def get_ready(self, order: str) -> None:
        """Load what "examine", "bind" or a `Reader` needs. Raises SealedRoomFailure."""
        self._ask({"order": "get_ready", "for": order}, b"", self._limits or Limits(), None)

    def examine(
        self, file: str, *, name: str, password: str = "", progress: Progress | None = None
    ) -> Examination | Refused:
        """Read a file of unknown contents.

        `file` is its bare name in the folder; of `name`, what it was called
        before, only the suffix counts. A file that kills the room or takes
        too long or too much is refused as UNSAFE. When it dies while the file
        is being cleaned, its pages are tried once more as pictures.
        `progress` is only asked whether to stop. Raises Cancelled then, SealedRoomFailure
        when the room cannot start, FileNotFoundError when the file is not there.
        """
        limits = self._limits or bounds.for_examining(self._size(file))
        order: Header = {
            "order": "examine",
            "file": file,
            "suffix": Path(name).suffix.lower()[:20],
            "password": password,
            "as_pictures": False,
        }
        readable = False

        def on_step(_frame: Header) -> None:
            nonlocal readable
            readable = True

        with self._turn:
            try:
                return self._examination(order, limits, on_step, progress)
            except RoomDied as death:
                if not readable or death.cause is Cause.TIME:
                    return Refused(Refusal.UNSAFE, death.cause.value)
            order["as_pictures"] = True
            try:
                return self._examination(order, bounds.for_second_try(limits), on_step, progress)
            except RoomDied as death:
                return Refused(Refusal.UNSAFE, death.cause.value)

    def render(
        self,
        file: str,
        page: int,
        *,
        width: int,
        password: str = "",
        progress: Progress | None = None,
    ) -> Rendered:
        """Draw one page of a PDF upright, `width` pixels wide.

        `page` counts from 0. A picture has at most 40 million pixels. Raises SealedRoomFailure
        when the page cannot be drawn, and Cancelled when `progress` says so.
        """
        limits = self._limits or bounds.for_rendering(self._size(file))
        order: Header = {"order": "render", "file": file, "page": page, "width": width}
        answer = self._ask({**order, "password": password}, b"", limits, progress)
        made = self._sound(page_frames.decode_rendered, answer)
        if self._size(self._made(made.file)) != 4 * made.width * made.height:
            raise self._failed()
        return made

    def words(
        self, file: str, page: int, *, password: str = "", progress: Progress | None = None
    ) -> PageWords:
        """Give the words that show on one page of a PDF, and where they stand.

        `page` counts from 0. Raises what `render` raises.
        """
        limits = self._limits or bounds.for_rendering(self._size(file))
        order: Header = {"order": "words", "file": file, "page": page, "password": password}
        return self._sound(page_frames.decode_words, self._ask(order, b"", limits, progress))

    def bind(self, binding: Binding, progress: Progress) -> None:
        """Bind a dossier into the folder, under the name `binding.result`.

        Raises SealedRoomFailure, and Cancelled when `progress` says so.
        """
        size = sum(self._size(name) for name in (binding.own, *binding.sources))
        limits = self._limits or bounds.for_binding(len(binding.pages), size)
        header, body = protocol.encode_binding(binding)
        what = _("Binding the pages")
        self._ask({"order": "bind", **header}, body, limits, progress, what)
        self._made(binding.result)

    def verify(
        self,
        file: str,
        progress: Progress | None = None,
        *,
        password: str = "",
        reader: orders.Reader = orders.Reader.BOTH,
    ) -> Verdict:
        """Read a finished PDF back with the second readers, or with one `reader` alone.

        Raises SealedRoomFailure, and Cancelled when `progress` says so.
        """
        limits = self._limits or bounds.for_verifying(self._size(file))
        order = {"order": "verify", "file": file, "password": password, "reader": reader}
        return self._sound(protocol.decode_verdict, self._ask(order, b"", limits, progress))

    def self_test(self) -> dict[str, str]:
        """Let the room try what it must not do.

        The names are "network", "home", "passwd", "exec", "fork" and "write"; each is
        "refused", "allowed", or "absent" where this computer has nothing to try it on.
        Further names say what the system has in force, such as "landlock" on Linux.
        """
        with tempfile.TemporaryDirectory() as elsewhere:
            order = {"order": "self_test", "home": str(Path.home())}
            order["elsewhere"] = str(Path(elsewhere) / secrets.token_hex(8))
            answer = self._ask(order, b"", self._limits or Limits(), None)
        tried = {str(name): str(value)[:20] for name, value in answer.get("tried", {}).items()}
        return tried | (self._process.sealed if self._process else {})

    def _examination(
        self,
        order: Header,
        limits: Limits,
        on_step: Callable[[Header], None],
        progress: Progress | None,
    ) -> Examination | Refused:
        """Examine once, and leave in the folder only what was found."""
        kept: tuple[str, ...] = ()
        try:
            found = self._checked_examination(order, limits, on_step, progress)
            if isinstance(found, Examination):
                kept = (found.rendition, found.picture)
            return found
        finally:
            for made in self.folder.glob(f"made-{self._serial}-*"):
                if made.name not in kept:
                    made.unlink(missing_ok=True)

    def _checked_examination(
        self,
        order: Header,
        limits: Limits,
        on_step: Callable[[Header], None],
        progress: Progress | None,
    ) -> Examination | Refused:
        answer = self._order(order, b"", limits, on_step, progress)
        try:
            if "failed" in answer:
                return Refused(Refusal.DAMAGED, protocol.text(answer["failed"], 200))
            found = examination_frames.decode_examination(answer)
            if isinstance(found, Examination):
                for made in filter(None, (found.rendition, found.picture)):
                    self._made(made)
        except (ProtocolBroken, SealedRoomFailure):
            self._put_away()  # a child that lies is not asked again
            return Refused(Refusal.UNSAFE, Cause.CRASH.value)
        return found

    def _ask(
        self,
        order: Header,
        body: bytes,
        limits: Limits,
        progress: Progress | None,
        what: str = "",
    ) -> Header:
        """Give an order that is expected to succeed. Raises SealedRoomFailure."""
        with self._turn:
            try:
                answer = self._order(
                    order, body, limits, lambda one: protocol.relay(progress, one, what), progress
                )
                sentence = sentence_for(answer)
            except RoomDied as death:
                raise SealedRoomFailure(sentence_of(death.cause)) from death
            except ProtocolBroken as problem:
                self._put_away()
                raise self._failed() from problem
        if sentence:
            failure = SealedRoomFailure(sentence)
            failure.add_note(str(answer.get("failed", ""))[:200])
            raise failure
        return answer

    def _order(
        self,
        order: Header,
        body: bytes,
        limits: Limits,
        on_step: Callable[[Header], None],
        progress: Progress | None,
    ) -> Header:
        def stop() -> None:
            if progress is not None and progress.cancelled:
                raise Cancelled

        with self._turn:
            process = self._started()
            self._serial += 1
            return process.ask({**order, "serial": self._serial}, body, limits, on_step, stop)

    def _started(self) -> SealedProcess:
        if self._process is not None and self._process.alive:
            return self._process
        self._put_away()
        try:
            self._process = SealedProcess(self.folder)
        except (RoomDied, OSError) as problem:
            raise SealedRoomFailure(
                _(
                    "The part of the program that reads files safely could not start. "
                    "Start the program again; if that does not help, install it again."
                )
            ) from problem
        return self._process

    def _put_away(self) -> None:
        if self._process is not None:
            self._process.close()
            self._process = None

    def _sound(self, decode: Callable[[Header], Found], answer: Header) -> Found:
        """Unpack an answer, or end a child that lies and raise SealedRoomFailure."""
        try:
            return decode(answer)
        except ProtocolBroken as problem:
            self._put_away()
            raise self._failed() from problem

    def _size(self, file: str) -> int:
        return (self.folder / protocol.bare_name(file)).stat().st_size

    def _made(self, name: object) -> str:
        """Give the name of a plain file that the child made; a link or a pipe is none."""
        try:
            bare = protocol.bare_name(name)
            found = (self.folder / bare).lstat()
        except (ProtocolBroken, OSError) as problem:
            raise self._failed() from problem
        if not stat.S_ISREG(found.st_mode) or found.st_nlink != 1:
            raise self._failed()
        return bare

    def _failed(self) -> SealedRoomFailure:
        return SealedRoomFailure(sentence_of(Cause.CRASH))
