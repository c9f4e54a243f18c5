"""The question whom a paper is about that names somebody else than the patient."""

from enum import Enum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from app.intake.proposal import About, Proposal
from app.model.named_on_paper import LONGEST, Naming
from app.model.person_names import visible
from app.phrases import _
from ui.theme.looks import Looks
from ui.widgets.labels import label
from ui.widgets.radio import Radio
from ui.widgets.spacing import space

_MOST = 3  # people who are named in the question


class Answer(Enum):
    """What somebody says of such a paper."""

    PATIENT = "patient"
    OUT = "out"
    RELATIVE = "relative"

    @property
    def whose(self) -> About | None:
        """What is kept of it; None for a paper that is not added."""
        return {Answer.PATIENT: About.PATIENT, Answer.RELATIVE: About.RELATIVE}.get(self)


class WhomQuestion(QFrame):
    """Asks it with three answers, none of them chosen; `answered` tells which one was.

    `said` tells it only where a person chose here, not for a paper with the same name.
    """

    answered = Signal(object)  # Answer
    said = Signal(object)  # Answer

    def __init__(self, proposal: Proposal, patient: str, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "look")
        self.follows = True
        """Whether nobody answered here yet, so that an answer given elsewhere holds."""
        self._taking = False
        self.keys = frozenset(one.key for one in proposal.named)
        known = proposal.whose is About.PATIENT
        whom = _short(patient) or _("the patient")
        self.words = label(_asked(proposal.named, whom, known=known), "look", parent=self)
        self.fault = label(_("Say whom it is about, then add it."), "wrong", parent=self)
        self.fault.hide()
        column = space(QVBoxLayout(self), looks, (10, 6, 10, 8), 4)
        column.addWidget(self.words)
        group = QButtonGroup(self)
        self.choices: dict[Answer, Radio] = {}
        for answer, said in (
            (Answer.PATIENT, _("Yes, it is about {whom}").format(whom=whom)),
            (Answer.OUT, _("No, leave it out")),
            (Answer.RELATIVE, _("It is about a relative: keep it, but out of the dossier")),
        ):
            one = Radio(said, self)
            one.setAccessibleDescription(self.words.text())
            one.toggled.connect(self._tell)
            group.addButton(one)
            column.addWidget(one)
            self.choices[answer] = one
        column.addWidget(self.fault)
        if known:
            self.choose(Answer.PATIENT)

    @property
    def answer(self) -> Answer | None:
        """What was answered, None as long as nothing was."""
        return next((what for what, one in self.choices.items() if one.isChecked()), None)

    def choose(self, answer: Answer) -> None:
        """Take an answer that was given for another paper with the same name."""
        self._taking = True
        self.choices[answer].setChecked(True)
        self._taking = False
        self.follows = True

    def ask_again(self) -> None:
        """Say that an answer is missing, and give the keyboard to the first one."""
        self.fault.show()
        self.choices[Answer.PATIENT].setFocus()

    @Slot(bool)
    def _tell(self, chosen: bool) -> None:
        if chosen and self.answer is not None:
            self.fault.hide()
            self.answered.emit(self.answer)
            if not self._taking:
                self.follows = False
                self.said.emit(self.answer)


def _asked(named: tuple[Naming, ...], whom: str, *, known: bool) -> str:
    names = _(" and ").join(f"“{_who(one)}”" for one in named[:_MOST])
    if known:
        return _("This paper names {names}. You said before that this is {whom}.").format(
            names=names, whom=whom
        )
    return _("This paper names {names}. Is it about {whom}?").format(names=names, whom=whom)


def _who(one: Naming) -> str:
    if not one.name or not one.born:
        return one.shown if one.name else _("born {date}").format(date=one.born)
    return _("{name}, born {date}").format(name=one.shown, date=one.born)


def _short(name: str) -> str:
    name = " ".join(visible(name).split())
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
