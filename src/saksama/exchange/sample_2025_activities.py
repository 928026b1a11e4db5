"""What the second sample tells beside its indicators: surveys, recommendations, awards, things. All invented."""

import zlib
from decimal import Decimal

from saksama.exchange.sample_2025_indicators import YEAR
from saksama.kernel.activities import (
    Asset,
    Award,
    BoundAttachment,
    FollowUpState,
    Innovation,
    Picture,
    Recommendation,
)
from saksama.kernel.survey import SatisfactionSurvey

_AVERAGES = ("3.41", "3.38", "3.45", "3.92", "3.40", "3.36", "3.44", "3.22", "3.12")

SURVEYS = (
    SatisfactionSurvey(
        "skm-data",
        "Layanan pusat data dan jaringan",
        YEAR,
        respondents=148,
        averages=tuple(map(Decimal, _AVERAGES)),
        indicator="IK9",
        source="Survei kepuasan masyarakat, Oktober–November 2025 (contoh)",
    ),
    SatisfactionSurvey(
        "skm-informasi",
        "Layanan permohonan informasi publik",
        YEAR,
        answers=(
            (4, 3, 3, 4, 4, 3, 4, 3, 3),
            (3, 3, 4, 4, 3, 4, 4, 3, 3),
            (4, 4, 3, 4, 3, 3, 3, 4, 3),
            (3, 4, 4, 4, 4, 4, 4, 3, 4),
            (4, 3, 3, 4, 3, 3, 4, None, 3),
            (3, 3, 3, 4, 4, 4, 3, 3, 2),
        ),
        source="Survei kepuasan masyarakat, Desember 2025 (contoh)",
    ),
)

RECOMMENDATIONS = (
    Recommendation(
        YEAR,
        "LHE 2024",
        "Agar rencana aksi dipantau setiap triwulan dan hasilnya dipakai memperbaiki kegiatan.",
        "Rapat pemantauan dilaksanakan empat kali; dua kegiatan diubah pada Triwulan III.",
        FollowUpState.DONE,
        "Notula rapat pemantauan",
    ),
    Recommendation(
        YEAR,
        "LHE 2024",
        "Agar indikator kinerja dilengkapi dengan definisi operasional.",
        "Definisi 9 dari 10 indikator ditetapkan.",
        FollowUpState.IN_PROGRESS,
        "Keputusan kepala dinas tentang kamus indikator",
    ),
    Recommendation(
        YEAR,
        "LHE 2024",
        "Agar sasaran kinerja pegawai diturunkan dari perjanjian kinerja.",
        state=FollowUpState.NOT_STARTED,
    ),
)

INNOVATIONS = (
    Innovation(
        YEAR,
        "Satu Pintu Warga",
        "Portal kota yang menyatukan 66 layanan perangkat daerah dengan satu akun.",
        "Warga tidak perlu mengisi data yang sama berulang kali.",
    ),
    Innovation(YEAR, "Redaksi Bersama", "Konten disusun bersama oleh 14 perangkat daerah.", "Konten seragam."),
)

AWARDS = (
    Award(YEAR, "Badan publik Menuju Informatif", "Komisi Informasi (contoh)", "Provinsi"),
    Award(YEAR, "Layanan digital terbaik kedua", "Lomba inovasi daerah (contoh)", "Kota"),
)

ASSETS = (
    Asset(YEAR, "Gedung kantor", 2, "Unit", "Baik"),
    Asset(YEAR, "Kendaraan roda empat", 5, "Unit", "Baik"),
    Asset(YEAR, "Kendaraan roda empat", 1, "Unit", "Rusak berat"),
    Asset(YEAR, "Peladen", 14, "Unit", "Baik"),
    Asset(YEAR, "Perangkat jaringan", 132, "Unit", "Baik"),
    Asset(YEAR, "Komputer jinjing", 46, "Unit", "Rusak ringan"),
)


def _png(width: int, height: int) -> bytes:
    """A drawing of nodes joined to a centre, in grey: a picture that shows no place and no person."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        whole = kind + content
        return len(content).to_bytes(4, "big") + whole + zlib.crc32(whole).to_bytes(4, "big")

    centre = (width // 2, height // 2)
    nodes = [(width // 6, height // 4), (width // 6, 3 * height // 4), (5 * width // 6, height // 4)]
    nodes += [(5 * width // 6, 3 * height // 4), centre]

    def shade(x: int, y: int) -> int:
        if any((x - a) ** 2 + (y - b) ** 2 < (height // 12) ** 2 for a, b in nodes):
            return 60
        # On the line from a node to the centre: the cross product is twice the triangle's area.
        for a, b in nodes[:-1]:
            across = abs((centre[0] - a) * (y - b) - (centre[1] - b) * (x - a))
            if across < 2 * width and min(a, centre[0]) <= x <= max(a, centre[0]):
                return 150
        return 245

    rows = b"".join(b"\0" + bytes(shade(x, y) for x in range(width)) for y in range(height))
    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((8, 0, 0, 0, 0))
    compressed = chunk(b"IDAT", zlib.compress(rows, 9))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + compressed + chunk(b"IEND", b"")


PICTURES = (
    Picture(YEAR, "Bagan jaringan intra kota (gambar contoh)", "image/png", _png(480, 240), 480, 240, subject="S1"),
)


def _pdf(*lines: str) -> bytes:
    """A page of A4 with lines of text, as small as a PDF can be."""
    text = " T* ".join(f"({line}) Tj" for line in lines)
    stream = f"BT /F1 14 Tf 20 TL 72 760 Td {text} ET".encode("latin-1")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + table + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(made)


ATTACHMENTS = (
    BoundAttachment(
        YEAR,
        "Pernyataan telah direviu (contoh)",
        _pdf("PERNYATAAN TELAH DIREVIU", "", "Halaman contoh: dokumen asli dijilid di sini."),
    ),
)
