"""Who may be asked, what each may see, what was made and what was sent, by commands."""

import pypdf
import pytest

from app.content.presets import load_presets
from app.errors import DossierBlocked, NotUnderstood


@pytest.fixture
def story(casepack, case):
    for title, text in (("My story", "It began in May."), ("My diary", "A good day.")):
        assert casepack("note", case, "--title", title, "--text", text).status == 0
    return case


def test_the_eight_presets_are_listed(casepack):
    said = casepack("presets", "--json")
    assert [one["code"] for one in said.json["presets"]] == [one.id for one in load_presets()]
    assert len(said.json["presets"]) == 8


def test_a_recipient_starts_from_a_preset_and_is_changed(casepack, case):
    made = casepack(
        "recipient", case, "Dr H. Lindqvist", "--preset", "online_service", "--wish",
        "most_megabytes=10", "--checked-on", "3 November 2026", "--checked-by", "Her secretary",
        "--json",
    )  # fmt: skip
    one = made.json["recipient"]
    assert (one["name"], one["preset"], one["checked_on"]) == (
        "Dr H. Lindqvist",
        "online_service",
        "2026-11-03",
    )
    assert one["wishes"]["most_megabytes"] == "10.0"
    assert casepack("recipient", case, "--number", one["number"], "--place", "Kent").status == 0
    (listed,) = casepack("recipients", case, "--json").json["recipients"]
    assert (listed["name"], listed["place"], listed["checked_by"]) == (
        "Dr H. Lindqvist",
        "Kent",
        "Her secretary",
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("recipient", "X", "--preset", "best_hospital"),
        ("recipient", "X", "--wish", "colour=red"),
        ("recipient", "--number", "9"),
        ("recipient",),
        ("version",),
        ("version", "--number", "7"),
        ("version", "--number", "0", "--remove"),
        ("version", "--name", "A", "--take", "one"),
        ("version", "--name", "A", "--take", "99"),
        ("cover", "1", "1", "0", "0", "0", "50"),
        ("cover", "1", "1", "0", "0", "10", "10"),
        ("uncover", "3"),
        ("mark", "1", "--replaces", "1"),
        ("sent", "5", "--to", "Dr X"),
    ],
)
def test_what_cannot_be_understood_is_said_and_changes_nothing(casepack, story, arguments):
    command, *rest = arguments
    before = casepack("versions", story, "--json").out
    said = casepack(command, story, *rest)
    assert said.status == NotUnderstood.exit_code
    assert said.err.strip()
    assert casepack("versions", story, "--json").out == before


def test_a_version_takes_and_leaves_records_and_makes_its_own_dossier(casepack, story, tmp_path):
    who = casepack("recipient", story, "Dr B", "--json").json["recipient"]["number"]
    made = casepack(
        "version", story, "--name", "For Dr B", "--recipient", who, "--leave", "2:Too private",
        "--identity", "cover", "--json",
    )  # fmt: skip
    number = made.json["version"]["number"]
    target = tmp_path / "b.pdf"
    done = casepack("export", story, "-o", target, "--version-number", number, "--json")
    assert [one["record"] for one in done.json["records"]] == [1]
    assert done.json["left_out"] == [{"record": 2, "why": "Too private"}]
    assert "Dr B" in pypdf.PdfReader(target).pages[0].extract_text()
    assert casepack("version", story, "--number", number, "--as-it-is", 2).status == 0
    done = casepack("export", story, "-o", target, "--version-number", number, "--json")
    assert len(done.json["records"]) == 2
    builds = casepack("builds", story, "--json").json["builds"]
    assert [(one["number"], one["added"], one["removed"]) for one in builds] == [
        (2, ["My diary"], []),
        (1, [], []),
    ]
    assert casepack("version", story, "--number", number, "--remove").status == 0
    assert len(casepack("versions", story, "--json").json["versions"]) == 1


def test_a_marked_record_stays_behind_until_it_is_taken_by_name(casepack, story, tmp_path):
    assert casepack("mark", story, 2, "--sensitive", "private_note").status == 0
    done = casepack("export", story, "-o", tmp_path / "a.pdf", "--json")
    assert [one["record"] for one in done.json["records"]] == [1]
    assert casepack("version", story, "--number", 0, "--take", 2).status == 0
    done = casepack("export", story, "-o", tmp_path / "a.pdf", "--json")
    assert len(done.json["records"]) == 2
    assert casepack("mark", story, 2, "--not-sensitive", "--json").json["sensitive"] == []


