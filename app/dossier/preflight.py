"""What to look at before a dossier is sent; nothing is decided for the person."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator

from app.content.pack import Content
from app.dossier.added_since import check_added
from app.dossier.approving import check_approval
from app.dossier.choice_checks import check_choices
from app.dossier.citation_checks import check_citations
from app.dossier.findings import Level, Line, about
from app.dossier.gap_checks import check_gaps
from app.dossier.inner import notes_of
from app.dossier.layout import Layout
from app.dossier.page_checks import check_pages
from app.dossier.plan import DossierPlan
from app.dossier.version_checks import Texts, check_version
from app.model.partial_date import PartialDate
from app.model.record import Kind, Remark
from app.model.story import Asked, CaseSnapshot, Subject
from app.phrases import _, later, many

Whole = Callable[[str], bool]
"""Whether the bytes with this sha256 are still what went in."""


def preflight(
    plan: DossierPlan,
    layout: Layout,
    content: Content,
    is_whole: Whole,
    texts: Texts,
    files: tuple[int, ...] = (),
    people: tuple[Line, ...] = (),
) -> tuple[Line, ...]:
    """Go through a planned dossier and give every finding, the grave ones first.

    `files` are the estimated bytes of each file that will be made, `people`
    the findings of `check_people`.
    """
    lines = [
        *_broken(plan, is_whole),
        *_asking(plan),
        *_medical_basics(plan.case),
        *_each_record(plan),
        *_copies(plan),
        *check_added(plan),
        *check_citations(plan),
        *people,
        *check_pages(plan),
        *check_choices(plan),
        *check_gaps(plan),
        *check_approval(plan),
        *check_version(plan, texts, files),
        *_pages(plan, layout, content),
    ]
    rank = list(Level)
    return tuple(sorted(lines, key=lambda line: rank.index(line.level)))


def _broken(plan: DossierPlan, is_whole: Whole) -> Iterator[Line]:
    for planned in plan.records:
        document = planned.record.document
        if document and not all(map(is_whole, {document.sha256, document.rendition})):
            yield about(
                "record.damaged",
                Level.STOP,
                planned.record,
                _(
                    "“{title}” is damaged inside the case file. "
                    "Open a backup copy of the case, or leave this record out."
                ),
            )


def _asking(plan: DossierPlan) -> Iterator[Line]:
    for code, is_there, there, missing in _BASICS:
        fine = is_there(plan.case)
        yield Line(code, Level.OK if fine else Level.LOOK, _(there if fine else missing))
    decide_by = plan.case.statement(Subject.DECIDE_BY)
    if decide_by is None:
        yield Line("decide_by.none", Level.LOOK, _("No date is set by which you must decide."))
        return
    when = PartialDate.from_stored(decide_by.text)
    if when.start and (when.end or when.start).latest < plan.made:
        yield Line("decide_by.past", Level.LOOK, _("The date to decide by is in the past."))


_BASICS: tuple[tuple[str, Callable[[CaseSnapshot], bool], str, str], ...] = (
    (
        "patient.name",
        lambda case: bool(case.patient.name),
        later("The patient’s name is there."),
        later("The patient has no name yet."),
    ),
    (
        "patient.born",
        lambda case: case.patient.born.known,
        later("The patient’s birth date is there."),
        later("The patient’s birth date is not known."),
    ),
    (
        "questions.none",
        lambda case: bool(case.questions),
        later("There are questions."),
        later("There is no question yet. Doctors answer questions."),
    ),
    (
        "reasons.none",
        lambda case: bool(case.reasons),
        later("A reason is chosen."),
        later("No reason is chosen yet for asking."),
    ),
    (
        "diagnosis.none",
        lambda case: case.statement(Subject.DIAGNOSIS) is not None,
        later("What you were told you have is there."),
        later("What you were told you have is empty."),
    ),
    (
        "plan.none",
        lambda case: case.statement(Subject.PLAN) is not None,
        later("What you were told should be done is there."),
        later("What you were told should be done is empty."),
    ),
    (
        "letter.none",
        lambda case: any(
            one.kind is Kind.DIAGNOSIS_PLAN and one.in_dossier for one in case.records
        ),
        later("There is a letter that states the diagnosis and the plan."),
        later("There is no letter that states the diagnosis and the plan."),
    ),
)


def _medical_basics(case: CaseSnapshot) -> Iterator[Line]:
    for code, asked, missing, there in (
        (
            "medicines.not_asked",
            case.medicines_asked,
            _("Nobody said yet which medicines are taken. “None” is an answer too."),
            _("Medicines are answered."),
        ),
        (
            "allergies.not_asked",
            case.allergies_asked,
            _("Nobody said yet if there are allergies. “None known” is an answer too."),
            _("Allergies are answered."),
        ),
    ):
        open_ = asked in (Asked.NOT_ASKED, Asked.NOT_SURE)
        yield Line(code, Level.LOOK if open_ else Level.OK, missing if open_ else there)


_REMARKS = {
    Remark.RECOVERED: later(
        "“{title}” was damaged. Its pages were saved, but some may be missing."
    ),
    Remark.SIGNED: later("“{title}” had a digital signature. A copy in a dossier cannot carry it."),
    Remark.MISSING_LETTERS: later(
        "“{title}” has letters that our fonts lack. They show as “□”. "
        "Print it to a PDF and add that instead."
    ),
    Remark.XFA_ONLY: later(
        "“{title}” is a form that only some programs show. Look at its pages; "
        "print it to a PDF if they are empty."
    ),
    Remark.AS_PICTURE: later("Some pages of “{title}” could only be kept as pictures."),
    Remark.HIDDEN_LAYERS: later("“{title}” has layers its author switched off. They stay hidden."),
}


def _each_record(plan: DossierPlan) -> Iterator[Line]:
    for planned in plan.records:
        record = planned.record
        if not record.dates.service.known:
            yield about("record.date", Level.LOOK, record, _("“{title}” has no date."))
        if not record.source and record.document:
            yield about(
                "record.source", Level.LOOK, record, _("“{title}” does not say who made it.")
            )
        if record.kind is None:
            yield about("record.kind", Level.LOOK, record, _("“{title}” has no kind yet."))
        if record.document:
            known = any(page.made_picture for page in record.document.pages)
            told = {Remark.AS_PICTURE} if known else set()
            for remark in sorted((record.document.remarks & _REMARKS.keys()) - told):
                yield about(f"record.{remark}", Level.LOOK, record, _(_REMARKS[remark]))
            if notes_of(planned):
                sentence = _(
                    "“{title}” has notes stuck on its pages. "
                    "The dossier lists their words. Look if any of them is private."
                )
                yield about("record.notes", Level.LOOK, record, sentence)
            if not all(page.has_text for page in planned.facts):
                sentence = _(
                    "“{title}” has pages that are pictures. Their words cannot be searched."
                )
                yield about("record.scan", Level.LOOK, record, sentence)


def _copies(plan: DossierPlan) -> Iterator[Line]:
    documents = Counter(one.record.document.sha256 for one in plan.records if one.record.document)
    for planned in plan.records:
        document = planned.record.document
        if document and documents[document.sha256] > 1:
            sentence = _("“{title}” is in the dossier more than once.")
            yield about("record.twice", Level.LOOK, planned.record, sentence)


def _pages(plan: DossierPlan, layout: Layout, content: Content) -> Iterator[Line]:
    if layout.missing_glyphs:
        yield Line(
            "text.glyphs",
            Level.LOOK,
            _("The dossier’s fonts lack these characters: {characters}. They show as “□”.").format(
                characters=" ".join(layout.missing_glyphs)
            ),
        )
    for sentence in layout.overflow:
        detail = hashlib.sha256(sentence.encode()).hexdigest()[:8]
        yield Line("summary.overflow", Level.LOOK, sentence, detail=detail)
    most = plan.version.most_pages
    if most and len(layout.pages) > most:
        sentence = many(
            "This reader asks for at most 1 page. This dossier has {pages}.",
            "This reader asks for at most {most} pages. This dossier has {pages}.",
            most,
        )
        words = sentence.format(most=most, pages=len(layout.pages))
        yield Line("pages.most", Level.LOOK, words)
    budget = content.page_budget([reason.code for reason in plan.case.reasons])
    if budget and len(layout.pages) > budget:
        yield Line(
            "pages.budget",
            Level.LOOK,
            _(
                "The dossier has {pages} pages. For this reason, {budget} or fewer read best."
            ).format(pages=len(layout.pages), budget=budget),
        )
    yield Line(
        "pages.total",
        Level.OK,
        many(
            "The dossier has {pages} pages from 1 record.",
            "The dossier has {pages} pages from {records} records.",
            len(plan.records),
        ).format(pages=len(layout.pages), records=len(plan.records)),
    )
