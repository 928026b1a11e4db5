"""Make the workbooks of the benchmarks, once, in a process of its own."""

import sys
from pathlib import Path

from benchmarks.large_record import YEARS, large_record
from saksama.exchange.sample import SAMPLE
from saksama.exchange.workbook import write_workbook


def main(folder: Path) -> None:
    """Write sample.xlsx and large.xlsx."""
    plan = SAMPLE.plan
    (folder / "sample.xlsx").write_bytes(write_workbook(SAMPLE, first_year=plan.first_year, last_year=plan.last_year))
    large = write_workbook(large_record(), first_year=YEARS[0], last_year=YEARS[-1])
    (folder / "large.xlsx").write_bytes(large)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
