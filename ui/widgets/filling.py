"""Showing in an edit what the case says, without touching what is being typed."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from ui.widgets.autosave import AutoSave


def typed(edit: QLineEdit | QPlainTextEdit) -> str:
    """Give what stands in an edit, without the blanks around it."""
    return (edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()).strip()


def fill(saving: AutoSave, edit: QLineEdit | QPlainTextEdit, words: str) -> None:
    """Show `words`, unless the same stands there already but for blanks around it.

    The blank behind a word is the start of the next: it must not vanish
    because the word before it was just saved.
    """
    if typed(edit) != words.strip():
        saving.fill(edit, words)
