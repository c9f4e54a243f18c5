"""The first page of the pack: plain HTML that says what is here, without a script or a picture."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from string import ascii_letters, digits

from app.dossier.pack.originals import Originals, WhyLeft, more_than_pages, why_words
from app.dossier.pack.table_file import TableFile
from app.dossier.pages.wording import not_checked
from app.dossier.plan import DossierPlan
from app.model.partial_date import day
from app.phrases import Phrases, phrases
from app.typesetting.script import flat

NAME = "index.html"
SUMS = "SHA256SUMS"
MARK = '<meta name="generator" content="Casepack companion pack">'
"""What a page of ours is known by."""

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Nothing is loaded and nothing runs: https://www.w3.org/TR/CSP3/"""

CHECKS = (
    ("Linux", f"sha256sum -c {SUMS}"),
    ("macOS", f"shasum -a 256 -c {SUMS}"),
    (
        "Windows (PowerShell)",
        (
            f"Get-Content {SUMS} -Encoding UTF8 | "
            "ForEach-Object { $sum, $file = $_ -split ' +', 2; "
            '"$file $((Get-FileHash -Algorithm SHA256 -LiteralPath $file).Hash -eq $sum)" }'
        ),
    ),
)
"""How each system checks the hashes, in one line.

The last is as in the reference of Get-FileHash (Microsoft.PowerShell.Utility):
LiteralPath takes a name as it is, Hash is in capital letters, and -eq takes
capital and small letters as the same.
"""

