"""Two opinions on the made-up spine case, and what a person wrote of them."""

from dataclasses import replace

from app.model.journey.comparison import (
    Cause,
    GridCell,
    GridRow,
    OpenPoint,
    Stance,
    WhyDiffer,
)
from app.model.journey.opinion import (
    Opinion,
    OpinionKind,
    OpinionPart,
    Point,
    SawRecord,
)
from app.model.journey.snapshot import Journey
from app.model.partial_date import PartialDate

VENN, IYER = 1, 2


def on(text):
    return PartialDate.from_stored(text)


def two_opinions():
    """Dr Venn wrote record 11 of the spine case, Dr Iyer record 16."""
    return Journey(
        opinions=(
            Opinion(
                VENN,
                "Dr R. Venn",
                "Spine surgery",
                "Lakeside Spine Center",
                on("2026-10-02"),
                OpinionKind.VISIT,
                11,
            ),
            Opinion(IYER, "Dr S. Iyer", "Rehabilitation", "", on("2026-10-21"), record=16),
        ),
        points=(
            Point(1, VENN, OpinionPart.REPORT, "Fusion of L4–L5 in January", page=2),
            Point(2, IYER, OpinionPart.TESTS, "Standing X-ray again in spring", page=1),
        ),
        saw=(SawRecord(1, VENN, 14), SawRecord(2, IYER, 14, saw=False), SawRecord(3, IYER, 13)),
        grid_rows=(GridRow(4, "Driving after it"),),
        grid_cells=(
            GridCell(1, VENN, "diagnosis", "Severe stenosis, L4–L5", page=1, stance=Stance.AGREE),
            GridCell(2, IYER, "diagnosis", "The same", stance=Stance.AGREE),
            GridCell(
                3,
                VENN,
                "plan",
                "We recommend decompression and fusion.",
                verbatim=True,
                page=2,
                stance=Stance.DIFFER,
            ),
            GridCell(4, IYER, "plan", "Exercise for 12 weeks first", page=1, stance=Stance.DIFFER),
            GridCell(5, VENN, "own-4", "Not before eight weeks", page=9),
            GridCell(6, IYER, "own-4", stance=Stance.SILENT),
            GridCell(7, VENN, "q-1", "Yes, both", page=2, stance=Stance.PARTLY),
        ),
        why_differ=(
            WhyDiffer(1, Cause.TESTS, "plan", "Dr Iyer had no MRI"),
            WhyDiffer(2, Cause.GOALS),
        ),
        open_points=(OpenPoint(1, "plan", 2, "Ask on 2 December"),),
    )


def with_opinions(case, journey=None):
    return replace(case, journey=journey or two_opinions())
