"""Run a command with DATABASE_URL leading to a PostgreSQL server of its own, which ends with the command.

`python -m tools.postgresql python -m pytest tests/web`
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

_DEBIAN = Path("/usr/lib/postgresql")


def programs() -> Path | None:
    """The folder of PostgreSQL's own programs: on the path, or where Debian puts them."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    versions = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parents[1].name))
    return versions[-1].parent if versions else None


@contextmanager
def server(binaries: Path, *, vacuums: bool = True) -> Iterator[str]:
    """A server in a folder of its own, reached by a socket there. Yields its DATABASE_URL.

    `vacuums`: whether it cleans and counts its tables by itself.
    """
    folder = Path(mkdtemp(prefix="saksama-postgresql-"))
    # PostgreSQL refuses to run as root: the account that its package made runs it then.
    as_owner = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_owner:
        shutil.chown(folder, "postgres", "postgres")
    data, log = folder / "data", folder / "log"
    options = f"-k {folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off"
    options += "" if vacuums else " -c autovacuum=off"

    def run(program: str, *arguments: str) -> None:
        command = [*as_owner, str(binaries / program), "-D", str(data), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder)

    try:
        run("initdb", "-A", "trust", "-U", "saksama", "-E", "UTF8")
        run("pg_ctl", "-l", str(log), "-o", options, "-w", "start")
        try:
            yield f"postgresql://saksama@/postgres?host={folder}"
        finally:
            run("pg_ctl", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    """Run the command of the arguments."""
    binaries = programs()
    if binaries is None:
        is_needed = os.environ.get("SAKSAMA_NO_SKIPS") == "1"
        print("PostgreSQL is not installed here: its tests are left out.", file=sys.stderr)
        return 1 if is_needed else 0
    # Tests roll back what they write: cleaned in between, a table of many pages counts as empty, and is read from its
    # start to its end for each row of another.
    with server(binaries, vacuums=False) as address:
        return subprocess.run(sys.argv[1:], env=os.environ | {"DATABASE_URL": address}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
