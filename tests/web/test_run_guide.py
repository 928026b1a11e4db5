"""docs/guides/run-the-web-application.md: its script makes the first agencies and the first administrator."""

from pathlib import Path

import pytest
from django.test import Client

from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.exchange.workbook import write_workbook
from saksama.web.measurement.storage import load_record
from saksama.web.planning.models import PlanVersion

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "run-the-web-application.md"


@pytest.mark.django_db
def test_the_guide_s_script_begins_an_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script = GUIDE.read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
    (tmp_path / "buku-kerja").mkdir()
    (tmp_path / "buku-kerja" / "dinas.xlsx").write_bytes(write_workbook(SAMPLE_2025, first_year=2025, last_year=2029))
    monkeypatch.chdir(tmp_path)

    exec(script, {})
    browser = Client()
    browser.post(capsys.readouterr().out.strip())

    assert load_record(PlanVersion.objects.get()).plan.goals == SAMPLE_2025.plan.goals
    assert "Nama Administrator" in browser.get("/people/").content.decode()
