"""Every address that writes, with whom it lets write and a form that is filled in properly."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from saksama.web.issuing.models import Snapshot
from saksama.web.measurement.models import Evidence, Measurement
from saksama.web.organisations.models import Person, RoleKind
from saksama.web.planning.models import Indicator, IndicatorDefinition
from saksama.web.reporting.models import ReportCheck
from saksama.web.workflow.models import Comment, Submission
from tests.web.cast import Cast, client_of, person
from tests.web.test_checking import REPORT

AGENCY = frozenset({"operator", "verifier", "head"})
WHOLE = frozenset({"organisation-bureau", "planning-agency", "inspectorate", "leader", "reader", "administrator"})
OUTSIDE = frozenset({"other-operator", "other-head", "without-role", "nobody"})
EVERYBODY = AGENCY | WHOLE | OUTSIDE
PLANNERS = frozenset({"operator", "planning-agency"})
"""Who may plan at the agency."""


@dataclass(frozen=True, slots=True)
class Write:
    """An address that takes a POST: who may send it, and its fields as a person fills them in.

    `is_json`: it takes no form but JSON. `file` is the field for an upload, which is sent beside the others.
    """

    allowed: frozenset[str]
    fields: Mapping[str, Any]
    is_json: bool = False
    file: str = ""


WRITES: Mapping[str, Write] = {
    "remind-agency": Write(frozenset({"organisation-bureau", "planning-agency", "administrator"}), {}),
    "issue": Write(frozenset({"head"}), {"reason": "Terbit ulang."}),
    "proof": Write(EVERYBODY, {}, file="file"),
    "year-reports": Write(frozenset({"organisation-bureau", "planning-agency", "inspectorate"}), {}),
    "checks": Write(EVERYBODY - {"without-role", "nobody"}, {}, file="report"),
    "decide": Write(frozenset({"operator"}), {"finding": "0", "kind": "fixed", "reason": "Sudah."}),
    "save-words": Write(frozenset({"operator"}), {"cause": "Sebabnya.", "seen-cause": "", "solution": "Jalannya."}),
    "add-evidence": Write(
        frozenset({"operator"}), {"measurement": "", "title": "Katalog", "link": "", "page": "3"}, file="file"
    ),
    "retire-evidence": Write(frozenset({"operator"}), {}),
    "import": Write(PLANNERS, {"token": "", "reason": "Diperbarui."}, file="file"),
    "begin-plan": Write(PLANNERS, {"title": "Renstra", "first_year": "2030", "last_year": "2034"}),
    "new-version": Write(
        PLANNERS, {"title": "Perubahan", "reason": "Efisiensi", "legal_basis": "", "valid_from": "2025-07-01"}
    ),
    "edit-indicator": Write(
        PLANNERS,
        {"name": "Konten", "unit": "Konten", "definition": "", "calculation": "", "reason": "", "source": "",
         "owner": "", "high-2025": "490", "low-2025": "", "why": "Naik.", "seen": ""},
    ),
    "import-money": Write(frozenset({"operator"}), {"token": "", "agency": "", "reason": ""}, file="file"),
    "save-money": Write(
        frozenset({"operator"}),
        {"key": "2.16.02.2.01.0023", "number": 0, "edit": 1, "typed": {"appropriation": "77"}},
        is_json=True,
    ),
    "save-measurement": Write(
        frozenset({"operator"}),
        {"key": "IK4", "cycle": "quarter", "number": 4, "edit": 1, "typed": {"value": "99"}},
        is_json=True,
    ),
    "submission-step": Write(
        frozenset({"operator", "verifier", "head"}),
        {"step": "submit", "reason": "Sudah lengkap."},
    ),
    "comment": Write(frozenset({"verifier"}), {"subject": "Konten", "text": "Mengapa turun?"}),
    "settle": Write(frozenset({"operator", "verifier"}), {}),
    "deadlines": Write(
        frozenset({"organisation-bureau", "administrator"}),
        {"report-1-due_on": "2026-02-20", "report-1-basis": "SE 1/2026"}
    ),
    "agencies": Write(
        frozenset({"administrator"}),
        {"name": "Dinas Baru", "short_name": "DB", "begins_on": "2026-01-01"},
    ),
    "succeed": Write(
        frozenset({"administrator"}),
        {"predecessor": "", "successor": "", "kind": "renamed", "on": "2026-01-01", "legal_basis": "Perda 1/2026"},
    ),
    "posts": Write(
        frozenset({"administrator"}),
        {"title": "Kepala Dinas", "is_head": "on", "name": "Contoh Kepala", "acting": "", "rank": "",
         "employee_number": "",
         "begins_on": "2026-01-01"},
    ),
    "people": Write(
        frozenset({"administrator"}), {"name": "Oki", "email": "oki@contoh.go.id", "kind": "operator", "agency": ""}
    ),
    "new-link": Write(frozenset({"administrator"}), {}),
    "end-role": Write(frozenset({"administrator"}), {}),
    "sign-in": Write(EVERYBODY, {"email": "bukan@contoh.go.id"}),
    "open-link": Write(EVERYBODY, {}),
    "sign-out": Write(EVERYBODY - {"nobody"}, {}),
    "language": Write(EVERYBODY, {"language": "en", "next": "/"}),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stage:
    """The cast with something of every kind in the database, and the people by what they are."""

    cast: Cast
    people: Mapping[str, Person | None]
    parts: Mapping[str, Any]
    own: Mapping[str, Any]

    def browser(self, who: str, **wishes: Any) -> Client:
        """A browser of that person, in which a fault of the program is an answer."""
        someone = self.people[who]
        client = Client(raise_request_exception=False, **wishes)
        if someone:
            client.force_login(someone)
        return client

    def path(self, name: str, **other: Any) -> str:
        """The address with the stage's own parts, or with others."""
        known = {part: self.part(name, part) for part in parts_of(name)}
        return reverse(name, kwargs=known | other)

    def part(self, name: str, part: str) -> Any:
        """What stands for a part of an address: an agency's number where the address says nothing else."""
        return self.own.get(f"{name}:{part}", self.parts[part])

    def fields(self, name: str) -> dict[str, Any]:
        """The properly filled form, with the numbers that exist on the stage."""
        return dict(WRITES[name].fields) | dict(self.own.get(f"{name}:fields", {}))


