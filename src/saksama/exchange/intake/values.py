"""One cell → the value that its field asks for, or a problem. What is not certain is asked, never guessed."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Context, Decimal

from saksama.documents.readers.spreadsheet_cells import SheetCell
from saksama.documents.readers.spreadsheet_formats import ErrorValue, format_sections
from saksama.exchange.fields import NOT_YET, Field, Kind
from saksama.exchange.intake.dates import read_date
from saksama.exchange.intake.rows import Entry, PercentMark, folded_text, nearest
from saksama.exchange.intake.units import as_percent
from saksama.exchange.problem import Problems
from saksama.kernel.figures import Blank, Figure, read_figure, write_decimal
from saksama.kernel.provenance import Place
from saksama.language.messages import _

MAXIMUM_TEXT = 32_767
"""So many characters a cell of Excel holds."""
FIRST_YEAR, LAST_YEAR = 1945, 2100
_EXCEL_DIGITS = Context(prec=15)
_LONGEST_QUOTE = 60
_MANY_OPTIONS = 5


def quoted(text: str) -> str:
    """The text in quotation marks, cut where it is long."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= _LONGEST_QUOTE else f'"{line[: _LONGEST_QUOTE - 1]}…"'


def read_entry(cell: SheetCell, field: Field, place: Place, problems: Problems) -> Entry | None:
    """The entry of a cell; `None` where it is empty, or cannot be read (then a problem says why)."""
    value = cell.value
    if isinstance(value, ErrorValue):
        _refuse_error_value(cell, value, place, problems)
        return None
    if value is None:
        problems.error(
            place,
            _("rumus yang hasilnya tidak tersimpan di berkas ini"),
            expected_of(field),
            _("Buka berkas ini dengan Excel, simpan, lalu ulangi; atau ganti rumusnya dengan nilainya"),
        )
        return None
    if isinstance(value, str):
        value = value.replace("\r\n", "\n").replace("\r", "\n").strip()
        if not value:
            return None
        if len(value) > MAXIMUM_TEXT:
            found = _("teks sepanjang {length} huruf").format(length=len(value))
            limit = _("paling panjang {length} huruf, batas sel Excel").format(length=MAXIMUM_TEXT)
            problems.error(place, found, limit, _("Ringkas teksnya, atau pecah menjadi beberapa baris"))
            return None
    match field.kind:
        case Kind.TEXT | Kind.LONG_TEXT | Kind.REFERENCE:
            return _text(cell, value, field, place=place, problems=problems)
        case Kind.CHOICE:
            return _choice(cell, value, field, place=place, problems=problems)
        case Kind.DATE:
            return read_date(cell, value, place, problems)
        case Kind.VALUE if isinstance(value, str):
            return Entry(value, place, value)  # a word, or a number as text: the indicator's scale says
        case _:
            return _number(cell, value, field, place=place, problems=problems)


def expected_of(field: Field) -> str:
    """What the field asks for, as a phrase."""
    match field.kind:
        case Kind.INTEGER:
            return _("bilangan bulat, misalnya {example}").format(example=field.example or "12")
        case Kind.YEAR:
            return _("tahun empat angka, misalnya {example}").format(example=field.example or "2020")
        case Kind.RUPIAH:
            return _("jumlah rupiah, misalnya {example}").format(example=field.example or "125.000.000")
        case Kind.DECIMAL | Kind.VALUE | Kind.PERCENT:
            return _("angka, misalnya {example}").format(example=field.example or "67,5")
        case Kind.DATE:
            return _("tanggal, misalnya {example}").format(example=field.example or "15 Februari 2021")
        case Kind.CHOICE:
            if len(field.options) > _MANY_OPTIONS:
                return _("salah satu dari {count} pilihan di daftarnya, misalnya {example}").format(
                    count=len(field.options), example=field.options[0].label
                )
            return _("salah satu pilihan: {options}").format(options=", ".join(o.label for o in field.options))
        case _:
            return _("teks")


