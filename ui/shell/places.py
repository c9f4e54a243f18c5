"""The places of a case, in the groups and the order of the sidebar."""

from dataclasses import dataclass

from app.phrases import _
from ui.pages.place import Place

HIDDEN = "aside"
"""The group of places that are reached by keys and buttons, and do not stand in the list."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place and the group that it stands in."""

    group: str
    kind: type[Place]

    @property
    def code(self) -> str:
        """The code of the place."""
        return self.kind.code


def spots() -> tuple[Spot, ...]:
    """Give every place that this program has, in the order of the sidebar.

    Loaded only now: the welcome page needs none of them.
    """
    from ui.pages.about import AboutPlace
    from ui.pages.check import CheckPlace
    from ui.pages.choices import ChoicesPlace
    from ui.pages.closing import ClosingPlace
    from ui.pages.compare import ComparePlace
    from ui.pages.conflicts import ConflictsPlace
    from ui.pages.consents import ConsentsPlace
    from ui.pages.decision import DecisionPlace
    from ui.pages.diagnosis import DiagnosisPlace
    from ui.pages.dossier import DossierPlace
    from ui.pages.due import DuePlace
    from ui.pages.family import FamilyPlace
    from ui.pages.gaps import GapsPlace
    from ui.pages.help import HelpPlace
    from ui.pages.lists import ListsPlace
    from ui.pages.matters import MattersPlace
    from ui.pages.medicines import MedicinesPlace
    from ui.pages.notes import NotesPlace
    from ui.pages.opinions import OpinionsPlace
    from ui.pages.outside import OutsidePlace
    from ui.pages.plan import PlanPlace
    from ui.pages.questions import QuestionsPlace
    from ui.pages.reasons import ReasonsPlace
    from ui.pages.recipients import RecipientsPlace
    from ui.pages.records import RecordsPlace
    from ui.pages.requests import RequestsPlace
    from ui.pages.results import ResultsPlace
    from ui.pages.search import SearchPlace
    from ui.pages.sent import SentPlace
    from ui.pages.settings import SettingsPlace
    from ui.pages.tests import TestsPlace
    from ui.pages.timeline import TimelinePlace

    groups: tuple[tuple[str, tuple[type[Place], ...]], ...] = (
        ("", (PlanPlace,)),
        (
            "file",
            (RecordsPlace, NotesPlace, TimelinePlace, MedicinesPlace, ResultsPlace, TestsPlace),
        ),
        (
            "story",
            (
                AboutPlace,
                FamilyPlace,
                DiagnosisPlace,
                ConflictsPlace,
                ReasonsPlace,
                MattersPlace,
                ChoicesPlace,
                QuestionsPlace,
            ),
        ),
        ("ask", (GapsPlace, RequestsPlace, OutsidePlace, ConsentsPlace, DuePlace)),
        ("send", (RecipientsPlace, CheckPlace, DossierPlace)),
        ("afterwards", (SentPlace, OpinionsPlace, ComparePlace, DecisionPlace, ClosingPlace)),
        (HIDDEN, (SearchPlace, HelpPlace, SettingsPlace, ListsPlace)),
    )
    return tuple(Spot(group, kind) for group, kinds in groups for kind in kinds)


def group_title(group: str) -> str:
    """Give the words above a group in the sidebar; "" for none."""
    titles = {
        "file": _("Case file"),
        "story": _("Your story"),
        "ask": _("Ask for records"),
        "send": _("Send"),
        "afterwards": _("Afterwards"),
    }
    return titles.get(group, "")
