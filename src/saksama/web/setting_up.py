"""Bringing an installation to a state in which it can be served."""

from collections.abc import Iterator
from io import StringIO

from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.urls import reverse
from django.utils import timezone

from saksama.language.messages import _
from saksama.web.organisations.models import Person, Role
from saksama.web.organisations.signing_in import make_link
from saksama.web.sample_city import load_sample_city


class UnreachableDatabaseError(Exception):
    """The database does not answer; its text says which and why."""


def bring_up_to_date() -> None:
    """Give the database the shape of this version. Raises `UnreachableDatabaseError`."""
    try:
        connection.ensure_connection()
    except OperationalError as error:
        raise UnreachableDatabaseError(str(error).strip()) from error
    call_command("migrate", verbosity=0, interactive=False)


def prepare(*, address: str, with_sample: bool) -> Iterator[str]:
    """Bring database and static files up to date, and with `with_sample` load the sample city. Yields what was done."""
    bring_up_to_date()
    call_command("collectstatic", verbosity=0, interactive=False, stdout=StringIO())
    if with_sample and not Person.objects.exists():
        yield _("Memuat kota contoh …")
        load_sample_city(timezone.localdate())
    if not Person.objects.exists():
        yield _("Belum ada seorang pun di sini. Di jendela terminal lain, buatlah administrator yang pertama:")
        yield (
            f'  saksama administrator nama@kota.go.id --name "Nama Lengkap" --government "Pemerintah Kota Contoh" '
            f'--data "{settings.DATA_FOLDER}"'
        )
    if with_sample:
        yield _("Tautan masuk, satu kali pakai, berlaku 24 jam:")
        for role in Role.objects.select_related("person", "agency", "government").order_by("id"):
            token = make_link(role.person, timezone.now())
            yield f"  {role}: {address}{reverse('open-link', args=[token])}"
