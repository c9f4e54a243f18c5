"""What limits tests, in words: yes, no, not sure, and what nobody asked are told apart."""

from collections.abc import Callable, Iterable, Sequence

from app.model.journey.tests import LIMIT_CODES, LimitAnswer, TestLimit

Say = Callable[[str], str]


def limit_label(limit: TestLimit, say: Say) -> str:
    """Give the name of a limit; one of the person's own has its own words."""
    _ = say
    names = {
        "dye": _("A bad reaction to contrast dye"),
        "metal": _("Metal or a device in the body"),
        "blood_thinner": _("A blood thinner"),
        "kidney": _("Kidney trouble"),
        "pregnancy": _("Pregnant, or might be"),
        "small_spaces": _("Fear of small spaces"),
        "lying_still": _("Trouble lying flat or still"),
        "travel": _("Cannot travel far"),
    }
    return names.get(limit.code, limit.label)


def every_limit(limits: Iterable[TestLimit]) -> list[TestLimit]:
    """Give all that is asked of everybody, in order, and then the person's own.

    What was not asked yet has the id 0.
    """
    known = {one.code: one for one in limits}
    asked = [known.pop(code, TestLimit(0, code)) for code in LIMIT_CODES]
    return [*asked, *known.values()]


def limits_told(limits: Sequence[TestLimit], say: Say) -> list[TestLimit]:
    """Give the limits that the other doctor should read of: yes and not sure."""
    wanted = (LimitAnswer.YES, LimitAnswer.NOT_SURE)
    return [one for one in every_limit(limits) if one.answer in wanted and limit_label(one, say)]


def told_words(limit: TestLimit, say: Say) -> str:
    """Say one limit: "A blood thinner: apixaban" or "Not sure: kidney trouble"."""
    label, words = limit_label(limit, say), limit.words.strip()
    if limit.answer is LimitAnswer.NOT_SURE:
        label = say("Not sure: {limit}").format(limit=label)
    return f"{label}: {words}" if words else label


def none_words(limits: Sequence[TestLimit], say: Say) -> str:
    """Say outright that there is none of what everybody is asked; "" while one is open."""
    answers = {one.code: one.answer for one in limits}
    if any(answers.get(code) is not LimitAnswer.NO for code in LIMIT_CODES):
        return ""
    names = [limit_label(TestLimit(0, code), say) for code in LIMIT_CODES]
    small = [name[:1].lower() + name[1:] for name in names]
    return say("None of these: {limits}.").format(limits="; ".join(small))
