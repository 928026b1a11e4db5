"""Issuing a document: its data frozen, its files made once, and a code that leads to the proof."""

import io
import json
import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any

import segno
from django.db import transaction
from django.db.models import Max

from saksama.compose.house_template import HouseTemplate
from saksama.compose.kinds import Kind, make
from saksama.documents.document import Block, Document, Figure, Paragraph, ParagraphStyle, Part, Text
from saksama.documents.pictures import Image
from saksama.exchange.record_json import encoded
from saksama.kernel.dates import write_date
from saksama.kernel.period import Period
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _, speaking
from saksama.web.issuing.models import IssuedFile, Snapshot
from saksama.web.organisations.models import Agency, Person
from saksama.web.reporting.documents import request_for, written
from saksama.web.stored_files import store

SUFFIXES = ("docx", "pdf", "html")
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""No letter that is taken for a digit when the code is read from paper."""
_SCALE, _BORDER = 5, 4


class RefusedIssueError(Exception):
    """A document that is not issued; its text says why."""


def issue(
    record: PerformanceRecord,
    agency: Agency,
    kind: Kind,
    period: Period,
    *,
    template: HouseTemplate,
    person: Person,
    reason: str,
    at: datetime,
    address: str,
) -> Snapshot:
    """Freeze the data, make the files, keep both. `address` is that of the proof, with "{code}" for the code.

    Raises `RefusedIssueError`, `pdf.TypesettingError`.
    """
    year = period.year
    wish = request_for(record, kind, year, period, suffix="html", template=template)
    if kind.gaps(wish):
        raise RefusedIssueError(
            _("Masih ada yang belum diisi. Dokumen yang diterbitkan tidak boleh bertanda “belum diisi”.")
        )
    code = "".join(secrets.choice(_LETTERS) for _place in range(10))
    with speaking("id"):
        document = make(kind, wish)
    frozen = encoded(record)
    results = [
        {"id": one.id, "title": one.title, "rows": [list(row) for row in one.rows]} for one in document.explanations
    ]
    digest = data_hash(kind.name, year, frozen, results)
    proved = _with_proof(document, address.format(code=code), code, digest, at=at)
    files = {suffix: written(proved if suffix == "html" else _closed(proved), suffix) for suffix in SUFFIXES}
    with transaction.atomic():
        Agency.objects.select_for_update().get(pk=agency.pk)
        before = Snapshot.objects.filter(agency=agency, kind=kind.name, year=year).aggregate(last=Max("edition"))[
            "last"
        ]
        if before and not reason.strip():
            raise RefusedIssueError(_("Dokumen ini sudah pernah terbit. Tulis mengapa diterbitkan ulang."))
        made = Snapshot.objects.create(
            code=code,
            agency=agency,
            kind=kind.name,
            title=document.title,
            year=year,
            edition=(before or 0) + 1,
            record=frozen,
            results=results,
            sha256=digest,
            issued_at=at,
            issued_by=person,
            reason=reason.strip(),
        )
        for suffix, content in files.items():
            kept = store(content)
            IssuedFile.objects.create(snapshot=made, suffix=suffix, name=kept.name, sha256=kept.sha256, size=kept.size)
    return made


def data_hash(kind: str, year: int, record: Mapping[str, Any], results: list[dict[str, Any]]) -> str:
    """The SHA-256 of the frozen data: the same for the same statements, however they were stored."""
    content = {"kind": kind, "year": year, "record": record, "results": results}
    return sha256(json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _with_proof(document: Document, address: str, code: str, digest: str, *, at: datetime) -> Document:
    """The document with a last block that leads to its proof."""
    drawn = segno.make(address, error="m")
    content = io.BytesIO()
    drawn.save(content, kind="png", scale=_SCALE, border=_BORDER)
    width, height = map(int, drawn.symbol_size(_SCALE, _BORDER))
    said = f"Dokumen ini terbit pada {write_date(at.date())} dengan kode {code}. Keasliannya diperiksa di {address}"
    proof: tuple[Block, ...] = (
        Figure(Image("image/png", content.getvalue(), f"Kode QR ke {address}", width, height), "", ""),
        Paragraph((Text(f"{said} (data: SHA-256 {digest[:16]}…)."),), ParagraphStyle.NOTE),
    )
    *others, last = document.parts
    return replace(document, parts=(*others, Part(last.kind, (*last.blocks, *proof))))


def _closed(document: Document) -> Document:
    """The document for formats that open no figure."""
    return replace(document, explanations=())
