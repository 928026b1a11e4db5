"""The foreword with its signature."""

from saksama.compose.grid import passages
from saksama.compose.ledger import Ledger
from saksama.compose.signing import signature
from saksama.documents.document import Block, Heading, Signatures
from saksama.kernel.own_words import text_name
from saksama.kernel.record import ReportPart


def build(ledger: Ledger) -> tuple[Block, ...]:
    """The planner's own foreword, or a plain one."""
    record, year = ledger.record, ledger.year
    own = record.text(year, ReportPart.FOREWORD)
    issue = record.issue(year)
    return (
        Heading(1, "Kata Pengantar", "kata-pengantar"),
        *passages(own or "\n".join(_plain(ledger)), text_name(year, ReportPart.FOREWORD)),
        Signatures(signature(issue.signatory or record.agency.head, place=issue.place, signed_on=issue.signed_on)),
    )


def _plain(ledger: Ledger) -> list[str]:
    settings, agency, year = ledger.record.settings, ledger.record.agency, ledger.year
    name = f"{settings.report_name} ({settings.abbreviation})" if settings.abbreviation else settings.report_name
    report = f"{name} {agency.name} Tahun {year}"
    return [
        f"Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa atas tersusunnya {report}.",
        (
            "Laporan ini disusun sebagai pertanggungjawaban atas kinerja yang telah diperjanjikan, sesuai dengan "
            "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah dan "
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014. Isinya "
            "memuat target dan realisasi kinerja, perbandingannya antarwaktu, analisis penyebab, efisiensi, dan "
            "realisasi anggaran."
        ),
        (
            "Kami berharap laporan ini bermanfaat bagi pemberi amanah dan masyarakat, serta menjadi bahan perbaikan "
            "perencanaan dan pelaksanaan kinerja pada tahun berikutnya."
        ),
    ]
