"""Bab I: the organisation, its duties, its people, and the strategic issues it faces."""

from fractions import Fraction

from saksama.compose.grid import LEFT, RIGHT, columns, heading, row, shown_in, table, text
from saksama.compose.ledger import Ledger, gap
from saksama.compose.phrases import ended, lowered
from saksama.documents.document import (
    Block,
    Content,
    Figure,
    Heading,
    HeadingNumbering,
    ItemList,
    ListKind,
    Paragraph,
    RowKind,
    Text,
)
from saksama.documents.pictures import Box, Tree
from saksama.kernel.agency import Unit
from saksama.kernel.rounding import write_number
from saksama.language.numerals import counted


def build(ledger: Ledger) -> tuple[Block, ...]:
    """The sections of Bab I (PermenPANRB 53/2014, sample format)."""
    return (
        Heading(1, "Pendahuluan", "bab-pendahuluan", HeadingNumbering.CHAPTER),
        Heading(2, "Gambaran Umum", "gambaran-umum"),
        *_general(ledger),
        Heading(2, "Tugas dan Fungsi", "tugas-fungsi"),
        *_duties(ledger),
        Heading(2, "Struktur Organisasi dan Sumber Daya Manusia", "organisasi"),
        *_organisation(ledger),
        *_staff(ledger),
        *_assets(ledger),
        Heading(2, "Permasalahan Utama dan Isu Strategis", "isu-strategis"),
        *_issues(ledger),
        Heading(2, "Sistematika Laporan", "sistematika"),
        *_outline(ledger),
    )


def missing(what: str) -> Paragraph:
    """A sentence that shows a gap."""
    return Paragraph(text(f"{what}: ", gap(), "."))


def _general(ledger: Ledger) -> tuple[Block, ...]:
    agency, settings = ledger.record.agency, ledger.record.settings
    opening = Paragraph(
        text(
            f"{settings.report_name} {agency.name} Tahun {ledger.year} mempertanggungjawabkan pencapaian sasaran ",
            f"strategis dalam perjanjian kinerja tahun {ledger.year} kepada pemberi amanah dan masyarakat.",
        )
    )
    if not agency.legal_basis:
        return opening, missing("Dasar hukum")
    return (
        opening,
        Paragraph(text("Dasar hukum penyusunan laporan dan pembentukan perangkat daerah:")),
        ItemList(tuple(map(text, agency.legal_basis)), ListKind.NUMBERS),
    )


def _duties(ledger: Ledger) -> tuple[Block, ...]:
    agency = ledger.record.agency
    tasks = Paragraph(text(_tasks(agency.name, agency.tasks))) if agency.tasks else missing("Tugas")
    if not agency.functions:
        return tasks, missing("Fungsi")
    return (
        tasks,
        Paragraph(text(f"Dalam melaksanakan tugas tersebut, {agency.name} menyelenggarakan fungsi:")),
        ItemList(tuple(map(text, agency.functions)), ListKind.LETTERS),
    )


def _tasks(agency: str, tasks: str) -> str:
    """The duty in a sentence, unless the planner already wrote one."""
    is_sentence = "mempunyai tugas" in tasks or "bertugas" in tasks
    return ended(tasks if is_sentence else f"{agency} mempunyai tugas {lowered(tasks)}")


def _organisation(ledger: Ledger) -> tuple[Block, ...]:
    units = ledger.record.agency.units
    if not units:
        return (missing("Struktur organisasi"),)
    names = {unit.name for unit in units}
    tops = [unit for unit in units if unit.parent not in names]
    boxes = tuple(_box(unit, units, frozenset()) for unit in tops)
    root = boxes[0] if len(boxes) == 1 else Box(ledger.record.agency.name, boxes)
    described = "; ".join(f"{unit.name} di bawah {unit.parent}" for unit in units if unit.parent in names)
    tree = Tree(root, f"Bagan organisasi. {described}")
    blocks: list[Block] = [Figure(tree, "gambar-organisasi", f"Bagan Organisasi {ledger.record.agency.name}")]
    tasks = tuple(text(f"{unit.name}: {unit.tasks}") for unit in units if unit.tasks)
    return (*blocks, ItemList(tasks)) if tasks else tuple(blocks)


def _box(unit: Unit, units: tuple[Unit, ...], above: frozenset[str]) -> Box:
    seen = above | {unit.name}
    below = [found for found in units if found.parent == unit.name and found.name not in seen]
    return Box(unit.name, tuple(_box(found, units, seen) for found in below))


def _staff(ledger: Ledger) -> tuple[Block, ...]:
    staff = ledger.record.agency.staff
    if not staff:
        return (missing("Sumber daya manusia"),)
    made: list[Block] = []
    for place, grouping in enumerate(dict.fromkeys(count.grouping for count in staff), start=1):
        counts = [count for count in staff if count.grouping == grouping]
        rows = [row(count.category, _whole(count.count)) for count in counts]
        rows.append(row("Jumlah", _whole(sum(count.count for count in counts)), kind=RowKind.TOTAL))
        made.append(
            table(
                f"tabel-sdm-{place}",
                f"Pegawai Menurut {grouping}",
                widths=columns((70, LEFT), (30, RIGHT)),
                header=heading(grouping, "Jumlah (orang)"),
                rows=tuple(rows),
                origin=f"Data kepegawaian {ledger.record.agency.name}",
            )
        )
    return tuple(made)


def _assets(ledger: Ledger) -> tuple[Block, ...]:
    """What the agency owns; without a heading of its own, since it belongs to its resources."""
    assets = [asset for asset in ledger.record.assets if asset.year == ledger.year]
    if not assets:
        return ()
    rows = tuple(
        row(
            asset.name,
            Text(_whole(asset.quantity)) if asset.quantity is not None else gap(),
            asset.unit or "–",
            asset.condition or "–",
        )
        for asset in assets
    )
    made = table(
        "tabel-aset",
        f"Sarana dan Prasarana pada Akhir Tahun {ledger.year}",
        widths=columns((46, LEFT), (16, RIGHT), (16, LEFT), (22, LEFT)),
        header=heading("Jenis", "Jumlah", "Satuan", "Kondisi"),
        rows=rows,
        origin=f"Data aset {ledger.record.agency.name}, {ledger.year}",
    )
    return shown_in("Sarana dan prasarana yang mendukung pekerjaan", "tabel-aset"), made


def _whole(count: int) -> str:
    return write_number(Fraction(count), 0)


def _issues(ledger: Ledger) -> tuple[Block, ...]:
    issues = ledger.record.agency.issues
    if not issues:
        return (missing("Isu strategis"),)
    return (
        Paragraph(text(f"Permasalahan utama yang dihadapi meliputi {counted(len(issues))} isu strategis:")),
        ItemList(tuple(map(text, issues)), ListKind.NUMBERS),
    )


def _outline(ledger: Ledger) -> tuple[Block, ...]:
    chapters: tuple[Content, ...] = (
        text("Bab I Pendahuluan: gambaran umum organisasi, sumber daya, dan isu strategis."),
        text(f"Bab II Perencanaan Kinerja: rencana strategis dan perjanjian kinerja tahun {ledger.year}."),
        text(
            "Bab III Akuntabilitas Kinerja: capaian kinerja tiap sasaran dengan tujuh analisis, dan realisasi anggaran."
        ),
        text("Bab IV Penutup: simpulan dan langkah perbaikan."),
        text("Lampiran: perjanjian kinerja dan data pendukung."),
    )
    return (ItemList(chapters),)
