"""What an installation is told: its settings, for the commands that need its database, and its port."""

import os
from pathlib import Path

from saksama.commands.failure import Failure
from saksama.language.messages import _


def set_up_django(folder: Path | None) -> None:
    """Read the settings; everything that is made from now on is its owner's alone. Raises `Failure`."""
    os.umask(0o077)
    if folder is not None:
        os.environ["SAKSAMA_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "saksama.web.settings"
    try:
        import django
        import granian  # noqa: F401 - whoever lacks it lacks the rest, too
    except ModuleNotFoundError as error:
        raise Failure(
            _("Aplikasi web belum terpasang ({missing} tidak ada). Pasang dengan: pip install 'saksama[web]'").format(
                missing=error.name
            )
        ) from error
    from saksama.web.environment import UnusableEnvironmentError

    try:
        django.setup()
    except UnusableEnvironmentError as error:
        raise Failure(str(error)) from error


def port_of_environment() -> int | None:
    """The port of the variable PORT; `None` where it is not set. Raises `Failure`."""
    text = os.environ.get("PORT", "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise Failure(_("PORT={found} bukan nomor porta. Contoh: PORT=8000").format(found=text))
    return int(text)
