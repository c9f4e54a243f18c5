"""Where the files in resources/ are, in a checkout, a wheel or a bundle."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "resources"


def resource(name: str) -> Path:
    """Return the path of a resource that must exist.

    Raises FileNotFoundError: the build is incomplete, which is a bug.
    """
    path = ROOT / name
    if not path.exists():
        raise FileNotFoundError(f"resource missing from this build: {name}")
    return path
