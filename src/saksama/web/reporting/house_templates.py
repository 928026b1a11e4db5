"""The template of a government: read from an upload, kept as it was read, in force until another or none follows."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from saksama.compose.house_template import USUAL, HouseTemplate
from saksama.language.messages import current_language
from saksama.web.measurement.import_reading import RefusedImportError, printed
from saksama.web.organisations.models import Government, Person
from saksama.web.reporting.models import GovernmentTemplate
from saksama.web.reporting.template_child import SECONDS
from saksama.web.reporting.template_json import template_from
from saksama.web.stored_files import store_upload
from saksama.web.workflow.recording import record_change

SUFFIXES = (".toml", ".txt")
LOGO_SUFFIXES = (".png", ".jpg", ".jpeg")
LARGEST = 2**20
LARGEST_LOGO = 5 * 2**20
_DEADLINE = SECONDS + 10


@dataclass(frozen=True, slots=True)
class Upload:
    """What was read of an upload: what it lays down, `None` where something is wrong with it, and what is wrong."""

    title: str
    name: str
    logo_title: str
    logo_name: str
    content: dict[str, Any] | None
    problems: tuple[str, ...]


def template_in_force(government: int) -> GovernmentTemplate | None:
    """The template of the government with this number. 1 query."""
    last = GovernmentTemplate.objects.filter(government=government).select_related("person").order_by("-pk").first()
    return last if last and last.content is not None else None


def template_of(row: GovernmentTemplate | None) -> HouseTemplate:
    """What a template lays down; the usual where there is none."""
    if row is None or row.content is None:
        return USUAL
    logo = b""
    if row.content.get("logo"):
        with default_storage.open(row.logo_name) as kept:
            logo = kept.read()
    return template_from(row.content, logo)


def read_upload(file: UploadedFile[bytes], logo: UploadedFile[bytes] | None) -> Upload:
    """Keep the files and read them, in a process of its own. Raises `RefusedUploadError`."""
    names = [store_upload(file, suffixes=SUFFIXES, largest=LARGEST).name]
    if logo is not None:
        names.append(store_upload(logo, suffixes=LOGO_SUFFIXES, largest=LARGEST_LOGO).name)
    logo_title = (logo and logo.name) or ""
    with TemporaryDirectory(prefix="saksama-template-") as temporary:
        copies = [Path(temporary) / part for part in ("templat", "logo")[: len(names)]]
        for name, copy in zip(names, copies, strict=True):
            with default_storage.open(name) as kept:
                copy.write_bytes(kept.read())
        given = [str(copies[1]), logo_title] if logo else []
        command = ["saksama.web.reporting.template_child", str(copies[0]), current_language(), *given]
        try:
            found = printed(Path(temporary), command, deadline=_DEADLINE)
        except RefusedImportError as error:
            found = {"template": None, "problems": [str(error)]}
    logo_name = names[1] if logo else ""
    return Upload(file.name or "", names[0], logo_title, logo_name, found["template"], tuple(found["problems"]))


def keep(government: Government, person: Person, upload: Upload | None) -> bool:
    """Lay down the upload for all documents from now on, or with `None` nothing any more. Whether that changes it."""
    with transaction.atomic():
        # One at a time, or the history says that two replaced the same one.
        Government.objects.select_for_update().get(pk=government.pk)
        before = template_in_force(government.pk)
        old = (before.title, before.name, before.logo_name) if before else None
        new = (upload.title, upload.name, upload.logo_name) if upload else None
        if old == new:
            return False
        made = GovernmentTemplate(government=government, person=person)
        if upload:
            made.title, made.name, made.content = upload.title, upload.name, upload.content
            made.logo_title, made.logo_name = upload.logo_title, upload.logo_name
        made.save()
        record_change(government, person, "documents", "template", old=_shown(before), new=_shown(upload))
    return True


def _shown(one: GovernmentTemplate | Upload | None) -> str | None:
    """The template with the start of its hash: a file is often sent again under its own name."""
    return f"{one.title} ({one.name.rpartition('/')[2][:8]})" if one else None
