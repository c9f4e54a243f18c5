"""A recipient in a few words: what they are called, and what stands in each group of the form."""

from app.content.presets import load_presets
from app.dossier.weight import MAIL_GROWS
from app.model.recipient_profile import (
    Answer,
    Delivery,
    FirstOpinion,
    Identity,
    Images,
    OwnDoctor,
    RecipientProfile,
    Tissue,
    Window,
)
from app.model.typed_date import say_date
from app.phrases import _, many
from ui.facts.line import Line

KIND = "recipient"
Profile = RecipientProfile


def called(one: Profile) -> str:
    """Give the name of a recipient, or of their service, or say that there is none yet."""
    return one.recipient.name or one.recipient.service or _("No name yet")


def line_of(one: Profile) -> Line:
    """Give a recipient as a line of the list."""
    service = one.recipient.service if one.recipient.name else ""
    where = ", ".join(filter(None, (service, one.recipient.place)))
    return Line(
        KIND,
        one.id,
        called(one),
        more="\n".join(filter(None, (where, started_from(one)))),
        source=checked(one),
    )


def started_from(one: Profile) -> str:
    """Give the name of the preset that a recipient began with, or ""."""
    return next((preset.label for preset in load_presets() if preset.id == one.preset), "")


def checked(one: Profile) -> str:
    """Say when somebody asked what they want, and whom."""
    if not (one.checked_on.known or one.checked_by):
        return _("Not checked yet")
    words = _("Checked")
    if one.checked_on.known:
        words = _("Checked on {date}").format(date=say_date(one.checked_on))
    if one.checked_by:
        words = _("{checked}, with {name}").format(checked=words, name=one.checked_by)
    return words


def usable_mail(one: Profile) -> str:
    """Say how much of a limit for e-mails is left for files."""
    if not one.wishes.by_email:
        return ""
    told = one.wishes.most_megabytes
    if not told:
        return _("An e-mail can use about three quarters of its limit for files.")
    words = _("About three quarters of that is usable: {told} MB of mail hold {files} MB of files.")
    return words.format(told=f"{told:g}", files=f"{told / MAIL_GROWS:.1f}")


def takes(one: Profile) -> str:
    """Say in which form they take it."""
    wishes = one.wishes
    parts = [delivery_words()[wishes.delivery]]
    if wishes.most_megabytes:
        parts.append(_("up to {n} MB").format(n=f"{wishes.most_megabytes:g}"))
    if wishes.by_email:
        parts.append(_("by e-mail"))
    if wishes.password is not Answer.NOT_SAID:
        yes = wishes.password is Answer.YES
        parts.append(_("a password is fine") if yes else _("no password"))
    return " · ".join(parts)


def how_named(one: Profile) -> str:
    """Say how the patient is named."""
    return {
        Identity.FULL: _("Full name on every page"),
        Identity.COVER: _("Name on the first pages only"),
        Identity.PSEUDONYM: _("Another name"),
    }[one.wishes.identity]


def first_opinion(one: Profile) -> str:
    """Say what happens with the first opinion."""
    return {
        FirstOpinion.INCLUDE: _("Shown"),
        FirstOpinion.BLIND: _("Left out, so that they judge fresh"),
        FirstOpinion.ON_REQUEST: _("Left out; they can ask for it"),
    }[one.wishes.first_opinion]


def wanted(one: Profile) -> str:
    """Say what they want to have."""
    wishes = one.wishes
    parts = [images_words()[wishes.images]] if wishes.images is not Images.NOT_SAID else []
    if wishes.tissue is not Tissue.NOT_SAID:
        parts.append(tissue_words()[wishes.tissue])
    return " · ".join([*parts, *filter(None, (wishes.forms,))])


def own_doctor(one: Profile) -> str:
    """Say what part the patient's own doctor has."""
    wishes = one.wishes
    parts = []
    if wishes.own_doctor is not OwnDoctor.NOT_SAID:
        parts.append(own_doctor_words()[wishes.own_doctor])
    if wishes.doctors_letter:
        parts.append(_("letter: {words}").format(words=wishes.doctors_letter))
    return " · ".join(parts)


def questions(one: Profile) -> str:
    """Say how many questions they take."""
    most = one.wishes.most_questions
    parts = [_("At most {n}").format(n=most) if most else _("Any number")]
    if one.wishes.numbered_answers is Answer.YES:
        parts.append(_("answers by number"))
    return " · ".join(parts)


def how_much(one: Profile) -> str:
    """Say how much they want, and in which order."""
    wishes = one.wishes
    back = window_words()[wishes.window]
    if wishes.window is Window.YEARS and wishes.window_years:
        one_year = wishes.window_years == 1
        back = _("The last year") if one_year else _("The last {n} years")
        back = back.format(n=wishes.window_years)
    parts = [back]
    if wishes.most_pages:
        pages = many("at most 1 page", "at most {n} pages", wishes.most_pages)
        parts.append(pages.format(n=wishes.most_pages))
    parts.append(_("oldest first") if wishes.oldest_first else _("newest first"))
    return " · ".join(parts)


def language(one: Profile) -> str:
    """Say in which language they read."""
    certified = one.wishes.certified_translation is Answer.YES
    needs = _("certified translation") if certified else ""
    return " · ".join(filter(None, (one.wishes.language, needs)))


def does(one: Profile) -> str:
    """Say what they do, and how soon."""
    days = one.wishes.turnaround_days
    soon = "" if not days else _("1 day") if days == 1 else _("{n} days").format(n=days)
    return " · ".join(filter(None, (one.wishes.scope, soon)))


def delivery_words() -> dict[Delivery, str]:
    """Give the words for each form in which a dossier is taken."""
    return {
        Delivery.ONE_PDF: _("One PDF"),
        Delivery.FILES: _("Several files"),
        Delivery.PAPER: _("Paper"),
        Delivery.PORTAL: _("Upload on a website"),
    }


def images_words() -> dict[Images, str]:
    """Give the words for how scan pictures are wanted."""
    return {
        Images.NOT_SAID: _("Nobody said"),
        Images.REPORTS: _("Written reports are enough"),
        Images.PICTURES: _("Pictures on a disc or as an upload"),
        Images.BOTH: _("Reports and pictures"),
    }


def tissue_words() -> dict[Tissue, str]:
    """Give the words for what is wanted of a pathology laboratory."""
    return {
        Tissue.NOT_SAID: _("Nobody said"),
        Tissue.NONE: _("No slides"),
        Tissue.SLIDES: _("Slides"),
        Tissue.SLIDES_AND_BLOCKS: _("Slides and blocks"),
    }


def own_doctor_words() -> dict[OwnDoctor, str]:
    """Give the words for the part of the patient's own doctor."""
    return {
        OwnDoctor.NOT_SAID: _("Nobody said"),
        OwnDoctor.TAKES_PART: _("Has to take part"),
        OwnDoctor.COPIED: _("Gets a copy of the answer"),
        OwnDoctor.NOT_INVOLVED: _("Is not involved"),
    }


def window_words() -> dict[Window, str]:
    """Give the words for how far back records go."""
    return {
        Window.ALL: _("Everything"),
        Window.LATEST: _("Only the latest of each kind"),
        Window.SINCE_SYMPTOMS: _("Since the first signs of illness"),
        Window.YEARS: _("The last years"),
    }


def answer_words() -> dict[Answer, str]:
    """Give the words for a rule that is known, or not."""
    return {Answer.NOT_SAID: _("Nobody said"), Answer.YES: _("Yes"), Answer.NO: _("No")}
