"""Leaves a finding of the check as it is, and looks at it again."""

from app.case.casefile import CaseFile
from app.dossier.findings import Line
from app.model.same_person import OTHER_PERSON


def keep_line(case: CaseFile, version: int, line: Line, why: str) -> None:
    """Keep why a finding is left as it is, inside `case.change`; "" takes that back."""
    # an older program kept all findings of a code and record together
    for key in {line.key} if why else {line.key, line.code}:
        keep_key(case, version, key, line.record or 0, why)


def keep_key(case: CaseFile, version: int, key: str, record: int, why: str) -> None:
    """Keep why a finding with this key is left as it is, inside `case.change`.

    Whom a record is about is kept for every version of the dossier. Who takes
    that back will be asked about the name at the next paper, too.
    """
    case.versions.keep_finding(version, key, record, why)
    code, _mark, named = key.partition("#")
    if not why.strip() and code == OTHER_PERSON and named:
        case.people.forget_name(named)
