"""Record → a report as agencies write it, not as our composer does: another order, other captions, other sentences.

It imitates the corpus: roman table numbers, a table per objective, objectives merged over their indicators, figures
with or without "%" and "Rp", printed rounded or truncated throughout.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from benchmarks.audit.city_budget import budget_table, efficiency_table, money_sentence, programme_table
from benchmarks.audit.city_style import Style, achieved, style_of
from benchmarks.audit.city_tables import Rows, body, header, table
from benchmarks.audit.invented import Invented
from saksama.documents.document import (
    Block,
    Cell,
    Document,
    Heading,
    ItemList,
    Paragraph,
    Part,
    PartKind,
    Row,
    RowKind,
    Table,
    Text,
)
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.plan import StrategicObjective
from saksama.language.numerals import counted

_Cells = Callable[[PerformanceIndicator], tuple[str, ...]]


def city_report(invented: Invented, seed: int) -> Document:
    """The report of the invented record; the seed decides how figures are printed and how sentences are worded."""
    chance = Random(seed)
    writer = _Writer(invented, style_of(chance), chance)
    agency = invented.record.agency
    return Document(
        title=f"LKjIP {agency.name} {invented.year}",
        author=agency.name,
        date=None,
        parts=(Part(PartKind.BODY, tuple(writer.blocks())),),
    )


@dataclass(slots=True)
class _Writer:
    invented: Invented
    style: Style
    chance: Random
    numbered: int = 0
    chapter: str = "II"

    def blocks(self) -> Iterator[Block]:
        yield from self._opening()
        yield from self._plan()
        yield from self._performance()
        yield from self._closing()

    @property
    def year(self) -> int:
        return self.invented.year

    @property
    def objectives(self) -> tuple[StrategicObjective, ...]:
        return tuple(self.invented.record.plan.objectives())

    def table(self, caption: str, head: tuple[Row, ...], rows: Rows) -> Table:
        self.numbered += 1
        return table(f"Tabel {self.chapter}.{self.numbered}", caption, head, rows)

    def _opening(self) -> Iterator[Block]:
        agency = self.invented.record.agency
        yield _paragraph(f"LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP) TAHUN {self.year}")
        yield _paragraph(agency.name.upper())
        yield Heading(1, "KATA PENGANTAR", "k")
        yield _paragraph(
            f"Puji syukur ke hadirat Tuhan Yang Maha Esa, Laporan Kinerja Instansi Pemerintah {agency.name} Tahun "
            f"{self.year} dapat diselesaikan."
        )
        yield Heading(1, "IKHTISAR EKSEKUTIF", "i")
        yield _paragraph(
            f"Laporan ini memuat {counted(len(self.objectives))} sasaran strategis. "
            + money_sentence(self.invented, self.style)
        )
        yield Heading(1, "BAB I PENDAHULUAN", "b1")
        yield Heading(2, "A. Latar Belakang", "a")
        yield _paragraph("Laporan ini disusun berdasarkan:")
        yield ItemList(tuple((Text(law),) for law in agency.legal_basis))
        yield Heading(2, "B. Tugas, Fungsi, dan Struktur Organisasi", "b")
        yield _paragraph(f"{agency.name} mempunyai tugas: {agency.tasks}")
        yield Heading(2, "C. Isu Strategis", "c")
        yield ItemList(tuple((Text(issue),) for issue in agency.issues))

    def _plan(self) -> Iterator[Block]:
        plan, style = self.invented.record.plan, self.style
        years = [str(year) for year in plan.years]
        yield Heading(1, "BAB II PERENCANAAN KINERJA", "b2")
        yield Heading(2, "A. Rencana Strategis", "rs")
        yield _paragraph("Sasaran strategis, indikator kinerja, dan targetnya disajikan pada tabel berikut.")
        head = header(
            ("No.", ""),
            ("Sasaran Strategis", ""),
            ("Indikator Kinerja Utama", ""),
            ("Satuan", ""),
            ("Target Tahun", years),
        )
        yield self.table(
            f"Sasaran, Indikator Kinerja Utama, dan Target Tahun {years[0]}-{years[-1]}",
            head,
            self._by_objective(
                lambda indicator: (
                    indicator.unit,
                    *(style.value(indicator, target.low) for target in indicator.targets),
                )
            ),
        )
        yield Heading(2, f"B. Perjanjian Kinerja Tahun {self.year}", "pk")
        head = header(
            ("No.", ""),
            ("Sasaran Strategis", ""),
            ("Indikator Kinerja", ""),
            ("Satuan", ""),
            (f"Target {self.year}", ""),
        )
        yield self.table(
            f"Perjanjian Kinerja Tahun {self.year}",
            head,
            self._by_objective(
                lambda indicator: (indicator.unit, style.value(indicator, _target(indicator, self.year)))
            ),
        )
        yield programme_table(self.invented, style, self.table)
        yield Heading(2, "C. Skala Penilaian", "sk")
        scale = self.invented.record.settings.scale
        rows = [body(scale.condition(band), band.word) for band in scale.bands]
        yield self.table(
            "Skala Nilai Capaian Kinerja", header(("Interval Nilai Capaian (%)", ""), ("Kategori", "")), rows
        )

    def _by_objective(self, cells: _Cells) -> Rows:
        rows: list[Row] = []
        for number, objective in enumerate(self.objectives, 1):
            for place, indicator in enumerate(objective.indicators):
                own = [_cell(text) for text in (indicator.name, *cells(indicator))]
                span = len(objective.indicators)
                stub = [Cell((Text(text),), rowspan=span) for text in (f"{number}", objective.name)]
                rows.append(Row(tuple((stub if not place else []) + own)))
        return rows

    def _performance(self) -> Iterator[Block]:
        self.chapter, self.numbered = "III", 0
        yield Heading(1, "BAB III AKUNTABILITAS KINERJA", "b3")
        yield Heading(2, "A. Capaian Kinerja Organisasi", "ck")
        yield Heading(3, f"1. Perbandingan Target dan Realisasi Kinerja Tahun {self.year}", "1")
        for number, objective in enumerate(self.objectives, 1):
            yield from self._objective(number, objective)
        yield Heading(
            3, f"2. Perbandingan Realisasi dan Capaian Kinerja Tahun {self.year} dengan Tahun Sebelumnya", "2"
        )
        yield from self._years()
        yield Heading(3, "3. Perbandingan Realisasi Kinerja dengan Target Jangka Menengah Renstra", "3")
        yield from self._end_of_plan()
        yield Heading(3, "4. Perbandingan Realisasi Kinerja dengan Standar Nasional", "4")
        yield _paragraph("Indikator kinerja ini tidak memiliki standar nasional, sehingga tidak dibandingkan.")
        yield Heading(3, "5. Analisis Penyebab Keberhasilan/Kegagalan serta Alternatif Solusi", "5")
        yield _paragraph(
            "Kegiatan dilaksanakan sesuai rencana kerja. Hambatannya kekurangan tenaga teknis, dan solusinya pelatihan."
        )
        yield Heading(3, "6. Analisis Efisiensi Penggunaan Sumber Daya", "6")
        yield efficiency_table(self.invented, self.style, self.table)
        yield Heading(3, "7. Analisis Program/Kegiatan yang Menunjang Keberhasilan/Kegagalan", "7")
        yield _paragraph("Seluruh program mendukung sasaran strategis sesuai perjanjian kinerja.")
        yield Heading(2, "B. Realisasi Anggaran", "ra")
        yield _paragraph(money_sentence(self.invented, self.style))
        yield budget_table(self.invented, self.style, self.table)

    def _objective(self, number: int, objective: StrategicObjective) -> Iterator[Block]:
        style, year = self.style, self.year
        scale = self.invented.record.settings.scale
        yield Heading(4, f"Sasaran {number}: {objective.name}", f"s{number}")
        columns = (
            "No.",
            "Indikator Kinerja",
            "Satuan",
            f"Target {year}",
            f"Realisasi {year}",
            "Capaian (%)",
            "Kategori",
        )
        rows: list[Row] = []
        for place, indicator in enumerate(objective.indicators, 1):
            found = achieved(indicator, year)
            values = style.value(indicator, _target(indicator, year)), style.value(indicator, _actual(indicator, year))
            rows.append(
                body(f"{place}", indicator.name, indicator.unit, *values, style.percent(found), scale.band(found).word)
            )
        reached = [achieved(indicator, year) for indicator in objective.indicators]
        if len(reached) > 1:
            mean = Fraction(sum(reached), len(reached))
            rows.append(
                body(
                    "", "Rata-rata capaian", "", "", "", style.percent(mean), scale.band(mean).word, kind=RowKind.TOTAL
                )
            )
        yield self.table(
            f"Capaian Kinerja Sasaran {number} Tahun {year}", header(*((name, "") for name in columns)), rows
        )
        for indicator in objective.indicators:
            yield _paragraph(self._sentence(indicator))

    def _sentence(self, indicator: PerformanceIndicator) -> str:
        style, year = self.style, self.year
        found = achieved(indicator, year)
        target, actual = _target(indicator, year), _actual(indicator, year)
        aim, reached = style.said(indicator, target), style.said(indicator, actual)
        percent, word = style.percent_said(found), self.invented.record.settings.scale.band(found).word
        name = indicator.name
        ended = f"sehingga capaiannya {percent} dengan kategori {word}."
        asked = f"Pada tahun {year}, target {name} sebesar {aim} dan realisasinya sebesar {reached}."
        return self.chance.choice(
            (
                f"Indikator {name} tahun {year} dengan target {aim} terealisasi sebesar {reached}, {ended}",
                f"Realisasi {name} pada tahun {year} sebesar {reached} dari target {aim} atau mencapai {percent}.",
                f"{asked} Capaian indikator ini {percent}.",
            )
        )

    def _years(self) -> Iterator[Block]:
        style, years = self.style, (self.year - 1, self.year)
        named = [str(year) for year in years]
        head = header(
            ("No.", ""),
            ("Sasaran Strategis", ""),
            ("Indikator Kinerja", ""),
            ("Data Awal", ""),
            ("Realisasi", named),
            ("Capaian (%)", named),
        )

        def cells(indicator: PerformanceIndicator) -> tuple[str, ...]:
            assert indicator.baseline
            reached = [style.value(indicator, _actual(indicator, year)) for year in years]
            percents = [style.percent(achieved(indicator, year)) for year in years]
            return style.value(indicator, Fraction(indicator.baseline.value)), *reached, *percents

        yield self.table(f"Realisasi dan Capaian Kinerja Tahun {named[0]}-{named[1]}", head, self._by_objective(cells))
        for objective in self.objectives:
            for indicator in objective.indicators:
                before, now = (_actual(indicator, year) for year in years)
                word = "meningkat" if now > before else "menurun" if now < before else ""
                if word:
                    yield _paragraph(
                        f"Realisasi {indicator.name} {word} dari {style.said(indicator, before)} pada tahun {years[0]} "
                        f"menjadi {style.said(indicator, now)} pada tahun {years[1]}."
                    )

    def _end_of_plan(self) -> Iterator[Block]:
        style, year, last = self.style, self.year, self.invented.record.plan.last_year
        columns = (
            "No.",
            "Sasaran Strategis",
            "Indikator Kinerja",
            f"Target Akhir Renstra {last}",
            f"Realisasi {year}",
            "Tingkat Kemajuan (%)",
        )

        def cells(indicator: PerformanceIndicator) -> tuple[str, ...]:
            end, actual = _target(indicator, last), _actual(indicator, year)
            progress = end / actual if indicator.formula != "ratio" else actual / end
            return style.value(indicator, end), style.value(indicator, actual), style.percent(progress * 100)

        head = header(*((name, "") for name in columns))
        yield self.table(
            f"Realisasi Kinerja Tahun {year} terhadap Target Jangka Menengah", head, self._by_objective(cells)
        )

    def _closing(self) -> Iterator[Block]:
        indicators = [indicator for objective in self.objectives for indicator in objective.indicators]
        reached = [achieved(indicator, self.year) for indicator in indicators]
        count = sum(found >= 100 for found in reached)
        mean = self.style.percent_said(Fraction(sum(reached), len(reached)))
        yield Heading(1, "BAB IV PENUTUP", "b4")
        yield Heading(2, "A. Kesimpulan", "ks")
        yield _paragraph(
            f"Dari {counted(len(indicators))} indikator kinerja, {counted(count)} indikator mencapai target. Rata-rata "
            f"capaian seluruh indikator sebesar {mean}. {money_sentence(self.invented, self.style)}"
        )
        yield Heading(2, "B. Langkah Perbaikan", "lp")
        yield _paragraph("Data dasar diperbaiki dan jadwal kerja ditata.")
        yield Heading(1, "LAMPIRAN", "l")
        yield _paragraph(f"Perjanjian Kinerja Tahun {self.year} terlampir.")


def _cell(text: str) -> Cell:
    return Cell((Text(text),))


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def _target(indicator: PerformanceIndicator, year: int) -> Fraction:
    found = indicator.target(year)
    assert found
    return Fraction(found.low)


def _actual(indicator: PerformanceIndicator, year: int) -> Fraction:
    found = indicator.actual(year)
    assert found
    assert found.value is not None
    return Fraction(found.value)
