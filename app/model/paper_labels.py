"""The words of a paper beside which the name and the birth date of its patient stand."""

import re

from app.model.date_forms import WRITTEN_DATE

BORN = (
    r"d\.?o\.?b\b\.?|date of birth|birth ?date|geburtsdatum|geb\.? ?-? ?datum|date de naissance"
    r"|fecha de nacimiento|f\. ?nac\.?|fec\. ?nac\.?|data di nascita|geboortedatum"
)
"""Labels of a birth date that are never words of a sentence."""

_BORN_IN_WORDS = (
    r"born(?: on)?|geboren(?: am)?|geb\.?(?: am)?|n[ée]{1,2}(?:\(e\))?e? le|naissance"
    r"|nacid[oa](?: el)?|nat[oa] il|\*"
)
_BESIDE = r"[\s:.()*=|\-–]{0,6}"

BIRTH = re.compile(
    rf"(?<!\w)(?:(?P<label>{BORN})|(?P<word>{_BORN_IN_WORDS})){_BESIDE}"
    rf"(?P<date>{WRITTEN_DATE}|\d{{1,2}} \d{{1,2}} \d{{4}}(?!\d))",
    re.IGNORECASE,
)
"""A birth date with its label before it."""

_SURE = (
    r"patient(?:'s|’s)?(?: full| last)? names?|(?:full )?name of (?:the )?patient"
    r"|patienten-?name|name (?:des patienten|der patientin)|name,? vorname(?: des versicherten)?"
    r"|nom du patient|nom de la patiente|nom et prénom|nombre (?:del|de la|de) paciente"
    r"|nombre y apellidos|apellidos y nombre|nome (?:del|della) paziente|nome e cognome"
    r"|cognome e nome|surname,? (?:first|fore|given) ?names?"
)
_LIKELY = r"patient(?:in|e)?|patient ?/ ?in|patient\(in\)|patient:in|pat\.|pt\.?|paciente|paziente"
_LOOSE = (
    r"(?:full )?name|nom|nombre|nome|re|ref|regarding|betreff|betr\.|betrifft|concerne|objet"
    r"|asunto|oggetto"
)
NAME = re.compile(
    rf"(?<![\w-])(?:(?P<sure>{_SURE})|(?P<likely>{_LIKELY})|(?:(?<=^)|(?<=[,;|] )|(?<=[,;|]))"
    rf"(?P<loose>{_LOOSE}))(?!\w) ?(?P<mark>[:=] ?|$)?",
    re.IGNORECASE,
)
"""A label behind which a name stands, on the same line or on the next."""

FAMILY_NAME = re.compile(
    r"(?:^|[,;|] ?)(?:surname|family name|last name|nachname|familienname|name|nom(?: de famille)?"
    r"|apellidos?|cognome) ?: ?",
    re.IGNORECASE,
)
GIVEN_NAME = re.compile(
    r"(?<!\w)(?:first names?|fore ?names?|given names?|vornamen?|prénoms?|prenoms?|nombres?|nome)"
    r" ?: ?",
    re.IGNORECASE,
)
"""The two labels of a name that is written in two fields."""

OVER_OTHERS = re.compile(
    r"(?<!\w)(?:mother|father|parents?|brother|sister|son|daughter|husband|wife|spouse|partner"
    r"|child|baby|next of kin|emergency contact|guardian|carer|subscriber|policy ?holder|guarantor"
    r"|donor|relatives?|mutter|vater|eltern\w*|ehemann|ehefrau|ehepartner\w*|angehörig\w*"
    r"|kontaktperson|notfallkontakt|betreuer\w*|hauptversichert\w*|mère|père|conjoint\w*|époux"
    r"|épouse|personne (?:de confiance|à prévenir)|madre|padre|espos[oa]|familiar\w*|contacto"
    r"|marito|moglie)(?!\w)[^:]*:?$",
    re.IGNORECASE,
)
"""A heading that says that the lines below it are about somebody else."""

BIRTH_ABOVE = re.compile(rf"(?<!\w)(?P<label>{BORN})[\s:.]*$", re.IGNORECASE)
"""The label of a birth date that stands on the next line."""

DATE_FIRST = re.compile(
    rf"(?P<date>{WRITTEN_DATE}|\d{{1,2}} \d{{1,2}} \d{{4}}(?!\d))", re.IGNORECASE
)

