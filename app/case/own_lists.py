"""Taking lists from a file into a case: all in one step, and nothing that is there changes."""

from app.case.casefile import CaseFile
from app.case.checklist import add_own_line
from app.model.own_lists import OwnLists
from app.phrases import _


def take_in(case: CaseFile, lists: OwnLists) -> None:
    """Add each entry behind those that are there, as one step of undo; no question is marked.

    Lists without an entry change nothing.
    """
    if not lists.count:
        return
    with case.change(_("Take in own lists")):
        for text in lists.checklist:
            add_own_line(case.journey, text)
        for profile in lists.recipients:
            case.recipients.add(profile)
        for text in lists.questions:
            case.questions.add(text)
