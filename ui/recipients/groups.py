"""The groups of the form for a recipient."""

from collections.abc import Mapping
from typing import TypeVar

from app.model.recipient_profile import FirstOpinion, Identity, RecipientProfile, Tissue, Window
from app.phrases import _
from ui.facts.kind import Pick, When, Words
from ui.folds.group import Group, Note, Number, Tick, Told
from ui.recipients import words

Choice = TypeVar("Choice")

_TISSUE = (Tissue.SLIDES, Tissue.SLIDES_AND_BLOCKS)


def groups_of_recipient() -> tuple[Group, ...]:
    """Give the groups in their order; the first one is open."""
    return (
        _who(),
        _takes(),
        _named(),
        _first_opinion(),
        _wants(),
        _own_doctor(),
        _questions(),
        _how_much(),
        _language(),
        _does(),
        _checked(),
        _note(),
    )


def _pick(name: str, label: str, choices: Mapping[Choice, str]) -> Pick:
    return Pick(name, label, tuple(choices.items()))


def _who() -> Group:
    return Group(
        _("Who"),
        _("Change who reads it"),
        (
            Words("recipient.name", _("Name of the doctor or person")),
            Words("recipient.service", _("Clinic or service")),
            Words("recipient.place", _("Hospital or town")),
            Words("recipient.visit", _("Visit, if one is planned")),
            Words("recipient.reply_to", _("Who should get the answer?"), lines=2),
        ),
        open=True,
    )


def _takes() -> Group:
    return Group(
        _("What they take"),
        _("Change what a reader takes"),
        (
            _pick("wishes.delivery", _("In which form?"), words.delivery_words()),
            Number(
                "wishes.most_megabytes",
                _("Largest file, in MB"),
                _("As you were told. Empty means no limit."),
                whole=False,
            ),
            Tick("wishes.by_email", _("It goes by e-mail")),
            Note("usable", words.usable_mail),
            Number("wishes.most_files", _("Most files"), _("Empty means any number.")),
            Words(
                "wishes.naming", _("How files must be named"), _("For example: no blanks, no “é”.")
            ),
            _pick("wishes.password", _("May a file have a password?"), words.answer_words()),
        ),
        summary=words.takes,
    )


def _named() -> Group:
    return Group(
        _("How you are named"),
        _("Change how a reader sees your name"),
        (
            Told(
                "wishes.identity",
                _("How you are named"),
                (
                    (
                        Identity.FULL,
                        _("Full name on every page"),
                        _("Your name and birth date stand on each page."),
                    ),
                    (
                        Identity.COVER,
                        _("Name on the first pages only"),
                        _("It stands on the cover and the summary. Records keep what is on them."),
                    ),
                    (
                        Identity.PSEUDONYM,
                        _("Another name"),
                        _(
                            "It stands everywhere. Cover pages with the real name, or leave "
                            "them out."
                        ),
                    ),
                ),
            ),
        ),
        summary=words.how_named,
    )


def _first_opinion() -> Group:
    return Group(
        _("The first opinion"),
        _("Change what a reader sees of the first opinion"),
        (
            Told(
                "wishes.first_opinion",
                _("The first opinion"),
                (
                    (
                        FirstOpinion.INCLUDE,
                        _("Show it"),
                        _("They read what the first doctor found and wants to do."),
                    ),
                    (
                        FirstOpinion.BLIND,
                        _("Leave it out, so that they judge fresh"),
                        _(
                            "The cover says so. It has a cost: the second doctor cannot say why "
                            "the first decided so."
                        ),
                    ),
                    (
                        FirstOpinion.ON_REQUEST,
                        _("Leave it out, but say that it can be asked for"),
                        _(
                            "The cover says how. The cost is the same until they ask: the second "
                            "doctor cannot say why the first decided so."
                        ),
                    ),
                ),
            ),
        ),
        summary=words.first_opinion,
    )


def _wants() -> Group:
    def slides(one: RecipientProfile) -> bool:
        return one.wishes.tissue in _TISSUE

    return Group(
        _("What they want to have"),
        _("Change what a reader wants to have"),
        (
            _pick("wishes.images", _("Scan pictures"), words.images_words()),
            _pick("wishes.tissue", _("Slides of tissue"), words.tissue_words()),
            Words("wishes.tissue_address", _("Where do slides go?"), lines=2),
            Words("wishes.forms", _("Forms"), _("For example a release form, or a copy of an ID.")),
        ),
        summary=words.wanted,
        only_if=(("wishes.tissue_address", slides),),
    )


def _own_doctor() -> Group:
    return Group(
        _("Your own doctor"),
        _("Change the part of your own doctor"),
        (
            _pick("wishes.own_doctor", _("Your own doctor"), words.own_doctor_words()),
            Words(
                "wishes.doctors_letter",
                _("A letter from your doctor"),
                _("Is one needed, and how long may it be?"),
            ),
        ),
        summary=words.own_doctor,
    )


def _questions() -> Group:
    return Group(
        _("Your questions"),
        _("Change how many questions a reader takes"),
        (
            Number("wishes.most_questions", _("Most questions"), _("Empty means any number.")),
            _pick(
                "wishes.numbered_answers",
                _("Do they answer by the number of the question?"),
                words.answer_words(),
            ),
        ),
        summary=words.questions,
    )


def _how_much() -> Group:
    def years(one: RecipientProfile) -> bool:
        return one.wishes.window is Window.YEARS

    return Group(
        _("How much, and in which order"),
        _("Change how much a reader wants"),
        (
            _pick("wishes.window", _("How far back?"), words.window_words()),
            Number("wishes.window_years", _("How many years?")),
            Number("wishes.most_pages", _("Most pages"), _("Empty means no limit.")),
            Tick("wishes.oldest_first", _("Oldest records first")),
        ),
        summary=words.how_much,
        only_if=(("wishes.window_years", years),),
    )


def _language() -> Group:
    return Group(
        _("Language"),
        _("Change the language of a reader"),
        (
            Words("wishes.language", _("Which language do they read?")),
            _pick(
                "wishes.certified_translation",
                _("Must translations be certified?"),
                words.answer_words(),
            ),
        ),
        summary=words.language,
    )


def _does() -> Group:
    return Group(
        _("What they do"),
        _("Change what a reader does"),
        (
            Words("wishes.scope", _("What do they look at?"), _("For example: medicine only.")),
            Words("wishes.not_suitable_if", _("When is it not for you?"), lines=2),
            Number("wishes.turnaround_days", _("Days until they answer"), _("As you were told.")),
        ),
        summary=words.does,
    )


def _checked() -> Group:
    return Group(
        _("When you checked"),
        _("Change when a reader was checked"),
        (
            When("checked_on", _("Checked on")),
            Words("checked_by", _("With whom?"), _("Who told you, and how.")),
        ),
        summary=words.checked,
        hint=_("What a place wants can change. Ask, and note the day."),
    )


def _note() -> Group:
    return Group(
        _("Your note"),
        _("Change the note about a reader"),
        (Words("note", _("Your note"), _("Only for you. It goes into no dossier."), lines=3),),
        summary=lambda one: one.note.splitlines()[0] if one.note else "",
    )
