"""What opens in the Dossier and the Check for one version of several, in the hardest looks."""

import pytest

from app.model.person import Recipient
from app.model.recipient_profile import FirstOpinion, Identity, RecipientProfile, Wishes
from tests.ui.every_place.pixels import pale
from tests.ui.every_place.scenes import SMALL, looks_of
from tests.ui.every_place.seen import (
    cut,
    faults,
    leading_on,
    sideways,
    small,
    unnamed,
    unspoken_rows,
    untitled,
)
from ui.dossier.contents import COUNT

EVERYTHING = (unnamed, unspoken_rows, untitled, leading_on, small, cut, sideways, pale)
LOOKS = [("light", 1.0), ("light", 2.0), ("contrast", 1.5)]


@pytest.fixture
def versions(filled):
    """A case with somebody to ask who takes little, and wants a name that is none."""
    wishes = Wishes(
        identity=Identity.PSEUDONYM,
        first_opinion=FirstOpinion.BLIND,
        most_megabytes=0.7,
        by_email=True,
    )
    asked = Recipient(name="Professor Henrietta Lindqvist-Andersson", place="Uppsala University")
    with filled.change("Ask"):
        filled.recipients.add(RecipientProfile(0, recipient=asked, wishes=wishes))
    return filled


def choose(place, found):
    model = place.contents.model
    at = next(at for at in range(model.rowCount()) if found(model.index(at)))
    place.contents.list.setCurrentIndex(model.index(at))


def open_everything(window, ready):
    """Bring into sight what opens in the two places, and give what it is."""
    window.stage.go("dossier")
    place = window.stage.place
    place.versions.new.click()
    yield "the form of a new version"
    place.versions.form.who.setCurrentIndex(2)
    place.versions.form.take.click()
    place.versions.form.name.setText("For the professor, with less in it")
    place.versions.form.take.click()
    ready(lambda: window.session.draft.lines is not None and not window.session.draft.stale)
    choose(place, lambda index: bool(index.data(COUNT)))
    yield "a group is chosen"
    choose(place, lambda index: index.row() > 12 and not index.data(COUNT))
    place.contents.model.setData(place.contents.list.currentIndex(), 0, 10)
    yield "a record is left out"
    place.contents.why.reason.setCurrentIndex(5)
    yield "why it is left out, in own words"
    for fold in place.choices.folded:
        fold.open(True)
    place.panes_.show_pane(2)
    yield "all choices"
    place.panes_.show_pane(0)
    window.stage.go("check")
    ready(lambda: not window.session.draft.busy and not window.session.draft.stale)
    ready(lambda: any(hasattr(card, "anyway") for card in window.stage.place.cards))
    card = next(one for one in window.stage.place.cards if hasattr(one, "anyway"))
    card.anyway.click()
    yield "the reason to send it anyway"
    card.why.why.setText("The doctor knows about it")
    card.why.keep.click()
    window.stage.place.kept_group.opener.setFocus()
    window.stage.place.kept_group.open(True)
    yield "what was kept"


@pytest.mark.parametrize("look", **looks_of(LOOKS), indirect=True)
def test_all_that_opens_for_a_version_fits_has_a_name_and_can_be_hit(
    look, versions, make_window, calm, qtbot
):
    window = make_window(versions)
    window.resize(*SMALL)
    found = {}
    wait = lambda so: qtbot.waitUntil(so, timeout=30000)  # noqa: E731
    for what in open_everything(window, wait):
        window.resize(*SMALL)
        calm(window)
        wrong = faults(window.stage.place, *EVERYTHING)
        if window.size().toTuple() != SMALL:
            wrong.append(f"the window has become {window.size().toTuple()}")
        if wrong:
            found[what] = wrong
    assert "\n".join(f"{what}: {wrong}" for what, wrong in found.items()) == ""
