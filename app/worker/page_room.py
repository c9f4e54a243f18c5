"""A sealed room that also covers pages, makes pictures lighter and looks for words."""

from app.phrases import _
from app.progress import Progress
from app.worker import limits as bounds
from app.worker import page_wire
from app.worker.page_orders import (
    Covered,
    Covering,
    FoundWords,
    Lightened,
    Lightening,
    Seeking,
)
from app.worker.room import SealedRoom


class PageRoom(SealedRoom):
    """What SealedRoom does, and what is asked about pages that must not go out as they are."""

    def cover(self, order: Covering, progress: Progress | None = None) -> Covered:
        """Make pages pictures with boxes burnt in, as a new file `order.result`.

        Raises SealedRoomFailure, and Cancelled when `progress` says so.
        """
        limits = self._limits or bounds.for_covering(len(order.pages), self._size(order.source))
        header = {"order": "cover", **page_wire.encode_covering(order)}
        what = _("Covering parts of pages")
        done = self._sound(page_wire.decode_covered, self._ask(header, b"", limits, progress, what))
        self._made(order.result)
        if [len(boxes) for boxes in done.hidden] != [len(one.boxes) for one in order.pages]:
            raise self._failed()
        return done

    def lighten(self, order: Lightening, progress: Progress | None = None) -> Lightened:
        """Make the pictures of a file lighter, as a new file `order.result`.

        Raises SealedRoomFailure, and Cancelled when `progress` says so.
        """
        limits = self._limits or bounds.for_lightening(self._size(order.source))
        header = {"order": "lighten", **page_wire.encode_lightening(order)}
        what = _("Making pictures lighter")
        done = self._sound(
            page_wire.decode_lightened, self._ask(header, b"", limits, progress, what)
        )
        self._made(order.result)
        return done

    def seek(self, order: Seeking, progress: Progress | None = None) -> tuple[FoundWords, ...]:
        """Look for words in a finished PDF; give each place where they stand.

        Raises SealedRoomFailure, and Cancelled when `progress` says so.
        """
        limits = self._limits or bounds.for_verifying(self._size(order.file))
        header = {"order": "seek", **page_wire.encode_seeking(order)}
        return self._sound(page_wire.decode_found, self._ask(header, b"", limits, progress))