_STYLE = """\
:root { color-scheme: light dark; --ink: #14202b; --soft: #44525e; --paper: #ffffff;
  --link: #1b5480; --line: #6f7d89; --band: #eef1f4; }
@media (prefers-color-scheme: dark) { :root { --ink: #f1f4f7; --soft: #c3ccd4;
  --paper: #14202b; --link: #9fcdf2; --line: #8b98a3; --band: #22303c; } }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 52rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.15rem; margin-top: 2rem; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
aside { border: 2px solid var(--ink); padding: 0.25rem 1rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; color: var(--soft); padding-bottom: 0.5rem; }
th, td { text-align: start; vertical-align: top; padding: 0.4rem 0.6rem 0.4rem 0;
  border-bottom: 1px solid var(--line); }
thead th { background: var(--band); }
code { font-family: ui-monospace, monospace; font-size: 0.9rem; white-space: pre-wrap; }
small { color: var(--soft); font-size: 0.9rem; }
@media print { :root { --ink: #000000; --soft: #000000; --paper: #ffffff; --link: #000000;
  --line: #000000; --band: #ffffff; } body { max-width: none; padding: 0; }
  tr, aside { break-inside: avoid; } h2 { break-after: avoid; }
  thead { display: table-header-group; } }
"""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a pack holds beside its first page and the sums; `pdfs` are (name, pages).

    With `locked` the page is for people without the password: it names
    neither the patient nor any record.
    """

    plan: DossierPlan
    pdfs: tuple[tuple[str, int], ...]
    tables: tuple[TableFile, ...]
    originals: Originals
    locked: bool = False


def first_page(contents: Contents) -> str:
    """Give the page as HTML5; every word that people gave is escaped."""
    plan, _ = contents.plan, phrases(contents.plan.language)
    title = escape(_title(contents, _))
    language = escape(plan.language)
    head = (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n{MARK}\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}</style>\n</head>\n"
    )
    body = "\n".join(
        (
            f'<header>\n<h1 dir="auto">{title}</h1>',
            *_opening(contents, _),
            "</header>\n<main>",
            *_files(contents, _),
            *_originals(contents, _),
            *_left(contents, _),
            *_tables(contents, _),
            *_checking(_),
            "</main>",
        )
    )
    return f"{head}<body>\n{body}\n</body>\n</html>\n"


def _title(contents: Contents, say: Phrases) -> str:
    _, name = say, flat(contents.plan.header.name)
    if contents.locked or not name:
        return _("Second opinion dossier")
    return _("Second opinion dossier: {name}").format(name=name)


def _opening(contents: Contents, say: Phrases) -> Iterator[str]:
    _, plan = say, contents.plan
    if plan.example:
        words = _("Not a real person: every name and paper in this file is made up.")
        yield f"<p><strong>{escape(_('Example.'))}</strong> {escape(words)}</p>"
    made = _("Made on {date} with {application}.")
    yield _p(made.format(date=day(plan.made).shown(), application=plan.application))
    words = _(
        "If this reached you by mistake, do not read, copy or pass it on. "
        "Tell the sender and delete it."
    )
    yield (
        f'<aside role="note">\n<p><strong>{escape(_("Private health information."))}</strong> '
        f"{escape(words)} {escape(not_checked(_))}</p>\n</aside>"
    )


def _files(contents: Contents, say: Phrases) -> Iterator[str]:
    _ = say
    yield _h2(_("What is here"))
    if contents.locked:
        words = _(
            "The PDF has a password. The original files and the tables could be read without it, "
            "so they are not here."
        )
        yield _p(words)
    rows = []
    for name, pages in contents.pdfs:
        words = _("The dossier. 1 page.") if pages == 1 else _("The dossier. {n} pages.")
        rows.append((_link(name), escape(words.format(n=pages))))
    for table in contents.tables:
        words = _("{table}, 1 line") if table.rows == 1 else _("{table}, {n} lines")
        rows.append((_link(table.name), escape(words.format(table=table.title, n=table.rows))))
    rows.append((_link(SUMS), escape(_("The SHA-256 of every file, to check them by"))))
    yield _table(_("Files of this pack"), (_("File"), _("What it is")), rows)


def _originals(contents: Contents, say: Phrases) -> Iterator[str]:
    _ = say
    if contents.locked:
        return
    yield _h2(_("Original files"))
    if not contents.originals.going:
        yield _p(_("There are none in this pack."))
        return
    words = _("These are the files as they were given. They can hold more than their pages show.")
    yield _p(words)
    rows = [
        (
            f"{escape(_('Doc'))} {one.planned.number}",
            _title_of(one.planned.record.title, _),
            "<br>".join(
                (
                    _link(one.name),
                    *(
                        f"<small>{escape(words)}</small>"
                        for words in more_than_pages(one.document, _)
                    ),
                )
            ),
        )
        for one in contents.originals.going
    ]
    yield _table(_("Original files, by the number in the PDF"), _heads(_, _("File")), rows)


def _left(contents: Contents, say: Phrases) -> Iterator[str]:
    _ = say
    why = {one.why for one in contents.originals.left}
    if contents.locked or not why or why == {WhyLeft.NOT_WANTED}:
        return
    yield _h2(_("Original files that are not here"))
    yield _p(_("What may be seen of these records is in the PDF."))
    rows = [
        (
            f"{escape(_('Doc'))} {one.number}",
            _title_of(one.title, _),
            escape(why_words(one.why, _)),
        )
        for one in contents.originals.left
    ]
    yield _table(_("Left out, and why"), _heads(_, _("Why")), rows)


def _heads(say: Phrases, last: str) -> tuple[str, str, str]:
    return say("Doc"), say("Record"), last


def _tables(contents: Contents, say: Phrases) -> Iterator[str]:
    _ = say
    if contents.tables:
        yield _h2(_("About the tables"))
        yield _p(
            _(
                "They say what the PDF says. A spreadsheet program may change dates and numbers "
                "when it opens them, so read its columns as text. If the two differ, the PDF holds."
            )
        )
        yield _p(_("An apostrophe before = + - or @ keeps words from being run as a formula."))


def _checking(say: Phrases) -> Iterator[str]:
    _ = say
    yield _h2(_("How to check that all is whole"))
    yield _p(
        _(
            "Open a terminal in this folder and paste the line for your system. "
            "Every file must say OK, on Windows True."
        )
    )
    rows = [(escape(system), f"<code>{escape(line)}</code>") for system, line in CHECKS]
    yield _table(_("One line for each system"), (_("System"), _("Line")), rows)


def _p(words: str) -> str:
    return f"<p>{escape(words)}</p>"


def _h2(words: str) -> str:
    return f"<h2>{escape(words)}</h2>"


def _link(name: str) -> str:
    return f'<a href="{_address(name)}">{escape(name)}</a>'


def _address(name: str) -> str:
    """Give a path as a link says it (RFC 3986): all but plain letters and digits as bytes."""
    return "".join(
        chr(byte) if chr(byte) in _PLAIN else f"%{byte:02X}" for byte in name.encode("utf-8")
    )


_PLAIN = frozenset(ascii_letters + digits + "-_./")


def _title_of(title: str, say: Phrases) -> str:
    return escape(flat(title) or say("Without a title"))


def _table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a table of cells that are HTML already; the first of each row is its heading."""
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    body = "\n".join(
        f'<tr><th scope="row" dir="auto">{first}</th>'
        + "".join(f'<td dir="auto">{cell}</td>' for cell in rest)
        + "</tr>"
        for first, *rest in rows
    )
    return (
        f"<table>\n<caption>{escape(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{body}\n</tbody>\n</table>"
    )
