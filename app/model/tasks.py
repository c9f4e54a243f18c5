"""The parts of the work that a person goes through, and how far each has come.

Nothing here forbids anything: the parts can be done in any order.
"""

from collections.abc import Sequence

from app.model.journey.tasks import decision_task, gaps_task, opinions_task, options_task
from app.model.on_summary import on_summary
from app.model.person import Patient, Preparer, Recipient
from app.model.story import Asked, CaseSnapshot, Subject
from app.model.task import Group, Status, Task
from app.phrases import _

STORY = ("about", "diagnosis", "reasons", "matters", "questions")
"""The places of the story, in the order in which one leads to the next."""

_TOLD = (
    Subject.HEADLINE,
    Subject.PROBLEM,
    Subject.DIAGNOSIS,
    Subject.PLAN,
    Subject.CONDITIONS,
    Subject.LIMITS,
    Subject.DECIDE_BY,
    Subject.SURGERY_DATE,
)


def tasks(
    case: CaseSnapshot, *, to_look_at: int | None = None, made: bool = False
) -> tuple[Task, ...]:
    """Give all parts in the order of the list.

    `to_look_at` is how many things the check before sending found, None
    while it was not made; `made` says that a dossier was made of this case.
    Then both parts of sending are done, and what there is to look at since
    is still told.
    """
    return (
        _about(case),
        _diagnosis(case),
        _reasons(case),
        _matters(case),
        options_task(case.journey),
        _questions(case),
        _records(case),
        gaps_task(case.journey),
        _timeline(case),
        _medicines(case),
        _results(case),
        _check(case, to_look_at, made=made),
        _dossier(case, made=made),
        opinions_task(case.journey),
        decision_task(case.journey),
    )


def next_task(every: Sequence[Task]) -> Task | None:
    """Give the first part that is started or still to do; None when there is none."""
    return next((one for one in every if one.status in (Status.STARTED, Status.TO_DO)), None)


def progress(every: Sequence[Task]) -> tuple[int, int]:
    """Give how many parts are done, and of how many.

    What may be left out counts only once it is done: nobody is kept from
    reaching the end by what they did not want.
    """
    counted = [one for one in every if one.status is not Status.IF_YOU_LIKE]
    return sum(one.status is Status.DONE for one in counted), len(counted)


def _task(code: str, group: Group, status: Status, hint: str) -> Task:
    name, title = _words(code)
    return Task(code, group, status, name, title, hint)


def _words(code: str) -> tuple[str, str]:
    return {
        "about": (_("About you"), _("About you")),
        "diagnosis": (_("Diagnosis & plan"), _("Diagnosis and current plan")),
        "reasons": (_("Reasons"), _("Reasons for a second opinion")),
        "matters": (_("What matters most"), _("What matters most to you")),
        "questions": (_("Questions"), _("Questions for the doctor")),
        "records": (_("Records"), _("Records")),
        "timeline": (_("Timeline"), _("Timeline")),
        "medicines": (_("Medicines & allergies"), _("Medicines and allergies")),
        "results": (_("Results"), _("Results over time")),
        "check": (_("Check"), _("Check")),
        "dossier": (_("Dossier"), _("Make the dossier")),
    }[code]


def _about(case: CaseSnapshot) -> Task:
    patient = case.patient
    begun = patient != Patient() or case.preparer != Preparer() or case.recipient != Recipient()
    if patient.name.strip() and patient.born.known:
        return _task("about", Group.STORY, Status.DONE, _("Name and birth date are there"))
    if not begun:
        return _task("about", Group.STORY, Status.TO_DO, _("Name, birth date, who is helping"))
    if patient.name.strip():
        hint = _("The birth date is still empty")
    elif patient.born.known:
        hint = _("The name is still empty")
    else:
        hint = _("Name and birth date are still empty")
    return _task("about", Group.STORY, Status.STARTED, hint)


def _diagnosis(case: CaseSnapshot) -> Task:
    diagnosis, plan = case.statement(Subject.DIAGNOSIS), case.statement(Subject.PLAN)
    if diagnosis and plan:
        status, hint = Status.DONE, _("What you were told is there")
    elif diagnosis:
        status, hint = Status.STARTED, _("What your doctor wants to do is still empty")
    elif plan or any(case.statement(subject) for subject in _TOLD):
        status, hint = Status.STARTED, _("What you were told you have is still empty")
    else:
        status, hint = Status.TO_DO, _("What you were told, by whom, and when")
    return _task("diagnosis", Group.STORY, status, hint)


def _reasons(case: CaseSnapshot) -> Task:
    if not case.reasons:
        hint = _("Why you want a second opinion")
        return _task("reasons", Group.STORY, Status.TO_DO, hint)
    hint = _("{n} chosen").format(n=len(case.reasons))
    return _task("reasons", Group.STORY, Status.DONE, hint)


