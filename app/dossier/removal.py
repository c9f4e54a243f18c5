"""Removing a case with a receipt: the receipt is saved first, and goes again if nothing went."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.case.casefile import CaseFile
from app.case.removing import belonging, is_name_of, remove_case
from app.dossier.plan import Paper
from app.dossier.prints.printing import save_print
from app.dossier.prints.receipt import removal_receipt
from app.errors import FolderNotWritable, NotUnderstood
from app.model.journey.sharing import shared_in
from app.phrases import _


@dataclass(frozen=True, slots=True)
class Removal:
    """A case that may be removed once it is closed, and the receipt that tells of it."""

    path: Path
    receipt: bytes
    target: Path

    def carry_out(self) -> tuple[Path, ...]:
        """Save the receipt, then remove the case; it must be closed. Give what was removed.

        Raises DiskFull, FolderNotWritable or CaseOpenElsewhere; then the case
        is still there, and no receipt says otherwise.
        """
        save_print(self.receipt, self.target)
        try:
            return remove_case(self.path)
        except BaseException:
            self.target.unlink(missing_ok=True)
            raise


def removal_of(
    case: CaseFile, typed: str, target: Path, *, made: datetime, paper: Paper = Paper.A4
) -> Removal:
    """Prepare to remove an open case; `typed` is what somebody typed for the patient's name.

    Raises NotUnderstood when that is another name, and FolderNotWritable when
    there is something at `target` already.
    """
    told = case.snapshot()
    if not is_name_of(typed, told.patient.name, case.path):
        text = _("That is not the name of this case. Nothing was removed.")
        raise NotUnderstood(text)
    if target.exists() or target.is_symlink():
        text = _("“{name}” is there already. Choose another name for the receipt.")
        raise FolderNotWritable(text.format(name=target.name))
    shared = shared_in(case.sharing.all(), case.builds.all())
    receipt = removal_receipt(told, belonging(case.path), shared, made=made, paper=paper)
    return Removal(case.path, receipt, target)
