"""Own lists on their way out of a case and into another: looked at first, entry by entry."""

import os
import re
import stat
from collections.abc import Callable, Iterable
from dataclasses import fields
from enum import Enum
from pathlib import Path

from app.case.casefile import CaseFile
from app.content.load import load_content
from app.content.wishes import case_gaps
from app.dossier.names_in_case import found_in, names_in_case
from app.dossier.prints.printing import save_print
from app.dossier.telling import names_of
from app.errors import FileUnreadable
from app.model.journey.checklist import OWN
from app.model.own_lists import (
    OF_READER,
    ListKind,
    OwnLists,
    Unfit,
    line_checked,
    one_line,
    reader_checked,
    reader_of,
)
from app.model.own_lists_file import MOST_BYTES, read, written
from app.model.own_lists_offer import Offer
from app.model.recipient_profile import RecipientProfile, Wishes
from app.phrases import _
from app.worker.spellings import flat

_MAIL = re.compile(r"[^\s@<>(),;:]+@[^\s@<>(),;:]+\.\w+")
_DATE = re.compile(
    r"(?<![^\W_])(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
    r"|\d{1,2}(?:st|nd|rd|th|\.)? (?:of |de )?[^\W\d_]{3,10}\.?,? (?:de )?\d{4}"
    r"|[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})(?!\d)"
)
_BORN = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOST_NAMES = 3  # are told of one entry

Value = str | RecipientProfile


def going_out(case: CaseFile) -> tuple[Offer, ...]:
    """Give the own checklist lines, the recipients and the questions of a case.

    An entry with a name of the case in it, a birth date, another date or an
    e-mail address has a remark, and so has a question that the program
    suggests by itself.
    """
    now, profiles = case.snapshot(), case.recipients.all()
    names = names_in_case(now, profiles, case.sharing.all())
    client = frozenset(names_of(now))
    suggested = _suggested()
    own = [one.text for one in now.journey.wanted if one.code.startswith(OWN)]
    questions = [one.text for one in now.questions]

    def line(text: str) -> tuple[str, ...]:
        return (*_about_names(found_in(names, [text])), *_about_signs([text]))

    def question(text: str) -> tuple[str, ...]:
        known = (_("The program suggests this question by itself."),)
        return (*line(text), *(known if _same(text) in suggested else ()))

    def recipient(profile: RecipientProfile) -> tuple[str, ...]:
        who = [getattr(profile.recipient, name) for name in OF_READER]
        others = [name for name in names if name in client or not found_in([name], who)]
        texts = [*who, *_wish_texts(profile)]
        return (*_about_names(found_in(others, texts)), *_about_signs(texts))

    return (
        *_offers(ListKind.CHECKLIST, own, line),
        *_offers(ListKind.RECIPIENTS, [reader_of(one) for one in profiles], recipient),
        *_offers(ListKind.QUESTIONS, questions, question),
    )


def coming_in(lists: OwnLists, case: CaseFile) -> tuple[Offer, ...]:
    """Give what a file holds; what the case has already has a remark."""
    now = case.snapshot()
    gaps = case_gaps(load_content(), now)
    lines = {_same(text) for gap in gaps for text in (gap.text, gap.ask_for, *gap.also) if text}
    questions = {_same(one.text) for one in now.questions}
    readers = {_who(one) for one in case.recipients.all()}
    return (
        *_new(ListKind.CHECKLIST, lists.checklist, _same, lines),
        *_new(ListKind.RECIPIENTS, lists.recipients, _who, readers),
        *_new(ListKind.QUESTIONS, lists.questions, _same, questions),
    )


def save_lists(lists: OwnLists, target: Path) -> None:
    """Write a file of own lists, whole or not at all.

    Raises Unfit, NotUnderstood, DiskFull or FolderNotWritable.
    """
    save_print(written(lists), target)


def open_lists(path: Path) -> OwnLists:
    """Read a file of own lists, never more of it than one can be long. Raises FileUnreadable."""
    name = one_line(path.name)
    try:
        # a pipe without a writer would keep whoever opens it waiting
        opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
        with open(opened, "rb") as file:  # noqa: PTH123 - a descriptor
            if not stat.S_ISREG(os.fstat(opened).st_mode):
                raise FileUnreadable(_("“{name}” is no file of own lists.").format(name=name))
            data = file.read(MOST_BYTES + 1)
    except OSError as problem:
        words = _("“{name}” cannot be opened. Check that it is there and that you may read it.")
        raise FileUnreadable(words.format(name=name)) from problem
    return read(data, name)


_BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn each line break into one sign


def _offers(
    kind: ListKind, values: Iterable[Value], remarks: Callable[..., tuple[str, ...]]
) -> Iterable[Offer]:
    for place, value in enumerate(values, 1):
        try:
            fit = line_checked(value) if isinstance(value, str) else reader_checked(value)
        except Unfit as fault:
            why = _("It cannot go into the file: {why}.").format(why=fault.why)
            yield Offer(kind, place, value, (why,), fits=False)
        else:
            yield Offer(kind, place, fit, remarks(fit))


def _new(
    kind: ListKind, values: Iterable[Value], same: Callable[..., str], there: set[str]
) -> Iterable[Offer]:
    seen: set[str] = set()
    for place, value in enumerate(values, 1):
        key, remarks = same(value), []
        if key in there:
            remarks.append(_("This is in the case already. What is there stays as it is."))
        elif key in seen:
            remarks.append(_("This stands in the file twice."))
        seen.add(key)
        yield Offer(kind, place, value, tuple(remarks))


def _about_names(names: tuple[str, ...]) -> Iterable[str]:
    if any(_BORN.fullmatch(name) for name in names):
        yield _("The birth date of the patient stands in it.")
    others = [name for name in names if not _BORN.fullmatch(name)]
    longest = [one for one in others if not any(one != two and one in two for two in others)]
    for name in longest[:_MOST_NAMES]:
        yield _("“{name}” stands in it, a name or number of this case.").format(name=name)


def _about_signs(texts: list[str]) -> Iterable[str]:
    for text in texts:
        if mail := _MAIL.search(text):
            words = _("“{mail}” stands in it. Take it along only if it is the service’s own.")
            yield words.format(mail=mail[0])
        if when := _DATE.search(text):
            yield _("A date stands in it: {date}.").format(date=when[0])


def _wish_texts(profile: RecipientProfile) -> list[str]:
    values = (getattr(profile.wishes, field.name) for field in fields(Wishes))
    return [one for one in values if isinstance(one, str) and not isinstance(one, Enum)]


def _suggested() -> set[str]:
    content = load_content()
    every = (
        *(one.questions for one in content.reasons),
        *(one.questions for one in content.parts),
        *(one.questions for one in content.outcomes),
    )
    return {_same(one.text) for questions in every for one in questions}


def _same(text: str) -> str:
    """Give what is equal for two texts that say the same in other letters."""
    return flat(text).rstrip(" .?!:;")


def _who(profile: RecipientProfile) -> str:
    return flat("|".join((profile.recipient.name, profile.recipient.service)))
