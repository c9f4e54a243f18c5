"""What each doctor said, and where papers do not agree, for a letter: as said, without a side."""

from app.dossier.pages.wording import statement_label
from app.dossier.passed_on import PassedOn, told_by
from app.dossier.told_fact import Fact
from app.model.journey.grid import rows_of
from app.model.journey.opinion import Opinion
from app.model.journey.row_words import row_title
from app.model.story import Subject
from app.phrases import phrases


def views(told: PassedOn, language: str = "en") -> tuple[Fact, ...]:
    """Give the diagnosis and plan as told, then what each opinion says, in their order.

    A doctor's own words stand in quotation marks. An opinion that says
    nothing yet is there all the same.
    """
    _, case, facts = phrases(language), told.case, list[Fact]()
    for subject in (Subject.DIAGNOSIS, Subject.PLAN):
        said = case.statement(subject)
        if said is not None and said.text.strip():
            source = told.source(said.voice, language)
            facts.append(Fact(statement_label(subject, _), said.text, source))
    for one in case.journey.opinions:
        name = _who(one)
        found = _said(told, one, language)
        for words, page in found or [(_("What was said is not written down."), None)]:
            facts.append(Fact(name, words, _source(told, one, page, language)))
            name = one.doctor  # the name on every line: the next one may stand on another page
    return tuple(facts)


def _who(one: Opinion) -> str:
    when = one.date.shown() if one.date.known else ""
    return "\n".join(part for part in (one.doctor, one.field.strip(), when) if part)


def _said(told: PassedOn, one: Opinion, language: str) -> list[tuple[str, int | None]]:
    """Give the words of an opinion with their page: point by point, then what stands in no point.

    What it answers to the patient's own questions belongs to the comparison.
    """
    _, journey = phrases(language), told.case.journey
    cells = {cell.row: cell for cell in journey.grid_cells if cell.opinion == one.id}
    found, known = list[tuple[str, int | None]](), {""}
    for row in rows_of(journey.grid_rows, ()):
        cell = cells.get(row)
        if cell is not None and cell.text.strip():
            title = row_title(row, journey.grid_rows, (), _)
            found.append((f"{title}: {_quoted(cell.text, cell.verbatim)}", cell.page))
    known |= {cell.text.strip() for cell in cells.values()}
    found += [
        (_quoted(point.text, point.verbatim), point.page)
        for point in journey.points
        if point.opinion == one.id and point.text.strip() not in known
    ]
    return found


def _quoted(text: str, verbatim: bool) -> str:
    text = text.strip()
    return f"“{text}”" if verbatim and text else text


def _source(told: PassedOn, one: Opinion, page: int | None, language: str) -> str:
    """Say where an opinion stands: its report, or who noted it down."""
    if one.record is None:
        return told_by("", "", language)
    return report_words(told, one.record, page, language)


def report_words(told: PassedOn, record: int, page: int | None, language: str = "en") -> str:
    """Name a report, with its page if that is known; what is not handed on is not named."""
    words = told.whole(record, language)
    if page is None or record not in told.named:
        return words
    return phrases(language)("{source}, page {page}").format(source=words, page=page)


def conflicts(told: PassedOn, language: str = "en") -> tuple[Fact, ...]:
    """Give each side of what does not agree; what is settled is told to be so."""
    _, journey, facts = phrases(language), told.case.journey, list[Fact]()
    for one in journey.conflicts:
        about = f"{one.about}\n{_('settled')}" if one.settled else one.about
        facts += [
            Fact(about, side.text, told.source(side.voice, language))
            for side in journey.conflict_sides
            if side.conflict == one.id and side.text.strip()
        ]
    return tuple(facts)
