"""Finding words in the whole case."""

import pytest

from app.case import search


@pytest.fixture
def full(case, keep):
    letter = keep(case, b"1", "Dear colleague", "severe spinal stenosis at L4-L5, café")
    scan = keep(case, b"2", "stenosis again")
    with case.change("Add"):
        case.records.add("Clinic letter", document=letter.sha256, source="Lakeside")
        binned = case.records.add("Scan", document=scan.sha256)
        case.records.add("My story", body="I fell in March")
        case.records.remove(binned)
    return case


def places(case, words):
    return [(hit.title, hit.page) for hit in case.search.find(words)]


def test_words_on_a_page_lead_to_that_page(full):
    hits = full.search.find("stenosis")
    assert [(hit.title, hit.page) for hit in hits] == [("Clinic letter", 2)]
    assert "spinal stenosis" in hits[0].snippet


def test_titles_sources_and_notes_are_found(full):
    assert places(full, "lakeside") == [("Clinic letter", 1)]
    assert places(full, "story") == [("My story", 1)]
    assert places(full, "fell march") == [("My story", 1)]


def test_accents_and_case_do_not_matter_and_the_last_word_may_be_unfinished(full):
    assert places(full, "CAFE") == [("Clinic letter", 2)]
    assert places(full, "severe sten") == [("Clinic letter", 2)]


@pytest.mark.parametrize(
    "words", ["", "   ", '"', "***", "AND", "NEAR(", "a' OR 1", "title:x", "-"]
)
def test_odd_words_never_fail(full, words):
    assert isinstance(full.search.find(words), list)


def test_the_bin_is_not_searched_and_a_renamed_record_is_found_anew(full):
    from dataclasses import replace

    record = next(one for one in full.records.all() if one.title == "My story")
    with full.change("Rename"):
        full.records.save(replace(record, title="Diary", body="I got up"))
    assert places(full, "diary") == [("Diary", 1)]
    assert places(full, "fell") == []
    full.undo()
    assert places(full, "fell") == [("My story", 1)]


@pytest.mark.parametrize("typed", ["stenosis", "STENO", "sténosis"])
def test_the_words_around_a_hit_are_shown_however_it_was_typed(case, keep, typed):
    words = [f"before{number}" for number in range(90)] + ["prestenosis", "Stenosis", "of\nL4"]
    page = keep(case, b"3", " ".join([*words, *(f"after{number}" for number in range(90))]))
    with case.change("Add"):
        case.records.add("Report", document=page.sha256)
    (hit,) = case.search.find(typed)
    assert "before89 prestenosis Stenosis of L4 after0" in " ".join(hit.snippet.split())
    assert (hit.snippet[0], hit.snippet[-1]) == ("…", "…")
    assert len(hit.snippet) < 400


def test_a_word_on_very_many_pages_gives_pages_with_it_and_none_from_the_bin(
    case, keep, monkeypatch
):
    monkeypatch.setattr(search, "COMMON", 5)
    papers = [keep(case, bytes([n]), f"page {n}", "a scan", "scanned twice") for n in range(6)]
    with case.change("Add"):
        first, *_others = [
            case.records.add(f"Letter {n}", document=one.sha256) for n, one in enumerate(papers)
        ]
        case.records.remove(first)

    assert [(hit.title, hit.page) for hit in case.search.find("scan", limit=4)] == [
        (f"Letter {n}", 2) for n in range(1, 5)
    ]
    assert {(hit.title, hit.page) for hit in case.search.find("scan")} == {
        (f"Letter {n}", page) for n in range(1, 6) for page in (2, 3)
    }


@pytest.fixture
def chinese(case, keep):
    letter = keep(
        case,
        b"1",
        "医生建议手术「脊柱融合」，\n我想听听别的意见。",
        "ผู้ป่วยปวดหลัง MRI 2026",
        "現在は、歩くと痛みが強くなりま\r\nす。",
    )
    with case.change("Add"):
        case.records.add("门诊病历", document=letter.sha256, source="北京医院")
        case.records.add("My story", body="去年三月我摔倒了。")
        binned = case.records.add("手术", body="手术")
        case.records.remove(binned)
    return case


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("手术", [("门诊病历", 1)]),
        ("融合", [("门诊病历", 1)]),
        ("融合 意见", [("门诊病历", 1)]),
        ("融合 北京", []),
        ("病历", [("门诊病历", 1)]),
        ("医院", [("门诊病历", 1)]),
        ("摔倒", [("My story", 1)]),
        ("ปวด mri", [("门诊病历", 2)]),
        ("强くなります", []),
        ("強くなります", [("门诊病历", 3)]),
        ("肿瘤", []),
    ],
)
def test_words_in_the_middle_of_chinese_japanese_and_thai_are_found(chinese, words, found):
    assert places(chinese, words) == found


def test_what_stands_around_a_word_without_spaces_is_shown_on_one_line(chinese):
    (hit,) = chinese.search.find("意见")
    assert hit.snippet == "医生建议手术「脊柱融合」，我想听听别的意见。"
    assert hit.part is search.Part.PAGE


@pytest.mark.parametrize("words", ["手'", '"手', "手%_", "手*", "手 OR 1", "手。" * 3000])
def test_odd_signs_beside_words_without_spaces_never_fail(chinese, words):
    assert isinstance(chinese.search.find(words), list)


def test_what_is_shown_of_a_record_is_from_the_part_that_has_the_word(chinese):
    (hit,) = chinese.search.find("摔倒")
    assert (hit.snippet, hit.part) == ("去年三月我摔倒了。", search.Part.NOTE)
