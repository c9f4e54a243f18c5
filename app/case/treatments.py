"""What was tried so far."""

from app.case.shelf import Shelf
from app.model.story import Treatment


class Treatments(Shelf[Treatment]):
    """Treatments with their dates and results."""

    def all(self) -> list[Treatment]:
        """Give the treatments, oldest first, undated last."""
        return sorted(super().all(), key=lambda one: (*one.dates.sort_key, one.id))
