"""Put a case away, say who holds copies, remove a case."""

from argparse import Namespace
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime

from app.cli.output import Voice
from app.cli.secrets import open_case
from app.cli.typed import typed_date
from app.dossier.archive import make_archive
from app.dossier.plan import Paper
from app.dossier.prints.printing import save_print
from app.dossier.prints.receipt import removal_words
from app.dossier.prints.sharing_report import sharing_report, sharing_table
from app.dossier.removal import removal_of
from app.model.journey.decision import Stage
from app.model.journey.sharing import Shared, copy_words, route_name, shared_in
from app.model.partial_date import day
from app.phrases import _


def archive(args: Namespace, voice: Voice) -> int:
    """Put the whole case into a ZIP or a folder."""
    today = date.today()
    with closing(open_case(args)) as case:
        if args.close:
            with case.change(_("Close the case")):
                header = replace(case.journey.header(), stage=Stage.CLOSED, closed_on=day(today))
                case.journey.save_header(header)
        made = make_archive(
            case,
            args.target,
            voice.progress(),
            made=today,
            handing_over=args.handing_over,
            unlocked=args.unlocked,
        )
    values: dict[str, object] = {
        "archive": str(args.target),
        "originals": made.originals,
        "locked": made.locked,
        "files": [
            {"name": one.name, "sha256": one.sha256, "bytes": one.bytes} for one in made.files
        ],
    }
    lines = [_("Made {path}").format(path=args.target)]
    if made.locked:
        lines.append(_("It asks for the password of the case. Everything is inside the case file."))
    voice.result(values, lines)
    return 0


def sharing(args: Namespace, voice: Voice) -> int:
    """Say who holds which copy."""
    since, until = typed_date(args.since).earliest, typed_date(args.until).latest
    with closing(open_case(args)) as case:
        shared = shared_in(case.sharing.all(), case.builds.all(), since, until)
        patient = case.people.patient()
    if args.pdf:
        data = sharing_report(
            shared,
            patient,
            made=date.today(),
            since=since,
            until=until,
            paper=Paper[args.paper.upper()],
        )
        save_print(data, args.pdf)
    if args.csv:
        save_print(sharing_table(shared), args.csv)
    lines = [_line(one) for one in shared]
    voice.result(
        {"shared": [_json(one) for one in shared]}, lines or [_("No copy is noted as sent.")]
    )
    return 0


def erase(args: Namespace, voice: Voice) -> int:
    """Remove a case, once its name was typed and a receipt is saved."""
    with closing(open_case(args)) as case:
        removal = removal_of(case, args.name, args.receipt, made=datetime.now().astimezone())
    gone = removal.carry_out()
    voice.result(
        {"removed": [str(one) for one in gone], "receipt": str(args.receipt)},
        [removal_words(), _("Made {path}").format(path=args.receipt)],
    )
    return 0


def _json(one: Shared) -> dict[str, object]:
    sent = one.sending
    return {
        "to": sent.recipient,
        "on": sent.sent_on.stored(),
        "route": sent.route.value,
        "build": sent.build,
        "copy": copy_words(one),
        "received_on": sent.received_on.stored(),
        "received_by": sent.received_by,
    }


def _line(one: Shared) -> str:
    sent = one.sending
    when = sent.sent_on.shown() if sent.sent_on.known else _("no date")
    return f"{sent.recipient}  {when}  {copy_words(one)}  ({route_name(sent.route)})"
