"""Satisfaction surveys (SKM): the nine elements of each service, its index and class, and where it is weakest."""

from fractions import Fraction

from saksama.compose.grid import LEFT, RIGHT, columns, heading, row, shown_in, table, text
from saksama.compose.ledger import Ledger, gap
from saksama.compose.notes import rating_text
from saksama.compose.phrases import bold
from saksama.documents.document import Block, Content, Heading, Inline, ItemList, Landscape, Paragraph, Row, Table, Text
from saksama.kernel.evaluation import Result
from saksama.kernel.figures import write_decimal
from saksama.kernel.periods import period_title
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.rating import SATISFACTION_14_2017
from saksama.kernel.rounding import write_number
from saksama.kernel.survey import ELEMENTS, SatisfactionSurvey, element_average, satisfaction
from saksama.language.numerals import counted, listed

_WEAKEST = 2
_MOST_UPRIGHT = 4


def build(ledger: Ledger) -> tuple[Block, ...]:
    """The surveys of the year; nothing where there are none."""
    surveys = of_year(ledger)
    if not surveys:
        return ()
    body = _tables(ledger, surveys)
    return (
        Heading(2, "Survei Kepuasan Masyarakat", "survei-kepuasan"),
        Paragraph(
            text(
                f"Pada tahun {ledger.year} dilaksanakan {counted(len(surveys))} survei kepuasan masyarakat dengan "
                "sembilan unsur menurut PermenPANRB 14/2017."
            )
        ),
        *((Landscape(body),) if len(surveys) > _MOST_UPRIGHT else body),
        ItemList(tuple(_sentence(ledger, survey) for survey in surveys)),
    )


def of_year(ledger: Ledger) -> tuple[SatisfactionSurvey, ...]:
    """The surveys of the reported year."""
    return tuple(survey for survey in ledger.record.surveys if survey.year == ledger.year)


def survey_name(survey: SatisfactionSurvey) -> str:
    """The service, with the period where the survey is not of the whole year."""
    return f"{survey.service}, {period_title(survey.period)}" if survey.period else survey.service


def _tables(ledger: Ledger, surveys: tuple[SatisfactionSurvey, ...]) -> tuple[Block, ...]:
    sources = tuple(dict.fromkeys(survey.source for survey in surveys if survey.source))
    origin = "; ".join(sources) or f"Survei kepuasan masyarakat {ledger.record.agency.name}, {ledger.year}"
    return (
        shown_in("Indeks tiap layanan", "tabel-skm"),
        _indexes(ledger, surveys, origin),
        shown_in("Nilai rata-rata tiap unsur", "tabel-skm-unsur"),
        _elements(surveys, origin),
    )


def _indexes(ledger: Ledger, surveys: tuple[SatisfactionSurvey, ...], origin: str) -> Table:
    return table(
        "tabel-skm",
        f"Indeks Kepuasan Masyarakat Tahun {ledger.year}",
        widths=columns((48, LEFT), (16, RIGHT), (14, RIGHT), (22, LEFT)),
        header=heading("Layanan", "Responden (orang)", "Indeks", "Mutu Layanan"),
        rows=tuple(_index_row(ledger, survey) for survey in surveys),
        origin=origin,
        notes=(f"Indeks = rata-rata sembilan unsur × 25. Mutu menurut {SATISFACTION_14_2017.citation}.",),
    )


def _index_row(ledger: Ledger, survey: SatisfactionSurvey) -> Row:
    result = _index(ledger, survey)
    answered = Text(write_number(Fraction(survey.counted), 0)) if survey.counted is not None else gap()
    return row(survey_name(survey), answered, ledger.plain(result), rating_text(result))


def _index(ledger: Ledger, survey: SatisfactionSurvey) -> Result:
    return ledger.remember(satisfaction(survey), f"Indeks kepuasan {survey.year}: {survey_name(survey)}")


def _elements(surveys: tuple[SatisfactionSurvey, ...], origin: str) -> Table:
    rows = [
        row(f"U{place + 1}", element, *(_average(survey, place) for survey in surveys))
        for place, element in enumerate(ELEMENTS)
    ]
    share = 54 / len(surveys)
    return table(
        "tabel-skm-unsur",
        "Nilai Rata-Rata Unsur Pelayanan",
        widths=columns((8, LEFT), (38, LEFT), *((share, RIGHT),) * len(surveys)),
        header=heading("Unsur", "Uraian", *(survey_name(survey) for survey in surveys)),
        rows=tuple(rows),
        origin=origin,
        notes=("Nilai unsur dari 1 (terendah) sampai 4 (tertinggi).",),
    )


def _average(survey: SatisfactionSurvey, element: int) -> Text:
    """An average as it was stated, or to three decimals where it follows from the answers."""
    value = element_average(survey, element)
    if isinstance(value, Uncomputable):
        return gap()
    stated = None if survey.answers else survey.averages[element]
    printed = write_decimal(stated) if stated is not None else write_number(value, 3)
    return Text(printed, explanation=satisfaction(survey).explanation.id)


def _sentence(ledger: Ledger, survey: SatisfactionSurvey) -> Content:
    result, name = _index(ledger, survey), bold(survey_name(survey))
    if isinstance(result.value, Uncomputable):
        return text(name, ": indeks belum dapat dihitung, karena nilai unsur belum lengkap.")
    parts: list[str | Inline] = [name, ": indeks ", ledger.plain(result)]
    if result.band:
        parts.append(f", mutu pelayanan {result.band.word}")
    measured = next((found.name for found in ledger.record.indicators() if found.id == survey.indicator), "")
    parts += [f", yang mengukur indikator “{measured}”"] if measured else []
    return text(*parts, f". {_weakest(survey)}.")


def _weakest(survey: SatisfactionSurvey) -> str:
    """The lowest elements, with all that share the lowest value."""
    values = [
        (value, place)
        for place in range(len(ELEMENTS))
        if isinstance(value := element_average(survey, place), Fraction)
    ]
    lowest = sorted(values)
    least = [(value, place) for value, place in lowest if value <= lowest[_WEAKEST - 1][0]]
    if len(least) == len(values):
        return "Semua unsur bernilai sama"
    names = tuple(f"{ELEMENTS[place]} ({_average(survey, place).text})" for _value, place in least)
    return f"Unsur yang paling perlu diperbaiki: {listed(names)}"
