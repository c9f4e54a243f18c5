"""A click tells whether the button is down now; nobody may take that for something else."""

import ast
from pathlib import Path

import ui

TELLS_A_BOOL = {"clicked", "triggered"}


def connections():
    """Every `….clicked.connect(…)` of the window: where it stands, its target, and its class."""
    for path in sorted(Path(ui.__file__).parent.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for kind in (one for one in ast.walk(tree) if isinstance(one, ast.ClassDef)):
            for call in ast.walk(kind):
                told = getattr(getattr(call, "func", None), "value", None)
                if (
                    isinstance(call, ast.Call)
                    and getattr(call.func, "attr", "") == "connect"
                    and getattr(told, "attr", "") in TELLS_A_BOOL
                ):
                    yield f"{path.name}:{call.lineno}", call.args[0], kind


def method(kind, target):
    named = target.attr if isinstance(target, ast.Attribute) else ""
    found = (one for one in kind.body if isinstance(one, ast.FunctionDef))
    return next((one for one in found if one.name == named), None)


def test_no_click_fills_an_argument_that_was_left_open():
    every = list(connections())
    assert len(every) > 50
    for where, target, _kind in every:
        # What a partial gets besides its own arguments differs from version to version.
        assert getattr(getattr(target, "func", None), "id", "") != "partial", where


def test_no_click_lands_in_an_argument_with_a_usual_value():
    for where, target, kind in connections():
        found = method(kind, target)
        if found is not None and not found.args.vararg:
            usual = [*found.args.defaults, *(one for one in found.args.kw_defaults if one)]
            assert not usual, where
