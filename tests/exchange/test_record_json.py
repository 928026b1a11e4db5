"""A record that is written as JSON and read back is the same record, down to the decimals that were stated."""

import json
import re
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.exchange.problem import Problems, describe
from saksama.exchange.reading import Reading
from saksama.exchange.record_json import encoded, write_record
from saksama.exchange.record_json_reading import read_record_json
from saksama.exchange.record_json_text import read_json
from saksama.exchange.record_json_values import read_value
from saksama.exchange.record_shapes import PLAIN_DECIMAL
from saksama.exchange.sample import SAMPLE
from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.kernel.figures import write_decimal
from saksama.kernel.indicator import Target
from saksama.kernel.quantity import MAXIMUM_DIGITS
from saksama.kernel.record import PerformanceRecord
from tests.exchange.any_value import values
from tests.exchange.records import records
from tests.exchange.wide_record import wide_record

_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


def _read(content: bytes) -> Reading:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "data.json"
        path.write_bytes(content)
        return read_record_json(path)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), phases=_PHASES)
@example(SAMPLE)
@example(SAMPLE_2025)
@given(records())
def test_a_record_comes_back_from_its_json_unchanged(record: PerformanceRecord) -> None:
    written = write_record(record)

    reading = _read(written)

    assert [describe(problem) for problem in reading.problems] == []
    assert reading.record == record
    assert write_record(reading.record) == written


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), phases=_PHASES)
@example(wide_record(own_scale=True))
@given(values(PerformanceRecord))
def test_every_field_that_the_kernel_has_comes_back(record: PerformanceRecord) -> None:
    problems = Problems()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "value.json"
        path.write_text(json.dumps(encoded(record)), encoding="utf-8")
        read = read_value(PerformanceRecord, read_json(path), "", problems=problems)

    assert [describe(problem) for problem in problems.found] == []
    assert read == record
    assert encoded(read) == encoded(record)


def test_decimals_keep_the_decimals_that_were_stated() -> None:
    target = Target(2025, Decimal("67.50"), Decimal("1E+3"))

    assert encoded(target) == {"year": 2025, "low": "67.50", "high": "1000"}


_MEASURABLE = st.builds(
    lambda digits, exponent, sign: Decimal((sign, tuple(map(int, str(digits))), exponent)),
    st.integers(0, 10**30),
    st.integers(-MAXIMUM_DIGITS, 30),
    st.integers(0, 1),
)


@example(Decimal("1E+3"))
@example(Decimal("-0.00"))
@given(_MEASURABLE)
def test_no_number_changes_its_value_or_how_it_is_printed(value: Decimal) -> None:
    (read, *problems) = _number(encoded(value))

    assert (read, problems) == (value, [])
    assert write_decimal(read) == write_decimal(value)
    assert encoded(read) == encoded(value)


@given(st.from_regex(PLAIN_DECIMAL, fullmatch=True))
def test_no_number_of_a_file_changes_but_for_zeros_before_it(text: str) -> None:
    (read, *_problems) = _number(text)

    assert encoded(read) == re.sub(r"^(-?)0+(?=[0-9])", r"\1", text)


def _number(text: str) -> tuple[Any, ...]:
    problems = Problems()
    return (read_value(Decimal, text, "", problems=problems), *problems.found)


def test_the_exponent_of_a_number_that_is_like_the_default_is_kept() -> None:
    written = json.loads(_changed())
    written["settings"] = {"average_cap": "100.00"}

    record = _read(json.dumps(written).encode()).record

    assert record is not None
    assert str(record.settings.average_cap) == "100.00"
    assert json.loads(write_record(record))["settings"] == {"average_cap": "100.00"}


def test_a_value_knows_its_path() -> None:
    record = _read(write_record(SAMPLE)).record

    assert record is not None
    assert str(record.plan.goals[0].objectives[0].indicators[0].targets[1].place) == (
        "plan.goals[0].objectives[0].indicators[0].targets[1]"
    )


