"""The parts of the work that nobody has to do: what may be missing, options, opinions, decision."""

from app.model.journey.snapshot import Journey
from app.model.journey.wanted import WantedState
from app.model.task import Group, Status, Task
from app.phrases import _, many

_UNSETTLED = (WantedState.NOT_ASKED, WantedState.ASKED)


def options_task(journey: Journey) -> Task:
    """Say how far the options have come; with only the one to do nothing, nothing has begun."""
    name, title = _("Options & risks"), _("Options and risks")
    if all(one.do_nothing for one in journey.choices):
        hint = _("What could be done, the good and the bad of each")
        return Task("choices", Group.STORY, Status.IF_YOU_LIKE, name, title, hint)
    count = len(journey.choices)
    hint = many("1 option", "{n} options", count).format(n=count)
    status = Status.DONE if journey.choice_cells else Status.STARTED
    return Task("choices", Group.STORY, status, name, title, hint)


def gaps_task(journey: Journey) -> Task:
    """Say how far the list of what may be missing has come."""
    name = title = _("What may be missing")
    if not journey.wanted:
        hint = _("A list of papers that doctors often ask for")
        return Task("gaps", Group.RECORDS, Status.IF_YOU_LIKE, name, title, hint)
    left = sum(one.state in _UNSETTLED for one in journey.wanted)
    if left:
        hint = many("1 paper is asked for or open", "{n} papers are asked for or open", left)
        return Task("gaps", Group.RECORDS, Status.STARTED, name, title, hint.format(n=left))
    hint = _("What you looked at is settled")
    return Task("gaps", Group.RECORDS, Status.DONE, name, title, hint)


def opinions_task(journey: Journey) -> Task:
    """Say how far the opinions received have come."""
    name = title = _("Opinions received")
    count = len(journey.opinions)
    if not count:
        hint = _("When an opinion comes, write it down here")
        return Task("opinions", Group.AFTERWARDS, Status.IF_YOU_LIKE, name, title, hint)
    said = journey.points or journey.answers or journey.grid_cells
    hint = many("1 opinion", "{n} opinions", count).format(n=count)
    status = Status.DONE if said else Status.STARTED
    return Task("opinions", Group.AFTERWARDS, status, name, title, hint)


def decision_task(journey: Journey) -> Task:
    """Say whether something was decided; that it is not yet is an answer too."""
    name = title = _("Your decision")
    if not journey.decisions:
        hint = _("What you chose, and what tipped it")
        return Task("decision", Group.AFTERWARDS, Status.IF_YOU_LIKE, name, title, hint)
    made = journey.decisions[-1].made
    hint = _("Written down") if made else _("Not decided yet")
    status = Status.DONE if made else Status.STARTED
    return Task("decision", Group.AFTERWARDS, status, name, title, hint)
