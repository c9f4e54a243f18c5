import shutil

import pytest

from app.content.load import read_content
from app.content.table import ContentFault


def spoil(folder, file, old, new):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "what"),
    [
        ("reasons.toml", 'help = "Can', 'hlep = "Can', "reason[0].help", "is missing"),
        ("reasons.toml", "help =", 'extra = "x"\nhelp =', "reason[0].extra", "not a known key"),
        ("reasons.toml", "page_budget = 30", "page_budget = 0", "page_budget", "between 1"),
        ("reasons.toml", "banner = true", "banner = 1", "banner", "true or false"),
        ("reasons.toml", "page_budget = 15\n", "", "budget_only_alone", "needs a page_budget"),
        ("reasons.toml", "page_budget = 30", "page_budget = true", "page_budget", "whole number"),
        ("reasons.toml", 'kinds = ["imaging"]', 'kinds = ["xray"]', "kinds", "no kind of record"),
        ("reasons.toml", 'kinds = ["imaging"]', 'kinds = "imaging"', "kinds", "must be a list"),
        (
            "reasons.toml",
            "ask.how_sure",
            "ask.agree_with_name",
            "questions[1].id",
            "is there twice",
        ),
        ("reasons.toml", '{ id = "serious_diagnosis.e', '{ id = "e', "prompts[4].id", "start with"),
        ("reasons.toml", "serious_diagnosis.each", "serious_diagnosis.Each", "id", "only a-z"),
        ("reasons.toml", '["serious_diagnosis.ask.how_sure"]', '["x"]', "first_questions", "no q"),
        ("reasons.toml", 'code = "confusing"', 'code = "baffling"', "reason[4]", "start with"),
        ("parts.toml", 'title = "More tests or checks"', 'title = ""', "part[1].title", "is empty"),
        (
            "parts.toml",
            'title = "More tests',
            'title = " More tests',
            "title",
            "space at its start",
        ),
        ("parts.toml", "[[part]]", "[[portion]]", "portion", "is not a known key"),
        ("copy.toml", "{question}", "{questoin}", "piece[1].text", "not those in “fields”"),
        ("copy.toml", "{question}", "{question", "piece[1].text", "brace"),
        ("copy.toml", "{question}", "{question!r}", "piece[1].text", "bare name"),
        ("copy.toml", "[[outcome]]", "[[end]]", "end", "is not a known key"),
        ("matters.toml", 'text = "Cost"', "text = 5", "matter[11].text", "must be a text"),
        ("matters.toml", 'id = "cost"', 'id = "own_words"', "matter[16].id", "is there twice"),
        ("kinds.toml", 'code = "imaging"', 'code = "xray"', "kind[2].code", "no kind of record"),
        ("checklists.toml", "priority = 1", "priority = 4", "lines[0].priority", "between 1 and 3"),
        (
            "checklists.toml",
            ", inference = true",
            ", inferred = true",
            "inferred",
            "not a known key",
        ),
        ("glossary.toml", 'forms = ["pathology"]', "", "gloss[0].forms", "is missing"),
        ("sensitivity.toml", "left_out = false", "", "sensitivity[0].left_out", "is missing"),
        ("glossary.toml", "[[gloss]]", "[[gloss", "", "is not TOML"),
    ],
)
def test_a_fault_names_its_file_and_its_key(folder, file, old, new, key, what):
    spoil(folder, file, old, new)
    with pytest.raises(ContentFault) as caught:
        read_content(folder, "en")
    assert caught.value.file == file
    assert key in caught.value.key
    assert str(caught.value).startswith(f"{file}: ")
    assert what in str(caught.value)


@pytest.mark.parametrize(
    ("file", "heading"),
    [("reasons.toml", "[[reason]]"), ("parts.toml", "[[part]]"), ("kinds.toml", "[[kind]]")],
)
def test_leaving_out_or_moving_a_whole_reason_part_or_kind_is_a_fault(folder, file, heading):
    path = folder / file
    head, first, second, *rest = path.read_text(encoding="utf-8").split(heading)
    path.write_text(heading.join([head, second, *rest]), encoding="utf-8")
    with pytest.raises(ContentFault, match="is missing"):
        read_content(folder, "en")
    path.write_text(heading.join([head, second, first, *rest]), encoding="utf-8")
    with pytest.raises(ContentFault, match="not in their order"):
        read_content(folder, "en")


def test_a_code_that_is_none_of_the_eight_is_a_fault(folder):
    path = folder / "reasons.toml"
    text = path.read_text(encoding="utf-8").replace("confusing", "baffling")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentFault, match="'baffling' is not one of them"):
        read_content(folder, "en")


def test_a_missing_english_file_is_a_broken_build(folder):
    (folder / "glossary.toml").unlink()
    with pytest.raises(FileNotFoundError):
        read_content(folder, "en")


@pytest.fixture
def german(folder):
    """A translation of two files; all others stay English."""
    (folder / "de").mkdir()
    for file in ("matters.toml", "checklists.toml"):
        shutil.copy(folder / file, folder / "de" / file)
    spoil(folder / "de", "matters.toml", "Living longer", "Länger leben")
    return folder


def test_a_translation_is_used_file_by_file_and_english_fills_the_rest(german):
    content = read_content(german, "de")
    assert content.matters[0].text == "Länger leben"
    assert content.reasons == read_content(german, "en").reasons


def test_a_country_falls_back_to_its_language_and_an_unknown_language_to_english(german):
    assert read_content(german, "de_AT").matters[0].text == "Länger leben"
    assert read_content(german, "de-CH").matters[0].text == "Länger leben"
    assert read_content(german, "fi").matters[0].text == "Living longer"
    assert read_content(german, "").matters[0].text == "Living longer"


@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        ("matters.toml", 'id = "cost"', 'id = "kosten"', "in English 'cost'"),
        ("matters.toml", "own_words = true", "", "is in one language only"),
        ("matters.toml", '[[matter]]\nid = "cost"\ntext = "Cost"\n', "", "in English 17"),
        ("checklists.toml", "priority = 1", "priority = 2", "is 2, in English 1"),
        ("checklists.toml", ', "Facts about other people"]', "]", "not as many entries"),
    ],
)
def test_a_translation_may_change_words_and_nothing_else(german, file, old, new, what):
    spoil(german / "de", file, old, new)
    with pytest.raises(ContentFault) as caught:
        read_content(german, "de")
    assert caught.value.file == f"de/{file}"
    assert what in str(caught.value)
