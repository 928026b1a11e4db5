"""The stage of the attack: the cast with something of every kind, and every address with its parts."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone
from lxml import html

from saksama.exchange.record_json import write_record
from saksama.web.issuing.models import Snapshot
from saksama.web.measurement.entry import FIELDS, cell_mark
from saksama.web.measurement.models import Amount, Evidence, Import, Measurement, Narrative
from saksama.web.measurement.money_entry import OF_YEAR
from saksama.web.measurement.target_edits import BOUNDS
from saksama.web.organisations.models import Person, Position, RoleKind, SecondFactor, Unit
from saksama.web.overview.unit_form import UnitForm
from saksama.web.planning.models import BudgetNode, Goal, Indicator, IndicatorDefinition, Target
from saksama.web.reporting.finding_rows import finding_rows
from saksama.web.reporting.models import ReportCheck
from saksama.web.typed_text import seen_of
from saksama.web.workflow.models import Comment, Submission
from tests.documents.demonstration import png
from tests.exchange.exports import plain, written
from tests.web.cast import Cast, client_of, person
from tests.web.every_write import WHOLE, WRITES, Write
from tests.web.importing_browser import upload
from tests.web.test_checking import REPORT
from tests.web.test_importing import renamed
from tests.web.test_spending_import import TRAINING


@dataclass(frozen=True, slots=True)
class Stage:
    """The cast with something of every kind in the database, and the people by what they are."""

    cast: Cast
    people: Mapping[str, Person | None]
    parts: Mapping[str, Any]
    own: Mapping[str, Any]
    shown: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The forms as their pages show them, asked for once."""

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
        return self.own[own] if (own := f"{name}:{part}") in self.own else self.parts[part]

    def fields(self, name: str) -> dict[str, Any]:
        """The properly filled form, with the numbers that exist on the stage."""
        write = WRITES[name]
        if write.is_page and name not in self.shown:
            self.shown[name] = form_on(self.browser(min(write.allowed)), self.path(name))
        return self.shown.get(name, {}) | dict(write.fields) | dict(self.own.get(f"{name}:fields", {}))

    def filled(self, name: str) -> dict[str, Any]:
        """The properly filled form with its file."""
        title, content = self.own.get(f"{name}:file", ("catatan.csv", b"a;b\n1;2\n"))
        file = WRITES[name].file
        return self.fields(name) | ({file: SimpleUploadedFile(title, content)} if file else {})


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
    report = SimpleUploadedFile("LKjIP 2024.md", REPORT.encode())
    client_of(cast.ani).post("/checks/", {"report": report, "agency": agency})
    upload(client_of(cast.ani), f"/agencies/{agency}/import/2025/", write_record(renamed()))
    laid_down = SimpleUploadedFile("provinsi.toml", b'[laporan]\nnama = "Laporan Provinsi"\n[kop]\nlogo = "a.png"\n')
    files = {"template": laid_down, "logo": SimpleUploadedFile("a.png", png())}
    bureau = people["organisation-bureau"]
    assert bureau
    client_of(bureau).post("/template/", files)
    snapshot, check = Snapshot.objects.get(), ReportCheck.objects.get()
    row = Measurement.objects.get(indicator__key="IK4", indicator__plan=cast.version.plan, year=2025, number=4)
    evidence = Evidence.objects.create(measurement=row, title="Tautan", link="https://contoh.go.id", added_by=cast.ani)
    submission = Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=3, state="submitted")
    comment = Comment.objects.create(submission=submission, subject="", text="Mengapa?", person=cast.budi)
    plan = cast.version.plan
    indicator = Indicator.objects.get(plan=plan, key="IK4")
    definition = IndicatorDefinition.objects.get(indicator=indicator)
    goal = cast.version.goals.get()
    objective = goal.objectives.all()[0]
    other_goal = Goal.objects.create(version=cast.version, key="T9", name="Tujuan lain", position=9)
    unused = IndicatorDefinition.objects.get(pk=definition.pk)
    unused.pk, unused.indicator = None, Indicator.objects.create(plan=plan, key="IK99")
    unused.save()
    top = BudgetNode.objects.filter(plan=plan, parent=None)[0]
    other_node = BudgetNode.objects.create(
        plan=plan, key="X9", code="9.99.99", name="Lain", level=top.level, position=0
    )
    unit = Unit.objects.create(agency=cast.agency, name="Bidang")
    post = Position.objects.create(agency=cast.agency, title="Kepala Bidang")
    target = Target.objects.get(definition=definition, year=2025, cycle="year", is_end=False)
    promised = Target.objects.get(pk=target.pk)  # so that the plan is whole, and the agreement is issued again
    promised.pk, promised.definition = None, unused
    promised.save()
    amount = Amount.objects.filter(node__key="2.16.02.2.01.0023", year=2025).first()
    words = Narrative.objects.filter(indicator=indicator, year=2025, part="cause").first()
    for someone in (cast.budi, people["administrator"]):
        assert someone
        SecondFactor.objects.create(person=someone, seed="a", since=timezone.now(), last_step=0)
    return Stage(
        cast,
        people,
        {
            "number": agency, "year": 2025, "quarter": 4, "kind": "goal", "suffix": "docx", "snapshot": snapshot.pk,
            "code": snapshot.code, "indicator_number": indicator.pk, "evidence_number": evidence.pk,
            "comment_number": comment.pk, "token": "bukan-tautan", "definition": definition.pk,
            "above": goal.pk, "holder": goal.pk, "part": goal.pk, "node": top.pk, "page": 1,
            "import_number": Import.objects.get().pk, "unit_number": unit.pk, "identifier": "recommendations",
            "key": objective.key, "what": "reached",
        },
        {
            "remind-agreement:year": 2026,
            "check:number": check.pk, "decide:number": check.pk, "marked-copy:number": check.pk,
            "page-picture:number": check.pk,
            "new-link:number": cast.budi.pk, "remove-factor:number": cast.budi.pk,
            "end-role:number": cast.budi.roles.get().pk, "issued-file:suffix": "pdf",
            "comment:quarter": 3, "issue:kind": "pk", "document:kind": "pk",
            "delete-indicator:definition": unused.pk, "move-part:part": other_goal.pk,
            "delete-part:part": other_goal.pk, "delete-node:node": other_node.pk, "move-node:node": other_node.pk,
            "decide:fields": {"finding": finding_rows(check)[0].key},
            "save-words:fields": {"seen-cause": seen_of(words.text if words else "")},
            "save-target:fields": {"seen": cell_mark(target, BOUNDS)},
            "save-measurement:fields": {"seen": cell_mark(row, FIELDS)},
            "save-money:fields": {"seen": cell_mark(amount, OF_YEAR)},
            "add-evidence:fields": {"measurement": str(row.pk)},
            "succeed:fields": {"predecessor": str(agency), "successor": str(cast.other_agency.pk)},
            "unit:fields": {"posts": [str(post.pk)], "seen": UnitForm(cast.agency, instance=unit).seen},
            "sign-in:fields": {"email": cast.ani.email},
            "house-template:file": ("kota.toml", b'[laporan]\nnama = "Laporan Kota"\n'),
            "checks:file": ("LKjIP 2024.md", REPORT.encode()),
            "import:file": ("data.json", write_record(renamed())),
            "import-money:file": ("LRA.xlsx", _an_export()),
            "choose-government:fields": {"government": str(government.pk)},
        },
    )  # fmt: skip


@contextmanager
def undone() -> Iterator[None]:
    """What is written in it is taken back, so that the next one finds the same stage."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def form_on(browser: Client, path: str) -> dict[str, Any]:
    """The largest form of a page, as a browser would send it."""
    forms = html.fromstring(browser.get(path).content.decode()).xpath("//form")
    values = max((list(one.form_values()) for one in forms), key=len)
    return {name: value or "" for name, value in values if name != "csrfmiddlewaretoken"}


def send(client: Client, write: Write, path: str, fields: Mapping[str, Any]) -> Any:
    """What the address answers to the fields, as a form or as JSON."""
    if write.is_json:
        return client.post(path, json.dumps(fields), content_type="application/json")
    return client.post(path, fields)


def _an_export() -> bytes:
    """Money of the agency as SIPD exports it."""
    with TemporaryDirectory() as folder:
        return written(Path(folder) / "LRA.xlsx", plain(TRAINING)).read_bytes()


@cache
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
