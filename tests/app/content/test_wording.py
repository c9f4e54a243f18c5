import re

import pytest

HARDEST = 9.5  # Flesch-Kincaid grade that no line and no block may pass
GLOSS = 8  # an explanation must be easier than what it explains
WHOLE = 6  # the pack as a whole
LONGEST = 25  # words in a sentence
ALONE = 10  # words: a shorter line is no text of its own and is measured with its neighbours

ADVICE = [
    r"\babnormal\b",
    r"\b(is|are|was|were|looks?|seems?) (quite |very |not )?normal\b",
    r"\byou (should|must|ought to|need to) (have|get|take|stop|choose|refuse|accept|wait|start)\b",
    r"\b(better|best|worse|worst|top) (doctor|hospital|surgeon|specialist)s?\b",
    r"\bwe (recommend|advise|suggest)\b",
    r"\b(do not|don’t) worry\b",
    r"\bnothing to worry\b",
    r"(?<!if )(?<!how long )\bit is safe\b",
    r"\b(is|are) (dangerous|harmless|curable|incurable|urgent)\b",
    r"\bsecond opinion will\b",
]
UNKIND = [r"!", r"\byour cancer\b", r"\bfailed\b", r"\bnon-compliant\b", r"\boops\b", r"\bsorry\b"]


def ended(text):
    return text if text[-1] in ".?!:;”" else f"{text}."


def blocks(content):
    """Give the texts that stand together on screen: name -> lines."""
    for reason in content.reasons:
        yield f"{reason.code} card", [reason.title, reason.label, reason.help, reason.dossier_line]
        yield f"{reason.code} to do", [one.text for one in reason.prompts + reason.records]
        yield f"{reason.code} questions", [one.text for one in reason.questions]
        yield f"{reason.code} dossier", [reason.dossier.text]
    for part in content.parts:
        yield f"{part.code} card", [part.title, part.text, part.in_the_app]
        lines = part.prompts + part.prompts_after + part.records
        yield f"{part.code} to do", [one.text for one in lines]
        yield f"{part.code} questions", [one.text for one in part.questions]
    yield "pieces", [one.filled(**dict.fromkeys(one.fields, "this")) for one in content.pieces]
    for outcome in content.outcomes:
        yield outcome.code, [outcome.label, *[one.text for one in outcome.questions]]
    yield "matters", [one.text for one in content.matters]
    yield "kinds", [text for one in content.kinds for text in (one.label, one.help)]
    yield "sensitivities", [one.label for one in content.sensitivities]
    for checklist in content.checklists:
        for one in (checklist, *checklist.additions):
            yield one.code, [line.text for line in one.lines]


def test_every_block_reads_at_grade_nine_and_a_half_or_easier(content, grade):
    grades = {name: round(grade(" ".join(map(ended, lines))), 1) for name, lines in blocks(content)}
    assert {name: found for name, found in grades.items() if found > HARDEST} == {}


def test_the_whole_pack_reads_at_grade_6_or_easier(shown, grade):
    assert grade(" ".join(map(ended, shown.values()))) < WHOLE


def test_every_text_of_its_own_reads_at_grade_nine_and_a_half_or_easier(shown, reading):
    hard = {
        where: (round(reading.grade(ended(text)), 1), text)
        for where, text in shown.items()
        if len(reading.words(text)) >= ALONE and reading.grade(ended(text)) > HARDEST
    }
    assert hard == {}


def test_every_gloss_reads_at_grade_8_or_easier(content, grade):
    assert {one.id: one.text for one in content.glossary if grade(one.text) > GLOSS} == {}


def test_no_sentence_is_longer_than_25_words(shown, reading):
    long = [
        sentence
        for text in shown.values()
        for sentence in reading.sentences(text)
        if len(reading.words(sentence)) > LONGEST
    ]
    assert long == []


@pytest.mark.parametrize("pattern", ADVICE)
def test_nothing_gives_medical_advice_or_judges_a_finding(shown, pattern):
    assert [text for text in shown.values() if re.search(pattern, text, re.IGNORECASE)] == []


@pytest.mark.parametrize("pattern", UNKIND)
def test_nothing_shouts_or_blames(shown, pattern):
    assert [text for text in shown.values() if re.search(pattern, text, re.IGNORECASE)] == []


def test_the_advice_patterns_catch_advice():
    for advice in (
        "Your result is normal.",
        "You should have surgery.",
        "Find a better doctor.",
        "This is abnormal.",
        "A second opinion will differ.",
    ):
        assert any(re.search(pattern, advice, re.IGNORECASE) for pattern in ADVICE)


def test_quotes_and_apostrophes_are_the_typographic_ones(shown):
    assert [text for text in shown.values() if "'" in text or '"' in text] == []


def test_all_that_people_read_is_measured(shown):
    assert len(shown) > 500
    assert "content.reasons[0].prompts[0].text" in shown
    assert "content.checklists[0].lines[0].text" in shown
    assert not any(where.endswith((".id", ".code", ".ask_for")) for where in shown)


def test_the_reading_grade_tells_plain_words_from_hard_ones(grade, reading):
    assert grade("The cat sat on the mat. It was a big cat.") < 2
    assert grade("Histopathological confirmation necessitates immunohistochemical analysis.") > 20
    # "What did the lab find?": 5 words, 5 syllables, 1 sentence
    assert grade("What did the lab find?") == pytest.approx(0.39 * 5 + 11.8 - 15.59)
    assert [reading.syllables(word) for word in ("operation", "asked", "idea", "little")] == [
        4,
        1,
        2,
        2,
    ]
