"""PDFs as LibreOffice makes them of Word files: many in one call."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory


def has_office() -> bool:
    """Whether LibreOffice is installed."""
    return shutil.which("soffice") is not None


def to_pdf(files: Sequence[Path], folder: Path) -> None:
    """Make each Word file into a PDF of the same name in the folder."""
    if not files:
        return
    with TemporaryDirectory() as profile:
        for start in range(0, len(files), 50):
            subprocess.run(
                [
                    "soffice",
                    f"-env:UserInstallation=file://{profile}",
                    "--headless",
                    "--convert-to",
                    "pdf",
                    "--outdir",
                    str(folder),
                    *map(str, files[start : start + 50]),
                ],
                check=True,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
