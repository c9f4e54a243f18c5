"""What the parents of a child without a diagnosis do, up to the dossier."""

from tests.ui.by_keys import Key, press
from tests.ui.personas.hands import (
    choose,
    date_into,
    open_place,
    pick,
    press_button,
    rows_of,
    said,
    tick,
    type_into,
    wait,
)
from tests.ui.personas.more_hands import say_of_paper
from tests.ui.personas.rare_papers import write_the_papers
from tests.ui.personas.ways import (
    add_them,
    ask_for,
    look_at_papers,
    mark_as,
    note_that_it_was_asked,
    open_before_others,
    open_record,
    words_of,
)

OPINIONS = (
    ("Dr M. Okafor", "Neurology", "3 3 2025", "I think of a mitochondrial disease", "Biopsy"),
    ("Dr S. Lund", "Gut", "20 6 2025", "This is cyclic vomiting and functional", "No more tests"),
    ("Dr P. Iversen", "Metabolic", "9 2 2026", "I suspect a fatty acid disorder", "All genes"),
)


def tell_who_she_is():
    open_place("About you")
    type_into("Patient’s name", "Ada Wren")
    date_into("Born on", "14 5 2022")
    type_into("Helper’s name", "Tom Wren")
    type_into("Daughter, friend, nurse, …", "Father")
    type_into("What did the patient agree to?", "She is four. Both of us have agreed.")
    open_place("Reasons")
    for reason in ("I do not understand", "My doctors do not agree", "I am getting worse"):
        tick(reason)


def say_who_may_decide():
    open_place("Who may act for you")
    for person in ("Tom Wren, father", "Ines Wren, mother"):
        press_button("Add a consent")
        type_into("Who may act?", person)
        pick("What may they do?", "Parent or legal guardian")
        type_into("For what exactly?", "All decisions, both together")
        date_into("Until when?", "14 5 2040")
    press_button("Add a consent")
    type_into("Who may act?", "Dr M. Okafor")
    pick("What may they do?", "The treating doctor agrees")
    type_into("For what exactly?", "A letter for the program for rare diseases")


def add_the_papers(files):
    look_at_papers(files, *write_the_papers(files.folder))
    assert "“gut, once more.pdf” is the same file as “gut.pdf”. It goes in once." in said()
    for name in ("neurology.pdf", "gut.pdf", "metabolic.pdf"):
        say_of_paper(name, kind="Specialist")
    say_of_paper("genes.pdf", kind="Pathology or gene", when="30 Sep 2025")
    say_of_paper("brother.pdf", kind="Pathology or gene", when="12 Oct 2025")
    say_of_paper("screening.pdf", kind="Lab result", when="19 May 2022")
    say_of_paper("screening in English.pdf", when="19 May 2022")
    add_them("Add 9 records")


def mind_what_is_about_others():
    mark_as("Brother", "Facts about another person")
    tick("Genes")
    assert "It stays out of “First dossier”." in said()
    open_record("Screening in English")
    open_before_others()
    press_button("This is a translation of: Choose")
    type_into("Find it by a part of its name", "Westhafen")
    press(Key.Key_Return)
    type_into("Who translated it?", "J. Marsh, sworn")
    open_place("Family history")
    press_button("Add an illness")
    type_into("Who had it?", "Brother")
    type_into("What was it?", "Carries a variant of ACADM")
    press_button("Add an illness")
    type_into("Who had it?", "Mother’s sister")
    type_into("What was it?", "Sudden crises in childhood")
    tick("Keep this private", False)


def list_the_tests():
    open_place("Tests")
    press_button("Take over")
    choose("Tests so far", "MRI of the brain")
    type_into("What does the report say?", "nothing unusual was seen")
    type_into("What part of the body", "Brain and nerves")
    choose("Tests so far", "Laboratory report")
    type_into("Which test?", "Lactate in blood")
    type_into("What does the report say?", "1.4 mmol/L (0.5 - 2.2)")
    type_into("What part of the body", "How the body uses food")
    choose("Tests so far", "Genes")
    type_into("Which test?", "Gene panel, 412 genes")
    type_into("What does the report say?", "No variant that causes disease was found")
    press_button("Add a test")
    type_into("Which test?", "Muscle biopsy")
    pick("How far is it?", "Somebody said it is needed")
    type_into("Who wants it?", "Dr M. Okafor")
    press_button("Add a test")
    type_into("Which test?", "Test of all genes")
    pick("How far is it?", "Done, waiting")
    type_into("Where?", "Genomics laboratory Eastfield")
    date_into("When is it, or its result, expected?", "1 2027")
    tick("Only those that are open")
    assert len(rows_of("Tests so far")) == 2
    tick("Only those that are open", False)


