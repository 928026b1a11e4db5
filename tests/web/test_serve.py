"""`saksama serve`: what it refuses before it begins, and how it looks after its worker."""

import os
import signal
import socket
import subprocess
import sys
import time
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max
from pytest_django import Settings

from saksama.cli import main
from saksama.web.queueing import LONG, forget_ended
from saksama.web.reporting.year_job import start_reports
from saksama.web.worker import take_up
from tests.web.cast import Cast
from tests.web.served import command_of, served, started_by, wait_for


def test_a_port_that_something_answers_on_is_not_shared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0), reuse_port=True) as other:
        port = other.getsockname()[1]

        assert main(["serve", "--port", str(port), "--data", str(tmp_path / "data"), "--lang", "id"]) == 2

    assert f"127.0.0.1:{port} tidak dapat dipakai" in capsys.readouterr().err
    assert not (tmp_path / "data").exists()


def test_django_finds_nothing_wrong_or_the_worker_would_not_start() -> None:
    call_command("check")


SEVERAL_REPORTS = """
from dataclasses import replace
from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.web.organisations.models import Person
from saksama.web.reporting.year_job import start_reports
from tests.web.cast import hold, make_cast
cast = make_cast()
for number in range(5):
    hold(replace(SAMPLE_2025, agency=replace(SAMPLE_2025.agency, name=f"Dinas {number}")), cast.government)
for _press in range(3):
    start_reports(cast.government, 2025, cast.ani)
"""
CHECK = """
from django.core.files.uploadedfile import SimpleUploadedFile
from saksama.web.reporting.checking import ask_for_check
from tests.web.cast import make_cast
cast = make_cast()
rows = "".join(f"| {n} | Program {n} | {n}00.000.000 | 90.000.000 | 90,00 |\\n" for n in range(60_000))
report = "# LKjIP 2024\\n\\n| No | Program | Anggaran (Rp) | Realisasi (Rp) | % |\\n|---|---|---|---|---|\\n" + rows
ask_for_check(SimpleUploadedFile("LKjIP.md", report.encode()), cast.government, cast.ani, agency=None)
"""
only_where_proc_is = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@only_where_proc_is
def test_a_worker_that_dies_is_started_again_and_goes_on_where_it_was(tmp_path: Path) -> None:
    state = "SELECT agency_id, state, made_at FROM reporting_yearreport WHERE year = 2025"
    with served(tmp_path / "data") as server:
        (first,) = server.workers()
        server.run(SEVERAL_REPORTS)
        queued = server.rows(
            "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE task_path LIKE '%make_reports'"
        )
        wait_for(lambda: sum(row[1] == "made" for row in server.rows(state)) >= 1, server.said)
        os.kill(first, signal.SIGKILL)
        made = {row for row in server.rows(state) if row[1] == "made"}
        assert any(row[1] == "waiting" for row in server.rows(state)), "killed in the middle"

        wait_for(lambda: all(row[1] != "waiting" for row in server.rows(state)), server.said)

        after = set(server.rows(state))
        assert made <= after, "nothing is made twice"
        assert sum(row[1] == "made" for row in after) == 6
        assert queued[0][0] in {1, 2}, "the same job waits once, however often it is asked for"
        assert server.workers() != [first]
        assert "Pekerja berhenti (kode -9)" in server.said.read_text(encoding="utf-8")


@only_where_proc_is
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_with_the_server_ends_everything_that_it_started(tmp_path: Path, number: signal.Signals) -> None:
    with served(tmp_path / "data") as server:
        (worker,) = server.workers()
        server.run(CHECK)
        wait_for(lambda: started_by(worker), server.said)
        started = started_by(server.process.pid)

        server.process.send_signal(number)
        server.process.wait(timeout=30)

        wait_for(lambda: not any(command_of(number) for number in started), server.said)


def test_the_data_are_their_owner_s_alone(tmp_path: Path) -> None:
    with served(tmp_path / "data") as server:
        made = [server.folder, *server.folder.rglob("*")]

    assert {oct(path.stat().st_mode & 0o077) for path in made if path.exists()} == {"0o0"}


@pytest.mark.django_db
def test_whoever_watches_hears_that_no_worker_takes_what_waits(client: Client) -> None:
    assert client.get("/health/ready").content == b"ok"
    task = DBTaskResult.objects.create(
        task_path="a.task", args_kwargs={}, backend_name="default", run_after=get_date_max()
    )
    assert client.get("/health/ready").status_code == HTTPStatus.OK, "it waits since now only"

    DBTaskResult.objects.update(enqueued_at=timezone.now() - LONG)
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.content[:9]) == (HTTPStatus.SERVICE_UNAVAILABLE, b"no worker")

    DBTaskResult.objects.create(
        task_path="a.task",
        args_kwargs={},
        backend_name="default",
        run_after=get_date_max(),
        status=TaskResultStatus.RUNNING,
        started_at=timezone.now(),
    )
    assert client.get("/health/ready").status_code == HTTPStatus.OK, "a worker is at something else"
    task.delete()


TURN = """
import django, sys, time
django.setup()
from saksama.web.worker_turn import worker_turn
with worker_turn():
    print("mine", flush=True)
    time.sleep(60)
"""


def test_of_two_workers_of_a_database_the_second_waits_until_the_first_ends(tmp_path: Path) -> None:
    environment = os.environ | {"SAKSAMA_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "saksama.web.settings"}
    said = [tmp_path / name for name in ("first", "second")]
    workers = []
    for file in said:
        with file.open("wb") as stream:
            workers.append(subprocess.Popen([sys.executable, "-c", TURN], env=environment, stdout=stream))
        if file == said[0]:
            wait_for(file.read_text, file)
    try:
        time.sleep(3)
        assert said[1].read_text() == ""

        workers[0].kill()

        wait_for(said[1].read_text, said[1])
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()


@pytest.mark.django_db
def test_the_same_job_waits_once(cast: Cast, settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

    for _press in range(3):
        start_reports(cast.government, 2025, cast.ani)
    assert DBTaskResult.objects.count() == 1

    take_up()
    take_up()
    waiting = DBTaskResult.objects.values_list("task_path", flat=True)
    assert sorted(path.rpartition(".")[2] for path in waiting) == ["make_reports", "remind_each_morning"]


@pytest.mark.django_db
def test_what_ended_long_ago_is_forgotten_and_what_waits_is_not() -> None:
    now = timezone.now()
    shape = {"task_path": "a.task", "args_kwargs": {}, "backend_name": "default", "run_after": get_date_max()}
    ended = {"status": TaskResultStatus.SUCCESSFUL}
    DBTaskResult.objects.create(**shape, **ended, finished_at=now - timedelta(days=31))
    kept = DBTaskResult.objects.create(**shape, **ended, finished_at=now - timedelta(days=29))
    waiting = DBTaskResult.objects.create(**shape)

    assert forget_ended(now) == 1
    assert set(DBTaskResult.objects.all()) == {kept, waiting}
