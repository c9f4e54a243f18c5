"""The story in full: what the summary had no room for, and what was written under the prompts."""

from collections.abc import Sequence
from dataclasses import replace

from app.content.load import load_content
from app.dossier.drawing import Book
from app.dossier.pages.summary import LeftOver
from app.dossier.pages.wording import statement_label, strong
from app.dossier.sheet import Bar
from app.dossier.styles import BODY, SAID, SMALL
from app.dossier.whereabouts import Voices
from app.model.story import Statement
from app.model.voice import Said, Voice
from app.typesetting.text import Piece


def has_story(voices: Voices, left: LeftOver) -> bool:
    """Whether there is anything to say beside the summary."""
    case = voices.plan.case
    worded = any(reason.words.strip() for reason in case.reasons)
    return bool(
        left.statements
        or left.reasons
        or case.answers
        or worded
        or _speakers(voices, left.statements)
    )


def draw_story(book: Book, voices: Voices, left: LeftOver) -> None:
    """Draw each statement that the summary cut, the reasons, the answers, and who said what."""
    _, case = book.say, voices.plan.case
    book.part(_("The story in full"), "story")
    book.heading(_("The story in full"), 1)
    book.space(8)
    for statement in left.statements:
        book.heading(statement_label(statement.subject, _), 2)
        book.space(2)
        _said(book, voices, statement.text, statement.voice)
    if case.reasons:
        book.heading(_("Why I am asking"), 2)
        book.space(2)
    for reason in case.reasons:
        words: list[str | Piece] = [strong(reason.label, BODY)]
        words += [f"\n{reason.words}"] if reason.words.strip() else []
        book.paragraph(words, BODY, bar=Bar.SAID)
        book.space(8)
    if case.answers:
        book.space(4)
        book.heading(_("More that was written down"), 2)
        book.paragraph(
            _("Each heading is a prompt that the program gave to the patient or helper."), SMALL
        )
        book.space(6)
    prompts = _prompts(voices.plan.language)
    for answer in case.answers:
        book.heading(prompts.get(answer.prompt, answer.prompt), 3)
        book.space(2)
        _said(book, voices, answer.text, answer.voice)
    _who_said_what(book, voices, left.statements)


def _said(book: Book, voices: Voices, text: str, voice: Voice) -> None:
    wide = book.measure - 20
    pieces = [
        replace(piece, whole=book.fonts.width(piece.text, SAID.face, SAID.size) < wide)
        for piece in voices.pieces(voice)
    ]
    book.paragraph([text, "  ", *pieces], BODY, bar=voices.bar(voice))
    book.space(10)


def _speakers(voices: Voices, cut: Sequence[Statement]) -> dict[str, list[str]]:
    """Give, for everybody who is not named in full in the summary, what they said there."""
    found: dict[str, list[str]] = {}
    for one in voices.plan.case.statements:
        named = isinstance(one.voice, Said) and (one.voice.by.strip() or one.voice.on.known)
        if named and one not in cut and not one.subject.is_date and one.text.strip():
            label = statement_label(one.subject, voices.say)
            found.setdefault(voices.speaker(one.voice), []).append(label)
    return found


def _who_said_what(book: Book, voices: Voices, cut: Sequence[Statement]) -> None:
    _, speakers = book.say, _speakers(voices, cut)
    if not speakers:
        return
    book.space(4)
    book.heading(_("Who said what in the summary"), 2)
    book.space(2)
    for speaker, labels in speakers.items():
        said: list[str | Piece] = [strong("; ".join(labels), BODY), "  ", Piece(speaker, SAID)]
        book.paragraph(said, BODY, bar=Bar.SAID)
        book.space(4)


def _prompts(language: str) -> dict[str, str]:
    """Give the wording of every prompt, by its id."""
    content = load_content(language)
    of_reasons = [prompt for reason in content.reasons for prompt in reason.prompts]
    of_parts = [prompt for part in content.parts for prompt in (*part.prompts, *part.prompts_after)]
    return {prompt.id: prompt.text for prompt in (*of_reasons, *of_parts)}
