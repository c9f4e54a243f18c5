"""The papers of a made-up child with an illness that nobody can name."""

from tests.ui.personas.papers import letter

CHILD = "Patient: Ada Wren, born 14 May 2022\n"

GUT = f"""Riverside Clinic, Paediatric gastroenterology
{CHILD}Date of visit: 20 June 2025
Dear colleague,
She vomits in cycles. The scopes of stomach and bowel were as expected.
I think this is cyclic vomiting and functional.
Dr S. Lund"""

PAPERS = {
    "neurology.pdf": (
        f"""Children's Hospital Northgate, Neurology clinic
        {CHILD}Date of visit: 3 March 2025
        Dear colleague,
        Ada sat at 11 months and walked at 24 months. She has had three crises.
        The MRI of the brain was normal. I think of a mitochondrial disease.""",
        "The plan is a muscle biopsy, and a test of all genes.\nDr M. Okafor",
        "Appendix: reading of the EEG, sheet of the technician",
    ),
    "gut.pdf": (GUT,),
    "gut, once more.pdf": (GUT,),
    "metabolic.pdf": (
        f"""University Hospital Aarlund, Metabolic medicine
        {CHILD}Date of visit: 9 February 2026
        Dear colleague,
        Lactate was 4.1 mmol/L in the last crisis. I suspect a fatty acid disorder.
        She walked at 18 months, as the parents told us.
        Dr P. Iversen""",
    ),
    "lactate.pdf": (
        f"""Children's Hospital Northgate, Laboratory report
        {CHILD}Collected: 2 March 2025
        Lactate 1.4 mmol/L (0.5 - 2.2)""",
    ),
    "brain.pdf": (
        f"""Children's Hospital Northgate, Radiology
        {CHILD}MRI of the brain
        Date of examination: 12 January 2025
        Result: nothing unusual was seen.""",
    ),
    "genes.pdf": (
        f"""Genomics laboratory Eastfield
        {CHILD}Reported: 30 September 2025
        Gene panel, 412 genes. No variant that causes disease was found.""",
    ),
    "screening.pdf": (
        """Labor Westhafen
        Patient: Ada Wren, geb. 14.05.2022
        Befund vom 19.05.2022
        Neugeborenenscreening: unauffaellig.""",
    ),
    "screening in English.pdf": (
        f"""Translation of a laboratory report of 19 May 2022
        {CHILD}Newborn screening: nothing unusual was found.
        J. Marsh, sworn translator""",
    ),
    "brother.pdf": (
        """Genomics laboratory Eastfield
        Reported: 12 October 2025
        Leo Wren carries a variant of the gene ACADM.""",
    ),
}


def write_the_papers(folder):
    """Write all of them into a folder, and give their names."""
    for name, pages in PAPERS.items():
        letter(folder / name, *pages)
    return tuple(PAPERS)