def tell_what_happened():
    open_place("Timeline")
    for words, when, guess in (
        ("She sat without help", "4 2023", True),
        ("First crisis: vomiting, could not be woken", "2023", False),
        ("Second crisis, three days in hospital", "11 2024", False),
    ):
        press_button("Add an event")
        type_into("What happened, or is planned?", words)
        date_into("When?", when, guess=guess)


def keep_a_list_of_videos():
    open_place("Discs, slides and more")
    press_button("Add")
    type_into("What is it?", "Video of the second crisis")
    pick("Which kind?", "Video")
    type_into("Where is it now?", "On the father’s phone")


def ask_for_what_is_missing(files):
    open_place("What may be missing")
    tick("Rare illness")
    tick("Children")
    ask_for("The raw gene files", "Genomics laboratory Eastfield")
    note_that_it_was_asked("Genomics laboratory Eastfield", "2 11 2026", "A number of days")
    type_into("How many days?", "30")
    request = files.choose("request.pdf")
    press_button("Letter as PDF")
    wait(request.exists)
    [words] = words_of(request)
    assert "VCF" in words
    assert "for the dates 19-May-2022 to 02-Nov-2026" in words
    assert "Tom Wren, father asks for the patient, as parent or legal guardian." in words
    open_place("What may be missing")
    choose("What may be missing", "Slides and blocks of each biopsy")
    pick("How far is it?", "It does not exist")
    type_into("Who said so?", "Dr M. Okafor")
    type_into("Why?", "No biopsy was done yet")


def note_the_opinions():
    for doctor, report, when, name, plan in OPINIONS:
        open_place("Opinions received")
        press_button("Add an opinion")
        type_into("Name of the doctor", doctor)
        date_into("When was it given?", when)
        pick("How was it given?", "At a visit")
        press_button("The report: Choose")
        type_into("Find it by a part of its name", report)
        press(Key.Key_Return)
        choose("Opinions received", doctor)
        for part, words in (("Someone reviews", name), ("You talk about treatment", plan)):
            press_button(f"Add a point: {part}")
            type_into("What does it say?", words)
            tick("These are the doctor’s own words")
            type_into("Page of the report", "1")


def ask_the_same_of_all():
    open_place("Questions")
    for words in ("Is there one name for all of it?", "Which test is worth its burden?"):
        type_into("A question of your own", words)
        press(Key.Key_Return)
    open_place("Opinions received")
    choose("Opinions received", "Dr P. Iversen")
    tick("My questions")
    choose("Your questions", "one name for all")
    pick("How far is it answered?", "Answered in part")
    type_into("What is the answer?", "One for the crises, none for the late walking")
    choose("Your questions", "worth its burden")
    pick("How far is it answered?", "Not answered")


def compare_them():
    open_place("Compare opinions")
    for column, (_doctor, _report, _when, name, _plan) in enumerate(OPINIONS, 1):
        choose("What each doctor says", "Name of the illness", column)
        press_button(f"Add: “{name}”")
        pick("Your own mark", "Differs")
    choose("What each doctor says", "Tests that are missing", 1)
    type_into("What does it say?", "Muscle biopsy")
    pick("Your own mark", "Differs")
    choose("What each doctor says", "Tests that are missing", 2)
    type_into("What does it say?", "None")
    pick("Your own mark", "Differs")
    tick("Why they may differ")
    tick("They had seen different tests")
    tick("What is still open")
    type_into(
        "Name of the illness: A question", "Why do you not call it by the name the others gave?"
    )
    press_button("Add to your questions: Name of the illness")
    press_button("Add to your questions: Tests that are missing")


def note_what_papers_say_of_walking():
    open_place("Papers that do not agree")
    press_button("Add what does not agree")
    type_into("What is it about?", "When she first walked")
    type_into("One says", "walked at 24 months")
    tick("It is in a record")
    pick("Record", "Neurology")
    type_into("The other says", "walked at 18 months")
    tick("It is in a record", nth=2)
    pick("Record", "Metabolic", nth=2)
    press_button("Make a question of it")
