"""`saksama serve`: what it refuses before it begins."""

import socket
from pathlib import Path

import pytest
from django.core.management import call_command

from saksama.cli import main


def test_a_port_that_something_answers_on_is_not_shared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0), reuse_port=True) as other:
        port = other.getsockname()[1]

        assert main(["serve", "--port", str(port), "--data", str(tmp_path / "data"), "--lang", "id"]) == 2

    assert f"127.0.0.1:{port} tidak dapat dipakai" in capsys.readouterr().err
    assert not (tmp_path / "data").exists()


def test_django_finds_nothing_wrong_or_the_worker_would_not_start() -> None:
    call_command("check")
