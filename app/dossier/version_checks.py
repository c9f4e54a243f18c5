"""What to look at before this version goes to this reader: what is private, what is left out."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from app.content.load import load_content
from app.dossier.blind_checks import check_blind
from app.dossier.findings import Level, Line, about
from app.dossier.inner import words_on
from app.dossier.plan import DossierPlan, PlannedRecord
from app.dossier.printed_words import printed_words
from app.dossier.weight import MEGABYTE, most_bytes
from app.model.recipient_profile import Identity
from app.model.record import Kind, Remark
from app.model.relation import Relation
from app.phrases import _
from app.worker.spellings import finder, flat

Texts = Callable[[str], tuple[str, ...]]
"""Gives the texts of a document's pages by its sha256."""


def check_version(plan: DossierPlan, texts: Texts, files: tuple[int, ...] = ()) -> Iterator[Line]:
    """Give every finding that depends on who reads it and how much it tells.

    `files` are the estimated bytes of each file that will be made.
    """
    yield from _sensitive(plan)
    yield from _names(plan, texts)
    yield from check_blind(plan, texts)
    yield from _earlier_reports(plan)
    yield from _boxes(plan)
    yield from _pictures(plan)
    yield from _size_of_it(plan, files)
    for sentence in password_words(plan):
        yield Line("password.refused", Level.LOOK, sentence)


def password_words(plan: DossierPlan) -> tuple[str, ...]:
    """Say that whoever gets it takes no file with a password, where it is to have one."""
    if not (plan.version.locked and plan.no_password):
        return ()
    recipient = plan.case.recipient
    words = _("“{name}” takes no file with a password. Make it without one, or ask first.")
    return (words.format(name=recipient.name or recipient.service or _("This reader")),)


def _sensitive(plan: DossierPlan) -> Iterator[Line]:
    content = load_content()
    for planned in plan.records:
        tags = sorted(plan.case.sensitivities.get(planned.record.id, ()))
        if tags:
            names = ", ".join(content.sensitivity(tag).label for tag in tags)
            sentence = _("“{title}” goes in. You marked it: {tags}.")
            yield Line(
                "record.sensitive",
                Level.LOOK,
                sentence.format(title=planned.record.title, tags=names),
                planned.record.id,
            )


def _names(plan: DossierPlan, texts: Texts) -> Iterator[Line]:
    if plan.version.identity is not Identity.PSEUDONYM:
        return
    if not plan.hidden_names:
        sentence = _("The case has no name, so it cannot be looked for on the pages.")
        yield Line("pseudonym.unknown", Level.STOP, sentence)
        return
    for planned in plan.records:
        yield from _names_in_record(planned, plan.hidden_names, texts)
    for found in _found(plan.hidden_names, printed_words(plan)):
        sentence = _("“{name}” stands in what you wrote. Change it before you send this version.")
        yield Line("pseudonym.words", Level.STOP, sentence.format(name=found))


def _names_in_record(
    planned: PlannedRecord, names: tuple[str, ...], texts: Texts
) -> Iterator[Line]:
    record = planned.record
    if found := _found(names, (record.title, record.source, record.body)):
        sentence = _("“{name}” stands in the title, the source or the words of “{title}”.")
        words = sentence.format(name=found[0], title=record.title)
        yield Line("pseudonym.record", Level.STOP, words, record.id)
    if record.document is None:
        return
    pages = texts(record.document.sha256)
    for page in planned.pages:
        if page in planned.covered or page >= len(pages):
            continue  # what a box hides is looked for in the finished file
        if found := _found(names, (pages[page], *words_on(planned, page))):
            sentence = _("“{name}” stands on page {page} of “{title}”. Cover it, or leave it out.")
            words = sentence.format(name=found[0], page=page + 1, title=record.title)
            yield Line("pseudonym.page", Level.STOP, words, record.id)
    if any(not facts.has_text for facts in planned.facts):
        sentence = _("“{title}” has pages that are pictures. Look for the name on each of them.")
        yield about("pseudonym.picture", Level.LOOK, record, sentence)


def _earlier_reports(plan: DossierPlan) -> Iterator[Line]:
    for pair in plan.case.related:
        earlier, newer = plan.planned(pair.other), plan.planned(pair.record)
        if pair.relation is Relation.REPLACES and earlier and newer:
            sentence = _("“{title}” is an earlier report. The one that replaces it is in, too.")
            line = about("record.earlier", Level.LOOK, earlier.record, sentence)
            yield replace(line, detail=str(newer.record.id))
        if pair.relation is Relation.TRANSLATES and newer and not earlier:
            sentence = _("“{title}” is a translation. What it translates is not in.")
            yield about("record.translation", Level.LOOK, newer.record, sentence)


def _boxes(plan: DossierPlan) -> Iterator[Line]:
    there = {(one.record.id, page + 1) for one in plan.records for page in one.pages}
    lost = Counter(
        box.record for box in plan.version.cover_ups if (box.record, box.page) not in there
    )
    for number in lost:
        record = plan.case.record(number)
        if record is not None and plan.planned(number) is not None:
            sentence = _("A box lies on a page of “{title}” that does not go in.")
            yield about("cover.unused", Level.LOOK, record, sentence)


def _pictures(plan: DossierPlan) -> Iterator[Line]:
    for planned in plan.records:
        record = planned.record
        document = record.document
        if document is None:
            continue
        if record.kind is Kind.IMAGING and document.media_type in _PHOTOS:
            sentence = _(
                "“{title}” is a photo. A photo of a scan picture cannot be read like the scan. "
                "Ask for the disc."
            )
            yield about("record.photo", Level.LOOK, record, sentence)
        if Remark.WAS_LOCKED in document.remarks:
            sentence = _("“{title}” was locked with a password. The dossier shows it open.")
            yield about("record.was_locked", Level.LOOK, record, sentence)
        if any(facts.wide and not facts.has_text for facts in planned.facts):
            sentence = _("“{title}” has a scanned page that is wider than high. Look which way up.")
            yield about("record.sideways", Level.LOOK, record, sentence)


_PHOTOS = frozenset({"image/jpeg", "image/png", "image/heic", "image/webp"})


def _size_of_it(plan: DossierPlan, files: tuple[int, ...]) -> Iterator[Line]:
    limit = most_bytes(plan.version)
    if limit is not None and files and max(files) > limit:
        sentence = _(
            "The file is about {size} MB, and {most} MB may go. Make the pictures lighter, "
            "leave something out, or make several files."
        )
        if len(files) > 1:
            sentence = _(
                "The largest file is about {size} MB, and {most} MB may go. Make the pictures "
                "lighter, or leave something out."
            )
        size, most_of_it = f"{max(files) / MEGABYTE:.1f}", f"{limit / MEGABYTE:.1f}"
        yield Line("size.limit", Level.LOOK, sentence.format(size=size, most=most_of_it))


def _found(names: tuple[str, ...], texts: Iterable[str]) -> list[str]:
    """Give those of the names that stand in one of the texts, however they are written."""
    flattened = [flat(text) for text in texts]
    return [name for name in names if any(map(finder(name), flattened))]
