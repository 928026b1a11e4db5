"""The first administrator of an installation, and a new sign-in link for whoever administers it."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, validate_email
from django.db import transaction
from django.utils import timezone

from saksama.language.messages import _
from saksama.web.organisations.models import Government, Person, Role, RoleKind
from saksama.web.organisations.signing_in import make_link

_LONGEST_NAME, _LONGEST_ADDRESS = 200, 254


class RefusedAdministratorError(Exception):
    """What was asked cannot be; its text says why and what to write."""


def administrator_link(email: str, *, name: str | None, government: str | None) -> tuple[Role, str]:
    """The role of the administrator with that address, made where it is missing, and the token of a sign-in link.

    The first government is made, too. Raises `RefusedAdministratorError`.
    """
    name, government = _stated("--name", name), _stated("--government", government)
    try:
        validate_email(email)
        MaxLengthValidator(_LONGEST_ADDRESS)(email)
    except ValidationError:
        raise RefusedAdministratorError(
            _("{email} bukan alamat surel. Contoh: nama@kota.go.id").format(email=email)
        ) from None
    with transaction.atomic():
        found = Role.objects.filter(person__email=email.lower(), agency=None, kind=RoleKind.ADMINISTRATOR)
        if government:
            found = found.filter(government__name=government)
        role = found.select_related("person", "government").first() or _role(email, name, government)
        Person.objects.filter(pk=role.person_id).update(is_active=True)
        return role, make_link(role.person, timezone.now())


def _stated(option: str, text: str | None) -> str | None:
    if text is None:
        return None
    text = text.strip()
    if not text.isprintable() or not 0 < len(text) <= _LONGEST_NAME:
        raise RefusedAdministratorError(
            _("{option}: tulis namanya dalam 1 sampai {most} huruf.").format(option=option, most=_LONGEST_NAME)
        )
    return text


def _role(email: str, name: str | None, government: str | None) -> Role:
    person = Person.objects.filter(email=email.lower()).first()
    if person is None and not name:
        raise RefusedAdministratorError(
            _('{email} belum mempunyai akun. Sebut namanya: --name "Nama Lengkap"').format(email=email)
        )
    place = _government(government)
    person = person or Person.objects.create_user(email, name or "")
    return Role.objects.create(person=person, government=place, kind=RoleKind.ADMINISTRATOR)


def _government(name: str | None) -> Government:
    """The government of that name, or the only one; the first is made."""
    known = list(Government.objects.order_by("name"))
    if not known:
        if not name:
            raise RefusedAdministratorError(
                _('Sebut pemerintah daerah atau instansinya: --government "Pemerintah Kota Contoh"')
            )
        return Government.objects.create(name=name)
    chosen = [one for one in known if name in (None, one.name)]
    if len(chosen) != 1:
        raise RefusedAdministratorError(
            _("--government harus salah satu yang sudah ada: {known}").format(
                known="; ".join(one.name for one in known)
            )
        )
    return chosen[0]
