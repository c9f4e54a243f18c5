"""Neutral starting points for the profile of a recipient."""

import tomllib
from dataclasses import dataclass
from functools import cache

from app.content.table import ContentFault
from app.model.recipient_profile import Wishes
from app.model.values import from_text
from app.resources import resource

FILE = "presets.toml"


@dataclass(frozen=True, slots=True)
class Preset:
    """A starting point: its code, what it is called, what to know, and what it wishes."""

    id: str
    label: str
    says: str
    wishes: Wishes


@cache
def load_presets() -> tuple[Preset, ...]:
    """Give the presets in the order of the file. Raises ContentFault for a file that is wrong."""
    with resource(f"content/{FILE}").open("rb") as file:
        read = tomllib.load(file)
    return tuple(_preset(index, one) for index, one in enumerate(read["preset"]))


def preset(code: str) -> Preset:
    """Give one preset; raises KeyError where there is none."""
    for one in load_presets():
        if one.id == code:
            return one
    raise KeyError(code)


def _preset(index: int, raw: dict[str, object]) -> Preset:
    wishes = raw.get("wishes")
    texts = [raw.get(name) for name in ("id", "label", "says")]
    if not isinstance(wishes, dict) or not all(isinstance(text, str) for text in texts):
        raise ContentFault(FILE, f"preset[{index}]", "lacks id, label, says or wishes")
    code, label, says = map(str, texts)
    values = {name: _written(value) for name, value in wishes.items()}
    try:
        return Preset(code, label, says, from_text(Wishes, values, strict=True))
    except ValueError as problem:
        raise ContentFault(FILE, f"preset[{index}].wishes", str(problem)) from problem


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
