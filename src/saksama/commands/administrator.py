"""`saksama administrator`: who administers the web application signs in with the link that is printed."""

from pathlib import Path

from saksama.commands.console import say
from saksama.commands.django_setup import port_of_environment, set_up_django
from saksama.commands.failure import Failure
from saksama.commands.served_port import kept_port
from saksama.language.messages import _


def administrator(
    email: str, *, name: str | None, government: str | None, folder: Path | None, removes_factor: bool = False
) -> int:
    """Make the administrator where there is none of that address, and print a one-time link. Raises `Failure`."""
    port = port_of_environment()
    set_up_django(folder)
    from django.conf import settings
    from django.urls import reverse

    from saksama.web.administration.factor_history import remove_factor_of
    from saksama.web.organisations.administrators import RefusedAdministratorError, administrator_link
    from saksama.web.setting_up import UnreachableDatabaseError, bring_up_to_date

    try:
        bring_up_to_date()
        role, token = administrator_link(email, name=name, government=government)
    except UnreachableDatabaseError as error:
        raise Failure(_("Basis data tidak menjawab: {reason}").format(reason=error)) from error
    except RefusedAdministratorError as error:
        raise Failure(str(error)) from error
    port = port or kept_port(settings.DATA_FOLDER)
    address = settings.ADDRESS or f"http://{settings.ALLOWED_HOSTS[0]}:{port}"
    say(f"{role.person.name} – {role}")
    if removes_factor and remove_factor_of(role.person, by=None):
        say(_("Langkah kedua dihapus."))
    say(_("Tautan masuk, satu kali pakai, berlaku 24 jam:"))
    say(f"  {address}{reverse('open-link', args=[token])}")
    return 0
