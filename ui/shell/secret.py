"""Whether a typed password is the one that the case was opened with."""

import hashlib
import hmac
import secrets

_WORK = {"n": 1 << 14, "r": 8, "p": 1}  # some 50 ms for each try


class Secret:
    """Keeps no password: only what is needed to know it again while the window is open."""

    def __init__(self, password: str) -> None:
        self._salt = secrets.token_bytes(16)
        self._mark = self._made_of(password) if password else None

    @property
    def needed(self) -> bool:
        """Whether the case has a password at all."""
        return self._mark is not None

    def fits(self, typed: str) -> bool:
        """Tell whether `typed` is the password; anything fits a case without one."""
        return self._mark is None or hmac.compare_digest(self._mark, self._made_of(typed))

    def _made_of(self, password: str) -> bytes:
        return hashlib.scrypt(password.encode(), salt=self._salt, dklen=32, **_WORK)
