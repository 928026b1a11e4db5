"""The first administrator of an installation, and a new sign-in link for whoever administers it."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models, transaction
from django.utils import timezone

from saksama.language.messages import _
from saksama.web.organisations.models import Government, Person, Role, RoleKind
from saksama.web.organisations.signing_in import make_link


class RefusedAdministratorError(Exception):
    """What was asked cannot be; its text says why and what to write."""


def administrator_link(email: str, *, name: str | None, government: str | None) -> tuple[Role, str]:
    """The role of the administrator with that address, made where it is missing, and the token of a sign-in link.

    The first government is made, too. Raises `RefusedAdministratorError`.
    """
    try:
        validate_email(email)
    except ValidationError:
        raise RefusedAdministratorError(
            _("{email} bukan alamat surel. Contoh: nama@kota.go.id").format(email=email)
        ) from None
    _check(_("Alamat surel"), email, Person._meta.get_field("email"))
    _check("--name", name or "", Person._meta.get_field("name"))
    _check("--government", government or "", Government._meta.get_field("name"))
    with transaction.atomic():
        found = Role.objects.filter(person__email=email.lower(), agency=None, kind=RoleKind.ADMINISTRATOR)
        if government:
            found = found.filter(government__name=government)
        role = found.select_related("person", "government").first() or _role(email, name, government)
        Person.objects.filter(pk=role.person_id).update(is_active=True)
        return role, make_link(role.person, timezone.now())


def _check(what: str, text: str, field: "models.Field[str, str]") -> None:
    """Raises `RefusedAdministratorError` where the column does not hold the text; PostgreSQL itself gives an error."""
    most = field.max_length or 0
    if len(text) > most or not text.isprintable():
        told = _("{what} tidak dapat disimpan: paling banyak {most} huruf dalam satu baris, sedangkan ini {count}.")
        raise RefusedAdministratorError(told.format(what=what, most=most, count=len(text)))


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
