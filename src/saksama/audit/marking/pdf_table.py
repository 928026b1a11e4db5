"""The cross-reference stream at the end of an updated PDF, as the standard wants it.

pdfium leaves out the stream's type, its own entry and the end of its object, and stricter programs then call the file
damaged. The stream is the last object, so that nothing else moves.
"""

import re

_END = re.compile(rb"\s*endstream\s+startxref\s+(\d{1,12})\s+%%EOF\s*$")
_STREAM = re.compile(
    rb"(?P<number>\d+) 0 obj\s*<<(?P<before>[^<]*(?:<[0-9A-Fa-f]*>[^<]*)*?)/W\s*\[\s*0 (?P<offset>\d) (?P<rest>\d)\s*\]"
    rb"/Index\s*\[(?P<index>[\d\s]*)\]/Length (?P<length>\d+)>>stream\r\n"
)


def with_whole_table(written: bytes) -> bytes:
    """The file with its last cross-reference stream made whole; unchanged where it ends in a table or a whole one."""
    end = _END.search(written, max(0, len(written) - 200))
    start = int(end[1]) if end else 0
    stream = _STREAM.match(written, start) if end else None
    if not end or not stream or b"/Type/XRef" in stream["before"]:
        return written
    entry = start.to_bytes(int(stream["offset"]), "big") + bytes(int(stream["rest"]))
    entries = written[stream.end() : stream.end() + int(stream["length"])] + entry
    index = stream["index"].strip() + b" " + stream["number"] + b" 1"
    widths = b"0 " + stream["offset"] + b" " + stream["rest"]
    opened = stream["number"] + b" 0 obj\r\n<</Type/XRef" + stream["before"]
    opened += b"/W[" + widths + b"]/Index[" + index + b"]/Length " + str(len(entries)).encode() + b">>stream\r\n"
    closed = b"\r\nendstream\r\nendobj\r\nstartxref\r\n" + str(start).encode() + b"\r\n%%EOF\r\n"
    return written[:start] + opened + entries + closed
