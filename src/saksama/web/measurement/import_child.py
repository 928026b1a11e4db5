"""Read a workbook or JSON in a process of its own: whatever a hostile file does, it does to this process only.

`python -m saksama.web.measurement.import_child FILE LANGUAGE` prints JSON: the record, or null, and every problem.
"""

import json
import sys
from contextlib import suppress
from pathlib import Path

from saksama.exchange.problem import describe
from saksama.exchange.reading import read_record
from saksama.exchange.record_json import encoded
from saksama.exchange.record_json_reading import read_record_json
from saksama.language.messages import use_language

_MEMORY = 4 * 2**30
_SECONDS = 120


def main(arguments: list[str]) -> int:
    """Read the file and print what it says."""
    file, language = Path(arguments[0]), arguments[1]
    use_language(language)
    bound()
    reading = read_record_json(file) if file.suffix == ".json" else read_record(file)
    problems = [{"severity": one.severity.value, "text": describe(one)} for one in reading.problems]
    record = None if reading.record is None else encoded(reading.record)
    sys.stdout.write(json.dumps({"record": record, "problems": problems}).replace(str(file), file.name))
    return 0


def bound() -> None:
    """Bound memory and time where the system can (not on Windows, where the parent's deadline is left)."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
