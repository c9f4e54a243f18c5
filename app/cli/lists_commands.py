"""Write own lists into a file, or take them from one."""

from argparse import Namespace
from collections.abc import Iterable
from contextlib import closing

from app.case.own_lists import take_in
from app.cli.output import Voice
from app.cli.secrets import open_case
from app.dossier.own_lists import coming_in, going_out, open_lists, save_lists
from app.errors import NotUnderstood
from app.model.own_lists import ListKind, Unfit, language_checked
from app.model.own_lists_offer import Offer, chosen
from app.model.values import to_text
from app.phrases import _, spoken


def export(args: Namespace, voice: Voice) -> int:
    """Write the entries into a file, or only say which."""
    if args.output is None and not args.dry_run:
        raise NotUnderstood(_("Say where the file should be with -o, or use --dry-run."))
    language = _language(args)
    with closing(open_case(args)) as case:
        offers = going_out(case)
    keys = _keys(args, offers)
    lists = chosen(offers, keys, language)
    if not args.dry_run:
        if not lists.count:
            raise NotUnderstood(_("There is nothing to put into the file."))
        save_lists(lists, args.output)
    values = _values(offers, keys) | {"file": None if args.dry_run else str(args.output)}
    made = [] if args.dry_run else [_("Made {path}").format(path=args.output)]
    voice.result(values, [*_lines(offers, keys), *made])
    return 0


def take(args: Namespace, voice: Voice) -> int:
    """Take the entries of a file into the case, or only say which."""
    lists = open_lists(args.file)
    with closing(open_case(args)) as case:
        offers = coming_in(lists, case)
        keys = _keys(args, offers)
        if not args.dry_run:
            take_in(case, chosen(offers, keys, lists.language))
    values = _values(offers, keys) | {"language": lists.language, "dry_run": args.dry_run}
    voice.result(values, _lines(offers, keys))
    return 0


def _language(args: Namespace) -> str:
    try:
        return language_checked(args.language or spoken())
    except Unfit as fault:
        raise NotUnderstood(f"{fault.why[:1].upper()}{fault.why[1:]}.") from fault


def _keys(args: Namespace, offers: Iterable[Offer]) -> frozenset[str]:
    """Give the entries that go along. Raises NotUnderstood for one that is not there."""
    every = {one.key: one for one in offers}
    for key in (*args.also, *args.without):
        if key not in every:
            raise NotUnderstood(_("There is no entry “{key}”.").format(key=key))
    for key in args.also:
        if not every[key].fits:
            raise NotUnderstood(f"{key}: {every[key].remarks[0]}")
    kinds = _kinds(args.only)
    usual = {one.key for one in every.values() if one.ticked and one.kind in kinds}
    return frozenset((usual | set(args.also)) - set(args.without))


def _kinds(only: str | None) -> tuple[ListKind, ...]:
    if only is None:
        return tuple(ListKind)
    names = [name.strip() for name in only.split(",")]
    for name in names:
        if name not in list(ListKind):
            words = _("There is no list “{name}”. The lists are: {known}.")
            raise NotUnderstood(words.format(name=name, known=", ".join(ListKind)))
    return tuple(map(ListKind, names))


def _values(offers: Iterable[Offer], keys: frozenset[str]) -> dict[str, object]:
    return {
        "entries": [
            {
                "entry": one.key,
                "words": one.words,
                "along": one.key in keys,
                "remarks": list(one.remarks),
                **({} if isinstance(one.value, str) else {"wishes": to_text(one.value.wishes)}),
            }
            for one in offers
        ]
    }


def _lines(offers: Iterable[Offer], keys: frozenset[str]) -> Iterable[str]:
    for one in offers:
        yield f"{'*' if one.key in keys else ' '} {one.key}  {one.words}"
        if not isinstance(one.value, str):
            for name, value in to_text(one.value.wishes).items():
                yield f"     {name}: {value}"
        yield from (f"     ({remark})" for remark in one.remarks)