def _refuse_error_value(cell: SheetCell, value: ErrorValue, place: Place, problems: Problems) -> None:
    expected = _("nilai")
    if not value.code:
        found = _("isi sel yang rusak ({detail})").format(detail=quoted(value.detail))
        problems.error(place, found, expected, _("Ketik ulang isi sel ini"))
    elif cell.formula:
        found = _("rumus yang menghasilkan galat {code}").format(code=value.code)
        problems.error(place, found, expected, _("Perbaiki rumusnya, atau ganti dengan nilainya"))
    else:
        found = _("galat {code}").format(code=value.code)
        problems.error(place, found, expected, _("Ganti dengan nilainya, atau kosongkan selnya"))


def _text(
    cell: SheetCell, value: Decimal | str | bool | date, field: Field, *, place: Place, problems: Problems
) -> Entry | None:
    is_code = field.kind is Kind.REFERENCE or field.identifier in ("id", "code", "employee_number")
    match value:
        case str():
            return Entry(value, place, value)
        case bool():
            return Entry(cell.text, place, cell.text)
        case date():
            found = _("tanggal {day}").format(day=cell.text)
            remedy = _("Excel mengubahnya sendiri menjadi tanggal; ubah format sel menjadi Teks lalu ketik ulang")
            problems.error(place, found, _("kode") if is_code else _("teks"), remedy)
            return None
        case Decimal():
            if abs(value) >= 10**15:
                found = _("angka {number} yang digit terakhirnya sudah hilang").format(number=f"{value:f}")
                remedy = _("Ubah format sel menjadi Teks lalu ketik ulang; Excel hanya menyimpan 15 digit angka")
                problems.error(place, found, _("teks, misalnya {example}").format(example=field.example), remedy)
                return None
            if not is_code and not field.identifier.endswith("_number"):
                return Entry(cell.text, place, cell.text)
            code = f"{value:f}"
            if "." in code:
                found = _("kode {code} yang tersimpan sebagai angka, sehingga nol di ujungnya bisa hilang")
                remedy = _("Periksa; bila kurang lengkap, ubah format sel menjadi Teks lalu ketik ulang")
                problems.note(place, found.format(code=code), "", remedy)
            return Entry(code, place, code)


def _choice(
    cell: SheetCell, value: Decimal | str | bool | date, field: Field, *, place: Place, problems: Problems
) -> Entry | None:
    if isinstance(value, bool) and {option.value for option in field.options} == {"yes", "no"}:
        return Entry("yes" if value else "no", place, cell.text)
    written = value if isinstance(value, str) else cell.text
    for option in field.options:
        if folded_text(written) in map(folded_text, (option.label, option.value, *option.spellings)):
            return Entry(option.value, place, written)
    near = nearest(written, [option.label for option in field.options])
    if set(re.findall("[0-9]", written)) - set(near):
        near = ""  # of "TW 9" nobody knows which quarter was meant
    remedy = (
        _("Mungkin maksudnya {near}; pilih dari daftar di sel ini").format(near=quoted(near))
        if near
        else _("Pilih dari daftar di sel ini")
    )
    found = _("{text}, yang tidak ada di daftar pilihan").format(text=quoted(written))
    problems.error(place, found, expected_of(field), remedy)
    return None


def _number(
    cell: SheetCell, value: Decimal | str | bool | date, field: Field, *, place: Place, problems: Problems
) -> Entry | None:
    match value:
        case bool():
            found = _("{text} (benar atau salah)").format(text=cell.text)
            problems.error(place, found, expected_of(field), _("Ketik angkanya"))
            return None
        case date():
            return _number_of_date(cell, value, field, place=place, problems=problems)
        case str():
            return number_of_text(value, field, place=place, problems=problems)
        case Decimal():
            return _checked(_number_of_cell(cell, value, field, place=place, problems=problems), field, problems)


