"""Write a document as PDF/A-2a and PDF/UA-1."""

import json
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

from saksama.documents.document import Document
from saksama.documents.writers.typesetting.layout import lay_out

_CHILD = Path(__file__).parent / "typesetting" / "child.py"


class TypesettingError(RuntimeError):
    """The typesetter refused the document or ended without a PDF."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A PDF in the making, in a process of its own."""

    _process: subprocess.Popen[bytes]

    def result(self) -> bytes:
        """Wait for the PDF. Ends the process when interrupted."""
        stdout, stderr = self._process.stdout, self._process.stderr
        assert stdout
        assert stderr
        try:
            pdf, message = stdout.read(), stderr.read()
            code = self._process.wait()
        finally:
            self.cancel()
        if code or not pdf:
            raise TypesettingError(message.decode(errors="replace") or f"typst: {code}")
        return pdf

    def cancel(self) -> None:
        """End the process, if it has not ended."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream:
                with suppress(BrokenPipeError):  # closing writes what is left
                    stream.close()


def write(document: Document) -> bytes:
    """The PDF of a resolved document."""
    return start(document).result()


def start(document: Document) -> Pending:
    """Begin to make the PDF of a resolved document on another core."""
    # -P: nothing from the current folder may take the place of a module.
    process = subprocess.Popen(
        [sys.executable, "-P", str(_CHILD)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    pending = Pending(process)
    try:
        _send(process, document)
    except BaseException:
        pending.cancel()
        raise
    return pending


def _send(process: subprocess.Popen[bytes], document: Document) -> None:
    files = lay_out(document)
    moment = int(datetime.combine(document.date, time(), tzinfo=UTC).timestamp()) if document.date else 0
    order = {"timestamp": moment, "files": [(name, len(content)) for name, content in files.items()]}
    assert process.stdin
    # Where the child has ended, `result` tells why. The input stays open: its end tells the child to end.
    with suppress(BrokenPipeError):
        process.stdin.write(json.dumps(order).encode() + b"\n")
        for content in files.values():
            process.stdin.write(content)
        process.stdin.flush()