def _matters(case: CaseSnapshot) -> Task:
    if case.statement(Subject.MATTERS):
        return _task("matters", Group.STORY, Status.DONE, _("Written down, in your order"))
    hint = _("What you hope for, and what you want to avoid")
    return _task("matters", Group.STORY, Status.IF_YOU_LIKE, hint)


def _questions(case: CaseSnapshot) -> Task:
    count, shown = len(case.questions), len(on_summary(case.questions))
    if not count:
        hint = _("What you want to ask the other doctor")
        return _task("questions", Group.STORY, Status.TO_DO, hint)
    if count == 1:
        hint = _("1 written. It goes on the summary page")
    elif shown == count:
        hint = _("{n} written. All go on the summary page").format(n=count)
    elif shown == 1:
        hint = _("{n} written. 1 goes on the summary page").format(n=count)
    else:
        hint = _("{n} written. {shown} go on the summary page").format(n=count, shown=shown)
    return _task("questions", Group.STORY, Status.DONE, hint)


def _records(case: CaseSnapshot) -> Task:
    count = len(case.records)
    undated = sum(not one.dates.service.known for one in case.records)
    if not count:
        status, hint = Status.TO_DO, _("Letters, test results, scans, photos of paper")
    elif undated == 1:
        status, hint = Status.STARTED, _("{n} added, 1 still needs a date").format(n=count)
    elif undated:
        form = _("{n} added, {undated} still need a date")
        status, hint = Status.STARTED, form.format(n=count, undated=undated)
    else:
        status, hint = Status.DONE, _("{n} added").format(n=count)
    return _task("records", Group.RECORDS, status, hint)


def _timeline(case: CaseSnapshot) -> Task:
    count = len(case.events)
    if not count:
        return _task("timeline", Group.RECORDS, Status.TO_DO, _("What happened, and when"))
    hint = _("1 event") if count == 1 else _("{n} events").format(n=count)
    return _task("timeline", Group.RECORDS, Status.DONE, hint)


def _medicines(case: CaseSnapshot) -> Task:
    known = (Asked.LISTED, Asked.NONE_KNOWN)
    taken, feared = case.medicines_asked in known, case.allergies_asked in known
    if taken and feared:
        hint = f"{_count_medicines(case)}, {_count_allergies(case)}"
        return _task("medicines", Group.RECORDS, Status.DONE, hint)
    answers = {case.medicines_asked, case.allergies_asked}
    if answers == {Asked.NOT_ASKED}:
        hint = _("What you take, and what you must not have")
        return _task("medicines", Group.RECORDS, Status.TO_DO, hint)
    if taken:
        hint = _("{medicines}. Allergies are still open").format(medicines=_count_medicines(case))
    elif feared:
        hint = _("{allergies}. Medicines are still open").format(allergies=_count_allergies(case))
    else:
        hint = _("Medicines and allergies are still open")
    return _task("medicines", Group.RECORDS, Status.STARTED, hint)


def _count_medicines(case: CaseSnapshot) -> str:
    count = len(case.medicines)
    if case.medicines_asked is Asked.NONE_KNOWN:
        return _("No medicines")
    return _("1 medicine") if count == 1 else _("{n} medicines").format(n=count)


def _count_allergies(case: CaseSnapshot) -> str:
    count = len(case.allergies)
    if case.allergies_asked is Asked.NONE_KNOWN:
        return _("no known allergies")
    return _("1 allergy") if count == 1 else _("{n} allergies").format(n=count)


def _results(case: CaseSnapshot) -> Task:
    count = len(case.results)
    if not count:
        hint = _("Numbers from your tests, drawn over time")
        return _task("results", Group.RECORDS, Status.IF_YOU_LIKE, hint)
    hint = _("1 result") if count == 1 else _("{n} results").format(n=count)
    return _task("results", Group.RECORDS, Status.DONE, hint)


def _check(case: CaseSnapshot, to_look_at: int | None, *, made: bool) -> Task:
    if not _can_be_sent(case):
        status, hint = Status.NOT_YET, _("Add a record first")
    elif to_look_at == 0 or (made and to_look_at is None):
        status, hint = Status.DONE, _("You can look again at any time")
    elif to_look_at is None:
        status, hint = Status.TO_DO, _("Look it over once before you send")
    else:
        status = Status.DONE if made else Status.TO_DO
        form = _("{n} things to look at before you send")
        if to_look_at == 1:
            form = _("1 thing to look at before you send")
        hint = form.format(n=to_look_at)
    return _task("check", Group.SEND, status, hint)


def _dossier(case: CaseSnapshot, *, made: bool) -> Task:
    if not _can_be_sent(case):
        status, hint = Status.NOT_YET, _("Add a record first")
    elif made:
        status, hint = Status.DONE, _("Look through it once before you send it")
    elif name := case.recipient.name.strip():
        status, hint = Status.TO_DO, _("One PDF for {name}").format(name=name)
    else:
        status, hint = Status.TO_DO, _("One PDF with everything")
    return _task("dossier", Group.SEND, status, hint)


def _can_be_sent(case: CaseSnapshot) -> bool:
    return any(record.in_dossier for record in case.records)
