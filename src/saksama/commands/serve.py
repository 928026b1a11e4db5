"""`saksama serve`: the web application with its database, its worker for long jobs, and its static files."""

import os
import socket
import sys
from pathlib import Path

from saksama.commands.console import say
from saksama.commands.django_setup import port_of_environment, set_up_django
from saksama.commands.failure import Failure
from saksama.commands.kept_worker import kept_worker
from saksama.commands.served_port import USUAL, keep_port
from saksama.language.messages import _


def serve(host: str, port: int | None, *, folder: Path | None, with_sample: bool, processes: int) -> int:
    """Prepare the database and serve until stopped. Raises `Failure` where the settings cannot work."""
    port = (port_of_environment() or USUAL) if port is None else port
    _refuse_taken(host, port)
    set_up_django(folder)
    from django.conf import settings
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from saksama.web.setting_up import UnreachableDatabaseError, prepare

    try:
        for line in prepare(address=f"http://{host}:{port}", with_sample=with_sample):
            say(line)
    except UnreachableDatabaseError as error:
        raise Failure(_("Basis data tidak menjawab: {reason}").format(reason=error)) from error
    keep_port(settings.DATA_FOLDER, port)
    say(_("Saksama berjalan di http://{host}:{port} – hentikan dengan Ctrl+C.").format(host=host, port=port))
    sys.stdout.flush()
    with kept_worker():
        Granian(
            "saksama.web.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=processes,
            blocking_threads=4,
            log_level=LogLevels.warning,
            respawn_failed_workers=True,
        ).serve()
    return 0


def _refuse_taken(host: str, port: int) -> None:
    """Raise `Failure` where something answers there: granian would share the port with it, each on its own database."""
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as error:
        code = error.errno or 0
        raise Failure(
            _("{host}:{port} tidak dapat dipakai ({reason}). Hentikan yang memakainya, atau pilih --port lain.").format(
                host=host, port=port, reason=os.strerror(code) if code > 0 else error
            )
        ) from error
