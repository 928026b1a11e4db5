"""Typeset a document in a process of its own: files on standard input, a PDF on standard output.

Run as a script, so that it imports typst and nothing of this package. The first line of the input is JSON with the time
stamp and the name and size of each file; the files follow. Ctrl-C ends the process at once, and so does the end of the
input, which means that the parent has gone.
"""

import json
import os
import signal
import sys
import threading
from pathlib import Path

FONTS = Path(__file__).parents[2] / "fonts"
STANDARDS = ["a-2a", "ua-1"]
MAX_MESSAGE = 4000  # characters: less than any pipe holds, so that telling never waits


def main() -> None:
    # Python's own handler would wait until typst returns.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    import typst  # noqa: PLC0415  # the handler must stand before the slow import

    stream = sys.stdin.buffer
    order = json.loads(stream.readline())
    sources = {name: stream.read(size) for name, size in order["files"]}
    threading.Thread(target=_end_with_parent, daemon=True).start()
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    root = Path(__file__).parent
    sources["main.typ"] = (root / "report.typ").read_bytes()
    try:
        # The template reads only the files given here; the root holds nothing but this folder's own source.
        # typst takes files by name; its stub knows only one.
        pdf = typst.compile(  # type: ignore[call-overload]
            sources,
            root=str(root),
            font_paths=fonts,
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=STANDARDS,
            timestamp=order["timestamp"],
        )
    except typst.TypstError as error:
        sys.stderr.write(f"{error.message}\n{error.diagnostic}"[:MAX_MESSAGE])
        sys.exit(1)
    sys.stdout.buffer.write(pdf)
    sys.stdout.buffer.flush()


def _end_with_parent() -> None:
    while os.read(0, 1):
        pass
    os._exit(1)


if __name__ == "__main__":
    main()