NAME_ENDS = re.compile(
    rf"(?<!\w)(?:{BORN}|(?:geb|nat[oa]|nacid[oa]|born)(?=[ .:]*(?:am |on |il |el )?\d)|n[ée]e? le"
    r"|mrn|sex|gender|geschlecht|sexe|sexo|sesso|age|alter|âge|edad|eta|id|ids|nhs|ssn|cprn?"
    r"|hosp\w*|number|nummer|nr|no|phone|tel\w*|address|adresse|wohnhaft|anschrift|direcci\w*"
    r"|date|datum|fecha|visit|room|ward|bed|doctor|dr|physician|consultant|account|acct|patient\w*"
    r"|pat|page|seite|case|fall\w*|encounter|first names?|fore ?names?|given names?|vornamen?"
    r"|prénoms?|surname|m/f|male|female|versichert\w*|kasse|krankenkasse|file|copy|cc|kopie"
    r"|dossier|episode|insurance|insurer|status)(?!\w)|[\d:|;*#=/<>\[\]{}_\t@]|, ?(?=\d)| - ",
    re.IGNORECASE,
)
"""What comes behind a name on its line."""

OTHERS = re.compile(
    r"(?<!\w)(?:mother|father|parent|brother|sister|son|daughter|husband|wife|spouse|partner"
    r"|child|baby|infant|newborn|next of kin|kin|emergency|contact|guardian|carer|subscriber"
    r"|policy ?holder|guarantor|donor|relative|witness|doctor|dr|physician|provider|consultant"
    r"|surgeon|gp|referr\w*|requested|ordered|reported|signed|author|lab\w*|pharmac\w*|nurse"
    r"|therapist|radiologist|pathologist|interpreter|mutter|vater|eltern\w*|bruder|schwester|sohn"
    r"|tochter|ehemann|ehefrau|ehegatt\w*|ehepartner\w*|kind|angehörig\w*|kontakt\w*|notfall\w*"
    r"|betreuer\w*|hauptversichert\w*|arzt|ärztin|hausarzt|hausärztin|spender\w*|mère|père|fils"
    r"|fille|frère|soeur|sœur|conjoint\w*|époux|épouse|mari|enfant|médecin|tuteur|madre|padre"
    r"|hij[oa]|herman[oa]|espos[oa]|médic[oa]|contacto|figli[oa]|fratello|sorella|marito|moglie"
    r"|medico|curante)(?!\w)",
    re.IGNORECASE,
)
"""Words that say that a name or a birth date beside them is not the patient's."""

HINT = re.compile(
    r"(?<!\w)(?=[abcdfglnpsv*])(?:pat\.|patient(?:'s|’s|in|e|en| ?/ ?in|\(in\)|:in)?"
    r"(?: full| last)?(?: ?-?names?\b| ?[:=]| ?$)|pacient|pazient|pt\.? ?[:=]"
    r"|name(?:,| ?[:=]| of\b| des\b| der\b| ?$)|nom\b|birth|d\.?o\.?b\b|date of birth|born\b"
    r"|geb|naiss|nascit|n[ée]{1,2}e? ?\(?e?\)? ?le\b|f(?:ec)?\. ?nac|data di nasc|date de nais"
    r"|fecha de nac|naci|nat[oa] il|vorname|cognome|surname|last name|family name|nachname"
    r"|familienname|apellid|\* ?\d)"
)
"""Stands, in small letters, on some line near each name and birth date of a patient."""

_NEVER_NAMES = (
    "is was has had with without reports presents presented complains denies admits states"
    " and or not no none the a an of for to in on at by from male female man woman year years"
    " old aged stable alert oriented orientated pleasant well good fair poor general condition"
    " pain information info details data record records education instructions handout leaflet"
    " safety identification care centre center clinic hospital department unit service"
    " services consent signature initials time report summary letter position supine prone"
    " standing lateral see above below unknown anonymous recorded given name names full as"
    " same self pay history portal questionnaire form results result label sticker here attach"
    " affix please print block capitals both knee hip spine left right mri ct xray scan"
    " ultrasound biopsy surgery operation appointment referral treatment therapy request"
    " outcome outcomes experience rights responsibilities tolerated procedure denied daten"
    " kommt stellt klagt gibt befund zustand nach bei mit ohne und guter gut reduzierter"
    " allgemeinzustand ist war hat wurde wird berichtet weiblich männlich unbekannt siehe oben"
    " aufkleber etikett angaben einwilligung unterschrift aufklärung anschreiben bericht est"
    " présente rapporte avec sans données dossier inconnu refiere presenta acude con sin datos"
    " firma desconocido riferisce dati ignoto"
)
NO_NAME = frozenset(_NEVER_NAMES.split())
"""Words that no name has, although they may stand where one is expected."""
