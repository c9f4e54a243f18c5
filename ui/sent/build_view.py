"""One dossier that was made: what is in it, what stayed behind, and where it went."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dossier.building import what_changed
from app.dossier.reply_pack import ABOUT
from app.model.build import Build, BuiltFile, Sending
from app.phrases import _
from ui.dossier.pack_part import PackPart
from ui.dossier.size_gauge import size_words
from ui.pages.place import Tell
from ui.sent.choice_words import choices_of, kept_of, left_out_of
from ui.sent.file_row import FileRow
from ui.sent.sent_part import SentPart
from ui.sent.words import after, before, for_whom, made_words, replaced_words
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import look_card
from ui.widgets.disclosure import Disclosure
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class BuildView(QWidget):
    """A build stays as it was made; only what is noted about its sending changes."""

    def __init__(self, session: CaseSession, looks: Looks, build: Build, tell: Tell) -> None:
        super().__init__()
        self.build = build
        self._looks = looks
        self.sent = self.notes = SentPart(session, looks, build, tell)
        self.pack = PackPart(session, looks, tell, self)
        self.pack.setHidden(build.is_reply)
        if not build.is_reply:
            self.pack.offer(build.version, locked=("locked", "yes") in build.spec)
        self.newer, inside = look_card(looks)
        self.newer_words = label("")
        inside.addWidget(self.newer_words)
        self.change = label("")
        self.copies: list[PictureButton] = []
        self.folds: dict[str, Disclosure] = {}
        column = space(QVBoxLayout(self), looks, gap=10)
        column.addWidget(Heading(_title(build), 2))
        if about := dict(build.spec).get(ABOUT, ""):
            column.addWidget(label(_("About the opinion of {name}").format(name=about)))
        column.addWidget(label(made_words(build)))
        for one in (self.newer, self.sent, self.pack):
            column.addWidget(one)
        column.addWidget(Heading(_("What is in it"), 2))
        column.addWidget(self.change)
        beside = [one for one in build.files if _is_beside(one)]
        for file in build.files:
            if file not in beside:
                row = FileRow(file, looks, tell)
                self.copies.append(row.copy)
                column.addWidget(row)
        folds = space(QVBoxLayout(), looks, gap=0)
        column.addLayout(folds)
        names = [
            _("{name}, {size}").format(name=one.name, size=size_words(one.bytes)) for one in beside
        ]
        self._fold(folds, "beside", _("Other files of the pack"), names)
        self._fold(folds, "records", _("Records in it"), [one.title for one in build.records])
        self._fold(folds, "left_out", _("What was left out"), left_out_of(build))
        self._fold(folds, "kept", _("Findings that were left as they are"), kept_of(build))
        choices = [*choices_of(build), _("Made with {name}").format(name=build.application)]
        self._fold(folds, "choices", _("How it was made"), choices)
        stays = _("What was made stays in this list. It cannot be changed or removed.")
        column.addWidget(label(stays, "small"))
        column.addStretch(1)

    def refresh(self, every: Sequence[Build], sent: Sequence[Sending]) -> None:
        """Show what was made and sent since."""
        of_it = [one for one in sent if one.build == self.build.id]
        later = after(self.build, every)
        self.newer.setVisible(later is not None)
        if later is not None:
            self.newer_words.setText(replaced_words(later, was_sent=bool(of_it)))
        words = _changes(self.build, before(self.build, every))
        self.change.setText(words)
        self.change.setVisible(bool(words))
        self.sent.show_notes(of_it)

    def _fold(self, column: QVBoxLayout, code: str, words: str, lines: Sequence[str]) -> None:
        """Add a part that opens; one without lines is left away."""
        if not lines:
            return
        if code != "choices":
            words = _("{words} ({n})").format(words=words, n=len(lines))
        self.folds[code] = Disclosure(self._looks, words, lambda: self._list(lines))
        column.addWidget(self.folds[code])

    def _list(self, lines: Sequence[str]) -> QWidget:
        inside = QWidget()
        column = space(QVBoxLayout(inside), self._looks, (34, 0, 0, 4), 4)
        for line in lines:
            column.addWidget(label(line))
        return inside


def _title(build: Build) -> str:
    if build.is_reply:
        return build.version_name
    return _("{whom}, build {n}").format(whom=for_whom(build), n=build.number)


def _is_beside(file: BuiltFile) -> bool:
    """Whether a file stands in a pack beside its PDF; the ZIP with all of them does not."""
    return not file.pages and ("/" in file.name or not file.name.lower().endswith(".zip"))


def _changes(build: Build, old: Build | None) -> str:
    """Name what is new since the build before, and what is gone."""
    if old is None:
        return ""
    more, fewer = what_changed(old, build)
    lines = []
    if more:
        new = _("New since build {n}: {titles}")
        lines.append(new.format(n=old.number, titles="; ".join(more)))
    if fewer:
        lines.append(_("No longer in it: {titles}").format(titles="; ".join(fewer)))
    return "\n".join(lines) or _("The same records as in build {n}.").format(n=old.number)