def test_a_page_is_covered_and_uncovered(casepack, case, make_pdf):
    casepack("add", case, make_pdf("l.pdf", "Aunt Sophie"), "--yes")
    box = casepack("cover", case, 1, 1, 0, 0, 100, 50, "--only-here", "--json").json["box"]
    (first,) = casepack("versions", case, "--json").json["versions"]
    assert first["boxes"] == [
        {
            "box": box,
            "record": 1,
            "page": 1,
            "percent": [0, 0, 100, 50],
            "why": "private",
            "everywhere": False,
        }
    ]
    assert casepack("uncover", case, box).status == 0
    assert casepack("versions", case, "--json").json["versions"][0]["boxes"] == []


def test_a_finding_can_be_kept_with_a_reason(casepack, story):
    assert casepack("keep", story, "plan.none", "There is no plan yet").status == 0
    lines = casepack("check", story, "--json").json["lines"]
    kept = {line["code"]: line["kept_because"] for line in lines}
    assert kept["plan.none"] == "There is no plan yet"
    assert "Kept as it is: There is no plan yet" in casepack("check", story).out


def test_what_was_sent_is_noted_and_listed(casepack, story, tmp_path):
    casepack("export", story, "-o", tmp_path / "a.pdf")
    build = casepack("builds", story, "--json").json["builds"][0]["build"]
    said = casepack(
        "sent", story, build, "--to", "Dr B", "--on", "22 November 2026", "--route", "post",
        "--password-told", "by phone", "--json",
    )  # fmt: skip
    (line,) = said.json["sent"]
    assert (line["to"], line["on"], line["route"]) == ("Dr B", "2026-11-22", "post")
    assert casepack("sent", story, "--json").json == said.json
    assert casepack("sent", story, build).status == NotUnderstood.exit_code


def test_a_dossier_of_a_version_that_is_gone_is_not_made(casepack, story, tmp_path):
    said = casepack("export", story, "-o", tmp_path / "a.pdf", "--version-number", 9)
    assert said.status == DossierBlocked.exit_code
    assert not (tmp_path / "a.pdf").exists()


def test_a_version_goes_into_volumes_and_the_sizes_are_told_before(
    casepack, case, make_pdf, tmp_path
):
    for name in ("first", "second"):
        assert casepack("add", case, make_pdf(f"{name}.pdf", name), "--yes").status == 0
    told = casepack("sizes", case, "--json").json
    assert (told["most_bytes"], told["fits"], told["volumes"]) == (None, True, [])
    assert "There is no limit." in casepack("sizes", case).out
    changed = casepack(
        "version", case, "--number", "0", "--most-megabytes", "0.01", "--by-email", "yes", "--json"
    )
    choices = changed.json["version"]["choices"]
    assert (choices["most_megabytes"], choices["by_email"]) == ("0.01", "yes")
    told = casepack("sizes", case, "--json").json
    assert (told["fits"], len(told["files"]), len(told["volumes"])) == (False, 1, 2)
    assert [one["pictures"] for one in told["lighter"]] == ["lighter", "light", "grey", "lightest"]
    assert len(told["heaviest"]) == 2
    words = casepack("sizes", case).out
    assert "--volumes by_size: 2 files" in words
    assert "size.limit" in casepack("check", case, "--json").out
    assert casepack("version", case, "--number", "0", "--volumes", "by_size").status == 0
    made = casepack("export", case, "-o", tmp_path / "d.pdf", "--json").json
    assert [one["name"] for one in made["files"]] == ["d_vol1of2.pdf", "d_vol2of2.pdf"]
    assert made["pages"] == sum(one["pages"] for one in made["files"])
    assert len(made["notices"]) == 2
    said = casepack("export", case, "-o", tmp_path / "d.pdf").out
    assert "Your dossier is ready, in 2 files:" in said
    for one in made["files"]:
        assert f"{tmp_path / one['name']}: {one['pages']} pages" in said


@pytest.mark.parametrize("number", ["-1", "nan", "1e9"])
def test_a_limit_that_is_none_is_said(casepack, story, number):
    said = casepack("version", story, "--number", "0", f"--most-megabytes={number}")
    assert said.status == NotUnderstood.exit_code


def test_a_page_before_each_group_and_a_password_are_wishes_of_a_version(casepack, story, tmp_path):
    def pages(*choices):
        assert casepack("version", story, "--number", 0, *choices).status == 0
        done = casepack("export", story, "-o", tmp_path / "a.pdf", "--json")
        assert len(pypdf.PdfReader(tmp_path / "a.pdf").pages) == done.json["pages"]
        return done.json["pages"]

    plain = pages()
    assert pages("--dividers", "yes") == plain + 1  # both are notes of one group
    assert pages("--dividers", "no") == pages("--dividers", "auto") == plain
    said = casepack("version", story, "--number", 0, "--locked", "yes", "--json")
    assert said.json["version"]["choices"] == {"locked": "yes"}
    said = casepack("version", story, "--number", 0, "--locked", "no", "--json")
    assert said.json["version"]["choices"] == {}
