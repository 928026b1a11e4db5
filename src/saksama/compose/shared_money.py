"""Money that serves several subjects and cannot be split (pagu bersama): marked at each, counted once in totals."""

from collections.abc import Iterable

from saksama.kernel.record import PerformanceRecord
from saksama.language.numerals import listed

SHARED_NOTE = (
    "Pagu bersama melayani beberapa sasaran atau indikator dan tidak dapat dibagi: dicantumkan utuh pada "
    "masing-masing, dihitung satu kali dalam jumlah seluruh program."
)


def shared_nodes(record: PerformanceRecord) -> set[str]:
    """The ids of nodes whose money is shared."""
    return {support.node for support in record.supports if support.is_shared}


def shared_notes(record: PerformanceRecord) -> tuple[str, ...]:
    """The note below a table of money of several subjects, where some of it is shared."""
    return (SHARED_NOTE,) if shared_nodes(record) else ()


def shared_notes_of(names: Iterable[str]) -> tuple[str, ...]:
    """The note below a table that names what is paid from shared money."""
    every = tuple(names)
    return (f"Pagu bersama: {listed(every)}. {SHARED_NOTE}",) if every else ()


def has_shared_money(record: PerformanceRecord, subject: str) -> bool:
    """Whether money that serves an objective or an indicator is shared."""
    return any(support.is_shared and support.subject == subject for support in record.supports)
