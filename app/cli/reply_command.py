"""Make the reply to the first doctor."""

from argparse import Namespace
from contextlib import closing
from datetime import date

from app.cli.output import Voice
from app.cli.secrets import open_case
from app.dossier.plan import Paper
from app.dossier.reply_pack import ReplyWishes, make_reply_pack, reply_plan
from app.phrases import _


def reply(args: Namespace, voice: Voice) -> int:
    """Make one PDF of letter, comparison and the pages of the report."""
    wishes = ReplyWishes(args.opinion, args.decision)
    with closing(open_case(args)) as case:
        plan = reply_plan(case, wishes, made=date.today(), paper=Paper[args.paper.upper()])
        made = make_reply_pack(plan, case, args.target, voice.progress())
    voice.result(
        {"pdf": str(args.target), "pages": made.bound.pages, "sha256": made.bound.sha256},
        [_("Made {path}").format(path=args.target)],
    )
    return 0
