"""What the installation is told by its environment, checked at the start, every problem at once."""

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit
from zoneinfo import ZoneInfo

from saksama.language.messages import _

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # NORMAL may lose the last transactions when the power fails; what is signed must not, so FULL.
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
    "PRAGMA mmap_size=134217728;PRAGMA cache_size=-20000;PRAGMA temp_store=MEMORY;",
}


class UnusableEnvironmentError(Exception):
    """Settings that cannot work; its text names each variable, what was found and what to write."""


@dataclass(frozen=True, slots=True)
class Environment:
    """The installation: its folder, its database, its own names on the network, and where its mail goes."""

    folder: Path
    database: dict[str, Any]
    hosts: tuple[str, ...]
    secret: str = field(repr=False)
    mail: dict[str, Any] = field(repr=False)
    is_https: bool = False
    time_zone: str = "Asia/Jakarta"


def read_environment(environment: Mapping[str, str] = os.environ) -> Environment:
    """The settings of the installation. Raises `UnusableEnvironmentError`.

    SAKSAMA_DATA is the folder of files and of the SQLite database, DATABASE_URL another database,
    SAKSAMA_HOSTS the names under which it is reached, SAKSAMA_MAIL an SMTP server, SAKSAMA_HTTPS=1 behind TLS,
    SAKSAMA_TIME_ZONE the zone of its dates and times.
    """
    problems: list[str] = []
    folder = Path(environment.get("SAKSAMA_DATA") or "data").expanduser().resolve()
    database = _database(environment.get("DATABASE_URL", ""), folder, problems)
    mail = _mail(environment.get("SAKSAMA_MAIL", ""), folder, problems)
    time_zone = _time_zone(environment.get("SAKSAMA_TIME_ZONE") or "Asia/Jakarta", problems)
    hosts = tuple(name.strip() for name in environment.get("SAKSAMA_HOSTS", "").split(",") if name.strip())
    if any("*" in name or name.startswith(".") for name in hosts):
        problems.append(
            _("SAKSAMA_HOSTS={found}: sebut tiap nama lengkapnya, tanpa tanda bintang atau titik di depan.").format(
                found=",".join(hosts)
            )
        )
    try:
        secret = environment.get("SAKSAMA_SECRET") or _kept_secret(folder)
    except OSError as error:
        secret = ""
        problems.append(
            _("SAKSAMA_DATA={folder}: folder ini tidak dapat ditulisi ({reason}). Pilih folder lain.").format(
                folder=folder, reason=error.strerror or error
            )
        )
    if problems:
        raise UnusableEnvironmentError("\n".join(problems))
    return Environment(
        folder=folder,
        database=database,
        hosts=hosts or ("localhost", "127.0.0.1", "[::1]"),
        secret=secret,
        mail=mail,
        is_https=environment.get("SAKSAMA_HTTPS") == "1",
        time_zone=time_zone,
    )


def _database(address: str, folder: Path, problems: list[str]) -> dict[str, Any]:
    parts, port = _parts(address)
    if not address or parts.scheme == "sqlite":
        name = unquote(parts.path) if parts.path.strip("/") else str(folder / "saksama.sqlite3")
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "OPTIONS": SQLITE_OPTIONS}
    name = unquote(parts.path).strip("/")
    if parts.scheme not in ("postgres", "postgresql") or not name:
        problems.append(
            _(
                "DATABASE_URL={found}: bukan alamat basis data. Contoh: postgresql://nama:sandi@server:5432/saksama"
            ).format(found=_without_password(address))
        )
        return {}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def _mail(address: str, folder: Path, problems: list[str]) -> dict[str, Any]:
    if not address:
        return {"EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend", "EMAIL_FILE_PATH": folder / "mail"}
    parts, port = _parts(address)
    user = unquote(parts.username or "")
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        problems.append(
            _(
                "SAKSAMA_MAIL={found}: bukan alamat server surat. Contoh: smtps://nama:sandi@surat.kota.go.id:465"
            ).format(found=_without_password(address))
        )
        return {}
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port or (465 if parts.scheme == "smtps" else 587),
        "DEFAULT_FROM_EMAIL": f"Saksama <{user if '@' in user else f'saksama@{parts.hostname}'}>",
        "EMAIL_HOST_USER": user,
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp",
        "EMAIL_TIMEOUT": 20,
    }


def _parts(address: str) -> tuple[SplitResult, int | None]:
    """The parts of an address and its port; without any part where it is none, such as one whose port is a word."""
    try:
        parts = urlsplit(address)
        return parts, parts.port
    except ValueError:
        return SplitResult("", "", "", "", ""), None


def _without_password(address: str) -> str:
    """An address that may be shown: whoever's it is stands before the last @."""
    return re.sub(r"//.*@", "//", address)


def _time_zone(name: str, problems: list[str]) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):  # unknown, a folder of zones, or no name at all
        problems.append(
            _(
                "SAKSAMA_TIME_ZONE={found}: bukan zona waktu. Contoh: Asia/Jakarta (WIB), Asia/Makassar (WITA), "
                "Asia/Jayapura (WIT)"
            ).format(found=name)
        )
    return name


def _kept_secret(folder: Path) -> str:
    """The secret of this installation: made at its first start, readable by its owner only."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / "secret"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(50))
    return path.read_text(encoding="ascii")
