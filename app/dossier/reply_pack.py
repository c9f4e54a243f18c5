"""The reply to the first doctor: letter, comparison, open points, and the second report if any."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.case.casefile import CaseFile
from app.dossier.export import Choices, Exported, export_plan
from app.dossier.inner import with_insides
from app.dossier.plan import DossierPlan, Paper, Reply
from app.dossier.planning import plan_dossier
from app.errors import DossierBlocked
from app.model.build import REPLY, Build
from app.model.journey.opinion import Opinion
from app.model.recipient_profile import FirstOpinion, Identity
from app.model.record import Record
from app.model.story import CaseSnapshot
from app.model.version import MAIN, Selection, Version, Volumes
from app.phrases import _, phrases
from app.progress import Progress

ABOUT, DECISION = "reply_about", "reply_decision"
"""Among the choices of a reply: whose report it has, and if the decision is told."""


@dataclass(frozen=True, slots=True)
class ReplyWishes:
    """Which opinion is reported, by its id, and whether the decision goes in.

    None takes the last opinion, in the person's order, that has a report;
    where none has one, the last.
    """

    opinion: int | None = None
    decision: bool = False


def reply_plan(
    case: CaseFile, wishes: ReplyWishes, *, made: date, paper: Paper = Paper.A4
) -> DossierPlan:
    """Decide a reply pack in full, as the case is now.

    What the first version of the dossier covers on the report's pages, or
    leaves out of them, is covered and left out here, too. An opinion that was
    only spoken has no pages: the letter says so. Raises DossierBlocked when
    there is no such opinion, its report is in the bin, or it may not go in.
    """
    told = case.snapshot()
    opinions = told.journey.opinions
    opinion = _reported(opinions, wishes.opinion)
    records = _report(told, opinion)
    version = _version(case.versions.get(MAIN.id) or MAIN, records)
    alone = replace(told, records=records)
    plan = plan_dossier(alone, made=made, paper=paper, version=version, may_be_empty=not records)
    first = next((one.doctor for one in opinions if one.id != opinion.id), "")
    name = plan.header.name
    title = _("Reply to the first doctor")
    plan = replace(
        plan,
        title=_("{title}: {name}").format(title=title, name=name) if name else title,
        reply=Reply(first, wishes.decision, opinion.doctor),
    )
    return with_insides(plan, case.documents.insides)


def make_reply_pack(
    plan: DossierPlan, case: CaseFile, target: Path, progress: Progress, *, password: str = ""
) -> Exported:
    """Make a reply pack that was decided before, checked like a dossier; see `export_plan`.

    The case keeps it among what was made: it can be noted as sent, but is no
    build of a version. Raises what `export_plan` raises; then what was at
    `target` is still there.
    """
    reply = plan.reply or Reply("")

    def keep(build: Build) -> int:
        spec = dict(build.spec) | {ABOUT: reply.about, DECISION: "yes" if reply.decision else "no"}
        name = phrases(plan.language)("Reply to the first doctor")
        kept = replace(
            build,
            version=REPLY,
            version_name=name,
            recipient=reply.doctor,
            spec=tuple(sorted(spec.items())),
            kept_reasons=(),
        )
        return case.builds.keep(kept)

    choices = Choices(made=plan.made, paper=plan.paper, password=password)
    return export_plan(plan, case, target, choices, progress, keep=keep)


def reportable(opinions: Sequence[Opinion]) -> tuple[Opinion, ...]:
    """Give the opinions that a reply can be about: those after the first."""
    return tuple(opinions[1:])


def usual(opinions: Sequence[Opinion]) -> Opinion | None:
    """Give whom a reply is about until somebody chooses: the last with a report, else the last."""
    later = reportable(opinions)
    with_report = [one for one in later if one.record is not None]
    return next(reversed(with_report or later), None)


def _reported(opinions: tuple[Opinion, ...], wanted: int | None) -> Opinion:
    found = next((one for one in opinions if one.id == wanted), None)
    found = usual(opinions) if wanted is None else found
    if found is None:
        raise DossierBlocked(
            _("There is no second opinion yet. Add it in Opinions received first.")
        )
    return found


def _report(told: CaseSnapshot, opinion: Opinion) -> tuple[Record, ...]:
    """Give the record of the report; none where the opinion was only spoken."""
    if opinion.record is None:
        return ()
    record = told.record(opinion.record)
    if record is None:
        words = _(
            "The report of “{name}” is in the bin. Bring it back, "
            "or take it away in Opinions received."
        )
        raise DossierBlocked(words.format(name=opinion.doctor))
    return (record,)


def _version(version: Version, records: Sequence[Record]) -> Version:
    """Give the first version as one file that tells both opinions, in the patient's name."""
    named = []
    for record in records:
        kept = version.selection(record.id)
        named.append(Selection(record.id, included=True, pages=kept.pages if kept else ()))
    return replace(
        version,
        identity=Identity.FULL,
        first_opinion=FirstOpinion.INCLUDE,
        most_questions=0,
        volumes=Volumes.ONE,
        dividers=False,
        selections=tuple(named),
    )
