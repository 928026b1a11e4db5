"""Every address that writes, with whom it lets write and a form that is filled in properly."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

AGENCY = frozenset({"operator", "verifier", "head"})
WHOLE = frozenset({"organisation-bureau", "planning-agency", "inspectorate", "leader", "reader", "administrator"})
OUTSIDE = frozenset({"other-operator", "other-head", "without-role", "nobody"})
EVERYBODY = AGENCY | WHOLE | OUTSIDE
PLANNERS = frozenset({"operator", "planning-agency"})
"""Who may plan at the agency."""
REPORTERS = AGENCY | {"organisation-bureau", "planning-agency", "inspectorate"}
"""Who may report at the agency."""


@dataclass(frozen=True, slots=True)
class Write:
    """An address that takes a POST: who may send it, and its fields as a person fills them in.

    `is_json`: it takes no form but JSON. `file` is the field for an upload, which is sent beside the others. `is_page`:
    its address has the form as a page, which fills in what is not told here.
    """

    allowed: frozenset[str]
    fields: Mapping[str, Any]
    is_json: bool = False
    file: str = ""
    is_page: bool = False


WRITES: Mapping[str, Write] = {
    "remind-agency": Write(frozenset({"organisation-bureau", "planning-agency", "administrator"}), {}),
    "remind-agreement": Write(frozenset({"organisation-bureau", "planning-agency", "administrator"}), {}),
    "remind-report": Write(frozenset({"organisation-bureau", "planning-agency", "administrator"}), {}),
    "issue": Write(frozenset({"head"}), {"reason": "Terbit ulang."}),
    "proof": Write(EVERYBODY, {}, file="file"),
    "year-reports": Write(frozenset({"organisation-bureau", "planning-agency", "inspectorate"}), {}),
    "house-template": Write(frozenset({"organisation-bureau", "administrator"}), {}, file="template"),
    "take-template-away": Write(frozenset({"organisation-bureau", "administrator"}), {}),
    "checks": Write(EVERYBODY - {"without-role", "nobody"}, {}, file="report"),
    "decide": Write(REPORTERS, {"finding": "0", "kind": "fixed", "reason": "Sudah."}),
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
    "edit-indicator": Write(PLANNERS, {"name": "Konten", "high-2025": "490", "why": "Naik."}, is_page=True),
    "delete-indicator": Write(PLANNERS, {"why": "Tidak dipakai."}),
    "add-indicator": Write(
        PLANNERS,
        {"name": "Indeks baru", "unit": "Indeks", "formula": "ratio", "decimals": "2", "cycle": "year",
         "consolidation": "last", "high-2025": "70"},
        is_page=True,
    ),
    "add-goal": Write(PLANNERS, {"name": "Meningkatnya layanan"}, is_page=True),
    "add-objective": Write(PLANNERS, {"name": "Terwujudnya layanan", "strategies": "Satu\nDua"}, is_page=True),
    "edit-part": Write(PLANNERS, {"name": "Tujuan yang lebih jelas", "why": "Saran."}, is_page=True),
    "move-part": Write(PLANNERS, {"direction": "up"}),
    "delete-part": Write(PLANNERS, {"why": "Tidak dipakai."}),
    "add-node": Write(
        PLANNERS,
        {"code": "2.16.09", "name": "Program baru", "owner": "Bidang", "subject-0": "", "share-0": "", "why": "Baru."},
        is_page=True,
    ),
    "edit-node": Write(PLANNERS, {"name": "Nama lain", "why": "Nomenklatur."}, is_page=True),
    "move-node": Write(PLANNERS, {"direction": "down"}),
    "sort-nodes": Write(PLANNERS, {}),
    "delete-node": Write(PLANNERS, {"why": "Tidak dipakai."}),
    "save-target": Write(
        PLANNERS,
        {"key": "IK4", "cycle": "year", "number": 1, "typed": {"low": "", "high": "99"}, "why": "Naik."},
        is_json=True,
    ),
    "sheet": Write(PLANNERS, {"text-0": "Lengkapi pohon kinerja", "reason": "LHE."}, is_page=True),
    "apply-import": Write(PLANNERS, {"reason": "Saran."}),
    "units": Write(PLANNERS | {"administrator"}, {"name": "Bidang baru", "parent": ""}),
    "unit": Write(
        PLANNERS | {"administrator"}, {"name": "Bidang lain", "parent": "", "ends_on": "2027-01-01", "posts": ""}
    ),
    "take-units": Write(PLANNERS | {"administrator"}, {}),
    "choose-government": Write(EVERYBODY - {"nobody"}, {"government": ""}),
    "import-money": Write(frozenset({"operator"}), {"token": "", "agency": "", "reason": ""}, file="file"),
    "save-money": Write(
        frozenset({"operator"}),
        {"key": "2.16.02.2.01.0023", "number": 0, "typed": {"appropriation": "77"}},
        is_json=True,
    ),
    "save-measurement": Write(
        frozenset({"operator"}),
        {"key": "IK4", "cycle": "quarter", "number": 4, "typed": {"value": "99"}},
        is_json=True,
    ),
    "submission-step": Write(
        frozenset({"operator"}),
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
        frozenset({"administrator"}), {"name": "Oki", "email": "oki@contoh.go.id", "kind": "reader", "agency": ""}
    ),
    "new-link": Write(frozenset({"administrator"}), {}),
    "end-role": Write(frozenset({"administrator"}), {}),
    "require-evidence": Write(frozenset({"organisation-bureau", "administrator"}), {"required": "on"}),
    "require-factor": Write(frozenset({"administrator"}), {"kinds": ["administrator", "planning-agency"]}),
    "remove-factor": Write(frozenset({"administrator"}), {}),
    "set-up-factor": Write(EVERYBODY - {"nobody"}, {"first": "123456", "code": "123456", "recovery": ""}),
    "end-factor": Write(EVERYBODY - {"nobody"}, {"code": "123456", "recovery": ""}),
    "recovery-codes": Write(EVERYBODY - {"nobody"}, {"code": "", "recovery": "ABCD-EFGH"}),
    "sign-in-code": Write(EVERYBODY, {"code": "123456", "recovery": ""}),
    "sign-in": Write(EVERYBODY, {"email": "bukan@contoh.go.id"}),
    "open-link": Write(EVERYBODY, {}),
    "sign-out": Write(EVERYBODY - {"nobody"}, {}),
    "language": Write(EVERYBODY, {"language": "en", "next": "/"}),
}  # fmt: skip
