"""Fixtures for what stands outside the project, and what a skip is worth."""

import os
import shutil
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

from tests.command import saksama

_NO_SKIPS = os.environ.get("SAKSAMA_NO_SKIPS") == "1"
_SHARED = Path(__file__).resolve().parents[2] / "shared"
_WITHOUT_SHARED = "needs ../shared, which is not part of the project"

Report = pytest.TestReport | pytest.CollectReport


@pytest.fixture
def require_tool() -> Callable[[str], str]:
    """The path of a system tool by its name; skips the test and names the tool where it is absent."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            pytest.skip(f"needs {name}")
        return path

    return find


@pytest.fixture
def shared() -> Path:
    """The folder of real reports and regulations that stands beside some checkouts."""
    if not _SHARED.is_dir():
        pytest.skip(_WITHOUT_SHARED)
    return _SHARED


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's workbook, made by the command. Never written to."""
    folder = tmp_path_factory.mktemp("sample")
    ended = saksama("template", "data.xlsx", "--sample", cwd=folder)
    assert (ended.code, ended.err) == (0, "")
    return folder / "data.xlsx"


@pytest.fixture
def golden() -> Callable[[Path, str], None]:
    """Compare a text with the file that holds what was accepted; `make accept` rewrites the file."""

    def compare(accepted: Path, found: str) -> None:
        if os.environ.get("SAKSAMA_ACCEPT") == "1":
            accepted.parent.mkdir(parents=True, exist_ok=True)
            accepted.write_text(found, encoding="utf-8", newline="")
        assert accepted.exists(), f"{accepted} is not there: run `make accept`, read it, and commit it"
        assert found == accepted.read_text(encoding="utf-8"), f"{accepted.name} differs: `make accept` shows how"

    return compare


def _refuse_skip(report: Report) -> None:
    # A machine that promises every tool must not lose tests unnoticed. An expected failure is no skip.
    if not (_NO_SKIPS and report.skipped) or hasattr(report, "wasxfail"):
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if not reason.endswith(_WITHOUT_SHARED):
        report.outcome = "failed"
        report.longrepr = f"SAKSAMA_NO_SKIPS=1 and {report.nodeid} was skipped. {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _refuse_skip(report)
    return report
