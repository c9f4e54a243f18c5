"""Say how large the files of a dossier will be, and what makes them fit."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing

from app.cli.dossier_commands import made_on
from app.cli.output import Voice
from app.cli.secrets import open_case
from app.dossier.export import Choices
from app.dossier.proof import Proofs
from app.dossier.sizes import Offers
from app.dossier.weight import MEGABYTE, most_bytes
from app.errors import DossierBlocked
from app.phrases import _, many


def sizes(args: Namespace, voice: Voice) -> int:
    """Print the estimate, and the offers where a file is too large for the limit."""
    progress = voice.progress()
    with closing(open_case(args)) as case:
        proofs = Proofs(case)
        proof, lines = proofs.make(Choices(made=made_on(), version=args.version), progress)
        if proof is None:
            raise DossierBlocked(lines[0].sentence)
        found = proofs.offers(proof, progress, most_bytes(proof.plan.version))
    voice.result(
        {
            "most_bytes": found.most,
            "fits": found.fits,
            "files": list(found.files),
            "lighter": [
                {"pictures": one.pictures.value, "bytes": one.bytes, "fits": one.fits}
                for one in found.lighter
            ],
            "heaviest": [
                {"record": one.record.id, "title": one.record.title, "bytes": one.bytes}
                for one in found.heaviest
            ],
            "volumes": list(found.volumes),
        },
        list(_words(found)),
    )
    return 0


def _words(found: Offers) -> Iterator[str]:
    sizes_now = ", ".join(map(_size, found.files))
    yield many(
        "The file is about {sizes}.", "{n} files of about {sizes}.", len(found.files)
    ).format(n=len(found.files), sizes=sizes_now)
    if found.most is None:
        yield _("There is no limit.")
        return
    limit = _("One file may have {most}.").format(most=_size(found.most))
    if found.fits:
        yield limit + " " + _("It fits.")
        return
    yield limit + " " + _("That is too large. What would help:")
    for step in found.lighter:
        words = _("--pictures {step}: about {size}, which fits")
        if not step.fits:
            words = _("--pictures {step}: about {size}, still too large")
        yield "  " + words.format(step=step.pictures.value, size=_size(step.bytes))
    for one in found.heaviest:
        words = _("--leave {number}: “{title}” takes about {size}")
        yield "  " + words.format(
            number=one.record.id, title=one.record.title, size=_size(one.bytes)
        )
    if len(found.volumes) > 1:
        words = _("--volumes by_size: {n} files of about {sizes}")
        each = ", ".join(map(_size, found.volumes))
        yield "  " + words.format(n=len(found.volumes), sizes=each)


def _size(size: int) -> str:
    return _("{n} MB").format(n=f"{size / MEGABYTE:.2f}")
