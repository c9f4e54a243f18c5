"""What a paper brings along beside its pages comes into the case with it."""

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from app.model.inside import InnerLink, Inside, OutlineLine, StuckNote


def test_outline_links_and_notes_of_a_paper_are_kept_with_it(tmp_path, case, take):
    pdf = pikepdf.new()
    for _page in range(2):
        pdf.add_blank_page(page_size=(300, 400))
        pdf.pages[-1].Contents = pdf.make_stream(b"0 g 9 9 99 99 re f")
    goal = Array([pdf.pages[1].obj, Name.Fit])
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[10, 20, 60, 50], Dest=goal)
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Text, Rect=[9, 9, 20, 20], Contents=String("Why?")
    )
    pdf.pages[0].Annots = Array([pdf.make_indirect(link), pdf.make_indirect(note)])
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem("Größe", 1))
    pdf.save(tmp_path / "paper.pdf")
    take(tmp_path / "paper.pdf")
    (record,) = case.records.all()
    assert case.documents.insides([record.document.sha256]) == {
        record.document.sha256: Inside(
            (OutlineLine("Größe", 1),),
            (InnerLink(0, (10, 350, 60, 380), 1),),
            (StuckNote(0, "", "Why?"),),
        )
    }
