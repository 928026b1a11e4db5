"""The command `saksama`: parse arguments, make one call, and turn whatever goes wrong into one message."""

import gc
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from types import FrameType

from saksama.commands.arguments import parser, with_sample_named
from saksama.commands.console import complain, open_terminal
from saksama.commands.failure import Failure, words_of
from saksama.commands.own_words import own_words
from saksama.language.messages import _, choose_language, use_language

FAILED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command line and return the exit code: 0 done, 1 gaps under --strict or findings, 2 not done."""
    typed = list(sys.argv[1:] if arguments is None else arguments)
    language = choose_language(_wished_language(typed), os.environ)
    use_language(language)
    open_terminal()
    try:
        with _ended_like_ctrl_c(), _without_collector():
            return _run(typed, language)
    except Failure as failure:
        message = str(failure)
    except KeyboardInterrupt:
        message = _("Dihentikan. Tidak ada berkas yang dibuat atau diubah.")
    except BrokenPipeError:
        _silence()  # the reader of our output has left, as in `saksama check data.xlsx | head`
        return FAILED
    except OSError as error:
        message = words_of(error)
    except MemoryError:
        message = _("Memori tidak cukup untuk pekerjaan ini.")
    except Exception as error:
        if os.environ.get("SAKSAMA_DEBUG") == "1":
            raise
        message = _(
            "Kesalahan di dalam Saksama ({kind}: {detail}). Tidak ada berkas yang dibuat. Laporkan beserta keluaran "
            "perintah yang sama dengan SAKSAMA_DEBUG=1."
        ).format(kind=type(error).__name__, detail=error)
    try:
        complain(f"saksama: {message}")
    except OSError:  # nowhere left to say it
        _silence()
    return FAILED


def _run(typed: list[str], language: str) -> int:
    with own_words(language):
        if not typed:
            parser().print_help()
            return FAILED
        chosen = parser().parse_args(with_sample_named(typed))
    match chosen.command:
        case "template":
            from saksama.commands.template import template

            code = template(
                chosen.file,
                sample=chosen.sample,
                years=chosen.years,
                source=chosen.source,
                year=chosen.year,
                force=chosen.force,
            )
        case "report":
            from saksama.commands.report import report

            code = report(
                chosen.file,
                chosen.outputs,
                kind=chosen.kind,
                year=chosen.year,
                strict=chosen.strict,
                arrangement=chosen.arrangement,
                template=chosen.template,
                revision=chosen.revision,
                period=chosen.period,
            )
        case "check":
            from saksama.commands.check import check

            code = check(chosen.file, year=chosen.year, by=chosen.by)
        case "export":
            from saksama.commands.export import export

            code = export(chosen.file, chosen.output, kind=chosen.format)
        case "fill":
            from saksama.commands.fill import fill

            code = fill(
                chosen.file, chosen.lra, chosen.output, year=chosen.year, agency=chosen.agency, force=chosen.force
            )
        case "split":
            from saksama.commands.split import split

            code = split(chosen.file, chosen.output, year=chosen.year, force=chosen.force)
        case "merge":
            from saksama.commands.merge import merge

            code = merge(chosen.file, chosen.parts, chosen.output, force=chosen.force)
        case "pull":
            from saksama.commands.pull import pull

            code = pull(chosen.edited, chosen.file, chosen.output, year=chosen.year, force=chosen.force)
        case "audit":
            from saksama.commands.audit import audit

            code = audit(
                chosen.files,
                as_json=chosen.format == "json",
                fail_level=chosen.fail_level,
                mark=chosen.mark,
                is_complete=chosen.all,
                shows_progress=chosen.progress,
            )
        case "read":
            from saksama.commands.read import read

            code = read(chosen.file, as_json=chosen.json)
        case "serve":
            from saksama.commands.serve import serve

            code = serve(
                chosen.host,
                chosen.port,
                folder=chosen.data,
                with_sample=chosen.sample_city,
                processes=chosen.processes,
            )
        case "administrator":
            from saksama.commands.administrator import administrator

            code = administrator(
                chosen.email,
                name=chosen.name,
                government=chosen.government,
                folder=chosen.data,
                removes_factor=chosen.remove_second_factor,
            )
        case _:
            from saksama.commands.explain import explain

            code = explain(chosen.what, chosen.file, as_json=chosen.json)
    sys.stdout.flush()
    return code


def _wished_language(typed: list[str]) -> str | None:
    # The help must be in the language before argparse has read the line.
    wish = None
    for word, following in pairwise([*typed, ""]):
        if word == "--lang":
            wish = following
        elif word.startswith("--lang="):
            wish = word.removeprefix("--lang=")
    return wish


@contextmanager
def _ended_like_ctrl_c() -> Iterator[None]:
    """Let a polite request to end (SIGTERM, a closed terminal) clean up as Ctrl-C does."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), interrupt) for name in names}
    try:
        yield
    finally:
        for name, previous in before.items():
            signal.signal(getattr(signal, name), previous)


@contextmanager
def _without_collector() -> Iterator[None]:
    # A command makes many small values without cycles and ends: looking through them again and again takes a seventh
    # of the time of a large report.
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _silence() -> None:
    # Otherwise Python complains once more when it closes the stream at the end.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())


if __name__ == "__main__":
    sys.exit(main())
