"""The texts of the sample, kept in resources/sample so that they can be mended without code."""

import tomllib
from typing import Any

from app.resources import resource

MARK = "Synthetic record. Nobody in it is real."
"""Stands in small print on every page of every paper."""


def texts(name: str) -> dict[str, Any]:
    """Read one file of the sample's texts.

    Raises FileNotFoundError or tomllib.TOMLDecodeError: the build is broken.
    """
    return tomllib.loads(resource(f"sample/{name}.toml").read_text(encoding="utf-8"))
