"""Recipients and versions of the dossier as JSON and as lines for people."""

from app.model.recipient_profile import RecipientProfile
from app.model.values import to_text
from app.model.version import Version
from app.phrases import _


def profile_json(one: RecipientProfile) -> dict[str, object]:
    """Give a recipient for programs."""
    return {
        "number": one.id,
        **to_text(one.recipient),
        "preset": one.preset,
        "wishes": to_text(one.wishes),
        "checked_on": one.checked_on.stored(),
        "checked_by": one.checked_by,
    }


def profile_line(one: RecipientProfile) -> str:
    """Give a recipient on one line."""
    who = ", ".join(filter(None, (one.recipient.name, one.recipient.service, one.recipient.place)))
    wishes = ", ".join(f"{name}={value}" for name, value in sorted(to_text(one.wishes).items()))
    return f"{one.id}  {who}" + (f"  ({wishes})" if wishes else "")


def version_json(one: Version) -> dict[str, object]:
    """Give a version of the dossier for programs."""
    hidden = frozenset({"id", "selections", "cover_ups"})
    return {
        "number": one.id,
        "choices": to_text(one, but=hidden),
        "records": [
            {
                "record": selection.record,
                "included": selection.included,
                "why": selection.why,
                "pages": list(selection.pages),
            }
            for selection in one.selections
        ],
        "boxes": [
            {
                "box": box.id,
                "record": box.record,
                "page": box.page,
                "percent": [round(100 * edge, 2) for edge in (box.x0, box.y0, box.x1, box.y1)],
                "why": box.why.value,
                "everywhere": box.everywhere,
            }
            for box in one.cover_ups
        ],
    }


def version_line(one: Version) -> str:
    """Give a version of the dossier on one line."""
    choices = to_text(one, but=frozenset({"id", "name", "selections", "cover_ups"}))
    words = ", ".join(f"{name}={value}" for name, value in sorted(choices.items()))
    name = one.name or _("the first version")
    boxes = _("boxes: {numbers}").format(numbers=", ".join(str(box.id) for box in one.cover_ups))
    parts = [f"{one.id}  {name}", words, boxes if one.cover_ups else ""]
    return "  ".join(filter(None, parts))
