"""Files that people give: kept once, and whole whatever a full disk left of them before."""

from hashlib import sha256
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from saksama.web.stored_files import store, store_upload

CONTENT = b"the whole of it"


def read(name: str) -> bytes:
    with default_storage.open(name) as file:
        return bytes(file.read())


@pytest.mark.parametrize("left", [b"", b"the who", CONTENT])
def test_what_was_left_of_a_file_is_not_taken_for_it(settings: Settings, tmp_path: Path, left: bytes) -> None:
    settings.MEDIA_ROOT = tmp_path
    digest = sha256(CONTENT).hexdigest()
    name = f"{digest[:2]}/{digest}"

    default_storage.save(name, ContentFile(left))
    assert store(CONTENT).name == name
    assert read(name) == CONTENT
    default_storage.delete(name)
    default_storage.save(name, ContentFile(left))
    assert store_upload(SimpleUploadedFile("a.txt", CONTENT)).name == name
    assert read(name) == CONTENT
    assert len([one for one in tmp_path.rglob("*") if one.is_file()]) == 1
