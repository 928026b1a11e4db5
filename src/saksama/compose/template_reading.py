"""Read a government's template (TOML): all that is wrong with it at once, or the template.

Every entry may be left out. docs/panduan/templat.md describes them.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from textwrap import shorten
from typing import Any, TypeVar

from saksama.compose.house_template import AgreementLayout, HouseTemplate
from saksama.compose.leaving_out import OPTIONAL
from saksama.compose.passages import PLACEHOLDERS, Passage
from saksama.compose.template_lines import Lines, lines_of
from saksama.compose.template_logo import read_logo
from saksama.compose.template_problem import TemplateProblem
from saksama.documents.numbering import NumberingStyle
from saksama.kernel.agency import Logo
from saksama.kernel.budget import BudgetLevel
from saksama.kernel.record import Arrangement
from saksama.language.messages import _

LARGEST = 1_000_000
"""Bytes; a template has a few thousand."""
_LONGEST_NAME = 100
"""Letters of the report's name, which stands on its cover, in its header and in the lists of what was issued."""
_UNPRINTABLE = re.compile("[^\\t\\n\\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

ENTRIES = {
    "laporan": ("nama", "singkatan", "susunan", "penomoran", "tanpa"),
    "kop": ("logo",),
    "perjanjian": ("susunan", "jenjang"),
    "naskah": tuple(passage.value for passage in Passage),
}
ARRANGEMENTS = {"per-sasaran": Arrangement.PER_OBJECTIVE, "per-analisis": Arrangement.PER_ANALYSIS}
NUMBERINGS = {"huruf": NumberingStyle.LETTERS, "angka": NumberingStyle.DECIMAL}
LAYOUTS = {"dua-tabel": AgreementLayout.TWO_TABLES, "satu-tabel": AgreementLayout.ONE_TABLE}
LEVELS = {
    "program": BudgetLevel.PROGRAMME,
    "kegiatan": BudgetLevel.ACTIVITY,
    "sub-kegiatan": BudgetLevel.SUB_ACTIVITY,
}

Choice = TypeVar("Choice", bound=Enum)


@dataclass(frozen=True, slots=True)
class TemplateReading:
    """The template, unless something is wrong with it."""

    template: HouseTemplate | None
    problems: tuple[TemplateProblem, ...] = ()


def read_template(path: Path, *, pictures: Mapping[str, Path] | None = None) -> TemplateReading:
    """Read a template file and the logo that it names, which stands beside it. Raises `OSError`.

    With `pictures` it may name these only, and has to: for a template that somebody uploads, who reads no other file.
    """
    content = path.read_bytes()
    if len(content) > LARGEST:
        return _failed(TemplateProblem(_("berkas ini terlalu besar untuk sebuah templat")))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _failed(TemplateProblem(_("berkas ini bukan teks UTF-8; simpan ulang sebagai UTF-8")))
    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # TOML's own errors are ValueErrors; so are overlong integers
        return _failed(_unreadable(str(error)))
    return _Reader(found, lines_of(text), path.parent, pictures).reading()


def _failed(problem: TemplateProblem) -> TemplateReading:
    return TemplateReading(None, (problem,))


def _unreadable(said: str) -> TemplateProblem:
    line = re.search(r"at line (\d+)", said)
    if "overwrite" in said or "twice" in said:
        return TemplateProblem(_("isian atau bagian ini disebut dua kali"), line=int(line[1]) if line else None)
    how = _('tidak terbaca sebagai TOML. Teks berada di antara tanda kutip, misalnya: nama = "Laporan Kinerja"')
    return TemplateProblem(how, line=int(line[1]) if line else None)


class _Reader:
    def __init__(self, found: dict[str, Any], lines: Lines, folder: Path, pictures: Mapping[str, Path] | None) -> None:
        self._found = found
        self._lines = lines
        self._folder = folder
        self._pictures = pictures
        self._problems: list[TemplateProblem] = []

    def reading(self) -> TemplateReading:
        self._look_for_unknown()
        template = HouseTemplate(
            report_name=self._text("laporan", "nama", may_be_empty=False),
            abbreviation=self._text("laporan", "singkatan", may_be_empty=True),
            arrangement=self._choice("laporan", "susunan", ARRANGEMENTS),
            numbering=self._choice("laporan", "penomoran", NUMBERINGS) or NumberingStyle.LETTERS,
            left_out=self._left_out(),
            logo=self._logo(),
            agreement_layout=self._choice("perjanjian", "susunan", LAYOUTS) or AgreementLayout.TWO_TABLES,
            agreement_level=self._choice("perjanjian", "jenjang", LEVELS) or BudgetLevel.PROGRAMME,
            passages=tuple(self._passages()),
        )
        problems = tuple(sorted(self._problems, key=lambda problem: problem.line or 0))
        return TemplateReading(None if problems else template, problems)

    def _say(self, said: str, section: str, key: str = "") -> None:
        entry = f"{section}.{key}" if key else section
        self._problems.append(TemplateProblem(said, entry, self._lines.get((section, key))))

    def _look_for_unknown(self) -> None:
        for section, entries in self._found.items():
            if section not in ENTRIES:
                # An entry above the first section belongs to none.
                home = next((name for name, keys in ENTRIES.items() if section in keys), "")
                if home and not isinstance(entries, dict):
                    self._say(_("tulis di bawah [{section}]").format(section=home), section)
                else:
                    self._say(_unknown(section, tuple(ENTRIES), "[{}]"), section)
            elif not isinstance(entries, dict):
                self._say(_("harus berupa bagian: [{section}]").format(section=section), section)
            else:
                for key in entries:
                    if key not in ENTRIES[section]:
                        self._say(_unknown(key, ENTRIES[section], "{}"), section, key)

    def _entry(self, section: str, key: str) -> object:
        entries = self._found.get(section)
        return entries.get(key) if isinstance(entries, dict) else None

    def _text(self, section: str, key: str, *, may_be_empty: bool) -> str | None:
        found = self._entry(section, key)
        if found is None:
            return None
        if not isinstance(found, str):
            self._say(
                _("harus berupa teks di antara tanda kutip, bukan {value}").format(value=_shown(found)), section, key
            )
            return None
        if not found.strip() and not may_be_empty:
            self._say(_("kosong; hapus baris ini bila memakai yang biasa"), section, key)
        if _UNPRINTABLE.search(found):
            self._say(_("memuat karakter yang tidak dapat dibaca; ketik ulang teksnya"), section, key)
            return None
        if section == "laporan" and len(found) > _LONGEST_NAME:
            self._say(_("terlalu panjang; paling banyak {most} huruf").format(most=_LONGEST_NAME), section, key)
            return None
        return found.strip()

    def _choice(self, section: str, key: str, choices: dict[str, Choice]) -> Choice | None:
        found = self._entry(section, key)
        if found is None:
            return None
        if isinstance(found, str) and found in choices:
            return choices[found]
        known = _listed(choices)
        self._say(_("{value} tidak dikenal. Pilihan: {known}").format(value=_shown(found), known=known), section, key)
        return None

    def _left_out(self) -> tuple[str, ...]:
        found = self._entry("laporan", "tanpa")
        if found is None:
            return ()
        if not isinstance(found, list):
            self._say(_('harus berupa daftar, misalnya: ["daftar-gambar"]'), "laporan", "tanpa")
            return ()
        for name in found:
            if name not in OPTIONAL:
                said = _("{value} tidak dikenal, atau diwajibkan peraturan. Yang dapat ditiadakan: {known}")
                self._say(said.format(value=_shown(name), known=_listed(OPTIONAL)), "laporan", "tanpa")
        return tuple(name for name in OPTIONAL if name in found)

    def _logo(self) -> Logo | None:
        name = self._text("kop", "logo", may_be_empty=False)
        if not name:
            for one in self._pictures or () if self._entry("kop", "logo") is None else ():
                said = _('templat ini tidak menyebut gambar {name}; tulis di bawah [kop]: logo = "{name}"')
                self._say(said.format(name=one), "kop")
            return None
        path = self._folder / name if self._pictures is None else self._pictures.get(name)
        if path is None:
            given = _listed(self._pictures or ()) or _("tidak ada")
            said = _("gambar {value} harus diunggah bersama templat ini. Yang diunggah: {given}")
            self._say(said.format(value=_shown(name), given=given), "kop", "logo")
            return None
        found = read_logo(path)
        if isinstance(found, Logo):
            return found
        self._say(found, "kop", "logo")
        return None

    def _passages(self) -> Iterator[tuple[Passage, str]]:
        for passage in Passage:
            words = self._text("naskah", passage.value, may_be_empty=False)
            if words is None:
                continue
            for name in dict.fromkeys(re.findall(r"\{([^{}]*)\}", words)):
                if name not in PLACEHOLDERS:
                    known = ", ".join(f"{{{one}}}" for one in PLACEHOLDERS)
                    said = _("{value} tidak dikenal. Yang diganti otomatis: {known}")
                    self._say(said.format(value=f"{{{name}}}", known=known), "naskah", passage.value)
            yield passage, words


def _unknown(name: str, known: tuple[str, ...], written: str) -> str:
    near = get_close_matches(name, known, n=1, cutoff=0.6)
    if near:
        return _("tidak dikenal; maksudnya {near}?").format(near=written.format(near[0]))
    return _("tidak dikenal. Yang dikenal: {known}").format(known=", ".join(written.format(one) for one in known))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _shown(value: object) -> str:
    return shorten(f'"{value}"' if isinstance(value, str) else str(value), 80, placeholder="…")
