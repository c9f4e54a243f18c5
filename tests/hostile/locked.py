"""PDFs under every kind of lock that is still met."""

import io
from functools import partial

import pikepdf

from tests.hostile.kind import HostileKind
from tests.hostile.writer import printed

UNICODE = "пароль-ключ"


def locked(owner: str, user: str, revision: int, *, aes: bool) -> bytes:
    """Lock three pages with the standard handler's `revision` (ISO 32000-2, 7.6.4)."""
    out = io.BytesIO()
    lock = pikepdf.Encryption(owner=owner, user=user, R=revision, aes=aes, metadata=revision >= 4)
    with pikepdf.open(io.BytesIO(printed(count=3))) as pdf:
        pdf.save(out, encryption=lock)
    return out.getvalue()


def kind(name: str, user: str, revision: int, *, aes: bool, owner: str = "owner") -> HostileKind:
    make = partial(locked, owner, user, revision, aes=aes)
    return HostileKind(name, "encrypted", make, pages=3, password=user)


KINDS = (
    kind("enc_owner_only_aes256_r6", "", 6, aes=True),
    kind("enc_user_aes256_r6", "secret", 6, aes=True),
    kind("enc_user_aes128_r4", "secret", 4, aes=True),
    kind("enc_user_rc4_128_r3", "secret", 3, aes=False),
    kind("enc_user_rc4_40_r2", "secret", 2, aes=False),
    kind("enc_owner_only_rc4_128", "", 3, aes=False),
    kind("enc_unicode_password_r6", UNICODE, 6, aes=True, owner="пароль"),
)
