"""What can be typed after `saksama`, with its help. Also the source of docs/reference/cli.md."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from saksama import __version__
from saksama.language.messages import LANGUAGES, _

AUDIT_FORMATS = ("text", "json")
EXPORT_FORMATS = ("json", "csv", "parquet")
PARTITIONS = ("pic",)
FAIL_LEVELS = ("error", "warning", "note")
KINDS = ("lkjip", "pk", "iku", "indikator", "renaksi", "triwulan", "e81")
SAMPLES = ("2020", "2025")
ARRANGEMENTS = ("per-sasaran", "per-analisis")
REPORT_SUFFIXES = (".docx", ".pdf", ".html", ".md")
DEFAULT_YEARS = range(2025, 2030)
_YEARS = range(1945, 2200)
_LONGEST_PLAN = 10


def parser() -> argparse.ArgumentParser:
    """The command line in the language in use."""
    top = argparse.ArgumentParser(
        prog="saksama",
        description=_("Membuat laporan kinerja (LKjIP) dari angka yang diisi satu kali dalam buku kerja."),
        epilog=_(
            "Mulailah dengan `saksama template data.xlsx`, atau periksa laporan yang sudah ada dengan `saksama audit "
            "LKjIP.docx`. Kode keluar: 0 berhasil; 1 ada yang belum diisi (hanya dengan --strict) atau ada temuan "
            "(audit); 2 gagal, dengan satu pesan yang menjelaskan sebabnya."
        ),
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"saksama {__version__}", help=_("tampilkan versi"))
    _add_language(top)
    commands = top.add_subparsers(dest="command", metavar=_("PERINTAH"), required=True, title=_("perintah"))
    for name, purpose, fill in (
        ("template", _("buat buku kerja kosong atau contoh"), _template),
        ("report", _("buat laporan kinerja satu tahun dari buku kerja"), _report),
        ("check", _("periksa buku kerja tanpa membuat laporan"), _check),
        ("fill", _("isi uang satu tahun dari ekspor LRA atau rekap SIPD"), _fill),
        ("split", _("bagi buku kerja menurut penanggung jawab"), _split),
        ("merge", _("gabungkan bagian yang sudah diisi"), _merge),
        ("pull", _("ambil naskah yang disunting di Word, daftar angka yang diubah"), _pull),
        ("explain", _("jelaskan rumus, skala, atau satu angka"), _explain),
        ("export", _("simpan data sebagai JSON, atau sebagai tabel CSV atau Parquet"), _export),
        ("audit", _("periksa ulang semua angka dalam laporan kinerja"), _audit),
        ("read", _("tampilkan apa yang dipahami dari sebuah dokumen"), _read),
        ("serve", _("jalankan aplikasi web untuk satu pemerintah daerah atau satu instansi"), _serve),
        ("administrator", _("buat tautan masuk bagi administrator aplikasi web"), _administrator),
    ):
        command = commands.add_parser(name, help=purpose, allow_abbrev=False)
        fill(command)
        _add_language(command)
    return top


def with_sample_named(typed: Sequence[str]) -> list[str]:
    """The words of a command line, a bare `--sample` with its default, so that it takes no file name for its value."""
    pairs = zip(typed, [*typed[1:], ""], strict=True)
    is_bare = [word == "--sample" and following not in SAMPLES for word, following in pairs]
    return [f"--sample={SAMPLES[0]}" if bare else word for word, bare in zip(typed, is_bare, strict=True)]


def _add_language(command: argparse.ArgumentParser) -> None:
    # Suppressed, so that a command without the option does not overwrite what stands before it.
    command.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=argparse.SUPPRESS,
        help=_(
            "bahasa pesan: id atau en (bawaan: SAKSAMA_LANG, lalu bahasa sistem, lalu id); laporan selalu Indonesia"
        ),
    )


def _template(command: argparse.ArgumentParser) -> None:
    command.description = _("Membuat buku kerja (xlsx) untuk satu periode rencana, siap diisi.")
    command.add_argument("file", type=Path, metavar=_("BERKAS.xlsx"), help=_("buku kerja yang akan dibuat"))
    command.add_argument(
        "--sample",
        nargs="?",
        choices=SAMPLES,
        const=SAMPLES[0],
        help=_("isi dengan contoh lengkap: 2020, laporan terbit (bawaan), atau 2025, dinas masa kini dengan triwulan"),
    )
    command.add_argument(
        "--years",
        type=_period,
        metavar=_("AWAL-AKHIR"),
        help=_("tahun pertama dan terakhir rencana (bawaan: {first}-{last})").format(
            first=DEFAULT_YEARS[0], last=DEFAULT_YEARS[-1]
        ),
    )
    command.add_argument(
        "--from",
        dest="source",
        type=Path,
        metavar=_("LAMA.xlsx"),
        help=_(
            "siapkan tahun berikutnya dari buku kerja yang sudah terisi: rencana, indikator, program dan angka "
            "tahun-tahun sebelumnya tetap; baris tahun baru kosong; rekomendasi yang belum selesai ditulis lagi; "
            "gambar dan lampiran tidak ikut"
        ),
    )
    command.add_argument(
        "--year",
        type=_year,
        metavar=_("TAHUN"),
        help=_("tahun yang disiapkan --from (bawaan: sesudah tahun terakhir yang ada realisasinya)"),
    )
    _add_force(command)


def _report(command: argparse.ArgumentParser) -> None:
    command.description = _(
        "Membuat laporan kinerja atau dokumen lain. Yang belum diisi tampak di dalamnya sebagai “belum diisi” dan "
        "didaftar di layar. Semua keluaran dibuat, atau tidak satu pun."
    )
    _add_workbook(command)
    _add_year(command)
    command.add_argument(
        "--kind",
        choices=KINDS,
        default=KINDS[0],
        help=_(
            "jenis dokumen: lkjip laporan kinerja (bawaan), pk perjanjian kinerja, iku lampiran keputusan IKU, "
            "indikator lembar data indikator, renaksi rencana aksi triwulanan, triwulan pengukuran kinerja triwulan, "
            "e81 evaluasi hasil Renja"
        ),
    )
    command.add_argument(
        "--template",
        type=Path,
        metavar=_("TEMPLAT.toml"),
        help=_("templat naskah pemerintah daerah: nama laporan, penomoran, bagian, kata-kata, logo, susunan"),
    )
    command.add_argument(
        "--revision",
        type=_revision,
        metavar="N",
        help=_("perjanjian kinerja yang mana: 0 yang pertama, 1 perubahan pertama (bawaan: yang terakhir)"),
    )
    command.add_argument(
        "--period",
        metavar=_("PERIODE"),
        help=_(
            "bagian tahun, untuk dokumen yang memakainya: 3, “TW III”, S1, “Semester I”, atau bulan (bawaan: triwulan "
            "terakhir yang ada realisasinya)"
        ),
    )
    command.add_argument(
        "-o",
        "--output",
        dest="outputs",
        action="append",
        type=Path,
        required=True,
        metavar=_("BERKAS"),
        help=_("keluaran; akhirannya memilih bentuknya: {suffixes}. Boleh disebut beberapa kali").format(
            suffixes=", ".join(REPORT_SUFFIXES)
        ),
    )
    command.add_argument("--strict", action="store_true", help=_("tolak membuat laporan selama ada yang belum diisi"))
    command.add_argument(
        "--arrangement",
        choices=ARRANGEMENTS,
        help=_("susunan Bab III: semua analisis tiap sasaran, atau semua sasaran tiap analisis (bawaan: buku kerja)"),
    )


def _pull(command: argparse.ArgumentParser) -> None:
    command.description = _(
        "Membawa naskah yang disunting di berkas Word hasil saksama report kembali ke buku kerja, dan mendaftar angka "
        "yang diubah di Word beserta angka dari data. Angka tidak pernah diambil dari Word; tanpa -o tidak ada yang "
        "ditulis."
    )
    command.add_argument("edited", type=Path, metavar=_("LKjIP.docx"), help=_("laporan Word yang telah disunting"))
    _add_workbook(command)
    _add_year(command)
    _add_result(command, _("BARU.xlsx"))
    _add_force(command)


def _check(command: argparse.ArgumentParser) -> None:
    command.description = _(
        "Membaca buku kerja dan menyebut semua masalah dengan selnya, yang belum diisi beserta penanggung jawabnya, "
        "dan data yang patut diragukan."
    )
    _add_workbook(command)
    _add_year(command)
    command.add_argument(
        "--by",
        choices=PARTITIONS,
        help=_("hanya pesan siap kirim kepada setiap penanggung jawab: apa yang masih kurang"),
    )


def _fill(command: argparse.ArgumentParser) -> None:
    command.description = _(
        "Mengisi kode, nama, pagu dan realisasi program, kegiatan dan subkegiatan satu tahun dari ekspor SIPD (LRA "
        "atau rekap, xlsx). Yang berubah, yang baru, dan yang tidak ada pasangannya ditampilkan dengan barisnya; tanpa "
        "-o tidak ada yang ditulis. Semua isian lain tetap."
    )
    _add_workbook(command)
    command.add_argument("--lra", type=Path, required=True, metavar=_("LRA.xlsx"), help=_("ekspor yang dibaca"))
    _add_result(command, _("BARU.xlsx"))
    command.add_argument(
        "--year", type=_year, metavar=_("TAHUN"), help=_("tahun anggaran (bawaan: yang tertulis dalam ekspor)")
    )
    command.add_argument(
        "--agency",
        metavar=_("NAMA"),
        help=_("perangkat daerah dalam ekspor, nama atau kodenya (bawaan: nama instansi di buku kerja)"),
    )
    _add_force(command)


def _split(command: argparse.ArgumentParser) -> None:
    command.description = _(
        "Membuat satu buku kerja untuk setiap penanggung jawab (unit pada lembar Definisi dan Anggaran, selain itu "
        "peran) yang hanya memperlihatkan barisnya, dan pesan siap kirim tentang yang masih kurang."
    )
    _add_workbook(command)
    command.add_argument(
        "--by", choices=PARTITIONS, default=PARTITIONS[0], help=_("pembagian: menurut penanggung jawab (pic)")
    )
    command.add_argument(
        "-o", "--output", type=Path, required=True, metavar=_("FOLDER"), help=_("folder untuk bagian dan pesan.txt")
    )
    _add_year(command)
    _add_force(command)


def _merge(command: argparse.ArgumentParser) -> None:
    command.description = _(
        "Memasukkan isian dari bagian yang kembali ke dalam buku kerja. Setiap perubahan ditampilkan dengan asalnya. "
        "Isian yang bertentangan didaftar (siapa menulis apa, di mana) dan isi buku kerja dipertahankan; kode "
        "keluarnya 1. Tanpa -o tidak ada yang ditulis."
    )
    _add_workbook(command)
    command.add_argument("parts", nargs="+", type=Path, metavar=_("BAGIAN.xlsx"), help=_("bagian dari saksama split"))
    _add_result(command, _("GABUNGAN.xlsx"))
    _add_force(command)


def _explain(command: argparse.ArgumentParser) -> None:
    command.description = _(
        "Menjelaskan rumus atau skala menurut namanya; atau, dengan buku kerja, satu angka menurut pengenalnya: "
        "rumus, masukan, langkah, pembulatan, predikat, dan dasar hukumnya. Dengan buku kerja saja: daftar semua "
        "angka. Tanpa apa pun: daftar rumus dan skala."
    )
    command.add_argument(
        "what",
        nargs="?",
        metavar=_("APA"),
        help=_("nama rumus atau skala, pengenal angka seperti capaian/IK1/2020, atau buku kerja"),
    )
    command.add_argument(
        "file", nargs="?", type=Path, metavar=_("DATA.xlsx"), help=_("buku kerja yang memuat angka itu")
    )
    command.add_argument(
        "--json", action="store_true", help=_("sebagai JSON, dengan pecahan eksak, untuk program lain")
    )


def _export(command: argparse.ArgumentParser) -> None:
    command.description = _(
        "Menyimpan seluruh isi buku kerja sebagai JSON (docs/reference/record.schema.json); setiap perintah yang "
        "menerima buku kerja juga menerima JSON itu. Atau membuat tabel indikator, target, realisasi, hasil, dan uang "
        "untuk dianalisis (docs/reference/tables.md)."
    )
    _add_workbook(command)
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar=_("KELUARAN"),
        help=_("berkas .json; untuk csv dan parquet, sebuah folder"),
    )
    command.add_argument("--format", choices=EXPORT_FORMATS, default=EXPORT_FORMATS[0], help=_("bentuk (bawaan: json)"))


def _read(command: argparse.ArgumentParser) -> None:
    command.description = _(
        "Membaca dokumen (docx, pdf, xlsx, html, txt, md) dan menampilkan apa yang dipahami, menurut urutan baca: "
        "judul, paragraf, daftar, tabel dengan judul dan kepalanya, letaknya, serta apa yang tidak terbaca. Tidak ada "
        "yang dinilai."
    )
    command.add_argument("file", type=Path, metavar=_("BERKAS"), help=_("dokumen yang akan dibaca"))
    command.add_argument("--json", action="store_true", help=_("sebagai JSON, untuk program lain"))


def _serve(command: argparse.ArgumentParser) -> None:
    command.description = _(
        "Menjalankan aplikasi web: siklus kinerja satu pemerintah daerah, dari rencana sampai laporan terbit. Basis "
        "datanya SQLite di folder data, atau PostgreSQL menurut DATABASE_URL. Pekerjaan yang lama dikerjakan oleh "
        "pekerja yang ikut dijalankan. Hentikan dengan Ctrl+C."
    )
    command.add_argument("--host", default="127.0.0.1", metavar="ALAMAT", help=_("alamat jaringan (bawaan: 127.0.0.1)"))
    command.add_argument("--port", type=int, default=None, metavar="N", help=_("nomor porta (bawaan: PORT, lalu 8000)"))
    command.add_argument(
        "--data", type=Path, default=None, metavar="FOLDER", help=_("folder data (bawaan: SAKSAMA_DATA, lalu ./data)")
    )
    command.add_argument(
        "--processes", type=int, default=2, metavar="N", help=_("banyaknya proses yang menjawab (bawaan: 2)")
    )
    command.add_argument(
        "--sample-city", action="store_true", help=_("isi dengan kota contoh, dan cetak tautan masuk tiap peran")
    )


def _administrator(command: argparse.ArgumentParser) -> None:
    command.description = _(
        "Mencetak tautan masuk, satu kali pakai, bagi administrator aplikasi web. Akun, perannya, dan pemerintah "
        "daerah yang pertama dibuat bila belum ada. Pakailah juga nanti, bila ia tidak dapat menerima tautan lewat "
        "surel."
    )
    command.add_argument("email", metavar="SUREL", help=_("alamat surel administrator"))
    command.add_argument("--name", metavar=_("NAMA"), help=_("nama lengkapnya; perlu bila akunnya belum ada"))
    command.add_argument(
        "--government",
        metavar=_("NAMA"),
        help=_("pemerintah daerah, kementerian, atau instansi yang dikelola; perlu bila belum ada satu pun"),
    )
    command.add_argument(
        "--remove-second-factor",
        action="store_true",
        help=_("hapus langkah keduanya, bila ponsel dan kode cadangannya hilang"),
    )
    command.add_argument(
        "--data", type=Path, default=None, metavar="FOLDER", help=_("folder data (bawaan: SAKSAMA_DATA, lalu ./data)")
    )


def _audit(command: argparse.ArgumentParser) -> None:
    command.description = _(
        "Membaca laporan kinerja (docx, pdf, xlsx, html, txt, md), menghitung ulang setiap angka yang dapat "
        "dihitung, dan menyebut yang tidak cocok: apa yang tertulis, apa hitungannya, di mana letaknya, apa yang dapat "
        "dilakukan. "
        "Kode keluar: 0 tidak ada temuan; 1 ada temuan setingkat --fail-level atau lebih berat; 2 ada berkas yang "
        "tidak terbaca. Tidak ada angka yang diubah."
    )
    command.add_argument(
        "files", nargs="+", type=Path, metavar=_("BERKAS"), help=_("laporan, atau folder yang berisi laporan")
    )
    command.add_argument(
        "--format", choices=AUDIT_FORMATS, default="text", help=_("untuk dibaca orang (text) atau program lain (json)")
    )
    command.add_argument(
        "--fail-level",
        choices=FAIL_LEVELS,
        default="error",
        help=_("temuan paling ringan yang membuat kode keluar 1 (bawaan: error)"),
    )
    command.add_argument(
        "--mark",
        type=Path,
        metavar=_("KELUARAN"),
        help=_(
            "buat salinan bertanda: komentar Word, sorotan dan catatan PDF, catatan sel Excel, atau halaman .html; "
            "untuk banyak berkas, sebuah folder"
        ),
    )
    command.add_argument("--all", action="store_true", help=_("tampilkan catatan kecil satu per satu"))
    command.add_argument("--progress", action="store_true", help=_("tampilkan kemajuan walaupun bukan di terminal"))


def _add_workbook(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar=_("DATA.xlsx"), help=_("buku kerja yang telah diisi, atau JSON"))


def _add_result(command: argparse.ArgumentParser, name: str) -> None:
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar=name,
        help=_("simpan hasilnya ke berkas lain, .xlsx atau .json (bawaan: hanya tampilkan)"),
    )


def _add_force(command: argparse.ArgumentParser) -> None:
    command.add_argument("--force", action="store_true", help=_("timpa berkas yang sudah ada"))


def _add_year(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--year", type=_year, metavar=_("TAHUN"), help=_("tahun laporan (bawaan: tahun terakhir yang ada realisasinya)")
    )


def _year(text: str) -> int:
    if not re.fullmatch("[0-9]{4}", text) or int(text) not in _YEARS:
        raise argparse.ArgumentTypeError(_("{text} bukan tahun; contoh: 2025").format(text=ascii(text)))
    return int(text)


def _revision(text: str) -> int:
    if not re.fullmatch("[0-9]{1,3}", text):
        raise argparse.ArgumentTypeError(_("{text} bukan nomor perubahan; contoh: 1").format(text=ascii(text)))
    return int(text)


def _period(text: str) -> range:
    first, _dash, last = text.replace("–", "-").partition("-")
    years = range(_year(first), _year(last) + 1)
    if not 0 < len(years) <= _LONGEST_PLAN:
        raise argparse.ArgumentTypeError(
            _("{text} bukan periode 1 sampai {longest} tahun; contoh: 2025-2029").format(
                text=text, longest=_LONGEST_PLAN
            )
        )
    return years
