"""Every kind of hostile PDF known to us, made from nothing and only when asked for."""

from tests.hostile import actions, bombs, damaged, hidden, locked, trees
from tests.hostile.kind import HostileKind

HOSTILE: tuple[HostileKind, ...] = (
    *damaged.KINDS,
    *trees.KINDS,
    *bombs.KINDS,
    *actions.KINDS,
    *hidden.KINDS,
    *locked.KINDS,
)