def _changed(**fields: Any) -> bytes:
    indicator = {"id": "IK1", "name": "Indeks", "unit": "%", "formula": "ratio"}
    plan = {"title": "Renstra", "first_year": 2020, "last_year": 2024}
    goal = {"id": "T1", "name": "Tujuan", "indicators": [indicator | fields]}
    content = {"format": "saksama-record", "version": 1, "agency": {"name": "Dinas", "government": "Kota"}}
    return json.dumps(content | {"plan": plan | {"goals": [goal]}}).encode()


_AT = "plan.goals[0].indicators[0]"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"targts": []},
            f'{_AT}.targts: ditemukan nama yang tidak dikenal; .*: id, name.* Mungkin maksudnya "targets"; perbaiki .*',
        ),
        (
            {"targets": [{"year": 2020, "low": "93,4", "high": "95"}]},
            f'{_AT}.targets[0].low: ditemukan "93,4"; seharusnya angka sebagai teks dengan .* Tulis "93.4".',
        ),
        ({"minimum": 93.4}, f'{_AT}.minimum: ditemukan angka 93.4; .* Tulis "93.4".'),
        ({"minimum": "1,250"}, f'{_AT}.minimum: ditemukan "1,250"; .* Tulis angkanya saja, tanpa satuan.'),
        ({"minimum": "1E+3"}, f'{_AT}.minimum: ditemukan "1E.3"; .* Tulis "1000".'),
        ({"minimum": float("1e-7")}, f'{_AT}.minimum: ditemukan angka 1e-07; .* Tulis "0.0000001".'),
        ({"minimum": "1e999999999"}, f"{_AT}.minimum: ditemukan .* Tulis angkanya saja, tanpa satuan."),
        ({"minimum": float("nan")}, f"{_AT}.minimum: ditemukan angka NaN; .*"),
        ({"minimum": "1" * 62}, f"{_AT}.minimum: ditemukan .*"),
        ({"decimals": 10**30}, f"{_AT}.decimals: ditemukan angka 10+; seharusnya bilangan bulat 0 sampai 10.*"),
        ({"decimals": True}, f"{_AT}.decimals: ditemukan true; .*"),
        ({"kind": "outcom"}, f'{_AT}.kind: ditemukan "outcom"; .* Mungkin maksudnya "outcome".*'),
        ({"is_key": "ya"}, f'{_AT}.is_key: ditemukan "ya"; seharusnya true atau false.*'),
        ({"name": None}, f"{_AT}.name: ditemukan null; seharusnya teks.*"),
        ({"name": "\ud800"}, rf"{_AT}.name: ditemukan teks dengan setengah karakter \\ud800; .*"),
        ({"targets": {}}, f"{_AT}.targets: ditemukan objek; seharusnya daftar.*"),
        ({"baseline": []}, f"{_AT}.baseline: ditemukan daftar; seharusnya objek.*"),
        ({"baseline": {"year": 2019}}, f"{_AT}.baseline.value: ditemukan yang wajib ini tidak ada; .*"),
        ({"actuals": [{"year": 2020, "released_on": "2020-02-30"}]}, f"{_AT}.actuals[0].released_on: .*tanggal.*"),
        (
            {"period_actuals": [{"period": {"year": 2020, "number": 5, "cycle": "quarter"}}]},
            f"{_AT}.period_actuals[0].period: ditemukan nomor periode yang tidak ada dalam setahun; .*",
        ),
        ({"formula": "rasio"}, f'{_AT}.formula: ditemukan "rasio", yang .* Mungkin maksudnya "ratio".*'),
        ({"replaced_by": "IK9"}, f'{_AT}.replaced_by: ditemukan "IK9", yang tidak ada.*'),
        ({"id": "T1"}, f'{_AT}.id: ditemukan kode "T1" yang sudah dipakai di plan.goals[0]; .*'),
        (
            {"actuals": [{"year": 2020}, {"year": 2020}]},
            f"{_AT}.actuals[1]: ditemukan isian kedua untuk hal yang sama dengan {_AT}.actuals[0].*",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_path(fields: dict[str, Any], said: str) -> None:
    reading = _read(_changed(**fields))

    assert reading.record is None
    (problem,) = reading.problems
    pattern = said.replace("[", r"\[").replace("]", r"\]")
    assert re.fullmatch(pattern, describe(problem)), describe(problem)


def test_the_unchanged_one_is_right() -> None:
    assert _read(_changed()).problems == ()


def test_everything_wrong_is_said_at_once() -> None:
    reading = _read(_changed(name=1, unit=2, targets=[{"year": 1}], zero="x"))

    assert [str(problem.place) for problem in reading.problems] == [
        f"{_AT}.zero",
        f"{_AT}.name",
        f"{_AT}.unit",
        f"{_AT}.targets[0].year",
        f"{_AT}.targets[0].low",
        f"{_AT}.targets[0].high",
    ]


def _places(**fields: Any) -> list[str]:
    return [str(problem.place) for problem in _read(_changed(**fields)).problems]


def test_wrong_links_are_said_together_with_wrong_types_and_names() -> None:
    twice = [{"year": 2021}, {"year": 2021}, {"year": "2021"}]

    assert _places(id="T1", unit=2, targts=[], replaced_by="IK9", actuals=twice) == [
        f"{_AT}.targts",
        f"{_AT}.unit",
        f"{_AT}.actuals[2].year",
        f"{_AT}.id",
        f"{_AT}.actuals[1]",
        f"{_AT}.replaced_by",
    ]


def test_an_id_that_should_have_been_text_is_still_the_one_that_is_meant() -> None:
    assert _places(id=7, replaced_by="7") == [f"{_AT}.id"]


@pytest.mark.parametrize("goal", [[{"id": "T1", "name": "a", "objectives": {}}], [{"id": "T1", "name": "a"}, 1]])
def test_no_name_is_called_unknown_that_may_stand_in_what_cannot_be_read(goal: Any) -> None:
    content = json.loads(_changed())
    content["plan"]["goals"] = goal
    content["surveys"] = [{"id": "S1", "service": "a", "year": 2020, "indicator": "IK9"}]

    (problem,) = _read(json.dumps(content).encode()).problems

    assert "plan.goals[" in str(problem.place)


def test_what_stands_under_a_misspelt_name_is_not_called_unknown() -> None:
    content = json.loads(_changed())
    content["plan"]["goals"][0]["indicatrs"] = content["plan"]["goals"][0].pop("indicators")
    content["surveys"] = [{"id": "S1", "service": "a", "year": 2020, "indicator": "IK1"}]

    (problem,) = _read(json.dumps(content).encode()).problems

    assert str(problem.place) == "plan.goals[0].indicatrs"


def test_a_node_below_one_of_its_own_level_is_said_beside_another_error() -> None:
    node = {"id": "P1", "name": 1, "level": "activity", "children": [{"id": "P1", "name": "b", "level": "programme"}]}
    content = json.loads(_changed()) | {"programmes": [node]}

    assert [str(problem.place) for problem in _read(json.dumps(content).encode()).problems] == [
        "programmes[0].name",
        "programmes[0].children[0].id",
        "programmes[0].children[0].level",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "baris 1, kolom 1: ditemukan tulisan yang bukan JSON (di sini seharusnya ada nilai)"),
        (b'{"a": "b', "baris 1, kolom 7: ditemukan tulisan yang bukan JSON (tanda petik ini tidak ditutup)"),
        (b'{"a": 1 "b"', "kolom 9: ditemukan tulisan yang bukan JSON (di sini seharusnya ada koma atau kurung tutup)"),
        (b'{"a": "\n"}', "tulisan yang bukan JSON (ganti baris atau tanda kendali di dalam tanda petik)"),
        (rb'{"a": "\x"}', "tulisan yang bukan JSON (garis miring terbalik yang tidak dikenal)"),
        ('{"a": 1}'.encode("utf-16"), "bita ke-1 yang bukan UTF-8; seharusnya teks UTF-8. Simpan ulang sebagai UTF-8"),
        (b'{"a": 1} {}', "tulisan yang bukan JSON (isi sesudah akhir data)"),
        (b'{"format": "saksama-record",\n "version" 1}', "baris 2, kolom 12: ditemukan tulisan yang bukan JSON"),
        (b"[" * 100_000, "ditemukan nilai yang bersarang terlalu dalam"),
        (b'"\xff"', "ditemukan bita ke-2 yang bukan UTF-8; seharusnya teks UTF-8"),
        (b"[]", "ditemukan JSON yang bukan data Saksama"),
        (b'{"format": "saksama"}', 'ditemukan "format": "saksama"; seharusnya "format": "saksama-record"'),
        (b'{"format": "saksama-record", "version": 2}', 'ditemukan "version" 2; seharusnya "version": 1'),
        (
            b'{"format": "saksama-record", "version": true}',
            'ditemukan "version" yang bukan bilangan bulat atau tidak ada; seharusnya "version": 1',
        ),
    ],
)
def test_what_is_no_record_is_refused(content: bytes, said: str) -> None:
    reading = _read(content)

    assert reading.record is None
    (problem,) = reading.problems
    assert said in describe(problem)


