"""The page with the password of a dossier, by command."""

from argparse import Namespace

from app.cli.secrets import line_of_stdin
from app.dossier.export import Exported
from app.dossier.password_sheet import must_be_shown, save_password_sheet
from app.errors import NotUnderstood
from app.phrases import _


def pdf_password(args: Namespace) -> str:
    """Give the password for the PDF, "" for none.

    Raises NotUnderstood when there is none for the page that is wanted, when
    the page cannot show it, or when page and dossier have the same name.
    """
    password = line_of_stdin() if args.pdf_password_stdin else ""
    if args.password_sheet is None:
        return password
    if not password:
        raise NotUnderstood(
            _("The page with the password needs one: add --pdf-password-stdin and type it.")
        )
    if args.password_sheet.resolve() == args.output.resolve():
        text = _("“{name}” is the dossier itself. Choose another name for its password.")
        raise NotUnderstood(text.format(name=args.output.name))
    must_be_shown(password)
    return password


def save_sheet(args: Namespace, done: Exported, password: str) -> list[str]:
    """Save the page if it is wanted, and say where. Raises what `save_password_sheet` raises."""
    if args.password_sheet is None:
        return []
    save_password_sheet(args.password_sheet, done, password)
    words = _("The page with the password: {path}. Send it apart from the PDF.")
    return [words.format(path=args.password_sheet)]
