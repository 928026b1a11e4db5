"""Uploading a file to be imported, and agreeing to what is shown. The worker's part is done at once in tests."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from saksama.web.measurement.models import Import


def upload(browser: Client, path: str, content: bytes, *, name: str = "data.json", agency: str = "") -> str:
    """Upload to the page of a kind of import; the page of the import, or of the refusal."""
    sent = {"file": SimpleUploadedFile(name, content), "agency": agency}
    return browser.post(path, sent, follow=True).content.decode()


def path_of(asked: Import) -> str:
    """The page of an import."""
    return f"/agencies/{asked.version.plan.agency_id}/imports/{asked.pk}/"


def agree(browser: Client, *, reason: str = "") -> str:
    """Apply the last import; its page."""
    path = f"{path_of(Import.objects.latest('pk'))}apply/"
    return browser.post(path, {"reason": reason}, follow=True).content.decode()
