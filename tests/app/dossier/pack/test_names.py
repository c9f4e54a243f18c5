"""Names of files that every system takes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.dossier.pack.names import MOST_BYTES, free_name, safe_name

PDF = "application/pdf"


@pytest.mark.parametrize(
    ("given_name", "media_type", "safe"),
    [
        ("Blutbild März.pdf", PDF, "Blutbild März.pdf"),
        ("Scan.PDF", PDF, "Scan.PDF"),
        ("scan (3).pdf", PDF, "scan _3_.pdf"),
        ("CON.pdf", PDF, "_CON.pdf"),
        ("com1.report.pdf", PDF, "_com1.report.pdf"),
        ("console.pdf", PDF, "console.pdf"),
        ("../../etc/passwd", PDF, "passwd.pdf"),
        ("C:\\win\\x.txt", "text/plain", "x.txt"),
        ("letter.exe", PDF, "letter.exe.pdf"),
        ("photo.html", "image/jpeg", "photo.html.jpg"),
        (".hidden.pdf", PDF, "hidden.pdf"),
        ("-rf.pdf", PDF, "rf.pdf"),
        ("report. .pdf", PDF, "report.pdf"),
        ("report.", PDF, "report.pdf"),
        ("fdp.\u202egpj.pdf", PDF, "fdp.gpj.pdf"),
        ("a\nb\tc\0.pdf", PDF, "abc.pdf"),
        ("Mu\u0308ller.pdf", PDF, "Müller.pdf"),
        ("रिपोर्ट.pdf", PDF, "रिपोर्ट.pdf"),
        ("???.pdf", PDF, "___.pdf"),
        ("", PDF, "file.pdf"),
        (".pdf", PDF, "pdf.pdf"),
        ("x\udc80.pdf", PDF, "x_.pdf"),
    ],
)
def test_a_name_is_made_safe_and_stays_as_near_as_it_can(given_name, media_type, safe):
    assert safe_name(given_name, media_type) == safe


@given(some.text(max_size=200), some.sampled_from([PDF, "image/tiff", "text/markdown"]))
def test_any_name_becomes_one_that_every_system_takes(name, media_type):
    safe = safe_name(name, media_type)
    second = free_name(safe, {safe.casefold()})
    for one in (safe, second):
        assert 0 < len(one.encode()) <= MOST_BYTES
        assert not re.search(r'[\0-\x1f\\/:*?"<>|\u202a-\u202e\u2066-\u2069]', one)
        assert one[0] not in " .-"
        assert one[-1] not in " ."
        assert not re.match(r"(?i)(con|prn|aux|nul|com\d|lpt\d) *(\.|$)", one)
        assert re.search(r"(?i)\.(pdf|tiff?|md|markdown)$", one)


def test_a_taken_name_gets_a_number_whatever_its_capital_letters():
    taken = set()
    names = [free_name(one, taken) for one in ("Scan.pdf", "scan.pdf", "Scan (2).pdf", "SCAN.PDF")]
    assert names == ["Scan.pdf", "scan (2).pdf", "Scan (2) (2).pdf", "SCAN (3).PDF"]


def test_a_long_name_keeps_its_ending():
    safe = safe_name("ä" * 300 + ".pdf", PDF)
    assert safe.endswith("ä.pdf")
    assert len(safe.encode()) <= MOST_BYTES
