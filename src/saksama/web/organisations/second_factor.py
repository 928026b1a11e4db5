"""The second factor: codes that an application on a telephone makes, a new one each half minute (RFC 6238)."""

import secrets
from base64 import b32encode
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import transaction
from django.db.models import Case, DateTimeField, F, Q, Value, When
from django.utils.crypto import salted_hmac
from django.utils.formats import date_format
from django.utils.timezone import localtime
from pyotp import TOTP
from pyotp.exceptions import OTPVerificationError

from saksama.language.messages import _
from saksama.web.organisations.access import roles_of
from saksama.web.organisations.models import Person, RecoveryCode, SecondFactor

MOST_ATTEMPTS = 5
LOCK = timedelta(minutes=15)
RECOVERY_CODES = 10
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_STEPS_ASIDE = 1
"""Codes before and after that of now which count too: clocks differ, and typing takes time."""


class RefusedCodeError(Exception):
    """A code that does not count; its text says why."""


def is_required(person: Person) -> bool:
    """Whether one of the person's roles needs a second factor in its government."""
    return any(role.kind in role.government.second_factor_roles for role in roles_of(person))


def factor_of(person: Person) -> SecondFactor | None:
    """The person's second factor; `None` where it is not switched on. 1 query."""
    return SecondFactor.objects.filter(person=person).first()


def new_seed() -> str:
    """What a new key follows from."""
    return secrets.token_hex(20)


def key_of(seed: str) -> str:
    """The key that the application is given, in base32: of the seed and the installation's secret, 160 bits."""
    return b32encode(salted_hmac("saksama.second-factor", seed, algorithm="sha256").digest()[:20]).decode()


def address_of(key: str, person: Person, place: str) -> str:
    """What the picture of the key says to the application; `place` is the installation's name on the network."""
    return TOTP(key).provisioning_uri(name=person.email, issuer_name=f"Saksama {place}")


def matching_step(key: str, code: str, at: datetime) -> int | None:
    """The half minute, near to that of `at`, whose code it is; `None` where it is none."""
    if not (code.isascii() and code.isdigit()):
        return None
    try:
        return TOTP(key).verify_and_get_timecode(code, for_time=at, valid_window=_STEPS_ASIDE)
    except OTPVerificationError:
        return None


def first_step(seed: str, code: str, now: datetime) -> int:
    """The half minute of a new application's first code. Raises `RefusedCodeError` where it does not have the key."""
    step = matching_step(key_of(seed), code, now)
    if step is None:
        raise RefusedCodeError(_("Kode tidak cocok. Tulis 6 angka yang sedang tampil; periksa juga jam ponsel Anda."))
    return step


def switch_on(person: Person, seed: str, code: str, now: datetime, *, replaces: bool = False) -> tuple[str, ...]:
    """Let the factor count, as its first code shows that the application has the key. Gives the recovery codes.

    `replaces`: it takes the place of one that is there, which is refused otherwise. Raises `RefusedCodeError`.
    """
    step = first_step(seed, code, now)
    values = {"seed": seed, "since": now, "last_step": step, "attempts": 0, "locked_until": None}
    with transaction.atomic():
        if replaces:
            factor, _is_new = SecondFactor.objects.update_or_create(person=person, defaults=values)
        else:
            factor, is_new = SecondFactor.objects.get_or_create(person=person, defaults=values)
            if not is_new:
                raise RefusedCodeError(_("Langkah kedua sudah dipasang di tempat lain. Muat ulang halaman."))
        return new_recovery_codes(factor)


def new_recovery_codes(factor: SecondFactor) -> tuple[str, ...]:
    """Ten new codes in place of the old ones; they are kept nowhere but with the person."""
    codes = tuple("".join(secrets.choice(_LETTERS) for _place in range(16)) for _code in range(RECOVERY_CODES))
    with transaction.atomic():
        factor.recovery_codes.all().delete()
        RecoveryCode.objects.bulk_create(RecoveryCode(factor=factor, digest=_digest(code)) for code in codes)
    return tuple("-".join(code[start : start + 4] for start in range(0, 16, 4)) for code in codes)


def spend_code(person: Person, typed: str, now: datetime) -> None:
    """Take a code of the application, or a recovery code; it counts once. Raises `RefusedCodeError`."""
    mine = SecondFactor.objects.filter(person=person)
    # Counted before it is looked at, in one statement, so that nobody tries many at once.
    counted = mine.filter(Q(locked_until=None) | Q(locked_until__lte=now)).update(
        attempts=Case(When(attempts__gte=MOST_ATTEMPTS, then=1), default=F("attempts") + 1),
        locked_until=Case(
            When(attempts=MOST_ATTEMPTS - 1, then=Value(now + LOCK, output_field=DateTimeField())), default=None
        ),
    )
    factor = mine.first()
    if factor is None:
        raise RefusedCodeError(_("Langkah kedua Anda sudah dimatikan. Masuklah lagi."))
    if not counted:
        raise RefusedCodeError(_locked(factor))
    code = "".join(typed.split()).replace("-", "").upper()
    step = matching_step(key_of(factor.seed), code, now)
    if step is not None:
        # One statement, so that of two who send the same code only one gets in.
        if mine.filter(last_step__lt=step).update(last_step=step, attempts=0, locked_until=None):
            return
        raise RefusedCodeError(_("Kode ini sudah dipakai. Tunggu kode berikutnya, paling lama 30 detik."))
    if factor.recovery_codes.filter(digest=_digest(code), used_at=None).update(used_at=now):
        mine.update(attempts=0, locked_until=None)
        return
    if factor.locked_until:
        raise RefusedCodeError(_locked(factor))
    raise RefusedCodeError(
        _("Kode tidak cocok. Sisa percobaan: {count}.").format(count=MOST_ATTEMPTS - factor.attempts)
    )


def _locked(factor: SecondFactor) -> str:
    return _("Terlalu banyak kode yang salah. Cobalah lagi sesudah pukul {time}.").format(
        time=date_format(localtime(factor.locked_until), "H.i")
    )


def _digest(code: str) -> str:
    return sha256(code.encode("utf-8", "replace")).hexdigest()