def test_a_name_that_stands_twice_is_said() -> None:
    content = _changed().replace(b'"name": "Indeks"', b'"name": "Indeks", "name": "Nilai"')

    (problem,) = _read(content).problems

    assert describe(problem) == (
        f"{_AT}.name: ditemukan nama yang disebut dua kali; seharusnya satu kali. Hapus yang tidak berlaku."
    )


@pytest.mark.parametrize(
    ("levels", "said"), [(120, "programme di bawah programme"), (400, "nilai yang bersarang terlalu dalam")]
)
def test_nodes_below_nodes_without_end_are_refused(levels: int, said: str) -> None:
    node: dict[str, Any] = {"id": "0", "name": "a", "level": "programme"}
    for number in range(1, levels):
        node = {"id": str(number), "name": "a", "level": "programme", "children": [node]}
    content = json.loads(_changed()) | {"programmes": [node]}

    reading = _read(json.dumps(content).encode())

    assert reading.record is None
    assert said in describe(reading.problems[0])


def test_a_file_made_to_have_millions_of_problems_ends_soon() -> None:
    reading = _read(_changed(targets=[1] * 200_000, **{"x" * 1000 + str(number): 0 for number in range(20_000)}))

    assert reading.record is None
    assert len(reading.problems) < 1010
    assert "1000 kesalahan atau lebih" in describe(reading.problems[-1])
    assert max(len(str(problem.place)) for problem in reading.problems) < 100


def test_a_name_with_a_line_break_is_said_on_one_line() -> None:
    (problem,) = _read(_changed(**{"warna\nmerah": 1})).problems

    assert str(problem.place) == f"{_AT}.warna merah"


def test_names_of_megabytes_are_compared_with_nothing() -> None:
    long = "x" * 10**6
    content = json.loads(_changed(id=long))
    content["surveys"] = [
        {"id": str(number), "service": "a", "year": 2020, "indicator": f"{long}{number}"} for number in range(10)
    ]

    start = process_time()
    reading = _read(json.dumps(content).encode())

    assert len(reading.problems) == 10
    assert process_time() - start < 10


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saksama.exchange.record_json_text.MAXIMUM_BYTES", 2**20)
    path = tmp_path / "data.json"
    path.write_bytes(b" " * (2**20 + 1))

    with pytest.raises(UnreadableFileError, match="paling besar 1 MB"):
        read_json(path)