def make_stage(cast: Cast) -> Stage:
    """Everything that an address may be about, and one person of every kind."""
    government = cast.government
    people: dict[str, Person | None] = {
        "operator": cast.ani,
        "verifier": cast.budi,
        "other-operator": cast.citra,
        "head": person("Dewi", RoleKind.HEAD, government, cast.agency),
        "other-head": person("Eka", RoleKind.HEAD, government, cast.other_agency),
        "without-role": Person.objects.create_user("tanpa@contoh.go.id", "Tanpa"),
        "nobody": None,
    }
    for kind in RoleKind:
        if kind.value.replace("_", "-") in WHOLE:
            people[kind.value.replace("_", "-")] = person(f"P{kind.value}", kind, government)
    agency = cast.agency.pk
    head = people["head"]
    assert head
    client_of(head).post(f"/agencies/{agency}/documents/2025/pk/issue/")
    client_of(cast.ani).post("/checks/", {"report": SimpleUploadedFile("LKjIP 2024.md", REPORT.encode())})
    snapshot, check = Snapshot.objects.get(), ReportCheck.objects.get()
    row = Measurement.objects.get(indicator__key="IK4", indicator__plan=cast.version.plan, year=2025, number=4)
    evidence = Evidence.objects.create(measurement=row, title="Tautan", link="https://contoh.go.id", added_by=cast.ani)
    submission = Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=3, state="submitted")
    comment = Comment.objects.create(submission=submission, subject="", text="Mengapa?", person=cast.budi)
    indicator = Indicator.objects.get(plan=cast.version.plan, key="IK4")
    return Stage(
        cast,
        people,
        {
            "number": agency, "year": 2025, "quarter": 4, "kind": "pk", "suffix": "docx", "snapshot": snapshot.pk,
            "code": snapshot.code, "indicator_number": indicator.pk, "evidence_number": evidence.pk,
            "comment_number": comment.pk, "token": "bukan-tautan",
            "definition": IndicatorDefinition.objects.get(indicator=indicator).pk,
        },
        {
            "check:number": check.pk, "decide:number": check.pk, "marked-copy:number": check.pk,
            "new-link:number": cast.budi.pk, "end-role:number": cast.budi.roles.get().pk, "issued-file:suffix": "pdf",
            "comment:quarter": 3,
            "decide:fields": {"finding": str((check.findings or {}).get("findings", [{}])[0].get("key", "0"))},
            "add-evidence:fields": {"measurement": str(row.pk)},
            "succeed:fields": {"predecessor": str(agency), "successor": str(cast.other_agency.pk)},
        },
    )  # fmt: skip


def send(client: Client, write: Write, path: str, fields: Mapping[str, Any], *, files: bool = False) -> Any:
    """What the address answers to the fields, as a form or as JSON."""
    if write.is_json:
        return client.post(path, json.dumps(fields), content_type="application/json")
    extra = {write.file: a_file()} if files and write.file else {}
    return client.post(path, {**fields, **extra})


def a_file() -> SimpleUploadedFile:
    """An upload that nothing is wrong with, and that nothing reads."""
    return SimpleUploadedFile("catatan.csv", b"a;b\n1;2\n")


def every_address() -> dict[str, URLPattern]:
    """Every named address of the application, from the resolver that serves it."""
    found: dict[str, URLPattern] = {}

    def walk(patterns: list[URLPattern | URLResolver]) -> None:
        for one in patterns:
            if isinstance(one, URLResolver):
                walk(one.url_patterns)
            else:
                found[one.name or str(one.pattern)] = one

    walk(get_resolver(settings.ROOT_URLCONF).url_patterns)
    return found


def parts_of(name: str) -> dict[str, Any]:
    """The parts of an address with their converters."""
    return dict(every_address()[name].pattern.converters)
