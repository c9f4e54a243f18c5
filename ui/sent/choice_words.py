"""The choices of a build in plain words."""

from app.dossier.building import APPROVED
from app.dossier.replacing import PREPARED
from app.dossier.reply_pack import ABOUT, DECISION
from app.model.build import Build
from app.phrases import _


def choices_of(build: Build) -> list[str]:
    """Say how a dossier was made, a choice a line; what this program does not know stays raw."""
    return [_line(name, value) for name, value in build.spec if name not in _TOLD_ELSEWHERE]


_TOLD_ELSEWHERE = (PREPARED, ABOUT)


def _line(name: str, value: str) -> str:
    found = _whole().get((name, value))
    if found is not None:
        return found
    form = _with_value().get(name)
    return form.format(value=value) if form else f"{name}: {value}"


def _with_value() -> dict[str, str]:
    return {
        "pseudonym": _("Name used: {value}"),
        APPROVED: _("Said yes before it was made: {value}"),
        "paper": _("Paper: {value}"),
        "language": _("Language: {value}"),
        "most_questions": _("At most {value} questions"),
        "most_pages": _("At most {value} pages wanted"),
        "most_megabytes": _("At most {value} MB for one file"),
    }


def _whole() -> dict[tuple[str, str], str]:
    return {
        ("locked", "yes"): _("With a password"),
        ("locked", "no"): _("Without a password"),
        ("paper", "LETTER"): _("Paper: Letter"),
        ("identity", "full"): _("Full name on every page"),
        ("identity", "cover"): _("Name on the first pages only"),
        ("identity", "pseudonym"): _("Another name instead of yours"),
        ("first_opinion", "include"): _("The first opinion is shown"),
        ("first_opinion", "blind"): _("The first opinion is left out"),
        ("first_opinion", "on_request"): _("The first opinion is left out; it can be asked for"),
        (DECISION, "yes"): _("With the decision"),
        (DECISION, "no"): _("Without the decision"),
        ("oldest_first", "yes"): _("Oldest records first"),
        ("earlier_reports", "yes"): _("Reports that were replaced are in it too"),
        ("left_out_list", "no"): _("What stays behind is not named in it"),
        ("by_email", "yes"): _("Made to fit into an e-mail"),
        ("pictures", "lighter"): _("Pictures made lighter (200 dots an inch)"),
        ("pictures", "light"): _("Pictures made light (150 dots an inch)"),
        ("pictures", "grey"): _("Pictures in grey (150 dots an inch)"),
        ("pictures", "lightest"): _("Pictures in grey, as light as can be (116 dots an inch)"),
        ("volumes", "by_size"): _("In as many files as the size needs"),
        ("volumes", "core_and_full"): _("The main records in one file, all records in another"),
        ("dividers", "yes"): _("A page before each group of records"),
        ("dividers", "no"): _("No pages between the groups"),
        ("text_layer", "allowed"): _("Words beside the boxes of covered pages can be searched"),
    }


def kept_of(build: Build) -> list[str]:
    """Give what the check found and what was left as it is, each with the reason given."""
    titles = {str(one.record): one.title for one in build.records}
    lines = []
    for found, why in build.kept_reasons:
        key, _colon, record = found.partition(":")
        code, _mark, _detail = key.partition("#")
        about = titles.get(record, "")
        topic = _topics().get(code, code)
        if about:
            topic = _("“{title}”, {topic}").format(title=about, topic=topic)
        lines.append(_("{topic}: {why}").format(topic=topic, why=why))
    return lines


def left_out_of(build: Build) -> list[str]:
    """Give the titles of what stayed behind, each with its reason."""
    return [
        _("{title}: {why}").format(title=title, why=why) if why else title
        for title, why in build.left_out
    ]


def _topics() -> dict[str, str]:
    """Give a few words for each finding that can be left as it is, by its code."""
    return {
        "allergies.not_asked": _("Allergies"),
        "blind.cost": _("What it costs to leave out the first opinion"),
        "blind.letter": _("may state the first opinion"),
        "blind.told_note": _("may give the first opinion away"),
        "blind.told": _("may give the first opinion away"),
        "blind.nothing": _("No page is marked as the first opinion"),
        "checklist.left_out": _("A wanted record stays behind"),
        "checklist.must": _("A wanted record is not explained"),
        "citation.bin": _("A source is in the bin"),
        "citation.left_out": _("A source stays behind"),
        "cover.unused": _("a box on a page that stays behind"),
        "decide_by.none": _("No date to decide by"),
        "approval.changed": _("Changed since the client said yes"),
        "approval.no": _("The client said no"),
        "approval.not_answered": _("Nobody has said yes yet"),
        "decide_by.past": _("Date to decide by is past"),
        "diagnosis.none": _("No diagnosis"),
        "letter.none": _("No letter"),
        "medicines.not_asked": _("Medicines"),
        "outside.location": _("Where a thing is"),
        "pages.budget": _("Many pages"),
        "pages.most": _("More pages than wanted"),
        "password.refused": _("A password, which this reader does not take"),
        "patient.born": _("No birth date"),
        "patient.name": _("No name"),
        "plan.none": _("No plan"),
        "pseudonym.picture": _("pages that are pictures"),
        "questions.none": _("No questions"),
        "reasons.none": _("No reasons"),
        "records.added": _("Records added since it was last made"),
        "record.date": _("no date"),
        "record.earlier": _("an earlier report"),
        "record.kind": _("kind not chosen"),
        "record.other_person": _("names somebody else"),
        "record.notes": _("notes stuck on its pages"),
        "record.photo": _("a photo of a picture"),
        "record.scan": _("no words that can be searched"),
        "record.sensitive": _("marked as sensitive"),
        "record.sideways": _("a page lies sideways"),
        "record.source": _("no source"),
        "record.translation": _("a translation"),
        "record.twice": _("there twice"),
        "record.unseen": _("words that cannot be seen"),
        "record.was_locked": _("was locked with a password"),
        "size.limit": _("Larger than wanted"),
        "summary.overflow": _("More than fits on the summary"),
        "text.glyphs": _("Letters that cannot be shown"),
    }
