"""The story in full: what the summary had no room for, and what was written under the prompts."""

from collections.abc import Sequence

from app.content.load import load_content
from app.dossier.drawing import Book
from app.dossier.sheet import Bar
from app.dossier.styles import BODY
from app.dossier.whereabouts import Voices
from app.model.story import CaseSnapshot, Statement
from app.model.voice import Voice


def has_story(case: CaseSnapshot, cut: Sequence[tuple[str, Statement]]) -> bool:
    """Whether there is anything to say beside the summary."""
    return bool(cut or case.answers or any(reason.words.strip() for reason in case.reasons))


def draw_story(book: Book, voices: Voices, cut: Sequence[tuple[str, Statement]]) -> None:
    """Draw each statement of `cut` under its label, the reasons and the answers."""
    _, case = book.say, voices.plan.case
    book.part(_("The story in full"), "story")
    book.heading(_("The story in full"), 1)
    book.space(8)
    for label, statement in cut:
        book.heading(label, 2)
        book.space(2)
        _said(book, voices, statement.text, statement.voice)
    if case.reasons:
        book.heading(_("Why I am asking"), 2)
        book.space(2)
    for reason in case.reasons:
        words = reason.label + (f"\n{reason.words}" if reason.words.strip() else "")
        book.paragraph(words, BODY, bar=Bar.SAID)
        book.space(8)
    prompts = _prompts(voices.plan.language)
    for answer in case.answers:
        book.heading(prompts.get(answer.prompt, answer.prompt), 3)
        book.space(2)
        _said(book, voices, answer.text, answer.voice)


def _said(book: Book, voices: Voices, text: str, voice: Voice) -> None:
    book.paragraph([text, "  ", *voices.pieces(voice)], BODY, bar=voices.bar(voice))
    book.space(10)


def _prompts(language: str) -> dict[str, str]:
    """Give the wording of every prompt, by its id."""
    content = load_content(language)
    of_reasons = [prompt for reason in content.reasons for prompt in reason.prompts]
    of_parts = [prompt for part in content.parts for prompt in (*part.prompts, *part.prompts_after)]
    return {prompt.id: prompt.text for prompt in (*of_reasons, *of_parts)}
