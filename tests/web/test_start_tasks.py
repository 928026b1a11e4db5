"""What waits for a person on the start page: also what an earlier quarter waits for, and where there is nothing yet."""

from saksama.web.organisations.models import Agency, Government, RoleKind
from saksama.web.workflow.models import Submission
from tests.web.cast import Cast, client_of, person


def start(who: object) -> str:
    return client_of(who).get("/?year=2025").content.decode()  # type: ignore[arg-type]


def test_an_earlier_quarter_waits_for_whose_turn_it_is(cast: Cast) -> None:
    row = Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=1, state="submitted")

    assert "Verifikasi TW I 2025" in start(cast.budi)
    assert "Belum diajukan: TW II 2025, TW III 2025" in start(cast.ani)
    assert "TW I 2025" not in start(cast.citra)
    row.state = "verified"
    row.save()
    assert "Verifikasi TW I 2025" not in start(cast.budi)
    assert "Setujui TW I 2025" in start(person("Hadi", RoleKind.HEAD, cast.government, cast.agency))
    row.state = "returned"
    row.save()
    assert "TW I 2025 dikembalikan" in start(cast.ani)


def test_who_has_no_plan_or_no_agency_is_told_how_to_begin(cast: Cast) -> None:
    fresh = Agency.objects.create(government=cast.government, name="Dinas Baru")
    joko = person("Joko", RoleKind.OPERATOR, cast.government, fresh)
    empty = Government.objects.create(name="Pemerintah Kota Baru")
    hana = person("Hana", RoleKind.ADMINISTRATOR, empty)

    assert f'href="/agencies/{fresh.pk}/plan/"' in start(joko)
    assert "Mulai rencana" not in start(person("Kirana", RoleKind.LEADER, cast.government))
    assert "Tambahkan perangkat daerah yang pertama" in start(hana)
