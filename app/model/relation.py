"""How two records belong together."""

from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """What the first record of a pair is to the second."""

    REPLACES = "replaces"  # a corrected report, in place of the earlier one
    TRANSLATES = "translates"


@dataclass(frozen=True, slots=True)
class Related:
    """`record` replaces or translates `other`; `note` says by whom, certified or not."""

    record: int
    relation: Relation
    other: int
    note: str = ""
