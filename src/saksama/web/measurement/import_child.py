"""Read a workbook or JSON in a process of its own: whatever a hostile file does, it does to this process only.

`python -m saksama.web.measurement.import_child FILE LANGUAGE` prints JSON: the record, or null, and every problem.
"""

import json
import sys
from pathlib import Path

from saksama.exchange.problem import describe
from saksama.exchange.reading import read_record
from saksama.exchange.record_json import encoded
from saksama.exchange.record_json_reading import read_record_json
from saksama.language.messages import use_language
from saksama.web.child_bounds import bound

SECONDS = 120
MEMORY = 2 * 2**30
MOST_WRITTEN = 32 * 2**20
"""Bytes of what is printed; a record of 300 indicators and 2,000 sub-activities over six years has 2 MB."""


def main(arguments: list[str]) -> int:
    """Read the file and print what it says."""
    file, language = Path(arguments[0]), arguments[1]
    use_language(language)
    bound(SECONDS, memory=MEMORY, written=MOST_WRITTEN)
    reading = read_record_json(file) if file.suffix == ".json" else read_record(file)
    problems = [{"severity": one.severity.value, "text": describe(one)} for one in reading.problems]
    record = None if reading.record is None else encoded(reading.record)
    sys.stdout.write(json.dumps({"record": record, "problems": problems}).replace(str(file), file.name))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
