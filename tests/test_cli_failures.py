"""What goes wrong ends in one message and exit code 2; outputs are made all or none."""

import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.command import SAKSAMA, Ended, environment, names, run, saksama


def _assert_failed(ended: Ended) -> None:
    assert ended.code == 2
    assert "Traceback" not in ended.out + ended.err
    assert "Kesalahan di dalam Saksama" not in ended.err
    last = ended.err.strip().splitlines()[-1]
    assert last.startswith("saksama: ")


def _zip_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", b"0" * 100_000_000)


def _other_program(path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Nama", "Harga"])
    book.save(path)


def _bad_workbook(path: Path, kind: str, sample: Path) -> None:
    match kind:
        case "missing":
            pass
        case "folder":
            path.mkdir()
        case "empty":
            path.touch()
        case "text":
            path.write_text("Nama;Harga\n", encoding="utf-8")
        case "random":
            path.write_bytes(bytes(range(256)) * 64)
        case "old-excel":
            path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4096))
        case "truncated":
            path.write_bytes(sample.read_bytes()[: sample.stat().st_size // 2])
        case "zip-bomb":
            _zip_bomb(path)
        case "other-program":
            _other_program(path)
        case "pipe":
            os.mkfifo(path)


KINDS = ["missing", "folder", "empty", "text", "random", "old-excel", "truncated", "zip-bomb", "other-program", "pipe"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_is_no_workbook_of_ours_ends_in_one_message(kind: str, sample: Path, tmp_path: Path) -> None:
    _bad_workbook(tmp_path / "data.xlsx", kind, sample)
    before = names(tmp_path)

    ended = saksama("report", "data.xlsx", "-o", "a.docx", "-o", "a.md", cwd=tmp_path)

    _assert_failed(ended)
    assert "data.xlsx" in ended.err
    assert names(tmp_path) == before


def test_a_suffix_that_lies_is_told(tmp_path: Path, sample: Path) -> None:
    saksama("report", sample, "-o", "real.docx", cwd=tmp_path)
    (tmp_path / "real.docx").rename(tmp_path / "data.xlsx")

    ended = saksama("check", "data.xlsx", cwd=tmp_path)

    _assert_failed(ended)
    assert "Word" in ended.err


@pytest.mark.parametrize(
    "outputs",
    [
        ("a.doc",),
        ("a",),
        ("a.md", "none/a.docx"),
        ("a.md", "folder.docx"),
        ("a.md", "./a.md"),
        ("a.md", "sub/../a.md"),
        ("a.md", "data.xlsx"),
        ("a.md", "input.docx"),
        ("a.md", "pipe.docx"),
        ("a.md", "n" * 300 + ".docx"),
        ("a.md", "data.xlsx/a.docx"),
    ],
)
def test_an_output_that_cannot_be_ends_before_anything_is_made(
    sample: Path, tmp_path: Path, outputs: tuple[str, ...]
) -> None:
    source = tmp_path / "data.xlsx"
    source.write_bytes(sample.read_bytes())
    (tmp_path / "folder.docx").mkdir()
    (tmp_path / "sub").mkdir()
    (tmp_path / "input.docx").symlink_to(source)
    os.mkfifo(tmp_path / "pipe.docx")
    before = names(tmp_path)

    ended = saksama("report", "data.xlsx", *(word for path in outputs for word in ("-o", path)), cwd=tmp_path)

    _assert_failed(ended)
    assert names(tmp_path) == before
    assert source.read_bytes() == sample.read_bytes()


def _report_in(folder: Path, sample: Path, *, started: str) -> Ended:
    """Run a report of two outputs after some lines of Python have changed the process."""
    line = ["report", str(sample), "-o", "a.md", "-o", "a.docx"]
    script = f"import os, signal, sys\n{started}\nfrom saksama.cli import main\nsys.exit(main({line!r}))"
    return run([sys.executable, "-c", script], cwd=folder)


def test_no_room_leaves_every_output_as_it_was(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")

    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))"
    ended = _report_in(tmp_path, sample, started=limit)

    _assert_failed(ended)
    assert "Ruang penyimpanan tidak cukup" in ended.err
    assert names(tmp_path) == ["a.md"]
    assert (tmp_path / "a.md").read_bytes() == b"old"


def test_a_list_that_cannot_be_shown_makes_no_report(sample: Path, tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [*SAKSAMA, "report", str(sample), "-o", "a.md"],
            cwd=tmp_path,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    _assert_failed(Ended(ended.returncode, "", ended.stderr))
    assert names(tmp_path) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda number: number.name)
def test_an_interrupt_while_writing_leaves_every_output_as_it_was(
    sample: Path, tmp_path: Path, number: signal.Signals
) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    interrupt = f"wait = os.fsync\nos.fsync = lambda file: (wait(file), os.kill(os.getpid(), {int(number)}))"

    ended = _report_in(tmp_path, sample, started=interrupt)

    _assert_failed(ended)
    assert "Dihentikan" in ended.err
    assert names(tmp_path) == ["a.md"]
    assert (tmp_path / "a.md").read_bytes() == b"old"


def test_ctrl_c_while_the_pdf_is_set_ends_at_once(sample: Path, tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*SAKSAMA, "report", str(sample), "-o", "a.pdf", "-o", "a.docx"],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    process.stdout.readline()  # the year is said just before the report is composed

    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)

    _assert_failed(Ended(process.returncode, out, err))
    assert "Dihentikan" in err
    assert names(tmp_path) == []


def test_a_reader_that_leaves_is_no_fault(sample: Path, tmp_path: Path) -> None:
    ended = run(["sh", "-c", f'{" ".join(SAKSAMA)} explain "{sample}" | head -n 1'], cwd=tmp_path)

    assert ended.err == ""
    assert len(ended.out.splitlines()) == 1


def test_a_file_s_name_does_not_steer_the_terminal(tmp_path: Path) -> None:
    ended = saksama("check", "\x1b[31mmerah\x1b[0m\u202e.xlsx", cwd=tmp_path)

    _assert_failed(ended)
    assert "\x1b" not in ended.err
    assert "\u202e" not in ended.err
    assert "merah" in ended.err


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_without_unicode_shows_everything(encoding: str, tmp_path: Path) -> None:
    ended = saksama("explain", "permendagri-86-2017", cwd=tmp_path, extra={"PYTHONIOENCODING": encoding})

    assert ended.code == 0
    assert "Sangat Tinggi" in ended.out


def test_an_error_of_ours_is_one_message_and_a_traceback_for_us(sample: Path, tmp_path: Path) -> None:
    broken = "import saksama.compose.performance_report as page\npage.compose = None"

    ended = _report_in(tmp_path, sample, started=broken)

    assert ended.code == 2
    assert "Kesalahan di dalam Saksama (TypeError" in ended.err
    assert "Traceback" not in ended.err
    assert names(tmp_path) == []