def _number_of_date(cell: SheetCell, value: date, field: Field, *, place: Place, problems: Problems) -> Entry | None:
    if field.kind is Kind.YEAR:
        day = value.date() if isinstance(value, datetime) else value
        serial = (day - date(1899, 12, 30)).days
        year = serial if FIRST_YEAR <= serial <= LAST_YEAR else day.year
        found = _("tanggal {day}, dibaca sebagai tahun {year}").format(day=cell.text, year=year)
        problems.note(place, found, "", _("Ubah format sel menjadi Umum lalu ketik tahunnya"))
        return Entry(year, place, cell.text)
    found = _("tanggal {day}").format(day=cell.text)
    remedy = _(
        "Excel mengubah angka seperti {day}.{month} menjadi tanggal; ubah format sel menjadi Angka lalu ketik ulang "
        "dengan koma, misalnya {day},{month}"
    ).format(day=value.day, month=value.month)
    problems.error(place, found, expected_of(field), remedy)
    return None


def _number_of_cell(cell: SheetCell, value: Decimal, field: Field, *, place: Place, problems: Problems) -> Entry:
    section = format_sections(cell.format)[0]
    number = _EXCEL_DIGITS.plus(value)
    number = number if len(number.as_tuple().digits) < 15 else number.normalize()
    mark = PercentMark.ABSENT
    if section.percent == 1:
        number, mark = number.scaleb(2), PercentMark.BY_FORMAT
    elif "%" in section.prefix + section.suffix:
        mark = PercentMark.WRITTEN
    printed = section.decimals
    if printed is not None and _decimals(number) > printed and cell.formula and field.kind is not Kind.RUPIAH:
        exact, number = number, round_to(number, printed)
        found = _("hasil rumus {exact}, dibaca {number} seperti yang terlihat")
        found = found.format(exact=write_decimal(exact), number=write_decimal(number))
        problems.note(place, found, "", _("Tambah angka desimal pada format sel bila perlu lebih teliti"))
    return Entry(_padded(number, printed or 0), place, cell, mark)


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def round_to(number: Decimal, decimals: int) -> Decimal:
    """The number half up at so many decimals, as Excel shows it."""
    return number.quantize(Decimal(1).scaleb(-decimals), rounding="ROUND_HALF_UP")


def _padded(number: Decimal, decimals: int) -> Decimal:
    """The number with at least so many decimals, and without an exponent above zero."""
    wanted = max(decimals, _decimals(number))
    return number.quantize(Decimal(1).scaleb(-wanted), context=Context(prec=max(28, number.adjusted() + wanted + 2)))


def number_of_text(text: str, field: Field, *, place: Place, problems: Problems) -> Entry | None:
    """The number that a text stands for; `None` with a problem where it is none, or two."""
    if field.kind is Kind.RUPIAH and folded_text(text) == NOT_YET:
        return Entry(NOT_YET, place, text)
    readings = read_figure(text)
    if field.kind is Kind.RUPIAH and not isinstance(readings, Blank) and all(not figure.unit for figure in readings):
        readings = read_figure(f"Rp {text}")
    if isinstance(readings, Blank):
        _report_blank(readings, text, field, place=place, problems=problems)
        return None
    fitting = [figure for figure in readings if _fits(figure.value, field)]
    if len(fitting) > 1:
        _ask_which(text, fitting, place, problems)
        return None
    if not fitting:
        problems.error(place, quoted(text), expected_of(field), _("Perbaiki nilainya"))
        return None
    (figure,) = fitting
    mark = PercentMark.WRITTEN if figure.unit == "%" else PercentMark.ABSENT
    value = _padded(figure.value, 0)
    if figure.scale > 1:
        if value == value.to_integral_value():
            value = value.quantize(Decimal(1))
        found = _("{text}, dibaca {number}").format(text=quoted(text), number=write_decimal(value))
        problems.note(place, found, "", _("Tulis jumlah lengkapnya bila tahu"))
    elif figure.unit not in ("", "%") and not (figure.unit == "Rp" and field.kind is Kind.RUPIAH):
        found = _("{text}, dibaca {number}").format(text=quoted(text), number=write_decimal(figure.value))
        problems.note(place, found, "", _("Tulis angkanya saja; satuannya punya kolom sendiri"))
    return _checked(Entry(value, place, text, mark), field, problems)


