"""One thing is never spoken of as several, nor several as one."""

import ast
import gettext
import re
from pathlib import Path

import app
from app import phrases
from app.phrases import many

# Sentences whose number is never 1 where they stand.
NEVER_ONE = {
    "{path}: {n} pages, {size} MB",  # of a volume, which has a cover, a summary and an index
    "Your dossier is ready, in {n} files:",
    "The copy for review, in {n} files:",
    "The copy for review is ready: “{name}”, {pages} pages.",  # a cover, a summary and an index
    "--volumes by_size: {n} files of about {sizes}",  # offered where one would be too large
    "Part of page {pages} is covered by the patient.",  # a number of a page
    "Page {pages} is a picture here.",
    "All {count} volumes, shown together",  # one volume is no volume
    "This dossier goes into {count} files. “Vol” says in which a record is.",
    "A sheet has {count} labels. So at most {most} can be gone.",  # 10 or 14
    "{name}, build {n}, {pages} pages, {records} records",  # of a dossier, and a number of a build
    "The last {n} years",
    "{count} letters are too many; {most} fit",  # of own lists: more than 300
    "{count} entries are too many; {most} fit",  # and more than 200
    "Sent {n} times",  # once says when and how
    "The summary shows {shown} of {count} allergies.",  # some are left over
    "The summary shows {shown} of {count} medicines.",
    "all {count} events on p. {{page}}",
    "{count} records",  # in the list on the cover, a group of one has no number
    "The dossier has {pages} pages. For this reason, {budget} or fewer read best.",
    "The records have {pages} pages. This reader takes {most}.",
    "In {n} days",  # tomorrow and yesterday have words of their own
    "{n} days ago",
    "See all {n} things to look at",  # the first three stand there anyway
    "It has {n} pages. Write them like this: 1, 3-5.",  # of one page, none are chosen
    "{n} characters or more.",
    "This password is too short. Use {n} characters or more.",
    "{name}: {pages} pages, {size}",  # of a dossier, which has a cover and a summary at least
    "Your dossier is ready: “{name}”, {pages} pages. Look through it once before you send it.",
    "After {n} minutes",
    "last {n} years",  # the last year has words of its own
    "Erase {n} records in the bin for good? This cannot be undone.",  # one has its own words
}
ONE = re.compile(r"\b1 \w+")
SEVERAL = re.compile(r"\{(?:n|count|pages|records|links|bookmarks)\} (?!of\b|KB|MB)\w+s\b")


def sentences():
    """Every sentence inside `_(…)`, with the function that it stands in."""
    root = Path(app.__file__).parent.parent
    for path in sorted([*(root / "app").rglob("*.py"), *(root / "ui").rglob("*.py")]):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for inside in ast.walk(tree):
            if not isinstance(inside, ast.FunctionDef):
                continue
            said = [
                call.args[0].value
                for call in ast.walk(inside)
                if isinstance(call, ast.Call)
                and getattr(call.func, "id", getattr(call.func, "attr", "")) in ("_", "say")
                and call.args
                and isinstance(call.args[0], ast.Constant)
            ]
            yield f"{path.name}:{inside.name}", [one for one in said if isinstance(one, str)]


def test_every_sentence_with_a_number_has_one_for_a_single_thing_beside_it():
    lacking = [
        f"{where}: {sentence}"
        for where, said in sentences()
        for sentence in said
        if SEVERAL.search(sentence)
        and sentence not in NEVER_ONE
        and not any(ONE.search(other) for other in said)
    ]
    assert lacking == []


def test_one_and_several_have_sentences_of_their_own():
    assert many("1 page", "{n} pages", 1) == "1 page"
    assert many("1 page", "{n} pages", 2) == "{n} pages"
    assert many("1 page", "{n} pages", 0) == "{n} pages"


def test_a_language_with_more_forms_is_asked_for_the_right_one(monkeypatch):
    class Polish(gettext.NullTranslations):
        def ngettext(self, one, more, n):
            return "strony" if n in (2, 3, 4) else "stron"

    monkeypatch.setattr(phrases, "_window", Polish())
    assert many("1 page", "{n} pages", 3) == "strony"
    assert many("1 page", "{n} pages", 5) == "stron"
