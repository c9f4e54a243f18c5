"""The front of a reply pack: a short letter, who said what, and the decision if it is wanted."""

from app.dossier.drawing import Book
from app.dossier.pages.who_said_what import draw_who_said_what, has_who_said_what
from app.dossier.plan import Reply
from app.dossier.prints.decision import draw_decision
from app.dossier.styles import BODY
from app.dossier.whereabouts import Voices
from app.model.journey.deciding import standing
from app.model.journey.decision import Decision
from app.model.journey.grid import speaking
from app.model.partial_date import day
from app.phrases import Phrases

_BLANK = "____________________"


def draw_reply(book: Book, voices: Voices, reply: Reply) -> None:
    """Draw the letter, then the opinions side by side with what is open, then the decision.

    The letter takes no side. It is what the signposts of the other pages call the contents.
    """
    _letter(book, voices, reply)
    draw_who_said_what(book, voices)
    decision = _decision(voices, reply)
    if decision is not None:
        book.part(book.say("My decision"), "decision", bars=False)
        book.heading(book.say("My decision"), 1)
        book.space(6)
        draw_decision(book, voices.plan.case, decision)


def _letter(book: Book, voices: Voices, reply: Reply) -> None:
    _, patient = book.say, voices.plan.header
    book.part(_("Letter"), "index", header=False, bars=False)
    book.paragraph(patient.name.strip() or _BLANK, BODY)
    if phone := patient.phone.strip():
        book.paragraph(_("Phone: {number}").format(number=phone), BODY)
    book.space(14)
    book.paragraph(reply.doctor.strip() or _BLANK, BODY)
    book.space(14)
    book.paragraph(day(voices.plan.made).shown(), BODY)
    book.space(10)
    book.heading(_("A second opinion"), 1)
    book.space(6)
    for words in _body(voices, reply, _):
        book.paragraph(words, BODY)
        book.space(6)
    if inside := _inside(voices, reply, _):
        book.paragraph(_("With this letter you get:"), BODY)
        book.space(6)
        with book.under(book.here.add("L")) as items:
            for words in inside:
                with book.under(items.add("LI")):
                    book.paragraph(f"– {words}", BODY, kind="LBody")
        book.space(6)
    book.paragraph(_("I would like to talk about it with you. Thank you."), BODY)
    book.room(60)
    book.space(34)
    book.paragraph(f"{_('Signature')}  {_BLANK}", BODY)


def _body(voices: Voices, reply: Reply, say: Phrases) -> list[str]:
    _ = say
    name = reply.doctor.strip()
    greeting = _("Dear {name},").format(name=name) if name else _("Dear doctor,")
    words = [greeting, _("I asked for a second opinion. I send you what came of it.")]
    if not voices.plan.records:
        words = [greeting, *_spoken(voices, reply, _)]
    if has_who_said_what(voices):
        words.append(
            _(
                "It is common for doctors to differ. It does not mean that one is wrong. "
                "The next step is to find out why."
            )
        )
    return words


def _spoken(voices: Voices, reply: Reply, say: Phrases) -> list[str]:
    """Say that there is no report, and whose words stand in its place."""
    _ = say
    words = [_("I asked {doctor} for a second opinion.").format(doctor=reply.about)]
    told = any(one.doctor == reply.about for one in speaking(voices.plan.case.journey))
    if not (told and has_who_said_what(voices)):
        return [*words, _("I have no written report of it.")]
    form = _("I have no written report of it. What {doctor} said stands here as I noted it.")
    return [*words, form.format(doctor=reply.about)]


def _inside(voices: Voices, reply: Reply, say: Phrases) -> list[str]:
    """Name what follows the letter, in its order."""
    _ = say
    parts = []
    if has_who_said_what(voices):
        parts.append(_("what the opinions say side by side, and what is still open"))
    if _decision(voices, reply) is not None:
        parts.append(_("what I decided, and why"))
    report = _("the report: {title}")
    return [*parts, *(report.format(title=one.record.title) for one in voices.plan.records)]


def _decision(voices: Voices, reply: Reply) -> Decision | None:
    return standing(voices.plan.case.journey.decisions) if reply.decision else None