def _fits(value: Decimal, field: Field) -> bool:
    return field.kind not in (Kind.INTEGER, Kind.YEAR) or value == value.to_integral_value()


def _ask_which(text: str, figures: Sequence[Figure], place: Place, problems: Problems) -> None:
    first, second = (_unambiguous(figure.value) for figure in figures[:2])
    problems.question(
        place,
        _("teks {text} yang dapat berarti {first} atau {second}").format(text=quoted(text), first=first, second=second),
        _("angka yang pasti"),
        _("Ketik {first} atau {second} sebagai angka, bukan teks").format(first=first, second=second),
    )


def _unambiguous(value: Decimal) -> str:
    """The number without points between thousands, which are what makes it ambiguous."""
    return f"{value:f}".replace(".", ",")


def _report_blank(blank: Blank, text: str, field: Field, *, place: Place, problems: Problems) -> None:
    match blank:
        case Blank.DASH:
            found = _("tanda {text}, dibaca sebagai kosong").format(text=quoted(text))
            problems.note(place, found, "", _("Ketik 0 bila nilainya memang nol"))
        case Blank.NOT_AVAILABLE:
            found = _("{text}, dibaca sebagai kosong").format(text=quoted(text))
            remedy = _("Kosongkan selnya; pilih Status dan tulis sebabnya di Catatan bila kolom itu ada")
            problems.note(place, found, "", remedy)
        case Blank.MALFORMED:
            found = _("{text}, yang bukan angka yang benar").format(text=quoted(text))
            problems.error(place, found, expected_of(field), _("Ketik ulang angkanya"))
        case _:
            found = _("teks {text}").format(text=quoted(text))
            problems.error(place, found, expected_of(field), _("Ketik angkanya saja, atau kosongkan selnya"))


def _checked(entry: Entry, field: Field, problems: Problems) -> Entry | None:
    """The entry with what its kind asks for: whole numbers, plausible years, percentages, the bounds of the field."""
    if field.kind is Kind.PERCENT:
        number = as_percent(entry, problems)
        if number is None:
            return None
        entry = Entry(number, entry.place, entry.source)
    elif field.kind not in (Kind.DECIMAL, Kind.VALUE) and entry.percent is not PercentMark.ABSENT:
        problems.error(entry.place, entry.shown, expected_of(field), _("Ketik nilainya tanpa tanda persen"))
        return None
    value = Decimal(str(entry.value))
    if not _is_within(value, field):
        problems.error(entry.place, _unambiguous(value), _expected_bounds(field), _("Perbaiki nilainya"))
        return None
    if field.kind in (Kind.INTEGER, Kind.YEAR):
        return Entry(int(value), entry.place, entry.source)
    return entry


def _is_within(value: Decimal, field: Field) -> bool:
    if field.kind is Kind.YEAR and not FIRST_YEAR <= value <= LAST_YEAR:
        return False
    low = field.minimum is None or value >= field.minimum
    return low and (field.maximum is None or value <= field.maximum) and _fits(value, field)


def _expected_bounds(field: Field) -> str:
    if field.minimum is not None and field.maximum is not None:
        bounds = _("angka dari {low} sampai {high}")
        return bounds.format(low=write_decimal(field.minimum), high=write_decimal(field.maximum))
    if field.minimum is not None and field.kind is not Kind.INTEGER:
        return _("angka paling kecil {low}").format(low=write_decimal(field.minimum))
    return expected_of(field)
